"""The rows of a table: headings of groups, indicators with their parts, notes below.

What a row is part of is known from its number (I, 1, 1.1, a), from a dash or plus, from its indentation, and from a row
`Trong đó` or `Gồm` above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from reportgen.intake.cells import Cell
from reportgen.intake.columns import VALUES, Means
from reportgen.intake.tables import Table
from reportgen.intake.wordings import pattern, plain

LETTER, GROUP, BOLD, NUMBER, DEEPER, POINT, DASH, PLUS = 5, 10, 15, 20, 5, 40, 50, 60
"""Ranks: what has a higher one is part of what has a lower one above it."""
_ROMAN = re.compile(r"[IVX]{1,6}")
_NUMBERED = re.compile(
    r"(?P<number>[IVX]{1,6}(?=[.)/\-:])|[A-HĐ](?=[.)]\s)|\d{1,3}(?:\.\d{1,3}){0,3}(?=[.)\s])|[a-zđ]\d?(?=[.)]))[.)/\-:]?\s*"
)
_SIGN = re.compile(r"(?P<sign>[-–—+*•●])\s*")
_UNIT_BEHIND = re.compile(r"\s*\((?:\s*(?:đvt|đơn vị(?: tính)?)\s*:)?\s*([^()]{1,30})\)\s*$", re.IGNORECASE)
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is an indicator. `row` counts from 0; `parent` is the row that it is a part of; `under` the headings
    above it from the outermost; `told` how its being a part is said: `trong đó`, `gồm`, or only by its place."""

    row: int
    name: str
    number: str
    unit: str
    parent: int | None = None
    under: tuple[str, ...] = ()
    told: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """The indicators, the rows below them that are notes, hidden rows."""

    rows: tuple[Row, ...]
    notes: tuple[int, ...] = ()
    hidden: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """A row as it is written. `rank` says how deep it lies; `filled`: it has something in a column of figures."""

    row: int
    name: str
    number: str
    unit: str
    rank: int
    filled: bool
    told: str = ""


@dataclass(slots=True)
class _Open:
    """Headings and indicators that what follows may belong to, outermost first; what `Trong đó` opened."""

    stack: list[_Line] = field(default_factory=list)
    told: str = ""
    above: _Line | None = None


def rows_of(table: Table) -> Rows:
    """The table's rows, understood."""
    sheet = table.sheet
    numbered = _is_numbered(table)
    lines, hidden = [], []
    unit = ""
    for row in sheet.written(table.first, table.end):
        line = _line(table, row, numbered=numbered, above=unit) if row not in table.heads else None
        if line is None:
            continue
        if row in sheet.hidden_rows:
            hidden.append(row)
            continue
        unit = line.unit or unit
        lines.append(line)
    last = max((place for place, line in enumerate(lines) if line.filled or (line.unit and line.name)), default=-1)
    notes = [line.row for line in lines[last + 1 :]]
    kept = lines[: last + 1]
    for place, line in enumerate(kept):
        if not line.filled and pattern("ghi chú dưới bảng").fullmatch(plain(line.name)):
            notes += [one.row for one in kept[place:] if not one.filled]
            kept = [one for number, one in enumerate(kept) if number < place or one.filled]
            break
    return Rows(tuple(_placed(kept)), tuple(sorted(notes)), tuple(hidden))


def _is_numbered(table: Table) -> bool:
    """Whether most rows have a number in the column for it."""
    column = table.column(Means.NUMBER)
    named = table.column(Means.NAME)
    if column is None or named is None:
        return False
    rows = [row for row in table.sheet.written(table.first, table.end) if table.sheet.own(row, named).shown]
    return sum(bool(table.sheet.own(row, column).shown) for row in rows) > _MOSTLY * len(rows)


def _line(table: Table, row: int, *, numbered: bool, above: str) -> _Line | None:
    """The row; None for an empty one."""
    sheet = table.sheet
    at_number, at_name, at_unit = (table.column(means) for means in (Means.NUMBER, Means.NAME, Means.UNIT))
    number = sheet.own(row, at_number).shown if at_number is not None else ""
    cell = sheet.cell(row, at_name) if at_name is not None else Cell("")
    kinds = (*VALUES, Means.COMPARED, Means.OTHER, Means.KEY) if cell.shown else tuple(VALUES)
    filled = any(
        sheet.own(row, column).shown and column not in {at_number, at_name, at_unit} for column in table.all(*kinds)
    )
    name = cell.shown
    if not name and number and not filled:
        name, number, cell = number, "", sheet.own(row, at_number or 0)
    if not name and not filled:
        texts = [sheet.own(row, column).shown for column in sheet.by_row[row]]
        if not texts:
            return None
        name = texts[0]
    if not number and name:
        number, name = _number_before(name)
    name, sign, told = _told(name)
    unit = sheet.cell(row, at_unit).shown if at_unit is not None and at_unit != at_name else ""
    if pattern("như trên").fullmatch(unit.lower()):
        unit = above
    name, unit = _unit_behind(name, unit)
    line = _Line(row, name.strip(" :;.") if name else "", number, unit, 0, filled, told)
    return replace(line, rank=_rank(line, sign, cell, numbered=numbered))


