"""A text brought up to what it is to say: what did not change keeps its lines, letter by letter.

In: a file's lines and nodes, and a content. Out: lines that say the content. A key keeps the comments above it and
behind it; an entry of a list that moves takes those directly above it along; comments of what is removed stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.editing.content import Content, content_of, same
from reportgen.editing.extents import Extents
from reportgen.editing.fresh import STEP, flow, item_lines, key_lines, key_text, lines_of, text_lines
from reportgen.source import Mapping, Node, Scalar, Sequence

_BLOCK_NOTE = re.compile(r"[|>][-+0-9]*([ \t]+#.*)?$")


@dataclass(frozen=True, slots=True)
class _Piece:
    """An entry as it stands: the comments and blanks before it, its own lines (the first with blanks before it), and
    what it says."""

    lead: list[str]
    lines: list[str]
    node: Node
    said: Content
    key: Scalar | None = None


class Reconciler:
    """One text that is brought up to a content."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        self.extents = Extents(lines)

    def root(self, node: Mapping, wanted: dict[str, Content]) -> list[str]:
        """The whole file."""
        if not node.entries:
            return [*self.lines, *lines_of(0, wanted)] if wanted else list(self.lines)
        first, last = node.place.line, self.extents.last_line(node)
        return [*self.lines[: first - 1], *self._mapping(node, wanted), *self.lines[last:]]

    def _mapping(self, node: Mapping, wanted: dict[str, Content]) -> list[str]:
        """The lines of a mapping that is written in lines."""
        indent = node.entries[0][0].place.column - 1
        pieces = {piece.key.text: piece for piece in self._entries(node) if piece.key is not None}
        gone = [key for key in pieces if key not in wanted]
        renamed = _renamed(pieces, gone, wanted)
        made: list[str] = []
        for key, new in wanted.items():
            piece = pieces.get(renamed.get(key, key))
            made += list(key_lines(indent, key, new)) if piece is None else [*piece.lead, *self._entry(piece, key, new)]
        for key in gone:
            if key not in renamed.values():
                made += [line for line in pieces[key].lead if line.strip()]
        return made

    def _entry(self, piece: _Piece, key: str, new: Content) -> list[str]:
        """A key's lines."""
        assert piece.key is not None, "an entry of a mapping"
        lines = piece.lines
        if piece.key.text != key:
            start, width = piece.key.place.column - 1, piece.key.place.width
            lines = [lines[0][:start] + key_text(key) + lines[0][start + width :], *lines[1:]]
        if same(piece.said, new):
            return lines
        indent = piece.key.place.column - 1
        head = f"{' ' * indent}{key_text(key)}:"
        inside = self._inside(piece, new, piece.key.place.line)
        if inside is not None:
            return inside
        note = self._note(piece, piece.key.place.line, piece.key)
        if isinstance(new, str) and new:
            return list(text_lines(head, indent, new, note))
        return list(key_lines(indent, key, new, note))

    def _sequence(self, node: Sequence, wanted: list[Content]) -> list[str]:
        """The lines of a list that is written in lines."""
        indent = node.place.column - 1
        pieces = self._items(node)
        paired = _paired(pieces, wanted)
        made: list[str] = []
        for number, new in enumerate(wanted):
            piece = paired.get(number)
            made += list(item_lines(indent, new)) if piece is None else [*piece.lead, *self._item(piece, indent, new)]
        used = {id(piece) for piece in paired.values()}
        for piece in pieces:
            if id(piece) not in used:
                made += [line for line in piece.lead if line.strip()]
        return made

    def _item(self, piece: _Piece, indent: int, new: Content) -> list[str]:
        if same(piece.said, new):
            return piece.lines
        first = piece.node.place.line
        inside = self._inside(piece, new, first)
        if inside is not None:
            return inside
        if isinstance(new, str):
            return list(text_lines(f"{' ' * indent}-", indent, new, self._note(piece, first, None)))
        return list(item_lines(indent, new))

    def _inside(self, piece: _Piece, new: Content, line: int) -> list[str] | None:
        """The entry where only a part of its node changes; None where it is written anew."""
        node = piece.node
        if self.extents.is_flow(node) or (isinstance(node, Scalar) and self._in_one_line(node, new)):
            return self._replaced(piece, new)
        if not new or isinstance(node, Scalar) or node.place.line < line:
            return None
        at = node.place.line - (self._first_line(piece))
        below = self._below(node, new)
        if below is None:
            return None
        if not at:
            start = node.place.column - 1
            below = (
                [piece.lines[0][:start] + below[0][start:], *below[1:]]
                if below[0][:start].isspace() or not start
                else below
            )
        return [*piece.lines[:at], *below]

    def _below(self, node: Node, new: Content) -> list[str] | None:
        if isinstance(node, Mapping) and isinstance(new, dict):
            return self._mapping(node, new)
        return self._sequence(node, new) if isinstance(node, Sequence) and isinstance(new, list) else None

    def _first_line(self, piece: _Piece) -> int:
        """The number of the piece's first line in the file."""
        return self.extents.last_line(piece.node, piece.key) - len(piece.lines) + 1

    def _in_one_line(self, node: Scalar, new: Content) -> bool:
        return (
            isinstance(new, str)
            and bool(new)
            and "\n" not in new
            and bool(node.text)
            and self.extents.on_one_line(node)
        )

    def _replaced(self, piece: _Piece, new: Content) -> list[str] | None:
        """The piece with its node written anew where it stands, what is around it kept."""
        node = piece.node
        (line, start), (last, end) = self.extents.of(node)
        first = self._first_line(piece)
        if isinstance(node, Scalar):
            assert isinstance(new, str), "a text in one line"
            written = next(iter(text_lines("", 0, new)), "").strip()
            if len(list(text_lines("x:", 0, new))) > 1:
                return None
        elif not new:
            written = ""
        elif isinstance(new, str):
            return None
        else:
            written = flow(new)
        before = piece.lines[line - first][: start - 1]
        after = self.lines[last - 1][end - 1 :]
        return [
            *piece.lines[: line - first],
            (before + written + after).rstrip() if not written else before + written + after,
            *piece.lines[last - first + 1 :],
        ]

    def _note(self, piece: _Piece, line: int, key: Scalar | None) -> str:
        """The comment behind a key or a dash, or behind a text of one line."""
        node, written = piece.node, self.lines[line - 1]
        if isinstance(node, Scalar):
            if node.text and self.extents.on_one_line(node) and node.place.line == line:
                (_, _), (_, end) = self.extents.of(node)
                return _comment(written[end - 1 :])
            found = _BLOCK_NOTE.search(written)
            if found and node.place.line != line:
                return found.group(1) or ""
            return _comment(written[key.place.column - 1 + key.place.width :]) if key and not node.text else ""
        if key is not None and node.place.line > line:
            return _comment(written[key.place.column - 1 + key.place.width :])
        return ""

    def _entries(self, node: Mapping) -> Iterator[_Piece]:
        last = node.place.line - 1
        for key, value in node:
            lead = list(self.lines[last : key.place.line - 1])
            end = self.extents.last_line(value, key)
            own = self._own(key.place.line, end, key.place.column - 1)
            yield _Piece(lead, own, value, content_of(value), key)
            last = end

    def _items(self, node: Sequence) -> list[_Piece]:
        found: list[_Piece] = []
        last = node.place.line - 1
        column = node.place.column - 1
        for item in node.items:
            dash = self.extents.dash_before(item, column, last)
            end = max(self.extents.last_line(item), dash)
            own = self._own(dash, end, column)
            found.append(_Piece(list(self.lines[last : dash - 1]), own, item, content_of(item)))
            last = end
        return found

    def _own(self, first: int, last: int, column: int) -> list[str]:
        """Lines of an entry; what stands before it on the first, a dash of a list around it, as blanks."""
        return [" " * column + self.lines[first - 1][column:], *self.lines[first:last]]


