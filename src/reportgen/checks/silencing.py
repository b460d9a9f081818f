"""`bỏ qua`: codes that an indicator silences, with the reason, and what is wrong with that list itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.checks.telling import place_in
from reportgen.figures.ledger import Ledger
from reportgen.model.leaves import Figure
from reportgen.model.section import leaves_of
from reportgen.problems import Place, Problem, Severity
from reportgen.problems.catalog import ENTRIES, severity
from reportgen.vietnamese.letters import closest

BEYOND = frozenset({"H151", "H152", "Q311"})
"""Codes that are found elsewhere, in the archive or on reading: whether silencing them is needless shows there."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The problems that remain, and those that a reason silences: code, figure's key, reason."""

    kept: tuple[Problem, ...]
    silenced: tuple[tuple[str, str, str], ...]


def owned(problems: Iterable[Problem], ledger: Ledger) -> list[Problem]:
    """The problems that reading found, each warning about the writing of a figure with its indicator's key."""
    homes = [
        (place, line.key)
        for line in ledger
        if line.indicator.silenced
        for figure in leaves_of(line.indicator, Figure)
        if (place := figure.words.place()) is not None
    ]
    return [_at_home(problem, homes) for problem in problems]


def _at_home(problem: Problem, homes: Sequence[tuple[Place, str]]) -> Problem:
    at = problem.place
    keys = (key for place, key in homes if place.line == at.line and 0 <= at.column - place.column < place.width)
    key = None if severity(problem.code) is Severity.ERROR else next(keys, None)
    return problem if key is None else replace(problem, values={**problem.values, "figure": key})


def sort_out(found: Collection[Problem], ledger: Ledger) -> Sorted:
    """The problems without those that their figure silences, with R490 and R491 about the list of exceptions."""
    reasons = {(code, line.key): reason for line in ledger for code, reason in line.indicator.silenced.items()}
    used = {_about(problem) for problem in found} & reasons.keys()
    kept = [problem for problem in found if _about(problem) not in reasons]
    silenced = tuple((code, key, str(reasons[code, key])) for code, key in reasons if (code, key) in used)
    return Sorted((*kept, *_wrong(ledger, used)), silenced)


def _about(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.values.get("figure", "")


def _wrong(ledger: Ledger, used: Collection[tuple[str, str]]) -> Iterator[Problem]:
    for line in ledger:
        for code, reason in line.indicator.silenced.items():
            place = place_in(reason.key if reason.key is not None else reason)
            if code not in ENTRIES:
                yield Problem(
                    "R490", place, {"figure": line.key, "code": code, "guess": closest(code, ENTRIES) or "không có"}
                )
            elif (code, line.key) not in used and code not in BEYOND:
                yield Problem("R491", place, {"figure": line.key, "code": code})
