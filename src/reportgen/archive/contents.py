"""What an archived input holds that can be asked for: people, fields of work, figures of all its years.

In: a bag with its description. The input is read by the program's own reader; what that no longer understands is
missing here, and lies in the bag all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.archive.bag import read_file
from reportgen.archive.description import Description
from reportgen.model import Conference
from reportgen.model.content import Topic
from reportgen.model.leaves import Figure
from reportgen.model.people import Person
from reportgen.model.reading import bind
from reportgen.source import parse_source

MOST_BYTES = 64 * 1024 * 1024
RESULT, BEFORE, PLAN, HISTORY = "result", "before", "plan", "history"
"""What a figure is in its file: the year's result, last year's value, a plan, a value of `các năm`."""


@dataclass(frozen=True, slots=True)
class Known:
    """A figure of an input: the indicator's key and name, the year that it is about, and how it was written."""

    key: str
    name: str
    year: int
    part: str
    written: str


@dataclass(frozen=True, slots=True)
class Contents:
    """All of it, in the order of the input, each once."""

    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    figures: tuple[Known, ...] = ()


def contents_of(folder: Path, described: Description) -> Contents:
    """The contents of the bag's input; empty for a signed paper, and where the input cannot be read."""
    if not described.source:
        return Contents()
    try:
        file = folder / described.source
        given = bind(parse_source(file, read_file(file, MOST_BYTES)))
    except OSError:
        return Contents()
    return conference_contents(given.conference) if given.conference is not None else Contents()


def conference_contents(conference: Conference) -> Contents:
    """The contents of a conference."""
    return Contents(
        _once(str(name) for name in _people(conference)),
        _once(str(title) for title in _titles(conference)),
        tuple(_figures(conference)),
    )


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text.strip()))


def _people(conference: Conference) -> Iterator[str]:
    event, paper = conference.event, conference.letterhead
    speakers: list[Person] = [speech.speaker for speech in event.speeches if speech.speaker]
    yield from (person.name for person in (*event.chairs, *event.guests, *speakers))
    yield from (signer.name for signer in paper.signers if signer.name)
    if conference.press.author:
        yield conference.press.author
    for award in conference.awards:
        yield from award.names


def _titles(conference: Conference) -> Iterator[str]:
    stack: list[Topic] = [*reversed(conference.results)]
    while stack:
        topic = stack.pop()
        if topic.title:
            yield topic.title
        stack += reversed(topic.topics)
    yield from (indicator.group for indicator in conference.indicators.values() if indicator.group)


def _figures(conference: Conference) -> Iterator[Known]:
    year = conference.year.number
    for key, indicator in conference.indicators.items():
        name = str(indicator.name or key.replace("_", " "))
        found: list[tuple[int, str, Figure | None]] = [(year, RESULT, indicator.result)]
        found += [(year, PLAN, plan.value) for plan in indicator.plans]
        found += [(year - 1, BEFORE, indicator.before.value)] if indicator.before else []
        found += [(int(then), HISTORY, figure) for then, figure in indicator.history.items() if _is_year(then)]
        yield from (Known(str(key), name, then, part, str(figure.words)) for then, part, figure in found if figure)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit()
