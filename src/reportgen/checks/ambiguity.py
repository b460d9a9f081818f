"""Figures that can be read in two ways (`6.842 tỷ đồng`), where other figures of the indicator decide.

The reader of quantities sees one text only and warns (Q311). Beside `6.750,5 tỷ đồng` or `7.100.000 triệu đồng` the dot
can only part thousands; beside `6.410 tỷ đồng` it parts them in both, for nobody mistypes plan and result alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportgen.figures import intervals
from reportgen.figures.ledger import Ledger, Line
from reportgen.model.leaves import Figure
from reportgen.problems import Place
from reportgen.quantity import Change, read_quantity

CODE = "Q311"
NEAR = 20
"""Two figures of one indicator lie within so many times of each other; a thousandfold never does."""


def decided(ledger: Ledger) -> frozenset[tuple[int, int]]:
    """Line and column of every ambiguous figure that another one of its indicator decides."""
    return frozenset(spot for line in ledger for spot in _decided(line))


def _decided(line: Line) -> Iterator[tuple[int, int]]:
    indicator = line.indicator
    yield from _settled([*_over_time(line)])
    yield from _settled([*indicator.breakdown.values()])


def _settled(figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Where figures of one size stand. Those that can be read in one way decide; without any, the others of the row."""
    ambiguous = {id(figure): place for figure in figures if (place := _ambiguous_place(figure)) is not None}
    clear = [figure for figure in figures if id(figure) not in ambiguous and figure.quantity.value > 0]
    for figure in figures:
        place = ambiguous.get(id(figure))
        others = clear or [other for other in figures if other is not figure]
        known = [ratio for other in others if (ratio := _ratio(figure, other)) is not None]
        if place is not None and known and all(Fraction(1, NEAR) < ratio < NEAR for ratio in known):
            yield place.line, place.column


def _ratio(figure: Figure, other: Figure) -> Fraction | None:
    """How many times the other one figure is; None where that cannot be said."""
    percent = intervals.ratio(figure.quantity, other.quantity)
    return percent.nominal / 100 if percent is not None else None


def _ambiguous_place(figure: Figure) -> Place | None:
    """Where the reader found the figure ambiguous, None if it did not."""
    flaws = (flaw for flaw in read_quantity(figure.words).flaws if flaw.code == CODE)
    return next((figure.words.place(flaw.start, flaw.end) for flaw in flaws), None)


def _over_time(line: Line) -> Iterator[Figure]:
    """The figures of one thing: result, plans, last year, next year, earlier years."""
    indicator = line.indicator
    plans = [plan.value for plan in (*indicator.plans, *indicator.after)]
    before = indicator.before.value if indicator.before else None
    figures = (indicator.result, before, *plans, *indicator.history.values())
    return (figure for figure in figures if figure is not None and figure.quantity.change is Change.NONE)
