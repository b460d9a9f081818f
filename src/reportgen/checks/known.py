"""All numbers that an input declares or that follow from them, to be asked whether one explains a typed number.

A declared number explains what it rounds to; a computed one what its interval reaches. Kinds keep apart what cannot be
the same: percentages, money, measures, and counts by what is counted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from reportgen import compare
from reportgen.compare import Interval
from reportgen.ledger import Ledger, Line
from reportgen.model.leaves import Figure
from reportgen.quantity import Quantity, parse_unit
from reportgen.quantity.reading import is_physical
from reportgen.quantity.words import OPEN_ABOVE, OPEN_BELOW
from reportgen.vietnamese import fold

ABOUT = frozenset({"khoảng", "xấp xỉ", "chừng"})
PERCENTAGES = MappingProxyType({"%": Fraction(1), "điểm %": Fraction(1), "‰": Fraction(1, 10), "lần": Fraction(100)})
"""Units that say how much of something, and how many percent each is."""

_PEOPLE = """
người, đảng viên, đoàn viên, hội viên, đại biểu, cá nhân, đồng chí, lao động, học sinh, cán bộ, nhân khẩu, khẩu, dân,
trẻ em, trẻ, cháu, thanh niên, phụ nữ, đối tượng, thành viên, nam, nữ
"""
PEOPLE = frozenset(" ".join(word.split()) for word in fold(_PEOPLE).split(","))
"""Folded nouns that all count persons."""


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
    step, next_one = compare.roundness(typed), Fraction(int(typed.exact))
    if typed.upper is not None:
        return value, Fraction(typed.upper)
    if typed.relation in OPEN_ABOVE:
        return value + next_one, value + step - next_one
    if typed.relation in OPEN_BELOW:
        return value - step + next_one, value - next_one
    return (value - step, value + step) if ABOUT & set(typed.hedges) else (value - half, value + half)


@dataclass(frozen=True, slots=True)
class _Row:
    """Intervals of one kind, by their low ends; `reached` is the greatest high end up to each."""

    lows: tuple[Fraction, ...]
    reached: tuple[Fraction, ...]

    def meets(self, low: Fraction, high: Fraction) -> bool:
        """Whether one of them has a value between the ends."""
        place = bisect_right(self.lows, high)
        if place and self.reached[place - 1] >= low:
            return True
        place = bisect_left(self.lows, low)
        return place < len(self.lows) and self.lows[place] <= high


class Known:
    """The numbers of an input."""

    def __init__(self, ledger: Ledger) -> None:
        spans: dict[str, list[tuple[Fraction, Fraction]]] = defaultdict(list)
        for quantity in _declared(ledger.conference):
            kind, factor = kind_of(quantity.unit)
            for value in (quantity.value, quantity.upper, quantity.of):
                if value is not None:
                    spans[kind].append((Fraction(value) * factor, Fraction(value) * factor))
        for interval in _computed(ledger):
            kind, factor = kind_of(interval.unit)
            ends = sorted((abs(interval.low) * factor, abs(interval.high) * factor))
            spans[kind].append((ends[0], ends[1]))
        self._rows = {kind: _row(ends) for kind, ends in spans.items()}

    def explains(self, typed: Quantity) -> bool:
        """Whether a number of the input is what the typed one stands for; of n/m both must be."""
        kind, factor = kind_of(typed.unit)
        low, high = (end * factor for end in reach(typed))
        value = Fraction(typed.value) * factor
        base = value if typed.of is None else Fraction(typed.of) * factor
        return (self._met(kind, low, high) or self._met(kind, value, value)) and (
            base == value or self._met(kind, base, base)
        )

    def _met(self, kind: str, low: Fraction, high: Fraction) -> bool:
        rows = [self._rows.get(kind), self._rows.get("") if kind not in {"", "%"} else None]
        return any(row is not None and row.meets(low, high) for row in rows)


def _row(spans: Iterable[tuple[Fraction, Fraction]]) -> _Row:
    ordered = sorted(spans)
    return _Row(tuple(low for low, _ in ordered), tuple(accumulate((high for _, high in ordered), max)))


def _declared(part: Any) -> Iterator[Quantity]:
    """Every figure below a part of the model."""
    if isinstance(part, Figure):
        yield part.quantity
        if part.quantity.beside is not None:
            yield part.quantity.beside
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _declared(getattr(part, name))
    elif isinstance(part, tuple | dict):
        for item in part.values() if isinstance(part, dict) else part:
            yield from _declared(item)


def _computed(ledger: Ledger) -> Iterator[Interval]:
    """What follows: ratios, growth, differences, shares of the parts, lengths of lists."""
    for line in ledger:
        since = compare.ratio(line.result, line.before) if line.result and line.before else None
        yield from (found for found in (line.share, line.growth, line.difference, since) if found is not None)
        for held in line.held:
            yield from _against_plan(line, held.ratio, held.plan.value)
        for part in ledger.parts_of(line):
            share = compare.ratio(part.result, line.result) if part.result and line.result else None
            if share is not None:
                yield share


def _against_plan(line: Line, ratio: Interval | None, plan: Figure | None) -> Iterator[Interval]:
    if ratio is None or plan is None or line.result is None:
        return
    yield ratio
    yield Interval(ratio.nominal - 100, ratio.low - 100, ratio.high - 100, "%")
    apart = compare.difference(line.result, plan.quantity)
    if apart is not None:
        yield apart
