"""Whether written parts give a written total, or a whole of 100%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from reportgen.checks.telling import percentage
from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Verdict
from reportgen.quantity import Quantity

HUNDRED = Quantity(Decimal(100), "%", number="100", unit_text="%")
"""The whole of a structure, exact."""

NEAR_WHOLE = Fraction(10)
"""Shares that miss 100% by no more points were meant to reach it."""


def is_whole(total: Quantity) -> bool:
    """Whether the total is 100%."""
    return total.unit == HUNDRED.unit and total.value == HUNDRED.value and total.of is None


def makes_whole(addends: Sequence[Quantity], give: Fraction = Fraction(0)) -> bool:
    """Whether shares reach 100%, give or take so many points beyond half a last digit each."""
    reached = intervals.total(addends)
    here = intervals.in_unit(reached, HUNDRED.unit) if reached is not None else None
    return here is not None and here.low - give <= Fraction(HUNDRED.value) <= here.high + give


def written_sum(addends: Sequence[Quantity]) -> str:
    """The sum of shares as they are written: `100,03%`."""
    reached = intervals.total(addends)
    assert reached is not None, "shares add up"
    return percentage(replace(reached, low=reached.nominal, high=reached.nominal), min(addends, key=_quantum))


def _quantum(quantity: Quantity) -> Decimal:
    return quantity.quantum


def verdict_of_sum(total: Quantity, reached: Interval, addends: Sequence[Quantity]) -> Verdict:
    """Whether the parts give the total: rounded, or each cut off."""
    if intervals.agrees(total, reached) is Verdict.AGREES:
        return Verdict.AGREES
    quanta = sum((part.quantum for part in addends), Decimal(0))
    cut_off = replace(reached, low=reached.nominal, high=reached.nominal + Fraction(quanta))
    above = intervals.in_unit(cut_off, total.unit)
    if above is None or (total.exact and not quanta):
        return Verdict.WRONG
    low, high = Fraction(total.value), Fraction(total.value + total.quantum)
    return Verdict.TRUNCATED if above.low <= high and low <= above.high else Verdict.WRONG
