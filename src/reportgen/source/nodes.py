"""What a YAML file becomes: frozen nodes that keep the text as written and know where each character stands.

There are no types here: `28.936`, `no` and `08` are texts. Lines and columns count from 1, in characters of the
file's own line (a base letter and a combining mark are two; a byte order mark at the file's start is none).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a scalar's text on one line of the file.

    `length` characters from offset `start` stand in `width` characters of the file from `line` and `column`. Where the
    two differ (an escape, a composed letter) the stretch is one indivisible character.
    """

    start: int
    length: int
    line: int
    column: int
    width: int

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + self.length

    @property
    def divisible(self) -> bool:
        """Whether each character of the text is one of the file."""
        return self.length == self.width

    def column_at(self, offset: int) -> int:
        """Column of the character at `offset`, which lies inside the span."""
        return self.column + (offset - self.start if self.divisible else 0)

    def column_after(self, offset: int) -> int:
        """Column after the character before `offset`; the span's end when `offset` lies behind it."""
        return self.column + (min(offset, self.end) - self.start if self.divisible else self.width)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, in NFC; an absent value is the empty text.

    `place` is where it is written: of a quoted text with its quotes, of a block (`|`, `>`) its first line of content.
    `quoted` tells whether it stands in quotes. `spans` are in order and cover all but folded white space.
    """

    text: str
    place: Place
    quoted: bool = False
    spans: tuple[Span, ...] = ()

    def place_at(self, start: int, end: int) -> Place:
        """The place of `text[start:end]`; its width ends with the first line. Offsets outside are moved inside.

        Exact for every character that is not white space; a folded line break is at the end of its line.
        """
        start = max(0, min(start, len(self.text)))
        if not self.spans:
            return self.place
        only = self.spans[0]
        if len(self.spans) == 1 and only.start <= start < min(end, only.end):
            column = only.column_at(start)
            return Place(self.place.file, only.line, column, max(1, only.column_after(end) - column))
        line, column = self._position(start)
        first = max(0, bisect_right(self.spans, start, key=_start) - 1)
        last = max((span.column_after(end) for span in self._on_line(first, line) if span.start < end), default=0)
        return Place(self.place.file, line, column, max(1, last - column))

    def _position(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self.spans, offset, key=_start)
        before = self.spans[index - 1] if index else None
        if before is not None and offset < before.end:
            return before.line, before.column_at(offset)
        if index < len(self.spans):
            behind = self.spans[index]
            gap = self.text[offset : behind.start]
            if before is None or "\n" not in gap:
                return behind.line, max(1, behind.column - len(gap))
        last = before or self.spans[-1]
        return last.line, last.column_after(last.end)

    def _on_line(self, first: int, line: int) -> Iterator[Span]:
        """The spans of a line, looked for from the span `first`, which is on it or before it."""
        for index in range(first, len(self.spans)):
            if self.spans[index].line > line:
                return
            if self.spans[index].line == line:
                yield self.spans[index]


def _start(span: Span) -> int:
    return span.start


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `place` is its beginning."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order written, no key twice; `place` is its beginning."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def __iter__(self) -> Iterator[tuple[Scalar, Node]]:
        return iter(self.entries)


Node = Scalar | Sequence | Mapping


def scalars(node: Node) -> Iterator[Scalar]:
    """All texts below a node in the order written, keys included."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for key, value in node:
            yield key
            yield from scalars(value)


@dataclass(frozen=True, slots=True)
class Source:
    """One file as read. `root` is None where the text could not be understood; then `problems` says why.

    `text` and `lines` (without line ends) are the file's own, not normalised: problems show them.
    """

    path: Path
    text: str
    lines: tuple[str, ...]
    root: Mapping | None
    problems: tuple[Problem, ...]
    raw: bytes = b""
    """The file's bytes, as read."""
    mended: Mended | None = None
    """Where syntax is broken: what the rest says."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The root of a copy in which every mistake of syntax was mended or left out; `lines` are those that differ.

    Only good for looking on: what stands on other lines was typed so, but what is missing may stand on one of these.
    """

    root: Mapping
    lines: frozenset[int]

    def untouched(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The problems on lines that stand in the file as they were read."""
        return (problem for problem in problems if problem.place.line not in self.lines)
