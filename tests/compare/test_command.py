"""`reportgen compare`: what it says, writes and returns."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx.document import Document as WordDocument
from docx.shared import Mm

from conftest import FICTIONAL
from reportgen.build.digest import sha256
from reportgen.cli.language import choose
from reportgen.cli.program import program

from .conftest import Desk, add_behind, all_of, found, replace, tracked


def run(*arguments: str | Path) -> Result:
    choose("vi")
    command = ["compare", *map(str, arguments)]
    return CliRunner().invoke(program, command, prog_name="reportgen", standalone_mode=False)


@pytest.fixture
def input_file(tmp_path: Path) -> Path:
    file = tmp_path / "phuong.yaml"
    file.write_bytes(FICTIONAL.read_bytes())
    for picture in FICTIONAL.parent.glob("anh/*"):
        target = tmp_path / "anh" / picture.name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(picture.read_bytes())
    return file


def came_back(desk: Desk, folder: Path) -> Path:
    file = folder / "da-sua.docx"
    file.write_bytes(
        desk.edited(
            all_of(
                replace("Giữ vững đoàn kết nội bộ", "Luôn giữ vững đoàn kết nội bộ"),
                add_behind("Việc kiểm tra, đôn đốc", "Cơ sở vật chất còn thiếu."),
                replace("186,42", "187,5"),
            )
        )
    )
    return file


def test_each_difference_is_told_at_its_line_and_nothing_is_written(
    desk: Desk, input_file: Path, tmp_path: Path
) -> None:
    outcome = run(came_back(desk, tmp_path), input_file)
    assert outcome.return_value == 1
    for code in ("C101", "C105", "C116", "R410"):
        assert code in outcome.output
    line = next(at for at, text in enumerate(input_file.read_text("utf-8").splitlines(), 1) if "Giữ vững đoàn" in text)
    assert f"{input_file}:{line}:" in outcome.output
    assert "--write đưa về được 2 chỗ" in outcome.output
    assert input_file.read_bytes() == FICTIONAL.read_bytes()


def test_written_the_input_says_it_and_a_second_time_nothing_is_left_to_write(
    desk: Desk, input_file: Path, tmp_path: Path
) -> None:
    edited = came_back(desk, tmp_path)
    outcome = run("--write", edited, input_file)
    assert "  + " in outcome.output
    assert f"{input_file}: đã sửa 2 chỗ" in outcome.output
    assert "Luôn giữ vững đoàn kết nội bộ" in input_file.read_text("utf-8")
    once = input_file.read_bytes()
    again = run("--write", edited, input_file)
    assert (again.return_value, input_file.read_bytes()) == (1, once)
    assert "C105" in again.output


def test_an_unedited_file_is_told_as_such(desk: Desk, input_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "bao-cao.docx"
    file.write_bytes(desk.content)
    outcome = run(file, input_file)
    assert (outcome.return_value, outcome.output) == (0, f"{file}: đúng như {input_file} in ra\n")


def test_json_has_every_difference(desk: Desk, input_file: Path, tmp_path: Path) -> None:
    record = json.loads(run("--format", "json", came_back(desk, tmp_path), input_file).output)
    assert (record["paper"], record["written"], record["carried"]) == ("bao-cao", False, 2)
    assert {entry["code"] for entry in record["differences"]} == {"C101", "C105", "C116"}
    (figure,) = (entry for entry in record["differences"] if entry["code"] == "C105")
    assert [problem["code"] for problem in figure["against"]] == ["R410"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "V974"),
        ("Một bài viết".encode(), "V974"),
        (b"PK\x03\x04 no zip", "V971"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "V972"),
        (b"%PDF-1.7\n", "V971"),
    ],
)
def test_what_is_no_word_file_is_told(input_file: Path, tmp_path: Path, content: bytes, code: str) -> None:
    file = tmp_path / "la.docx"
    file.write_bytes(content)
    outcome = run(file, input_file)
    assert outcome.return_value == 1
    assert code in outcome.output
    assert "Traceback" not in outcome.output


def test_a_file_that_is_none_of_the_input_s_papers_is_told(desk: Desk, input_file: Path, tmp_path: Path) -> None:
    import docx

    word = docx.Document()
    word.add_paragraph("Giấy mời họp.")
    word.save(str(tmp_path / "giay-moi.docx"))
    outcome = run(tmp_path / "giay-moi.docx", input_file)
    assert outcome.return_value == 1
    assert "C120" in outcome.output
    assert "C121" in run("--paper", "so-tay", tmp_path / "giay-moi.docx", input_file).output


def test_a_file_of_something_else_takes_nothing_out_of_the_input(desk: Desk, input_file: Path, tmp_path: Path) -> None:
    import docx

    word = docx.Document()
    word.add_paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    word.add_paragraph("Độc lập - Tự do - Hạnh phúc")
    word.save(str(tmp_path / "bao-cao.docx"))
    outcome = run("--write", "--paper", "bao-cao", tmp_path / "bao-cao.docx", input_file)
    assert outcome.return_value == 1
    assert "C127" in outcome.output
    assert input_file.read_bytes() == FICTIONAL.read_bytes()


def test_a_bomb_ends_in_a_message(input_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "bom.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 300_000_000)
    outcome = run(file, input_file)
    assert outcome.return_value == 1
    assert "V97" in outcome.output


def test_an_input_with_errors_is_told_first(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "hong.yaml"
    file.write_text("năm: 2025\n", "utf-8")
    outcome = run(came_back(desk, tmp_path), file)
    assert outcome.return_value == 1
    assert "K203" in outcome.output


def test_who_changed_it_and_what_was_remarked_are_told(desk: Desk, input_file: Path, tmp_path: Path) -> None:
    def remark(word: WordDocument) -> None:
        paragraph = found(word, "Giữ vững đoàn kết nội bộ")
        word.add_comment(paragraph.runs, text="Bổ sung ý này.", author="Lê Thị Hoa", initials="H")

    file = tmp_path / "da-sua.docx"
    file.write_bytes(desk.edited(all_of(tracked("Mọi chủ trương", "Mọi việc"), remark)))
    outcome = run(file, input_file)
    assert "C101: Đoạn" in outcome.output
    assert "(Trần Văn Bình, 20/12/2025)" in outcome.output
    assert "nhận xét (Lê Thị Hoa" in outcome.output
    assert "“Bổ sung ý này.”" in outcome.output


def test_a_file_that_breaks_the_layout_is_told(desk: Desk, input_file: Path, tmp_path: Path) -> None:
    def wide(word: WordDocument) -> None:
        word.sections[0].left_margin = Mm(50)

    file = tmp_path / "bao-cao.docx"
    file.write_bytes(desk.edited(wide))
    outcome = run(file, input_file)
    assert "Thể thức của bản sửa:" in outcome.output
    assert "V9" in outcome.output


def test_an_input_that_cannot_be_written_is_told_and_stays(desk: Desk, input_file: Path, tmp_path: Path) -> None:
    edited = came_back(desk, tmp_path)
    folder = input_file.parent
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("this user may write anywhere")
        outcome = run("--write", edited, input_file)
    finally:
        folder.chmod(0o700)
    assert outcome.return_value == 1
    assert "B922" in outcome.output
    assert input_file.read_bytes() == FICTIONAL.read_bytes()


def test_an_input_that_is_newer_than_the_paper_is_told(desk: Desk, input_file: Path, tmp_path: Path) -> None:
    edited = came_back(desk, tmp_path)
    record = {"file": "bao-cao.docx", "sha256": "0", "input_sha256": sha256(input_file.read_bytes())}
    (tmp_path / "manifest.json").write_text(json.dumps({"outputs": [record]}), "utf-8")
    assert "C128" not in run(edited, input_file).output
    input_file.write_text(input_file.read_text("utf-8") + "# đã xem\n", "utf-8")
    assert "C128" in run(edited, input_file).output
