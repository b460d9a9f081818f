"""The PDF: what it says about itself, and that both standards hold whatever the text is."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path
from typing import Any

import page
import pypdf
import pypdfium2
import pytest

from conftest import EXAMPLE, FICTIONAL
from reportgen.build import Outcome, Request, build
from reportgen.layout.document import Document, Metadata
from reportgen.layout.standards import choose
from reportgen.layout.typeset import typeset
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.tree import Element, parse
from reportgen.writers.fontconfig import has_one_of
from reportgen.writers.pdf import write_pdf

STATE = choose("nhà nước", None)


def conforms(content: bytes) -> list[str]:
    reports = [page.validate_pdf_bytes(content, profile=profile) for profile in ("2a", "ua1")]
    return [failure.message for report in reports for failure in report.failures]


def written(markup: str, record: dict[str, str] | None = None) -> bytes:
    tree = typeset(parse(f'<article lang="vi">{markup}</article>'), STATE)
    return write_pdf(Document("thu", tree, STATE, Metadata("Báo cáo thử", record=record or {}))).content


TABLE = """<table><thead>
<tr><th scope="col" rowspan="2">STT</th><th scope="col" colspan="2">So sánh</th>
<th scope="col" rowspan="2">Ghi chú</th></tr>
<tr><th scope="col">Năm</th><th scope="col">KH</th></tr></thead>
<tbody><tr><td class="cell_head">I</td><td class="cell_group" colspan="3">Nhóm</td></tr>
<tr><td>1</td><td>2</td><td>3</td><td>4</td></tr></tbody></table>"""


@pytest.mark.parametrize(
    "markup",
    [
        "<p>một</p>",
        TABLE,
        '<ul class="dashes"><li>một<ul class="pluses"><li>hai</li></ul></li></ul>',
        '<h1 class="type">BÁO CÁO</h1><h2 class="part">A</h2><h3 class="section">B</h3>',
        f'<h1 class="type">A</h1><section class="annex_wide"><h2 class="annex_word">Phụ lục</h2>{TABLE}</section>',
        "<p>x<sup>2</sup> <strong>đậm</strong> <em>nghiêng</em> <u>gạch</u><br/>dòng</p>",
    ],
)
def test_every_part_of_the_vocabulary_conforms_to_both_standards(markup: str) -> None:
    assert conforms(written(markup)) == []


@pytest.mark.parametrize("letters", ["bă̆c", "Êa Wy", "ê̆", "ô̆", "â̆", "ơ̆", "ư̆", "ƀ č ŏ ĭ ŭ ñ"])
def test_letters_of_the_highlands_languages_are_printed(letters: str, tmp_path: Path) -> None:
    """The Ê Đê and the Gia Rai write marks above marks, which the page lifts."""
    source = tmp_path / "buon.yaml"
    source.write_text(f"năm: 2024\nđơn vị: xã A\nkết quả: Buôn {letters} có điện.\n", "utf-8")
    outcome = build(Request(source, tmp_path / "out", papers=("bao-cao",), formats=("pdf",)))
    assert outcome.files, outcome.problems
    content = (tmp_path / "out" / "buon" / "bao-cao.pdf").read_bytes()
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    assert unicodedata.normalize("NFC", letters) in unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("name", ["Alê A", "Y Bhĭm", "V. Tý", "H’Ty A̋"])
def test_a_justified_line_ends_at_the_margin_whatever_stands_at_its_blanks(name: str, tmp_path: Path) -> None:
    """Fonts bring some letters nearer to a blank, which is lost where the blank is widened."""
    source = tmp_path / "buon.yaml"
    source.write_text(f"năm: 2024\nđơn vị: xã A\nkết quả: {f'Buôn {name} và {name} giữ gìn. ' * 12}\n", "utf-8")
    outcome = build(Request(source, tmp_path / "out", papers=("bao-cao",), formats=("pdf",)))
    assert outcome.files, outcome.problems


@pytest.mark.parametrize("letters", range(40))
def test_no_stream_ends_as_an_archive_s_reader_would_misread_it(letters: int) -> None:
    content = written(f"<p>{'đ' * letters} dài ngắn {letters}</p>")
    assert b"\r\nendstream" not in content
    assert conforms(content) == []


def test_a_line_does_not_break_before_its_end_where_bold_text_follows() -> None:
    """WeasyPrint 70 breaks after the first word where a text fits its line but for the space at its end."""
    words = "Phong trào xây dựng đời sống văn hóa tiếp tục được duy trì. Toàn phường có"
    for padding in range(60):
        content = written(f"<p>{'i' * padding} {words} <strong>7/10 khu</strong> đạt danh hiệu khu văn hóa</p>")
        first, *_ = pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text().strip().split("\n")
        assert len(first.split()) > 5, first


def test_it_has_title_language_bookmarks_and_tags(example: Outcome) -> None:
    reader = pypdf.PdfReader(example.folder / "bao-cao.pdf")
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "vi"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Báo cáo kết quả thực hiện nhiệm vụ năm 2023, phương hướng, nhiệm vụ năm 2024"
    titles = [item.title for item in _flat(reader.outline)]
    assert "I. ĐÁNH GIÁ CHUNG" in titles
    assert "1. Kinh tế - ngân sách" in titles


def _flat(outline: Any) -> list[pypdf.generic.Destination]:
    found: list[pypdf.generic.Destination] = []
    for item in outline:
        found += _flat(item) if isinstance(item, list) else [item]
    return found


def _fonts(sheet: Any) -> list[Any]:
    """The fonts of a page."""
    return list(sheet["/Resources"]["/Font"].values())


def test_the_record_of_annex_vi_stands_in_its_metadata(fictional: Outcome) -> None:
    raw = (fictional.folder / "bao-cao.pdf").read_bytes()
    packet = raw[raw.index(b"<x:xmpmeta") : raw.index(b"</x:xmpmeta>")].decode()
    fields = dict(re.findall(r"<vn:(\w+)>([^<]*)</vn:", packet))
    assert (fields["CodeNumber"], fields["CodeNotation"], fields["TypeName"]) == ("387", "BC-UBND", "Báo cáo")
    assert fields["IssuedDate"] == "2025-12-24"
    assert fields["FullName"] == "Lê Minh Đăng"
    assert int(fields["PageAmount"]) == len(pypdf.PdfReader(fictional.folder / "bao-cao.pdf").pages)


def test_a_stranger_s_text_cannot_break_the_metadata() -> None:
    hostile = "]]> </rdf:RDF> & <x> \" '"
    content = written("<p>một</p>", {"TypeName": hostile, "Subject": hostile})
    assert conforms(content) == []


def test_the_papers_hold_no_other_font_than_tinos(fictional: Outcome) -> None:
    reader = pypdf.PdfReader(fictional.folder / "bao-cao.pdf")
    fonts = {font.get_object()["/BaseFont"].partition("+")[2] for sheet in reader.pages for font in _fonts(sheet)}
    assert {font.partition("-")[0] for font in fonts} == {"Tinos"}


def test_nothing_is_fetched_from_outside() -> None:
    tree = typeset(
        Element(
            "article",
            children=(
                Element("figure", children=(Element("img", attributes=(("src", "file:///etc/passwd"), ("alt", "x"))),)),
            ),
        ),
        STATE,
    )
    content = write_pdf(Document("thu", tree, STATE, Metadata("Thử"))).content
    assert b"root:" not in content


def test_fontconfig_is_asked_for_the_family_itself() -> None:
    assert has_one_of(["Tinos", "Liberation Serif"])
    assert not has_one_of(["Phông không có"])


@pytest.mark.parametrize("source", [EXAMPLE, FICTIONAL], ids=lambda path: path.stem)
def test_a_document_is_laid_out_to_the_same_bytes_again(source: Path) -> None:
    document = render(read_input(source), papers_for(None)["tin-bai"])
    assert isinstance(document, Document)
    assert write_pdf(document).content == write_pdf(document).content
