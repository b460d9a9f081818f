"""Templates' markup to trees: what is kept, what is refused."""

from __future__ import annotations

import pytest

from reportgen.tree import MarkupError, lines, parse, text


def test_white_space_of_the_template_does_not_reach_the_paper() -> None:
    root = parse("<article>\n  <p>\n    Một   hai\n    ba\n  </p>\n</article>")
    assert [line.text for line in lines(root)] == ["Một hai ba"]


def test_a_no_break_space_is_kept() -> None:
    assert text(parse("<article><p>41,795\u00a0tỷ đồng</p></article>")) == "41,795\u00a0tỷ đồng"


def test_a_space_between_words_and_a_figure_is_kept() -> None:
    root = parse('<article><p>thu <data value="1" data-figure="thu">1</data> đồng</p></article>')
    assert text(root) == "thu 1 đồng"


def test_a_line_break_parts_lines_without_spaces_around_it() -> None:
    assert text(parse("<article><p>một <br/> hai</p></article>")) == "một\nhai"


def test_nested_lists_are_paragraphs_of_their_own() -> None:
    root = parse('<article><ul class="dashes"><li>một<ul class="pluses"><li>hai</li></ul></li></ul></article>')
    assert [line.text for line in lines(root)] == ["một", "hai"]


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<article><p>một</article>", "mismatched tag"),
        ("<p>một</p>", "the root is"),
        ("<article><script>x</script></article>", "not in the vocabulary"),
        ('<article><p style="color:red">một</p></article>', "unknown attribute"),
        ("<article><li>một</li></article>", "may not stand in"),
        ("<article>chữ rời</article>", "bare text"),
        ('<article><div class="letterhead"><p>một</p></div></article>', "may not stand in"),
    ],
)
def test_what_no_paper_can_hold_is_refused(markup: str, reason: str) -> None:
    with pytest.raises(MarkupError, match=reason):
        parse(markup)
