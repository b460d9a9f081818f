"""Charts (biểu đồ) of indicators: one over the years where three or more are known, one of a total's structure, one of
the foremost units where many are known.

In: the ledger. Out: charts with their numbers as they are printed. An indicator whose values are no plain numbers of
one unit (`trên 90%`, a range) has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.figures import intervals, phrase
from reportgen.figures.ledger import PERCENT, Ledger, Line
from reportgen.figures.part import Part, Shows
from reportgen.figures.phrase import Datum, Phrase
from reportgen.figures.side_by_side import part_of_year, values_by_year
from reportgen.figures.table import number_in_scale, unit_of
from reportgen.quantity import write_number
from reportgen.vietnamese.letters import fold
from reportgen.vietnamese.printed import printed

FEWEST, MOST = 3, 12
"""Years that a chart shows: with fewer there is nothing to see, of more the latest."""
PARTS = 10
"""A structure of more parts is a table's business."""
MANY = 20
"""Of no more units the table of units shows at a glance who stands first."""
COLUMNS, BARS = "columns", "bars"
_NUMBER = re.compile(r"-?\d{1,3}(\.\d{3})*(,\d+)?|-?\d+(,\d+)?")


@dataclass(frozen=True, slots=True)
class Point:
    """A value: what it is of, the number as printed, as a plain decimal, and the figure that it comes from."""

    label: str
    text: str
    value: str
    figure: str
    part: Part


@dataclass(frozen=True, slots=True)
class Chart:
    """`kind`: upright `columns` over the years, lying `bars` of a structure."""

    kind: str
    title: str
    unit: str
    points: tuple[Point, ...]


def charts(ledger: Ledger) -> tuple[Chart, ...]:
    """All charts, an indicator's years before its structure, in the order of the input."""
    return tuple(chart for line in ledger for chart in _of(line, ledger) if chart)


def _of(line: Line, ledger: Ledger) -> tuple[Chart | None, ...]:
    return _over_years(line), _structure(line, ledger), _foremost(line)


def _over_years(line: Line) -> Chart | None:
    known = sorted(values_by_year(line).items())[-MOST:] if line.indicator.history else []
    named = [(year, part_of_year(line, year), value) for year, value in known]
    shown = [(year, part, number_in_scale(line, part, value)) for year, part, value in named]
    points = tuple(_points(line.key, shown))
    if len(points) < max(FEWEST, len(known)):
        return None
    return Chart(COLUMNS, printed("chart.over years", name=line.name), _in_sentence(unit_of(line)), points)


def _structure(line: Line, ledger: Ledger) -> Chart | None:
    parts = ledger.parts_of(line)
    shares = [(part, _share(part, line)) for part in parts]
    if not 2 <= len(parts) <= PARTS or any(not share for _, share in shares):
        return None
    points = tuple(
        point for part, share in shares for point in _points(part.key, [(part.name, Part(Shows.OF_TOTAL), (share,))])
    )
    if len(points) < len(parts):
        return None
    name = (
        line.name if fold(line.name).startswith(("co cau", "ty trong")) else printed("chart.structure", name=line.name)
    )
    return Chart(BARS, printed("chart.of year", name=name, year=line.year), "%", points)


def _foremost(line: Line) -> Chart | None:
    """The units that stand first, of many; None where their values are not of one measure."""
    entries = line.indicator.breakdown
    if len(entries) <= MANY:
        return None
    like = line.result or next(iter(entries.values())).quantity
    sizes = {}
    for name, figure in entries.items():
        here = intervals.in_unit(intervals.written(figure.quantity), like.unit)
        if here is None or figure.quantity.of is not None:
            return None
        sizes[name] = here.nominal
    first = sorted(sizes, key=sizes.__getitem__, reverse=not line.lower_is_better)[:PARTS]
    shown = [
        (name, Part.entry(name), number_in_scale(line, Part.entry(name), entries[name].quantity)) for name in first
    ]
    points = tuple(_points(line.key, shown))
    if len(points) < len(first):
        return None
    kind = "chart.lowest" if line.lower_is_better else "chart.highest"
    title = printed("chart.of year", name=printed(kind, count=PARTS, name=line.name), year=line.year)
    return Chart(BARS, title, _in_sentence(unit_of(line)), points)


def _in_sentence(unit: str) -> str:
    return unit[:1].lower() + unit[1:]


def _share(part: Line, whole: Line) -> str:
    """A part's percentage of the whole, without its sign; "" if it has none."""
    if part.result is None or whole.result is None:
        return ""
    if part.result.unit in PERCENT:
        return phrase.bare(part.result).removesuffix("%").strip()
    ratio = intervals.ratio(part.result, whole.result)
    return write_number(ratio.nominal, 1) if ratio and ratio.high - ratio.low < 1 else ""


def _points(figure: str, shown: Sequence[tuple[str, Part, Phrase]]) -> Iterator[Point]:
    """A point for each value that is a plain number."""
    for label, part, words in shown:
        text = "".join(piece.text if isinstance(piece, Datum) else piece for piece in words)
        if _NUMBER.fullmatch(text):
            yield Point(label, text, text.replace(".", "").replace(",", "."), figure, part)
