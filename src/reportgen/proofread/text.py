"""A paper as the proofreader sees it: paragraphs and tables in their order, whatever file they came from.

All text is NFC, in which offsets count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a paragraph is in its paper."""

    BODY = "body"
    HEADING = "heading"
    ITEM = "item"
    """An item of a list."""
    NOTE = "note"
    """A footnote, a text box: it stands beside the text and continues no sentence of it."""
    MARGIN = "margin"
    """A header or footer."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `number` counts a file's paragraphs from 1, those in tables too; `page` from 1, 0 if unknown."""

    text: str
    number: int
    page: int = 0
    role: Role = Role.BODY
    inside: str = ""
    """The cell of a table that it stands in, "" for none: `B3` is the second column's third row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table with its paragraphs. `row` and `column` count from 0; merged cells span several."""

    paragraphs: tuple[Paragraph, ...]
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def text(self) -> str:
        """The words of the cell on one line."""
        return " ".join(" ".join(paragraph.text.split()) for paragraph in self.paragraphs).strip()


@dataclass(frozen=True, slots=True)
class Table:
    """A table's cells in the order of the rows."""

    cells: tuple[Cell, ...]

    def grid(self) -> tuple[tuple[Cell | None, ...], ...]:
        """Row by row, column by column; a merged cell at each place that it covers, None for a hole."""
        rows = max((cell.row + cell.rows for cell in self.cells), default=0)
        columns = max((cell.column + cell.columns for cell in self.cells), default=0)
        places: list[list[Cell | None]] = [[None] * columns for _ in range(rows)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rows):
                places[row][cell.column : cell.column + cell.columns] = [cell] * cell.columns
        return tuple(tuple(row) for row in places)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Text:
    """A whole paper."""

    blocks: tuple[Block, ...]

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs, those of tables in their place."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for cell in block.cells:
                    yield from cell.paragraphs


MOST_ROWS, MOST_COLUMNS = 5000, 100
"""A table beyond that is no table of a paper; what reads it tells it as hostile, or as running text."""
