"""Sheets to fill in as a workbook: its layout locked, its cells for figures open, its ratios formulas."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reportgen.intake.columns import VALUES, Means
from reportgen.intake.handing_out import OutCell, OutColumn, OutRow, OutSheet
from reportgen.intake.wordings import handed

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

TITLE, HINT, HEADS, MEANINGS = 0, 1, 3, 4
"""Rows, from 0, of what stands above the figures."""
A4 = 9
FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
FILLED_IN = "#FFF9DB"
WIDTHS: Mapping[Means, float] = {Means.NUMBER: 5, Means.NAME: 44, Means.UNIT: 13, Means.NOTE: 22, Means.ENTRY: 10}
WIDTH = 12
HEAD_HEIGHT, MARGIN = 66, 0.4
"""Points; inches."""
MADE = datetime(2020, 1, 1)  # noqa: DTZ001
"""The day that the workbook says that it was made: the same input gives the same bytes."""
BLANK = " "
"""The value of a formula that shows nothing; an empty one would say that it was never computed."""
RATIO = '=IF(AND(ISNUMBER({now}),ISNUMBER({base})),IF({base}<>0,{now}/{base},""),"")'


def book(sheets: tuple[OutSheet, ...], title: str) -> bytes:
    """The workbook's bytes."""
    import xlsxwriter

    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    made = xlsxwriter.Workbook(target, options)
    made.set_properties({"created": MADE})
    looks = _Looks(made)
    for sheet in sheets:
        _write(made.add_worksheet(sheet.name), sheet, looks, title)
    made.close()
    return target.getvalue()


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, made: Workbook) -> None:
        self.made = made
        self.known: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __call__(self, **more: Any) -> Format:
        """The format with these properties."""
        wanted = {**FONT, **more}
        return self.known.setdefault(tuple(sorted(wanted.items())), self.made.add_format(wanted))

    def value(self, cell: OutCell | None) -> Format:
        """Of a cell that is filled in."""
        pattern = "#,##0" + (f".{'0' * cell.decimals}" if cell is not None and cell.decimals else "")
        pattern = f'"ước "{pattern}' if cell is not None and cell.estimated else pattern
        known = pattern if cell is not None and cell.number is not None else "General"
        return self(num_format=known, border=1, bg_color=FILLED_IN, locked=False, align="right", text_wrap=True)


def _write(page: Worksheet, sheet: OutSheet, looks: _Looks, title: str) -> None:
    page.write_string(TITLE, 0, title, looks(bold=True, font_size=14))
    page.write_string(HINT, 0, handed("chỉ dẫn"), looks(italic=True))
    for place, column in enumerate(sheet.columns):
        page.write_string(HEADS, place, column.head, looks(bold=True, border=1, text_wrap=True, align="center"))
        page.write_string(MEANINGS, place, str(column.column), looks(font_size=8, font_color="#808080", border=1))
        hidden = {"hidden": True} if column.column.means is Means.KEY else {}
        page.set_column(place, place, WIDTHS.get(column.column.means, WIDTH), None, hidden)
    page.set_row(HEADS, HEAD_HEIGHT)
    row = MEANINGS + 1
    if sheet.group:
        for place in range(len(sheet.columns)):
            page.write_blank(row, place, None, looks(bold=True, border=1))
        page.write_string(row, 0, "I", looks(bold=True, border=1, align="center"))
        page.write_string(row, 1, sheet.group, looks(bold=True, border=1))
        row += 1
    for number, one in enumerate(sheet.rows, row):
        _write_row(page, number, one, (sheet.columns, looks))
    page.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
    page.freeze_panes(MEANINGS + 1, 2)
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(MARGIN, MARGIN, MARGIN, MARGIN)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEADS)


def _write_row(page: Worksheet, row: int, one: OutRow, beside: tuple[tuple[OutColumn, ...], _Looks]) -> None:
    columns, looks = beside
    texts = {
        Means.NUMBER: one.number,
        Means.NAME: f"- {one.name}" if one.part else one.name,
        Means.UNIT: one.unit,
        Means.KEY: one.key,
    }
    result = next(place for place, column in enumerate(columns) if column.column.means is Means.RESULT)
    for place, column in enumerate(columns):
        means = column.column.means
        if means in texts:
            wrapped = looks(border=1, text_wrap=True, align="left" if means is Means.NAME else "center")
            page.write_string(row, place, texts[means], wrapped)
        elif column.base is not None:
            _write_ratio(
                page, (row, place), (one.cells.get(result), one.cells.get(column.base)), (result, column.base, looks)
            )
        elif means in VALUES or means is Means.NOTE:
            _write_value(page, (row, place), one.cells.get(place), looks)


def _write_value(page: Worksheet, at: tuple[int, int], cell: OutCell | None, looks: _Looks) -> None:
    if cell is None:
        page.write_blank(*at, None, looks.value(cell))
    elif cell.number is not None:
        page.write_number(*at, float(cell.number), looks.value(cell))
    else:
        page.write_string(*at, cell.text, looks.value(cell))


def _write_ratio(
    page: Worksheet,
    at: tuple[int, int],
    operands: tuple[OutCell | None, OutCell | None],
    places: tuple[int, int, _Looks],
) -> None:
    """A formula, with the value that it has now."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    (row, _), (result, base, looks) = at, places
    now, other = (cell.number if cell is not None else None for cell in operands)
    formula = RATIO.format(now=xl_rowcol_to_cell(row, result), base=xl_rowcol_to_cell(row, base))
    value = float(now / other) if now is not None and other else BLANK
    page.write_formula(*at, formula, looks(num_format="0.0%", border=1, align="right"), value)
