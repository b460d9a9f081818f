"""Ratios, growth, sums and products of written quantities, as exact intervals.

In: quantities. Out: `Interval`s, which hold every value that the written precision of the operands allows. A typed
value is wrong only if no value of the interval rounds to it; so rounding never raises a false alarm. Fractions
throughout: nothing here rounds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from reportgen.figures.hedges import claimed, is_hedged, meant, only_bounds
from reportgen.quantity.counters import same_thing, shared
from reportgen.quantity.reading import is_physical
from reportgen.quantity.units import NUMBER, Unit, convert, multiply, parse_unit
from reportgen.quantity.value import Quantity
from reportgen.quantity.words import OPEN_ABOVE, OPEN_BELOW, Change, Relation

HUNDRED = Fraction(100)
KNOWN_QUANTITIES = 8192
"""How many quantities are remembered: each is compared with several others."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All values that a computation allows. `nominal` takes the operands as written; `low` ≤ `nominal` ≤ `high`."""

    nominal: Fraction
    low: Fraction
    high: Fraction
    unit: str = ""
    hedges: tuple[str, ...] = ()
    """The hedges of the operands: a ratio of an estimate is an estimate."""

    @property
    def exact(self) -> bool:
        """Whether the operands leave no freedom."""
        return self.low == self.high


class Verdict(Enum):
    """How a typed value stands to the computed one."""

    AGREES = "agrees"
    """Some allowed value rounds to it."""
    TRUNCATED = "truncated"
    """No allowed value rounds to it, but one was cut off to it."""
    WRONG = "wrong"


class Standing(Enum):
    """How a result stands to its target."""

    BELOW = "below"
    MET = "met"
    EXCEEDED = "exceeded"
    UNKNOWN = "unknown"
    """The units cannot be compared."""


@lru_cache(maxsize=KNOWN_QUANTITIES)
def written(quantity: Quantity) -> Interval:
    """The values that the digits allow, and the hedges, which widen them (`hedges`)."""
    low, high = meant(quantity)
    return Interval(Fraction(quantity.value), low, high, quantity.unit, quantity.hedges)


def whole_of(quantity: Quantity) -> Interval | None:
    """The m of n/m as a quantity of its own; None if there is none."""
    if quantity.of is None:
        return None
    middle, half = Fraction(quantity.of), Fraction(quantity.of_quantum) / 2
    return Interval(middle, middle - half, middle + half, quantity.unit, quantity.hedges)


def in_unit(interval: Interval, unit: str) -> Interval | None:
    """The interval in another unit; None if the units measure different things. A bare number fits any unit."""
    if interval.unit == unit:
        return interval
    if _same_name(interval.unit, unit):
        return replace(interval, unit=unit)
    bounds = [convert(bound, interval.unit, unit) for bound in (interval.nominal, interval.low, interval.high)]
    if any(bound is None for bound in bounds):
        return None
    nominal, low, high = (bound for bound in bounds if bound is not None)
    return Interval(nominal, low, high, unit, interval.hedges)


def _same_name(first: str, second: str) -> bool:
    return "" in (first, second) or first == second or (_noun(first) and _noun(second) and same_thing(first, second))


@lru_cache(maxsize=KNOWN_QUANTITIES)
def _noun(unit: str) -> bool:
    """Whether the unit counts things: not money, no measure, nothing per another."""
    return "/" not in unit and not is_physical(unit)


def ratio(a: Quantity, b: Quantity) -> Interval | None:
    """a as a percentage of b; None if b may be zero or the units cannot be compared. The n of n/m counts."""
    base = in_unit(written(b), a.unit or b.unit)
    part = in_unit(written(a), a.unit or b.unit)
    return None if base is None or part is None else _percent(part, base)


def share(quantity: Quantity) -> Interval | None:
    """n/m in percent; None if there is no m, or it may be zero."""
    base = whole_of(quantity)
    return None if base is None else _percent(written(quantity), base)


def _percent(part: Interval, base: Interval) -> Interval | None:
    quotient = _quotient(part, base)
    if quotient is None:
        return None
    hedges = _hedges(part, base)
    return Interval(quotient.nominal * 100, quotient.low * 100, quotient.high * 100, "%", hedges)


def growth(now: Quantity, before: Quantity) -> Interval | None:
    """The change against before in percent; None if before may be zero or less, or the units cannot be compared."""
    percent = ratio(now, before)
    if percent is None or before.written_low <= 0:
        return None
    return less_whole(percent)


