"""The tables on a sheet: where each has its head, in how many rows, what stands above, where its rows end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from reportgen.intake.cells import Sheet
from reportgen.intake.columns import (
    SEVERAL_HEADS,
    VALUES,
    Column,
    Means,
    columns_of,
    is_name,
    read_column,
    says_something,
    year_of,
)
from reportgen.intake.wordings import pattern, plain

MOST_HEADS = 6
MOST_ABOVE = 3
_LABEL = re.compile(r"\(?(?:[0-9]{1,2}|[A-Za-zĐđ])\)?\s*(?:=.{1,40})?")
_CLOSE = re.compile(r"(?<=[^\W\d_])(?=(?:19|20)\d\d(?!\d))")
"""Between a word and the year that is written close to it: `TH2024`."""
_YEAR = re.compile(r"(?:năm\s*)?(?:19|20)\d\d")


@dataclass(frozen=True)
class Table:
    """A table: its columns by their place, the rows below its head, what stands above it on the sheet.

    `first` and `end` are rows from 0, the end not included; `above` the texts over the head; `heads` the rows of the
    head, and of those that repeat it on further pages."""

    sheet: Sheet
    columns: Mapping[int, Column]
    first: int
    end: int
    above: tuple[str, ...] = ()
    heads: frozenset[int] = frozenset()

    @cached_property
    def _places(self) -> Mapping[Means, tuple[int, ...]]:
        found: dict[Means, list[int]] = {}
        for place, column in self.columns.items():
            found.setdefault(column.means, []).append(place)
        return {means: tuple(places) for means, places in found.items()}

    def column(self, means: Means) -> int | None:
        """Where the column of a kind stands."""
        return next(iter(self._places.get(means, ())), None)

    def all(self, *means: Means) -> tuple[int, ...]:
        """Where the columns of these kinds stand, in order."""
        if means not in self._several:
            self._several[means] = tuple(sorted(place for one in means for place in self._places.get(one, ())))
        return self._several[means]

    @cached_property
    def _several(self) -> dict[tuple[Means, ...], tuple[int, ...]]:
        return {}

    @cached_property
    def unit(self) -> str:
        """The unit that stands above the table, "" without any."""
        words = pattern("đơn vị trên bảng")
        for text in reversed(self.above):
            found = words.search(plain(text))
            if found:
                return text[found.start(1) : found.end(1)].strip(" ()")
        return ""


@dataclass(frozen=True, slots=True)
class _Header:
    """A head: its first row, the row of the names' head, the first row below it, the text above each column."""

    top: int
    below: int
    texts: Mapping[int, str]
    said: Mapping[int, Column]
    """What a row below the heads says of the columns, in the words of `--columns`: a workbook of ours has one."""


def tables_of(sheet: Sheet, year: int | None, given: Mapping[int, Column]) -> tuple[Table, ...]:
    """The tables of a sheet. `year` is the one under review where it is known; `given` are columns that the user
    named. Without any head there is a table only where some are given."""
    headers = list(_headers(sheet))
    if not headers:
        return _without_head(sheet, given)
    found: list[Table] = []
    for number, header in enumerate(headers):
        end = _end(sheet, header, headers[number + 1] if number + 1 < len(headers) else None)
        above = _above(sheet, found[-1].end if found else sheet.rows.start, header.top)
        texts = [header.texts.get(column, "") for column in sheet.columns]
        report = year or year_of(texts, " ".join(above)) or year_of(texts, sheet.name)
        guessed = columns_of(texts, report) if report else columns_of(texts, _UNKNOWN)
        known = {**header.said, **given}
        columns = {
            place: replace(known.get(place, column), head=column.head)
            for place, column in enumerate(guessed)
            if column.head or place in known
        }
        found.append(Table(sheet, columns, header.below, end, above, frozenset(range(header.top, header.below))))
    return tuple(_joined(found))


def _end(sheet: Sheet, header: _Header, following: _Header | None) -> int:
    """The row behind the table's last: titles of the next table are not of it."""
    if following is None:
        return sheet.rows.stop
    end = following.top
    while end > header.below and not _has_number(sheet, end - 1):
        end -= 1
    return end


def _has_number(sheet: Sheet, row: int) -> bool:
    return any(
        cell.value is not None or (column and cell.shown.strip("%")[-1:].isdigit() and cell.shown[:1].isdigit())
        for column in sheet.by_row.get(row, ())
        if (cell := sheet.own(row, column)).shown
    )


_UNKNOWN = 1000
"""A year before all years: what the heads say of other years is then not understood."""


def known_year(sheet: Sheet) -> int | None:
    """The year under review, from the first table that tells it."""
    for header in _headers(sheet):
        above = _above(sheet, sheet.rows.start, header.top)
        year = year_of(list(header.texts.values()), " ".join((*above, sheet.name)))
        if year is not None:
            return year
    return None


def _without_head(sheet: Sheet, given: Mapping[int, Column]) -> tuple[Table, ...]:
    values = [place for place, column in given.items() if column.means in VALUES]
    for row in sheet.by_row:
        if any(sheet.own(row, column).value is not None for column in values):
            return (Table(sheet, dict(sorted(given.items())), row, sheet.rows.stop),)
    return ()


