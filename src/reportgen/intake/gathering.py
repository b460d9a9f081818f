"""The rows of one table to figures: what each cell of a value says, what is told about those that say none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from reportgen.figures import intervals
from reportgen.figures.intervals import Verdict
from reportgen.intake.cell_figures import NOTHING, Unread, Written, figure_of, is_english
from reportgen.intake.cells import At, Cell, Sheet, Trap
from reportgen.intake.columns import VALUES, Means
from reportgen.intake.comparing import Compared, Form, compared, speaks_of_growth, spoken
from reportgen.intake.notes import Note, address, note
from reportgen.intake.rows import Row, Rows
from reportgen.intake.tables import Table
from reportgen.intake.units import Unit, unit_of
from reportgen.intake.wordings import pattern, plain
from reportgen.quantity import Quantity, write_number
from reportgen.vietnamese.letters import fold

_VERDICTS = (
    (re.compile(r"(hoan thanh )?vuot( (ke hoach|kh|chi tieu|muc))?"), "vượt"),
    (re.compile(r"(khong|chua) (dat|hoan thanh)( (ke hoach|kh|chi tieu))?"), "không đạt"),
    (re.compile(r"(dat|hoan thanh)( (ke hoach|kh|chi tieu|100%))?"), "đạt"),
)
"""How tables say that a plan was kept → how an input does."""
NO_BASE = "#DIV/0!"
"""What a ratio shows whose base is empty: as good as nothing."""
_NUMERAL = re.compile(r"\d[\d.]*(?:,\d+)?")


@dataclass(slots=True)
class Gathered:
    """A table's figures by their place, its numbers, notes, remarks by row, and how many cells say `-`."""

    figures: dict[tuple[int, int], Written] = field(default_factory=dict)
    numbers: dict[tuple[int, int], Quantity] = field(default_factory=dict)
    units: dict[int, Unit] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    remarks: dict[int, list[str]] = field(default_factory=dict)
    left: int = 0
    dashes: int = 0
    verdicts: dict[int, str] = field(default_factory=dict)
    """How a row says in words that its plan was kept."""
    ratios: dict[int, dict[int, str]] = field(default_factory=dict)
    """Row → column of a plan without a figure → the ratio to it; -1 for a plan that has no column."""
    changes: dict[int, str] = field(default_factory=dict)
    """Row → the growth that is stated where last year's value is not."""
    parts: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Row of a total → the rows that add up to it."""
    compared: tuple[Compared, ...] = ()

    def leave(self, row: int, text: str) -> None:
        """Keep a cell that was not taken as a remark."""
        self.remarks.setdefault(row, []).append(text)
        self.left += 1


def gathered(file: Path, table: Table, rows: Rows) -> Gathered:
    """The table's figures, its ratios and its sums held against them."""
    found = Gathered()
    english = is_english(table.sheet.cells.values())
    for row in rows.rows:
        found.units[row.row] = unit_of(row.unit or table.unit)
        for column in table.all(*VALUES):
            _take(file, table, (row, column), found, english=english)
        for column in table.all(Means.OTHER):
            _leave_other(table, row.row, column, found)
        for column in table.all(Means.VERDICT):
            _take_verdict(table, At(row.row, column), found)
        for column in table.all(Means.COMPARED):
            _take_ratio(file, table.sheet, At(row.row, column), found, english=english)
    found.compared = tuple(compared(column, table.columns, found.numbers) for column in table.all(Means.COMPARED))
    for one in found.compared:
        _tell_ratios(file, table, one, found)
    _sums(file, table, rows.rows, found)
    return found