def less_whole(percent: Interval) -> Interval:
    """What a percentage of something says beyond all of it: 57,5% of 157,5%."""
    return replace(percent, nominal=percent.nominal - 100, low=percent.low - 100, high=percent.high - 100)


def size_of(change: Interval) -> Interval:
    """A change without its direction."""
    low, high = sorted((abs(change.low), abs(change.high)))
    return replace(
        change, nominal=abs(change.nominal), low=low if change.low * change.high > 0 else Fraction(0), high=high
    )


def difference(now: Quantity, before: Quantity) -> Interval | None:
    """now less before, in the unit of now (points for percentages); None if the units cannot be compared."""
    unit = now.unit or before.unit
    first, second = in_unit(written(now), unit), in_unit(written(before), unit)
    if first is None or second is None:
        return None
    nominal, low, high = first.nominal - second.nominal, first.low - second.high, first.high - second.low
    return Interval(nominal, low, high, f"điểm {unit}" if unit == "%" else unit, _hedges(first, second))


def total(parts: Sequence[Quantity]) -> Interval | None:
    """The sum, in the unit of the first part that has one, or in the noun that all begin with (`hộ nghèo`, `hộ cận
    nghèo`); None without parts or with units that do not add up."""
    units = [part.unit for part in parts if part.unit]
    tried = filter(None, (*units[:1], shared(units))) if units else ("",)
    return next(filter(None, (_sum(parts, unit) for unit in tried)), None) if parts else None


def _sum(parts: Sequence[Quantity], unit: str) -> Interval | None:
    amounts = [in_unit(written(part), unit) for part in parts]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts):
        return None
    return Interval(
        sum((amount.nominal for amount in known), Fraction(0)),
        sum((amount.low for amount in known), Fraction(0)),
        sum((amount.high for amount in known), Fraction(0)),
        unit,
        _hedges(*known),
    )


def product(a: Quantity, b: Quantity) -> Interval | None:
    """Area × yield, count × unit value. A count that b is not per (`10 suất`, `500.000 đồng`) is a pure number."""
    first, second = parse_unit(a.unit), parse_unit(b.unit)
    if first is None or second is None:
        return None
    if _only_counts(a, first, second):
        first = NUMBER
    elif _only_counts(b, second, first):
        second = NUMBER
    unit = multiply(first, second)
    x, y = written(a), written(b)
    corners = [x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high]
    return _times(Interval(x.nominal * y.nominal, min(corners), max(corners), unit.name, _hedges(x, y)), unit.factor)


def _only_counts(quantity: Quantity, unit: Unit, other: Unit) -> bool:
    """Whether the quantity says only how many: a whole count that the other is not per."""
    below = {base for base, power in other.dimension if power < 0}
    counted = quantity.exact and "đồng" not in dict(unit.dimension)
    return not quantity.unit or (counted and not any(base in below for base, _ in unit.dimension))


def _times(interval: Interval, factor: Fraction) -> Interval:
    return replace(interval, nominal=interval.nominal * factor, low=interval.low * factor, high=interval.high * factor)


def _quotient(x: Interval, y: Interval) -> Interval | None:
    if y.low <= 0 <= y.high or y.nominal == 0:
        return None
    if x.low >= 0 and y.low > 0:
        return Interval(x.nominal / y.nominal, x.low / y.high, x.high / y.low, "", _hedges(x, y))
    corners = [x.low / y.low, x.low / y.high, x.high / y.low, x.high / y.high]
    return Interval(x.nominal / y.nominal, min(corners), max(corners), "", _hedges(x, y))


def _hedges(*intervals: Interval) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hedge for interval in intervals for hedge in interval.hedges))


def agrees(typed: Quantity, computed: Interval) -> Verdict:
    """Whether a typed value can be the computed one, rounded or cut off at the place of its last digit.

    A hedge of the typed value widens it, a bound opens it on its side. Units that cannot be compared are WRONG. A
    decrease typed in words (`giảm 2%`) is held against a negative computed change.
    """
    here = in_unit(_as_typed(computed, typed), typed.unit)
    if here is None:
        return Verdict.WRONG
    here = mirrored(here) if typed.change is Change.DOWN else here
    low, high = _open(typed, here) if only_bounds(typed) else claimed(typed)
    if here.low <= high and low <= here.high:
        return Verdict.AGREES
    value, quantum = Fraction(typed.value), Fraction(typed.quantum)
    cut = value + quantum if value >= 0 else value - quantum
    low, high = min(value, cut), max(value, cut)
    return Verdict.TRUNCATED if not is_hedged(typed) and here.low <= high and low <= here.high else Verdict.WRONG


