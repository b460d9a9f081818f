"""Totals in Markdown tables: a row or a column named Tổng, Tổng số, Tổng cộng or Cộng.

A total row holds for every column of numbers: their sum or, in percent, a mean of them. A column named Cộng or Tổng
cộng holds for every row; one named Tổng or Tổng số may mean something else and counts only where another row confirms
it. Shares of a whole reach 100%, which is exact: beside a total of 100%, and where the column is named a structure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from reportgen.checks.firm import firm
from reportgen.checks.material import Material
from reportgen.checks.sums import NEAR_WHOLE, is_whole, makes_whole, verdict_of_sum, written_sum
from reportgen.checks.telling import computed, place_in, said
from reportgen.figures import intervals
from reportgen.figures.intervals import Verdict
from reportgen.figures.ledger import PERCENT, Ledger
from reportgen.model.leaves import Words
from reportgen.problems import Problem
from reportgen.prose.references import Reference, references
from reportgen.quantity import Quantity, read_quantity
from reportgen.vietnamese.letters import fold

TOTAL_NAMES = frozenset({"tong", "tong cong", "cong", "tong so", "toan phuong", "toan xa"})
SURE_NAMES = frozenset({"tong cong", "cong"})
COUNTING = frozenset({"stt", "tt", "so tt", "so thu tu"})
RULE = re.compile(r"[\s|:-]+")
STRUCTURES = ("co cau", "ty trong")
"""In the head of a column whose shares make a whole."""
SUBSET = re.compile(r"(?:trong do|[-+–]\s|[a-z]\)|\d+\.\d+)")
"""Rows that are parts of the row above: they are not added."""
MEASURES = ("dong", "ha", "tan", "ta", "km", "ty", "trieu", "nghin", "kg", "m2")


class Cell(NamedTuple):
    """A cell: its text without emphasis, where it stands in the prose, its quantity (None if it is no number)."""

    text: str
    start: int
    end: int
    quantity: Quantity | None

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return self.text.strip(" -–—") == ""

    @property
    def name(self) -> str:
        """Its text, folded."""
        return " ".join(fold(self.text).rstrip(":.").split())


class Grid(NamedTuple):
    """A Markdown table: its head and its rows, all of one width."""

    prose: Words
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def columns(self) -> range:
        """The columns of numbers: behind the names, without running numbers."""
        return range(1, len(self.head))

    def is_total(self, row: Sequence[Cell]) -> bool:
        """Whether the row is named as a total; its number may stand before its name."""
        return any(cell.name in TOTAL_NAMES for cell in row[:2])

    def is_subset(self, row: Sequence[Cell]) -> bool:
        """Whether the row is a part of the row above."""
        return any(SUBSET.match(cell.name) for cell in row[:2] if not cell.empty)

    def measured(self, column: int) -> bool:
        """Whether numbers of the column are rounded measures, not counts."""
        return bool(set(MEASURES) & set(re.split(r"[^\w²]+", self.head[column].name)))

    def shares(self, column: int) -> bool:
        """Whether the column is of percentages, by its head or by its cells."""
        named = "%" in self.head[column].text or "ty le" in self.head[column].name
        return named or any(row[column].quantity is not None and _unit(row[column]) in PERCENT for row in self.rows)

    def structured(self, column: int) -> bool:
        """Whether the column is named a structure."""
        return any(name in self.head[column].name for name in STRUCTURES)


def _unit(cell: Cell) -> str:
    return cell.quantity.unit if cell.quantity is not None else ""


def tables(material: Material) -> Iterator[Problem]:
    """R460, R461, R412: the tables of all prose."""
    for passage in material.passages:
        if "|" in passage.words:
            for grid in grids(passage.words, material):
                yield from _total_rows(grid)
                yield from _total_columns(grid)
                yield from _structures(grid)


def grids(prose: Words, ledger: Ledger) -> Iterator[Grid]:
    """The pipe tables of a text, those with two rows at least."""
    lines: list[tuple[int, str]] = []
    at = 0
    for line in [*prose.split("\n"), ""]:
        if line.count("|") >= 2:
            lines.append((at, line))
        elif lines:
            grid = _grid(prose, lines, ledger)
            if grid is not None:
                yield grid
            lines = []
        at += len(line) + 1


def _grid(prose: Words, lines: Sequence[tuple[int, str]], ledger: Ledger) -> Grid | None:
    if len(lines) < 4 or not RULE.fullmatch(lines[1][1]):
        return None
    head, *rows = [_cells(line, at, ledger) for at, line in (lines[0], *lines[2:])]
    padded = [(*row, *(Cell("", 0, 0, None) for _ in head[len(row) :]))[: len(head)] for row in rows]
    return Grid(prose, head, tuple(padded))


def _cells(line: str, at: int, ledger: Ledger) -> tuple[Cell, ...]:
    found = []
    start = line.index("|") + 1 if line.lstrip().startswith("|") else 0
    for text in line[start:].rstrip().removesuffix("|").split("|"):
        inner = text.strip().strip("*_").strip()
        begin = at + start + text.find(inner) if inner else at + start
        found.append(Cell(inner, begin, begin + len(inner), _number(inner, ledger)))
        start += len(text) + 1
    return tuple(found)


def _number(text: str, ledger: Ledger) -> Quantity | None:
    """The cell's number, typed or that of the figure it refers to; zero where nothing but a dash stands."""
    for found in references(text):
        if not isinstance(found, Reference) or (found.start, found.end) != (0, len(text)):
            return None
        line = ledger.lines.get(found.name)
        plain = line is not None and fold(found.part) in {"so", "gia tri"}
        return firm(line.result) if line is not None and plain else None
    return firm(read_quantity(text).quantity) if text else None


