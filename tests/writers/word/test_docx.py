"""The DOCX: real Word parts, and the text that Word would show is the tree's."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from reportgen.build import Outcome
from reportgen.layout.document import Document, Metadata
from reportgen.layout.standards import choose
from reportgen.layout.typeset import typeset
from reportgen.tree import Element, lines, squeezed
from reportgen.verify.docx_parts import W
from reportgen.verify.docx_text import docx_paragraphs
from reportgen.writers.word import write_docx

STATE = choose("nhà nước", None)


def written(*blocks: Element) -> bytes:
    tree = typeset(Element("article", children=blocks), STATE)
    return write_docx(Document("thu", tree, STATE, Metadata("Thử")))


def part(content: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return ET.fromstring(package.read(name))


def leaf(tag: str, role: str = "", *children: Element | str) -> Element:
    return Element(tag, role, (), children or ("chữ",))


WORDS = st.text(
    st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="\u2028\u2029"), min_size=1, max_size=30
)
TEXT = WORDS.map(lambda text: " ".join(text.split()) or "x")
PARAGRAPH = TEXT.map(lambda text: leaf("p", "", text))
HEADING = st.tuples(st.sampled_from(["part", "section", "clause", "subclause", "point"]), TEXT).map(
    lambda pair: leaf("h3", *pair)
)
ITEM = TEXT.map(lambda text: leaf("li", "", text))
LIST = st.tuples(st.sampled_from(["numbers", "points", "dashes"]), st.lists(ITEM, min_size=1, max_size=25)).map(
    lambda pair: Element("ol" if pair[0] != "dashes" else "ul", pair[0], (), tuple(pair[1]))
)


@settings(max_examples=60)
@given(st.lists(PARAGRAPH | HEADING | LIST, min_size=1, max_size=12))
def test_what_word_shows_is_the_tree_s_text_labels_and_all(blocks: list[Element]) -> None:
    tree = typeset(Element("article", children=tuple(blocks)), STATE)
    content = write_docx(Document("thu", tree, STATE, Metadata("Thử")))
    wanted = [squeezed(line.full) for line in lines(tree)]
    assert [squeezed(shown) for shown in docx_paragraphs(content)] == [line for line in wanted if line]


def test_no_label_is_typed_into_the_text() -> None:
    body = part(
        written(leaf("h3", "section", "Kinh tế"), Element("ul", "dashes", (), (leaf("li"),))), "word/document.xml"
    )
    assert ["".join(run.itertext()) for run in body.iter(f"{W}p")][:2] == ["Kinh tế", "chữ"]


def test_headings_and_lists_number_themselves_through_their_styles() -> None:
    styles = part(written(leaf("p")), "word/styles.xml")
    numbered = {
        style.get(f"{W}styleId")
        for style in styles.findall(f"{W}style")
        if style.find(f"{W}pPr/{W}numPr/{W}numId") is not None
    }
    assert {"Heading1", "Heading2", "Heading3", "ListBullet", "ListNumber"} <= numbered


def test_built_in_styles_bear_a_vietnamese_alias() -> None:
    styles = part(written(leaf("p")), "word/styles.xml")
    aliases = {
        style.find(f"{W}name").get(f"{W}val"): style.find(f"{W}aliases").get(f"{W}val")  # type: ignore[union-attr]
        for style in styles.findall(f"{W}style")
        if style.find(f"{W}aliases") is not None
    }
    assert aliases["heading 2"] == "Mục"
    assert aliases["Body Text"] == "Nội dung"


def test_the_language_is_vietnamese(example: Outcome) -> None:
    styles = part((example.folder / "bao-cao.docx").read_bytes(), "word/styles.xml")
    lang = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lang is not None
    assert lang.get(f"{W}val") == "vi-VN"


def test_header_rows_repeat_and_rows_do_not_split(fictional: Outcome) -> None:
    body = part((fictional.folder / "bao-cao.docx").read_bytes(), "word/document.xml")
    tables = [table for table in body.iter(f"{W}tbl") if table.find(f"{W}tblPr/{W}tblStyle") is not None]
    assert tables
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_the_page_number_is_a_field_and_hidden_on_first_pages(example: Outcome) -> None:
    content = (example.folder / "bao-cao.docx").read_bytes()
    header = part(content, "word/header1.xml")
    assert [field.get(f"{W}instr").strip() for field in header.iter(f"{W}fldSimple")] == ["PAGE"]  # type: ignore[union-attr]
    sections = list(part(content, "word/document.xml").iter(f"{W}sectPr"))
    assert len(sections) == 2
    assert all(section.find(f"{W}titlePg") is not None for section in sections)


def test_nothing_is_spaced_with_empty_paragraphs_or_runs_of_spaces(fictional: Outcome) -> None:
    body = part((fictional.folder / "bao-cao.docx").read_bytes(), "word/document.xml")
    text = ["".join(node.text or "" for node in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p")]
    assert not [line for line in text if "  " in line]
    cells = {id(paragraph) for cell in body.iter(f"{W}tc") for paragraph in cell.iter(f"{W}p")}
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        empty = not "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        if empty and id(paragraph) not in cells:
            assert style is not None
            assert style.get(f"{W}val") in {"rule", "section_break"} or paragraph.find(f".//{W}drawing") is not None


def test_the_landscape_annex_is_a_section_of_its_own(fictional: Outcome) -> None:
    body = part((fictional.folder / "bao-cao.docx").read_bytes(), "word/document.xml")
    sizes = [section.find(f"{W}pgSz") for section in body.iter(f"{W}sectPr")]
    assert [size.get(f"{W}orient", "portrait") for size in sizes if size is not None][:2] == ["portrait", "landscape"]


def test_python_docx_opens_it_and_finds_the_outline(example: Outcome) -> None:
    document = docx.Document(str(example.folder / "bao-cao.docx"))
    headings = [
        (p.style.name, p.text.strip()) for p in document.paragraphs if p.style and p.style.name.startswith("Heading")
    ]
    assert ("Heading 1", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2023") in headings
    assert document.core_properties.language == "vi-VN"
    assert document.core_properties.title.startswith("Báo cáo kết quả thực hiện nhiệm vụ năm 2023")


VALIDATOR = shutil.which("ooxml-validator") or shutil.which(
    "ooxml-validator", path=str(ROOT / ".venv/npm/node_modules/.bin")
)


@pytest.mark.skipif(VALIDATOR is None and "CI" not in os.environ, reason="no Open XML validator: run `make openxml`")
@pytest.mark.parametrize("name", ["bao-cao.docx", "tin-bai.docx"])
def test_it_is_valid_open_xml(fictional: Outcome, name: str) -> None:
    assert VALIDATOR is not None, "make openxml installs it"
    run = subprocess.run([VALIDATOR, str(fictional.folder / name)], capture_output=True, text=True, check=False)
    report = json.loads(run.stdout)
    assert report["errors"] == []


OFFICE = shutil.which("soffice")
SIGNS = r"[\s•-]"  # the plain text of LibreOffice has bullets of its own


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_shows_the_same_words(example: Outcome, tmp_path: Path) -> None:
    assert OFFICE is not None
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(example.folder / "tin-bai.docx")], check=True, capture_output=True)
    shown = re.sub(SIGNS, "", (tmp_path / "tin-bai.txt").read_text("utf-8-sig"))
    wanted = re.sub(SIGNS, "", "".join(docx_paragraphs((example.folder / "tin-bai.docx").read_bytes())))
    assert shown == wanted
