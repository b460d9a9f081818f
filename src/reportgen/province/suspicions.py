"""Values that are ten, a hundred, a thousand times what they should be: a slip of scale or of the unit of measure.

A value is held against the unit's own last year and, where that does not confirm it, against the unit's size: what the
middle unit has, times how large this unit is by all its other values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from statistics import median

from reportgen.checks.jumps import power_of_ten
from reportgen.checks.telling import amount
from reportgen.figures import intervals
from reportgen.problems import Problem
from reportgen.province.matching import Group
from reportgen.province.sums import is_rate, value_of
from reportgen.province.units import Unit, place_of
from reportgen.quantity import Quantity

FEWEST_UNITS, FEWEST_FIGURES = 5, 3
"""So many units must have an indicator, and a unit so many others, before sizes say anything."""


def suspicions(units: Sequence[Unit], groups: Sequence[Group]) -> Iterator[Problem]:
    """G131: against last year; G132: against the unit's size."""
    values = {id(group): _values(group) for group in groups}
    sizes = _sizes(groups, values)
    for group in groups:
        for place, line in group.lines.items():
            now = values[id(group)].get(place)
            figure = line.indicator.result
            if now is None or figure is None:
                continue
            unit = units[place]
            said = {"unit": unit.name, "figure": str(line.name), "typed": amount(figure.quantity)}
            before = value_of(line.indicator.before.value, line) if line.indicator.before else None
            if before is not None and before.value > 0:
                if power := power_of_ten(now, before):
                    values_ = {**said, "base": amount(before), "power": _grouped(power)}
                    yield Problem("G131", place_of(figure, unit), values_)
            elif power := _against_size(now, place, group, (values[id(group)], sizes)):
                yield Problem("G132", place_of(figure, unit), {**said, "power": _grouped(power)})


def _grouped(power: int) -> str:
    return f"{power:,}".replace(",", ".")


def _values(group: Group) -> dict[int, Quantity]:
    """Place of the unit → its result in the unit of the first; rates and what has no value left out."""
    found = {place: value_of(line.indicator.result, line) for place, line in group.lines.items()}
    known = {place: value for place, value in found.items() if value is not None and value.value > 0}
    first = next((value.unit for value in known.values() if value.unit), "")
    alike: dict[int, Quantity] = {}
    for place, value in known.items():
        here = intervals.in_unit(intervals.written(value), first)
        if here is not None:
            exact = Decimal(here.nominal.numerator) / Decimal(here.nominal.denominator)
            alike[place] = replace(value, value=exact, unit=first)
    return alike


def _sizes(groups: Sequence[Group], values: Mapping[int, Mapping[int, Quantity]]) -> dict[tuple[int, int], Fraction]:
    """Unit and group → how large the unit is by its other values, the middle unit being 1."""
    times: dict[int, dict[int, Fraction]] = {}
    for group in groups:
        known = values[id(group)]
        if len(known) < FEWEST_UNITS or is_rate(tuple(known.values())):
            continue
        middle = median(Fraction(value.value) for value in known.values())
        for place, value in known.items():
            times.setdefault(place, {})[id(group)] = Fraction(value.value) / middle
    return {
        (place, group): median(others)
        for place, by_group in times.items()
        for group in by_group
        if len(others := [size for key, size in by_group.items() if key != group]) >= FEWEST_FIGURES
    }


def _against_size(
    now: Quantity,
    place: int,
    group: Group,
    known: tuple[Mapping[int, Quantity], Mapping[tuple[int, int], Fraction]],
) -> int:
    """10, 100 … where the value is about so many times what the unit's size leads to expect; rates have no size."""
    values, sizes = known
    if len(values) < FEWEST_UNITS:
        return 0
    rate = is_rate(tuple(values.values()))
    size = Fraction(1) if rate else sizes.get((place, id(group)))
    if size is None:
        return 0
    expected = median(Fraction(value.value) for value in values.values()) * size
    like = Decimal(expected.numerator) / Decimal(expected.denominator)
    return power_of_ten(replace(now, of=None), replace(now, value=like, quantum=now.quantum, of=None))
