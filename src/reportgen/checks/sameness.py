"""The same thing typed twice, and two things suspiciously alike; lists of names behind a count.

Two indicators are the same thing if name, group, unit, date and price basis are; parts of different totals (`nam`,
`nữ`) are not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from reportgen.checks.telling import about, against, place_of, said
from reportgen.figures.ledger import Ledger, Line
from reportgen.problems import Problem
from reportgen.quantity import Quantity
from reportgen.vietnamese.letters import fold

FEWEST_DIGITS = 3
"""Two counts of 7 are no coincidence worth telling."""


def alike(ledger: Ledger) -> Iterator[Problem]:
    """R450: two indicators with the same value and the same ratio, to the last digit."""
    seen: dict[Any, Line] = {}
    for line in ledger:
        mark = _mark(line)
        if mark is None:
            continue
        first = seen.setdefault(mark, line)
        if first is not line and line.indicator.result is not None and first.indicator.result is not None:
            yield about("R450", line.key, line.indicator.result, name=first.name, **against(first.indicator.result))


def _mark(line: Line) -> Any:
    """Value and ratios; None where there is no ratio, or too few digits to wonder."""
    result = line.result
    if result is None or len(result.number.replace(".", "").replace(",", "").strip("0")) < FEWEST_DIGITS:
        return None
    ratios = tuple(held.printed for held in line.held if held.printed)
    return (_value(result), ratios) if ratios else None


def _value(quantity: Quantity) -> tuple[Fraction, str, str]:
    return Fraction(quantity.value), quantity.unit, str(quantity.of)


def twice(ledger: Ledger) -> Iterator[Problem]:
    """R451: one thing typed twice. R452: one thing with two values."""
    owner = {str(name): line.key for line in ledger for name in line.indicator.parts}
    same: dict[Any, list[Line]] = defaultdict(list)
    for line in ledger:
        if line.indicator.name is not None and line.result is not None:
            same[_identity(line, owner.get(line.key, ""))].append(line)
    for first, *others in same.values():
        for line in others:
            yield _repeated(first, line)


def _identity(line: Line, owner: str) -> tuple[str, ...]:
    indicator = line.indicator
    told = (indicator.name, indicator.group, indicator.as_of, indicator.prices)
    assert line.result is not None
    return (*(" ".join(fold(text or "").split()) for text in told), line.result.unit, line.result.as_of, owner)


def _repeated(first: Line, line: Line) -> Problem:
    here, there = line.indicator.result, first.indicator.result
    assert here is not None and there is not None
    code = "R451" if _value(here.quantity) == _value(there.quantity) else "R452"
    return about(code, line.key, here, name=line.name, before=said(there.quantity), **against(there))


def listed(ledger: Ledger) -> Iterator[Problem]:
    """R453: a list of names that is longer or shorter than the count that it stands behind."""
    for line in ledger:
        names, result = line.indicator.names, line.indicator.result
        if names and result is not None and result.quantity.exact and result.quantity.value != len(names):
            yield about("R453", line.key, result, count=str(len(names)))
    for award in ledger.conference.awards:
        counts = [figure for figure in (award.collectives, award.persons) if figure is not None]
        total = sum(figure.quantity.value for figure in counts)
        if award.names and counts and total != len(award.names):
            values = {"typed": " + ".join(said(figure.quantity) for figure in counts), "count": str(len(award.names))}
            yield Problem("R453", place_of(counts[0]), values)
