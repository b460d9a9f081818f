"""All numbers that an input declares or that follow from them, to be asked whether one explains a typed number.

A declared number explains what it rounds to; a computed one what its interval reaches. Kinds keep apart what cannot be
the same: percentages, money, measures, and counts by what is counted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

from reportgen.checks.firm import ends
from reportgen.figures import intervals
from reportgen.figures.hedges import is_hedged, meant, only_bounds, roundness
from reportgen.figures.intervals import Interval
from reportgen.figures.ledger import Ledger
from reportgen.model import Conference
from reportgen.model.leaves import Figure
from reportgen.model.section import leaves_of
from reportgen.quantity import Quantity, parse_unit
from reportgen.quantity.counters import PERSONS
from reportgen.quantity.reading import is_physical
from reportgen.quantity.units import KNOWN_UNITS
from reportgen.quantity.words import OPEN_ABOVE, OPEN_BELOW
from reportgen.vietnamese.letters import fold

ABOUT = frozenset({"khoảng", "xấp xỉ", "chừng"})
PERCENTAGES = MappingProxyType({"%": Fraction(1), "điểm %": Fraction(1), "‰": Fraction(1, 10), "lần": Fraction(100)})
"""Units that say how much of something, and how many percent each is."""

PEOPLE = frozenset(fold(person) for person in PERSONS)
"""Folded nouns that all count persons."""


@lru_cache(maxsize=KNOWN_UNITS)
def kind_of(unit: str) -> tuple[str, Fraction]:
    """What a unit measures, and its size: values of one kind can be compared. "" for a number without unit."""
    if not unit:
        return "", Fraction(1)
    if unit in PERCENTAGES:
        return "%", PERCENTAGES[unit]
    known = parse_unit(unit)
    if is_physical(unit) and known is not None:
        return str(known.dimension), known.factor
    noun = fold(unit)
    if any(noun == person or noun.startswith(person + " ") for person in PEOPLE):
        return "người", Fraction(1)
    return noun.split()[0], Fraction(1)


def reach(typed: Quantity) -> tuple[Fraction, Fraction]:
    """The values that a typed number may stand for: what rounds to it, or what its hedge says."""
    value, half = Fraction(typed.value), Fraction(typed.quantum) / 2
    step, next_one = roundness(typed), Fraction(int(typed.exact))
    if typed.upper is not None:
        return value, Fraction(typed.upper)
    if typed.relation in OPEN_ABOVE:
        return value + next_one, value + step - next_one
    if typed.relation in OPEN_BELOW:
        return value - step + next_one, value - next_one
    return (value - step, value + step) if ABOUT & set(typed.hedges) else (value - half, value + half)


FINENESS = 10**9
"""Values are kept as whole multiples of a thousand-millionth, outwards: whole numbers sort ten times faster."""


class _Row(NamedTuple):
    """Intervals of one kind, by their low ends; `reached` is the greatest high end up to each."""

    lows: tuple[int, ...]
    reached: tuple[int, ...]

    def meets(self, low: int, high: int) -> bool:
        """Whether one of them has a value between the ends."""
        place = bisect_right(self.lows, high)
        return place > 0 and self.reached[place - 1] >= low


class Known:
    """The numbers of an input."""

    def __init__(self, ledger: Ledger) -> None:
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for quantity in _declared(ledger.conference):
            kind, factor = kind_of(quantity.unit)
            for low, high in _said(quantity):
                spans[kind].append(_span(low, high, factor))
        for interval in _computed(ledger):
            kind, factor = kind_of(interval.unit)
            low, high = sorted((abs(interval.low), abs(interval.high)))
            spans[kind].append(_span(low if interval.low * interval.high > 0 else Fraction(0), high, factor))
        self._rows = {kind: _row(ends) for kind, ends in spans.items()}

    def explains(self, typed: Quantity) -> bool:
        """Whether a number of the input is what the typed one stands for; of n/m both must be."""
        kind, factor = kind_of(typed.unit)
        value, (low, high) = Fraction(typed.value), reach(typed)
        met = self._met(kind, _span(low, high, factor)) or self._met(kind, _span(value, value, factor))
        if typed.of is None or not met:
            return met
        base = Fraction(typed.of)
        return self._met(kind, _span(base, base, factor))

    def _met(self, kind: str, span: tuple[int, int]) -> bool:
        rows = [self._rows.get(kind), self._rows.get("") if kind not in {"", "%"} else None]
        return any(row is not None and row.meets(*span) for row in rows)


def _span(low: Fraction, high: Fraction, factor: Fraction) -> tuple[int, int]:
    numerator, denominator = factor.numerator * FINENESS, factor.denominator
    start = low.numerator * numerator // (low.denominator * denominator)
    return start, -(-high.numerator * numerator // (high.denominator * denominator))


def _row(spans: Iterable[tuple[int, int]]) -> _Row:
    ordered = sorted(spans)
    return _Row(tuple(low for low, _ in ordered), tuple(accumulate((high for _, high in ordered), max)))


def _declared(conference: Conference) -> Iterator[Quantity]:
    """Every figure of the input, and what stands in brackets beside it."""
    for figure in leaves_of(conference, Figure):
        yield figure.quantity
        if figure.quantity.beside is not None:
            yield figure.quantity.beside


def _said(quantity: Quantity) -> Iterator[tuple[Fraction, Fraction]]:
    """The values of a declared figure: its numbers as written, and what its hedge lets the first be."""
    for value in (quantity.value, quantity.upper, quantity.of):
        if value is not None:
            yield Fraction(value), Fraction(value)
    if is_hedged(quantity) and not only_bounds(quantity):
        yield meant(quantity)


def _computed(ledger: Ledger) -> Iterator[Interval]:
    """What follows: ratios, growth, differences, shares of the parts, lengths of lists."""
    for line in ledger:
        if line.share is not None:
            yield line.share
        if line.result is not None:
            yield from _against(line.result, line.before)
            for held in line.held:
                for target in ends(held.plan.value):
                    yield from _against(line.measured(target), target)
            for plan in line.indicator.after:
                for target in ends(plan.value):
                    # A target was decided, not measured: its digits are all there are.
                    yield from _against(replace(target, quantum=Decimal(0)), line.result)
        for part in ledger.parts_of(line):
            share = intervals.ratio(part.result, line.result) if part.result and line.result else None
            if share is not None:
                yield share


def _against(value: Quantity, other: Quantity | None) -> Iterator[Interval]:
    """A value against another one: as a percentage, what is beyond it in percent, and the difference."""
    if other is None:
        return
    ratio, apart = intervals.ratio(value, other), intervals.difference(value, other)
    if ratio is not None:
        yield from (ratio, intervals.less_whole(ratio))
    if apart is not None:
        yield apart
