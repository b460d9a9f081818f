"""A workbook as a department sends it, of any number of rows: groups, plans of two setters, ratios as formulas."""

from __future__ import annotations

from pathlib import Path
from random import Random

import xlsxwriter

HEADS = (
    "TT", "Chỉ tiêu", "ĐVT", "TH năm 2024", "KH 2025 tỉnh giao", "KH 2025 HĐND phường giao", "ƯTH năm 2025",
    "ƯTH 2025/TH 2024 (%)", "ƯTH/KH tỉnh giao (%)", "ƯTH/KH HĐND phường (%)", "KH năm 2026", "Ghi chú",
)  # fmt: skip
UNITS = ("Tỷ đồng", "Người", "Hộ", "Ha", "Tấn", "Vụ", "Triệu đồng/người/năm", "Trường")
ROWS_OF_A_GROUP = 25


def write_table(file: Path, rows: int) -> None:
    """Write the workbook."""
    random = Random(5)
    with xlsxwriter.Workbook(str(file)) as book:
        number, ratio = book.add_format({"num_format": "#,##0.0"}), book.add_format({"num_format": "0.0%"})
        sheet = book.add_worksheet("Biểu 01")
        sheet.write(0, 0, "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2025")
        sheet.write_row(3, 0, HEADS)
        for place in range(rows):
            row = place + 4
            if place % ROWS_OF_A_GROUP == 0:
                sheet.write_row(row, 0, ["I", f"Lĩnh vực {place // ROWS_OF_A_GROUP + 1}"])
                continue
            before = round(random.uniform(100, 9000), 1)
            plans = [round(before * random.uniform(1, 1.2), 1) for _ in range(3)]
            values = [before, plans[0], plans[1], round(before * random.uniform(0.95, 1.25), 1)]
            sheet.write_row(row, 0, [place, f"Chỉ tiêu thứ {place} của lĩnh vực", random.choice(UNITS)])
            for column, value in enumerate(values, 3):
                sheet.write_number(row, column, value, number)
            for column, base in ((7, 3), (8, 4), (9, 5)):
                formula = f"=G{row + 1}/{'ABCDEFG'[base]}{row + 1}"
                sheet.write_formula(row, column, formula, ratio, values[3] / values[base - 3])
            sheet.write_number(row, 10, plans[2], number)
