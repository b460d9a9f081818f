"""The indicators of an input as sheets for the departments to fill in: what stands in each cell.

In: the ledger. Out: a sheet a group, each with the columns that its indicators use. `import` takes them back without
questions: the row below the heads says what each column means, and a hidden column holds the keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.figures.ledger import Ledger, Line
from reportgen.intake.columns import Column, Means
from reportgen.intake.units import unit_of
from reportgen.intake.wordings import handed
from reportgen.model.indicators import Plan
from reportgen.model.leaves import Figure
from reportgen.quantity import read_quantity, write_number

MOST_NAMED = 60
"""Columns of villages, of years."""
MOST_DIGITS = 15
"""Digits that a spreadsheet keeps of a number."""
LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_PLAIN = re.compile(r"(?P<hedge>ước )?(?P<number>-?\d{1,3}(?:\.\d{3})*(?:,\d+)?)")


@dataclass(frozen=True, slots=True)
class OutCell:
    """A cell: a text, or a number with as many decimals, perhaps with `ước` before it."""

    text: str = ""
    number: Decimal | None = None
    decimals: int = 0
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class OutColumn:
    """A column with its heading; of one that compares, the columns it is made of, by their places."""

    column: Column
    head: str
    base: int | None = None


@dataclass(frozen=True, slots=True)
class OutRow:
    """An indicator's row; `part`: of the one above."""

    number: str
    name: str
    unit: str
    key: str
    cells: Mapping[int, OutCell] = field(default_factory=dict)
    part: bool = False


@dataclass(frozen=True, slots=True)
class OutSheet:
    """A sheet: its name, the group's heading ("" for none), columns and rows."""

    name: str
    group: str
    columns: tuple[OutColumn, ...]
    rows: tuple[OutRow, ...]


def sheets_out(ledger: Ledger) -> tuple[OutSheet, ...]:
    """A sheet a group; what stands in no group comes last."""
    groups: dict[str, list[Line]] = {}
    for line in ledger:
        groups.setdefault(str(line.indicator.group or ""), []).append(line)
    names: set[str] = set()
    ordered = sorted(groups.items(), key=lambda one: not one[0])
    return tuple(_sheet(ledger, group, lines, _name(group, names)) for group, lines in ordered)


def _name(group: str, taken: set[str]) -> str:
    """A sheet's name: the group's, as far as it may stand there."""
    bare = " ".join(_FORBIDDEN.sub(" ", group).split()).strip("'")[:LONGEST_NAME] or handed("trang")
    name, number = bare, 2
    while name.lower() in taken:
        name, number = f"{bare[: LONGEST_NAME - 4]} ({number})", number + 1
    taken.add(name.lower())
    return name


def _sheet(ledger: Ledger, group: str, lines: Sequence[Line], name: str) -> OutSheet:
    year = ledger.conference.year.number
    columns = _columns(lines, year)
    return OutSheet(name, group, tuple(columns), tuple(_rows(lines, columns)))


# Columns


def _columns(lines: Sequence[Line], year: int) -> list[OutColumn]:
    years = {"year": year, "last": year - 1, "next": year + 1}
    plans, targets = _setters(lines, after=False), _setters(lines, after=True)
    history = sorted({key for line in lines for key in line.indicator.history})[:MOST_NAMED]
    entries = list(dict.fromkeys(key for line in lines for key in line.indicator.breakdown))[:MOST_NAMED]
    wanted = [Column(Means.NUMBER), Column(Means.NAME), Column(Means.UNIT)]
    wanted += [Column(Means.HISTORY, key) for key in history]
    wanted += [
        Column(Means.BEFORE),
        *(Column(Means.PLAN, *one) for one in plans or [("", False)]),
        Column(Means.RESULT),
    ]
    found = [OutColumn(column, _head(column, years)) for column in wanted]
    places = {column.column: place for place, column in enumerate(found)}
    for base in [column for column in wanted if column.means in {Means.BEFORE, Means.PLAN}]:
        found.append(OutColumn(Column(Means.COMPARED), _compared(base, years), places[base]))
    rest = [*(Column(Means.AFTER, *one) for one in targets or [("", False)])]
    rest += [Column(Means.ENTRY, key) for key in entries]
    rest += [Column(Means.NOTE), Column(Means.KEY)]
    return [*found, *(OutColumn(column, _head(column, years)) for column in rest)]


def _setters(lines: Sequence[Line], *, after: bool) -> list[tuple[str, bool]]:
    """Who set plans, adjusted ones apart."""
    plans = (plan for line in lines for plan in (line.indicator.after if after else line.indicator.plans))
    return list(dict.fromkeys(_setter(plan) for plan in plans if plan.value))


