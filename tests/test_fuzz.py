"""The fuzzer itself: its cases can be made again, its damages damage, and a handful of them break nothing."""

from __future__ import annotations

from pathlib import Path

from conftest import EXAMPLE, FICTIONAL, script
from reportgen.papers import papers_for

INPUTS = [EXAMPLE, FICTIONAL]
MOST_UNREAD = 0.75
"""The share of cases that may end before the checks begin."""

damage = script("fuzz/damage.py")


def test_a_seed_gives_the_same_cases_again_in_any_order() -> None:
    once = list(damage.cases(INPUTS, 7, range(20)))
    assert [case.content for case in damage.cases(INPUTS, 7, range(19, -1, -1))] == [
        case.content for case in reversed(once)
    ]
    assert [case.content for case in damage.cases(INPUTS, 8, range(20))] != [case.content for case in once]


def test_every_damage_is_done_and_most_inputs_differ_from_the_examples() -> None:
    cases = list(damage.cases(INPUTS, 1, range(400)))
    assert {kind for case in cases for kind in case.damages} == set(damage.DAMAGES)
    whole = {file.read_bytes() for file in INPUTS}
    assert sum(case.content in whole for case in cases) < 40


def test_a_handful_of_cases_break_nothing_and_reach_the_checks(tmp_path: Path) -> None:
    papers = tuple(papers_for(None).values())
    counts = [damage.run(case, papers, tmp_path) for case in damage.cases(INPUTS, 1, range(60))]
    read = [count for count in counts if not any(code.startswith("F1") for code in count)]
    assert len(read) > (1 - MOST_UNREAD) * len(counts)


structures = script("fuzz/structures.py")


def test_generated_inputs_can_be_made_again_and_many_are_accepted(tmp_path: Path) -> None:
    papers = tuple(papers_for(None).values())
    counts = [structures.run(f"1/{number}", papers, tmp_path, whole=number == 7) for number in range(8)]
    assert counts[:3] == [structures.run(f"1/{number}", papers, tmp_path, whole=False) for number in range(3)]
    assert sum(count["(accepted)"] for count in counts) > 2
