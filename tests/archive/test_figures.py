"""An indicator over the years: jumps and broken comparisons are marked, a new input is held against the archive."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from archive.conftest import archived, built, run, year_text
from reportgen.archive.figures import OTHER, REVISED, SAME, figures, sizes, stands
from reportgen.archive.spreadsheet import MARK
from reportgen.problems import Failure
from reportgen.quantity import read_quantity


def test_an_indicator_is_listed_over_all_years(four_years: Path) -> None:
    found = figures(four_years, "thu ngan sach")
    assert not isinstance(found, Failure)
    (series,) = found
    assert (series.name, series.key, series.unit) == ("thu ngân sách nhà nước", "thu", "xã Bình An")
    assert [(value.year, value.written, value.later, value.standing, value.jump) for value in series.values] == [
        (2021, "", "28,1 tỷ đồng", SAME, 0),
        (2022, "30,2 tỷ đồng", "30,2 tỷ đồng", SAME, 0),
        (2023, "ước 33,5 tỷ đồng", "33,9 tỷ đồng", REVISED, 0),
        (2024, "41,795 tỷ đồng", "40,1 tỷ đồng", OTHER, 0),
        (2025, "430,2 tỷ đồng", "", SAME, 10),
    ]
    assert [float(size or 0) for size in sizes(series)] == [28.1e9, 30.2e9, 33.5e9, 41.795e9, 430.2e9]


@pytest.mark.parametrize(
    ("later", "archived_text", "wanted"),
    [
        ("41,8 tỷ đồng", "41,795 tỷ đồng", SAME),
        ("41.795 triệu đồng", "41,8 tỷ đồng", SAME),
        ("41,9 tỷ đồng", "41,795 tỷ đồng", OTHER),
        ("41,9 tỷ đồng", "ước 41,795 tỷ đồng", REVISED),
        ("41,9 tỷ đồng", "trên 41 tỷ đồng", SAME),
        ("12 hộ", "12%", OTHER),
        ("2.570/2.683 hộ", "2.570 hộ", SAME),
    ],
)
def test_rounding_is_no_contradiction(later: str, archived_text: str, wanted: str) -> None:
    assert stands(read_quantity(later).quantity, read_quantity(archived_text).quantity) == wanted


def test_the_table_marks_what_differs_and_says_why(four_years: Path) -> None:
    lines = run("archive", "figure", "thu", "ngân", "sách", "--archive", four_years).out.splitlines()
    assert lines[0] == "thu ngân sách nhà nước"
    assert lines[1].split() == ["Năm", "Ủy", "ban", "nhân", "dân", "xã", "Bình", "An"]
    assert [line.strip() for line in lines[2:7]] == [
        "2021  [28,1 tỷ đồng]",
        "2022  30,2 tỷ đồng",
        "2023  ước 33,5 tỷ đồng (*)",
        "2024  41,795 tỷ đồng (≠)",
        "2025  430,2 tỷ đồng (!)",
    ]
    assert [line.split()[0] for line in lines[7:11]] == ["(*)", "(≠)", "(!)", "[…]"]


def test_units_stand_side_by_side(archive: Path, tmp_path: Path) -> None:
    archived(archive, built(tmp_path, year_text(2024, unit="xã Bình Minh")))
    lines = run("archive", "figure", "thu ngân sách", "--archive", archive).out.splitlines()
    assert "xã Bình An" in lines[1]
    assert "xã Bình Minh" in lines[1]
    row = next(line for line in lines if line.strip().startswith("2024"))
    assert row.count("41,795 tỷ đồng") == 2
    only = run("archive", "figure", "thu ngân sách", "--unit", "bình minh", "--archive", archive).out
    assert "Bình An" not in only


def test_the_last_version_of_a_report_counts(archive: Path, tmp_path: Path) -> None:
    archived(archive, built(tmp_path, year_text(2022).replace("30,2 tỷ", "31,0 tỷ")))
    found = figures(archive, "thu ngan sach")
    assert not isinstance(found, Failure)
    assert [value.written for value in found[0].values if value.year == 2022] == ["31,0 tỷ đồng"]
    assert [value.standing for value in found[0].values if value.year == 2022] == [OTHER]


def test_a_year_that_no_archived_file_is_about_is_told_by_the_years_of_a_later_one(
    archive: Path, tmp_path: Path
) -> None:
    years = 'năm trước: 40,1 tỷ đồng\n    các năm: {2019: "20,5 tỷ đồng", 2022: "35,0 tỷ đồng"}'
    archived(archive, built(tmp_path, year_text(2025).replace("năm trước: 40,1 tỷ đồng", years)))
    found = figures(archive, "thu ngan sach")
    assert not isinstance(found, Failure)
    values = {value.year: value for value in found[0].values}
    assert (values[2019].written, values[2019].later) == ("", "20,5 tỷ đồng")
    # What the file of the year behind it told comes first.
    assert values[2022].later == "30,2 tỷ đồng"


def test_figures_are_given_as_csv_json_and_chart(four_years: Path) -> None:
    common = ("archive", "figure", "thu ngân sách", "--archive", four_years, "--format")
    rows = list(csv.DictReader(io.StringIO(run(*common, "csv").out.removeprefix(MARK))))
    assert [row["year"] for row in rows] == ["2021", "2022", "2023", "2024", "2025"]
    (series,) = json.loads(run(*common, "json").out)
    assert [value["written"] for value in series["values"]] == [row["written"] for row in rows]
    bars = [line.count("█") for line in run(*common, "chart").out.splitlines()[1:6]]
    assert bars[-1] == max(bars)
    assert bars == sorted(bars)


def test_an_indicator_that_nobody_archived_is_told(four_years: Path) -> None:
    done = run("archive", "figure", "sản lượng lúa", "--archive", four_years)
    assert (done.code, "sản lượng lúa" in done.out) == (1, True)


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("40,1 tỷ đồng", [("H151", 9, 16)]),
        ("41,8 tỷ đồng", []),
        ("{giá trị: \"41,795 tỷ đồng\"}", []),
    ],
)  # fmt: skip
def test_check_holds_last_year_s_value_against_last_year_s_file(
    four_years: Path, tmp_path: Path, before: str, wanted: list[tuple[str, int, int]]
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(year_text(2025).replace("40,1 tỷ đồng", before), "utf-8")
    done = run("check", file, "--archive", four_years, "--format", "json")
    found = [(one["code"], one["line"], one["column"]) for one in json.loads(done.out) if one["code"].startswith("H")]
    assert found == wanted
    assert done.code == 0


def test_earlier_years_are_held_against_their_files_too(four_years: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    years = '    các năm: {2022: "30,2 tỷ đồng", 2023: "34,4 tỷ đồng"}\n'
    text = year_text(2025).replace("40,1 tỷ", "41,795 tỷ").replace("    bỏ qua", f"{years}    bỏ qua")
    file.write_text(text, "utf-8")
    found = json.loads(run("check", file, "--archive", four_years, "--format", "json").out)
    assert [one["code"] for one in found if one["code"].startswith("H")] == ["H152"]


def test_a_contradiction_can_be_silenced_with_a_reason(four_years: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    text = year_text(2025).replace("{R430: số liệu của kế toán}", "{R430: số liệu của kế toán, H151: đã điều chỉnh}")
    file.write_text(text, "utf-8")
    assert json.loads(run("check", file, "--archive", four_years, "--format", "json").out) == []
    assert json.loads(run("check", file, "--format", "json").out) == []