def mirrored(interval: Interval) -> Interval:
    """The interval on the other side of zero."""
    return replace(interval, nominal=-interval.nominal, low=-interval.high, high=-interval.low)


def _as_typed(computed: Interval, typed: Quantity) -> Interval:
    """Points typed as `%`: many write `giảm 0,5%` of a rate and mean points."""
    return replace(computed, unit="%") if (computed.unit, typed.unit) == ("điểm %", "%") else computed


def _open(typed: Quantity, computed: Interval) -> tuple[Fraction, Fraction]:
    """What a bound allows, as far as the computed values reach."""
    bound = Fraction(typed.value)
    return (bound, max(bound, computed.high)) if typed.relation in OPEN_ABOVE else (min(bound, computed.low), bound)


def possible_bases(typed: Quantity, count: Decimal) -> range:
    """The whole m for which count/m rounds to the typed percentage; empty if there is none."""
    low, high = Fraction(typed.written_low) / 100, Fraction(typed.written_high) / 100
    n = Fraction(count)
    if n <= 0 or low <= 0:
        return range(0)
    return range(max(math.ceil(n / high), 1), math.floor(n / low) + 1)


def possible_count(typed: Quantity, n: Decimal) -> bool:
    """Whether n is the typed percentage of any whole number at all."""
    if n == 0 or typed.written_low <= 0:
        return typed.written_low <= 0
    return bool(possible_bases(typed, n))


def standing(value: Quantity, target: Quantity, *, lower_is_better: bool = False) -> Standing:
    """Where the result stands to its target, by the values as written; `gần 305` lies just below 305.

    A floor (`≥`, `trên`) that is passed is exceeded; so is a ceiling (`≤`, `dưới`) that the result lies below, where
    lower is better; else a ceiling that is kept is met. Of a range both ends belong to it.
    """
    here = in_unit(written(value), target.unit)
    if here is None:
        return Standing.UNKNOWN
    nudge = (here.high - here.low) * _SIDES.get(value.relation, 0)
    return _standing_of(here.nominal + nudge, target, lower_is_better=lower_is_better)


_SIDES = {Relation.LESS: Fraction(-1, 10**6), Relation.MORE: Fraction(1, 10**6)}
"""Relation → the side of its number that a value lies on."""


def standings(value: Quantity, target: Quantity, *, lower_is_better: bool = False) -> frozenset[Standing]:
    """Where the result may stand to its target, by all values that its digits and hedges allow.

    Digits that are those of the target mean the target.
    """
    here = in_unit(written(value), target.unit)
    if here is None:
        return frozenset({Standing.UNKNOWN})
    ends = {Fraction(end) for end in (target.value, target.upper) if end is not None}
    if here.exact or (here.nominal in ends and not is_hedged(value)):
        return frozenset({_standing_of(here.nominal, target, lower_is_better=lower_is_better)})
    inner = sorted(end for end in ends if here.low < end < here.high)
    cuts = [here.low, *inner, here.high]
    between = [(low + high) / 2 for low, high in pairwise(cuts)]
    return frozenset(_standing_of(one, target, lower_is_better=lower_is_better) for one in (*inner, *between))


def _standing_of(result: Fraction, target: Quantity, *, lower_is_better: bool) -> Standing:
    low = Fraction(target.value)
    if target.relation in OPEN_BELOW:
        kept = result < low if target.relation is Relation.LESS else result <= low
        better = Standing.EXCEEDED if lower_is_better and result < low else Standing.MET
        return better if kept else Standing.BELOW
    if target.relation is Relation.MORE and result == low:
        return Standing.BELOW
    high = low if target.upper is None else Fraction(target.upper)
    if low <= result <= high:
        return Standing.MET
    return Standing.EXCEEDED if (result > high) is not lower_is_better else Standing.BELOW


def honest_decimals(interval: Interval, most: int = 1) -> int:
    """How many decimals the operands allow, at most `most`: the freedom may not exceed one unit of the last digit."""
    width = interval.high - interval.low
    return next((places for places in range(most, 0, -1) if width * 10**places <= 1), 0)
