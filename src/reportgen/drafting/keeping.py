"""What next year's file keeps of this year's: texts that last, marked where they may be out of date, and prose in
comments, to be written over.

In: texts and topics of this year. Out: the lines of the next file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from reportgen.drafting.scalars import as_item, comment, entry, item, names
from reportgen.model import Conference
from reportgen.model.content import Causes, Directions, Topic

REVIEW = "XEM LẠI"
"""What the comments begin with that the secretary should look for."""

_TIME = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}/\d{1,2}\b|\bngày \d|\btháng \d|\bquý [IV\d]")
_PERIOD = re.compile(r"\b(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\b")

Lines = Iterator[str]


def stale(text: str, year: int) -> str:
    """What a comment says about a kept text that speaks of a day or a single year; "" if it speaks of none."""
    found = _TIME.search(_PERIOD.sub("", text))
    if found is None:
        return ""
    return f"{REVIEW}: còn ghi “{found.group()}”, lấy từ tệp năm {year}"


def kept(indent: int, key: str, text: str | None, year: int, note: str = "") -> Lines:
    """A key with its text, marked where that may be out of date."""
    if text:
        yield from entry(indent, key, one_text(text), stale(text, year) or note)


def items(indent: int, key: str, texts: Iterable[str], year: int) -> Lines:
    """A key with a list that is kept."""
    yield f"{' ' * indent}{key}:"
    for text in texts:
        yield from item(indent + 2, one_text(text), stale(text, year))


def one_text(text: str) -> str:
    return text.strip()


def as_written(indent: int, texts: Iterable[str], year: int) -> Lines:
    """Texts of this year in comments, each line on its own, so that lists and tables stay what they are."""
    kept = [text for text in texts if text.strip()]
    if kept:
        yield f"{' ' * indent}# Năm {year} viết như sau (dùng lại thì bỏ dấu #, sửa cho hợp năm nay; không thì xóa):"
    for text in kept:
        for line in text.strip().splitlines():
            yield from comment(indent, line)


def topics(key: str, given: Iterable[Topic], year: int, indent: int) -> Lines:
    """The headings, each with its text in comments."""
    parts = tuple(given)
    titled = [topic for topic in parts if _headed(topic)]
    pad = " " * indent
    yield f"{pad}{key}:"
    for topic in titled:
        note = stale(topic.title or "", year)
        yield from as_item(entry(indent + 4, "mục", topic.title or "", note), indent + 2)
        yield f"{pad}    nội dung:"
        yield from as_written(indent + 4, (topic.content or "", topic.brief or ""), year)
        yield from names(indent + 4, "bảng chỉ tiêu", topic.table) if topic.table else ()
        yield from kept(indent + 4, "tên bảng", topic.table_title, year)
        if any(map(_headed, topic.topics)):
            yield from topics("mục con", topic.topics, year, indent + 4)
    yield from as_written(indent + 2, (topic.content or "" for topic in parts if not _headed(topic)), year)


def _headed(topic: Topic) -> bool:
    """Whether anything of a topic is kept: its heading, its table, or those of a part of it."""
    return bool(topic.title or topic.table or any(map(_headed, topic.topics)))


PROSE: Mapping[str, Callable[[Conference], Iterable[str]]] = MappingProxyType(
    {
        "đặc điểm tình hình": lambda conference: conference.opening,
        "đánh giá chung": lambda conference: conference.assessment,
        "hạn chế": lambda conference: conference.shortcomings,
        "nguyên nhân": lambda conference: _several(conference.causes),
        "bài học": lambda conference: conference.lessons,
        "phương hướng": lambda conference: _several(conference.directions),
        "giao ước thi đua": lambda conference: conference.pledge.content if conference.pledge else (),
    }
)
"""Part of the template → this year's prose that is written over in the next."""


def _several(section: Causes | Directions) -> Iterator[str]:
    """The texts of a section's keys, without its topics, whose texts stand below their headings."""
    for value in vars(section).values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (text for text in value if isinstance(text, str))
