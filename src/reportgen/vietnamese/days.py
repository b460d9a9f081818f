"""Days in the words of official texts: `ngày 14 tháng 12 năm 2023`, `sáng 14/12`."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

_SLASHED = r"/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?"
_SPOKEN = r"\s+tháng\s+(?P<m>\d{1,2})(?:\s+năm\s+(?P<y>\d{4}))?"
WRITTEN_DATE = rf"(?<![\d/.,-])(?P<day>\d{{1,2}})(?:{_SLASHED}|{_SPOKEN})(?![\d/])"
"""A date in a text, as a pattern: `14/12`, `14/12/2023`, `14 tháng 12 năm 2023`."""


def full_day(day: date) -> str:
    """`ngày 14 tháng 12 năm 2023`; days below 10 and the months 1 and 2 get a zero (Decree 30, I.II.4b)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def blank_day(year: int) -> str:
    """The line of a draft: `ngày … tháng … năm 2023`."""
    return f"ngày … tháng … năm {year}"


def short_day(day: date) -> str:
    """`14/12/2023`, `05/02/2024`."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def press_day(day: date) -> str:
    """`14/12`, as newspapers write it in the year itself."""
    return f"{day.day}/{day.month}"


def press_days(first: date, last: date) -> str:
    """`14/12`, `14 và 15/12`, `30/11 và 1/12`."""
    if first == last:
        return press_day(first)
    word = "và" if (last - first).days == 1 else "đến"
    head = str(first.day) if first.month == last.month else press_day(first)
    return f"{head} {word} {press_day(last)}"


def press_when(first: date, last: date) -> str:
    """`ngày 14/12`, `trong hai ngày 14 và 15/12`, `từ ngày 30/11 đến ngày 2/12`."""
    if first == last:
        return f"ngày {press_day(first)}"
    if (last - first).days == 1:
        return f"trong hai ngày {press_days(first, last)}"
    return f"từ ngày {press_day(first)} đến ngày {press_day(last)}"


def weekday(day: date) -> str:
    """`thứ Năm`."""
    return WEEKDAYS[day.weekday()]


def full_hour(minutes: int) -> str:
    """`07 giờ 30 phút`, of minutes since midnight: as invitations and minutes of meetings write it."""
    return f"{minutes // 60:02d} giờ {minutes % 60:02d} phút"


def short_hour(minutes: int) -> str:
    """`7h30`, as agendas write it."""
    return f"{minutes // 60}h{minutes % 60:02d}"
