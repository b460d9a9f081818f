"""Word files of any size in the words of reports, right figures and all."""

from __future__ import annotations

from pathlib import Path

import docx

PARAGRAPHS_A_PAGE = 5
SENTENCES = (
    "Công tác lãnh đạo, chỉ đạo được triển khai kịp thời, đồng bộ, bám sát nghị quyết của cấp ủy và tình hình thực tế.",
    "Thu ngân sách trên địa bàn đạt 6 tỷ 240 triệu/8 tỷ 500 triệu đồng, bằng 73,4% kế hoạch giao.",
    "Tổng diện tích gieo trồng 412,5 ha, gồm: lúa 286,0 ha, ngô 74,5 ha, rau màu 52,0 ha.",
    "Công tác tuyên truyền được duy trì thường xuyên, tạo sự đồng thuận trong Nhân dân.",
    "Có 1.542/1.611 hộ đạt danh hiệu gia đình văn hóa, chiếm 95,7%; 14/15 thôn văn hóa, đạt 93,3%.",
)
HEAD = ("STT", "Chỉ tiêu", "ĐVT", "TH năm 2023", "KH năm 2024", "TH năm 2024", "TH/KH (%)")
ROW = ("1", "Tổng thu ngân sách", "tỷ đồng", "38,1", "40", "45,2", "113")


def write_report(file: Path, pages: int) -> None:
    """A report of about that many pages, with a table of eight rows on each fifth."""
    made = docx.Document()
    for page in range(pages):
        for _ in range(PARAGRAPHS_A_PAGE):
            made.add_paragraph(" ".join(SENTENCES))
        if page % 5 == 0:
            table = made.add_table(0, len(HEAD))
            for row in (HEAD, *[ROW] * 8):
                cells = table.add_row().cells
                for cell, text in zip(cells, row, strict=True):
                    cell.text = text
    made.save(str(file))
