"""The table of contents of a long paper: when there is one, and that Word and PDF say the same pages."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from conftest import FICTIONAL
from reportgen.build import Request, build
from reportgen.layout.contents import LONG, numbered, with_contents, without_contents
from reportgen.layout.document import Document
from reportgen.layout.expected import expected_pages
from reportgen.layout.standards import choose
from reportgen.layout.typeset import typeset
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.tree import lines, parse
from reportgen.verify.proofs import prove_docx, prove_pdf
from reportgen.writers.engines import ENGINES
from reportgen.writers.paging import expected_length, settled
from reportgen.writers.pdf import lay_out, write_pdf
from reportgen.writers.word import write_docx

STATE = choose("nhà nước", None)
WEASYPRINT = ENGINES["weasyprint"]
SENTENCE = "Ủy ban nhân dân phường đã chỉ đạo các khu phố, các đơn vị thực hiện đồng bộ nhiệm vụ được giao. "
SHORT = """<article><h1 class="type">BÁO CÁO</h1><nav><p class="toc_title">MỤC LỤC</p></nav>
<h2 class="part">KẾT QUẢ</h2><h3 class="section">CHUNG</h3><p>a</p><h3 class="section">RIÊNG</h3><p>b</p></article>"""


def entries(document: Document) -> list[str]:
    return [line.text for line in lines(document.tree) if line.style.startswith("toc_")]


def report(folder: Path, paragraphs: int) -> Document:
    """A report with so many paragraphs of three lines."""
    file = folder / "dai.yaml"
    body = "\n\n".join(f"      {SENTENCE * 3}" for _ in range(paragraphs))
    text = f"năm: 2025\nđơn vị: phường Bình An\nkết quả:\n  - mục: Kinh tế\n    nội dung: |\n{body}\n"
    file.write_text(text, "utf-8")
    document = render(read_input(file), papers_for(None)["bao-cao"])
    assert isinstance(document, Document)
    return document


def test_parts_and_sections_are_listed_with_their_labels() -> None:
    filled = with_contents(typeset(parse(SHORT), STATE))
    assert filled is not None
    found = numbered(filled, {"muc-1": 1, "muc-2": 2, "muc-3": 12})
    assert [line.text for line in lines(found)][1:5] == ["MỤC LỤC", "Phần I. KẾT QUẢ1", "I. CHUNG2", "II. RIÊNG12"]


def test_a_paper_of_sixteen_pages_has_one() -> None:
    assert LONG == 15


def test_a_short_paper_has_no_trace_of_it() -> None:
    tree = typeset(parse(SHORT), STATE)
    assert [line.style for line in lines(without_contents(tree)) if line.style.startswith("toc")] == []


def test_a_paper_without_a_place_for_it_or_without_headings_has_none() -> None:
    assert with_contents(parse(SHORT.replace("<nav>", "<section>").replace("</nav>", "</section>"))) is None
    assert with_contents(parse('<article><nav><p class="toc_title">MỤC LỤC</p></nav><p>a</p></article>')) is None


@pytest.mark.parametrize("paragraphs", [10, 60, 105, 112, 119, 150])
def test_a_paper_of_more_than_15_pages_has_one(tmp_path: Path, paragraphs: int) -> None:
    plain = report(tmp_path, paragraphs)
    finished = settled(plain, WEASYPRINT, pages).document if (pages := expected_length(plain)) else plain
    assert bool(entries(finished)) is (lay_out(plain).pages > LONG)


@pytest.mark.parametrize("paragraphs", [3, 40, 112, 200])
def test_the_expected_length_is_a_page_off_at_most(tmp_path: Path, paragraphs: int) -> None:
    plain = report(tmp_path, paragraphs)
    assert abs(expected_pages(plain.tree, plain.standard) - lay_out(plain).pages) <= 1


@pytest.fixture(scope="module")
def long_report() -> Document:
    document = render(read_input(FICTIONAL), papers_for(None)["bao-cao"])
    assert isinstance(document, Document)
    return settled(document, WEASYPRINT, expected_length(document)).document


def test_word_and_pdf_say_the_same_pages_and_keep_every_rule(long_report: Document) -> None:
    tree, standard = long_report.tree, long_report.standard
    assert len(entries(long_report)) > 10
    assert prove_docx(write_docx(long_report), tree, standard, Path("a")) == ()
    assert prove_pdf(write_pdf(long_report).content, tree, standard, Path("a")) == ()


def test_in_word_it_is_a_field_over_links_to_the_headings(long_report: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(long_report))) as package:
        document = package.read("word/document.xml").decode()
    assert r' TOC \o "1-2" \h \z \u ' in document
    marks = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(_Toc\d+)"/>', document)
    assert marks == re.findall(r'<w:hyperlink w:anchor="(_Toc\d+)"', document) == re.findall(r"PAGEREF (\w+)", document)
    assert document.count('"begin"') == document.count('"separate"') == document.count('"end"') == len(marks) + 1


def test_a_link_of_the_pdf_says_in_words_where_it_leads(long_report: Document) -> None:
    import pypdf

    page = pypdf.PdfReader(io.BytesIO(write_pdf(long_report).content)).pages[0]
    told = [annotation["/Contents"] for annotation in page.annotations or []]
    assert told[:2] == ["Phần I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025", "I. ĐÁNH GIÁ CHUNG"]


def test_a_docx_built_alone_has_the_same_pages(tmp_path: Path) -> None:
    both = build(Request(FICTIONAL, tmp_path / "a", papers=("bao-cao",), formats=("docx", "pdf")))
    alone = build(Request(FICTIONAL, tmp_path / "b", papers=("bao-cao",), formats=("docx",)))
    one, other = (outcome.folder / "bao-cao.docx" for outcome in (both, alone))
    assert one.read_bytes() == other.read_bytes()
