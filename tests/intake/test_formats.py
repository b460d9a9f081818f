"""Text files in whatever encoding, tables of Word, and files that are no tables."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from reportgen.intake.opening import read_sheets
from reportgen.intake.taking import Given, Taken, Wanted, take
from reportgen.problems import Failure

TABLE = """\
Kết quả năm 2025;;;
TT;Chỉ tiêu;ĐVT;KH năm 2025;Thực hiện năm 2025
1;Tổng thu NSNN trên địa bàn;Tỷ đồng;41,67;41,795
2;Hộ gia đình văn hóa;Hộ;"2.500";2.570/2.683
"""
EXPECTED = [("thu_nsnn", "41,795 tỷ đồng", "41,67 tỷ đồng"), ("ho_gdvh", "2.570/2.683 hộ", "2.500 hộ")]
ENCODINGS = {
    "utf-8": TABLE.encode(),
    "utf-8 with a mark": b"\xef\xbb\xbf" + TABLE.encode(),
    "utf-16": TABLE.encode("utf-16"),
    "utf-16 without a mark": TABLE.encode("utf-16-le"),
    "tabs": TABLE.replace(";", "\t").encode(),
    "commas": '"TT","Chỉ tiêu","ĐVT","KH năm 2025","Thực hiện năm 2025"\n"1","Tổng thu NSNN trên địa bàn","Tỷ đồng",'
    '"41,67","41,795"\n"2","Hộ gia đình văn hóa","Hộ","2.500","2.570/2.683"\n'.encode(),
}
WINDOWS_1258 = (
    "TT;Chi\u0309 tiêu;\u0110VT;KH n\u0103m 2025;Th\u01b0\u0323c hiê\u0323n n\u0103m 2025\n"
    "1;Hô\u0323 nghe\u0300o;Hô\u0323;10;9\n"
).encode("cp1258")
TCVN3 = "TT;ChØ tiªu;§VT;KH n¨m 2025;Thùc hiÖn n¨m 2025\n1;Hé nghÌo;Hé;10;9\n".encode("latin-1")


def took(file: Path) -> Taken | Failure:
    sheets = read_sheets(file)
    return sheets if isinstance(sheets, Failure) else take([Given(file, sheets)], Wanted())


def figures(found: Taken | Failure) -> list[tuple[str, str, str]]:
    assert isinstance(found, Taken), found
    return [(one.key, one.result, one.plans[0].value) for one in found.entries]


@pytest.mark.parametrize("content", ENCODINGS.values(), ids=ENCODINGS)
def test_a_text_file_is_read_in_any_encoding(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "bang.csv"
    file.write_bytes(content)
    assert figures(took(file)) == EXPECTED


def test_windows_1258_is_composed(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(WINDOWS_1258)
    found = took(tmp_path / "a.csv")
    assert isinstance(found, Taken)
    assert [(one.name, one.result) for one in found.entries] == [("hộ nghèo", "9 hộ")]


def test_letters_of_an_old_encoding_are_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(TCVN3)
    found = took(tmp_path / "a.csv")
    assert isinstance(found, Failure)
    assert [(one.code, one.values["kind"]) for one in found.problems] == [("N110", "TCVN3 (ABC)")]


def test_the_tables_of_a_word_file_are_taken(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Phụ lục: các chỉ tiêu năm 2025")
    document.add_paragraph("Đơn vị tính: tỷ đồng")
    table = document.add_table(4, 4)
    rows = [
        ("TT", "Chỉ tiêu", "Thực hiện năm 2025", ""),
        ("", "", "Kế hoạch", "Ước TH"),
        ("1", "Thu ngân sách", "41,67", "41,795"),
        ("2", "Chi ngân sách", "40", "39,5"),
    ]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    table.cell(0, 2).merge(table.cell(0, 3))
    for column in (0, 1):
        table.cell(0, column).merge(table.cell(1, column))
    document.save(str(tmp_path / "phu-luc.docx"))
    found = took(tmp_path / "phu-luc.docx")
    assert isinstance(found, Taken)
    assert [(one.name, one.result, one.at) for one in found.entries] == [
        ("thu ngân sách", "ước 41,795 tỷ đồng", "Bảng 1!B3"),
        ("chi ngân sách", "ước 39,5 tỷ đồng", "Bảng 1!B4"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", b"PK\x03\x04 cut off", "N105"),
        ("a.pdf", b"%PDF-1.7", "N105"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "N101"),
        ("a.csv", b"", "N108"),
        ("a.csv", "Chỉ có một câu.".encode(), "N108"),
        ("a.csv", "Chỉ tiêu;Thực hiện\nThu;5\n".encode(), "N109"),
    ],
)
def test_what_is_no_table_ends_in_a_message(name: str, content: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    found = took(tmp_path / name)
    assert isinstance(found, Failure)
    assert [problem.code for problem in found.problems] == [code]


def test_a_file_that_is_not_there_or_is_a_folder_is_told(tmp_path: Path) -> None:
    for file in (tmp_path / "a.xlsx", tmp_path):
        found = read_sheets(file)
        assert isinstance(found, Failure)
        assert [problem.code for problem in found.problems] == ["N107"]


def sheets_of_two(tmp_path: Path, one: str, other: str) -> Taken:
    for name, text in (("a.csv", one), ("b.csv", other)):
        (tmp_path / name).write_text(text, "utf-8")
    given = [Given(tmp_path / name, read) for name in ("a.csv", "b.csv") if (read := read_sheets(tmp_path / name))]  # type: ignore[arg-type]
    found = take(given, Wanted())
    assert isinstance(found, Taken)
    return found


def test_what_two_departments_have_of_one_indicator_is_put_together(tmp_path: Path) -> None:
    found = sheets_of_two(
        tmp_path,
        "Chỉ tiêu;ĐVT;KH năm 2025\nThu ngân sách;Tỷ đồng;41,67\n",
        "Chỉ tiêu;ĐVT;KH năm 2025;TH năm 2025\nThu NS;Tỷ đồng;1;1\nThu ngân sách;Triệu đồng;41.670;41.795\n",
    )
    assert [(one.key, one.result, one.plans[0].value) for one in found.entries] == [
        ("thu_ngan_sach", "41.795 triệu đồng", "41,67 tỷ đồng"),
        ("thu_ns", "1 tỷ đồng", "1 tỷ đồng"),
    ]
    assert [note.problem.code for note in found.notes] == ["N133"]


def test_two_departments_that_contradict_one_another_are_told(tmp_path: Path) -> None:
    found = sheets_of_two(
        tmp_path, "Chỉ tiêu;ĐVT;TH năm 2025\nSố hộ;Hộ;950\n", "Chỉ tiêu;ĐVT;TH năm 2025\nSố hộ;Hộ;952\n"
    )
    (entry,), (note,) = found.entries, found.notes
    assert (entry.result, entry.remarks) == ("950 hộ", ("b.csv!A2 (thực hiện): 952 hộ",))
    assert (note.problem.code, note.problem.values["first"]) == ("N134", "a.csv!A2")


def test_thousands_written_in_english_are_known_by_their_company_and_told_without(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Chỉ tiêu;ĐVT;TH năm 2025\nDân số;Người;9,964\nThu;Tỷ đồng;1,234.5\n", "utf-8")
    (tmp_path / "b.csv").write_text("Chỉ tiêu;ĐVT;TH năm 2025\nDân số;Người;9,964\nThu;Tỷ đồng;41,795\n", "utf-8")
    known, told = took(tmp_path / "a.csv"), took(tmp_path / "b.csv")
    assert isinstance(known, Taken)
    assert isinstance(told, Taken)
    assert [one.result for one in known.entries] == ["9.964 người", "1.234,5 tỷ đồng"]
    assert [(note.problem.code, note.at) for note in told.notes] == [("N126", "C2")]
