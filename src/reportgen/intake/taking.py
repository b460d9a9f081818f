"""Sheets to entries: every table with its columns understood, every row an indicator with its key; and what is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportgen.intake.cells import At, Sheet
from reportgen.intake.columns import VALUES, Column, Means
from reportgen.intake.entries import Entry
from reportgen.intake.gathering import Gathered, gathered
from reportgen.intake.joining import together
from reportgen.intake.naming import group_of, key_of, name_of, unit_of_titles
from reportgen.intake.notes import Note, address, file_note, note
from reportgen.intake.row_entries import own_name, with_figures
from reportgen.intake.rows import Row, rows_of
from reportgen.intake.standing import plain_name
from reportgen.intake.tables import Table, known_year, tables_of
from reportgen.problems import Failure
from reportgen.proofread.readers.cleaning import column_name
from reportgen.vietnamese.damage import LOST, damages
from reportgen.vietnamese.letters import fold

NO_COLUMNS: Mapping[int, Column] = {}
LETTERS_LOOKED_AT = 20_000
_PLAIN_SHEETS = ("sheet", "trang tinh", "trang_tinh", "bang", "bieu", "phu luc", "data", "chi tieu")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user says: the year under review, columns by their place."""

    year: int | None = None
    columns: Mapping[int, Column] = field(default_factory=lambda: NO_COLUMNS)


@dataclass(frozen=True, slots=True)
class Guess:
    """What the columns of a table were taken for."""

    file: Path
    sheet: str
    columns: Mapping[int, Column]

    def __str__(self) -> str:
        """As `--columns` has it."""
        return ",".join(f"{column_name(place)}={column}" for place, column in self.columns.items())


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file gave. `remarks` are about no indicator; `left` counts cells that stand in comments, `dashes` cells
    that say that there is no figure."""

    year: int
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...] = ()
    remarks: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()
    left: int = 0
    dashes: int = 0
    unit: str = ""
    """The unit whose body stands above a table, "" without any."""


@dataclass(frozen=True, slots=True)
class Given:
    """A file and the sheets that were read from it."""

    file: Path
    sheets: tuple[Sheet, ...]

    @property
    def seen(self) -> tuple[Sheet, ...]:
        """The sheets that show something."""
        return tuple(sheet for sheet in self.sheets if not sheet.hidden and sheet.cells)

    @property
    def damage(self) -> str:
        """How the letters of some sheet are damaged, "" if they are not."""
        return next(filter(None, map(_damage, self.seen)), "")


def take(files: Sequence[Given], wanted: Wanted) -> Taken | Failure:
    """Everything that the files say; the problems of those that say nothing."""
    problems = [file_note(given.file, "N110", kind=given.damage).problem for given in files if given.damage]
    year = wanted.year or next(
        (found for given in files for sheet in given.seen if (found := known_year(sheet)) is not None), None
    )
    if len(files) > 1:
        files = [
            replace(one, sheets=tuple(replace(sheet, file=one.file.name) for sheet in one.sheets)) for one in files
        ]
    tables = {given.file: _tables(given, year, wanted.columns) for given in files}
    problems = problems or [file_note(file, "N108").problem for file, found in tables.items() if not found]
    if problems:
        return Failure(tuple(problems))
    if year is None:
        return Failure.of(file_note(files[0].file, "N109").problem)
    taking = _Taking(year)
    for given in files:
        taking.take(given, tables[given.file])
    return taking.taken()


def _tables(given: Given, year: int | None, columns: Mapping[int, Column]) -> list[Table]:
    found = [table for sheet in given.seen for table in tables_of(sheet, year, columns)]
    return [table for table in found if table.all(*VALUES) and table.column(Means.NAME) is not None]


def _identity(entry: Entry) -> tuple[str, str]:
    """What makes two tables' rows one indicator."""
    return plain_name(entry.name), fold(entry.group)


def _row_of(entry: Entry) -> int:
    """The row, from 0, that an entry was taken from."""
    return int("".join(letter for letter in entry.at.rpartition("!")[2] if letter.isdigit())) - 1


def _damage(sheet: Sheet) -> str:
    """How the sheet's letters are damaged, "" if they are not."""
    texts = " ".join(cell.shown for cell in sheet.cells.values() if cell.value is None)[:LETTERS_LOOKED_AT]
    return next((damage.kind for damage in damages(texts) if damage.kind != LOST), "")


