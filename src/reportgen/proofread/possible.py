"""A percentage of a count whose whole is not named: some whole number has to give it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reportgen.figures.hedges import claimed
from reportgen.figures.intervals import Interval
from reportgen.proofread.broken import Broken
from reportgen.proofread.finding import Kind
from reportgen.proofread.mentions import Mention, Part
from reportgen.proofread.reckoning import level_of, opened, result
from reportgen.proofread.statements import Statement
from reportgen.quantity import Change, Quantity, Relation, write_number
from reportgen.quantity.units import PHYSICAL

ROUND = 100
"""A count that ends in two noughts may be a rounded one."""


def unheld(statement: Statement, claim: Mention) -> Broken | None:
    """A percentage of a count whose whole is not named: some whole number has to give it."""
    level = statement.level
    if level is None or not statement.alone or statement.plans or level.quantity.of is not None:
        return None
    first = statement.claims[0] is claim
    of_whole = claim.part is Part.PLAN_RATIO or (claim.part is Part.SHARE and "chiếm" in claim.lead)
    if of_whole and first and _is_count(level.quantity):
        wrong = not is_possible(claim.quantity, level.quantity)
    elif claim.part is Part.GROWTH and not statement.before and first and _is_count(level.quantity):
        wrong = claim.against != "plan" and not _possible_growth(claim.quantity, level.quantity)
    else:
        return None
    if not wrong:
        return None
    return Broken(Kind.COUNT_RATIO, claim, _nearest(claim.quantity, level.quantity), (level,))


def _is_count(quantity: Quantity) -> bool:
    unit = quantity.unit.partition("/")[0]
    counted = quantity.exact and bool(unit) and unit not in PHYSICAL and quantity.value % 1 == 0
    plain = quantity.relation is Relation.EQUAL and not quantity.hedges and quantity.upper is None
    return counted and plain and quantity.value > 0 and quantity.value % ROUND != 0


def _window(typed: Quantity) -> tuple[Fraction, Fraction] | None:
    """The values that round to the typed one or are cut off to it."""
    wide = opened(level_of(typed))
    if wide is None or typed.unit != "%":
        return None
    low, high = claimed(wide)
    return low, max(high, Fraction(wide.value) + Fraction(wide.quantum))


def is_possible(typed: Quantity, count: Quantity) -> bool:
    """Whether the count can be such a percentage of some whole number."""
    window = _window(typed)
    if window is None or window[0] <= 0:
        return True
    n = Fraction(count.value)
    return _whole_between(n * 100 / window[1], n * 100 / window[0])


def _possible_growth(typed: Quantity, count: Quantity) -> bool:
    window = _window(typed)
    if window is None:
        return True
    sign = -1 if typed.change is Change.DOWN else 1
    first, second = (100 + sign * bound for bound in window)
    if min(first, second) <= 0:
        return True
    n = Fraction(count.value)
    return _whole_between(n * 100 / max(first, second), n * 100 / min(first, second))


def _whole_between(low: Fraction, high: Fraction) -> bool:
    return -(-low.numerator // low.denominator) <= high


def _nearest(typed: Quantity, count: Quantity) -> str:
    """The two wholes around the typed percentage, with what they would give."""
    sign = {Change.UP: 1, Change.DOWN: -1}.get(typed.change, 0)
    share = Fraction(typed.value) / 100 if not sign else 1 + sign * Fraction(typed.value) / 100
    n = Fraction(count.value)
    bases = [base for base in (int(n / share), int(n / share) + 1) if base > 0]
    shown = []
    for base in bases:
        percent = n * 100 / base - (100 if sign else 0)
        like = replace(typed, change=typed.change if percent * sign >= 0 else Change.NONE)
        operands = f"{write_number(count.value)} so với {base}: " if sign else f"{write_number(count.value)}/{base} = "
        shown.append(operands + result(Interval(percent, percent, percent, "%"), like))
    return "; ".join(shown)
