"""The article for the web: the same words in every form, figures with their origin, nothing that runs."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conftest import EXAMPLE, FICTIONAL, ROOT
from reportgen.layout.document import Document, Metadata
from reportgen.layout.standards import choose
from reportgen.layout.typeset import typeset
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.tree import Element, lines, squeezed
from reportgen.writers.web import write_markdown, write_page, write_text

PRESS = choose("báo chí", None)
EXAMPLES = (EXAMPLE, *sorted((ROOT / "inputs").glob("*-minh-hoa-*.yaml")))
THREE_INDICATORS = """\
năm: 2025
đơn vị: {tên: phường A, tỉnh: tỉnh B}
chỉ tiêu:
  thu: {tên: tổng thu, thực hiện: 120 tỷ đồng}
  ho: {tên: hộ nghèo, thực hiện: 12 hộ}
  hoi: {tên: hội viên, thực hiện: 90 hội viên}
"""


def article(source: Path) -> Document:
    document = render(read_input(source), papers_for(None)["tin-bai"])
    assert isinstance(document, Document)
    return document


class Page(HTMLParser):
    """The words of a page's body, its figures and its scripts."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.words: list[str] = []
        self.figures: list[dict[str, str | None]] = []
        self.scripts: list[str] = []
        self.inside: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "link", "br", "img"}:
            self.inside.append(tag)
        if tag == "data":
            self.figures.append(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        if "main" in self.inside:
            self.words.append(data)
        elif self.inside[-1:] == ["script"]:
            self.scripts.append(data)


@pytest.mark.parametrize("source", [EXAMPLE, FICTIONAL], ids=lambda path: path.stem)
def test_every_form_has_the_words_of_the_tree(source: Path) -> None:
    document = article(source)
    words = squeezed("".join(line.text for line in lines(document.tree)))
    assert squeezed("".join(Page(write_page(document)).words)) == words
    labelled = squeezed("".join(line.full for line in lines(document.tree)))
    assert squeezed(write_text(document).decode()) == labelled
    shown = Page(f"<main>{MarkdownIt().render(write_markdown(document).decode())}</main>".encode())
    assert squeezed("".join(shown.words)) == words


def led(text: str) -> list[str]:
    """The line above each list of a plain text."""
    rows = [row for row in text.splitlines() if row]
    return [before for before, row in pairwise(rows) if row.startswith("- ") and not before.startswith("- ")]


@pytest.mark.parametrize("source", [*EXAMPLES], ids=lambda path: path.stem)
def test_a_sentence_leads_to_every_list(source: Path) -> None:
    leads = led(write_text(article(source)).decode())
    assert leads
    assert [line for line in leads if not line.endswith(":")] == []


def test_indicators_without_prose_are_listed_behind_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(THREE_INDICATORS, "utf-8")
    assert led(write_text(article(file)).decode()) == ["Kết quả thực hiện các chỉ tiêu:"]


def test_one_more_highlight_than_the_standfirst_says_is_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(THREE_INDICATORS + "tin bài: {điểm nhấn: [thu, ho, hoi]}\n", "utf-8")
    text = write_text(article(file)).decode()
    assert led(text) == []
    assert "\nNổi bật, " in text


def test_each_figure_on_the_page_says_where_it_comes_from() -> None:
    figures = Page(write_page(article(EXAMPLE))).figures
    money = next(
        figure for figure in figures if figure["data-figure"] == "thu_nsnn" and figure["data-part"] == "giá trị"
    )
    assert money["value"] == "41795000000"
    assert all(figure["value"] and figure["data-figure"] for figure in figures)


def test_the_page_tells_machines_that_it_is_a_news_article() -> None:
    (script,) = Page(write_page(article(EXAMPLE))).scripts
    record = json.loads(script)
    assert record["@type"] == "NewsArticle"
    assert record["datePublished"] == "2023-12-14T00:00:00+07:00"
    assert record["author"] == {"@type": "Person", "name": "Hồng Nhung"}


HOSTILE = st.text(st.sampled_from("<>&\"'`*_[]()#|\\/script-+.!1 đ\n"), min_size=1, max_size=40)


@given(HOSTILE)
def test_no_text_leaves_its_place(text: str) -> None:
    words = " ".join(text.split()) or "x"
    tree = typeset(
        Element("article", children=(Element("p", "headline", (), (words,)), Element("p", "", (), (words,)))), PRESS
    )
    document = Document("tin", tree, PRESS, Metadata(words, author=words, organ=words))
    page = Page(write_page(document))
    assert squeezed("".join(page.words)) == squeezed(words * 2)
    assert json.loads(page.scripts[0])["headline"] == words
    shown = Page(f"<main>{MarkdownIt().render(write_markdown(document).decode())}</main>".encode())
    assert squeezed("".join(shown.words)) == squeezed(words * 2)


@pytest.mark.parametrize("text", ["A &copy; B", "&#65;&#x41;", "&amp;lt;", "\\&copy;", "A & B; C&D;", "&"])
def test_markdown_names_no_letter_that_the_text_spells(text: str) -> None:
    tree = Element("article", children=(Element("p", "", (), (text,)),))
    document = Document("tin", tree, PRESS, Metadata("x", author="x", organ="x"))
    shown = Page(f"<main>{MarkdownIt().render(write_markdown(document).decode())}</main>".encode())
    assert squeezed("".join(shown.words)) == squeezed(text)
