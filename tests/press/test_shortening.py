"""How an article is cut: from the end, whole sentences, the event itself last."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.press.lengths import article_words
from reportgen.press.shortening import Cut, shortened
from reportgen.tree import Element, lines, parse

HEAD = "<h1 class='headline'>Phường A tổng kết công tác năm</h1>"
OPENING = "<p>Sáng nay, phường A họp. Dự có ông B.</p>"


def made(body: str) -> Element:
    return parse(f"<article lang='vi'>{HEAD}{OPENING}{body}<p class='byline'>Thu Hà</p></article>")


def shown(tree: Element) -> list[str]:
    return [line.text for line in lines(tree)]


def test_an_article_that_fits_is_left_as_it_is() -> None:
    tree = made("<p>Một câu. Hai câu.</p>")
    assert shortened(tree, article_words(tree)) == (tree, Cut())


def test_the_longest_paragraph_loses_its_last_sentence_first() -> None:
    tree = made("<p>Thu ngân sách đạt. Chi đúng quy định. Còn dư.</p><p>Văn hóa tốt. Y tế tốt.</p>")
    cut, lost = shortened(tree, article_words(tree) - 1)
    assert shown(cut)[2:4] == ["Thu ngân sách đạt. Chi đúng quy định.", "Văn hóa tốt. Y tế tốt."]
    assert lost == Cut(sentences=1)


def test_a_paragraph_goes_with_the_list_that_it_introduces() -> None:
    tree = made("<p>Văn hóa tốt.</p><p>Ông B yêu cầu các nội dung sau:</p><ul class='dashes'><li>Giữ vững.</li></ul>")
    cut, lost = shortened(tree, article_words(tree) - 1)
    assert shown(cut) == [
        "Phường A tổng kết công tác năm",
        "Sáng nay, phường A họp. Dự có ông B.",
        "Văn hóa tốt.",
        "Thu Hà",
    ]
    assert lost == Cut(paragraphs=1)


def test_a_long_list_loses_its_later_entries_first_and_ends_in_a_full_stop() -> None:
    entries = "".join(f"<li>Việc {name}{'.' if name == 'bốn' else ';'}</li>" for name in ("một", "hai", "ba", "bốn"))
    tree = made(f"<p>Kinh tế ổn định. Dân vui.</p><p>Gồm các việc:</p><ul class='dashes'>{entries}</ul>")
    cut, lost = shortened(tree, article_words(tree) - 3)
    assert shown(cut)[2:-1] == ["Kinh tế ổn định. Dân vui.", "Gồm các việc:", "Việc một;", "Việc hai."]
    assert lost == Cut(items=2)


def test_the_opening_is_touched_last_and_its_first_sentence_never() -> None:
    cut, lost = shortened(made("<p>Văn hóa tốt. Y tế tốt.</p>"), 1)
    assert shown(cut) == ["Phường A tổng kết công tác năm", "Sáng nay, phường A họp.", "Thu Hà"]
    assert lost == Cut(sentences=2, paragraphs=1)


def test_a_list_goes_with_the_paragraph_before_it() -> None:
    tree = made("<p>Văn hóa tốt.</p><p>Kinh tế ổn định.</p><ul class='dashes'><li>Một;</li><li>Hai.</li></ul>")
    cut, lost = shortened(tree, article_words(tree) - 1)
    assert shown(cut)[2:] == ["Văn hóa tốt.", "Thu Hà"]
    assert lost == Cut(paragraphs=1)


def test_a_heading_keeps_a_text() -> None:
    tree = made("<p>Văn hóa tốt.</p><h2 class='section'>Giới thiệu</h2><p>Phường ven sông. Dân số đông.</p>")
    assert shown(shortened(tree, 1)[0])[-3:] == ["Giới thiệu", "Phường ven sông.", "Thu Hà"]


@pytest.mark.parametrize(
    "words",
    [
        "Dự có PGS. TS. Lê Văn An.",
        "Tại TP. Uông Bí, phường họp.",
        "Thu đạt <data data-figure='a' data-part='thực hiện' value='1'>28.936</data> triệu đồng.",
        "Các sở, ban, ngành v.v. cùng dự.",
        "Ông nói: “Rất tốt. Cần phát huy hơn nữa.” với mọi người.",
        "Ông nói: “Thu đạt <data data-figure='a' data-part='số' value='1'>96%</data>. Tốt.” với mọi người.",
        "Phường (xem Phụ lục. Nguồn UBND) ổn định.",
        "Gồm: 1. Kinh tế; 2. Văn hóa xã hội.",
        "Dự có BS.CKII. Lê Văn An, Đ/c. Nguyễn V. Bình.",
    ],
)
def test_a_full_stop_within_a_sentence_ends_none(words: str) -> None:
    tree = made(f"<p>{words} Câu hai.</p>")
    cut, lost = shortened(tree, article_words(tree) - 1)
    assert lost == Cut(sentences=1)
    assert shown(cut)[2].endswith(words[-6:])


def test_a_sentence_ends_behind_a_figure_too() -> None:
    tree = made("<p>Thu đạt <data data-figure='a' data-part='thực hiện' value='1'>96%</data>. Chi đúng.</p>")
    assert shown(shortened(tree, article_words(tree) - 1)[0])[2] == "Thu đạt 96%."


def test_a_sentence_without_a_figure_goes_before_one_that_has_some() -> None:
    tree = made(
        "<p>Kinh tế phát triển. Thu đạt <data data-figure='a' data-part='số' value='1'>96%</data>. Dân vui.</p>"
    )
    once = shortened(tree, article_words(tree) - 1)[0]
    assert shown(once)[2] == "Kinh tế phát triển. Thu đạt 96%."
    assert shown(shortened(once, article_words(once) - 1)[0])[2] == "Thu đạt 96%."


SENTENCE = st.lists(st.sampled_from(["thu", "chi", "Đảng", "96%", "TP.", "xã"]), min_size=1, max_size=6)
PARAGRAPH = st.lists(SENTENCE.map(lambda words: f"Phường {' '.join(words)} tốt."), min_size=1, max_size=5)


@given(st.lists(PARAGRAPH, max_size=5), st.integers(1, 120))
def test_what_is_left_fits_and_is_the_beginning_of_what_was_there(texts: list[list[str]], most: int) -> None:
    tree = made("".join(f"<p>{' '.join(sentences)}</p>" for sentences in texts))
    cut, lost = shortened(tree, most)
    least = article_words(shortened(tree, 0)[0])
    assert article_words(cut) <= max(most, least)
    kept, whole = shown(cut), shown(tree)
    assert all(any(words.startswith(one) for words in whole) for one in kept)
    assert len(kept) == len(whole) - lost.paragraphs
    assert shortened(cut, most) == (cut, Cut())
