"""Makes the workbooks of `cases/`, one for each trap, as departments send them: `python tests/intake/making.py`.

What a case is to show stands in its name; what it gives stands in the YAML beside it. The .ods and .xls are these
workbooks, saved by LibreOffice.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

CASES = Path(__file__).parent / "cases"
Row = Sequence[Any]
HEAD = ("TT", "Chỉ tiêu", "ĐVT", "TH năm 2024", "KH năm 2025", "ƯTH năm 2025", "KH năm 2026", "Ghi chú")
TITLE = ("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2025",)


def put(sheet: Worksheet, rows: Sequence[Row], first: int = 1, formats: str = "") -> None:
    """The rows from a row of the sheet on; numbers in the format."""
    for number, row in enumerate(rows, first):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column, value)
            if formats and isinstance(value, int | float):
                cell.number_format = formats


def bold(sheet: Worksheet, *rows: int) -> None:
    for row in rows:
        sheet.cell(row, 2).font = Font(bold=True)


def several_head_rows(book: openpyxl.Workbook) -> None:
    sheet = book.active
    sheet.title = "Biểu 01"
    heads = ["TT", "Chỉ tiêu", "ĐVT", "TH năm 2024", "Kế hoạch năm 2025", None, "ƯTH năm 2025", "So sánh (%)"]
    under = [None, None, None, None, "Tỉnh giao", "HĐND phường giao", None, "ƯTH 2025/TH 2024", "ƯTH/KH tỉnh giao"]
    put(sheet, [("UBND PHƯỜNG LẠC GIANG",), ("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2025 VÀ KẾ HOẠCH NĂM 2026",)])
    put(sheet, [[*heads, None, None, "KH năm 2026", "Ghi chú"], [*under, "ƯTH/KH HĐND phường"]], 4)
    put(sheet, [["A", "B", "C", 1, 2, 3, 4, "5=4/1", "6=4/2", "7=4/3", 8, 9]], 6)
    for column in "ABCDGKL":
        sheet.merge_cells(f"{column}4:{column}5")
    sheet.merge_cells("A2:L2")
    sheet.merge_cells("E4:F4")
    sheet.merge_cells("H4:J4")
    put(
        sheet,
        [
            ("I", "KINH TẾ - NGÂN SÁCH"),
            (1, "Tổng giá trị sản xuất", "Tỷ đồng", 6165.3, 6750.0, 6780.0, 6842.4, 1.11, 1.014, 1.009, 7575.0),
            (2, "Tổng thu NSNN trên địa bàn", "Tỷ đồng", 165.38, 172.5, 180.0, 186.42, 1.127, 1.081, 1.036, "≥ 200"),
            ("II", "VĂN HÓA - XÃ HỘI"),
            (1, "Tỷ lệ hộ nghèo", "%", 0.51, "≤ 0,4", 0.4, 0.36, None, None, None, 0.3, "Giảm 0,15 điểm %"),
            (2, "Hộ gia đình văn hóa", "Hộ", "2.500/2.650", "≥ 95%", None, "2.570/2.683"),
            (None, "Ghi chú: số liệu ước đến 31/12/2025"),
            (None, None, None, None, None, None, None, "Lạc Giang, ngày 20 tháng 12 năm 2025"),
        ],
        7,
    )
    for row in sheet.iter_rows(8, 12, 4, 11):
        for cell in row:
            cell.number_format = "0.0%" if cell.column in {8, 9, 10} else "#,##0.0" if cell.row == 8 else "#,##0.00"


def heads_without_merging(book: openpyxl.Workbook) -> None:
    put(
        book.active,
        [
            (
                "STT",
                "Nội dung chỉ tiêu",
                "Đơn vị tính",
                "Kế hoạch 2025",
                None,
                "Thực hiện 2025",
                "TH 2025 so với KH (%)",
                None,
            ),
            (None, None, None, "Xã giao", "Tỉnh giao", None, "Xã", "Tỉnh"),
            (1, "Trồng rừng", "Ha", 120, 100, 131, 109.2, 131),
            (2, "Lao động được đào tạo", "Người", 240, 200, 251, 104.6, 125.5),
        ],
    )


def several_tables(book: openpyxl.Workbook) -> None:
    put(
        book.active,
        [
            ("Biểu 1. Nông nghiệp năm 2025",),
            ("TT", "Chỉ tiêu", "ĐVT", "KH 2025", "TH 2025"),
            (1, "Diện tích lúa", "ha", 150, 152.5),
            (),
            ("Biểu 2. Thu ngân sách năm 2025 (ĐVT: triệu đồng)",),
            ("TT", "Nội dung", "Dự toán tỉnh giao 2025", "Ước TH 2025"),
            (1, "Thu thuế, phí", 940, 965),
            (2, "Thu khác", 120, 133),
            ("Người lập biểu", None, None, "Chủ tịch"),
        ],
    )


def hidden(book: openpyxl.Workbook) -> None:
    sheet = book.active
    put(
        sheet,
        [
            HEAD,
            (1, "Số hộ", "Hộ", 940, 950, 952),
            (2, "Số cũ", "Hộ", 1, 2, 3),
            (3, "Dân số", "Người", 3600, None, 3641),
        ],
    )
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["E"].hidden = True
    old = book.create_sheet("Nháp")
    put(old, [HEAD, (1, "Số hộ", "Hộ", 1, 1, 1)])
    old.sheet_state = "hidden"
    put(book.create_sheet("Ghi chép"), [("Việc cần làm",), ("Gọi phòng Tài chính",)])


def unit_above_or_behind(book: openpyxl.Workbook) -> None:
    put(
        book.active,
        [
            ("THU NGÂN SÁCH NĂM 2025",),
            (None, None, "Đơn vị tính: triệu đồng"),
            ("Chỉ tiêu", "Kế hoạch năm 2025", "Thực hiện năm 2025"),
            ("Thu thuế", 940.5, 965.25),
            ("Sản lượng thóc (tấn)", 812, 820),
            ("Tỷ lệ thu đúng hạn (%)", 95, 96.4),
            ("Thu nhập bình quân (tr.đ/người/năm)", 61, 62.5),
        ],
    )


def numbers_as_text(book: openpyxl.Workbook) -> None:
    put(
        book.active,
        [
            HEAD,
            (1, "Thu ngân sách", "Tỷ đồng", "165,38", "172,5", "186,42", "200"),
            (2, "Dân số", "Người", "35.986", None, "36.412"),
            ("03", "Trường đạt chuẩn", "Trường", "02", "03", "03"),
            (4, "Số điện thoại đường dây nóng", "Số", None, None, "không rõ 12 hay 13"),
        ],
    )


def english_numbers(book: openpyxl.Workbook) -> None:
    put(
        book.active,
        [
            HEAD,
            (1, "Thu ngân sách", "Triệu đồng", "165,380.5", "172,500.0", "186,420.7"),
            (2, "Tỷ lệ hộ nghèo", "%", "0.51", "0.4", "0.36"),
        ],
    )


def percents(book: openpyxl.Workbook) -> None:
    sheet = book.active
    put(
        sheet,
        [
            HEAD,
            (1, "Tỷ lệ hộ dùng nước sạch", "%", 0.951, 0.96, 0.9646),
            (2, "Tỷ lệ lao động qua đào tạo", "%", 71, 72.5, 73),
        ],
    )
    for cell in sheet[2][3:6]:
        cell.number_format = "0.00%"


def dashes(book: openpyxl.Workbook) -> None:
    sheet = book.active
    put(
        sheet,
        [
            HEAD,
            (1, "Vụ cháy", "Vụ", 2, "-", 0, "x"),
            (2, "Nhà văn hóa xây mới", "Nhà", "…", 1, 1, "-"),
            (3, "Tai nạn lao động", "Vụ", 1, None, "-"),
        ],
    )
    sheet["F2"].number_format = '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-'


def errors(book: openpyxl.Workbook) -> None:
    put(
        book.active,
        [
            (*HEAD[:6], "TH 2025/KH 2025 (%)"),
            (1, "Thu ngân sách", "Tỷ đồng", 165, 172, "#REF!", "#DIV/0!"),
            (2, "Chi ngân sách", "Tỷ đồng", 150, 160, "=E3+5"),
        ],
    )


def groups_and_parts(book: openpyxl.Workbook) -> None:
    sheet = book.active
    put(
        sheet,
        [
            HEAD,
            ("A", "KINH TẾ"),
            ("I", "Nông nghiệp"),
            (1, "Diện tích gieo trồng", "Ha", 300, 310, 312),
            ("1.1", "Lúa", "Ha", 200, 205, 206),
            ("1.2", "Ngô", "Ha", 100, 105, 106),
            (2, "Tổng đàn lợn", "Con", 1200, 1250, 1300),
            (None, "Trong đó: Lợn nái", "Con", 150, 160, 170),
            ("II", "Công nghiệp"),
            (1, "Doanh nghiệp", "Doanh nghiệp", 40, 42, 45),
            (None, "Gồm:"),
            (None, "- Nhà nước", "Doanh nghiệp", 4, 4, 4),
            (None, "- Ngoài nhà nước", "Doanh nghiệp", 36, 38, 41),
            (None, "  + Có vốn nước ngoài", "Doanh nghiệp", 2, 2, 3),
            ("B", "VĂN HÓA - XÃ HỘI"),
            (1, "Dân số", "Người", 3600, None, 3641),
            (None, "Nam", "Người", 1790, None, 1810),
            (None, "Nữ", "Người", 1810, None, 1831),
        ],
    )
    bold(sheet, 2, 3, 9, 15)


def no_numbers(book: openpyxl.Workbook) -> None:
    sheet = book.active
    put(
        sheet,
        [
            ("", "Chỉ tiêu", "ĐVT", "TH 2024", "KH 2025", "TH 2025"),
            ("", "Dân số - lao động"),
            ("", "Dân số trung bình", "Người", 3600, 3650, 3641),
            ("", "Nam", "Người", 1790, 1815, 1810),
            ("", "Nữ", "Người", 1810, 1835, 1831),
            ("", "Lao động có việc làm", "Người", 2000, 2050, 2060),
            ("", "Giáo dục"),
            ("", "Học sinh", "Học sinh", 700, 710, 715),
        ],
    )
    bold(sheet, 2, 7)
    for row in (4, 5):
        sheet.cell(row, 2).alignment = Alignment(indent=1)


def villages(book: openpyxl.Workbook) -> None:
    sheet = book.active
    put(
        sheet,
        [
            ("TT", "Chỉ tiêu", "ĐVT", "Tổng số năm 2025", "Chia theo thôn"),
            (None, None, None, None, "Thôn Đông", "Thôn Đoài", "Phố Mới"),
            (1, "Số hộ", "Hộ", 300, 120, 100, 80),
            (2, "Hộ nghèo", "Hộ", 5, 2, 2, 1),
        ],
    )
    for column in "ABCD":
        sheet.merge_cells(f"{column}1:{column}2")
    sheet.merge_cells("E1:G1")


def wrong_ratios(book: openpyxl.Workbook) -> None:
    sheet = book.active
    put(
        sheet,
        [
            ("TT", "Chỉ tiêu", "ĐVT", "TH 2024", "KH 2025", "TH 2025", "So với KH (%)", "Tăng, giảm so với 2024 (%)"),
            (1, "Thu ngân sách", "Tỷ đồng", 38.1, 41.67, 41.795, 100.3, 9.7),
            (2, "Chi ngân sách", "Tỷ đồng", 30.5, 32, 33.04, 103.3, 8.3),
            (3, "Dân số", "Người", 3600, 3650, 3641, 99.8, 2.1),
            (4, "Hộ văn hóa", "Hộ", 840, 850, 870, 101.4, 3.6),
            (5, "Máy cày", "Chiếc", 20, 25, 24, 96, 20),
            (6, "Thu khác (số lưu đủ cho thấy sai)", "Tỷ đồng", 38.1, 41.67, 41.795, 100.1, 9.7),
        ],
    )
    for row in (2, 3, 7):
        for column in (4, 5, 6):
            sheet.cell(row, column).number_format = "#,##0.0"


def wrong_sums(book: openpyxl.Workbook) -> None:
    put(
        book.active,
        [
            HEAD,
            (1, "Dân số", "Người", 3600, None, 3641),
            (None, "Gồm: Nam", "Người", 1790, None, 1810),
            (None, "Nữ", "Người", 1810, None, 1813),
        ],
    )


def many_years(book: openpyxl.Workbook) -> None:
    put(
        book.active,
        [
            ("Chỉ tiêu", "ĐVT", "Thực hiện", None, None, "Năm 2025", None, "So sánh"),
            (None, None, 2022, 2023, 2024, "Kế hoạch", "Thực hiện", "TH 2025/2024"),
            ("Thu ngân sách", "Tỷ đồng", 30.2, 34.6, 38.1, 41, 41.8, 1.097),
        ],
    )


def part_of_the_year(book: openpyxl.Workbook) -> None:
    put(
        book.active,
        [
            ("TT", "Chỉ tiêu", "ĐVT", "KH 2025", "Ước TH cả năm 2025", "TH 9 tháng năm 2025", "KH điều chỉnh 2025"),
            (1, "Thu ngân sách", "Tỷ đồng", 40, 41.8, 30.1, 41),
        ],
    )


def days(book: openpyxl.Workbook) -> None:
    put(
        book.active,
        [HEAD, (1, "Khu phố văn hóa", "Khu", date(2025, 7, 10), 8, "8/10"), (2, "Số hộ", "Hộ", 940, 950, 952)],
    )


def no_head(book: openpyxl.Workbook) -> None:
    put(book.active, [("Số liệu phường", None, None), ("Thu ngân sách", "tỷ đồng", 41.8), ("Dân số", "người", 3641)])


def repeated_head(book: openpyxl.Workbook) -> None:
    put(book.active, [HEAD, ("I", "Kinh tế"), (1, "Thu", "Tỷ đồng", 1, 2, 3), HEAD, (2, "Chi", "Tỷ đồng", 1, 2, 2)])


def ditto(book: openpyxl.Workbook) -> None:
    sheet = book.active
    put(
        sheet,
        [
            HEAD,
            (1, "Đường bê tông", "Km", 1.2, 2, 2.5),
            (2, "Kênh mương", '"', 0.5, 1, 1.1),
            (3, "Cầu", "Cái", 1, 1, 1),
        ],
    )
    sheet["C5"] = None
    sheet.cell(5, 1, 4)
    sheet.cell(5, 2, "Cống")
    sheet.cell(5, 6, 2)
    sheet.merge_cells("C4:C5")


def a_sheet_a_group(book: openpyxl.Workbook) -> None:
    book.active.title = "Kinh tế"
    put(book.active, [HEAD, (1, "Thu ngân sách", "Tỷ đồng", 38.1, 41.67, 41.795)])
    put(book.create_sheet("Văn hóa - xã hội"), [HEAD, (1, "Hộ nghèo", "Hộ", 12, 10, 9)])


def odd_units(book: openpyxl.Workbook) -> None:
    put(
        book.active,
        [
            HEAD,
            (1, "Thu ngân sách", "1.000 đồng", 38100, 41670, 41795),
            (2, "Tỷ suất sinh thô", "0/00", 12.1, 12, 11.8),
            (3, "Bác sĩ trên vạn dân", "BS/vạn dân", 9, 10, 10),
            (4, "Thôn có nhà văn hóa", "Thôn/tổng số thôn", 7, 8, "8/8"),
            (5, "Điện thương phẩm", "Triệu KWh", 5.1, 5.5, 5.6),
            (6, "Xếp loại chính quyền", None, "Khá", "Tốt", "Tốt"),
        ],
    )


def only_ratios(book: openpyxl.Workbook) -> None:
    put(
        book.active,
        [
            ("TT", "Chỉ tiêu", "ĐVT", "KH 2025", "TH 2025", "% so KH", "Đánh giá"),
            (1, "Thu ngân sách", "Tỷ đồng", 41.67, 41.795, 100.3, "Vượt"),
            (2, "Chi ngân sách", "Tỷ đồng", None, 33.1, 104.5, "Đạt"),
        ],
    )


def headings(book: openpyxl.Workbook) -> None:
    sheet = book.active
    put(
        sheet,
        [
            (None, "Chỉ tiêu", "ĐVT", "TH 2024", "KH 2025", "TH 2025"),
            (None, "CÁC CHỈ TIÊU VỀ KINH TẾ"),
            (None, "Trồng trọt"),
            (None, "Diện tích", "Ha", 300, 310, 312),
            (None, "Chăn nuôi"),
            (None, "Tổng đàn", "Con", 1200, 1250, 1300),
            (None, "CÁC CHỈ TIÊU VỀ XÃ HỘI"),
            (None, "Số hộ", "Hộ", 940, 950, 952),
        ],
    )
    bold(sheet, 2, 3, 5, 7)


WORKBOOKS: dict[str, Callable[[openpyxl.Workbook], None]] = {
    "01-dau-cot-nhieu-hang": several_head_rows,
    "02-dau-cot-khong-gop-o": heads_without_merging,
    "03-nhieu-bang-mot-trang": several_tables,
    "04-an": hidden,
    "05-don-vi-o-tren-hoac-sau-ten": unit_above_or_behind,
    "06-so-dang-chu": numbers_as_text,
    "07-so-kieu-anh": english_numbers,
    "08-phan-tram": percents,
    "09-gach-ba-cham-x": dashes,
    "10-loi-cong-thuc": errors,
    "11-nhom-va-thanh-phan": groups_and_parts,
    "12-khong-co-tt": no_numbers,
    "13-thon-la-cot": villages,
    "14-ty-le-sai": wrong_ratios,
    "15-tong-sai": wrong_sums,
    "16-nhieu-nam": many_years,
    "17-mot-phan-cua-nam": part_of_the_year,
    "18-thanh-ngay": days,
    "19-khong-dau-cot": no_head,
    "20-lap-dau-cot": repeated_head,
    "21-nhu-tren": ditto,
    "22-moi-nhom-mot-trang": a_sheet_a_group,
    "23-don-vi-la": odd_units,
    "24-chi-co-ty-le": only_ratios,
    "25-de-muc-hai-cap": headings,
}


def workbook(make: Callable[[openpyxl.Workbook], None]) -> bytes:
    """The workbook's bytes, the same each time."""
    book = openpyxl.Workbook()
    make(book)
    target = BytesIO()
    book.save(target)
    return _timeless(target.getvalue())


def _timeless(content: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != "docProps/core.xml":
                part = old.read(name)
                if name == "[Content_Types].xml":
                    part = part.replace(
                        b'<Override PartName="/docProps/core.xml" '
                        b'ContentType="application/vnd.openxmlformats-package.core-properties+xml" />',
                        b"",
                    )
                if name == "_rels/.rels":
                    part = b"".join(one for one in _relations(part))
                new.writestr(zipfile.ZipInfo(name), part)
    return target.getvalue()


def _relations(part: bytes) -> list[bytes]:
    pieces = part.split(b"<Relationship ")
    return [pieces[0], *(b"<Relationship " + one for one in pieces[1:] if b"core.xml" not in one)]


def main() -> None:
    """Write the workbooks."""
    for name, make in WORKBOOKS.items():
        (CASES / f"{name}.xlsx").write_bytes(workbook(make))


if __name__ == "__main__":
    main()
