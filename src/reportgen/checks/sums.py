"""Whether written parts give a written total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Verdict
from reportgen.quantity import Quantity


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
