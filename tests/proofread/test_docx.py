"""DOCX in, and the same DOCX with comments out."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from conftest import ROOT
from reportgen.proofread.asked import Asked, Given
from reportgen.proofread.inspection import inspect
from reportgen.proofread.readers.docx import read_docx
from reportgen.proofread.text import Paragraph, Role, Table
from reportgen.verify.docx_parts import DocxError

WRONG = "Có 1.542/1.611 hộ đạt danh hiệu gia đình văn hóa, chiếm 97,5%."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(*texts: str) -> bytes:
    """A DOCX of plain paragraphs."""
    made = docx.Document()
    for text in texts:
        made.add_paragraph(text)
    return saved(made)


def saved(made: docx.document.Document) -> bytes:
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def with_body(xml: str, parts: dict[str, str] | None = None) -> bytes:
    """A DOCX whose body is this XML, and further parts instead of those that python-docx makes."""
    source = zipfile.ZipFile(io.BytesIO(document()))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "word/document.xml":
                content = f"<w:document {W}><w:body>{xml}</w:body></w:document>".encode()
            made.writestr(entry.filename, (parts or {}).get(entry.filename, content))
        for name, content_of in (parts or {}).items():
            if name not in source.namelist():
                made.writestr(name, content_of)
    return target.getvalue()


def p(*runs: str) -> str:
    """A paragraph of runs."""
    return "<w:p>" + "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def texts(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in read_docx(content).text.paragraphs()]


def commented(content: bytes) -> bytes:
    """The copy with comments."""
    (found,) = inspect([Given(Path("a.docx"), content)], Asked("vi"))
    assert found.copy is not None
    return found.copy


def test_text_is_read_across_runs_links_and_tracked_changes() -> None:
    body = p(
        "đạt ",
        '<w:ins w:id="1" w:author="x"><w:r><w:t>14/15</w:t></w:r></w:ins>',
        '<w:del w:id="2" w:author="x"><w:r><w:delText>13/15</w:delText></w:r></w:del>',
        "<w:hyperlink><w:r><w:t> thôn</w:t></w:r></w:hyperlink>",
        '<w:sdt><w:sdtContent><w:r><w:t xml:space="preserve"> văn</w:t><w:tab/></w:r></w:sdtContent></w:sdt>',
        "<w:r><w:instrText>PAGE</w:instrText></w:r>",
        '<w:moveFrom w:id="3" w:author="x"><w:r><w:t>cũ</w:t></w:r></w:moveFrom>',
        "hóa",
    )
    assert texts(with_body(body)) == ["đạt 14/15 thôn văn hóa"]


def test_text_boxes_are_read_once_and_by_themselves() -> None:
    box = "<w:txbxContent>" + p("trong hộp") + "</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    run = (
        f'<w:r><mc:AlternateContent {mc}><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(with_body(p("trước", run, " sau"))) == ["trước sau", "trong hộp"]


def test_tables_keep_merged_cells_and_tables_within_them() -> None:
    def cell(content: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell(p('trong'))}</w:tr></w:tbl>"
    rows = (
        cell(p("TT"), '<w:vMerge w:val="restart"/>') + cell(p("So sánh"), '<w:gridSpan w:val="2"/>'),
        cell(p(""), "<w:vMerge/>") + cell(p("KH") + inner + p("giao")) + cell(p("CK")),
    )
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    first, second = (block for block in read_docx(with_body(body)).text.blocks if isinstance(block, Table))
    assert [(cell.text, cell.row, cell.column, cell.rows, cell.columns) for cell in first.cells] == [
        ("TT", 0, 0, 2, 1),
        ("So sánh", 0, 1, 1, 2),
        ("KH giao", 1, 1, 1, 1),
        ("CK", 1, 2, 1, 1),
    ]
    assert [cell.text for cell in second.cells] == ["trong"]
    assert first.cells[2].paragraphs[0].inside == "B2"


def test_headers_and_footnotes_are_read_behind_the_text() -> None:
    made = docx.Document()
    made.add_paragraph("Thân bài")
    made.sections[0].header.paragraphs[0].text = "Đầu trang"
    blocks = read_docx(saved(made)).text.blocks
    told = [(block.text, block.role) for block in blocks if isinstance(block, Paragraph)]
    assert told == [("Thân bài", Role.BODY), ("Đầu trang", Role.MARGIN)]


def test_a_comment_holds_the_figure_and_says_what_is_wrong() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("Có 1.542/1.611 hộ đạt, chiếm ")
    paragraph.add_run("97,").bold = True
    paragraph.add_run("5% số hộ.")
    opened = docx.Document(io.BytesIO(commented(saved(made))))
    (comment,) = opened.comments
    assert comment.author == "reportgen"
    assert "1.542/1.611 hộ = 95,7%" in comment.text
    assert [paragraph.text for paragraph in opened.paragraphs] == ["Có 1.542/1.611 hộ đạt, chiếm 97,5% số hộ."]
    assert _held(opened) == ["97,5%"]
    assert [run.text for run in opened.paragraphs[0].runs if run.bold] == ["97,"]


def _held(opened: docx.document.Document) -> list[str]:
    """The text between the start and the end of each comment."""
    held: dict[str, str] = {}
    inside: list[str] = []
    for element in opened.element.body.iter():
        name = str(element.tag).rpartition("}")[2]
        number = element.get(f"{element.tag.rpartition('}')[0]}}}id", "")
        if name == "commentRangeStart":
            inside.append(number)
            held[number] = ""
        elif name == "commentRangeEnd":
            inside.remove(number)
        elif name == "t":
            for open_ in inside:
                held[open_] += element.text or ""
    return list(held.values())


def test_every_other_part_is_the_same_byte_for_byte() -> None:
    content = document(WRONG)
    before, after = (zipfile.ZipFile(io.BytesIO(one)) for one in (content, commented(content)))
    changed = {
        name for name in after.namelist() if name not in before.namelist() or before.read(name) != after.read(name)
    }
    assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}
    assert set(before.namelist()) <= set(after.namelist())


def test_comments_that_were_there_stay_and_the_same_file_gives_the_same_bytes() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph(WRONG)
    made.add_comment(paragraph.runs, text="Xem lại", author="An")
    content = saved(made)
    opened = docx.Document(io.BytesIO(commented(content)))
    assert [comment.author for comment in opened.comments] == ["An", "reportgen"]
    assert len({comment.comment_id for comment in opened.comments}) == 2
    assert commented(content) == commented(content)


def test_several_comments_in_one_run_and_in_a_cell() -> None:
    made = docx.Document()
    made.add_paragraph(f"{WRONG} Toàn xã có 14/15 thôn văn hóa, đạt 95%.")
    made.add_table(1, 1).cell(0, 0).text = WRONG
    assert _held(docx.Document(io.BytesIO(commented(saved(made))))) == ["97,5%", "95%", "97,5%"]


def test_a_header_s_comment_stands_where_word_allows_one() -> None:
    made = docx.Document()
    made.add_paragraph("Thân bài")
    made.sections[0].header.paragraphs[0].text = "Thứ Năm, ngày 20/12/2024"
    assert _held(docx.Document(io.BytesIO(commented(saved(made))))) == ["Thân bài"]


def test_a_file_without_findings_is_copied_with_an_empty_list_of_comments() -> None:
    opened = docx.Document(io.BytesIO(commented(document("Không có gì."))))
    assert list(opened.comments) == []


VALIDATOR = shutil.which("ooxml-validator") or shutil.which(
    "ooxml-validator", path=str(ROOT / ".venv/npm/node_modules/.bin")
)


@pytest.mark.skipif(VALIDATOR is None, reason="the validator is not installed: make openxml")
def test_the_copy_is_valid_open_xml(tmp_path: Path) -> None:
    assert VALIDATOR is not None
    made = docx.Document()
    made.add_paragraph(f"{WRONG} Toàn xã có 14/15 thôn văn hóa, đạt 95%.")
    made.add_table(1, 1).cell(0, 0).text = WRONG
    file = tmp_path / "a.soat.docx"
    file.write_bytes(commented(saved(made)))
    run = subprocess.run([VALIDATOR, str(file)], capture_output=True, text=True, check=False)
    assert json.loads(run.stdout)["errors"] == []


def bomb() -> bytes:
    return with_body(p("x"), {"word/document.xml": "<a>" + " " * (65 * 1024 * 1024) + "</a>"})


HOSTILE: dict[str, bytes] = {
    "damaged": b"PK\x03\x04" + bytes(100),
    "hostile": with_body("", {"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
    "large": bomb(),
}


@pytest.mark.parametrize("reason", HOSTILE)
def test_files_made_to_harm_are_refused_with_their_reason(reason: str) -> None:
    with pytest.raises(DocxError) as caught:
        read_docx(HOSTILE[reason])
    assert caught.value.reason == reason


def test_deep_nesting_ends() -> None:
    depth = 2000
    body = "<w:sdt><w:sdtContent>" * depth + p("x") + "</w:sdtContent></w:sdt>" * depth
    with pytest.raises(DocxError):
        read_docx(with_body(body))


def found_in(content: bytes, name: str = "a.docx") -> Sequence[str]:
    (found,) = inspect([Given(Path(name), content)])
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize(("reason", "code"), [("damaged", "V971"), ("hostile", "V973"), ("large", "V973")])
def test_they_are_told_as_verify_tells_them(reason: str, code: str) -> None:
    assert found_in(HOSTILE[reason]) == [code]


def test_an_old_or_locked_file_and_one_of_no_known_format_are_told() -> None:
    assert found_in(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == ["V972"]
    assert found_in(b"\x89PNG\r\n\x1a\n\0\0", "a.png") == ["V974"]
