"""The one place that knows PyYAML: a text to flat events with offsets.

`yaml.compose` and `yaml.load` are never called: their C code recurses and crashes the process at 60,000 nested
brackets, and they decide what a text means. Events carry text and offsets, and can be stopped at any time.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Any, NamedTuple

import yaml

from reportgen.problems import Problem
from reportgen.source.text import Text

DEEPEST = 32
"""Levels of nesting; the model has eight."""

MOST_NODES = 200_000

# LibYAML is optional in PyYAML's sources, but part of every wheel; the Python parser gives the same events, slowly.
LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)


class Kind(Enum):
    """What begins, or stands, at an event."""

    DOCUMENT = auto()
    SCALAR = auto()
    ALIAS = auto()
    SEQUENCE = auto()
    MAPPING = auto()
    END = auto()


KINDS = {
    yaml.DocumentStartEvent: Kind.DOCUMENT,
    yaml.ScalarEvent: Kind.SCALAR,
    yaml.AliasEvent: Kind.ALIAS,
    yaml.SequenceStartEvent: Kind.SEQUENCE,
    yaml.MappingStartEvent: Kind.MAPPING,
    yaml.SequenceEndEvent: Kind.END,
    yaml.MappingEndEvent: Kind.END,
}
DEEPER = {Kind.SEQUENCE: 1, Kind.MAPPING: 1, Kind.END: -1}


class Event(NamedTuple):
    """One event; `start` and `end` are offsets in the text.

    `style` of a scalar is one of `'`, `"`, `|`, `>`, or empty for plain. `anchor` of an alias is the name it refers to.
    """

    kind: Kind
    start: int
    end: int
    value: str = ""
    style: str = ""
    anchor: str | None = None
    tag: str | None = None

    @property
    def absent(self) -> bool:
        """Whether it stands for a value that is not written at all."""
        return self.kind is Kind.SCALAR and self.start == self.end


class Stop(NamedTuple):
    """Where the parser could not go on, and where what it was reading began."""

    at: int
    since: int


class Parsed(NamedTuple):
    """The events as far as the text could be parsed, and what ended it early: a syntax error or a limit."""

    events: tuple[Event, ...]
    stop: Stop | None = None
    limit: Problem | None = None


def parse(text: Text) -> Parsed:
    """The events of a text."""
    events: list[Event] = []
    depth = 0
    try:
        for raw in yaml.parse(text.content, Loader=LOADER):
            kind = KINDS.get(type(raw))
            if kind is None:
                continue
            event = _event(kind, raw)
            events.append(event)
            depth += DEEPER.get(kind, 0)
            if depth > DEEPEST:
                limit = Problem("F127", text.place(event.start), {"limit": f"{DEEPEST}"})
                return Parsed(tuple(events), limit=limit)
            if len(events) > 2 * MOST_NODES:
                break
    except yaml.MarkedYAMLError as error:
        return Parsed(tuple(events), stop=_stop(error))
    except yaml.YAMLError:
        return Parsed(tuple(events), stop=Stop(0, 0))
    return Parsed(tuple(events), limit=_too_many(text, events))


def _too_many(text: Text, events: list[Event]) -> Problem | None:
    nodes = [event for event in events if event.kind not in (Kind.END, Kind.DOCUMENT)]
    if len(nodes) <= MOST_NODES:
        return None
    return Problem("F128", text.place(nodes[MOST_NODES].start), {"limit": f"{MOST_NODES}"})


def _event(kind: Kind, raw: Any) -> Event:
    style = getattr(raw, "style", None) or ""
    return Event(
        kind,
        raw.start_mark.index,
        raw.end_mark.index,
        getattr(raw, "value", ""),
        style if style in ("'", '"', "|", ">") else "",
        getattr(raw, "anchor", None),
        getattr(raw, "tag", None),
    )


def _stop(error: yaml.MarkedYAMLError) -> Stop:
    mark = error.problem_mark or error.context_mark
    at = mark.index if mark else 0
    return Stop(at, error.context_mark.index if error.context_mark else at)
