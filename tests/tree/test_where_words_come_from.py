"""Each paragraph of a paper knows the texts that it prints, and has a name of its own."""

from __future__ import annotations

import pytest

from reportgen.tree import Element, parse, text, walk
from reportgen.tree.origins import LONGEST, blocks_from, marked, named, origins_of, sources_of
from reportgen.tree.vocabulary import LEAVES

NAMES = {"3:5": "hanche_1", "4:5": "hanche_2"}


def made(markup: str) -> Element:
    return named(parse(f"<article>{markup}</article>"), lambda place: NAMES.get(place, ""))


def paragraphs(markup: str) -> list[tuple[str, tuple[str, ...], str]]:
    tree = made(markup)
    names = origins_of(tree)
    return [(text(leaf), sources_of(leaf), names.get(id(leaf), "")) for leaf in walk(tree) if leaf.tag in LEAVES]


def test_a_mark_behind_a_text_becomes_the_source_of_its_paragraph() -> None:
    item = f'<ul class="dashes"><li>{marked("Một", "3:5")}; <strong>{marked("hai", "4:5")}</strong>.</li></ul>'
    assert paragraphs(item) == [("Một; hai.", ("hanche_1", "hanche_2"), "_rg_hanche_1")]


def test_all_blocks_of_a_text_have_its_name_and_count_by_themselves() -> None:
    blocks = blocks_from("<p>Một.</p><p>Hai.</p>", "3:5")
    assert [name for *_, name in paragraphs(blocks)] == ["_rg_hanche_1", "_rg_hanche_1_p2"]


def test_without_a_text_the_figure_gives_the_name_and_without_a_figure_the_role() -> None:
    figure = '<p><data data-figure="thu_nsnn" data-part="kết quả">5</data></p>'
    assert [name for *_, name in paragraphs(f'{figure}<p class="closing">Hết.</p>')] == [
        "_rg_chitieu_thunsnn",
        "_rg_mau_closing",
    ]


def test_a_row_has_one_name_at_the_cell_that_has_words() -> None:
    cells = '<td>1</td><td>Thu</td><td><data data-figure="thu" data-part="kết quả">5</data></td>'
    rows = f"<table><tbody><tr>{cells}</tr></tbody></table>"
    assert [name for *_, name in paragraphs(rows)] == ["", "_rg_chitieu_thu", ""]


@pytest.mark.parametrize("origin", ["9:9", "x", ""])
def test_a_mark_that_leads_nowhere_leaves_nothing_behind(origin: str) -> None:
    assert paragraphs(f"<p>{marked('Một', origin)}</p>") == [("Một", (), "_rg_mau_p")]


def test_a_mark_in_an_attribute_is_taken_out() -> None:
    caption = list(walk(made(f'<figure><img src="a" alt="{marked("b", "3:5")}"/></figure>')))[2]
    assert caption.get("alt") == "b"


def test_no_name_is_longer_than_word_takes_and_none_stands_twice() -> None:
    tree = named(parse(f"<article>{blocks_from('<p>Một.</p>' * 120, '3:5')}</article>"), lambda _: "k" * 33)
    names = list(origins_of(tree).values())
    assert max(map(len, names)) <= LONGEST
    assert len(set(names)) == len(names) == 120
