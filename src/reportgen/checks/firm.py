"""Which quantities can be reckoned with.

A number that a word opens (`trên 100`, `gần 42`, `khoảng 15`, `10 - 15`) stands for many values; what is computed
from it proves nothing. `ước` leaves the number as it is.
"""

from __future__ import annotations

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


def firm_value(figure: Figure | None) -> Quantity | None:
    """The firm quantity of a figure that may be absent."""
    return firm(figure.quantity) if figure is not None else None


def bound(figure: Figure | None) -> Quantity | None:
    """A target's value where it is a single one, `≥ 97%` included; None for a range or an approximate one."""
    if figure is None or figure.quantity.upper is not None or VAGUE & set(figure.quantity.hedges):
        return None
    return figure.quantity
