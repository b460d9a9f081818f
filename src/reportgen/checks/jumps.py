"""Jumps by powers of ten against plan, last year, other years and the other units: a slip of unit or scale.

A value that the input itself explains (a typed ratio or change that agrees, parts that reach the total) is no slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportgen.checks.firm import bound, firm_value
from reportgen.checks.telling import about, against, amount
from reportgen.figures import intervals
from reportgen.figures.intervals import Verdict
from reportgen.figures.ledger import Ledger, Line
from reportgen.model.leaves import Figure
from reportgen.problems import Problem
from reportgen.quantity import Change, Quantity

NEAR_TEN = (Fraction(15, 2), Fraction(27, 2))
"""Tenfold, give or take a third: wider windows catch real growth."""

NEAR_GREATER = (Fraction(2, 5), Fraction(5, 2))
"""Around a hundred- or thousandfold nothing real lies."""

POWERS = (100, 1000, 10**6)

SMALL = 30
"""Counts below are too small for a scale: 2 cases may become 20."""

FEWEST_SIBLINGS = 4
FEWEST_YEARS = 3
NO_JUMP = 5
"""Below so many times nothing is near a power of ten."""


def power_of_ten(value: Quantity, other: Quantity) -> int:
    """10, 100, 1.000 … where one value is about so many times the other; 0 otherwise."""
    if value.unit == other.unit and value.value < NO_JUMP * other.value and other.value < NO_JUMP * value.value:
        return 0  # the usual case, without fractions
    ratio = intervals.ratio(value, other)
    if ratio is None or ratio.nominal <= 0 or _both_small(value, other):
        return 0
    times = max(ratio.nominal / 100, 100 / ratio.nominal)
    if NEAR_TEN[0] <= times <= NEAR_TEN[1]:
        return 10
    return next((power for power in POWERS if NEAR_GREATER[0] <= times / power <= NEAR_GREATER[1]), 0)


def _both_small(value: Quantity, other: Quantity) -> bool:
    return value.exact and other.exact and min(value.value, other.value) < SMALL


def against_others(ledger: Ledger) -> Iterator[Problem]:
    """R430: a result about ten, a hundred … times its plan or last year, or a tenth, a hundredth of it."""
    for line in ledger:
        result = line.indicator.result
        value = firm_value(result)
        if result is None or value is None:
            continue
        for what, other in _references(line):
            power = power_of_ten(line.measured(other.quantity), other.quantity)
            if power:
                values = {"what": what, "base": amount(other.quantity), "power": f"{power:,}".replace(",", ".")}
                yield about("R430", line.key, result, **values, **against(other))
                break


def _references(line: Line) -> Iterator[tuple[str, Figure]]:
    """What the result is held against, without what a typed ratio or change confirms."""
    for held in line.held:
        value = held.plan.value
        if value is None or value.quantity.change is not Change.NONE:
            continue
        if bound(value) is not None and held.verdict is not Verdict.AGREES:
            yield "kế hoạch", value
    before = line.indicator.before
    if before is not None and before.value is not None and firm_value(before.value) is not None and not before.change:
        yield "năm trước", before.value
    for plan in line.indicator.after:
        if plan.value is not None and firm_value(plan.value) is not None and plan.ratio is None:
            yield "chỉ tiêu năm sau", plan.value


def among_years(ledger: Ledger) -> Iterator[Problem]:
    """R431: a value of `các năm` far from both years beside it, or from one of them and the middle one of all years."""
    for line in ledger:
        history = sorted(line.indicator.history.items())
        earlier = [figure for _, figure in history if firm_value(figure) is not None]
        recent = [figure for figure in (_before(line), line.indicator.result) if firm_value(figure) is not None]
        years = [*earlier, *(figure for figure in recent if figure is not None)]
        if len(years) >= FEWEST_YEARS:
            for place in range(len(earlier)):
                yield from _outlying_year(line, years, place)


def _outlying_year(line: Line, years: Sequence[Figure], place: int) -> Iterator[Problem]:
    """A steady growth takes no year apart, however long it lasts."""
    figure, beside = years[place], [*years[max(place - 1, 0) : place], *years[place + 1 : place + 2]]
    judges = [other for other in (*beside, _middle(years)) if power_of_ten(figure.quantity, other.quantity)]
    above = {figure.quantity.value > other.quantity.value for other in judges}
    if len(judges) > 1 and len(above) == 1 and any(judge is other for judge in judges for other in beside):
        yield _told(line, figure, judges[-1], power_of_ten(figure.quantity, judges[-1].quantity))


def _middle(figures: Sequence[Figure]) -> Figure:
    return sorted(figures, key=lambda figure: figure.quantity.value)[len(figures) // 2]


def _before(line: Line) -> Figure | None:
    return line.indicator.before.value if line.indicator.before else None


def among_siblings(ledger: Ledger) -> Iterator[Problem]:
    """R431: a value of `theo đơn vị` far from the middle one; not where all of them reach the result."""
    for line in ledger:
        figures = [figure for figure in line.indicator.breakdown.values() if firm_value(figure) is not None]
        if len(figures) < FEWEST_SIBLINGS or _reach(line, figures):
            continue
        yield from _outliers(line, figures, figures)


def _outliers(line: Line, suspects: Sequence[Figure], figures: Sequence[Figure]) -> Iterator[Problem]:
    """The suspects that are a power of ten away from the middle one of all figures."""
    middle = _middle(figures)
    for figure in suspects:
        other = middle if power_of_ten(figure.quantity, middle.quantity) else _apart_from_both(figure, figures)
        if other is not None:
            yield _told(line, figure, other, power_of_ten(figure.quantity, other.quantity))


def _apart_from_both(figure: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The figure before this one, where it and the one behind are both a power of ten away, on the same side."""
    at = next(place for place, one in enumerate(figures) if one is figure)
    if not 0 < at < len(figures) - 1:
        return None
    before, behind = figures[at - 1], figures[at + 1]
    value = figure.quantity.value
    side = (before.quantity.value < value) == (behind.quantity.value < value)
    both = power_of_ten(figure.quantity, before.quantity) and power_of_ten(figure.quantity, behind.quantity)
    return before if side and both else None


def _reach(line: Line, figures: Sequence[Figure]) -> bool:
    whole, total = firm_value(line.indicator.result), intervals.total([figure.quantity for figure in figures])
    return whole is not None and total is not None and intervals.agrees(whole, total) is Verdict.AGREES


def _told(line: Line, figure: Figure, other: Figure, power: int) -> Problem:
    name = str(figure.words.key or "")
    values = {"name": name, "base": amount(other.quantity), "power": f"{power:,}".replace(",", ".")}
    return about("R431", line.key, figure, **values, **against(other))