def _setter(plan: Plan) -> tuple[str, bool]:
    return " ".join(str(plan.setter or "").split()), bool(plan.adjusted and plan.adjusted.on)


def _head(column: Column, years: Mapping[str, int]) -> str:
    detail = column.detail if not column.adjusted else f"{column.detail} điều chỉnh".strip()
    several = column.means in {Means.PLAN, Means.AFTER} and detail
    return handed(f"{column.means} của" if several else str(column.means), detail=detail, **years)


def _compared(base: Column, years: Mapping[str, int]) -> str:
    if base.means is Means.BEFORE:
        return handed("so với năm trước", **years)
    detail = base.detail if not base.adjusted else f"{base.detail} điều chỉnh".strip()
    return handed("so với kế hoạch của" if detail else "so với kế hoạch", detail=detail, **years)


# Rows


def _rows(lines: Sequence[Line], columns: Sequence[OutColumn]) -> Iterator[OutRow]:
    known = {line.key: line for line in lines}
    parts = {name for line in lines for name in line.indicator.parts if name in known and name != line.key}
    written: set[str] = set()
    number = 0
    for line in lines:
        if line.key in parts or line.key in written:
            continue
        number += 1
        yield _row(str(number), line, columns)
        written.add(line.key)
        for name in line.indicator.parts:
            if name in known and name not in written:
                yield _row("", known[name], columns)
                written.add(str(name))
    for line in lines:
        if line.key not in written:
            number += 1
            yield _row(str(number), line, columns)


def _row(number: str, line: Line, columns: Sequence[OutColumn]) -> OutRow:
    unit = _unit(line)
    cells = {place: cell for place, one in enumerate(columns) if (cell := _cell(line, one.column, unit)) is not None}
    return OutRow(
        number,
        line.name if line.indicator.name is None else str(line.indicator.name),
        unit,
        line.key,
        cells,
        not number,
    )


def _unit(line: Line) -> str:
    """The unit that stands in the column: of the first figure that is a plain number with one."""
    for figure in _figures(line):
        split = _split(figure)
        if split is not None and split[1]:
            return split[1]
    return ""


def _figures(line: Line) -> Iterator[Figure]:
    one = line.indicator
    plans = (plan.value for plan in (*one.plans, *one.after))
    before = one.before.value if one.before else None
    every = (one.result, before, *plans, *one.breakdown.values(), *one.history.values())
    yield from (figure for figure in every if figure is not None)


def _cell(line: Line, column: Column, unit: str) -> OutCell | None:
    one = line.indicator
    if column.means is Means.RESULT and one.in_words is not None:
        return OutCell(" ".join(str(one.in_words).split()))
    if column.means is Means.NOTE:
        return OutCell(" ".join(str(one.note).split())) if one.note else None
    figure = _figure(line, column)
    return None if figure is None else _shown(figure, unit)


def _figure(line: Line, column: Column) -> Figure | None:
    one = line.indicator
    if column.means in {Means.PLAN, Means.AFTER}:
        plans = one.plans if column.means is Means.PLAN else one.after
        wanted = (column.detail, column.adjusted)
        return next((plan.value for plan in plans if plan.value and _setter(plan) == wanted), None)
    known = {
        Means.RESULT: one.result,
        Means.BEFORE: one.before.value if one.before else None,
        Means.HISTORY: one.history.get(column.detail),
        Means.ENTRY: one.breakdown.get(column.detail),
    }
    return known.get(column.means)


def _shown(figure: Figure, unit: str) -> OutCell:
    """A number where a number with the format says the same; else the text."""
    split = _split(figure)
    if split is None or split[1] != unit:
        return OutCell(" ".join(figure.words.split()))
    found = _PLAIN.fullmatch(split[0])
    assert found is not None
    number = Decimal(found["number"].replace(".", "").replace(",", "."))
    return OutCell("", number, len(found["number"].partition(",")[2]), bool(found["hedge"]))


def _split(figure: Figure) -> tuple[str, str] | None:
    """The number, perhaps with `ước`, and the unit of a figure that says no more, and says it as a cell could; None of
    another."""
    quantity = figure.quantity
    unit = " ".join(quantity.unit_text.split())
    text = " ".join(figure.words.split())
    bare = text.removesuffix(unit).strip() if unit else text
    found = _PLAIN.fullmatch(bare)
    if found is None or len(found["number"]) > MOST_DIGITS or _canonical(found["number"]) != found["number"]:
        return None
    told = unit_of(unit)
    if unit and not told.behind:
        return None
    again = read_quantity(told.with_number(bare)).quantity
    return (bare, unit) if again == quantity else None


def _canonical(number: str) -> str:
    """The number as a format writes it."""
    decimals = len(number.partition(",")[2])
    return write_number(Decimal(number.replace(".", "").replace(",", ".")), decimals)
