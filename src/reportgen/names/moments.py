"""When and where a conference is held, with the words around it.

Sáng ngày 25/12 · 8h00 ngày 22/12/2025 · ngày 18 tháng 12 năm 2025 · tại Hội trường UBND xã
"""

from __future__ import annotations

import re

from reportgen.names.pieces import Piece, cut, reworded, whole

_PART = re.compile(r"(?<!\w)(sáng|trưa|chiều|tối|cả ngày)(?!\w)", re.IGNORECASE)
_HOUR = re.compile(r"(?<![\d/.])(\d{1,2})\s?(?:giờ|h|g|:)\s?(\d{2})?(?:\s?phút)?(?![\d/])", re.IGNORECASE)
_BEFORE_A_DAY = re.compile(
    r"^(?:(?:vào|từ|lúc|hồi|buổi|sáng|trưa|chiều|tối|cả ngày|ngày|thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật|"
    r"\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2})?(?:\s?phút)?)(?:[\s,.:()]+|$))+",
    re.IGNORECASE,
)
_WRITTEN_OUT = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})\s*,?\s+năm\s+(\d{4})", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(\d{1,2}[/.-]\d{1,2}[/.-])(\d{2})")
_YEAR_FIRST = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
"""ISO 8601, as spreadsheets export days."""
_AROUND_A_PLACE = re.compile(r"^(?:(?:địa điểm|nơi tổ chức)\s*:\s*)?(?:(?:tại|ở)\s+)*", re.IGNORECASE)
MORNING_ENDS, NOON_ENDS, AFTERNOON_ENDS = 11, 13, 18
"""The hours at which the parts of a day end."""


def read_day(text: str) -> str:
    """A day without the words around it, in figures: `8h00 ngày 18 tháng 12 năm 2025` is `18/12/2025`."""
    bare = _BEFORE_A_DAY.sub("", text.strip()).rstrip(" .,;")
    bare = _WRITTEN_OUT.sub(r"\1/\2/\3", bare)
    bare = _YEAR_FIRST.sub(r"\3/\2/\1", bare)
    short = _SHORT_YEAR.fullmatch(bare)
    return f"{short[1]}20{short[2]}" if short else bare


_PLACE_BEHIND = re.compile(r"(?<=\d)[\s,;]+(?=(?:tại|ở)\s+\S)", re.IGNORECASE)


def day_and_place(text: str) -> tuple[Piece, Piece | None]:
    """A day, and the place typed behind it: `Chiều 20/12/2025 tại Hội trường`."""
    piece = whole(text)
    found = _PLACE_BEHIND.search(piece.text)
    if found is None:
        return piece, None
    return cut(piece, 0, found.start()), cut(piece, found.end(), len(piece.text))


def read_part(text: str) -> Piece | None:
    """The part of the day that a text tells, by its word or by its hour."""
    if found := _PART.search(text):
        return Piece(found[1].lower(), found.start(), found.end())
    if found := _HOUR.search(text):
        hour = int(found[1])
        ends = ((MORNING_ENDS, "sáng"), (NOON_ENDS, "trưa"), (AFTERNOON_ENDS, "chiều"), (24, "tối"))
        return next((Piece(word, found.start(), found.end()) for end, word in ends if hour < end), None)
    return None


_CLOCK = r"(\d{1,2})\s?(?:giờ|h|g|:)\s?(\d{2})?(?:\s?(?:phút|p|'))?"
_HOURS = re.compile(
    rf"^(?:(?:từ|lúc|hồi|vào)\s+)*{_CLOCK}(?:\s*(?:-|–|—|đến|tới)\s*{_CLOCK})?"
    r"(?:,?\s*(?:buổi\s+)?(?:sáng|trưa|chiều|tối))?(?=$|[\s.,;:)])",
    re.IGNORECASE,
)


def read_hours(text: str) -> tuple[int, int | None, int] | None:
    """An hour, or two, at the beginning of a text: minutes since midnight, the second None where there is one, and
    where the text goes on. None where no hour stands there."""
    found = _HOURS.match(text)
    if found is None:
        return None
    first, last = (_minutes(found[at], found[at + 1]) for at in (1, 3))
    return None if first is None or (found[3] and last is None) else (first, last, found.end())


def _minutes(hour: str | None, minute: str | None) -> int | None:
    """Minutes since midnight; None for what no clock shows. An end may be midnight."""
    total = int(hour) * 60 + int(minute or 0) if hour else None
    return total if total is not None and total <= 24 * 60 and int(minute or 0) < 60 else None


def read_place(text: str) -> Piece:
    """A place without `tại` before it and the stop behind it."""
    piece = whole(text.rstrip(" .;,"))
    around = _AROUND_A_PLACE.match(piece.text)
    bare = cut(piece, around.end() if around else 0, len(piece.text))
    return reworded(bare, bare.text[:1].upper() + bare.text[1:]) if bare.text else piece
