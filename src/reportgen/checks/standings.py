"""Status words typed at a plan (`đánh giá`) against the numbers, targets as ranges and inequalities included.

Only what no value that the digits allow can mean is an error. `đạt` may be said of what exceeds its plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from reportgen.checks.firm import firm
from reportgen.checks.telling import against, amount, place_in, said
from reportgen.figures.intervals import Standing
from reportgen.figures.ledger import Held, Ledger, Line
from reportgen.problems import Problem
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
    status, value, result = held.plan.status, held.plan.value, firm(line.result)
    if status is None or value is None or result is None or held.standing is Standing.UNKNOWN:
        return
    meant = MEANS.get(fold(status.strip().rstrip(".")))
    if meant is None or held.possible & meant:
        return
    values = {
        "figure": line.key,
        "typed": status.strip(),
        "result": amount(result),
        "base": said(value.quantity),
        "right": WORDS[held.standing],
        **against(value),
    }
    yield Problem("R420", place_in(status), values)
