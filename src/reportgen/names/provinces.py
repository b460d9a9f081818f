"""The provinces before and after 1 July 2025 (Resolution 202/2025/QH15)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from reportgen.vietnamese.letters import fold

MERGED_ON = date(2025, 7, 1)
"""From this day on there are 34 provinces."""

_MERGED: Mapping[str, str] = {
    "Hà Giang": "Tuyên Quang", "Yên Bái": "Lào Cai", "Bắc Kạn": "Thái Nguyên", "Vĩnh Phúc": "Phú Thọ",
    "Hòa Bình": "Phú Thọ", "Bắc Giang": "Bắc Ninh", "Thái Bình": "Hưng Yên", "Hải Dương": "thành phố Hải Phòng",
    "Hà Nam": "Ninh Bình", "Nam Định": "Ninh Bình", "Quảng Bình": "Quảng Trị", "Quảng Nam": "thành phố Đà Nẵng",
    "Kon Tum": "Quảng Ngãi", "Bình Định": "Gia Lai", "Ninh Thuận": "Khánh Hòa", "Đắk Nông": "Lâm Đồng",
    "Bình Thuận": "Lâm Đồng", "Phú Yên": "Đắk Lắk", "Bình Dương": "thành phố Hồ Chí Minh",
    "Bà Rịa - Vũng Tàu": "thành phố Hồ Chí Minh", "Bình Phước": "Đồng Nai", "Long An": "Tây Ninh",
    "Sóc Trăng": "thành phố Cần Thơ", "Hậu Giang": "thành phố Cần Thơ", "Bến Tre": "Vĩnh Long",
    "Trà Vinh": "Vĩnh Long", "Tiền Giang": "Đồng Tháp", "Bạc Liêu": "Cà Mau", "Kiên Giang": "An Giang",
}  # fmt: skip
MERGED: Mapping[str, str] = MappingProxyType(
    {fold(old): new if new.startswith("thành phố") else f"tỉnh {new}" for old, new in _MERGED.items()}
)
"""Folded name of a province that is no more → the one that it belongs to."""


def merged_into(province: str) -> str | None:
    """The province that took this one in; None for one that goes on, or that is not known."""
    return MERGED.get(fold(province).removeprefix("tinh ").strip())
