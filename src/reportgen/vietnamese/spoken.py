"""Whole numbers in words: `mười bốn tỷ hai trăm linh năm triệu` is 14.205.000.000."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

DIGITS: Mapping[str, int] = MappingProxyType(
    {
        **{"không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9},
        **{"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7},
    }
)
SCALES: Mapping[str, int] = MappingProxyType(
    {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
)
_SILENT = frozenset({"linh", "lẻ", "và"})
MOST_WORDS = 40


def spoken(words: Iterable[str]) -> tuple[int, int] | None:
    """The number that the words begin with, and how many of them say it; None if they begin with none."""
    group, digit, used, last = 0, None, 0, 1
    stack: list[tuple[int, int]] = []
    for word in words:
        if used >= MOST_WORDS:
            return None
        if word in DIGITS:
            group, digit = group + (digit or 0), DIGITS[word]
        elif word == "mười":
            group, digit = group + (digit or 0) + 10, None
        elif word in ("mươi", "trăm") and digit is not None:
            group, digit = group + digit * (10 if word == "mươi" else 100), None
        elif word == "rưỡi" and last > 1 and not group and digit is None:
            stack.append((last // 2, 1))
        elif word in SCALES and (group or digit is not None or stack):
            last, value = SCALES[word], group + (digit or 0)
            group, digit = 0, None
            while stack and stack[-1][1] < last:
                value += stack.pop()[0]
            stack.append((value * last, last))
        elif word not in _SILENT or not used:
            break
        used += 1
    return (sum(value for value, _ in stack) + group + (digit or 0), used) if used else None
