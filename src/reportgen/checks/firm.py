"""Which quantities can be reckoned with.

A number that a word opens (`trên 100`, `gần 42`, `khoảng 15`, `10 - 15`) stands for many values; what is computed
from its digits proves nothing (`firm`), what is computed from all that it allows does (`reckoned`). `ước` leaves the
number as it is.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.model.leaves import Figure
from reportgen.quantity import Change, Quantity, Relation

VAGUE = frozenset({"khoảng", "xấp xỉ", "chừng"})


def firm(quantity: Quantity | None) -> Quantity | None:
    """The quantity if it is one value, as precise as its digits; else None."""
    if quantity is None or quantity.rank or quantity.upper is not None or quantity.change is not Change.NONE:
        return None
    if quantity.relation is not Relation.EQUAL or VAGUE & set(quantity.hedges):
        return None
    return quantity


HEDGE = Decimal("0.05")
"""How far a word opens a number: `hơn 88` is 88 to 92,4, `gần 305` is 289,75 to 305; at least one of its last digit. A
round number that is passed by more is called by the next one (67 texts: the widest `hơn` was 4,6%)."""
_ABOVE, _BELOW = frozenset({"hơn", "trên"}), frozenset({"gần", "ngót"})


def reckoned(quantity: Quantity | None) -> Quantity | None:
    """The quantity with its hedge as freedom of its digits: what is computed from it is an interval, wide but closed.
    None for a bound (`≥ 97%`, `dưới 5%`), a range, a change, a rank."""
    if firm(quantity) is not None or quantity is None:
        return quantity
    said = set(quantity.hedges)
    if quantity.rank or quantity.upper is not None or quantity.change is not Change.NONE:
        return None
    if not said & (_ABOVE | _BELOW | VAGUE):
        return None
    step = max(abs(quantity.value) * HEDGE, quantity.quantum or Decimal(1))
    low = quantity.value - (Decimal(0) if said & _ABOVE else step)
    high = quantity.value + (Decimal(0) if said & _BELOW else step)
    rest = tuple(word for word in quantity.hedges if word not in _ABOVE | _BELOW | VAGUE)
    return replace(quantity, value=(low + high) / 2, quantum=high - low, hedges=rest, relation=Relation.EQUAL)


def reckoned_value(figure: Figure | None) -> Quantity | None:
    """The same of a figure that may be absent."""
    return reckoned(figure.quantity) if figure is not None else None


def firm_value(figure: Figure | None) -> Quantity | None:
    """The firm quantity of a figure that may be absent."""
    return firm(figure.quantity) if figure is not None else None


def bound(figure: Figure | None) -> Quantity | None:
    """A target's value where it is a single one, `≥ 97%` included; None for a range or an approximate one."""
    if figure is None or figure.quantity.upper is not None or VAGUE & set(figure.quantity.hedges):
        return None
    return figure.quantity
