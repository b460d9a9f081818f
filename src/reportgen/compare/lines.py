"""Whole lines of an input's file put in, taken out or moved: entries of lists, paragraphs of longer texts.

In: the file's text and an edit. Out: the changes of its letters, or None where the edit has no lines of its own: a list
in brackets, a text of one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reportgen.compare.edits import Edit, How
from reportgen.drafting.scalars import item
from reportgen.source import Scalar, Span
from reportgen.source.text import Text

_DASH = re.compile(r"( *)-(?: |$)")
_HEADER = re.compile(r"( *)- +[|>][-+\d]*[ \t]*(?:#.*)?$")
_BLOCK = re.compile(r"(?:^|[ \t])([|>])[-+\d]*[ \t]*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Change:
    """Letters of the file that are replaced."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a list: the column of its dash, its first line and the one behind its last, from 0."""

    indent: int
    first: int
    last: int


def line_changes(text: Text, edit: Edit) -> tuple[Change, ...] | None:
    """What an edit of lines or entries changes."""
    if edit.how is How.BREAK:
        return _break(text, edit)
    if edit.how is How.LINES:
        change = _lines_in(text, edit) if edit.words else _lines_out(text, edit)
        return (change,) if change is not None else None
    entry = _entry(text, edit.origin.scalar)
    if entry is None:
        return None
    if edit.how in OF_TWO:
        return OF_TWO[edit.how](text, edit, entry)
    if not edit.words:
        return (Change(_at(text, entry.first), _at(text, entry.last), ""),)
    return (_put(text, entry.last, list(item(entry.indent, edit.words))),)


def _moved(text: Text, edit: Edit, entry: _Entry) -> tuple[Change, ...] | None:
    target = _entry(text, edit.target.scalar) if edit.target is not None else None
    if target is None or target.indent != entry.indent:
        return None
    moved = list(text.lines[entry.first : entry.last])
    place = target.first if edit.ahead else target.last
    return Change(_at(text, entry.first), _at(text, entry.last), ""), _put(text, place, moved)


def _parted(text: Text, edit: Edit, entry: _Entry) -> tuple[Change, ...] | None:
    """An entry parted into two, the second written as the first is."""
    scalar = edit.origin.scalar
    start, end = offset_behind(text, scalar, edit.start), offset_of(text, scalar, edit.end)
    if scalar.quoted or start is None or end is None:
        return None
    pad, style = " " * entry.indent, _block_style(text, scalar)
    dash = f"{pad}- {style}-{_ending(text)}{' ' * (scalar.spans[0].column - 1)}" if style else f"{pad}- "
    return (Change(start, end, _ending(text) + dash),)


def _joined(text: Text, edit: Edit, _: _Entry) -> tuple[Change, ...] | None:
    """An entry and the next as one."""
    scalar, other = edit.origin.scalar, edit.target.scalar if edit.target is not None else None
    if other is None or scalar.quoted or other.quoted or not other.spans:
        return None
    start, end = offset_behind(text, scalar, len(scalar.text.rstrip())), offset_of(text, other, other.spans[0].start)
    return (Change(start, end, " "),) if start is not None and end is not None and start < end else None


def _break(text: Text, edit: Edit) -> tuple[Change, ...] | None:
    """A break between paragraphs of a block put in or taken out."""
    scalar = edit.origin.scalar
    start, end, style = (
        offset_behind(text, scalar, edit.start),
        offset_of(text, scalar, edit.end),
        _block_style(text, scalar),
    )
    if start is None or end is None or not style:
        return None
    if not edit.words.startswith("\n"):
        return (Change(start, end, edit.words),)
    blank = (1 if style == "|" else 2) if edit.words.startswith("\n\n") else 0
    lead = _ending(text) * (1 + blank) + " " * (scalar.spans[0].column - 1)
    return (Change(start, end, lead + edit.words.lstrip("\n")),)


OF_TWO: Mapping[How, Callable[[Text, Edit, _Entry], tuple[Change, ...] | None]] = MappingProxyType(
    {How.MOVE: _moved, How.PART: _parted, How.JOIN: _joined}
)
"""What changes two entries of a list."""


def _entry(text: Text, scalar: Scalar) -> _Entry | None:
    if not scalar.spans:
        return None
    first, last = scalar.spans[0].line - 1, scalar.spans[-1].line
    dash = _DASH.match(text.lines[first])
    if dash is not None and len(dash[1]) < scalar.spans[0].column - 1:
        return _Entry(len(dash[1]), first, last)
    header = _HEADER.match(text.lines[first - 1]) if first else None
    return _Entry(len(header[1]), first - 1, last) if header is not None else None


def _lines_out(text: Text, edit: Edit) -> Change | None:
    lines = sorted({span.line - 1 for span in _spans(edit.origin.scalar, edit.start, edit.end)})
    if not lines:
        return None
    first, last = lines[0], lines[-1] + 1
    blank_before = first > 0 and not text.lines[first - 1].strip()
    if blank_before and last < len(text.lines) and not text.lines[last].strip():
        last += 1
    return Change(_at(text, first), _at(text, last), "")


def _lines_in(text: Text, edit: Edit) -> Change | None:
    scalar = edit.origin.scalar
    spans = list(_spans(scalar, 0, edit.start))
    style = _block_style(text, scalar)
    if not spans or not style:
        return None
    bare = edit.words.lstrip("\n")
    apart = (1 if style == "|" else 2) if edit.words.startswith("\n\n") else 0
    indent = scalar.spans[0].column - 1
    return _put(text, spans[-1].line, [""] * apart + [f"{' ' * indent}{bare}"])


def _block_style(text: Text, scalar: Scalar) -> str:
    """`|` or `>`; "" for a text that is no block."""
    above = scalar.spans[0].line - 2
    while above > 0 and not text.lines[above].strip():
        above -= 1
    found = _BLOCK.search(text.lines[above]) if above >= 0 and not scalar.quoted else None
    return found[1] if found is not None else ""


def offset_of(text: Text, scalar: Scalar, at: int) -> int | None:
    """The offset in the file of the letter at a place of the text."""
    span = next((one for one in scalar.spans if one.start <= at < one.end), None)
    return text.starts[span.line - 1] + span.column_at(at) - 1 if span is not None else None


def offset_behind(text: Text, scalar: Scalar, at: int) -> int | None:
    """The offset in the file behind the letter before a place of the text."""
    span = next((one for one in scalar.spans if one.start < at <= one.end), None)
    return text.starts[span.line - 1] + span.column_after(at) - 1 if span is not None else None


def _spans(scalar: Scalar, start: int, end: int) -> Iterator[Span]:
    return (span for span in scalar.spans if span.start < end and start < span.end)


def _put(text: Text, line: int, lines: list[str]) -> Change:
    """Lines put before the line of that number, from 0."""
    ending = _ending(text)
    at = _at(text, line)
    lead = ending if at == len(text.content) and not text.content.endswith(("\n", "\r")) else ""
    return Change(at, at, lead + "".join(f"{one}{ending}" for one in lines))


def _ending(text: Text) -> str:
    """How the file's lines end."""
    return "\r\n" if "\r\n" in text.content else "\n"


def _at(text: Text, line: int) -> int:
    """The offset where the line of that number begins, from 0."""
    return text.starts[line] if line < len(text.starts) else len(text.content)
