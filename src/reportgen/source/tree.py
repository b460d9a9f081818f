"""Events to nodes, refusing what a form needs not: reuse, tags, keys twice, several documents.

Two traps that YAML does not mind are found here as well: a decimal comma inside braces or brackets, which begins a new
item, and a reference `{{ name }}` without quotes, which is a mapping as the key of a mapping.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from reportgen.problems import Problem
from reportgen.source.events import Event, Kind
from reportgen.source.nodes import Mapping, Node, Scalar, Sequence
from reportgen.source.spans import spans_of
from reportgen.source.text import ESCAPED, LONGEST_QUOTATION, MOST_OF_A_KIND, Text, quotation, stacked

SIZED_BLOCK = re.compile(r"[|>][+-]?\d")
KEY_WITHOUT_SPACE = re.compile(r"\w:(?=\w)")


@dataclass(slots=True)
class _Builder:
    """Collects problems while it builds; lives for one file."""

    text: Text
    events: Iterator[Event]
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, start: int, end: int, **values: str) -> None:
        if sum(problem.code == code for problem in self.problems) < MOST_OF_A_KIND:
            said = {name: quotation(value) for name, value in values.items()}
            self.problems.append(Problem(code, self.text.place(start, end), said))

    def node(self, event: Event) -> Node:
        self.refuse_reuse(event)
        if self.text.content.startswith("{{", event.start) and event.kind is Kind.MAPPING:
            return self.reference(event)
        return BUILDERS[event.kind](self, event)

    def refuse_reuse(self, event: Event) -> None:
        """Anchors, aliases and tags: nobody who fills in a form needs them, and each is a trap for who types `*`."""
        name = event.anchor
        if event.kind is Kind.ALIAS:
            self.report("F125", event.start, event.end, name=f"{name}")
        elif name is not None:
            self.report("F124", event.start, event.start + len(name) + 1, name=name)
        if event.tag is not None:
            self.report("F126", event.start, event.start + 1, name=event.tag)

    def reference(self, event: Event) -> Scalar:
        """`{{ name }}` without quotes: said once, whatever YAML makes of its inside."""
        known = len(self.problems)
        self.mapping(event)
        del self.problems[known:]
        end = self.text.content.find("}}", event.start)
        end = end + 2 if end >= 0 else event.start + 2
        self.report("F148", event.start, end, written=self.text.content[event.start : end])
        return self.alias(event)

    def alias(self, event: Event) -> Scalar:
        """A stand-in, without text, for what is not accepted."""
        return Scalar("", self.text.place(event.start, max(event.end, event.start + 1)))

    def scalar(self, event: Event) -> Scalar:
        if event.style == '"' and any(stacked(event.value)):  # by escapes; the file itself holds none
            self.report("F111", event.start, event.end)
            return self.alias(event)
        spans = spans_of(self.text, event.value, event.style, (event.start, event.end))
        place = self.text.place(event.start, event.end)
        text = unicodedata.normalize("NFC", event.value)
        if event.style == '"' and (hidden := ESCAPED.search(text)):
            # An escape such as "\\x01" makes a character that the file itself does not hold.
            self.report("F109", event.start, event.end, character=f"U+{ord(hidden.group()):04X}")
            text = ESCAPED.sub(" ", text)
        scalar = Scalar(text, place, quoted=event.style in ("'", '"'), spans=spans)
        if event.style not in ("|", ">"):
            return scalar
        if not text and SIZED_BLOCK.match(self.text.content, event.start):
            self.report("F147", event.start, event.start + 1, character=event.style)
        return replace(scalar, place=scalar.place_at(0, len(text.partition("\n")[0]))) if spans else scalar

    def sequence(self, event: Event) -> Sequence:
        items: list[Node] = []
        last = event
        for inner in self.events:
            if inner.kind is Kind.END:
                break
            if self.splits_number(event, last, inner):
                last = self.rejoined(last, inner)
                items[-1:] = [self.node(last)]
            else:
                items.append(self.node(inner))
                last = inner
        return Sequence(tuple(items), self.text.place(event.start))

    def mapping(self, event: Event) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        last = event
        for inner in self.events:
            if inner.kind is Kind.END:
                break
            key = self.node(inner)
            following = next(self.events)
            value = self.node(following)
            if not isinstance(key, Scalar) or inner.kind is Kind.ALIAS:
                self.report("F122", inner.start, inner.start + 1)
            elif self.is_stray(event, inner, following):
                if self.splits_number(event, last, inner) and entries:
                    last = self.rejoined(last, inner)
                    owner, _ = entries.popitem()[1]
                    entries[owner.text] = (owner, self.node(last))
                else:
                    self.report("F154", inner.start, inner.end, written=key.text)
                continue
            elif key.text in entries:
                line = entries[key.text][0].place.line
                self.report("F123", inner.start, inner.end, key=key.text, line=f"{line}")
            else:
                entries[key.text] = (key, value)
            last = following
        return Mapping(tuple(entries.values()), self.text.place(event.start))

    def is_stray(self, mapping: Event, key: Event, value: Event) -> bool:
        """Whether a key inside braces has neither colon nor value: the text after a comma that was meant as text."""
        in_braces = self.text.content.startswith("{", mapping.start)
        return in_braces and value.absent and ":" not in self.text.content[key.end : value.start]

    def splits_number(self, collection: Event, before: Event, event: Event) -> bool:
        """Whether a comma between two digits, inside braces or brackets, parted what is one number. What is longer than
        a message repeats is none."""
        start = event.start
        if len(before.value) > LONGEST_QUOTATION:
            return False
        in_flow = self.text.content.startswith(("{", "["), collection.start)
        parted = (
            self.text.content[start - 1 : start] == "," and self.text.content[max(0, start - 2) : start - 1].isdigit()
        )
        return in_flow and parted and event.kind is Kind.SCALAR and not event.style and event.value[:1].isdigit()

    def rejoined(self, before: Event, after: Event) -> Event:
        """One plain scalar of two, so that nothing further is said about its halves."""
        place = self.text.place(before.start, before.end)
        self.problems = [known for known in self.problems if (known.code, known.place) != ("F149", place)]
        self.report("F149", before.start, after.end, written=self.text.content[before.start : after.end])
        return Event(Kind.SCALAR, before.start, after.end, f"{before.value},{after.value}")


BUILDERS: ReadOnly[Kind, Callable[[_Builder, Event], Node]] = MappingProxyType(
    {
        Kind.ALIAS: _Builder.alias,
        Kind.SCALAR: _Builder.scalar,
        Kind.SEQUENCE: _Builder.sequence,
        Kind.MAPPING: _Builder.mapping,
    }
)


def build(text: Text, events: tuple[Event, ...]) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The root of the first document, None where it is no mapping, and all that is wrong with its structure.

    `text` is what the events were read from.
    """
    starts = [index for index, event in enumerate(events) if event.kind is Kind.DOCUMENT]
    if not starts:
        return None, (Problem("F106", text.place(0)),)
    stream = iter(events[starts[0] + 1 :])
    builder = _Builder(text, stream)
    for second in starts[1:2]:
        builder.report("F120", events[second].start, max(events[second].end, events[second].start + 1))
    first = next(stream)
    root = builder.node(first)
    if isinstance(root, Mapping):
        return root, tuple(builder.problems)
    return None, (*builder.problems, _no_mapping(text, first))


def _no_mapping(text: Text, first: Event) -> Problem:
    if first.absent:
        return Problem("F106", text.place(first.start))
    colon = KEY_WITHOUT_SPACE.search(text.content, first.start, first.end)
    if first.kind is Kind.SCALAR and not first.style and colon:
        return Problem("F142", text.place(colon.end() - 1))
    return Problem("F121", text.place(first.start))
