"""What the province has published for a unit, held against what the unit itself says.

In: the published file, an input whose indicators are split `theo đơn vị`. Of the year under review its entries stand
beside the units' results, of the year before beside their `năm trước`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.checks.telling import said
from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Verdict
from reportgen.figures.ledger import Ledger, Line
from reportgen.model.leaves import Figure
from reportgen.model.reading import Input
from reportgen.problems import Problem
from reportgen.province.likeness import fits, gist, measure_of
from reportgen.province.matching import Group
from reportgen.province.sums import value_of
from reportgen.province.units import Unit, place_of, unit_key
from reportgen.quantity import Quantity


def against_published(units: Sequence[Unit], groups: Sequence[Group], given: Input) -> Iterator[Problem]:
    """G141: a unit's figure that is not the one published for it."""
    if given.conference is None or not units:
        return
    behind = units[0].year - given.conference.year.number
    if behind not in (0, 1):
        return
    for line in Ledger(given.conference):
        group = _group(line, groups)
        entries = {unit_key(name): figure for name, figure in line.indicator.breakdown.items()}
        for place, own in group.lines.items() if group is not None else ():
            unit = units[place]
            told = entries.get(unit_key(unit.name))
            figure = _figure(own, behind)
            if told is not None and figure is not None and _differ(figure, own, told, line):
                where = told.words.place()
                values = {
                    "unit": unit.name,
                    "figure": str(own.name),
                    "typed": said(figure.quantity),
                    "published": said(told.quantity),
                    "where": f"{given.path}:{where.line}" if where else str(given.path),
                }
                yield Problem("G141", place_of(figure, unit), values)


def _group(line: Line, groups: Sequence[Group]) -> Group | None:
    """The group of a published indicator: of its name, else of its key."""
    told, kind = gist(str(line.name)), measure_of(line)
    named = (group for group in groups if told in group.names and fits(group.measure, kind))
    keyed = (group for group in groups if group.key == line.key and fits(group.measure, kind))
    return next(named, None) or next(keyed, None)


def _figure(line: Line, behind: int) -> Figure | None:
    if behind == 0:
        return line.indicator.result
    return line.indicator.before.value if line.indicator.before else None


def _differ(figure: Figure, own: Line, told: Figure, line: Line) -> bool:
    """Whether neither can be the other, rounded."""
    unit = line.indicator.unit or (line.result.unit_text if line.result is not None else "")
    one, other = value_of(figure, own), value_of(told, line)
    if one is None or other is None:
        return False
    if not other.unit and unit:
        other = replace(other, unit=one.unit)
    pairs = ((one, _as_written(other)), (other, _as_written(one)))
    return all(intervals.agrees(typed, computed) is not Verdict.AGREES for typed, computed in pairs)


def _as_written(quantity: Quantity) -> Interval:
    """The number that stands there: one was copied from the other, not measured anew."""
    known = intervals.written(quantity)
    return replace(known, low=known.nominal, high=known.nominal)
