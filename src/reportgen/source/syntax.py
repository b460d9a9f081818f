"""Why YAML stops at a place, said by looking at the text there.

The parser's own words name its state ("mapping values are not allowed in this context"), not the mistake, and they may
change; so they are not used. Each check below looks for one mistake around the place. A mistake that stands alone is
mended in a copy of the text, length for length, so that reading can go on and find the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from reportgen.problems import NOTHING, Problem
from reportgen.source.events import Event, Kind, Stop
from reportgen.source.text import Text, quotation

ENTRY = re.compile(
    r"(?P<lead>[ \t]*(?:-[ \t]+)*)"
    r"""(?P<key>"[^"\r\n]*"|'[^'\r\n]*'|[^\s"'\[\]{}#-][^\r\n]*?|-[^\s][^\r\n]*?)[ \t]*"""
    r":(?:[ \t]+(?P<value>[^\r\n]*)|(?=[\r\n]|$))"
)
ITEM = re.compile(r"[ \t]*(?:-[ \t]+)+(?P<value>[^\r\n]*)")
BLOCK_START = re.compile(r"(?:^|[ \t])[|>](?:[+-]?\d?|\d[+-])[ \t]*(?:[ \t]#[^\r\n]*)?$")
FILLED_LINE = re.compile(r"^(?P<blanks> *)[^\s#]", re.MULTILINE)
NO_LINE_END = re.compile(r"[^\r\n]")
WITHOUT_SPACE = re.compile(r"[^\s:]:(?=[^\s:/])")
DIRECTIVE = re.compile(r"^%", re.MULTILINE)
RESERVED = frozenset("%@`*&!,>|")
BAD_ESCAPE = re.compile(r"\\[^\r\n]")
CLOSED_QUOTE = re.compile(r'"(?:[^"\\]|\\[\s\S])*"' r"|(?:'[^']*')+")
WORD_END = re.compile(r"[,\]}\r\n]|$")


class Finding(NamedTuple):
    """A mistake between two offsets, and the text mended there, None if reading cannot go on."""

    code: str
    start: int
    end: int
    mended: str | None = None
    values: tuple[tuple[str, str], ...] = ()


class Scene(NamedTuple):
    """The text around a stop: `at` is the stop's offset, `since` where the unfinished thing began."""

    content: str
    at: int
    since: int
    last: Event | None

    def line_start(self, offset: int) -> int:
        """Offset of the first character of the line of `offset`."""
        return max(self.content.rfind("\n", 0, offset), self.content.rfind("\r", 0, offset)) + 1

    def line_end(self, offset: int) -> int:
        """Offset after the last character of the line of `offset`, without its end."""
        found = re.compile(r"[\r\n]|\Z").search(self.content, offset)
        return found.start() if found else len(self.content)

    def line(self, offset: int) -> str:
        """The line of `offset` without its end."""
        return self.content[self.line_start(offset) : self.line_end(offset)]

    def text_start(self, offset: int) -> int:
        """Offset of the line's first character that is no blank."""
        line = self.line(offset)
        return self.line_start(offset) + len(line) - len(line.lstrip(" \t"))

    def starts_line(self, offset: int) -> bool:
        """Whether only blanks stand before `offset` in its line."""
        return self.text_start(offset) == offset

    def value(self, offset: int) -> tuple[int, int]:
        """Offsets of the value that the line of `offset` gives to its key or item; empty at its end if none."""
        start, end = self.line_start(offset), self.line_end(offset)
        found = ENTRY.match(self.content, start, end) or ITEM.match(self.content, start, end)
        return found.span("value") if found and found["value"] else (end, end)

    def filled(self, start: int, end: int, filler: str = "x") -> str:
        """The content with a stretch that means nothing to YAML; its line ends stay."""
        return f"{self.content[:start]}{NO_LINE_END.sub(filler, self.content[start:end])}{self.content[end:]}"

    def with_value_hidden(self, start: int, end: int) -> str:
        """The content with a blank and a value that means nothing between two offsets."""
        return f"{self.content[:start]} {'x' * (end - start - 1)}{self.content[end:]}"

    def opens(self, offset: int) -> bool:
        """Whether the next line with content stands deeper than the line of `offset`."""
        found = FILLED_LINE.search(self.content, self.line_end(offset))
        return found is not None and len(found["blanks"]) > self.text_start(offset) - self.line_start(offset)

    def as_key(self, offset: int) -> str | None:
        """The content with the line of `offset` made a key, so that what is below it stays together."""
        start, end = self.text_start(offset), self.line_end(offset)
        return f"{self.content[:start]}{'x' * (end - start - 1)}:{self.content[end:]}" if end > start + 1 else None

    def without_line(self, offset: int) -> str:
        """The content with the line of `offset` made a comment."""
        return self.filled(self.text_start(offset), self.line_end(offset), "#")


