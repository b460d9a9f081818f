"""`reportgen import` and `reportgen table` as the secretary runs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import ROOT
from intake.making import CASES
from reportgen.cli.language import choose
from reportgen.cli.program import program

INPUT = """\
năm: 2025
đơn vị: xã Bình An
chỉ tiêu:
  thu: {tên: thu ngân sách, thực hiện: "41,8 tỷ đồng"}   # sơ bộ
kết quả: "{{ thu }}."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("14-ty-le-sai", "17-mot-phan-cua-nam", "19-khong-dau-cot", "22-moi-nhom-mot-trang"):
        shutil.copy(CASES / f"{name}.xlsx", tmp_path / f"{name[:2]}.xlsx")
    (tmp_path / "a.yaml").write_text(INPUT, "utf-8")
    return tmp_path


def run(*arguments: object, typed: str | None = None) -> tuple[int, str]:
    choose("vi")
    result = CliRunner().invoke(program, list(map(str, arguments)), standalone_mode=False, input=typed)
    return (result.return_value or 0) if result.exception is None else 2, f"{result.output}{result.exception or ''}"


def test_a_new_input_is_written_and_passes(folder: Path) -> None:
    code, output = run("import", folder / "22.xlsx", "-o", folder / "moi.yaml")
    assert code == 0
    assert "Đã lấy 2 chỉ tiêu, 6 số; hỏi lại 0 chỗ" in output
    code, output = run("check", folder / "moi.yaml")
    assert (code, "không có lỗi" in output) == (0, True)


def test_an_input_that_exists_is_never_written_over(folder: Path) -> None:
    code, output = run("import", folder / "22.xlsx", "-o", folder / "a.yaml")
    assert (code, "B921" in output) == (1, True)
    assert (folder / "a.yaml").read_text("utf-8") == INPUT


def test_a_contradiction_is_shown_with_its_cell_row_and_arithmetic(folder: Path) -> None:
    code, output = run("import", folder / "14.xlsx", "-o", folder / "moi.yaml")
    assert code == 0
    assert "14.xlsx!Sheet!G5: cảnh báo N131: Ô G5: bảng ghi 101,4, tính ra 102,4 (870 / 850 = 102,4%)." in output
    assert "    5 | 4 | Hộ văn hóa | Hộ | 840 | 850 | 870 | 101,4 | 3,6\n" in output
    line = next(line for line in output.splitlines() if line.endswith("^^^^^"))
    assert line.index("^") == "    5 | 4 | Hộ văn hóa | Hộ | 840 | 850 | 870 | 101,4".index("101,4")


def test_a_dry_run_shows_a_diff_and_writes_nothing(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    code, output = run("import", folder / "14.xlsx", "--into", folder / "a.yaml", "--dry-run", "--take", "new")
    assert code == 0
    assert '-  thu: {tên: thu ngân sách, thực hiện: "41,8 tỷ đồng"}   # sơ bộ\n' in output
    assert "+  chi_ngan_sach:\n" in output
    assert (folder / "a.yaml").read_text("utf-8") == INPUT
    run("import", folder / "14.xlsx", "-o", folder / "moi.yaml", "--dry-run")
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(("taken", "kept"), [("new", "ước 41,795 tỷ đồng"), ("old", "41,8 tỷ đồng")])
def test_differing_figures_are_taken_as_the_user_says(taken: str, kept: str, folder: Path) -> None:
    assert run("import", folder / "22.xlsx", "--into", folder / "a.yaml", "--take", taken)[0] == 0
    text = (folder / "a.yaml").read_text("utf-8")
    assert f'thực hiện: "{kept}"' in text
    assert "# sơ bộ" in text
    assert text.endswith('kết quả: "{{ thu }}."\n')


def test_without_anybody_to_ask_the_old_figure_stays_and_is_told(folder: Path) -> None:
    code, output = run("import", folder / "22.xlsx", "--into", folder / "a.yaml")
    assert code == 0
    assert "a.yaml:4:40: cảnh báo N151: thu, thực hiện: tệp ghi “41,8 tỷ đồng”, bảng ghi “ước 41,795 tỷ đồng”" in output
    assert '"41,8 tỷ đồng"' in (folder / "a.yaml").read_text("utf-8")


def test_columns_are_named_in_the_form_in_which_the_guess_is_printed(folder: Path) -> None:
    output = run("import", folder / "17.xlsx", "-o", folder / "moi.yaml", "--dry-run")[1]
    guess = "A=TT,B=chỉ tiêu,C=đơn vị tính,D=kế hoạch,E=ước thực hiện,F=bỏ,G=kế hoạch:điều chỉnh"
    assert f'--columns "{guess}"' in output
    named = run("import", folder / "17.xlsx", "-o", folder / "moi.yaml", "--dry-run", "--columns", guess)[1]
    assert named == output
    other = guess.replace("E=ước thực hiện,F=bỏ", "E=bỏ,F=thực hiện")
    assert (
        "thực hiện: 30,1 tỷ đồng"
        in run("import", folder / "17.xlsx", "-o", folder / "b", "--dry-run", "--cột", other)[1]
    )


def test_a_sheet_without_a_head_needs_its_columns_and_its_year(folder: Path) -> None:
    assert "N108" in run("import", folder / "19.xlsx", "-o", folder / "moi.yaml")[1]
    columns = ("--columns", "A=chỉ tiêu,B=đơn vị tính,C=thực hiện")
    assert "N109" in run("import", folder / "19.xlsx", "-o", folder / "moi.yaml", *columns)[1]
    code, output = run("import", folder / "19.xlsx", "-o", folder / "moi.yaml", *columns, "--year", "2025")
    assert (code, "2 chỉ tiêu" in output) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "-o TỆP.yaml"),
        (("-o", "b.yaml", "--into", "a.yaml"), "-o TỆP.yaml"),
        (("-o", "b.yaml", "--columns", "F=gì đó"), "Không hiểu “F=gì đó”"),
        (("-o", "b.yaml", "--columns", "1=thực hiện"), "Không hiểu “1=thực hiện”"),
        (("-o", "b.yaml", "--year", "25"), "“25”"),
    ],
)
def test_wrong_usage_is_told(arguments: tuple[str, ...], told: str, folder: Path) -> None:
    code, output = run("import", folder / "22.xlsx", *arguments)
    assert (code, told in output) == (2, True)


