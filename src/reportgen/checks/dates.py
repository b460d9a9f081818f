"""Dates against the year under review and against each other, weekdays, and what last year's text left behind.

Standards, section 9, rule 7: a letterhead dated more than 30 days after the conference, or in another year than the one
under review or the next, is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from reportgen.checks.material import Material
from reportgen.checks.passages import texts, titles
from reportgen.checks.telling import place_in
from reportgen.figures.ledger import Ledger
from reportgen.model.leaves import Days, Words
from reportgen.model.section import leaves_of
from reportgen.official.issuing import issues
from reportgen.problems import Problem
from reportgen.vietnamese.days import WEEKDAYS, WRITTEN_DATE, weekday

FIRST_CONFERENCE = (9, 1)
"""Month and day from which a year is closed: a conference in spring closes the year before."""
LATEST = timedelta(days=30)
LAST_CONFERENCE = (6, 30)
"""Month and day by which a year is closed in the next one: in December the file's own year was left as it was."""

_WEEKDAY = r"(?<!lần )\b(?P<weekday>thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\b"
FULL_DATE = re.compile(WRITTEN_DATE)
WITH_WEEKDAY = (
    re.compile(rf"{_WEEKDAY}[,\s(]*(?:ngày\s+)?{WRITTEN_DATE}", re.IGNORECASE),
    re.compile(rf"{WRITTEN_DATE}[,\s(]+{_WEEKDAY}", re.IGNORECASE),
)
NUMBERED = {str(number): WEEKDAYS[number - 2] for number in range(2, 8)}

RANGE = re.compile(r"(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d")
COMPARING = re.compile(
    r"so với|so năm|cùng kỳ|từ năm|trước|giai đoạn|nhiệm kỳ|liên tục|tồn|chuyển|cuối năm|đầu năm|nghị quyết|quyết định"
    r"|chỉ thị|kế hoạch số|thông báo|kết luận|công văn|từ ngày|năm học|tăng|giảm|hơn|bằng năm|đến nay|cũ",
    re.IGNORECASE,
)
"""Words by which a sentence may rightly speak of last year."""

CLOSING = re.compile(r"\b(?:hội nghị|kỳ họp|đại hội) tổng kết\b", re.IGNORECASE)
"""What names the conference in any text."""
THIS_EVENT = re.compile(r"\b(?:hội nghị|kỳ họp|đại hội)\b", re.IGNORECASE)
"""What names it in its own article."""

SENTENCE = re.compile(r"[^.!?;\n]+")
MONTHS = 12


class Written(NamedTuple):
    """A date in a text: the offsets of all of it, the day, month and year as written; year 0 where none is."""

    start: int
    end: int
    day: int
    month: int
    year: int


def of_papers(ledger: Ledger) -> Iterator[Problem]:
    """D604: an event, or a letterhead, that does not belong to the year under review. D611: a letterhead long after the
    conference."""
    conference = ledger.conference
    event, year = conference.event.days, conference.year.number
    papers = [paper.date for paper in issues(conference) if paper.date is not None]
    dated = [(event, date(year + 1, *LAST_CONFERENCE))] if event is not None else []
    for days, latest in (*dated, *((paper, date(year + 1, MONTHS, 31)) for paper in papers)):
        if not date(year, *FIRST_CONFERENCE) <= days.first <= latest:
            yield Problem("D604", place_in(days.words), {"text": _shown(days), "year": str(year)})
    for paper in papers if event is not None else ():
        if event is not None and paper.first > event.last + LATEST:
            values = {"text": _shown(paper), "event": _shown(event), "days": str((paper.first - event.last).days)}
            yield Problem("D611", place_in(paper.words), values)


def _shown(days: Days) -> str:
    return days.words.strip().removeprefix("ngày ")


def weekdays(material: Material) -> Iterator[Problem]:
    """D612: a weekday that the date does not fall on. D614: a date that no calendar has."""
    typed = (days.words for days in leaves_of(material.conference, Days))
    for words in (*texts(material.conference, material.passages), *typed):
        if not any(character.isdigit() for character in words):
            continue
        for found in FULL_DATE.finditer(words):
            written = _read(found)
            if written.year and written.month <= MONTHS and _calendar(written) is None:
                yield Problem("D614", place_in(words, written.start, written.end), {"text": found.group()})
        for pattern in WITH_WEEKDAY:
            for found in pattern.finditer(words):
                yield from _weekday(words, found, material.conference.year.number)


def _read(found: re.Match[str]) -> Written:
    month, year = found["month"] or found["m"], found["year"] or found["y"] or 0
    return Written(found.start(), found.end(), int(found["day"]), int(month), int(year))


