"""Whether written parts give a written total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from reportgen import compare
from reportgen.compare import Interval, Verdict
from reportgen.quantity import Quantity


def verdict_of_sum(total: Quantity, reached: Interval, addends: Sequence[Quantity]) -> Verdict:
    """Whether the parts give the total: rounded, or each cut off."""
    if compare.agrees(total, reached) is Verdict.AGREES:
        return Verdict.AGREES
    quanta = sum((part.quantum for part in addends), Decimal(0))
    above = compare.in_unit(replace(reached, low=reached.nominal, high=reached.nominal + Fraction(quanta)), total.unit)
    if above is None or (total.exact and not quanta):
        return Verdict.WRONG
    low, high = Fraction(total.value), Fraction(total.value + total.quantum)
    return Verdict.TRUNCATED if above.low <= high and low <= above.high else Verdict.WRONG
