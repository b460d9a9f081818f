"""Several things in one text, and numbers typed before headings.

UBND tỉnh (b/c); TT Đảng ủy; Lưu VT    ->  three recipients
1) Chậm giải ngân 2) Thiếu cán bộ      ->  two items
I. Phát triển kinh tế                  ->  the heading without its number
"""

from __future__ import annotations

import re

from reportgen.names.pieces import Piece, cut, parted, whole

_SEMICOLON = re.compile(r"\s*;\s*")
_LINE = re.compile(r"\s*\n\s*")
_BULLET = re.compile(r"^[-–—•*+·]\s+|^(?:\(?\d{1,2}[).]|[a-zđ][).])\s+")
_NUMBER = re.compile(r"(?:(?<=\s)|^)\(?(\d{1,2})[).]\s+(?=\S)")
_OWN_NUMBER = re.compile(
    r"^(?:(?:[IVX]{1,5}|[A-HĐ]|\d{1,2}(?:\.\d{1,2}){0,3}|[a-eđ])\s*[.):/]+|(?:[IVX]{1,5}|\d{1,2})\s+[-–—])\s*(?=[^\W\d_])"
)


def items(text: str, *, commas: bool = False) -> list[Piece]:
    """The things that a text lists: on lines, by numbers, by semicolons, where asked for by commas; at least one."""
    piece = whole(text)
    found = numbered(piece)
    for sign in (_LINE, _SEMICOLON, *([re.compile(r"\s*,\s*")] if commas else [])):
        if len(found) == 1:
            found = list(parted(piece, sign)) or [piece]
    return [unmarked(item) for item in found]


def numbered(piece: Piece) -> list[Piece]:
    """The items of `1) … 2) …`; the piece itself where the numbers do not count from one."""
    marks = list(_NUMBER.finditer(piece.text))
    if (
        len(marks) < 2
        or piece.text[: marks[0].start()].strip()
        or [int(m[1]) for m in marks] != [*range(1, len(marks) + 1)]
    ):
        return [piece]
    ends = [*(mark.start() for mark in marks[1:]), len(piece.text)]
    return [_ended(cut(piece, mark.end(), end)) for mark, end in zip(marks, ends, strict=True)]


def _ended(piece: Piece) -> Piece:
    return cut(piece, 0, len(piece.text.rstrip(" ;,")))


def unmarked(piece: Piece) -> Piece:
    """An item without the dash or number typed before it."""
    found = _BULLET.match(piece.text)
    return cut(piece, found.end(), len(piece.text)) if found else piece


def unnumbered(text: str) -> Piece:
    """A heading without the number typed before it, and the stop behind it."""
    piece = whole(text)
    found = _OWN_NUMBER.match(piece.text)
    bare = cut(piece, found.end(), len(piece.text)) if found else piece
    return cut(bare, 0, len(bare.text.rstrip(" :.")))
