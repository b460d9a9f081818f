"""Codes of figures held against those of archived years (H15x)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "H151": Entry(
            Severity.WARNING,
            Wording(
                "Ghi năm {year} là {typed}, nhưng tệp năm {year} đã lưu ghi {archived} ({identifier}).",
                "Xem số nào đúng; số đã công bố thì giữ, hoặc nói rõ lý do điều chỉnh.",
            ),
            Wording(
                "Year {year} is given as {typed}, but the archived file of {year} says {archived} ({identifier}).",
                "See which is right; keep what was published, or say why it was corrected.",
            ),
            "năm trước: 38,1 tỷ đồng  →  năm trước: 41,2 tỷ đồng",
        ),
        "H152": Entry(
            Severity.NOTICE,
            Wording(
                "Ghi năm {year} là {typed}; tệp năm {year} đã lưu mới ước {archived} ({identifier}).",
                "Nếu đây là số chính thức thì không phải sửa.",
            ),
            Wording(
                "Year {year} is given as {typed}; the archived file of {year} estimated {archived} ({identifier}).",
                "Nothing to do if this is the final figure.",
            ),
        ),
    }
)
