"""The workbook that a chart of Word or PowerPoint is drawn from, and that they open for editing.

XlsxWriter writes it with the paper's day, so that the bytes stay the same.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

from reportgen.layout.document import Document
from reportgen.tree import Element

SHEET = "Sheet1"
VIETNAMESE = "[$-42A]"
"""The language of a number's signs, by its number in Windows."""


def number_format(points: Sequence[Element]) -> str:
    """Thousands parted, as many decimals as the most precise value has. Word takes the signs from its machine's region,
    LibreOffice from the format."""
    decimals = max(len(point.get("value").partition(".")[2]) for point in points)
    return f"{VIETNAMESE}#,##0.{'0' * decimals}" if decimals else f"{VIETNAMESE}#,##0"


def workbook(chart: Element, document: Document) -> bytes:
    """The sheet that the chart is drawn from: names in A, values in B."""
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime.combine(document.metadata.issued, datetime.min.time())})
    sheet, form = book.add_worksheet(SHEET), book.add_format({"num_format": number_format(chart.elements)})
    sheet.write_string(0, 1, chart.get("unit"))
    for row, point in enumerate(chart.elements, 1):
        sheet.write_string(row, 0, point.get("label"))
        sheet.write_number(row, 1, float(point.get("value")), form)
    book.close()
    return target.getvalue()
