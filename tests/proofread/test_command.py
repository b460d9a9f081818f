"""`reportgen proofread`: what it says, writes and returns."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import docx
import pytest
from click.testing import CliRunner, Result

from conftest import EXAMPLE
from reportgen.build import Outcome
from reportgen.cli.language import choose
from reportgen.cli.program import program

WRONG = "Có 1.542/1.611 hộ đạt danh hiệu gia đình văn hóa, chiếm 97,5%.\n"
RIGHT = "Có 1.542/1.611 hộ đạt danh hiệu gia đình văn hóa, chiếm 95,7%.\n"


def run(*arguments: str | Path, text: str | bytes | None = None) -> Result:
    choose("vi")
    command = ["proofread", *map(str, arguments)]
    return CliRunner().invoke(program, command, input=text, prog_name="reportgen", standalone_mode=False)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "bai.txt"
    file.write_text(WRONG, "utf-8")
    return file


def test_a_finding_is_told_with_its_line_its_computation_and_a_mend(text: Path) -> None:
    outcome = run(text)
    assert outcome.return_value == 1
    assert f"{text}:1:57: lỗi S101" in outcome.output
    assert "1.542/1.611 hộ = 95,7%" in outcome.output
    assert "^^^^^" in outcome.output
    assert "đổi chỗ" in outcome.output


def test_a_right_text_is_told_as_such(text: Path) -> None:
    text.write_text(RIGHT, "utf-8")
    outcome = run(text)
    assert (outcome.return_value, outcome.output) == (0, f"{text}: không có lỗi\n")


def test_json_has_what_check_has_and_where_it_stands(text: Path) -> None:
    (record,) = json.loads(run("--format", "json", text).output)
    assert {name: record[name] for name in ("code", "severity", "kind", "quote", "line", "column", "start", "end")} == {
        "code": "S101",
        "severity": "error",
        "kind": "ratio",
        "quote": "97,5%",
        "line": 1,
        "column": 57,
        "start": 56,
        "end": 61,
    }
    assert {"message", "hint", "file", "page", "paragraph", "cell"} <= record.keys()


def test_standard_input_is_a_file_too() -> None:
    outcome = run("-", text=WRONG.encode())
    assert outcome.return_value == 1
    assert "-:1:57" in outcome.output


def test_it_speaks_english_too(text: Path) -> None:
    # In a process of its own: the language is chosen once for a run.
    command = [sys.executable, "-m", "reportgen", "proofread", "--lang", "en", str(text)]
    outcome = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert outcome.returncode == 1
    assert "The text says 97,5%" in outcome.stdout


def test_some_bad_files_among_good_ones_have_a_code_of_their_own(text: Path, tmp_path: Path) -> None:
    right = tmp_path / "dung.txt"
    right.write_text(RIGHT, "utf-8")
    assert run(text, right).return_value == 4


def test_a_missing_file_does_not_hide_the_others(text: Path, tmp_path: Path) -> None:
    outcome = run(tmp_path / "khong-co.docx", text)
    assert "V976" in outcome.output
    assert "S101" in outcome.output


def test_the_copy_of_a_word_file_stands_beside_it_or_where_asked_for(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph(WRONG.strip())
    file = tmp_path / "bao-cao.docx"
    made.save(str(file))
    before = file.read_bytes()
    assert run("-o", file).return_value == 1
    assert len(list(docx.Document(str(tmp_path / "bao-cao.soat.docx")).comments)) == 1
    assert run("--comments", tmp_path / "b.docx", file).return_value == 1
    assert (tmp_path / "b.docx").read_bytes() == (tmp_path / "bao-cao.soat.docx").read_bytes()
    assert file.read_bytes() == before


def test_what_holds_no_comments_is_told(text: Path, tmp_path: Path) -> None:
    assert "S133" in run("--comments", tmp_path / "b.docx", text).output
    assert not (tmp_path / "b.docx").exists()


def test_comments_go_to_one_file_only(text: Path, tmp_path: Path) -> None:
    outcome = run("--comments", tmp_path / "b.docx", text, tmp_path)
    assert isinstance(outcome.exception, click.UsageError)


def test_the_page_shows_every_finding_and_no_markup_of_the_text(tmp_path: Path) -> None:
    file, target = tmp_path / "<b>.txt", tmp_path / "soat.html"
    file.write_text(f"<script>x</script> {WRONG}", "utf-8")
    assert run("--html", target, file).return_value == 1
    shown = target.read_text("utf-8")
    assert "<mark>97,5%</mark>" in shown
    assert "<script>" not in shown
    assert "&lt;b&gt;.txt" in shown


def test_texts_of_one_conference_are_held_against_one_another(tmp_path: Path) -> None:
    for name, value in (("bao-cao", "45,2"), ("tin-bai", "42,5")):
        (tmp_path / f"{name}.txt").write_text(f"Tổng thu ngân sách nhà nước đạt {value} tỷ đồng.\n", "utf-8")
    outcome = run(tmp_path / "bao-cao.txt", tmp_path / "tin-bai.txt")
    assert "tin-bai.txt:1:33: lỗi S111" in outcome.output
    assert "bao-cao.txt: không có lỗi" in outcome.output


def test_a_text_is_held_against_an_input(example: Outcome, tmp_path: Path) -> None:
    built = (example.folder / "tin-bai.txt").read_text("utf-8")
    file = tmp_path / "tin-bai.txt"
    file.write_text(built, "utf-8")
    assert run("--against", EXAMPLE, file).return_value == 0
    file.write_text(built.replace("41,795 tỷ đồng", "47,195 tỷ đồng"), "utf-8")
    outcome = run("--against", EXAMPLE, file)
    assert "S141" in outcome.output
    assert "tệp dữ liệu ghi 41,795 tỷ đồng" in outcome.output


def test_an_input_that_cannot_be_read_is_told(text: Path, tmp_path: Path) -> None:
    outcome = run("--against", tmp_path / "khong-co.yaml", text)
    assert outcome.return_value == 1
    assert "khong-co.yaml" in outcome.output


def test_a_text_is_held_against_an_archive(example: Outcome, tmp_path: Path) -> None:
    choose("vi")
    archive = tmp_path / "kho"
    added = CliRunner().invoke(
        program,
        ["archive", "add", str(example.folder), "--input", str(EXAMPLE), "--archive", str(archive)],
        prog_name="reportgen",
        standalone_mode=False,
    )
    assert added.return_value == 0, added.output
    file = tmp_path / "nam-sau.txt"
    lines = (
        "Báo cáo kết quả thực hiện nhiệm vụ năm 2024 của phường Trưng Vương.",
        "Tổng thu ngân sách phường đạt 30.000 triệu đồng, tăng 3,7% so với năm 2023 ({} triệu đồng).",
    )
    file.write_text("\n\n".join(lines).format("28.936"), "utf-8")
    assert run("--archive", archive, file).return_value == 0
    file.write_text("\n\n".join(lines).format("28.926"), "utf-8")
    outcome = run("--archive", archive, file)
    assert "S142" in outcome.output


def test_a_folder_that_is_no_archive_is_told(text: Path, tmp_path: Path) -> None:
    assert "H124" in run("--archive", tmp_path / "khong-co", text).output