def _take(file: Path, table: Table, at: tuple[Row, int], found: Gathered, *, english: bool) -> None:
    row, column = at
    sheet, place = table.sheet, At(row.row, column)
    if column in sheet.hidden_columns:
        return
    unit = found.units[row.row]
    estimated = table.columns[column].estimated
    written = figure_of(sheet.own(*place), unit, estimated=estimated, english=english)
    if written is None:
        return
    if written is NOTHING:
        found.dashes += 1
    elif isinstance(written, Unread):
        found.notes.append(note(file, sheet, place, written.code, name=row.name, unit=unit.shown))
        found.leave(row.row, _remark(sheet, place, table.columns[column].head))
    elif written.in_words and table.columns[column].means is not Means.RESULT:
        if not _is_in_words(table, row.row):
            found.notes.append(note(file, sheet, place, "N124", name=row.name, unit=unit.shown))
        found.leave(row.row, _remark(sheet, place, table.columns[column].head))
    else:
        found.figures[place] = written
        if written.doubtful:
            found.notes.append(note(file, sheet, place, "N126", name=row.name, unit=unit.shown))
        if written.number is not None:
            found.numbers[place] = written.number


def _is_in_words(table: Table, row: int) -> bool:
    """Whether the row's result is in words: then nobody expects figures of its plan."""
    place = table.column(Means.RESULT)
    shown = table.sheet.own(row, place).shown if place is not None else ""
    return bool(shown) and not any(letter.isdigit() for letter in shown)


def _remark(sheet: Sheet, at: At, head: str) -> str:
    """A cell as a comment has it: `Sheet1!F12 (TH 9 tháng): 30,1`."""
    where = address(sheet, at)
    return f"{where} ({head}): {sheet.own(*at).shown}" if head else f"{where}: {sheet.own(*at).shown}"


def _leave_other(table: Table, row: int, column: int, found: Gathered) -> None:
    """A cell of a column that is not understood."""
    at = At(row, column)
    if table.sheet.own(*at).shown and column not in table.sheet.hidden_columns:
        found.leave(row, _remark(table.sheet, at, table.columns[column].head))


# Ratios


def _take_ratio(file: Path, sheet: Sheet, at: At, found: Gathered, *, english: bool) -> None:
    cell = sheet.own(*at)
    if not cell.shown or at.column in sheet.hidden_columns:
        return
    if cell.trap is not None:
        if cell.trap is Trap.ERROR and cell.shown != NO_BASE:
            found.notes.append(note(file, sheet, at, "N125"))
        found.dashes += 1
        return
    typed = _ratio(cell, english=english)
    if typed is not None:
        found.numbers[at] = typed
    elif verdict := _verdict(cell.shown):
        found.verdicts[at.row] = verdict
    elif not pattern("không có số").fullmatch(cell.shown.lower()):
        found.leave(at.row, _remark(sheet, at, ""))


def _ratio(cell: Cell, *, english: bool) -> Quantity | None:
    """The number of a comparing cell as it is shown; None for a text without one number."""
    text = cell.shown.translate(str.maketrans(",.", ".,")) if english and cell.value is None else cell.shown
    found = _NUMERAL.findall(text)
    if len(found) != 1:
        return None
    number = Decimal(found[0].replace(".", "").replace(",", "."))
    places = len(found[0].partition(",")[2])
    down = not text[0].isdigit() and re.search(r"giam|^\s*[-–(]|\(-?\d", plain(text)) is not None
    return Quantity(-number if down else number, "", quantum=Decimal(1).scaleb(-places))


def _tell_ratios(file: Path, table: Table, one: Compared, found: Gathered) -> None:
    head = table.columns[one.column].head
    for row in sorted(row for row, column in found.numbers if column == one.column):
        if not _is_held(one, row, found) and not _stated(table, one, row, found):
            found.leave(row, _remark(table.sheet, At(row, one.column), head))
    for off in one.off:
        at = At(off.row, off.column)
        found.notes.append(note(file, table.sheet, at, "N131", head=head, right=off.right, reckoned=off.reckoned))
        found.leave(off.row, f"{_remark(table.sheet, at, head)}; tính ra {off.reckoned}")


