"""Figures that can be read in two ways (`6.842 tỷ đồng`), where another figure of the indicator decides.

The reader of quantities sees one text only and warns (Q311). Beside `6.750,5 tỷ đồng` or `7.100.000 triệu đồng` the dot
can only part thousands.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.figures.ledger import Ledger, Line
from reportgen.model.leaves import Figure
from reportgen.problems import Place
from reportgen.quantity import read_quantity

CODE = "Q311"
FEWEST = 2
"""So many others of its size decide, though each could be read in two ways: nobody types three decimals in them all."""
NEAR = 20
"""Two figures of one indicator lie within so many times of each other; a thousandfold never does."""


def decided(ledger: Ledger) -> frozenset[tuple[int, int]]:
    """Line and column of every ambiguous figure that another one of its indicator decides."""
    return frozenset(spot for line in ledger for spot in _decided(line))


def _decided(line: Line) -> Iterator[tuple[int, int]]:
    figures = [figure for figure in _figures(line) if figure.quantity.unit == "đồng"]
    ambiguous = {id(figure): place for figure in figures if (place := _ambiguous_place(figure)) is not None}
    clear = [figure.quantity.value for figure in figures if id(figure) not in ambiguous and figure.quantity.value > 0]
    waived = CODE in line.indicator.silenced
    for figure in figures:
        value, place = figure.quantity.value, ambiguous.get(id(figure))
        if place is not None and (waived or _is_alike(value, clear or _others(figure, figures))):
            yield place.line, place.column


def _others(figure: Figure, figures: list[Figure]) -> list[Decimal]:
    """The values of the others where they are several: read with thousands, all fit one another."""
    others = [other.quantity.value for other in figures if other is not figure and other.quantity.value > 0]
    return others if len(others) >= FEWEST else []


def _is_alike(value: Decimal, others: list[Decimal]) -> bool:
    return bool(others) and all(value < NEAR * other and other < NEAR * value for other in others)


def _ambiguous_place(figure: Figure) -> Place | None:
    """Where the reader found the figure ambiguous, None if it did not."""
    flaws = (flaw for flaw in read_quantity(figure.words).flaws if flaw.code == CODE)
    return next((figure.words.place(flaw.start, flaw.end) for flaw in flaws), None)


def _figures(line: Line) -> Iterator[Figure]:
    indicator = line.indicator
    plans = [plan.value for plan in (*indicator.plans, *indicator.after)]
    before = indicator.before.value if indicator.before else None
    several = (*indicator.history.values(), *indicator.breakdown.values())
    return (figure for figure in (indicator.result, before, *plans, *several) if figure is not None)
