"""Which quantities can be reckoned with.

A rank, a range and a change are no single value. A hedge (`gần 42`, `khoảng 15`) leaves one, which `intervals` widens
by what the hedge says.
"""

from __future__ import annotations

from dataclasses import replace

from reportgen.figures.hedges import ROUGH
from reportgen.model.leaves import Figure
from reportgen.quantity import Change, Quantity, Relation


def firm(quantity: Quantity | None) -> Quantity | None:
    """The quantity if it is one value, as precise as its digits and its hedges; else None."""
    if quantity is None or quantity.rank or quantity.upper is not None or quantity.change is not Change.NONE:
        return None
    return quantity


def firm_value(figure: Figure | None) -> Quantity | None:
    """The firm quantity of a figure that may be absent."""
    return firm(figure.quantity) if figure is not None else None


def bound(figure: Figure | None) -> Quantity | None:
    """A target's value where it is a single one, of a bound (`≥ 97%`) its number; None for a range."""
    if figure is None or figure.quantity.upper is not None:
        return None
    quantity = figure.quantity
    hedges = tuple(hedge for hedge in quantity.hedges if hedge in ROUGH)
    return replace(quantity, relation=Relation.EQUAL, hedges=hedges)


def ends(figure: Figure | None) -> tuple[Quantity, ...]:
    """A target's single value, of a range both ends; none for one that is a change or a rank."""
    if figure is None or figure.quantity.change is not Change.NONE or figure.quantity.rank:
        return ()
    if figure.quantity.upper is None:
        return tuple(filter(None, (bound(figure),)))
    values = (figure.quantity.value, figure.quantity.upper)
    return tuple(replace(figure.quantity, value=value, upper=None, relation=Relation.EQUAL) for value in values)
