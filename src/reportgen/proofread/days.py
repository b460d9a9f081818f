"""Days and years of a text: weekdays, days that no calendar has, a conference beside the year it closes, leftovers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportgen.proofread.finding import Kind
from reportgen.vietnamese.days import WEEKDAYS, WRITTEN_DATE, weekday

_DATE = re.compile(WRITTEN_DATE)
_NAMES = "|".join(WEEKDAYS).lower()
_WEEKDAY = re.compile(rf"(?<!\w)(?P<name>{_NAMES})(?!\w)\s*[,(]?\s*(?:,?\s*(?:tức\s+)?ngày\s*)?(?={WRITTEN_DATE})")
_ORDINAL = re.compile(r"(?:lần|kỳ họp|hội nghị|khóa|phiên|đại hội|nhóm|hạng|xếp|bậc|cấp|đứng|con|vị trí)\s*$")
_ONE_YEAR = r"năm (?P<year>20\d\d)(?!\s*[-–]\s*\d)"
_CLOSES = re.compile(rf"tổng kết(?!\W+năm học)(?:(?!nhiệm kỳ|giai đoạn|năm học|\d năm|khóa)[^.;]){{0,90}}?{_ONE_YEAR}")
_HOLDS = re.compile(r"(?<!\w)(?:tổ chức|diễn ra|khai mạc|họp|tiến hành|đã dự|tham dự)(?!\w)")
_CITED = re.compile(r"(?:số\s*[\d\w/-]+|công văn|kế hoạch|quyết định|nghị quyết|thông báo|ban hành)[^,;]{0,40}$")
_NEXT = re.compile(
    r"(?:phương hướng|triển khai nhiệm vụ|nhiệm vụ|kế hoạch)"
    rf"(?:(?!nhiệm kỳ|giai đoạn|kết quả|thực hiện)[^.;]){{0,60}}?{_ONE_YEAR}"
)
FIRST_MONTH, LAST_MONTH = 10, 6
"""A year is closed from October on, and by June of the next at the latest."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A day or a year that cannot be right; offsets count in the sentence."""

    kind: Kind
    start: int
    end: int
    variant: str
    reckoning: str


def slips(plain: str) -> Iterator[Slip]:
    """What is wrong with the days of a sentence in lower case."""
    days = list(_days(plain))
    for start, end, day in days:
        if day is None:
            yield Slip(Kind.DATE, start, end, "none", plain[start:end])
    known = [(start, end, day) for start, end, day in days if day is not None]
    for said in _WEEKDAY.finditer(plain):
        day = next((day for start, _, day in known if start == said.end()), None)
        if day is not None and not _ORDINAL.search(plain[: said.start()]) and weekday(day).lower() != said["name"]:
            yield Slip(Kind.DATE, said.start("name"), said.end("name"), "weekday", f"{_written(day)} là {weekday(day)}")
    yield from _closing(plain, known)


def _days(plain: str) -> Iterator[tuple[int, int, date | None]]:
    """Each day with its year; None for one that no calendar has."""
    for found in _DATE.finditer(plain):
        year = found["year"] or found["y"]
        month = found["month"] or found["m"]
        if year is None:
            continue
        try:
            day = date(int(year), int(month), int(found["day"]))
        except ValueError:
            yield found.start(), found.end(), None
            continue
        yield found.start(), found.end(), day


def _written(day: date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def _closing(plain: str, known: list[tuple[int, int, date]]) -> Iterator[Slip]:
    closes = _CLOSES.search(plain)
    if closes is None:
        return
    year = int(closes["year"])
    ahead = _NEXT.search(plain, closes.end())
    if ahead is not None and int(ahead["year"]) <= year and _CLOSES.search(plain, closes.end()) is None:
        start, end = ahead.span("year")
        yield Slip(Kind.LEFTOVER, start, end, "next", str(year + 1))
    if _HOLDS.search(plain) is None:
        return
    own = [(start, end, day) for start, end, day in known if not _CITED.search(plain[:start])]
    if own and not any(closes_at(day, year) for _, _, day in own):
        start, end, _ = own[-1]
        yield Slip(Kind.DATE, start, end, "closing", str(year))


def closes_at(day: date, year: int) -> bool:
    """Whether a conference of that day may close the year."""
    return date(year, FIRST_MONTH, 1) <= day <= date(year + 1, LAST_MONTH, 30)


_TITLE = re.compile(rf"(?:tổng kết|kết quả|báo cáo)(?:(?!nhiệm kỳ|giai đoạn|năm học)[^.;]){{0,120}}?{_ONE_YEAR}")
_AHEAD = re.compile(rf"(?<!\w)phương hướng(?:(?!nhiệm kỳ|giai đoạn|kết quả|thực hiện)[^.;]){{0,60}}?{_ONE_YEAR}")
_SAME_TIME = re.compile(r"so (?:với )?cùng kỳ(?: năm)? (?P<year>20\d\d)")


def year_of(plain: str) -> int | None:
    """The year that a title says the paper is about: `báo cáo kết quả … năm 2024`."""
    found = _TITLE.search(plain)
    return int(found["year"]) if found else None


def leftovers(plain: str, year: int) -> Iterator[Slip]:
    """What last year's text said: directions for the year that is over, a comparison with the year before last."""
    for found in _AHEAD.finditer(plain):
        if int(found["year"]) <= year:
            yield Slip(Kind.LEFTOVER, *found.span("year"), "next", str(year + 1))
    for found in _SAME_TIME.finditer(plain):
        if int(found["year"]) in (year, year - 2):
            yield Slip(Kind.LEFTOVER, *found.span("year"), "before", str(year - 1))
