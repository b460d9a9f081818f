"""New words put into an input's file, where its texts stand; comments, quotes and line ends stay as they are.

In: the source and edits of its texts. Out: the new file's text; every text that was not edited reads as before, every
edited one as it should, or the edit is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.compare.edits import Edit, How
from reportgen.compare.lines import Change, line_changes, offset_behind, offset_of
from reportgen.drafting.scalars import quoted
from reportgen.source import Scalar, Source, parse_source, scalars
from reportgen.source.text import Text

_BLANK = " \t"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The file's new text, and the edits that are in it."""

    text: str
    edits: tuple[Edit, ...]


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
    texts: dict[str, list[Edit]] = {}
    for edit in edits:
        if edit.how in OF_TEXTS:
            texts.setdefault(edit.origin.name, []).append(edit)
    wanted = {name: _edited(of[0].origin.scalar.text, of) for name, of in texts.items()}
    known = {texts[name][0].origin.scalar: text for name, text in wanted.items() if text is not None}
    text = Text(source.path, source.text)
    lines = [line_changes(text, edit) for edit in edits if edit.how is not How.WORDS]
    if len(known) < len(wanted) or any(change is None for change in lines):
        return None
    whole = [change for changes in lines if changes is not None for change in changes]
    in_place = [_in_place(text, edit) for edit in edits if edit.how is How.WORDS]
    anew = [_anew(text, scalar, words) for scalar, words in known.items()]
    said = _expected(source, edits, known)
    for changes in (in_place, anew):
        if all(change is not None for change in changes):
            fresh = _applied(source.text, [*whole, *(change for change in changes if change is not None)])
            if fresh is not None and _says(source, fresh) == said:
                return fresh
    return None


OF_TEXTS = frozenset({How.WORDS, How.LINES, How.BREAK})
"""What changes a text; the others change a list."""


def _edited(text: str, edits: Sequence[Edit]) -> str | None:
    """The text with its edits; None where two of them meet."""
    last = len(text) + 1
    for edit in sorted(edits, key=lambda one: (one.start, one.end), reverse=True):
        if edit.end > last or (edit.end == last and edit.start == edit.end):
            return None
        last = edit.start
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def _expected(source: Source, edits: Sequence[Edit], texts: Mapping[Scalar, str]) -> list[str]:
    """All texts of the file in their order as they should be."""
    out: set[Scalar] = set()
    now = dict(texts)
    before: dict[Scalar, list[str]] = {}
    behind: dict[Scalar, list[str]] = {}
    for edit in edits:
        scalar, target = edit.origin.scalar, edit.target.scalar if edit.target is not None else None
        own = texts.get(scalar, scalar.text)
        if edit.how is How.ENTRY and edit.words:
            behind.setdefault(scalar, []).append(edit.words)
        elif edit.how is How.ENTRY:
            out.add(scalar)
        elif edit.how is How.MOVE and target is not None:
            out.add(scalar)
            (before if edit.ahead else behind).setdefault(target, []).append(own)
        elif edit.how is How.PART:
            now[scalar] = scalar.text[: edit.start]
            behind.setdefault(scalar, []).append(scalar.text[edit.end :])
        elif edit.how is How.JOIN and target is not None:
            now[scalar] = own + texts.get(target, target.text)
            out.add(target)
    said: list[str] = []
    for scalar in scalars(source.root) if source.root is not None else ():
        own_text = [] if scalar in out else [now.get(scalar, scalar.text)]
        said += [*before.get(scalar, ()), *own_text, *behind.get(scalar, ())]
    return [_squeezed(text) for text in said]


def _says(source: Source, fresh: str) -> list[str] | None:
    """All texts of the new file in their order; None where it cannot be read."""
    after = parse_source(source.path, fresh.encode())
    return [_squeezed(scalar.text) for scalar in scalars(after.root)] if after.root is not None else None


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _in_place(text: Text, edit: Edit) -> Change | None:
    """The edit where the words stand; None where they cannot be found letter by letter."""
    scalar = edit.origin.scalar
    if edit.start == edit.end:
        at = offset_behind(text, scalar, edit.start) if edit.words[:1].isspace() or not _begins(scalar, edit) else None
        at = offset_of(text, scalar, edit.start) if at is None else at
        return None if at is None else Change(at, at, _escaped(text, scalar, edit.words))
    start, end = offset_of(text, scalar, edit.start), offset_behind(text, scalar, edit.end)
    if start is None or end is None:
        return None
    if edit.words:
        return Change(start, end, _escaped(text, scalar, edit.words))
    return _without_blanks(text.content, start, end)


def _begins(scalar: Scalar, edit: Edit) -> bool:
    """Whether new words go before what stands at their place."""
    return edit.start == 0 or scalar.text[edit.start - 1].isspace()


def _without_blanks(content: str, start: int, end: int) -> Change:
    """What is deleted, with the blanks that would be left over, and with its line where nothing is left on it."""
    low, high = start, end
    while low and content[low - 1] in _BLANK:
        low -= 1
    while high < len(content) and content[high] in _BLANK:
        high += 1
    begins, ends = low == 0 or content[low - 1] in "\r\n", high == len(content) or content[high] in "\r\n"
    if begins and ends:
        rest = re.compile(r"\r\n|[\r\n]|$").match(content, high)
        return Change(low, rest.end() if rest is not None else high, "")
    if begins:
        return Change(start, high, "")
    return Change(low, end, "")


def _escaped(text: Text, scalar: Scalar, words: str) -> str:
    """The words as they stand in a text of that style."""
    sign = text.content[text.starts[scalar.place.line - 1] + scalar.place.column - 1] if scalar.quoted else ""
    if sign == "'":
        return words.replace("'", "''")
    return quoted(words)[1:-1] if sign == '"' else words


def _anew(text: Text, scalar: Scalar, words: str) -> Change | None:
    """A text of one line written anew in quotes; None for one of several lines."""
    lines = {span.line for span in scalar.spans}
    if len(lines) != 1 or "\n" in scalar.text:
        return None
    first, last = scalar.spans[0], scalar.spans[-1]
    base = text.starts[first.line - 1]
    margin = 1 if scalar.quoted else 0
    start, end = base + first.column - 1 - margin, base + last.column - 1 + last.width + margin
    return Change(start, end, quoted(words))


def _applied(content: str, changes: Sequence[Change]) -> str | None:
    """The text with all changes, those at one place in their order; None where two of them meet."""
    pieces: list[str] = []
    at = 0
    for change in sorted(changes, key=lambda one: one.start):
        if change.start < at:
            return None
        pieces += [content[at : change.start], change.words]
        at = change.end
    return "".join([*pieces, content[at:]])