def _comment(behind: str) -> str:
    found = re.search(r"[ \t]+#.*$", behind)
    return found.group() if found else ""


def _renamed(pieces: dict[str, _Piece], gone: list[str], wanted: dict[str, Content]) -> dict[str, str]:
    """New key → the old one that says the same and is gone."""
    left = list(gone)
    found: dict[str, str] = {}
    for key, new in wanted.items():
        if key not in pieces:
            old = next((one for one in left if same(pieces[one].said, new)), None)
            if old is not None:
                found[key] = old
                left.remove(old)
    return found


def _paired(pieces: list[_Piece], wanted: list[Content]) -> dict[int, _Piece]:
    """The number of each entry that is wanted with the one that it was: the one that says the same, else the next that
    is left."""
    left = dict(enumerate(pieces))
    found: dict[int, _Piece] = {}
    for number, new in enumerate(wanted):
        near = sorted(left, key=lambda at, number=number: abs(at - number))  # type: ignore[misc]
        same_one = next((at for at in near if same(left[at].said, new)), None)
        if same_one is not None:
            found[number] = left.pop(same_one)
    open_ones = [number for number in range(len(wanted)) if number not in found]
    if len(open_ones) <= len(left):
        pairs = zip(open_ones, sorted(left), strict=False) if len(open_ones) == len(left) else ()
        found |= {number: left[at] for number, at in pairs}
    return found


__all__ = ["STEP", "Reconciler"]
