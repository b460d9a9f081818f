"""Who has sent what: the table, the page, the sheet, the letters."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from communes import FACTS, commune

from reportgen.cli import main
from reportgen.files.names import portable
from reportgen.problems import Failure
from reportgen.province.arrivals import Arrivals, State, arrivals, tally


def run(*arguments: object) -> int:
    """The program's exit code."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A folder with a file of every kind."""
    folder = tmp_path / "da-nhan"
    commune(folder, "xã Tốt")
    commune(folder, "xã Cũ", year="2024")
    commune(folder, "xã Sai", {"rung": "45,,2 ha"})
    commune(folder, "xã Hai", file="hai-1")
    commune(folder, "Xã hai", file="hai-2")
    commune(folder, "xã Tốt Nữa", {"rung": "46 ha"})
    (folder / "hong.yaml").write_text('năm: 2025\nđơn vị: {tên: "xã Hỏng', "utf-8")
    (tmp_path / "ds.yaml").write_text("đơn vị: [xã Vắng, xã tốt, xã Cũ, xã Sai, xã Hai, xã Tốt Nữa]\n", "utf-8")
    return folder


EXPECTED = ("xã Vắng", "xã Tốt", "xã Cũ", "xã Sai", "xã Hai", "xã Tốt Nữa")


def held(folder: Path) -> Arrivals:
    found = arrivals(folder, EXPECTED)
    assert not isinstance(found, Failure)
    return found


def test_every_unit_stands_as_its_file_does(sent: Path) -> None:
    states = [(one.unit.casefold(), one.state) for one in held(sent).units]
    assert states == [
        ("xã vắng", State.ABSENT),
        ("xã tốt", State.GOOD),
        ("xã cũ", State.OLD),
        ("xã sai", State.ERRORS),
        ("xã hai", State.DOUBLE),
        ("xã hai", State.DOUBLE),
        ("xã tốt nữa", State.GOOD),
        ("hong.yaml", State.UNREADABLE),
    ]


def test_a_broken_file_is_of_the_unit_that_it_still_names(sent: Path) -> None:
    (sent / "hong.yaml").write_text("năm: 2025\nđơn vị:\n  tên: xã Hỏng\nchỉ tiêu:\n  a: @12\n", "utf-8")
    assert [one.unit for one in held(sent).of(State.UNREADABLE)] == ["xã Hỏng"]


def test_a_unit_with_two_files_counts_once(sent: Path) -> None:
    assert tally(held(sent)) == {"good": 2, "mend": 4, "absent": 1}


def test_the_sheet_has_a_row_for_every_file_and_every_absent_unit(sent: Path) -> None:
    sheet = sent.parent / "bang.csv"
    assert run("collect", sent, "--expected", sent.parent / "ds.yaml", "-o", sheet) == 4
    rows = list(csv.reader(sheet.read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["Đơn vị", "Tình trạng", "Lỗi", "Cảnh báo", "Khác lưu trữ", "Tệp"]
    assert rows[1] == ["xã Vắng", "chưa gửi", "", "", "", ""]
    assert len(rows) == 9


def test_the_page_needs_nothing_and_runs_nothing(sent: Path) -> None:
    page = sent.parent / "bang.html"
    commune(sent, '"xã <script>x</script>"', file="la")
    run("collect", sent, "-o", page)
    text = page.read_text("utf-8")
    assert "<script" not in text
    assert "http" not in text
    assert "&lt;Script&gt;" in text or "&lt;script&gt;" in text
    assert '<html lang="vi">' in text


def test_each_unit_in_arrears_gets_one_letter_and_no_other(sent: Path) -> None:
    letters = sent.parent / "don-doc"
    run("collect", sent, "--expected", sent.parent / "ds.yaml", "--reminders", letters, "--due", "05/12/2025")
    names = sorted(file.name for file in letters.iterdir())
    assert names == [f"don-doc-{name}.txt" for name in ("hong-yaml", "xa-cu", "xa-hai", "xa-sai", "xa-vang")]
    assert all(portable(name) for name in names)
    absent = (letters / "don-doc-xa-vang.txt").read_text("utf-8")
    assert absent.startswith("Kính gửi: Ủy ban nhân dân xã Vắng\n")
    assert "gửi tệp trước ngày 05/12/2025" in absent
    wrong = (letters / "don-doc-xa-sai.txt").read_text("utf-8")
    assert "1. Dòng " in wrong
    assert "Cách sửa: " in wrong


def test_a_letter_goes_once_the_unit_has_sent_and_other_files_stay(sent: Path) -> None:
    letters = sent.parent / "don-doc"
    command = ("collect", sent, "--expected", sent.parent / "ds.yaml", "--reminders", letters)
    run(*command)
    (letters / "ghi-chu.txt").write_text("của tôi", "utf-8")
    commune(sent, "xã Vắng", {"rung": "47 ha"})
    run(*command)
    assert not (letters / "don-doc-xa-vang.txt").exists()
    assert (letters / "ghi-chu.txt").read_text("utf-8") == "của tôi"


def test_where_all_have_sent_good_files_the_exit_code_is_good(tmp_path: Path) -> None:
    commune(tmp_path / "xa", "xã Tốt")
    assert run("collect", tmp_path / "xa") == 0


def test_a_unit_that_nobody_expects_is_told(sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commune(sent, "xã Lạ")
    run("collect", sent, "--expected", sent.parent / "ds.yaml")
    assert "G161" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("folder", "listed", "code"), [("khong-co", None, "G162"), ("da-nhan", "khong-co.csv", "G154")]
)
def test_what_is_not_there_is_told(
    folder: str, listed: str | None, code: str, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = ("--expected", sent.parent / listed) if listed else ()
    assert run("collect", sent.parent / folder, *more) == 1
    assert code in capsys.readouterr().err


def test_what_the_archive_has_otherwise_is_counted(sent: Path, tmp_path: Path) -> None:
    kept, root = tmp_path / "nam-truoc", tmp_path / "kho"
    as_told = {key: before for key, (_, _, before) in FACTS.items()}
    file = commune(kept, "xã Tốt", {**as_told, "rung": "33 ha"}, year="2024")
    assert run("build", file, "--outputs", tmp_path / "outputs", "--only", "bao-cao") == 0
    assert run("archive", "add", tmp_path / "outputs" / file.stem, "--archive", root, "--input", file) == 0
    found = arrivals(sent, (), archive=root)
    assert not isinstance(found, Failure)
    good = next(one for one in found.units if one.unit == "xã Tốt")
    assert (good.state, good.contradictions) == (State.CONTRADICTS, 1)


def test_an_archive_that_is_not_there_is_told_once(sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("collect", sent, "--archive", sent / "khong-co") == 1
    assert capsys.readouterr().err.count("H124") == 1
