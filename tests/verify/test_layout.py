"""One thing changed in a finished paper, and the proof names exactly that."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from conftest import AS_PRINTED, EXAMPLE, FICTIONAL, ROOT
from reportgen.layout.document import Document
from reportgen.layout.standards import Standard
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, ready, render
from reportgen.problems import Problem
from reportgen.tree import lines as tree_lines
from reportgen.verify.proofs import prove_docx, prove_pdf
from reportgen.writers.pdf import stylesheet, write_pdf
from reportgen.writers.word import write_docx

EXAMPLES = sorted(file for file in (ROOT / "inputs").glob("*.yaml") if file != AS_PRINTED)
FILE = Path("a")


def paper(file: Path, key: str) -> Document:
    document = render(read_input(file), papers_for(None)[key])
    assert isinstance(document, Document)
    return document


@pytest.fixture(scope="module")
def report() -> Document:
    return paper(EXAMPLE, "bao-cao")


@pytest.fixture(scope="module")
def word(report: Document) -> bytes:
    return write_docx(report)


def told(problems: tuple[Problem, ...]) -> set[tuple[str, str]]:
    """Each problem's code and component."""
    return {(problem.code, problem.values["component_en"]) for problem in problems}


def proved_pdf(made: Document, wanted: Document) -> set[tuple[str, str]]:
    return told(prove_pdf(write_pdf(made).content, wanted.tree, wanted.standard, FILE))


def proved_docx(content: bytes, wanted: Document) -> set[tuple[str, str]]:
    return told(prove_docx(content, wanted.tree, wanted.standard, FILE))


def with_style(document: Document, role: str, **changed: Any) -> Document:
    """The document set with one style changed."""
    styles = dict(document.standard.styles)
    styles[role] = replace(styles[role], **changed)
    return replace(document, standard=replace(document.standard, styles=MappingProxyType(styles)))


def with_page(document: Document, **changed: float) -> Document:
    """The document set on a page that differs."""
    page = replace(document.standard.portrait, **changed)
    return replace(document, standard=replace(document.standard, portrait=page))