def _is_held(one: Compared, row: int, found: Gathered) -> bool:
    """Whether a row has both operands of its ratio."""
    return one.rule is not None and (row, one.rule.now) in found.numbers and (row, one.rule.base) in found.numbers


def _stated(table: Table, one: Compared, row: int, found: Gathered) -> bool:
    """Whether a ratio takes the place of an operand that the table does not have: a plan's, last year's."""
    shown = table.sheet.own(row, one.column).shown
    base = one.rule.base if one.rule is not None else -1
    means = table.columns[base].means if one.rule is not None else spoken(table.columns[one.column])
    missing = (row, base) not in found.figures if one.rule is not None else not table.all(means or Means.OTHER)
    if means is Means.PLAN and missing and (one.rule is None or one.rule.form is Form.RATIO):
        found.ratios.setdefault(row, {})[base] = f"{shown}%" if shown[-1:].isdigit() else shown
        return True
    grown = one.rule.form is Form.GROWTH if one.rule is not None else speaks_of_growth(table.columns[one.column])
    bare = shown.lstrip("+-–( ").rstrip("% )")
    if means is Means.BEFORE and missing and grown and bare[:1].isdigit():
        down = found.numbers[row, one.column].value < 0
        found.changes[row] = f"{'giảm' if down else 'tăng'} {bare}%"
        return True
    return False


def _verdict(text: str) -> str:
    """What a text says of a plan, "" if it says something else."""
    bare = plain(text).strip(" .")
    return next((verdict for words, verdict in _VERDICTS if words.fullmatch(bare)), "")


def _take_verdict(table: Table, at: At, found: Gathered) -> None:
    """A cell that says whether the plan was kept; what it says else stays as a remark."""
    shown = table.sheet.own(*at).shown
    verdict = _verdict(shown)
    if verdict:
        found.verdicts[at.row] = verdict
    elif shown:
        found.leave(at.row, _remark(table.sheet, at, table.columns[at.column].head))


# Sums


def _sums(file: Path, table: Table, rows: tuple[Row, ...], found: Gathered) -> None:
    parts: dict[int, list[Row]] = {}
    for row in rows:
        if row.parent is not None:
            parts.setdefault(row.parent, []).append(row)
    for row in rows:
        children = parts.get(row.row, [])
        if len(children) < 2 or len({fold(one.unit or table.unit) for one in (row, *children)}) != 1:
            continue
        held = {column: verdict for column in table.all(*VALUES) if (verdict := _sum(row, children, column, found))}
        agreeing = [column for column, right in held.items() if right is _RIGHT]
        if agreeing and (len(agreeing) * 2 > len(held)):
            found.parts[row.row] = tuple(child.row for child in children)
        elif not _is_exhaustive(children):
            continue
        for column, right in held.items():
            if right is not _RIGHT:
                found.notes.append(note(file, table.sheet, At(row.row, column), "N132", name=row.name, reckoned=right))


_RIGHT = "="


def _is_exhaustive(children: list[Row]) -> bool:
    """Whether the table says that the parts are all there is."""
    return all(child.told == "gồm" for child in children)


def _sum(row: Row, children: list[Row], column: int, found: Gathered) -> str:
    """`=` where the parts add up, their sum where they do not, "" where something is missing."""
    whole = found.numbers.get((row.row, column))
    parts = [found.numbers.get((child.row, column)) for child in children]
    known = [part for part in parts if part is not None]
    total = intervals.total(known)
    if whole is None or total is None or len(known) < len(children):
        return ""
    if intervals.agrees(whole, total) is not Verdict.WRONG:
        return _RIGHT
    return f"{' + '.join(write_number(part.value) for part in known)} = {write_number(total.nominal)}"


def column_texts(found: Gathered, row: int, columns: tuple[int, ...]) -> Iterator[tuple[int, Written]]:
    """The figures of a row in these columns."""
    yield from ((column, found.figures[row, column]) for column in columns if (row, column) in found.figures)
