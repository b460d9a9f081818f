"""Events of the YAML parser to nodes.

`yaml.compose` and `yaml.load` are never called: their C code recurses and crashes the process at 60,000 nested
brackets, and they decide what a text means. Events carry the text and two marks, and can be stopped at any time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from reportgen.problems import Problem
from reportgen.source.nodes import Mapping, Node, Scalar, Sequence, Span
from reportgen.source.spans import spans_of
from reportgen.source.text import MOST_OF_A_KIND, Text

DEEPEST = 32
"""Levels of nesting; the model has eight."""

MOST_NODES = 200_000

LOADER = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a text as far as it could be parsed, and why the parser stopped: its error, or a limit."""

    events: tuple[Event, ...]
    error: yaml.YAMLError | None = None
    limit: Problem | None = None


def events_of(text: Text, content: str) -> Events:
    """Parses `content`, the text itself or its mended form of the same length."""
    events: list[Event] = []
    depth = nodes = 0
    try:
        for event in yaml.parse(content, Loader=LOADER):
            events.append(event)
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            nodes += isinstance(event, NodeEvent)
            if depth > DEEPEST:
                return Events(tuple(events), limit=_at(text, "F127", event, limit=f"{DEEPEST}"))
            if nodes > MOST_NODES:
                return Events(tuple(events), limit=_at(text, "F128", event, limit=f"{MOST_NODES}"))
    except yaml.YAMLError as error:
        return Events(tuple(events), error)
    return Events(tuple(events))


def _at(text: Text, code: str, event: Event, **values: str) -> Problem:
    return Problem(code, text.place(event.start_mark.index), values)


@dataclass(slots=True)
class _Builder:
    """Collects problems while it builds; lives for one file."""

    text: Text
    content: str
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, at: tuple[int, int], **values: str) -> None:
        if sum(problem.code == code for problem in self.problems) < MOST_OF_A_KIND:
            self.problems.append(Problem(code, self.text.place(*at), values))

    def node(self, event: Event, events: Iterator[Event]) -> Node:
        if isinstance(event, NodeEvent):
            self.refuse_reuse(event)
        return BUILDERS[type(event)](self, event, events)

    def refuse_reuse(self, event: NodeEvent) -> None:
        """Anchors, aliases and tags: nobody who fills in a form needs them, and each is a trap for who types `*`."""
        start = event.start_mark.index
        if isinstance(event, AliasEvent):
            self.report("F125", (start, event.end_mark.index), name=event.anchor)
            return
        if event.anchor is not None:
            self.report("F124", (start, start + len(event.anchor) + 1), name=event.anchor)
        if event.tag is not None:
            self.report("F126", (start, start + len(event.tag)), name=event.tag)

    def alias(self, event: Event, _: Iterator[Event]) -> Node:
        return Scalar("", self.text.place(event.start_mark.index, event.end_mark.index))

    def scalar(self, event: Event, _: Iterator[Event]) -> Scalar:
        style = event.style if event.style in ("'", '"', "|", ">") else ""
        at = (event.start_mark.index, event.end_mark.index)
        spans = spans_of(self.text, event.value, style, at)
        scalar = Scalar(
            unicodedata.normalize("NFC", event.value), self.text.place(*at), quoted=style in ("'", '"') and bool(style),
            spans=spans,
        )
        return replace(scalar, place=scalar.place_at(0, len(scalar.text))) if style in ("|", ">") else scalar

    def sequence(self, event: Event, events: Iterator[Event]) -> Sequence:
        items: list[Node] = []
        for inner in events:
            if isinstance(inner, CollectionEndEvent):
                break
            items.append(self.node(inner, events))
        return Sequence(tuple(items), self.text.place(event.start_mark.index))

    def mapping(self, event: Event, events: Iterator[Event]) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for inner in events:
            if isinstance(inner, CollectionEndEvent):
                break
            key = self.node(inner, events)
            value = self.node(next(events), events)
            if not isinstance(key, Scalar):
                self.refuse_key(inner)
            elif key.text in entries:
                first = entries[key.text][0].place.line
                self.report("F123", (inner.start_mark.index, inner.end_mark.index), key=key.text, line=f"{first}")
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), self.text.place(event.start_mark.index))

    def refuse_key(self, event: Event) -> None:
        self.report("F122", (event.start_mark.index, event.start_mark.index + 1))


BUILDERS: MappingProxyType[type[Event], Callable[[_Builder, Event, Iterator[Event]], Node]] = MappingProxyType({
    AliasEvent: _Builder.alias,
    ScalarEvent: _Builder.scalar,
    SequenceStartEvent: _Builder.sequence,
    MappingStartEvent: _Builder.mapping,
})


def build(text: Text, content: str, events: tuple[Event, ...]) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The root of the first document, None where it is no mapping, and all that is wrong with its structure."""
    builder = _Builder(text, content)
    starts = [index for index, event in enumerate(events) if isinstance(event, DocumentStartEvent)]
    for second in starts[1:2]:
        builder.report("F120", (events[second].start_mark.index, events[second].end_mark.index))
    if not starts:
        return None, (Problem("F106", text.place(0)),)
    stream = iter(events[starts[0] + 1 :])
    root = builder.node(next(stream), stream)
    if isinstance(root, Mapping):
        return root, tuple(builder.problems)
    code = "F106" if isinstance(root, Scalar) and not root.text and not root.quoted else "F121"
    return None, (*builder.problems, Problem(code, root.place))