def _joined(tables: list[Table]) -> Iterator[Table]:
    """The tables, one whose head is only repeated (on each page) as the rest of the one before it."""
    current = tables[0]
    for table in tables[1:]:
        same = {place: column.head for place, column in table.columns.items()} == {
            place: column.head for place, column in current.columns.items()
        }
        if same:
            current = replace(current, end=table.end, heads=current.heads | table.heads)
        else:
            yield current
            current = table
    yield current


def _above(sheet: Sheet, start: int, end: int) -> tuple[str, ...]:
    """The texts between the rows, the last few."""
    texts = [sheet.own(row, column).shown for row in sheet.written(start, end) for column in sheet.by_row[row]]
    return (*sheet.above, *texts[-12:])


def _headers(sheet: Sheet) -> Iterator[_Header]:
    below = 0
    for row, columns in sheet.by_row.items():
        if row < below:
            continue
        texts = (column for column in columns if sheet.own(row, column).value is None)
        named = next((column for column in texts if is_name(sheet.own(row, column).shown)), None)
        header = _header(sheet, row, named, below) if named is not None else None
        if header is not None:
            yield header
            below = header.below


def _header(sheet: Sheet, row: int, named: int, floor: int) -> _Header | None:
    """The head that the head of the names stands in; None where nothing beside it is a head. Above the row `floor`
    stands another one."""
    top = row
    while top > max(sheet.rows.start, row - MOST_ABOVE, floor) and _is_over(sheet, top - 1, named):
        top -= 1
    below = sheet.spans(row, named).bottom + 1
    while below < min(row + MOST_HEADS, sheet.rows.stop) and _is_under(sheet, below, named):
        below += 1
    texts = {column: _text(sheet, (top, below), column) for column in sheet.columns}
    while below < sheet.rows.stop and _is_labels(sheet, below):
        below += 1
    said = _meanings(sheet, below)
    below += bool(said)
    understood = [column for column, text in texts.items() if column != named and text and says_something(text)]
    return _Header(top, below, texts, said) if understood or said else None


FEWEST_MEANINGS = 3


def _meanings(sheet: Sheet, row: int) -> dict[int, Column]:
    """The columns as a row says them that holds nothing else; none where it is another row."""
    found = {column: read_column(sheet.own(row, column).shown) for column in sheet.by_row.get(row, ())}
    known = {place: column for place, column in found.items() if column is not None}
    return known if len(known) == len(found) >= FEWEST_MEANINGS else {}


def _is_over(sheet: Sheet, row: int, named: int) -> bool:
    """Whether a row above holds heads that several columns share: nothing over the names, no numbers."""
    filled = sheet.by_row.get(row, ())
    of_unit = any(pattern("đơn vị trên bảng").search(plain(sheet.own(row, column).shown)) for column in filled)
    over = bool(filled) and filled[0] > named and all(_may_head(sheet, row, column) for column in filled)
    return over and not of_unit


def _is_under(sheet: Sheet, row: int, named: int) -> bool:
    """Whether a row still belongs to the head: nothing under the names, texts without numbers."""
    filled = sheet.by_row.get(row, ())
    return bool(filled) and min(filled) > named and all(_may_head(sheet, row, column) for column in filled)


def _may_head(sheet: Sheet, row: int, column: int) -> bool:
    shown = sheet.own(row, column).shown
    return bool(_YEAR.fullmatch(shown.lower())) or re.search(r"[^\W\d_]|%", shown) is not None


def _is_labels(sheet: Sheet, row: int) -> bool:
    """Whether a row only counts the columns: `A B 1 2 3=2/1`."""
    shown = [sheet.own(row, column).shown for column in sheet.by_row.get(row, ())]
    numbers = [int(bare) for text in shown if (bare := text.strip("()")).isascii() and bare.isdigit()]
    return (
        len(shown) >= 3
        and all(map(_LABEL.fullmatch, shown))
        and numbers == sorted(set(numbers))
        and len(shown) - len(numbers) < len(shown)
    )


def _text(sheet: Sheet, rows: tuple[int, int], column: int) -> str:
    """What stands over a column, from above; a head that reaches over its neighbours without being merged, too."""
    texts: list[str] = []
    for row in range(*rows):
        shown = sheet.cell(row, column).shown
        if not shown and row + 1 < rows[1] and sheet.own(row + 1, column).shown:
            shown = _reaching(sheet, row, column)
        shown = _CLOSE.sub(" ", shown)
        if shown and shown not in texts:
            texts.append(shown)
    return SEVERAL_HEADS.join(texts)


def _reaching(sheet: Sheet, row: int, column: int) -> str:
    """The head to the left whose lower row is filled up to here."""
    for left in range(column - 1, -1, -1):
        shown = sheet.own(row, left).shown
        if shown:
            return shown if sheet.own(row + 1, left).shown else ""
        if not sheet.own(row + 1, left).shown:
            return ""
    return ""