def _reference(scene: Scene) -> Finding | None:
    start, end = scene.value(scene.at)
    if not scene.content.startswith("{{", start):
        return None
    close = scene.content.find("}}", start, end)
    stop = close + 2 if close >= 0 else start + 2
    return Finding("F148", start, stop, scene.filled(start, end), (("written", scene.content[start:stop]),))


def _reserved_start(scene: Scene) -> Finding | None:
    """A value, or an item in brackets, that begins with a sign which means something to YAML."""
    start, end = scene.value(scene.at)
    value = scene.content[start:end]
    if value[:1] in RESERVED or value.startswith("- "):
        if value[:1] in "|>" and BLOCK_START.search(value):
            return None
        return Finding("F147", start, start + 1, scene.filled(start, end), (("character", value[0]),))
    directive = DIRECTIVE.search(scene.content, 0, scene.at + 1)
    if directive:
        start = directive.start()
        return Finding("F147", start, start + 1, scene.without_line(start), (("character", "%"),))
    sign = scene.content[scene.at : scene.at + 1]
    if sign not in ("%", "@", "`"):
        return None
    found = WORD_END.search(scene.content, scene.at)
    stop = found.start() if found else scene.at + 1
    return Finding("F147", scene.at, scene.at + 1, scene.filled(scene.at, stop), (("character", sign),))


def _open_quote(scene: Scene) -> Finding | None:
    """A quote without its end, or a backslash inside quotes that YAML takes for an escape."""
    if scene.content[scene.since : scene.since + 1] not in ("'", '"') or scene.since == scene.at:
        return None
    escape = BAD_ESCAPE.search(scene.content, max(scene.since, scene.at - 2), scene.at + 2)
    if escape and scene.content[scene.since] == '"':
        start, end = escape.span()
        return Finding("F151", start, end, scene.filled(start, end), (("written", escape.group()),))
    if CLOSED_QUOTE.match(scene.content, scene.since):
        return None
    return Finding("F144", scene.since, scene.since + 1, scene.filled(scene.since, scene.line_end(scene.since)))


def _after_quote(scene: Scene) -> Finding | None:
    """Text right behind a quoted value; where the quotes enclose whole lines, the first was not closed."""
    last = scene.last
    if last is None or last.style not in ("'", '"') or scene.content[last.end : scene.at].strip(" \t"):
        return None
    inside = scene.content[last.start : last.end]
    lines = re.split(r"\r\n|[\r\n]", inside)[1:]
    if any(ENTRY.match(line) or ITEM.match(line) for line in lines):
        return Finding("F144", last.start, last.start + 1, scene.filled(last.start, scene.line_end(last.start)))
    if scene.starts_line(scene.at):
        return None
    end = scene.line_end(scene.at)
    return Finding("F150", scene.at, end, scene.filled(last.start, end), (("written", scene.content[scene.at : end]),))


def _open_bracket(scene: Scene) -> Finding | None:
    bracket = scene.content[scene.since : scene.since + 1]
    if bracket not in ("[", "{") or scene.since == scene.at:
        return None
    if not _closes(scene):
        mended = scene.filled(scene.since, scene.line_end(scene.since))
        return Finding("F145", scene.since, scene.since + 1, mended, (("character", bracket),))
    if scene.content[scene.at : scene.at + 1] != ":":
        return Finding("F155", scene.at, scene.at + 1)
    if scene.line_start(scene.at) != scene.line_start(scene.since):
        return Finding("F155", scene.text_start(scene.at), scene.at)
    found = WORD_END.search(scene.content, scene.at)
    first = max(scene.since, *(scene.content.rfind(sign, 0, scene.at) for sign in "{[,")) + 1
    return Finding("F146", scene.at, scene.at + 1, scene.filled(first, found.start() if found else scene.at + 1))


