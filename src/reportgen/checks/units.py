"""Units: missing, two in one name, another than that of the plan, of last year or of the total.

Numbers without a unit fit any; beside money in tỷ or triệu they would be taken for đồng, which is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.telling import about, against, place_in
from reportgen.figures import intervals
from reportgen.figures.intervals import Standing
from reportgen.figures.ledger import PERCENT, Ledger, Line
from reportgen.model.leaves import Figure, Words
from reportgen.problems import Place, Problem
from reportgen.quantity import Change, Quantity, parse_unit
from reportgen.quantity.counters import head
from reportgen.quantity.reading import is_physical
from reportgen.vietnamese.letters import fold

IN_BRACKETS = re.compile(r"\(\s*(?:đvt|đơn vị tính|đơn vị)?\s*:?\s*([^()\d]{1,40}?)\s*\)", re.IGNORECASE)


def missing(ledger: Ledger) -> Iterator[Problem]:
    """R440: a result without unit. R441: another figure without the unit that the result has, and not of its size: the
    reader gives those that are its unit."""
    for line in ledger:
        result = line.indicator.result
        if result is None:
            continue
        if not result.quantity.unit and not _said_elsewhere(line):
            yield about("R440", line.key, result)
        needed = _scaled(result.quantity) or _unit_is_needed(line)
        for what, figure in _others(line) if needed else ():
            if not figure.quantity.unit and figure.quantity.value:
                unit = result.quantity.unit_text or result.quantity.unit
                yield about("R441", line.key, figure, what=what, unit=unit, **against(result))


def _unit_is_needed(line: Line) -> bool:
    """Whether the result has a unit that nothing else says."""
    assert line.result is not None
    return bool(line.result.unit) and not line.result.rank and line.indicator.unit is None


def _said_elsewhere(line: Line) -> bool:
    """Whether the unit stands in `đơn vị tính` or in the name, or nothing is counted."""
    assert line.result is not None
    named = fold(line.name).split()[:1] == ["so"] or bool(_units_in(line.name))
    return line.indicator.unit is not None or named or line.result.rank or not line.result.value


def _scaled(quantity: Quantity) -> bool:
    unit = parse_unit(quantity.unit_text)
    return quantity.unit.startswith("đồng") and unit is not None and unit.factor != 1


def _others(line: Line) -> Iterator[tuple[str, Figure]]:
    """The figures that are compared with the result, each with what it is."""
    for plan in line.indicator.plans:
        if plan.value is not None:
            yield "kế hoạch", plan.value
    if line.indicator.before is not None and line.indicator.before.value is not None:
        yield "năm trước", line.indicator.before.value
    for plan in line.indicator.after:
        if plan.value is not None:
            yield "năm sau", plan.value


def different(ledger: Ledger) -> Iterator[Problem]:
    """R443: a plan, last year's or next year's value in a unit that cannot be compared with the result's."""
    for line in ledger:
        result = line.indicator.result
        if result is None:
            continue
        for what, figure in (*_others(line), *_entries(line)):
            share = result.quantity.of is not None and figure.quantity.unit in PERCENT
            if not (figure.quantity.change.value or share) and _strange(result.quantity, figure.quantity):
                yield about("R443", line.key, figure, what=what, unit=result.quantity.unit, **against(result))
        stated = line.indicator.unit
        if stated is not None and _measures_else(_above(result.quantity.unit), _above(stated.strip())):
            values = {"typed": stated.strip(), "what": "đơn vị tính", "unit": result.quantity.unit}
            yield Problem("R443", place_in(stated), {"figure": line.key, **values, **against(result)})


def unjudged(ledger: Ledger) -> Iterator[Problem]:
    """R445: a plan that is a change (`giảm 0,5%`, `gấp 1,5 lần`) which the figures do not allow to judge."""
    for line in ledger:
        for held in line.held:
            value = held.plan.value
            if value is None or value.quantity.change is Change.NONE or line.result is None:
                continue
            if held.standing is Standing.UNKNOWN and held.typed is None and held.plan.status is None:
                yield about("R445", line.key, value)


def _above(unit: str) -> str:
    """The unit without what it is per: a column may say `Triệu đồng` for triệu đồng/người."""
    return unit.partition("/")[0].strip()


def of_parts(ledger: Ledger) -> Iterator[Problem]:
    """R444: a part in a unit that does not add up to the total's; shares in percent do."""
    for line in ledger:
        total = line.indicator.result
        for part in ledger.parts_of(line) if total is not None else ():
            figure = part.indicator.result
            if figure is None or total is None or figure.quantity.unit in PERCENT:
                continue
            if _strange(total.quantity, figure.quantity) and not _named_in(figure.quantity.unit, total.quantity.unit):
                yield about("R444", part.key, figure, unit=total.quantity.unit, total=line.name, **against(total))


def _entries(line: Line) -> Iterator[tuple[str, Figure]]:
    """The figures of other years and of single units."""
    yield from ((f"năm {year}", figure) for year, figure in line.indicator.history.items())
    yield from line.indicator.breakdown.items()


def _named_in(noun: str, unit: str) -> bool:
    """Whether a unit of several nouns has this one: `tập thể` in `tập thể và cá nhân`."""
    return f" {fold(noun)} " in f" {fold(unit)} "


def _strange(one: Quantity, other: Quantity) -> bool:
    """Whether two values cannot be compared for their units: two measures, or two nouns of different things."""
    if not one.unit or not other.unit or one.rank or other.rank:
        return False
    if any(is_physical(unit) for unit in (one.unit, other.unit)):
        return _measures_else(one.unit, other.unit)
    return intervals.in_unit(intervals.written(other), one.unit) is None


def _measures_else(unit: str, other: str) -> bool:
    """Whether two units certainly measure different things; of two nouns, or a noun and a percentage, nobody knows."""
    physical = [is_physical(unit), is_physical(other)]
    if not unit or not other or not any(physical) or head(unit) == head(other) or {unit, other} <= PERCENT:
        return False
    if PERCENT & {unit, other}:
        return all(physical)
    first, second = parse_unit(unit), parse_unit(other)
    return first is not None and second is not None and first.dimension != second.dimension


def in_names(ledger: Ledger) -> Iterator[Problem]:
    """R442: a name with two units, or with another one than the result has."""
    for line in ledger:
        name, result = line.indicator.name, line.indicator.result
        found = _units_in(name) if name is not None else ()
        if name is None or not found:
            continue
        own = [] if result is None or not result.quantity.unit else [result.quantity.unit_text or result.quantity.unit]
        units = list(dict.fromkeys((*found, *own)))
        if len({_measure(unit) for unit in units}) > 1:
            yield Problem("R442", _place(name, found[-1]), {"figure": line.key, "units": ", ".join(units)})


def _place(name: Words, unit: str) -> Place:
    start = name.rfind(unit)
    return place_in(name, start, start + len(unit))


def _units_in(name: str) -> tuple[str, ...]:
    """Physical units in brackets: `diện tích (ha)`, `thu nhập (ĐVT: triệu đồng)`."""
    inside = (found.group(1) for found in IN_BRACKETS.finditer(name))
    return tuple(unit for unit in inside if is_physical(unit))


def _measure(unit: str) -> object:
    """What distinguishes units: dimension and size."""
    known = parse_unit(unit)
    return (known.dimension, known.factor) if known is not None else unit
