"""Built sets of a commune over four years, and archives made of them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from reportgen.archive.adding import Added, Package, add
from reportgen.archive.intake import Delivery, Wanted, package_of, take_in
from reportgen.archive.upkeep import index_followed
from reportgen.build import Request, build
from reportgen.cli import language
from reportgen.cli.codes import USAGE
from reportgen.cli.program import program

DAY = date(2026, 1, 5)
FIGURES = {
    2022: ("30,2 tỷ đồng", "28,1 tỷ đồng"),
    2023: ("ước 33,5 tỷ đồng", "30,2 tỷ đồng"),
    2024: ("41,795 tỷ đồng", "33,9 tỷ đồng"),
    2025: ("430,2 tỷ đồng", "40,1 tỷ đồng"),
}
"""Year → its budget, and last year's as this year's file gives it: one estimate, one contradiction, one jump."""


def year_text(year: int, words: str = "công tác đất đai có tiến bộ", unit: str = "xã Bình An") -> str:
    """The input of a year."""
    now, before = FIGURES[year]
    return f"""\
năm: {year}
đơn vị: {{tên: "{unit}", tỉnh: tỉnh Minh Họa}}
văn bản: {{số: "{year - 1900}", ngày: 20/12/{year}, người ký: Nguyễn Văn An, nơi nhận: [HĐND xã, "Lưu: VT"]}}
hội nghị: {{ngày: 20/12/{year}, đại biểu: ["Trần Thị Bình, Bí thư Đảng ủy xã"]}}
chỉ tiêu:
  thu:
    tên: thu ngân sách nhà nước
    thực hiện: {now}
    năm trước: {before}
    bỏ qua: {{R430: số liệu của kế toán}}
kết quả:
  - mục: Tài nguyên - môi trường
    nội dung: Trong năm, {words}; {{{{ thu }}}}.
"""


PAPERS = ("bao-cao", "tin-bai")


def built(folder: Path, text: str, name: str = "binh-an", papers: tuple[str, ...] = PAPERS, pdfa: str = "2a") -> Path:
    """The output folder of an input with these papers, with all without any."""
    file = folder / "inputs" / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    outcome = build(Request(file, folder / "outputs", papers, pdfa=pdfa))
    assert not outcome.failed, outcome.problems
    return outcome.folder


def delivered(folder: Path, wanted: Wanted | None = None) -> Delivery:
    """What of an output folder goes into the archive."""
    delivery = take_in(folder, wanted or Wanted())
    assert isinstance(delivery, Delivery), delivery
    return delivery


def package(folder: Path) -> Package:
    """The package of an output folder."""
    return package_of(delivered(folder))


def archived(root: Path, folder: Path) -> str:
    """Archive an output folder; the identifier."""
    added = add(root, package(folder), DAY)
    assert isinstance(added, Added), added
    assert index_followed(root) == ()
    return added.description.identifier


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below the folder."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="session")
def sets(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Year → output folder."""
    folder = tmp_path_factory.mktemp("sets")
    return {year: built(folder, year_text(year), f"binh-an-{year}") for year in FIGURES}


@pytest.fixture(scope="session")
def four_years(sets: dict[int, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of all years that no test changes."""
    root = tmp_path_factory.mktemp("archive") / "kho"
    for folder in sets.values():
        archived(root, folder)
    return root


@pytest.fixture
def archive(four_years: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(four_years, tmp_path / "kho"))


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a command: exit code, and what it printed on both streams."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path) -> Done:
    """Run a command in this process, which speaks Vietnamese as the program's own does."""
    language.choose("vi")
    outcome = CliRunner().invoke(program, [*map(str, arguments)], prog_name="reportgen", standalone_mode=False)
    if isinstance(outcome.exception, click.UsageError):
        return Done(USAGE, outcome.stdout, outcome.exception.format_message())
    if outcome.exception is not None:
        raise outcome.exception
    return Done(outcome.return_value or 0, outcome.stdout, outcome.stderr)
