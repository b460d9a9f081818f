"""Two more tables of the annexes: several years side by side (`các năm`), and the parts of a unit (`theo đơn vị`).

In: the ledger. Out: the same kind of table as `indicator_table` makes, None where no indicator has such figures.
"""

from __future__ import annotations

from dataclasses import replace

from reportgen.figures import phrase
from reportgen.figures.ledger import Ledger, Line
from reportgen.figures.part import Part, Shows
from reportgen.figures.phrase import Phrase
from reportgen.figures.table import Column, IndicatorTable, Row, number_in_scale, unit_of
from reportgen.quantity import Quantity
from reportgen.vietnamese.letters import fold
from reportgen.vietnamese.printed import printed

MOST_COLUMNS = 9
"""So many years or indicators stand side by side; of more years, the latest."""


def years_table(ledger: Ledger) -> IndicatorTable | None:
    """The indicators with earlier years, a column a year, this year's last."""
    lines = [line for line in ledger if line.indicator.history]
    if not lines:
        return None
    years = sorted({name for line in lines for name in values_by_year(line)})[-MOST_COLUMNS:]
    columns = (
        Column("number", printed("table.number"), "cell_center", share=10),
        Column("name", printed("table.name"), "cell", share=50),
        Column("unit", printed("table.unit"), "cell_center", share=22),
        *(Column("year", printed("table.year", year=name), "cell_right", share=18) for name in years),
    )
    rows = tuple(
        Row(str(place), ((), (line.name[:1].upper() + line.name[1:],), (unit_of(line),), *_values(line, years)))
        for place, line in enumerate(lines, 1)
    )
    return IndicatorTable(columns, rows)


def values_by_year(line: Line) -> dict[str, Quantity]:
    """Year → value: the earlier years, last year, and this year."""
    known = {str(name): figure.quantity for name, figure in line.indicator.history.items()}
    if line.before is not None:
        known.setdefault(str(line.year - 1), line.before)
    if line.result is not None:
        known[str(line.year)] = line.result
    return known


def _values(line: Line, years: list[str]) -> list[Phrase]:
    known = values_by_year(line)
    return [number_in_scale(line, part_of_year(line, name), known.get(name)) for name in years]


def part_of_year(line: Line, year: str) -> Part:
    """What of the indicator a year's value is: its result, last year's, else an entry of `các năm`."""
    named = {str(line.year): Part(Shows.RESULT), str(line.year - 1): Part(Shows.BEFORE)}
    return named.get(year) or Part.entry(year)


def units_table(ledger: Ledger) -> IndicatorTable | None:
    """The parts of the unit in rows, a column an indicator, the whole in the last row."""
    lines = [line for line in ledger if line.indicator.breakdown][:MOST_COLUMNS]
    if not lines:
        return None
    names = list(dict.fromkeys(name for line in lines for name in line.indicator.breakdown))
    columns = (
        Column("number", printed("table.number"), "cell_center", share=10),
        Column("name", printed("table.part"), "cell", share=34),
        *(Column("part", _heading(line), "cell_right", share=26) for line in lines),
    )
    rows = [
        Row(str(place), ((), (name,), *(_part(line, name) for line in lines))) for place, name in enumerate(names, 1)
    ]
    rows.append(Row("", ((), (printed("table.total"),), *(_whole(line) for line in lines))))
    return IndicatorTable(columns, tuple(rows))


def _heading(line: Line) -> str:
    """`Dân số (người)`; the name alone where it begins with the unit."""
    unit, name = unit_of(line), line.name[:1].upper() + line.name[1:]
    return name if not unit or fold(name).startswith(fold(unit)) else f"{name} ({unit[:1].lower()}{unit[1:]})"


def _part(line: Line, name: str) -> Phrase:
    figure = next((figure for key, figure in line.indicator.breakdown.items() if key == name), None)
    return number_in_scale(line, Part.entry(name), figure.quantity) if figure else (phrase.ABSENT,)


def _whole(line: Line) -> Phrase:
    """The result; of n/m only n, since the column counts what the parts count."""
    result = line.result
    if result is not None and result.of is not None:
        result = replace(result, of=None, number="")
    return number_in_scale(line, Part(Shows.RESULT), result)