class _Taking:
    """Files while they are taken: the keys and names that are given away."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.file = Path()
        self.by_sheet = False
        self.keys: set[str] = set()
        self.names: set[str] = set()
        self.known: dict[tuple[str, str], str] = {}
        """Name and group of what earlier tables gave → its key."""
        self.entries: list[Entry] = []
        self.notes: list[Note] = []
        self.remarks: list[str] = []
        self.guesses: list[Guess] = []
        self.left = self.dashes = 0
        self.unit = ""

    def taken(self) -> Taken:
        """All that was taken."""
        several = (tuple(self.entries), tuple(self.notes), tuple(self.remarks), tuple(self.guesses))
        return Taken(self.year, *several, self.left, self.dashes, self.unit)

    def take(self, given: Given, tables: Sequence[Table]) -> None:
        """All tables of a file; what lies in none is told."""
        self.file = given.file
        self.by_sheet = len({table.sheet.name for table in tables}) > 1
        for table in tables:
            self.unit = self.unit or unit_of_titles(table.above)
            fresh = list(self._table(table))
            for entry in fresh:
                self._add(entry, table)
            self.known |= {_identity(entry): entry.key for entry in fresh}
            self.guesses.append(Guess(given.file, table.sheet.name, table.columns))
        self._tell_unread(given.sheets, tables)

    def _add(self, entry: Entry, table: Table) -> None:
        """One more indicator; one that another table has already only gives what that lacks."""
        key = self.known.get(_identity(entry)) if not entry.keyed else None
        place = next((place for place, one in enumerate(self.entries) if one.key == key), None) if key else None
        if place is None:
            self.entries.append(entry)
            return
        first = self.entries[place]
        joined, differing = together(first, entry)
        self.entries[place] = joined
        code, values = ("N134", differing[0]) if differing else ("N133", {})
        at = At(_row_of(entry), table.column(Means.NAME) or 0)
        self.notes.append(note(self.file, table.sheet, at, code, name=entry.name, first=first.at, **values))

    def _tell_unread(self, sheets: Sequence[Sheet], tables: Sequence[Table]) -> None:
        read = {table.sheet.name for table in tables}
        for sheet in sheets:
            if sheet.hidden and sheet.cells:
                self.notes.append(file_note(self.file, "N141", sheet=sheet.name))
            elif sheet.cells and sheet.name not in read:
                self.notes.append(file_note(self.file, "N144", sheet=sheet.name))

    def _table(self, table: Table) -> Iterator[Entry]:
        rows = rows_of(table)
        found = gathered(self.file, table, rows)
        self.notes += found.notes
        self.left += found.left
        self.dashes += found.dashes
        keys: dict[int, str] = {}
        made: list[tuple[Row, Entry]] = []
        parents = {row.row: row for row in rows.rows}
        for row in rows.rows:
            if not row.name:
                self._leave_row(table, row.row)
                continue
            entry = self._entry(table, row, parents, found)
            keys[row.row] = entry.key
            made.append((row, entry))
        for below in rows.notes:
            self._leave_row(table, below)
        self._tell_hidden(table, rows.hidden)
        for row, entry in made:
            parts = tuple(keys[part] for part in found.parts.get(row.row, ()) if part in keys)
            yield replace(entry, parts=parts) if parts else entry

    def _leave_row(self, table: Table, row: int) -> None:
        shown = [(At(row, column), table.sheet.own(row, column).shown) for column in table.sheet.by_row.get(row, ())]
        if shown:
            self.remarks.append(f"{address(table.sheet, shown[0][0])}: {' | '.join(text for _, text in shown)}")
            self.left += len(shown)

    def _tell_hidden(self, table: Table, rows: Sequence[int]) -> None:
        for row in rows:
            self.notes.append(
                note(self.file, table.sheet, At(row, table.column(Means.NAME) or 0), "N142", row=str(row + 1))
            )
            self._leave_row(table, row)
        for column in table.columns:
            filled = any(table.sheet.own(row, column).shown for row in table.sheet.written(table.first, table.end))
            if column in table.sheet.hidden_columns and filled and table.columns[column].means is not Means.KEY:
                at = At(max(table.first - 1, 0), column)
                values = {"column": column_name(column), "head": table.columns[column].head}
                self.notes.append(note(self.file, table.sheet, at, "N143", **values))

    def _entry(self, table: Table, row: Row, parents: Mapping[int, Row], found: Gathered) -> Entry:
        parent = parents.get(row.parent) if row.parent is not None else None
        under = parent.name if parent is not None else row.under[-1] if len(row.under) > 1 else ""
        given = self._given_key(table, row.row)
        name = own_name(table, row.row) if given else name_of(row.name, under, self.names)
        key = given or key_of(name, under, self.keys)
        self.keys.add(key)
        self.names.add(fold(name))
        unit = found.units[row.row]
        at = At(row.row, table.column(Means.NAME) or 0)
        note_at = table.column(Means.NOTE)
        entry = Entry(
            key,
            name,
            address(table.sheet, at),
            group=self._group(table, row),
            unit=unit.shown if unit.shown and not unit.behind else "",
            note=table.sheet.own(row.row, note_at).shown if note_at is not None else "",
            remarks=tuple(found.remarks.get(row.row, ())),
            keyed=bool(given),
        )
        return with_figures(entry, table, row, found)

    def _given_key(self, table: Table, row: int) -> str:
        column = table.column(Means.KEY)
        key = table.sheet.own(row, column).shown if column is not None else ""
        return key if key not in self.keys else ""

    def _group(self, table: Table, row: Row) -> str:
        if row.under:
            return group_of(row.under[0])
        plain = fold(table.sheet.name)
        return group_of(table.sheet.name) if self.by_sheet and not plain.startswith(_PLAIN_SHEETS) else ""
