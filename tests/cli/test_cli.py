"""The command line as a user meets it: words, places, exit codes. Every call is a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import AS_PRINTED, EXAMPLE, ROOT
from samples import SMALL


def run(
    *arguments: str, cwd: Path = ROOT, stdin: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "reportgen", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with one good and one bad input."""
    (tmp_path / "inputs").mkdir()
    (tmp_path / "inputs" / "tot.yaml").write_text(SMALL, "utf-8")
    (tmp_path / "inputs" / "hong.yaml").write_text(SMALL.replace('"41,795 tỷ đồng"', '"152,%"'), "utf-8")
    return tmp_path


def test_check_on_the_original_s_figures_names_each_with_line_and_column() -> None:
    records = json.loads(run("check", str(AS_PRINTED), "--format", "json").stdout)
    errors = [(r["code"], r["line"], r["column"]) for r in records if r["severity"] == "error"]
    lines = AS_PRINTED.read_text("utf-8").split("\n")
    at = [(code, lines[line - 1][column - 1 :].split(",  ")[0]) for code, line, column in errors]
    assert at == [("Q302", "152,%"), ("R403", "96,46%"), ("Q303", "91.77%"), ("R403", "91.77%")]


def test_without_an_input_all_in_the_folder_are_built_and_a_bad_one_stops_no_other(office: Path) -> None:
    done = run("build", cwd=office)
    assert done.returncode == 4
    assert (office / "outputs" / "tot" / "bao-cao.pdf").exists()
    assert not (office / "outputs" / "hong").exists()
    assert "hong.yaml" in done.stderr
    assert "\033" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["build", "inputs/tot.yaml", "--only", "tin-bai", "--format", "docx"], 0),
        (["build", "inputs/hong.yaml"], 1),
        (["build", "inputs/khong-co.yaml"], 1),
        (["build", "--formats", "docx"], 2),
        (["build", "--format", "odt"], 2),
        (["check", "--format", "xml"], 2),
        (["bild"], 2),
        (["build", "--jobs", "0"], 2),
        (["check", "inputs/tot.yaml"], 0),
        (["check", "inputs/hong.yaml"], 1),
        (["check"], 4),
        (["papers"], 0),
        (["explain", "R401"], 0),
        (["explain", "kế hoạch"], 0),
        (["explain", "XYZ"], 2),
        (["--version"], 0),
    ],
)
def test_exit_codes(office: Path, arguments: list[str], code: int) -> None:
    done = run(*arguments, cwd=office)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_machine_without_a_vietnamese_font_is_told_what_to_install(office: Path) -> None:
    config = office / "fonts.conf"
    config.write_text(
        f"<?xml version='1.0'?><fontconfig><dir>{office}/none</dir><cachedir>{office}/c</cachedir></fontconfig>"
    )
    done = run("build", "inputs/tot.yaml", "--only", "tin-bai", cwd=office, FONTCONFIG_FILE=str(config))
    assert done.returncode == 3, done.stderr
    assert "fonts-croscore" in done.stderr
    assert not (office / "outputs" / "tot").exists()


def test_usage_is_explained_in_vietnamese_and_in_english() -> None:
    assert "\nLỗi cách dùng: Không có tùy chọn '--nhanh'." in run("build", "--nhanh").stderr
    assert "\nError: No such option" in run("build", "--nhanh", "--lang", "en").stderr
    assert run("headlines", "a", "b", "c").stderr.endswith("\nLỗi cách dùng: Thừa tham số: b c.\n")
    assert run("headlines").stderr.endswith("\nLỗi cách dùng: Thiếu tham số 'TỆP'.\n")


def test_messages_follow_the_language(office: Path) -> None:
    assert "lỗi Q302" in run("check", "inputs/hong.yaml", cwd=office).stdout
    assert "error Q302" in run("check", "inputs/hong.yaml", "--lang", "en", cwd=office).stdout


def test_read_gives_one_object_a_line() -> None:
    text = "thu ước đạt 41,795 tỷ đồng\n2.570/2.683 hộ và 152,%\nSố 215/BC-UBND ngày 14/12/2023\n"
    records = [json.loads(line) for line in run("read", "-", "--format", "json", stdin=text).stdout.splitlines()]
    assert [record["line"] for record in records] == [1, 2, 3]
    money, count = records[0]["quantities"][0], records[1]["quantities"][0]
    assert (money["value"], money["unit"], money["hedge"]) == ("41795000000", "đồng", "ước")
    assert (money["low"], money["high"]) == ("41794500000", "41795500000")
    assert (count["value"], count["of"], count["unit"]) == ("2570", "2683", "hộ")
    assert [problem["code"] for problem in records[1]["problems"]] == ["Q302"]
    assert records[2]["quantities"] == []


def test_the_report_of_a_check_is_utf_8_whatever_the_locale(office: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reportgen", "check", "inputs/hong.yaml"],
        cwd=office,
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
    )
    assert "lỗi Q302" in done.stdout.decode("utf-8")


def test_the_example_builds_from_any_folder(tmp_path: Path) -> None:
    done = run("build", str(EXAMPLE), "-o", "ket-qua", "--only", "tin-bai", "--format", "docx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "ket-qua" / EXAMPLE.stem / "tin-bai.docx").exists()