def _total_rows(grid: Grid) -> Iterator[Problem]:
    """R460: each row named as a total, for the rows since the total before it, or for all of them."""
    for column in grid.columns:
        if grid.head[column].name in COUNTING:
            continue
        for place, row in enumerate(grid.rows):
            if grid.is_total(row):
                yield from _total_row(grid, column, place)


def _total_row(grid: Grid, column: int, place: int) -> Iterator[Problem]:
    cell = grid.rows[place][column]
    rows = [row for row in grid.rows if not grid.is_total(row) and not grid.is_subset(row)]
    since = _since_last_total(grid, place)
    choices = [choice for choice in (_addends(rows, column), _addends(since, column)) if choice]
    if cell.quantity is None or not choices or any(_holds(grid, column, cell.quantity, addends) for addends in choices):
        return
    total = intervals.total(choices[0])
    if total is not None:
        values = {"name": grid.head[column].text, "typed": said(cell.quantity), "sum": computed(total, cell.quantity)}
        yield Problem("R460", place_in(grid.prose, cell.start, cell.end), values)


def _since_last_total(grid: Grid, place: int) -> list[tuple[Cell, ...]]:
    since: list[tuple[Cell, ...]] = []
    for row in grid.rows[:place]:
        since = [] if grid.is_total(row) else since if grid.is_subset(row) else [*since, row]
    return since


def _addends(rows: Sequence[Sequence[Cell]], column: int) -> list[Quantity]:
    """The numbers of a column; none where a cell is a word, or there are fewer than two."""
    return _numbers([row[column] for row in rows if not row[column].empty])


def _numbers(cells: Sequence[Cell]) -> list[Quantity]:
    numbers = [cell.quantity for cell in cells if cell.quantity is not None]
    return numbers if len(numbers) == len(cells) and len(numbers) >= 2 else []


def _holds(grid: Grid, column: int, total: Quantity, addends: Sequence[Quantity]) -> bool:
    shares = grid.shares(column) or total.unit in PERCENT
    within = min(number.value for number in addends) <= total.value <= max(number.value for number in addends)
    if shares and within and not grid.structured(column):
        return True
    if shares and is_whole(_share(total)):
        return makes_whole([_share(_rounded(addend)) for addend in addends])
    if shares or grid.measured(column):
        total, addends = _rounded(total), [_rounded(addend) for addend in addends]
    reached = intervals.total(addends)
    return reached is None or verdict_of_sum(total, reached, addends) is not Verdict.WRONG


def _share(quantity: Quantity) -> Quantity:
    """A bare number of a column of percentages."""
    return quantity if quantity.unit else replace(quantity, unit="%")


def _structures(grid: Grid) -> Iterator[Problem]:
    """R412: each column named a structure that has no total row."""
    if any(grid.is_total(row) for row in grid.rows):
        return
    for column in grid.columns:
        cells = [row[column] for row in grid.rows if not grid.is_subset(row) and not row[column].empty]
        addends = [_share(_rounded(number)) for number in _numbers(cells)]
        if grid.structured(column) and makes_whole(addends, NEAR_WHOLE) and not makes_whole(addends):
            yield _told_structure(grid, cells, addends)


def _told_structure(grid: Grid, cells: Sequence[Cell], addends: Sequence[Quantity]) -> Problem:
    first, last = place_in(grid.prose, cells[0].start, cells[0].end), cells[-1]
    values = {"sum": written_sum(addends), "parts": " + ".join(cell.text for cell in cells), "line": str(first.line)}
    return Problem("R412", place_in(grid.prose, last.start, last.end), values)


def _rounded(quantity: Quantity) -> Quantity:
    """A bare whole number of a column of measures stands for a rounded one."""
    return replace(quantity, quantum=Decimal(1)) if quantity.quantum == 0 and not quantity.unit else quantity


def _total_columns(grid: Grid) -> Iterator[Problem]:
    """R461: each column named as a total, against the other columns of counts in the row."""
    partial = any(cell.name.startswith("trong do") for cell in grid.head)
    for column in grid.columns:
        name = grid.head[column].name
        if name not in TOTAL_NAMES or (partial and name not in SURE_NAMES):
            continue
        others = _others(grid, column)
        checked = [(row, _addends([(row[other],) for other in others], 0)) for row in grid.rows]
        known = [(row, addends) for row, addends in checked if addends and row[column].quantity is not None]
        wrong = [(row, addends) for row, addends in known if not _row_holds(grid, column, row, addends)]
        if name in SURE_NAMES or len(wrong) < len(known):
            for row, addends in wrong:
                yield from _told_row(grid, row[column], row, addends)


def _others(grid: Grid, total: int) -> list[int]:
    """The columns that a column of totals adds: counts beside counts, shares beside shares."""
    left_out = COUNTING | TOTAL_NAMES | {"ghi chu"}
    shares = grid.shares(total)
    others = [other for other in grid.columns if other != total and grid.head[other].name not in left_out]
    return [other for other in others if grid.shares(other) is shares]


def _row_holds(grid: Grid, column: int, row: Sequence[Cell], addends: Sequence[Quantity]) -> bool:
    total = row[column].quantity
    return total is None or _holds(grid, column, total, addends)


def _told_row(grid: Grid, cell: Cell, row: Sequence[Cell], addends: Sequence[Quantity]) -> Iterator[Problem]:
    total = intervals.total(addends)
    if total is not None and cell.quantity is not None:
        name = next((other.text for other in row if other.text and other.quantity is None), row[0].text)
        values = {"name": name, "typed": said(cell.quantity), "sum": computed(total, cell.quantity)}
        yield Problem("R461", place_in(grid.prose, cell.start, cell.end), values)
