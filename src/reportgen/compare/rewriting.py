"""New words put into an input's file, where its texts stand; comments, quotes and line ends stay as they are.

In: the source and edits of its texts. Out: the new file's text; every text that was not edited reads as before, every
edited one as it should, or the edit is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.compare.carrying import Edit
from reportgen.drafting.scalars import quoted
from reportgen.source import Scalar, Source, parse_source
from reportgen.source.origins import origins
from reportgen.source.text import Text

_BLANK = " \t"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The file's new text, and the edits that are in it."""

    text: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    """Letters of the file that are replaced."""

    start: int
    end: int
    words: str


def rewritten(source: Source, edits: Sequence[Edit]) -> Rewritten:
    """The file with the edits that it takes: all at once, else text by text."""
    whole = _with(source, edits)
    if whole is not None:
        return Rewritten(whole, tuple(edits))
    taken: list[Edit] = []
    text = source.text
    for name in dict.fromkeys(edit.origin.name for edit in edits):
        more = [edit for edit in edits if edit.origin.name == name]
        fresh = _with(source, [*taken, *more])
        if fresh is not None:
            taken += more
            text = fresh
    return Rewritten(text, tuple(taken))


def _with(source: Source, edits: Sequence[Edit]) -> str | None:
    """The file with these edits; None where it would not say what it should."""
    by_text: dict[str, list[Edit]] = {}
    for edit in edits:
        by_text.setdefault(edit.origin.name, []).append(edit)
    wanted = {name: _edited(of[0].origin.scalar.text, of) for name, of in by_text.items()}
    if any(text is None for text in wanted.values()):
        return None
    known = {name: text for name, text in wanted.items() if text is not None}
    text = Text(source.path, source.text)
    in_place = [_in_place(text, edit) for edit in edits]
    anew = [_anew(text, of[0].origin.scalar, known[name]) for name, of in by_text.items()]
    for changes in (in_place, anew):
        if all(change is not None for change in changes):
            fresh = _applied(source.text, [change for change in changes if change is not None])
            if _says(source, fresh, known):
                return fresh
    return None


def _edited(text: str, edits: Sequence[Edit]) -> str | None:
    """The text with its edits; None where two of them meet."""
    last = len(text) + 1
    for edit in sorted(edits, key=lambda one: (one.start, one.end), reverse=True):
        if edit.end > last or (edit.end == last and edit.start == edit.end):
            return None
        last = edit.start
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def _says(source: Source, fresh: str, wanted: Mapping[str, str]) -> bool:
    """Whether the file has the wanted texts, and all others as they were."""
    before, after = origins(source.root).by_name, parse_source(source.path, fresh.encode())
    if after.root is None:
        return False
    now = origins(after.root).by_name
    return before.keys() == now.keys() and all(
        _squeezed(now[name].scalar.text) == _squeezed(wanted.get(name, before[name].scalar.text)) for name in before
    )


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _in_place(text: Text, edit: Edit) -> _Change | None:
    """The edit where the words stand; None where they cannot be found letter by letter."""
    scalar = edit.origin.scalar
    if edit.start == edit.end:
        at = _after(text, scalar, edit.start) if edit.words[:1].isspace() or not _begins(scalar, edit) else None
        at = _offset(text, scalar, edit.start) if at is None else at
        return None if at is None else _Change(at, at, _escaped(text, scalar, edit.words))
    start, end = _offset(text, scalar, edit.start), _after(text, scalar, edit.end)
    if start is None or end is None:
        return None
    if edit.words:
        return _Change(start, end, _escaped(text, scalar, edit.words))
    return _without_blanks(text.content, start, end)


def _begins(scalar: Scalar, edit: Edit) -> bool:
    """Whether new words go before what stands at their place."""
    return edit.start == 0 or scalar.text[edit.start - 1].isspace()


def _offset(text: Text, scalar: Scalar, at: int) -> int | None:
    """The offset in the file of the letter at a place of the text."""
    span = next((one for one in scalar.spans if one.start <= at < one.end), None)
    return text.starts[span.line - 1] + span.column_at(at) - 1 if span is not None else None


def _after(text: Text, scalar: Scalar, at: int) -> int | None:
    """The offset in the file behind the letter before a place of the text."""
    span = next((one for one in scalar.spans if one.start < at <= one.end), None)
    return text.starts[span.line - 1] + span.column_after(at) - 1 if span is not None else None


def _without_blanks(content: str, start: int, end: int) -> _Change:
    """What is deleted, with the blanks that would be left over, and with its line where nothing is left on it."""
    low, high = start, end
    while low and content[low - 1] in _BLANK:
        low -= 1
    while high < len(content) and content[high] in _BLANK:
        high += 1
    begins, ends = low == 0 or content[low - 1] in "\r\n", high == len(content) or content[high] in "\r\n"
    if begins and ends:
        rest = re.compile(r"\r\n|[\r\n]|$").match(content, high)
        return _Change(low, rest.end() if rest is not None else high, "")
    if begins:
        return _Change(start, high, "")
    return _Change(low, end, "")


def _escaped(text: Text, scalar: Scalar, words: str) -> str:
    """The words as they stand in a text of that style."""
    sign = text.content[text.starts[scalar.place.line - 1] + scalar.place.column - 1] if scalar.quoted else ""
    if sign == "'":
        return words.replace("'", "''")
    return quoted(words)[1:-1] if sign == '"' else words


def _anew(text: Text, scalar: Scalar, words: str) -> _Change | None:
    """A text of one line written anew in quotes; None for one of several lines."""
    lines = {span.line for span in scalar.spans}
    if len(lines) != 1 or "\n" in scalar.text:
        return None
    first, last = scalar.spans[0], scalar.spans[-1]
    base = text.starts[first.line - 1]
    margin = 1 if scalar.quoted else 0
    start, end = base + first.column - 1 - margin, base + last.column - 1 + last.width + margin
    return _Change(start, end, quoted(words))


def _applied(content: str, changes: Sequence[_Change]) -> str:
    for change in sorted(changes, key=lambda one: (one.start, one.end), reverse=True):
        content = content[: change.start] + change.words + content[change.end :]
    return content
