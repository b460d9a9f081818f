"""Plain text, Markdown, HTML and PDF to a text whose letters find back to their files."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
import weasyprint
from pypdf.generic import DictionaryObject

from reportgen.build import Outcome
from reportgen.proofread.asked import Asked, Given
from reportgen.proofread.inspection import Proofread, inspect
from reportgen.proofread.readers.cleaning import Read, cell_name, clean
from reportgen.proofread.readers.html import read_html
from reportgen.proofread.readers.pdf import read_pdf
from reportgen.proofread.readers.plain import read_plain
from reportgen.proofread.text import Paragraph, Table

WRONG = "Có 1.542/1.611 hộ đạt danh hiệu gia đình văn hóa, chiếm 97,5%."


def paragraphs(read: Read) -> list[str]:
    return [paragraph.text for paragraph in read.text.paragraphs()]


def found(content: bytes, name: str, lang: str = "") -> Proofread:
    (result,) = inspect([Given(Path(name), content)], Asked(lang))
    return result


# Letters


def test_letters_are_composed_and_what_does_not_show_is_left_out() -> None:
    text, origins = clean("  Ca\u0302\u0301p\u00a0 \u200bu\u0309y\n\nxa\u0303 ", range(100))
    assert text == "Cấp ủy xã"
    assert [origins[text.index(letter)] for letter in "Cx"] == [2, 15]


def test_cells_are_called_as_in_a_spreadsheet() -> None:
    assert [cell_name(2, 1), cell_name(0, 25), cell_name(9, 26)] == ["B3", "Z1", "AA10"]


@pytest.mark.parametrize("read", [read_plain, read_html])
@pytest.mark.parametrize("text", [WRONG, WRONG.replace(" ", "  "), f"<p>{WRONG}</p>", f"**{WRONG}**"])
def test_every_letter_finds_back_to_its_place(read: Callable[[str], Read], text: str) -> None:
    result = read(text)
    for paragraph in result.text.paragraphs():
        for letter, origin in zip(paragraph.text, result.origins[paragraph.number], strict=True):
            assert result.lines[origin] == letter or letter == " "


# Plain text and Markdown


def test_wrapped_lines_are_one_paragraph_and_items_are_several() -> None:
    wrapped = "Thu ngân sách trên địa bàn xã trong năm qua đã\nđạt 45 tỷ đồng, vượt kế hoạch được giao từ đầu\nnăm."
    text = f"{wrapped}\n\n- Một\n- Hai\n1. Ba"
    assert paragraphs(read_plain(text)) == [
        wrapped.replace("\n", " "),
        "Một",
        "Hai",
        "1. Ba",
    ]


def test_a_short_line_ends_what_it_stands_in() -> None:
    assert paragraphs(read_plain("BÁO CÁO\nKết quả thực hiện nhiệm vụ năm 2024 của xã")) == [
        "BÁO CÁO",
        "Kết quả thực hiện nhiệm vụ năm 2024 của xã",
    ]


def test_marks_of_markdown_do_not_show() -> None:
    prose = "# Kết quả\n\nĐạt **75,4%** [kế hoạch](https://a.vn/x), _không_ `số` \\*\n\n```\nmã\n```\n\n"
    read = read_plain(f"{prose}| A | B |\n|---|---|\n| 1 | 2\\|3 |")
    assert paragraphs(read)[:2] == ["Kết quả", "Đạt 75,4% kế hoạch, không số *"]
    (table,) = (block for block in read.text.blocks if isinstance(block, Table))
    assert [[cell.text for cell in row if cell] for row in table.grid()] == [["A", "B"], ["1", "2|3"]]


def test_line_and_column_are_those_of_the_file() -> None:
    content = f"Dòng đầu.\r\n\r\n\tMở đầu. {WRONG}\n"
    (mark,) = found(content.encode(), "a.txt").marks
    assert (mark.problem.place.line, mark.quote, mark.kind) == (3, "97,5%", "ratio")
    assert mark.context[mark.problem.place.column - 1 :].startswith("97,5%")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_texts_are_read_in_the_encodings_that_say_so(encoding: str) -> None:
    assert [mark.quote for mark in found(WRONG.encode(encoding), "a.txt").marks] == ["97,5%"]


def test_other_bytes_are_no_text() -> None:
    assert [problem.code for problem in found(b"\xff\x00\x80", "a.txt").problems] == ["V974"]


# HTML


def test_the_article_is_read_and_what_surrounds_it_is_not() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>x</title><script>var a = '97,5%';</script></head><body>"
        f"<nav><a>{WRONG}</a></nav><div class='menu'>{WRONG}</div><h1>Tít</h1>"
        "<article><p>Đoạn m&#7897;t&nbsp;<b>75,4</b>%</p><ul><li>Hai</li></ul>"
        f"<div><a href=x>{WRONG}</a></div></article>"
        f"<article><p>Tin khác</p></article><aside>{WRONG}</aside><footer>{WRONG}</footer></body></html>"
    )
    assert paragraphs(read_html(page)) == ["Tít", "Đoạn một 75,4%", "Hai"]


def test_a_page_without_an_article_is_read_without_its_menus() -> None:
    page = "<html><body><ul><li><a href=1>Trang chủ</a></li></ul><div>Một<br>hai</div><form>Tìm</form></body></html>"
    assert paragraphs(read_html(page)) == ["Một", "hai"]


def test_tables_of_pages_keep_what_their_cells_span() -> None:
    page = "<table><tr><th rowspan=2>TT<th colspan=2>So sánh</tr><tr><th>KH<th>CK</tr><tr><td>1<td>2<td>3</tr></table>"
    (table,) = (block for block in read_html(page).text.blocks if isinstance(block, Table))
    assert [[cell.text if cell else "" for cell in row] for row in table.grid()] == [
        ["TT", "So sánh", "So sánh"],
        ["TT", "KH", "CK"],
        ["1", "2", "3"],
    ]


@pytest.mark.parametrize(
    "page", ["<div>" * 50_000 + WRONG, "<table><tr>" * 3000 + "<td colspan=99999>1", "<" * 100_000]
)
def test_hostile_pages_end(page: str) -> None:
    assert isinstance(read_html(page), Read)


# PDF

STYLE = """
body { font-family: Tinos; font-size: 14pt; text-align: justify }
table { border-collapse: collapse }
td, th { border: 1px solid }
"""
LONG = (
    "Năm 2024, kinh tế của xã tiếp tục phát triển ổn định, toàn diện trên các lĩnh vực, đời sống Nhân dân được "
    "nâng lên rõ rệt."
)
VILLAGES = (
    "<table><tr><th>TT<th>Thôn<th>Tổng số hộ<th>Hộ nghèo<th>Hộ khác</tr>"
    "<tr><td>1<td>Thôn A<td>120<td>5<td>115</tr><tr><td>2<td>Thôn B<td>230<td>7<td>223</tr>"
    "<tr><td>3<td>Thôn C<td>150<td>4<td>146</tr><tr><td>4<td>Thôn D<td>90<td>3<td>78</tr></table>"
)


def pdf(body: str) -> bytes:
    made = weasyprint.HTML(string=f"<html lang=vi><style>{STYLE}</style><body>{body}</body></html>").write_pdf()
    assert isinstance(made, bytes)
    return made


def test_the_lines_of_a_pdf_are_joined_to_paragraphs() -> None:
    assert paragraphs(read_pdf(pdf(f"<h1>BÁO CÁO</h1><p>{LONG} {WRONG}</p><p>{LONG}</p>"))) == [
        "BÁO CÁO",
        f"{LONG} {WRONG}",
        LONG,
    ]


def test_a_ruled_table_is_read_as_one_and_held_against_itself() -> None:
    content = pdf(f"<p>{LONG}</p>{VILLAGES}")
    tables = [block for block in read_pdf(content).text.blocks if isinstance(block, Table)]
    assert [cell.text if cell else "" for cell in tables[0].grid()[2]] == ["2", "Thôn B", "230", "7", "223"]
    assert [(mark.kind, mark.quote, mark.page, mark.cell) for mark in found(content, "a.pdf").marks] == [
        ("sum", "90", 1, "C5")
    ]


def test_columns_are_not_read_across() -> None:
    body = "<div style='columns:2;column-gap:2cm;height:4cm'>" + f"<p>{LONG}</p>" * 2 + "</div>"
    lines = paragraphs(read_pdf(pdf(body)))
    assert all(LONG.startswith(line) or line in LONG for line in lines)


def test_findings_of_a_pdf_come_as_highlights() -> None:
    copy = found(pdf(f"<p>{LONG} Tỷ lệ khác là 97,5%. {WRONG}</p>"), "a.pdf", "vi").copy
    assert copy is not None
    (page,) = pypdf.PdfReader(io.BytesIO(copy)).pages
    notes = page.annotations
    assert notes is not None
    (note,) = (reference.get_object() for reference in notes)
    assert isinstance(note, DictionaryObject)
    assert (str(note["/Subtype"]), str(note["/T"])) == ("/Highlight", "reportgen")
    assert "1.542/1.611 hộ = 95,7%" in str(note["/Contents"])


DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
"""A picture of one pixel."""


def test_a_scan_is_told_as_one_and_a_scanned_page_among_others_too() -> None:
    scan = f"<img src='data:image/png;base64,{DOT}' style='width:10cm;height:10cm'>"
    assert [problem.code for problem in found(pdf(scan), "a.pdf").problems] == ["S131"]
    both = pdf(f"<p>{LONG}</p><div style='break-before:page'>{scan}</div>")
    (problem,) = found(both, "a.pdf").problems
    assert (problem.code, problem.values["pages"]) == ("S132", "2")


def test_a_damaged_pdf_is_told() -> None:
    assert [problem.code for problem in found(b"%PDF-1.7\nx", "a.pdf").problems] == ["V971"]


# What the program itself writes


@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "txt", "md"])
def test_the_papers_of_the_examples_have_nothing_to_be_told(example: Outcome, fictional: Outcome, ending: str) -> None:
    files = [file for outcome in (example, fictional) for file in outcome.files if file.suffix == f".{ending}"]
    assert files
    results = inspect([Given(file, file.read_bytes()) for file in files])
    assert [(result.file.name, problem) for result in results for problem in result.problems] == []


def test_each_paragraph_has_a_number_of_its_own(fictional: Outcome) -> None:
    content = next(file for file in fictional.files if file.name == "bao-cao.pdf").read_bytes()
    numbers = [paragraph.number for paragraph in read_pdf(content).text.paragraphs()]
    assert len(set(numbers)) == len(numbers)
    assert all(isinstance(block, Paragraph | Table) for block in read_pdf(content).text.blocks)
