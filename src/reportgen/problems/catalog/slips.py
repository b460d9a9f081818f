"""Wording of P57x: what no official paper contains."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "P570": Entry(
            Severity.ERROR,
            Wording(
                "Chỉ tiêu “{name}” chưa có tên tiếng Việt có dấu để in.",
                "Viết tên có dấu làm khóa, hoặc thêm mục “tên” vào chỉ tiêu này.",
            ),
            Wording("The indicator “{name}” has no name with accents to print.", "Add “tên”, or write the key so."),
            "doi_thoai: 7 cuộc  →  đối thoại với Nhân dân: 7 cuộc",
        ),
        "P571": Entry(
            Severity.WARNING,
            Wording("“{text}” là chữ viết lặp.", "Bỏ phần lặp."),
            Wording("“{text}” says a word twice.", "Drop one of them."),
            "địa điểm: tại tại Hội trường",
        ),
        "P572": Entry(
            Severity.WARNING,
            Wording(
                "Chỗ này còn dấu ba chấm, như câu chưa viết xong.",
                "Viết cho trọn câu, hoặc bỏ dấu ba chấm; bản dự thảo thì ghi mục “dự thảo”.",
            ),
            Wording("Dots stand for something not written yet.", "Finish the sentence, or drop them."),
            "Tiếp tục thực hiện...",
        ),
        "P573": Entry(
            Severity.WARNING,
            Wording("Chữ “{text}” thiếu dấu hoặc gõ hỏng dấu.", "Gõ lại cho đủ dấu."),
            Wording("“{text}” lacks its marks.", "Type it with its marks."),
            "Tổ chức thuong xuyên",
        ),
        "P574": Entry(
            Severity.WARNING,
            Wording("Số {text} đứng cuối câu mà không nói là số của cái gì.", "Ghi thêm đơn vị hoặc danh từ."),
            Wording("The number {text} ends a sentence and counts nothing.", "Add a unit or a noun."),
            "Cùng dự có 80.  →  Cùng dự có 80 đại biểu.",
        ),
        "P575": Entry(
            Severity.WARNING,
            Wording("Dấu {sign} không có dấu đi cùng.", "Thêm dấu còn thiếu, hoặc bỏ dấu này."),
            Wording("{sign} lacks its other half.", "Add the other half, or drop it."),
            "(gồm 5 thôn",
        ),
        "P576": Entry(
            Severity.WARNING,
            Wording(
                "Dấu câu “{text}” viết không đúng quy tắc.",
                "Dấu câu viết liền chữ trước, cách chữ sau một khoảng trắng, không viết lặp.",
            ),
            Wording("“{text}” is not how signs are set.", "A sign joins the word before, with a blank behind it."),
            "thôn,xóm  →  thôn, xóm",
        ),
        "P577": Entry(
            Severity.WARNING,
            Wording("“{text}” sai chính tả.", "Viết: {right}."),
            Wording("“{text}” is misspelt.", "Write: {right}."),
            "hoàn thành xuất xắc  →  hoàn thành xuất sắc",
        ),
        "P578": Entry(
            Severity.WARNING,
            Wording("Trước chữ “{text}” viết hoa không có dấu chấm: có lẽ hai câu dính nhau.", "Thêm dấu chấm."),
            Wording("No stop stands before the capital of “{text}”: two sentences run together.", "Add a stop."),
            "đạt kết quả tốt Tiếp tục duy trì",
        ),
        "P579": Entry(
            Severity.WARNING,
            Wording(
                "“{name}” và “{other}” chỉ khác nhau ở dấu; có lẽ là một người.", "Viết tên theo một cách ở mọi chỗ."
            ),
            Wording("“{name}” and “{other}” differ in their marks only.", "Write the name in one way."),
            "Lê Thị Hoa … Lê Thị Hòa",
        ),
        "P581": Entry(
            Severity.ERROR,
            Wording("Chữ ở đây bị hỏng ({kind}).", "Gõ lại; có lẽ là: {likely}."),
            Wording("The text here is damaged ({kind}).", "Type it again; probably: {likely}."),
            "§¶ng uû x·  →  Đảng ủy xã",
        ),
        "P582": Entry(
            Severity.WARNING,
            Wording(
                "Từ ngày 01/7/2025 “{name}” đã nhập vào {now}.",
                "Ghi {now}; nếu văn bản lập trước ngày ấy thì ghi ngày ký.",
            ),
            Wording("“{name}” has been part of {now} since 1 July 2025.", "Write {now}, or the day of signing."),
            "tỉnh: tỉnh Hà Giang (văn bản ngày 20/12/2025)",
        ),
        "T809": Entry(
            Severity.WARNING,
            Wording(
                "{paper} in ra “{line}”, trong đó “{text}” không nên có trong văn bản.",
                "Xem dòng này của tệp và viết lại cho gọn.",
            ),
            Wording("{paper} prints “{line}”; “{text}” has no place in a paper.", "Look at this line of the file."),
            "đồng chí đồng chí Lê Văn An",
        ),
        "T810": Entry(
            Severity.NOTICE,
            Wording(
                "{count} đoạn của tệp không in đủ ở văn bản nào (số dòng): {lines}.",
                "Tin bài bỏ bớt cho vừa độ dài: cần in thì tăng `độ dài` hoặc đưa vào “kết quả”. Danh sách của chỉ tiêu"
                " thì gọi bằng {{{{ tên.danh sách }}}}.",
            ),
            Wording(
                "{count} texts of the file are printed whole in no paper (lines): {lines}.",
                "The article is cut to its length: raise `độ dài`, or move them to “kết quả”. An indicator's list is"
                " called by {{{{ name.danh sách }}}}.",
            ),
            "danh sách: [Rau sạch, Mật ong]  →  kết quả: Các sản phẩm được công nhận là {{ ocop.danh sách }}.",
        ),
    }
)
