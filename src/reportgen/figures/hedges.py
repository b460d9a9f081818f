"""How far a word before a number lets the value lie from it: `gần 64,5 tỷ đồng` is 61,3 to 64,5 tỷ đồng.

In: quantities. Out: spans of values. A hedge widens what a number stands for by an amount that is written down here; no
hedge makes a number stand for everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from reportgen.quantity.value import Quantity
from reportgen.quantity.words import OPEN_ABOVE, OPEN_BELOW, Relation

SLIGHT = Fraction(5, 100)
"""So much of the number a hedge says: who writes `gần 64,5` has no 61 in mind."""

WHOLE = Fraction(1)
"""A bound says only the side: `dưới 100 vụ` may be none, `ít nhất 100 hộ` up to twice as many."""


class Spread(NamedTuple):
    """How far below and above its number a value may lie, as shares of the number."""

    below: Fraction
    above: Fraction


NOWHERE = Spread(Fraction(0), Fraction(0))

OF_HEDGE: Mapping[str, Spread] = MappingProxyType(
    {
        **dict.fromkeys(("gần", "ngót"), Spread(SLIGHT, Fraction(0))),
        **dict.fromkeys(("hơn", "trên"), Spread(Fraction(0), SLIGHT)),
        **dict.fromkeys(("khoảng", "chừng", "xấp xỉ"), Spread(SLIGHT, SLIGHT)),
    }
)
"""Hedge → its spread."""

OF_BOUND: Mapping[Relation, Spread] = MappingProxyType(
    {
        **dict.fromkeys(OPEN_ABOVE, Spread(Fraction(0), WHOLE)),
        **dict.fromkeys(OPEN_BELOW, Spread(WHOLE, Fraction(0))),
    }
)
"""Bound without a hedge → its spread."""

ROUGH = OF_HEDGE.keys() - {"trên"}
"""Hedges that are no bound: a target of `trên 97%` asks for 97% at least."""


def is_hedged(quantity: Quantity) -> bool:
    """Whether a word or a sign before the number lets the value lie elsewhere; `ước` does not."""
    return spread(quantity) != NOWHERE


def only_bounds(quantity: Quantity) -> bool:
    """Whether the number is a bound without a hedge: `≥ 97%`, `dưới 1%`."""
    return quantity.relation in OF_BOUND and not OF_HEDGE.keys() & set(quantity.hedges)


def spread(quantity: Quantity) -> Spread:
    """The widest spread that the words before the number allow on either side."""
    known = [OF_HEDGE[hedge] for hedge in quantity.hedges if hedge in OF_HEDGE]
    if not known:
        return OF_BOUND.get(quantity.relation, NOWHERE)
    return Spread(max(one.below for one in known), max(one.above for one in known))


def meant(quantity: Quantity) -> tuple[Fraction, Fraction]:
    """The values that an operand stands for: what rounds to its digits, or what its hedge says."""
    return _around(quantity, Fraction(quantity.quantum) or Fraction(1))


def claimed(quantity: Quantity) -> tuple[Fraction, Fraction]:
    """The values that a typed number may be said of. Of a round one a hedge says more: `trên 100%`, `hơn 30 hộ`."""
    return _around(quantity, roundness(quantity))


def _around(quantity: Quantity, least: Fraction) -> tuple[Fraction, Fraction]:
    """Digits and hedge together, the hedge by at least so much. A hedge of one side ends at the number on the other."""
    around = spread(quantity)
    value, half = Fraction(quantity.value), Fraction(quantity.quantum) / 2
    if around == NOWHERE:
        return value - half, value + half
    below, above = (max(abs(value) * share, least) if share else Fraction(0) for share in around)
    return value - below, value + above


def roundness(quantity: Quantity) -> Fraction:
    """The place of the last digit that is not zero: 100 tỷ for `3.500 tỷ`, 0,1 for `41,8`."""
    step = Fraction(quantity.quantum) or Fraction(1)
    value = abs(Fraction(quantity.value))
    while value and value % (step * 10) == 0:
        step *= 10
    return step
