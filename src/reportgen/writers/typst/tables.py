"""A table of the tree as Typst's: cells in their places, row by row.

Typst draws a cell that spans rows after the rows that it spans, a reader meets it where the tree has it. So no cell
spans rows here: it stands in its first row, takes no height there and is set down to the middle of the rows that it
covers; empty cells without lines hold its place below. The heights of such rows are measured beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.layout.standards import DEFAULT_STYLE, MM_PER_PT, Standard, Style
from reportgen.tree import Element
from reportgen.writers.typst.literal import mm, pt
from reportgen.writers.typst.settings import inset


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in its place; `element` is None where a cell from above reaches down (`covered`), and where the row has
    fewer cells than the table.

    `rows` is how many rows it reaches over from its first.
    """

    element: Element | None
    role: str
    row: int
    column: int
    across: int
    rows: int
    covered: bool = False
    last: bool = True
    """Whether it is the lowest part of a cell over several rows."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells, row by row and from left to right."""

    places: tuple[Cell, ...]
    head: int
    """Rows of the head."""
    rows: int

    @classmethod
    def of(cls, element: Element) -> Grid:
        """The cells of a table, with those that hold the place of one above them."""
        found: list[Cell] = []
        open_: dict[int, Cell] = {}
        number = 0
        head = sum(len(part.elements) for part in element.elements if part.tag == "thead")
        columns = len(element.get("widths").split())
        rows = [row for part in element.elements for row in part.elements]
        for number, row in enumerate(rows):
            end = head if number < head else len(rows)
            found += _row(row, number, columns, open_, end)
        return cls(tuple(found), head, len(rows))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of cells as expressions, by the id of the cell's element, and the rows that no page has room for."""

    of: Mapping[int, str]
    tall: frozenset[int]


def _row(row: Element, number: int, columns: int, open_: dict[int, Cell], end: int) -> Iterator[Cell]:
    """The cells of one row. `open_`: first column → a cell from above that still reaches this row."""
    column, cells = 0, list(row.elements)
    while column < columns:
        if column in open_:
            above = open_.pop(column)
            last = above.row + above.rows - 1 == number
            if not last:
                open_[column + columns] = above
            yield Cell(None, above.role, number, column, above.across, 1, covered=True, last=last)
            column += above.across
            continue
        if not cells:
            yield Cell(None, "cell", number, column, 1, 1)
            column += 1
            continue
        cell = cells.pop(0)
        across = min(int(cell.get("colspan") or 1), columns - column)
        rows = min(int(cell.get("rowspan") or 1), end - number)
        made = Cell(cell, cell.role or DEFAULT_STYLE[cell.tag], number, column, across, rows, last=rows == 1)
        if rows > 1:
            open_[column + columns] = made
        yield made
        column += across
    for later in [place for place in open_ if place >= columns]:
        open_[later - columns] = open_.pop(later)


def table(element: Element, grid: Grid, words: Words, standard: Standard) -> str:
    """The table as an expression."""
    widths = [float(width) for width in element.get("widths").split()]
    spanned = _spanned(grid)
    rows = ["auto"] * grid.rows
    measured: list[str] = []
    for first, last in spanned:
        for row in range(first, last + 1):
            rows[row] = f"h{row}"
        measured += _heights(grid, first, last, words, _Widths(widths, standard))
    held = _held(grid, standard)
    lines = ", ".join(
        [
            f"columns: ({', '.join(map(mm, widths))},{' 0pt,' if held else ''})",
            f"rows: ({', '.join(rows)},)",
            f"stroke: {pt(standard.table_border)}",
            f"inset: {inset(standard.styles['cell'], standard)}",
        ]
    )
    cells = ",\n".join(_rows(grid, words, _Widths(widths, standard), held))
    # Half of the outer lines stands outside the cells, and within the table.
    half = pt(standard.table_border / 2)
    made = f"pad(left: {half}, top: {half}, table({lines},\n{cells}))\nv({half})"
    return f"context {{\n{chr(10).join(measured)}\n{made}\n}}" if measured else f"{{\n{made}\n}}"


def _rows(grid: Grid, words: Words, widths: _Widths, held: Mapping[int, int]) -> Iterator[str]:
    """The rows, those of the head to be repeated; at the end of a row what holds it to the next ones."""
    rows: list[list[str]] = [[] for _ in range(grid.rows)]
    for cell in grid.places:
        rows[cell.row].append(_cell(cell, words, widths))
    for row, count in held.items():
        rows[row].append(f"table.cell(rowspan: {count}, breakable: false, inset: 0pt, stroke: none, [])")
    if grid.head:
        yield f"table.header({', '.join(cell for row in rows[: grid.head] for cell in row)})"
    yield from (", ".join(row) for row in rows[grid.head :])


