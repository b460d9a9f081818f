"""Codes of figures that are there twice, and of lists against their counts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

SAMENESS = {
    "R450": Entry(
        Severity.NOTICE,
        Wording(
            "Số liệu “{typed}” trùng cả giá trị lẫn tỷ lệ với “{name}” (dòng {line}).",
            "Xem có chép nhầm dòng không; nếu đúng thì không phải sửa.",
        ),
        Wording(
            "{typed} equals “{name}” (line {line}) in value and ratio.", "Was a row copied? If it is right, leave it."
        ),
        "thu: {thực hiện: 28.936 triệu đồng, …: 125,6%}\nchi: {thực hiện: 28.936 triệu đồng, …: 125,6%}",
    ),
    "R451": Entry(
        Severity.WARNING,
        Wording(
            "“{name}” đã ghi ở dòng {line} với cùng giá trị {typed}.",
            "Xóa một trong hai chỗ; mỗi số liệu chỉ ghi một lần.",
        ),
        Wording("“{name}” stands on line {line} with the same value {typed}.", "Delete one: a figure is typed once."),
        "hai chỉ tiêu cùng tên “tổng số hộ”, cùng 2.683 hộ",
    ),
    "R452": Entry(
        Severity.ERROR,
        Wording(
            "“{name}” có hai giá trị: {typed} ở đây và {before} ở dòng {line}.",
            "Giữ giá trị đúng; nếu là hai chỉ tiêu khác nhau thì đặt tên cho khác nhau.",
        ),
        Wording(
            "“{name}” has two values: {typed} here and {before} on line {line}.",
            "Keep the right one; if these are two things, give them two names.",
        ),
        "hai chỉ tiêu cùng tên “tổng số hộ”: 2.683 hộ và 2.638 hộ",
    ),
    "R453": Entry(
        Severity.WARNING,
        Wording("Ghi {typed}, nhưng danh sách có {count} tên.", "Kiểm tra con số và danh sách."),
        Wording("It says {typed}, but the list has {count} names.", "Check the number and the list."),
        "thực hiện: 3 khu\ndanh sách: [Khu 1, Khu 2]",
    ),
}

ENTRIES: Mapping[str, Entry] = MappingProxyType(SAMENESS)
