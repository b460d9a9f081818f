"""All numbers that an input declares or that follow from them, to be asked whether one explains a typed number.

A declared number explains what it rounds to; a computed one what its interval reaches. Kinds keep apart what cannot be
the same: percentages, money, measures, and counts by what is counted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

from reportgen.checks.firm import reckoned
from reportgen.figures import intervals
from reportgen.figures.intervals import Interval
from reportgen.figures.ledger import Ledger, Line
from reportgen.model import Conference
from reportgen.model.leaves import Figure
from reportgen.model.section import leaves_of
from reportgen.quantity import Change, Quantity, parse_unit
from reportgen.quantity.reading import is_physical
from reportgen.quantity.units import KNOWN_UNITS
from reportgen.quantity.words import OPEN_ABOVE, OPEN_BELOW
from reportgen.vietnamese.letters import fold

ABOUT = frozenset({"khoảng", "xấp xỉ", "chừng"})
PERCENTAGES = MappingProxyType({"%": Fraction(1), "điểm %": Fraction(1), "‰": Fraction(1, 10), "lần": Fraction(100)})
"""Units that say how much of something, and how many percent each is."""

_PEOPLE = """
người, đảng viên, đoàn viên, hội viên, đại biểu, cá nhân, đồng chí, lao động, học sinh, cán bộ, nhân khẩu, khẩu, dân,
trẻ em, trẻ, cháu, thanh niên, phụ nữ, đối tượng, thành viên, nam, nữ
"""
PEOPLE = frozenset(" ".join(word.split()) for word in fold(_PEOPLE).split(","))
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
    step, next_one = intervals.roundness(typed), Fraction(int(typed.exact))
    if typed.upper is not None:
        return value, Fraction(typed.upper)
    if typed.relation in OPEN_ABOVE:
        return value + next_one, value + step - next_one
    if typed.relation in OPEN_BELOW:
        return value - step + next_one, value - next_one
    return (value - step, value + step) if ABOUT & set(typed.hedges) else (value - half, value + half)


FINENESS = 10**9
"""Values are kept as whole multiples of a thousand-millionth, outwards: whole numbers sort ten times faster."""


BEYOND = "vượt"
"""The kind of what passes a plan by so many percent."""


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
            kind, factor = _kind(quantity)
            wide = reckoned(quantity)
            if wide is not None and wide is not quantity:
                spans[kind].append(_span(Fraction(wide.written_low), Fraction(wide.written_high), factor))
            for value in (quantity.value, quantity.upper, quantity.of):
                if value is not None:
                    spans[kind].append(_span(Fraction(value), Fraction(value), factor))
        for interval in _beyond(ledger):
            spans[BEYOND].append(_span(interval.low, interval.high, Fraction(1)))
        for interval in _computed(ledger):
            kind, factor = kind_of(interval.unit)
            low, high = sorted((abs(interval.low), abs(interval.high)))
            spans[kind].append(_span(low if interval.low * interval.high > 0 else Fraction(0), high, factor))
        self._rows = {kind: _row(ends) for kind, ends in spans.items()}

    def explains(self, typed: Quantity) -> bool:
        """Whether a number of the input is what the typed one stands for; of n/m both must be."""
        kind, factor = _kind(typed)
        value, (low, high) = Fraction(typed.value), reach(typed)
        met = self._met(kind, _span(low, high, factor)) or self._met(kind, _span(value, value, factor))
        if typed.of is None or not met:
            return met
        base = Fraction(typed.of)
        return self._met(kind, _span(base, base, factor))

    def _met(self, kind: str, span: tuple[int, int]) -> bool:
        rows = [self._rows.get(kind), self._rows.get("") if kind not in {"", "%", BEYOND} else None]
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


def _computed(ledger: Ledger) -> Iterator[Interval]:
    """What follows: ratios, growth, differences, shares of the parts, lengths of lists."""
    for line in ledger:
        since = intervals.ratio(line.result, line.before) if line.result and line.before else None
        yield from (found for found in (line.share, line.growth, line.difference, since) if found is not None)
        for held in line.held:
            yield from _against_plan(line, held.ratio, held.plan.value)
        for part in ledger.parts_of(line):
            share = intervals.ratio(part.result, line.result) if part.result and line.result else None
            if share is not None:
                yield share


def _beyond(ledger: Ledger) -> Iterator[Interval]:
    """By how many percent, or points of a rate, results pass their plans."""
    for line in ledger:
        for held in line.held:
            if held.ratio is not None:
                yield Interval(held.ratio.nominal - 100, held.ratio.low - 100, held.ratio.high - 100, "%")
            value = held.plan.value
            if line.result is not None and value is not None and value.quantity.unit in PERCENTAGES:
                apart = intervals.difference(line.measured(value.quantity), value.quantity)
                if apart is not None:
                    yield apart


def _kind(quantity: Quantity) -> tuple[str, Fraction]:
    """What a number measures: `vượt 5%` is no share, but what lies beyond a plan."""
    kind, factor = kind_of(quantity.unit)
    return (BEYOND if quantity.change is Change.BEYOND and kind == "%" else kind), factor


def _against_plan(line: Line, ratio: Interval | None, plan: Figure | None) -> Iterator[Interval]:
    if ratio is None or plan is None or line.result is None:
        return
    yield ratio
    apart = intervals.difference(line.result, plan.quantity)
    if apart is not None:
        yield apart
