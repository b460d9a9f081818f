"""An .xlsx to sheets: values as they were saved, number formats, merged and hidden cells, errors, lost formulas."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from reportgen.intake.cells import Cell, Merged, Sheet, Trap
from reportgen.intake.number_formats import shown
from reportgen.intake.readers.package import Used, refuse_harm
from reportgen.intake.readers.texts import one_line, written
from reportgen.verify.docx_parts import DocxError

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_CELLS = 1_000_000
"""Cells between the first and the last that is written in: 20,000 rows of 50 columns."""
DAYS = (date, datetime, time, timedelta)


def read_workbook(content: bytes) -> tuple[Sheet, ...]:
    """The sheets; `DocxError` if the package is damaged or made to harm."""
    from openpyxl import load_workbook

    used = refuse_harm(content)
    if used.rows * used.columns > MOST_CELLS:
        raise DocxError("large", f"{used.rows} x {used.columns}")
    values = load_workbook(io.BytesIO(content), data_only=True, keep_links=False, keep_vba=False)
    formulas = load_workbook(io.BytesIO(content), keep_links=False) if used.lost else None
    return tuple(
        _sheet(sheet, formulas[sheet.title] if formulas is not None else None, used) for sheet in values.worksheets
    )


class _Style(NamedTuple):
    """What a cell's style says of its meaning."""

    bold: bool
    indent: int
    number_format: str


class _Styles(dict[int, _Style]):
    """The styles of a workbook by their number: thousands of cells share a few, and each costs ten looks."""

    def of(self, cell: Any) -> _Style:
        """The cell's style."""
        number = cell.style_id
        if number not in self:
            self[number] = _Style(bool(cell.font.b), int(cell.alignment.indent), cell.number_format)
        return self[number]


def _sheet(sheet: Worksheet, formulas: Worksheet | None, used: Used) -> Sheet:
    styles = _Styles()
    cells = {
        (one.row - 1, one.column - 1): cell
        for row in sheet.iter_rows(1, used.rows, 1, used.columns)
        for one in row
        if (cell := _cell(one, formulas, styles)) is not None
    }
    merged = tuple(
        Merged(one.min_row - 1, one.max_row - 1, one.min_col - 1, one.max_col - 1) for one in sheet.merged_cells.ranges
    )
    rows = frozenset(number - 1 for number, row in sheet.row_dimensions.items() if row.hidden)
    return Sheet(
        sheet.title, cells, merged, rows, frozenset(_hidden_columns(sheet)), hidden=sheet.sheet_state != "visible"
    )


def _hidden_columns(sheet: Worksheet) -> Iterator[int]:
    for column in sheet.column_dimensions.values():
        if column.hidden and column.min and column.max:
            yield from range(column.min - 1, column.max)


def _cell(one: Any, formulas: Worksheet | None, styles: _Styles) -> Cell | None:
    """The cell; None for an empty one."""
    value = one.value
    if value is None:
        lost = formulas is not None and one.data_type == "n" and formulas.cell(one.row, one.column).data_type == "f"
        return Cell(one_line(str(formulas.cell(one.row, one.column).value)), trap=Trap.UNCOMPUTED) if lost else None  # type: ignore[union-attr]
    if isinstance(value, DAYS):
        return Cell(written(value), trap=Trap.DATE)
    if one.data_type == "e":
        return Cell(str(value), trap=Trap.ERROR)
    if isinstance(value, bool) or not isinstance(value, int | float):
        text = one_line(str(value))
        style = styles.of(one)
        return Cell(text, bold=style.bold, indent=style.indent + _blanks(str(value))) if text else None
    style = styles.of(one)
    text, scaled = shown(Decimal(repr(value)), style.number_format)
    return Cell(text, scaled, bold=style.bold)


def _blanks(text: str) -> int:
    """Levels that a text is moved in by blanks."""
    return (len(text) - len(text.lstrip(" \t\u00a0"))) // 2
