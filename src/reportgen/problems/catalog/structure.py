"""Wording of P56x: what Markdown would quietly make of prose."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "P560": Entry(
            Severity.ERROR,
            Wording(
                "Hàng này có {cells} ô, đầu bảng chỉ có {columns} cột; ô thừa sẽ không được in.",
                "Bỏ dấu | thừa, thêm cột ở đầu bảng, hoặc viết \\| nếu dấu ấy là chữ.",
            ),
            Wording(
                "This row has {cells} cells, the head {columns} columns; what is over would not be printed.",
                "Drop the surplus |, add a column to the head, or write \\| for the sign itself.",
            ),
            "| Thu | 5 | 6 |  dưới đầu bảng | Mục | Số |",
        ),
        "P561": Entry(
            Severity.ERROR,
            Wording(
                "Bảng này thiếu dòng kẻ dưới đầu bảng, hoặc dòng kẻ không đủ {columns} cột; nó sẽ không thành bảng.",
                "Ngay dưới đầu bảng thêm dòng {rule}.",
            ),
            Wording(
                "This table has no line below its head, or one without {columns} columns; it would be no table.",
                "Right below the head put {rule}.",
            ),
            "| Mục | Số |\n|---|---|\n| Thu | 5 |",
        ),
        "P562": Entry(
            Severity.ERROR,
            Wording("Bảng này chỉ có đầu bảng, không có hàng nào.", "Thêm hàng vào dưới dòng kẻ, hoặc bỏ bảng."),
            Wording("This table has a head and no rows.", "Add rows below the line, or drop the table."),
            "| Mục | Số |\n|---|---|",
        ),
        "P563": Entry(
            Severity.ERROR,
            Wording(
                "Bảng có {columns} cột, không vừa trang giấy (nhiều nhất {most} cột).",
                "Tách thành hai bảng, hoặc đổi hàng thành cột.",
            ),
            Wording(
                "The table has {columns} columns and fits no page (at most {most}).",
                "Part it in two, or turn rows into columns.",
            ),
            "bảng 16 cột  →  hai bảng 8 cột",
        ),
        "P564": Entry(
            Severity.ERROR,
            Wording(
                "Hàng này có ô dài quá {most} chữ, cao hơn một trang giấy.",
                "Chia nội dung thành nhiều hàng, hoặc viết thành đoạn văn ngoài bảng.",
            ),
            Wording(
                "This row has a cell of more than {most} letters, higher than a page.",
                "Part it into several rows, or write it outside the table.",
            ),
            "ô chép cả một báo cáo  →  đoạn văn dưới bảng",
        ),
        "P565": Entry(
            Severity.WARNING,
            Wording(
                "Dòng bắt đầu bằng “{sign}” không thành mục của danh sách; các dòng như vậy sẽ nối liền nhau.",
                "Bắt đầu mỗi mục bằng dấu - và một dấu cách.",
            ),
            Wording(
                "A line that begins with “{sign}” is no entry of a list; such lines run together.",
                "Begin each entry with - and a blank.",
            ),
            "• Thu ngân sách  →  - Thu ngân sách",
        ),
        "P566": Entry(
            Severity.WARNING,
            Wording(
                "Dòng này bắt đầu bằng “{sign}” nên sẽ thành mục của danh sách, mà dòng trên chưa hết câu.",
                "Nối vào dòng trên nếu là cùng một câu; nếu là danh sách thì dòng trên kết thúc bằng dấu hai chấm.",
            ),
            Wording(
                "This line begins with “{sign}” and would become an entry of a list, but the line above runs on.",
                "Join the lines if they are one sentence; before a list end the line above with a colon.",
            ),
            "giai đoạn 2021\n- 2025  →  giai đoạn 2021 - 2025",
        ),
        "P567": Entry(
            Severity.ERROR,
            Wording(
                "Phần mở đầu của báo cáo chưa có mục nào, nên ở đây không đặt được tiêu đề.",
                "Bỏ dấu #, hoặc chuyển đoạn này vào một mục của “kết quả”.",
            ),
            Wording(
                "What opens the report stands before its first section, so no heading can stand here.",
                "Drop the #, or move the text to a topic of “kết quả”.",
            ),
            "# Tình hình chung  trong “đặc điểm tình hình”",
        ),
        "P568": Entry(
            Severity.ERROR,
            Wording(
                "Từ này dài {letters} chữ, rộng hơn một dòng (nhiều nhất {most}).",
                "Thêm dấu cách, hoặc viết địa chỉ ngắn lại.",
            ),
            Wording(
                "This word has {letters} letters and is wider than a line (at most {most}).",
                "Put blanks into it, or shorten the address.",
            ),
            "https://xa.minhhoa.gov.vn/…  →  xa.minhhoa.gov.vn",
        ),
        "P569": Entry(
            Severity.ERROR,
            Wording(
                "Ký tự {code} ({name}) không in được: phông chữ của văn bản không có.",
                "Xóa ký tự này, hoặc thay bằng chữ hay dấu thông thường.",
            ),
            Wording(
                "The character {code} ({name}) cannot be printed: the papers' font does not hold it.",
                "Delete it, or put a usual letter or sign.",
            ),
            "biểu tượng cảm xúc, chữ Hán, dấu cách rộng bằng không",
        ),
    }
)