def _number_before(name: str) -> tuple[str, str]:
    """A number that stands before the name, and the name."""
    found = _NUMBERED.match(name)
    if found is None or found.end() >= len(name) or not re.search(r"[^\W\d_]{2}", name[found.end() :]):
        return "", name
    return found["number"], name[found.end() :]


def _told(name: str) -> tuple[str, str, str]:
    """The name without the dash and the words before it; the sign; what the words say of the row."""
    sign = _SIGN.match(name)
    bare = name[sign.end() :] if sign is not None and sign.end() < len(name) else name
    start = plain(bare[:LONGEST_LEAD])
    for told, words in _leads():
        found = words.match(start)
        if found is not None:
            rest = bare[found.end() :].lstrip("-+ ")
            return rest, sign["sign"] if sign else "", told
    return bare, sign["sign"] if sign is not None and bare is not name else "", ""


LONGEST_LEAD = 24
"""Letters in which `Trong đó:` ends."""


@cache
def _leads() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What a row's words say of it, and how they begin."""
    return tuple(
        (told, re.compile(rf"(?:{pattern(told).pattern})\s*(?::\s*|$|(?=[-+]))")) for told in ("trong đó", "gồm")
    )


def _unit_behind(name: str, unit: str) -> tuple[str, str]:
    """The name without the unit in brackets behind it, where that is one; the unit."""
    from reportgen.intake.units import known_unit

    found = _UNIT_BEHIND.search(name)
    if found is None or not known_unit(found[1]) or (unit and plain(unit) != plain(found[1])):
        return name, unit
    return name[: found.start()], unit or found[1].strip()


def _rank(line: _Line, sign: str, cell: Cell, *, numbered: bool) -> int:
    if sign:
        return PLUS if sign == "+" else DASH
    number = line.number.strip(" .)/-:")
    if number:
        return _rank_of_number(number)
    if not line.filled:
        return GROUP if line.name.isupper() else BOLD - (2 if cell.bold else 0)
    if numbered and not cell.bold:
        return POINT + 5 + cell.indent
    return NUMBER - (1 if cell.bold else 0) + (DEEPER - 1) * min(cell.indent, 4)


def _rank_of_number(number: str) -> int:
    if _ROMAN.fullmatch(number):
        return GROUP
    if len(number) == 1 and number.isalpha() and number.isupper():
        return LETTER
    if number[0].isdigit():
        return NUMBER + DEEPER * number.count(".")
    return POINT if number[0].islower() else DASH


def _placed(lines: list[_Line]) -> Iterator[Row]:
    """The indicators with what they belong to."""
    opened = _Open()
    for given in lines:
        if given.told:
            opened.told, opened.above = given.told, _last_item(opened)
        if given.told and not given.name and not given.filled:
            continue
        line = _below_told(given, opened)
        while opened.stack and opened.stack[-1].rank >= line.rank:
            opened.stack.pop()
        parent = next((one for one in reversed(opened.stack) if one.filled), None)
        within = tuple(one.name for one in opened.stack if not one.filled)
        opened.stack.append(line)
        if line.filled or line.unit:
            inner = parent is not None and all(one.rank <= parent.rank for one in opened.stack[:-1] if not one.filled)
            told = opened.told if parent is not None and parent is opened.above else ""
            yield Row(
                line.row, line.name, line.number, line.unit, parent.row if parent and inner else None, within, told
            )


def _last_item(opened: _Open) -> _Line | None:
    """The indicator that a row `Trong đó` speaks of: the one above it, or what that is a part of by such a row."""
    items = [one for one in opened.stack if one.filled]
    if opened.above is not None and opened.above in items and len(items) > 1 and items[-1] is not opened.above:
        return items[-1]
    return items[-1] if items else None


def _below_told(line: _Line, opened: _Open) -> _Line:
    """A row without a number of its own below `Trong đó`, made a part of the row above that."""
    if opened.above is None:
        return line
    unmarked = not line.number and line.filled and line.rank < DASH
    if unmarked and opened.above in opened.stack:
        return replace(line, rank=max(line.rank, opened.above.rank + 1))
    if line.rank <= opened.above.rank:
        opened.told, opened.above = "", None
    return line
