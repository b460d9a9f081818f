"""A sheet as everybody sees it: what each cell shows, what is stored behind it, what is merged, what is hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from reportgen.proofread.readers.cleaning import cell_name


class Trap(Enum):
    """Why what a cell shows is no value."""

    ERROR = "error"
    """`#REF!`, `#DIV/0!`."""
    UNCOMPUTED = "uncomputed"
    """A formula whose value was never saved."""
    DATE = "date"
    """A day, perhaps made of `1/3` by the program that wrote it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `shown` is on one line, numbers in Vietnamese notation; `value` is the stored number in the scale that
    is shown (96,46 of `96,46%`), None for a text. `indent` counts levels."""

    shown: str
    value: Decimal | None = None
    trap: Trap | None = None
    bold: bool = False
    indent: int = 0

    def __reduce__(self) -> tuple[type[Cell], tuple[object, ...]]:
        """How it goes from one process to another: by its fields, three times as fast as a dataclass does by itself."""
        return Cell, (self.shown, self.value, self.trap, self.bold, self.indent)


EMPTY = Cell("")
MOST_MERGED = 1000
"""Rows and columns of merged cells that are looked at."""


def column_number(name: str) -> int:
    """The column of a name, from 0: 5 for `F`."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


class At(NamedTuple):
    """Row and column, from 0."""

    row: int
    column: int

    @property
    def name(self) -> str:
        """As spreadsheets call it: `F12`."""
        return cell_name(self.row, self.column)


class Merged(NamedTuple):
    """Cells shown as one: the first and the last row, the first and the last column, from 0."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """A sheet's cells that are not empty. `hidden`: the sheet itself."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[Merged, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    above: tuple[str, ...] = ()
    """Lines that stand right above the sheet, where it is a table of a text."""
    file: str = ""
    """The file's name, where several are taken together."""

    def cell(self, row: int, column: int) -> Cell:
        """What the place shows: of merged cells the first of them."""
        return self.cells.get((row, column)) or self.cells.get(self._first.get((row, column), (-1, -1)), EMPTY)

    def own(self, row: int, column: int) -> Cell:
        """What is written in the very cell."""
        return self.cells.get((row, column), EMPTY)

    @cached_property
    def _first(self) -> dict[tuple[int, int], tuple[int, int]]:
        last, width = max(self.by_row, default=-1), len(self.columns)
        return {
            (row, column): (one.top, one.left)
            for one in self.merged
            for row in range(one.top, min(one.bottom, one.top + MOST_MERGED, last) + 1)
            for column in range(one.left, min(one.right + 1, one.left + MOST_MERGED, width))
        }

    def spans(self, row: int, column: int) -> Merged:
        """The merged cells that begin at a place; the cell alone where none do."""
        return self._by_start.get((row, column), Merged(row, row, column, column))

    @cached_property
    def _by_start(self) -> dict[tuple[int, int], Merged]:
        return {(one.top, one.left): one for one in self.merged}

    @cached_property
    def by_row(self) -> Mapping[int, tuple[int, ...]]:
        """The rows that are written in, in order, each with its columns that are."""
        found: dict[int, list[int]] = {}
        for row, column in sorted(self.cells):
            found.setdefault(row, []).append(column)
        return {row: tuple(columns) for row, columns in found.items()}

    @cached_property
    def rows(self) -> range:
        """The rows from the first to the last that is written in."""
        written = self.by_row
        return range(min(written), max(written) + 1) if written else range(0)

    def written(self, first: int, end: int) -> tuple[int, ...]:
        """The rows that are written in from the first on, the end not included."""
        return tuple(row for row in self.by_row if first <= row < end)

    @cached_property
    def columns(self) -> range:
        """The columns up to the last that is written in."""
        return range(max((column for _, column in self.cells), default=-1) + 1)
