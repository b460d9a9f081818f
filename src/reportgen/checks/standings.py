"""Status words typed at a plan (`đánh giá`) against the numbers, targets as ranges and inequalities included.

Only what no value that the digits allow can mean is an error. `đạt` may be said of what exceeds its plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from reportgen.checks.firm import reckoned
from reportgen.checks.telling import against, place_in, said
from reportgen.figures import intervals
from reportgen.figures.intervals import Standing
from reportgen.figures.ledger import Held, Ledger, Line
from reportgen.problems import Problem
from reportgen.quantity import Quantity
from reportgen.vietnamese.letters import fold

REACHED = frozenset({Standing.MET, Standing.EXCEEDED})
BELOW = frozenset({Standing.BELOW})

MEANS: Mapping[str, frozenset[Standing]] = MappingProxyType(
    {
        **dict.fromkeys(("khong dat", "chua dat", "khong hoan thanh", "chua hoan thanh"), BELOW),
        **dict.fromkeys(("vuot", "vuot ke hoach", "vuot chi tieu", "vuot muc"), frozenset({Standing.EXCEEDED})),
        **dict.fromkeys(("dat", "dat ke hoach", "dat chi tieu", "hoan thanh", "dat va vuot"), REACHED),
    }
)
"""Folded status word → the standings that it can be said of."""

WORDS = MappingProxyType({Standing.BELOW: "chưa đạt", Standing.MET: "đạt", Standing.EXCEEDED: "vượt"})


def standings(ledger: Ledger) -> Iterator[Problem]:
    """R420: each typed status word."""
    for line in ledger:
        for held in line.held:
            yield from _standing(line, held)


def _standing(line: Line, held: Held) -> Iterator[Problem]:
    status, value, result = held.plan.status, held.plan.value, reckoned(line.result)
    if status is None or value is None or result is None or held.standing is Standing.UNKNOWN:
        return
    meant = MEANS.get(fold(status.strip().rstrip(".")))
    standing = _standing_of(line, held, result)
    if meant is None or standing in meant or _close(result, value.quantity):
        return
    values = {
        "figure": line.key,
        "typed": status.strip(),
        "result": said(line.result) if line.result is not None else "",
        "base": said(value.quantity),
        "right": WORDS[standing],
        **against(value),
    }
    yield Problem("R420", place_in(status), values)


def _standing_of(line: Line, held: Held, result: Quantity) -> Standing:
    """How a result stands; one that a word opens, by the middle of what it allows."""
    assert held.plan.value is not None, "asked only where there is a target"
    if result == line.result:
        return held.standing
    return intervals.standing(result, held.plan.value.quantity, lower_is_better=line.lower_is_better)


def _close(result: Quantity, target: Quantity) -> bool:
    """Whether the digits leave open on which side of the target the result lies."""
    here = intervals.in_unit(intervals.written(result), target.unit)
    ends = [end for end in (target.value, target.upper) if end is not None]
    return here is not None and here.nominal not in ends and any(here.low < end < here.high for end in ends)
