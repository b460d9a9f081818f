"""One workbook for each trap, and beside it the indicators that it gives, with what is told about it.

The workbooks come from `making.py`, the .ods and .xls of some from LibreOffice.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.making import CASES, WORKBOOKS, workbook
from reportgen.checks import check
from reportgen.intake.columns import read_column
from reportgen.intake.opening import sheets_of
from reportgen.intake.taking import Given, Taken, Wanted, take
from reportgen.intake.writing import new_input
from reportgen.model.reading import bind
from reportgen.problems import Severity
from reportgen.problems.catalog import severity
from reportgen.source import parse_source

NAMED = {"19-khong-dau-cot": Wanted(2025, dict(enumerate(map(read_column, ("chỉ tiêu", "đơn vị tính", "thực hiện")))))}  # type: ignore[arg-type]
"""Cases whose columns the user has to name."""
CONVERTED = sorted(file.name for ending in ("ods", "xls") for file in CASES.glob(f"*.{ending}"))


def taken(file: Path) -> Taken:
    sheets = sheets_of(file.read_bytes(), file.name)
    assert isinstance(sheets, tuple)
    found = take([Given(Path(file.name), sheets)], NAMED.get(file.stem, Wanted()))
    assert isinstance(found, Taken)
    return found


def written(found: Taken) -> str:
    return new_input(found, ["bang.xlsx"], "conference.schema.json")


def shown(found: Taken) -> str:
    """The indicators, below what is told and how the columns were understood."""
    told = "".join(f"# {note.problem.code} {note.at}\n" for note in found.notes)
    columns = "".join(f"# {guess}\n" for guess in found.guesses)
    text = written(found)
    start = text.index("chỉ tiêu:\n")
    return told + columns + text[start : text.index("\n\n", start) + 1]


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_workbook_gives_the_indicators_beside_it(name: str, request: pytest.FixtureRequest) -> None:
    expected = CASES / f"{name}.yaml"
    text = shown(taken(CASES / f"{name}.xlsx"))
    if request.config.getoption("--update-golden"):
        expected.write_text(text, "utf-8")
    assert text == expected.read_text("utf-8")


@pytest.mark.parametrize("name", WORKBOOKS)
def test_what_is_taken_passes_the_checks(name: str) -> None:
    given = bind(parse_source(Path("a.yaml"), written(taken(CASES / f"{name}.xlsx")).encode()))
    assert [problem for problem in check(given) if severity(problem.code) is Severity.ERROR] == []


@pytest.mark.parametrize("name", CONVERTED)
def test_the_same_table_saved_by_another_program_gives_the_same(name: str) -> None:
    file = CASES / name
    assert shown(taken(file)) == shown(taken(file.with_suffix(".xlsx")))


@pytest.mark.parametrize("name", WORKBOOKS)
def test_the_workbooks_are_those_that_are_made(name: str) -> None:
    assert (CASES / f"{name}.xlsx").read_bytes() == workbook(WORKBOOKS[name])
