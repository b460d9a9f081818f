"""The descriptive fields of an electronic document: Decree 30/2020/NĐ-CP, Annex VI, part II.I (outgoing documents).

A record is a mapping from the field's name to its text; a field that is not known is absent. Repeated values are parted
by `; `. The fields of a recipient (13) carry `To.` before their names, since the issuer's (1.1, 7) are called alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reportgen.writers import xmp

SEPARATOR = "; "
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `clause` is its number in the annex; `most` its greatest length in characters, of one value."""

    clause: str
    meaning: str
    most: int
    kind: str = "text"
    repeated: bool = False


FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "OrganId": Field("1.1", "Mã định danh cơ quan lập danh mục hồ sơ", 13),
        "FileCatalog": Field("1.2", "Năm hình thành hồ sơ", 4, "number"),
        "FileNotation": Field("1.3", "Số và ký hiệu hồ sơ", 20),
        "DocOrdinal": Field("2", "Số thứ tự văn bản trong hồ sơ", 3, "number"),
        "TypeName": Field("3", "Tên loại văn bản", 100),
        "CodeNumber": Field("4", "Số của văn bản", 11),
        "CodeNotation": Field("5", "Ký hiệu của văn bản", 30),
        "IssuedDate": Field("6", "Ngày, tháng, năm văn bản", 10, "date"),
        "OrganName": Field("7", "Tên cơ quan, tổ chức ban hành văn bản", 200),
        "Subject": Field("8", "Trích yếu nội dung", 500),
        "Language": Field("9", "Ngôn ngữ", 30),
        "PageAmount": Field("10", "Số trang của văn bản", 3, "number"),
        "Description": Field("11", "Ghi chú", 500),
        "Position": Field("12.1", "Chức vụ người ký", 100, repeated=True),
        "FullName": Field("12.2", "Họ và tên người ký", 50, repeated=True),
        "To.OrganId": Field("13.1", "Mã định danh nơi nhận", 13, repeated=True),
        "To.OrganName": Field("13.2", "Tên nơi nhận", 200, repeated=True),
        "Priority": Field("14", "Mức độ khẩn, mật", 1, "number"),
        "IssuedAmount": Field("15", "Số lượng bản phát hành", 3, "number"),
        "DueDate": Field("16", "Hạn trả lời văn bản", 10, "date"),
    }
)
"""Name in the records system → what it is, in the order of the annex."""

KNOWN = frozenset(xmp.FIELDS)
"""The fields that a paper knows of itself and says in its metadata."""
GIVEN = tuple(name for name in FIELDS if name not in KNOWN)
"""The others: the archivist may give them."""
assert FIELDS.keys() > KNOWN


@dataclass(frozen=True, slots=True)
class Unfit:
    """A value that its field cannot hold."""

    name: str
    value: str
    needed: str


def unfit(record: Mapping[str, str]) -> Iterator[Unfit]:
    """The values that are too long, or of another kind than their field's."""
    for name, value in record.items():
        field = FIELDS[name]
        for piece in value.split(SEPARATOR) if field.repeated else (value,):
            if len(piece) > field.most:
                yield Unfit(name, piece, f"tối đa {field.most} ký tự")
            elif field.kind == "number" and not (piece.isascii() and piece.isdigit()):
                yield Unfit(name, piece, "chữ số")
            elif field.kind == "date" and not _DATE.fullmatch(piece):
                yield Unfit(name, piece, "ngày dạng 2025-12-19")
