"""A part of a text with its place there: what every reader of this room gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Piece(NamedTuple):
    """`text` as it is to be printed; it stands at `start` to `end` of what was read, perhaps in other letters."""

    text: str
    start: int
    end: int

    @property
    def typed_so(self) -> bool:
        """Whether it has as many letters as what was read."""
        return len(self.text) == self.end - self.start


def whole(text: str) -> Piece:
    """A text as one piece, the blanks around it aside."""
    return cut(Piece(text, 0, len(text)), 0, len(text))


def cut(piece: Piece, start: int, end: int) -> Piece:
    """A part of a piece that was typed so, without the blanks around it."""
    inner = piece.text[start:end]
    left = start + len(inner) - len(inner.lstrip())
    right = max(left, start + len(inner.rstrip()))
    return Piece(piece.text[left:right], piece.start + left, piece.start + right)


def parted(piece: Piece, sign: re.Pattern[str]) -> Iterator[Piece]:
    """What stands between the signs; empty parts are left out."""
    at = 0
    for found in sign.finditer(piece.text):
        if (part := cut(piece, at, found.start())).text:
            yield part
        at = found.end()
    if (part := cut(piece, at, len(piece.text))).text:
        yield part


def reworded(piece: Piece, text: str) -> Piece:
    """The piece in other words, at its place."""
    return piece._replace(text=text)