def test_an_input_that_cannot_be_read_is_left_alone(folder: Path) -> None:
    (folder / "hong.yaml").write_text("năm: [2025\n", "utf-8")
    assert run("import", folder / "22.xlsx", "--into", folder / "hong.yaml")[0] == 1
    assert (folder / "hong.yaml").read_text("utf-8") == "năm: [2025\n"


def test_all_files_that_cannot_be_read_are_told_at_once(folder: Path) -> None:
    (folder / "b.xlsx").write_bytes(b"PK\x03\x04")
    code, output = run("import", folder / "b.xlsx", folder / "khong-co.xlsx", "-o", folder / "moi.yaml")
    assert (code, "N105" in output, "N107" in output) == (1, True, True)


def test_several_files_make_one_input(folder: Path) -> None:
    code, output = run("import", folder / "22.xlsx", folder / "17.xlsx", "-o", folder / "moi.yaml")
    assert (code, "Đã lấy 3 chỉ tiêu" in output) == (0, True)


def test_a_table_is_written_once_and_taken_back(folder: Path) -> None:
    code, output = run("table", folder / "a.yaml", "-o", folder / "bang.xlsx")
    assert (code, "1 trang, 1 chỉ tiêu" in output) == (0, True)
    assert "B921" in run("table", folder / "a.yaml", "-o", folder / "bang.xlsx")[1]
    code, output = run("import", folder / "bang.xlsx", "--into", folder / "a.yaml")
    assert (code, "không có gì để sửa" in output) == (0, True)
    assert (folder / "a.yaml").read_text("utf-8") == INPUT


def test_an_input_without_indicators_has_no_table(folder: Path) -> None:
    (folder / "b.yaml").write_text("năm: 2025\nđơn vị: xã Bình An\n", "utf-8")
    assert "N161" in run("table", folder / "b.yaml", "-o", folder / "bang.xlsx")[1]


def test_at_a_terminal_each_differing_figure_is_asked_for(folder: Path) -> None:
    pytest.importorskip("pty")
    try:
        ours, theirs = os.openpty()
    except OSError:
        pytest.skip("no terminals on this machine")
    command = [sys.executable, "-m", "reportgen", "import", "22.xlsx", "--into", "a.yaml"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, cwd=folder, env=environment) as process:
        os.write(ours, b"x\nc\n")
        output = (process.stdout.read() if process.stdout else b"").decode()
    os.close(ours)
    os.close(theirs)
    assert output.count("Lấy số của bảng? [c/K]") == 2
    assert "Gõ c (có) để lấy số của bảng" in output
    assert 'thực hiện: "ước 41,795 tỷ đồng"' in (folder / "a.yaml").read_text("utf-8")


def test_the_unit_above_the_table_is_that_of_the_new_input(folder: Path) -> None:
    shutil.copy(CASES / "01-dau-cot-nhieu-hang.xlsx", folder / "01.xlsx")
    assert run("import", folder / "01.xlsx", "-o", folder / "inputs")[0] == 0
    text = (folder / "inputs" / "phuong-lac-giang-2025.yaml").read_text("utf-8")
    assert "  tên: phường Lạc Giang\n" in text
    assert "hư cấu" not in text