def _closes(scene: Scene) -> bool:
    """Whether the bracket at `since` is closed on its line or on deeper lines below it."""
    depth = 0
    indent = scene.text_start(scene.since) - scene.line_start(scene.since)
    lines = scene.content[scene.since :].splitlines()
    for number, line in enumerate(lines):
        if number and line.strip() and len(line) - len(line.lstrip()) <= indent and line.strip()[0] not in "]}":
            return False
        for character in line:
            depth += (character in "[{") - (character in "]}")
            if depth == 0:
                return True
    return False


def _stray_bracket(scene: Scene) -> Finding | None:
    bracket = scene.content[scene.at : scene.at + 1]
    if bracket not in ("]", "}"):
        return None
    end = scene.line_end(scene.at)
    return Finding("F152", scene.at, scene.at + 1, scene.filled(scene.at, end, " "), (("character", bracket),))


def _colon_in_value(scene: Scene) -> Finding | None:
    start, end = scene.value(scene.at)
    if scene.content[scene.at : scene.at + 1] != ":" or not start <= scene.at < end:
        return None
    return Finding("F146", scene.at, scene.at + 1, scene.filled(start, end), (("written", scene.content[start:end]),))


def _no_colon(scene: Scene) -> Finding | None:
    """A line that should have been a key with its value: the line itself, or the one before the stop."""
    offset = scene.since
    if scene.since == scene.at:
        if scene.content[scene.at : scene.at + 1] != ":":
            return None
        offset = len(scene.content[: scene.line_start(scene.at)].rstrip()) - 1
    if offset < 0 or scene.content[scene.text_start(offset)] in "#\"'[{":
        return None
    start, end = scene.line_start(offset), scene.line_end(offset)
    if ENTRY.match(scene.content, start, end):
        return None
    item = ITEM.match(scene.content, start, end)
    if item:
        return _colon_without_blank(scene, item.start("value"), end)
    return _line_without_colon(scene, scene.text_start(offset), end)


def _line_without_colon(scene: Scene, start: int, end: int) -> Finding:
    if scene.content[start] == "-":
        return Finding("F153", start, start + 1, scene.filled(start + 1, start + 2, " "))
    colon = _colon_without_blank(scene, start, end)
    if colon:
        return colon
    written = scene.content[start:end].rstrip()
    mended = scene.as_key(start) if scene.opens(start) else scene.without_line(start)
    return Finding("F141", start, start + len(written), mended, (("written", written),))


def _colon_without_blank(scene: Scene, start: int, end: int) -> Finding | None:
    colon = WITHOUT_SPACE.search(scene.content, start, end)
    if colon is None:
        return None
    return Finding("F142", colon.end() - 1, colon.end(), scene.with_value_hidden(colon.end(), end))


def _second_document(scene: Scene) -> Finding | None:
    before = scene.content[: scene.line_start(scene.at)].rstrip()
    if not before.endswith("\n...") or not scene.starts_line(scene.at):
        return None
    return Finding("F120", scene.at, scene.line_end(scene.at))


def _indentation(scene: Scene) -> Finding | None:
    """A line that stands deeper or less deep than any key it could belong to."""
    start = scene.text_start(scene.at)
    end = scene.line_end(start)
    if start >= len(scene.content):
        return None
    is_key = ENTRY.match(scene.content, scene.line_start(start), end)
    return Finding("F143", start, end) if scene.at == start or is_key else None


CHECKS: tuple[Callable[[Scene], Finding | None], ...] = (
    _reference,
    _open_quote,
    _after_quote,
    _reserved_start,
    _open_bracket,
    _stray_bracket,
    _colon_in_value,
    _no_colon,
    _second_document,
    _indentation,
)
"""In this order: the more certain a check, the earlier."""


def explain(text: Text, stop: Stop, events: tuple[Event, ...]) -> tuple[tuple[Problem, ...], str | None]:
    """What is wrong where the parser stopped, and the content mended so that it can go on, or None."""
    scalars = [event for event in events[-3:] if event.kind is Kind.SCALAR and not event.absent]
    scene = Scene(text.content, min(stop.at, len(text.content)), stop.since, scalars[-1] if scalars else None)
    for check in CHECKS:
        found = check(scene)
        if found:
            place = text.place(found.start, found.end)
            values = {name: quotation(value) for name, value in found.values}
            return (Problem(found.code, place, values or NOTHING),), found.mended
    return (Problem("F160", text.place(scene.at)),), None
