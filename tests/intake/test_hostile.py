"""Workbooks made to harm: bombs, entities, rows without end, links, macros. Each ends in a message, soon."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from intake.making import HEAD, put
from reportgen.intake.opening import read_sheets
from reportgen.intake.taking import Given, Taken, Wanted, take
from reportgen.problems import Failure

LONGEST = 20.0
"""Seconds that a file may take on a busy machine."""
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
)
SHEET = "xl/worksheets/sheet1.xml"


def workbook() -> bytes:
    book = openpyxl.Workbook()
    put(book.active, [HEAD, (1, "Thu ngân sách", "Tỷ đồng", 38.1, 41.67, 41.795)])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def with_parts(parts: Mapping[str, bytes]) -> bytes:
    """The workbook with other parts, or more of them."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook())) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return target.getvalue()


def sheet(rows: bytes) -> bytes:
    return (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        + rows
        + b"</sheetData></worksheet>"
    )


def code(tmp_path: Path, content: bytes, name: str = "a.xlsx") -> str:
    """The code of the problem that the file ends in."""
    (tmp_path / name).write_bytes(content)
    start = time.monotonic()
    found = read_sheets(tmp_path / name)
    if not isinstance(found, Failure):
        found = take([Given(tmp_path / name, found)], Wanted())  # type: ignore[assignment]
    assert time.monotonic() - start < LONGEST
    assert isinstance(found, Failure)
    (problem,) = found.problems
    return problem.code


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    assert code(tmp_path, with_parts({"xl/media/a.xml": bytes(200_000_000)})) == "N103"


def test_entities_are_refused(tmp_path: Path) -> None:
    assert code(tmp_path, with_parts({SHEET: ENTITIES})) == "N102"


def test_entities_of_an_open_document_are_refused(tmp_path: Path) -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("content.xml", ENTITIES)
    assert code(tmp_path, target.getvalue(), "a.ods") == "N102"


def test_a_million_empty_rows_end_in_a_message(tmp_path: Path) -> None:
    rows = b"".join(
        b'<row r="%d" ht="15"><c r="A%d" s="0"/></row>' % (number, number) for number in range(1, 1_048_577)
    )
    assert code(tmp_path, with_parts({SHEET: sheet(rows)})) == "N103"


def test_hundred_thousand_formatted_rows_below_a_table_do_no_harm(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    put(book.active, [HEAD, (1, "Thu ngân sách", "Tỷ đồng", 38.1, 41.67, 41.795)])
    target = BytesIO()
    book.save(target)
    with zipfile.ZipFile(BytesIO(target.getvalue())) as package:
        part = package.read(SHEET)
    rows = b"".join(b'<row r="%d" ht="15" customHeight="1"/>' % number for number in range(3, 100_000))
    (tmp_path / "a.xlsx").write_bytes(with_parts({SHEET: part.replace(b"</sheetData>", rows + b"</sheetData>")}))
    sheets = read_sheets(tmp_path / "a.xlsx")
    assert isinstance(sheets, tuple)
    found = take([Given(tmp_path / "a.xlsx", sheets)], Wanted())
    assert isinstance(found, Taken)
    assert [one.result for one in found.entries] == ["ước 41,795 tỷ đồng"]


def test_a_cell_at_the_far_end_ends_in_a_message(tmp_path: Path) -> None:
    far = sheet(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert code(tmp_path, with_parts({SHEET: far})) == "N103"


@pytest.mark.parametrize(
    "reference", ["A1:XFD1048576", "B2:ZZ900000"], ids=["the whole sheet merged", "most of the sheet merged"]
)
def test_merged_cells_without_end_are_told(tmp_path: Path, reference: str) -> None:
    merged = sheet(b'<row r="1"><c r="A1"><v>1</v></c></row>').replace(
        b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="%s"/></mergeCells>' % reference.encode()
    )
    assert code(tmp_path, with_parts({SHEET: merged})) == "N103"


def test_links_and_macros_are_left_alone(tmp_path: Path) -> None:
    content = with_parts(
        {
            "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macro",
            "xl/externalLinks/externalLink1.xml": b'<externalLink xmlns="http://schemas.openxmlformats.org/'
            b'spreadsheetml/2006/main"/>',
        }
    )
    (tmp_path / "a.xlsm").write_bytes(content)
    assert isinstance(read_sheets(tmp_path / "a.xlsm"), tuple)


def test_a_locked_workbook_is_told(tmp_path: Path) -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + "EncryptedPackage".encode("utf-16-le")
    assert code(tmp_path, locked) == "N104"


def test_damaged_parts_are_told(tmp_path: Path) -> None:
    assert code(tmp_path, with_parts({SHEET: b"<worksheet><sheetData>"})) == "N101"
    assert code(tmp_path, workbook()[:-2000]) in {"N101", "N105"}


def test_a_value_that_is_no_number_ends_in_a_message(tmp_path: Path) -> None:
    assert code(tmp_path, with_parts({SHEET: sheet(b'<row r="1"><c r="A1"><v>x</v></c></row>')})) in {"N101", "N106"}


@pytest.mark.parametrize("text", ["9" * 5000, "1,5" * 500, "(" * 1900, "-" * 1900, "1/" * 900])
def test_cells_made_to_harm_are_read_in_time(tmp_path: Path, text: str) -> None:
    lines = "".join(f"{number};{text};Hộ;{text};{text}\n" for number in range(40))
    (tmp_path / "a.csv").write_text(f"TT;Chỉ tiêu;ĐVT;KH 2025;TH 2025\n{lines}", "utf-8")
    start = time.monotonic()
    sheets = read_sheets(tmp_path / "a.csv")
    assert isinstance(sheets, tuple)
    take([Given(tmp_path / "a.csv", sheets)], Wanted())
    assert time.monotonic() - start < LONGEST