def edited(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The DOCX with one part changed; the change must change something."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == part:
                text = change(old.read(name).decode()).encode()
                assert text != old.read(name)
            new.writestr(name, text)
    return target.getvalue()


# Our own papers keep their layout


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_papers_of_the_examples_keep_every_rule(file: Path) -> None:
    given = read_input(file)
    assert given.conference is not None
    for made in ready(given.conference, papers_for(None).values()):
        document = paper(file, made.key)
        proofs = (
            *prove_docx(write_docx(document), document.tree, document.standard, FILE),
            *prove_pdf(write_pdf(document).content, document.tree, document.standard, FILE),
        )
        assert proofs == ()


# A style that differs, in both formats

STYLES: Mapping[str, tuple[str, dict[str, Any], set[str], set[str]]] = {
    "Quốc hiệu smaller": ("country", {"size": 12}, {"V811"}, {"V811"}),
    "Tiêu ngữ not bold": ("motto", {"bold": False}, {"V812", "V824"}, {"V812"}),
    "date upright": ("place_date", {"italic": False}, {"V813"}, {"V813"}),
    "type at the left": ("type", {"align": "left"}, {"V815"}, {"V815"}),
    "body ragged": ("body", {"align": "left"}, {"V815"}, {"V815"}),
    "body without first-line indent": ("body", {"first": 0.0}, {"V816"}, {"V816"}),
    "body with wider rows": ("body", {"line": 21.0}, {"V817"}, {"V817"}),
    "body with more space": ("body", {"before": 12.0}, {"V819"}, {"V819"}),
    "recipients larger": ("recipient", {"size": 12}, {"V811"}, {"V811"}),
    "figures at the left": ("cell_right", {"align": "left"}, {"V815"}, {"V815"}),
}


@pytest.mark.parametrize("case", STYLES)
def test_a_style_that_differs_is_named_in_the_pdf(case: str, report: Document) -> None:
    role, changed, codes, _ = STYLES[case]
    found = proved_pdf(with_style(report, role, **changed), report)
    assert {code for code, _ in found} == codes
    assert all(role.replace("_", " ") in named for _, named in found)


@pytest.mark.parametrize("case", STYLES)
def test_a_style_that_differs_is_named_in_the_docx(case: str, report: Document) -> None:
    role, changed, _, codes = STYLES[case]
    named = role.replace("_", " ")
    content = write_docx(with_style(report, role, **changed))
    assert proved_docx(content, report) == {(code, named) for code in codes}


@pytest.mark.parametrize("side", ["left", "right", "top"])
def test_a_margin_that_differs_is_named_in_the_pdf(side: str, report: Document) -> None:
    changed = with_page(report, **{side: getattr(report.standard.portrait, side) + 5})
    assert ("V802", f"{side.capitalize()} margin") in proved_pdf(changed, report)
    assert {code for code, _ in proved_pdf(changed, report)} <= {"V802", "V803"}


def test_a_bottom_margin_that_a_page_leaves_empty_is_named() -> None:
    long = paper(FICTIONAL, "bao-cao")
    assert ("V802", "Bottom margin") in proved_pdf(with_page(long, bottom=60), long)


@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
def test_a_margin_that_differs_is_named_in_the_docx(side: str, report: Document) -> None:
    changed = with_page(report, **{side: getattr(report.standard.portrait, side) + 5})
    found = proved_docx(write_docx(changed), report)
    assert {entry for entry in found if entry[0] == "V802"} == {("V802", f"{side.capitalize()} margin")}


def test_paper_of_another_size_is_named(report: Document) -> None:
    letter = with_page(report, width=216, height=279)
    assert ("V801", "Paper") in proved_pdf(letter, report)
    assert ("V801", "Paper") in proved_docx(write_docx(letter), report)


def test_a_problem_says_what_is_needed_what_is_found_and_where(report: Document) -> None:
    content = write_pdf(with_style(report, "country", size=12)).content
    (problem,) = prove_pdf(content, report.tree, report.standard, FILE)
    assert problem.values["needed"] == "13 pt"
    assert problem.values["found"] == "12 pt"
    assert problem.values["where"] == " (trang 1)"


# What only the PDF can show: other CSS

CSS: Mapping[str, tuple[str, set[tuple[str, str]]]] = {
    "number on page 1": (
        "@page :first { @top-center { content: counter(page) !important } }",
        {("V806", "Page number")},
    ),
    "no numbers": ("@page { @top-center { content: none !important } }", {("V807", "Page number")}),
    "numbers count wrongly": ("@page { @top-center { content: '9' } }", {("V808", "Page number")}),
    "numbers lower": (
        "@page { @top-center { padding-top: 14mm !important } }",
        {("V808", "Page number, from the upper edge")},
    ),
    "no rule below Tiêu ngữ": ("hr.rule_motto { border-top: none !important }", {("V823", "Line under motto")}),
    "rule below Tiêu ngữ short": ("hr.rule_motto { width: 30mm !important }", {("V824", "Line under motto")}),
    "rule below the issuer long": ("hr.rule_issuer { width: 50mm !important }", {("V824", "Line under issuer")}),
    "rule below Tiêu ngữ aside": ("hr.rule_motto { margin-left: 5mm !important }", {("V815", "Line under motto")}),
    "date lower than number": (".place_date { padding-top: 8pt }", {("V822", "place date")}),
    "Quốc hiệu on two rows": (".country { padding: 0 8mm }", {("V821", "country")}),
    "Tiêu ngữ above Quốc hiệu": (".motto { margin-top: -15mm }", {("V825", "motto")}),
}


@pytest.mark.parametrize("case", CSS)
def test_what_other_css_does_is_named(case: str, report: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    own = stylesheet.stylesheet
    css, wanted = CSS[case]
    monkeypatch.setattr("reportgen.writers.pdf.markup.stylesheet", lambda *given: own(*given) + css)
    assert proved_pdf(report, report) == wanted


def test_a_heading_alone_at_a_page_s_foot_is_named(monkeypatch: pytest.MonkeyPatch, report: Document) -> None:
    own = stylesheet.stylesheet
    css = ".clause + p { break-before: page } .clause { break-after: auto !important }"
    monkeypatch.setattr("reportgen.writers.pdf.markup.stylesheet", lambda *given: own(*given) + css)
    assert ("V831", "clause") in proved_pdf(report, report)


def test_a_torn_signature_block_is_named(monkeypatch: pytest.MonkeyPatch, report: Document) -> None:
    own = stylesheet.stylesheet
    css = ".signatures, .row, .side { display: block; break-inside: auto } .signer { break-before: page }"
    monkeypatch.setattr("reportgen.writers.pdf.markup.stylesheet", lambda *given: own(*given) + css)
    assert ("V833", "Signature block") in proved_pdf(report, report)


@pytest.mark.parametrize(
    ("css", "found"),
    [
        (".signer { margin-top: 40pt !important }", "14 mm"),
        (".recipients_head { margin: 20mm 0 0 60mm !important; white-space: nowrap }", "“Nơi nhận:”"),
    ],
    ids=["too little room", "something in the way"],
)
def test_what_leaves_no_place_for_signature_and_seal_is_named(
    monkeypatch: pytest.MonkeyPatch, report: Document, css: str, found: str
) -> None:
    own = stylesheet.stylesheet
    monkeypatch.setattr("reportgen.writers.pdf.markup.stylesheet", lambda *given: own(*given) + css)
    problems = prove_pdf(write_pdf(report).content, report.tree, report.standard, FILE)
    assert found in {problem.values["found"] for problem in problems if problem.code == "V836"}


@pytest.mark.parametrize("signers", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("organ", ["UBND", "Đảng ủy", "Trường Tiểu học Y"])
def test_a_paper_signed_by_several_keeps_every_rule(tmp_path: Path, signers: int, organ: str) -> None:
    names = ", ".join(f"{{chức vụ: Chủ tịch, họ tên: Nguyễn Văn {letter}}}" for letter in "ABCDE"[:signers])
    input_file = tmp_path / "ky.yaml"
    input_file.write_text(
        f"năm: 2025\nđơn vị: {{tên: xã Bình An, cơ quan: {organ}}}\n"
        f"văn bản: {{số: 5, ngày: 20/12/2025, độ khẩn: hỏa tốc, người ký: [{names}]}}\n"
        "chỉ tiêu: {thu: {tên: thu ngân sách, thực hiện: 12 tỷ đồng}}\n",
        "utf-8",
    )
    made = paper(input_file, "bao-cao")
    lines = [line.text for line in tree_lines(made.tree)]
    assert [line for line in lines if line.startswith("Nguyễn Văn")] == [f"Nguyễn Văn {x}" for x in "ABCDE"[:signers]]
    assert "HỎA TỐC" in lines
    assert proved_pdf(made, made) == proved_docx(write_docx(made), made) == set()


# What only the DOCX can show: other XML

DOCUMENT, STYLES_PART, HEADER = "word/document.xml", "word/styles.xml", "word/header1.xml"

XML: Mapping[str, tuple[str, str, str, set[tuple[str, str]]]] = {
    "first page not apart": (DOCUMENT, "<w:titlePg/>", "", {("V806", "Page number")}),
    "no page field": (HEADER, " PAGE ", " DATE ", {("V807", "Page number")}),
    "no header": (DOCUMENT, r"<w:headerReference [^>]*/>", "", {("V807", "Page number")}),
    "number at the right": (HEADER, "</w:pPr>", '<w:jc w:val="right"/></w:pPr>', {("V815", "page number")}),
    "header far down": (
        DOCUMENT,
        'w:header="567"',
        'w:header="850"',
        {("V808", "Page number, from the upper edge")},
    ),
    "no rule below Tiêu ngữ": (
        DOCUMENT,
        r"(Hạnh phúc</w:t></w:r><w:bookmarkEnd[^>]*></w:p><w:p><w:pPr><w:pStyle w:val=\"rule\"/>)<w:pBdr>.*?</w:pBdr>",
        r"\1",
        {("V823", "Line under motto")},
    ),
    "rule below Tiêu ngữ short": (
        DOCUMENT,
        r"(Hạnh phúc.*?)<w:ind w:left=\"\d+\" w:right=\"\d+\"/>",
        r'\1<w:ind w:left="2000" w:right="2000"/>',
        {("V824", "Line under motto")},
    ),
    "header rows do not repeat": (DOCUMENT, "<w:tblHeader/>", "", {("V834", "Repeated header rows of a table")}),
    "another language": (STYLES_PART, 'w:val="vi-VN"', 'w:val="en-US"', {("V835", "Language")}),
    "another font": (STYLES_PART, "Times New Roman", "Arial", {("V805", "Font")}),
}


@pytest.mark.parametrize("case", XML)
def test_what_other_xml_does_is_named(case: str, report: Document, word: bytes) -> None:
    part, old, new, wanted = XML[case]
    content = edited(word, part, lambda text: re.sub(old, new, text, flags=re.DOTALL))
    assert proved_docx(content, report) == wanted


def test_a_column_too_narrow_for_quoc_hieu_is_named(report: Document, word: bytes) -> None:
    content = edited(word, DOCUMENT, lambda text: text.replace('w:w="5613"', 'w:w="4500"'))
    assert ("V821", "country") in proved_docx(content, report)


def test_letters_made_bold_by_hand_are_named(report: Document, word: bytes) -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t"
    content = edited(
        word, DOCUMENT, lambda text: text.replace('<w:r><w:t xml:space="preserve">Trên đây', bold + ">Trên đây")
    )
    assert proved_docx(content, report) == {("V812", "closing")}


def test_a_style_that_inherits_what_it_does_not_say_is_read_as_word_does(report: Document, word: bytes) -> None:
    """Bold taken out of the style and put into the style that it stands on changes nothing."""

    def moved(text: str) -> str:
        base = '<w:style w:type="paragraph" w:customStyle="1" w:styleId="strong"><w:name w:val="strong"/>'
        base += '<w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>'
        old = re.search(r'<w:style [^>]*w:styleId="country">.*?</w:style>', text)
        assert old is not None
        new = re.sub(r'<w:b w:val="1"/><w:bCs w:val="1"/>', "", old[0]).replace('"Normal"', '"strong"', 1)
        return text.replace(old[0], base + new)

    assert proved_docx(edited(word, STYLES_PART, moved), report) == set()


def test_styles_that_stand_on_one_another_in_a_circle_end(report: Document, word: bytes) -> None:
    content = edited(
        word, STYLES_PART, lambda text: text.replace('<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="country"/>')
    )
    assert proved_docx(content, report) == set()


def test_the_layout_and_not_the_program_says_what_is_needed(report: Document) -> None:
    """The same paper against a layout with another size fails: no size stands in the proofs."""
    other: Standard = with_style(report, "body", size=13).standard
    content = write_pdf(report).content
    assert told(prove_pdf(content, report.tree, other, FILE)) == {("V811", "body")}
