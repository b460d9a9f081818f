"""The tables of a .docx to sheets, one a table; text between them stands in none."""

from __future__ import annotations

from reportgen.intake.cells import Cell, Merged, Sheet
from reportgen.intake.readers.texts import one_line
from reportgen.proofread.readers.docx import read_docx
from reportgen.proofread.text import Paragraph, Table

TABLE = "Bảng {number}"
LINES_ABOVE = 3
"""Paragraphs right above a table that may be its title and its unit."""


def read_word(content: bytes) -> tuple[Sheet, ...]:
    """The tables as sheets; `DocxError` if the file cannot be read."""
    sheets: list[Sheet] = []
    above: list[str] = []
    for block in read_docx(content).text.blocks:
        if isinstance(block, Paragraph):
            above.append(one_line(block.text))
        else:
            sheets.append(_sheet(block, TABLE.format(number=len(sheets) + 1), above[-LINES_ABOVE:]))
            above = []
    return tuple(sheets)


def _sheet(table: Table, name: str, above: list[str]) -> Sheet:
    cells = {(cell.row, cell.column): Cell(cell.text) for cell in table.cells if cell.text}
    merged = tuple(
        Merged(cell.row, cell.row + cell.rows - 1, cell.column, cell.column + cell.columns - 1)
        for cell in table.cells
        if cell.rows * cell.columns > 1
    )
    return Sheet(name, cells, merged, above=tuple(above))
