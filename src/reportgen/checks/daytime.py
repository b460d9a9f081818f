"""Parts of a day (buổi): a known word, one for one conference, and in step with the hours beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from reportgen.checks.material import Material
from reportgen.checks.passages import texts
from reportgen.checks.telling import place_in
from reportgen.model.leaves import Words
from reportgen.problems import Problem
from reportgen.vietnamese.days import WRITTEN_DATE
from reportgen.vietnamese.letters import closest

HOURS: Mapping[str, frozenset[int]] = MappingProxyType(
    {
        "sáng": frozenset(range(12)),
        "trưa": frozenset((1, 2, 10, 11, 12, 13, 14)),
        "chiều": frozenset((1, 2, 3, 4, 5, 6, 12, 13, 14, 15, 16, 17, 18)),
        "tối": frozenset((5, 6, 7, 8, 9, 10, 11, 17, 18, 19, 20, 21, 22, 23)),
    }
)
"""Part of the day → the hours that may be called so, counted to 12 or to 24."""
PARTS = (*HOURS, "cả ngày")
"""What `buổi` may say: its word begins the article, `Sáng 14/12, phường … tổ chức …`."""

_PART = rf"(?<!\w)(?P<part>{'|'.join(HOURS)})(?!\w)(?! (?:đa|thiểu|ưu|tạo|kiến)\b)"
_OF_A_DAY = re.compile(rf"{_PART}(?:,? (?:thứ \w+|chủ nhật))?[, (]*(?:ngày )?{WRITTEN_DATE}", re.IGNORECASE)
_HOUR = r"(?<![\d.,/])(?P<hour>\d{1,2}) ?(?:giờ|h|g)(?: ?\d{2})?(?: phút)?"
_WITH_HOUR = (
    re.compile(rf"{_HOUR},? (?:buổi )?{_PART}", re.IGNORECASE),
    # The part of the day alone, or with its day, right before the hour: no “chiếu sáng …, từ 18 giờ”.
    re.compile(
        rf"(?:^|[.;,:] |buổi ){_PART}(?: (?:cùng ngày|hôm sau|nay|{WRITTEN_DATE}))?,? (?:lúc|hồi|vào|từ) {_HOUR}",
        re.IGNORECASE,
    ),
)


def known(material: Material) -> Iterator[Problem]:
    """D616: a part of the day that is none, or that lacks its diacritics: the article begins with this word."""
    part = material.conference.event.part
    if part is not None and part.strip().lower() not in PARTS:
        values = {"text": str(part), "known": ", ".join(PARTS), "guess": closest(part, PARTS) or ""}
        yield Problem("D616", place_in(part), values)


def agreeing(material: Material) -> Iterator[Problem]:
    """D617: a text has the conference of one day in another part of that day. D618: an hour in another part."""
    yield from _of_the_event(material)
    for words in texts(material.conference, material.passages):
        if any(character.isdigit() for character in words):
            yield from _other_part(material, words)
            yield from _hours(words)


def _of_the_event(material: Material) -> Iterator[Problem]:
    event = material.conference.event
    part = (event.part or "").strip().lower()
    if event.hours is not None and part in HOURS and event.hours.first // 60 not in HOURS[part]:
        values = {"hour": str(event.hours.first // 60), "text": part}
        yield Problem("D618", place_in(event.hours.words), values)


def _other_part(material: Material, words: Words) -> Iterator[Problem]:
    event = material.conference.event
    if event.days is None or event.part is None or event.days.first != event.days.last:
        return
    part, day = event.part.strip().lower(), event.days.first
    for found in _OF_A_DAY.finditer(words) if part in HOURS else ():
        month = found["month"] or found["m"]
        year = int(found["year"] or found["y"] or day.year)
        if (int(found["day"]), int(month), year) == (day.day, day.month, day.year) and found["part"].lower() != part:
            values = {"text": found["part"], "right": part, "day": f"{day.day}/{day.month}"}
            yield Problem("D617", place_in(words, *found.span("part")), values)


def _hours(words: Words) -> Iterator[Problem]:
    for pattern in _WITH_HOUR:
        for found in pattern.finditer(words):
            if int(found["hour"]) not in HOURS[found["part"].lower()]:
                values = {"hour": found["hour"], "text": found["part"]}
                yield Problem("D618", place_in(words, *found.span("hour")), values)