def _held(grid: Grid, standard: Standard) -> dict[int, int]:
    """First row of a group that no page parts → how many rows it has; nothing where no row is held to the next.

    Typst holds rows together that one cell spans: an empty one, in a column without width.
    """
    kept = {cell.row for cell in grid.places if not cell.covered and standard.styles[cell.role].keep_next}
    if not any(row + 1 < grid.rows for row in kept if row >= grid.head):
        return {}
    groups = dict.fromkeys(range(grid.head), 1)
    row = grid.head
    while row < grid.rows:
        last = row
        while last in kept and last + 1 < grid.rows:
            last += 1
        groups[row] = last - row + 1
        row = last + 1
    return groups


def holders(grid: Grid, standard: Standard) -> frozenset[int]:
    """The rows that end in an empty cell which holds them to the next ones."""
    return frozenset(_held(grid, standard))


def _cell(cell: Cell, words: Words, widths: _Widths) -> str:
    standard = widths.standard
    style = standard.styles[cell.role]
    settings = [f"align: {_align(style)} + {'horizon' if cell.rows == 1 else 'top'}"]
    if cell.row not in words.tall:
        settings.append("breakable: false")
    if cell.across > 1:
        settings.append(f"colspan: {cell.across}")
    if inset(style, standard) != inset(standard.styles["cell"], standard):
        settings.append(f"inset: {inset(style, standard)}")
    sides = [side for side, none in (("top", cell.covered), ("bottom", not cell.last)) if none]
    if cell.element is None and not cell.covered:
        settings.append("stroke: none")
    elif sides:
        settings.append(f"stroke: ({', '.join(f'{side}: none' for side in sides)})")
    return f"table.cell({', '.join(settings)}, {_inside(cell, words, widths)})"


def _inside(cell: Cell, words: Words, widths: _Widths) -> str:
    if cell.element is None:
        return "[]"
    inner = words.of[id(cell.element)]
    if cell.rows == 1:
        return inner
    style = widths.standard.styles[cell.role]
    space = pt(style.before + style.after + widths.standard.table_border)
    whole = " + ".join(f"h{row}" for row in range(cell.row, cell.row + cell.rows))
    align = _align(style)
    return f"align(left, spanning({whole} - {space}, block(width: {widths.room(cell)}, align({align}, {inner}))))"


def _align(style: Style) -> str:
    return "left" if style.align == "justify" else style.align


@dataclass(frozen=True, slots=True)
class _Widths:
    widths: list[float]
    standard: Standard

    def room(self, cell: Cell) -> str:
        """The width of a cell's words."""
        whole = sum(self.widths[cell.column : cell.column + cell.across])
        return pt((whole - 2 * self.standard.table_padding) / MM_PER_PT - self.standard.table_border)


def _spanned(grid: Grid) -> list[tuple[int, int]]:
    """First and last rows of each run of rows that cells tie together."""
    runs: list[tuple[int, int]] = []
    for cell in grid.places:
        if cell.rows > 1:
            first, last = cell.row, cell.row + cell.rows - 1
            if runs and first <= runs[-1][1]:
                first, last = runs[-1][0], max(last, runs.pop()[1])
            runs.append((first, last))
    return runs


def _heights(grid: Grid, first: int, last: int, words: Words, widths: _Widths) -> Iterator[str]:
    """The heights of tied rows: of each its own cells', and the last row of a cell over several is as high as that
    cell needs."""
    for row in range(first, last + 1):
        ends = [cell for cell in grid.places if cell.row <= row < cell.row + cell.rows and cell.element is not None]
        needs = ["0pt"]
        for cell in ends:
            if cell.row + cell.rows - 1 != row:
                continue
            assert cell.element is not None
            style = widths.standard.styles[cell.role]
            space = pt(style.before + style.after + widths.standard.table_border)
            above = "".join(f" - h{upper}" for upper in range(cell.row, row))
            inner = words.of[id(cell.element)]
            needs.append(f"measure(block(width: {widths.room(cell)}, {inner})).height + {space}{above}")
        yield f"let h{row} = calc.max({', '.join(needs)})"
