"""An .xls (Excel 97-2003) to sheets: values, number formats, merged and hidden cells, errors."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path
from typing import Any

from reportgen.intake.cells import Cell, Merged, Sheet, Trap
from reportgen.intake.number_formats import shown
from reportgen.intake.readers.texts import one_line, written
from reportgen.verify.docx_parts import DocxError

VISIBLE = 0
BOLD = 600


def read_old_workbook(content: bytes) -> tuple[Sheet, ...]:
    """The sheets; `DocxError` if the file is damaged or locked."""
    import xlrd

    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        try:
            book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=nowhere)
        except xlrd.XLRDError as error:
            raise DocxError("locked" if "encrypt" in str(error).lower() else "damaged", str(error)) from error
        return tuple(_sheet(book, sheet) for sheet in book.sheets())


def _sheet(book: Any, sheet: Any) -> Sheet:
    cells = {
        (row, column): cell
        for row in range(sheet.nrows)
        for column in range(sheet.row_len(row))
        if (cell := _cell(book, sheet.cell(row, column))) is not None
    }
    merged = tuple(Merged(top, below - 1, left, right - 1) for top, below, left, right in sheet.merged_cells)
    return Sheet(
        sheet.name,
        cells,
        merged,
        frozenset(number for number, row in sheet.rowinfo_map.items() if row.hidden),
        frozenset(number for number, column in sheet.colinfo_map.items() if column.hidden),
        hidden=sheet.visibility != VISIBLE,
    )


def _cell(book: Any, one: Any) -> Cell | None:
    """The cell; None for an empty one."""
    import xlrd

    style = book.xf_list[one.xf_index]
    bold = book.font_list[style.font_index].weight >= BOLD
    if one.ctype == xlrd.XL_CELL_ERROR:
        return Cell(xlrd.error_text_from_code.get(one.value, "#?"), trap=Trap.ERROR)
    if one.ctype == xlrd.XL_CELL_DATE:
        try:
            return Cell(written(xlrd.xldate_as_datetime(one.value, book.datemode)), trap=Trap.DATE)
        except (ValueError, OverflowError):
            return Cell(str(one.value), trap=Trap.DATE)
    if one.ctype == xlrd.XL_CELL_NUMBER:
        text, scaled = shown(Decimal(repr(one.value)), book.format_map[style.format_key].format_str)
        return Cell(text, scaled, bold=bold)
    raw = str(one.value)
    text = one_line(raw)
    blanks = (len(raw) - len(raw.lstrip(" \t\u00a0"))) // 2
    return Cell(text, bold=bold, indent=style.alignment.indent_level + blanks) if text else None