def _calendar(written: Written) -> date | None:
    try:
        return date(written.year, written.month, written.day)
    except ValueError:
        return None


def _weekday(words: Words, found: re.Match[str], reviewed: int) -> Iterator[Problem]:
    """Without a year, the day may lie in the year under review or the next."""
    written = _read(found)
    years = [written.year] if written.year else [reviewed, reviewed + 1]
    possible = [day for day in (_calendar(written._replace(year=year)) for year in years) if day is not None]
    named = found["weekday"].lower()
    named = NUMBERED.get(named.removeprefix("thứ "), named).lower()
    if possible and all(weekday(day).lower() != named for day in possible):
        values = {"text": found["weekday"], "day": f"{written.day}/{written.month}", "right": weekday(possible[0])}
        yield Problem("D612", place_in(words, found.start("weekday"), found.end("weekday")), values)


def of_the_event(material: Material) -> Iterator[Problem]:
    """D620: a sentence that holds this conference on another day than `hội nghị` says."""
    event = material.conference.event.days
    if event is None:
        return
    for passage in material.passages:
        for found in FULL_DATE.finditer(passage.text):
            start, end = passage.clause_at(found.start())
            clause = passage.text[start:end]
            named = THIS_EVENT if passage.section == "press" else CLOSING
            if not named.search(clause) or COMPARING.search(clause):
                continue
            day = _calendar(_read(found)._replace(year=_read(found).year or event.last.year))
            if day is not None and not event.first <= day <= event.last:
                values = {"text": found.group(), "event": _shown(event), "line": str(place_in(event.words).line)}
                yield Problem("D620", place_in(passage.words, *found.span()), values)


def leftovers(material: Material) -> Iterator[Problem]:
    """D613: last year in titles and captions, in dates that figures stand at, and as the year of a sentence. D621: a
    title that closes the year after the one under review, which was not changed then. D627: a title that goes on to
    the tasks of the year that it has just closed."""
    year = material.conference.year.number
    last = re.compile(rf"(?<![\d/-])(?:\d{{1,2}}/){{0,2}}{year - 1}(?![\d]|\s*[-–]\s*\d)")
    spoken = rf"\b(?:trong|tổng kết|kết quả|nhiệm vụ) (?:\w+ ){{0,4}}?năm {year - 1}\b"
    opening = re.compile(rf"{spoken}|^\W*năm {year - 1}\b", re.IGNORECASE)
    closing = re.compile(
        rf"\b(?:tổng kết|kết quả)\b(?:(?!triển khai|phương hướng|nhiệm vụ năm)[^.;])*?năm {year + 1}\b", re.I
    )
    again = re.compile(
        rf"\b(?:tổng kết|kết quả)\b[^.;]*?năm {year}\b[^.;]*?\b(?:triển khai|phương hướng)\b[^.;]*?"
        rf"nhiệm vụ(?: trọng tâm)? (?P<again>năm {year})\b",
        re.IGNORECASE,
    )
    for words in titles(material.conference):
        yield from _left(words, last, year)
        if found := again.search(words):
            values = {"text": found["again"], "next": str(year + 1)}
            yield Problem("D627", place_in(words, *found.span("again")), values)
        if found := closing.search(words):
            at = found.end() - len(f"năm {year + 1}")
            yield Problem(
                "D621", place_in(words, at, found.end()), {"text": words[at : found.end()], "year": str(year)}
            )
    for line in material:
        if line.indicator.as_of is not None:
            yield from _left(line.indicator.as_of, last, year)
    for passage in material.passages:
        if str(year - 1) in passage.text:
            for sentence in SENTENCE.finditer(passage.text):
                if str(year) not in sentence.group():
                    yield from _left(passage.words, opening, year, sentence.span())


def _left(words: Words, pattern: re.Pattern[str], year: int, span: tuple[int, int] | None = None) -> Iterator[Problem]:
    start, end = span or (0, len(words))
    text = words[start:end]
    found = None if COMPARING.search(text) else pattern.search(RANGE.sub(lambda one: " " * len(one.group()), text))
    if found:
        values = {"text": found.group().strip(), "year": str(year)}
        yield Problem("D613", place_in(words, start + found.start(), start + found.end()), values)


def without_day(ledger: Ledger) -> Iterator[Problem]:
    """D615: a conference is described, but not when it was held."""
    event = ledger.conference.event
    guests = [person.name for person in (*event.guests, *event.chairs)]
    told = next((words for words in (event.part, event.place, event.name, *guests) if words is not None), None)
    if event.days is None and told is not None:
        yield Problem("D615", place_in(told), {})
