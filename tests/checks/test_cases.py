"""Each code has an input that is right and one that is wrong, as files.

`cases/<code>-wrong.problems` holds the expected problems as lines of `code line column`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.checks import check
from reportgen.model.reading import read_input
from reportgen.problems.catalog import ENTRIES

CASES = Path(__file__).parent / "cases"
INPUTS = Path(__file__).parents[2] / "inputs"
CODES = sorted(code for code in ENTRIES if code[0] in "RPDL")


def found(path: Path) -> list[str]:
    return [f"{problem.code} {problem.place.line} {problem.place.column}" for problem in check(read_input(path))]


@pytest.mark.parametrize("code", CODES)
def test_a_right_input_has_no_problem(code: str) -> None:
    assert found(CASES / f"{code}-right.yaml") == []


@pytest.mark.parametrize("code", CODES)
def test_a_wrong_input_has_exactly_the_problems_beside_it(code: str) -> None:
    expected = (CASES / f"{code}-wrong.problems").read_text(encoding="utf-8").splitlines()
    assert found(CASES / f"{code}-wrong.yaml") == expected
    assert code in {line.split()[0] for line in expected}


@pytest.mark.parametrize("code", CODES)
def test_every_blank_of_a_message_is_filled(code: str) -> None:
    for problem in check(read_input(CASES / f"{code}-wrong.yaml")):
        entry = ENTRIES[problem.code]
        for wording in (entry.vi, entry.en):
            assert wording.message.format(**problem.values).endswith(".")
            assert wording.hint.format(**problem.values).endswith((".", "?"))
        assert entry.example


def test_no_case_is_left_over() -> None:
    assert {path.stem.partition("-")[0] for path in CASES.iterdir()} == set(CODES)


def test_the_example_as_printed_shows_what_is_malformed_and_what_contradicts() -> None:
    codes = [line.split()[0] for line in found(INPUTS / "trung-vuong-2023-ban-in.yaml")]
    assert codes == ["Q302", "R450", "R403", "Q303", "R403"]


@pytest.mark.parametrize(("name", "codes"), [("trung-vuong-2023", {"R450"}), ("phuong-minh-hoa-2025", set())])
def test_a_correct_example_raises_no_alarm(name: str, codes: set[str]) -> None:
    assert {line.split()[0] for line in found(INPUTS / f"{name}.yaml")} == codes
