"""Where the characters of a scalar stand in the file.

YAML folds lines, strips indentation and resolves escapes, so the text of a scalar is not a slice of the file. But no
style touches a character that is not white space, except by an escape: so the words of the text and the words of
the file are the same, in the same order. They are paired, and pairs that run on alike are joined to one span.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from reportgen.source.nodes import Span
from reportgen.source.text import Text

# YAML 1.1, 5.7 "Escape sequences". \N and the like are white space to Python, but not to YAML's folding.
ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip

WORDS = re.compile(r"[^ \t\r\n]+")
UNITS = {
    "'": re.compile(r"''|[^ \t\r\n']+"),
    '"': re.compile(r'\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r\n|[\s\S])|[^ \t\r\n"\\]+'),
}
PROPERTIES = re.compile(r"(?:[&!][^ \t\r\n]*[ \t\r\n]+)+")
BLOCK_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n|[\r\n])?")


class Piece(NamedTuple):
    """`length` characters of the text from `start` are `width` characters of the file from `offset`."""

    start: int
    length: int
    offset: int
    width: int


def spans_of(text: Text, value: str, style: str, at: tuple[int, int]) -> tuple[Span, ...]:
    """The spans of the NFC form of `value`, which YAML read from the offsets `at` in the given style ("" is plain)."""
    start, end = at
    quote = 1 if style in UNITS else 0
    composed = value.isascii() or unicodedata.is_normalized("NFC", value)
    if composed and text.content[start + quote : end - quote] == value:
        return (Span(0, len(value), *text.position(start + quote), len(value)),) if value else ()
    pieces = _joined(list(_pieces(text.content[start:end], value, style, start)), value, text.content)
    if not composed:
        pieces = _composed(pieces, value)
    return tuple(Span(piece.start, piece.length, *text.position(piece.offset), piece.width) for piece in pieces)


def _pieces(written: str, value: str, style: str, base: int) -> Iterator[Piece]:
    """Each word or escape of the file with its place in the text."""
    properties = PROPERTIES.match(written)
    begin = properties.end() if properties else 0
    if style in ("|", ">"):
        header = BLOCK_HEADER.match(written, begin)
        begin = header.end() if header else begin
    elif style:
        begin += 1
    found = 0
    for unit in UNITS.get(style, WORDS).finditer(written, begin):
        read = _read(unit.group(), style)
        if not read:
            continue
        start = value.find(read, found)
        if start < 0:
            return
        found = start + len(read)
        yield Piece(start, len(read), base + unit.start(), len(unit.group()))


def _read(unit: str, style: str) -> str:
    """What YAML reads for a unit; nothing for an escaped line end."""
    if style == "'":
        return "'" if unit == "''" else unit
    if style != '"' or unit[0] != "\\":
        return unit
    if unit[1] in "xuU" and len(unit) > 2:
        number = int(unit[2:], 16)
        return chr(number) if number <= sys.maxunicode else ""
    return ESCAPES.get(unit[1:], "")


def _joined(pieces: list[Piece], value: str, content: str) -> list[Piece]:
    """Neighbours joined that run on alike in text and file."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and _run_on(last, piece, value, content):
            length = piece.start + piece.length - last.start
            joined[-1] = Piece(last.start, length, last.offset, length)
        else:
            joined.append(piece)
    return joined


def _run_on(last: Piece, piece: Piece, value: str, content: str) -> bool:
    if last.length != last.width or piece.length != piece.width:
        return False
    gap = value[last.start + last.length : piece.start]
    return "\n" not in gap and content[last.offset + last.width : piece.offset] == gap


def _composed(pieces: list[Piece], value: str) -> list[Piece]:
    """The pieces of a text for those of its NFC form: letters that compose become one indivisible piece."""
    where: dict[int, Piece] = {}
    for piece in pieces:
        if piece.length == piece.width:
            where |= {piece.start + i: Piece(piece.start + i, 1, piece.offset + i, 1) for i in range(piece.length)}
        else:
            where[piece.start] = piece
    composed: list[Piece] = []
    start = 0
    for begin, end in _clusters(value):
        length = len(unicodedata.normalize("NFC", value[begin:end]))
        parts = [where[index] for index in range(begin, end) if index in where]
        if parts:
            width = parts[-1].offset + parts[-1].width - parts[0].offset
            composed.append(Piece(start, length, parts[0].offset, width))
        start += length
    return composed


def _clusters(value: str) -> Iterator[tuple[int, int]]:
    """Stretches that NFC changes each for itself: a base with its marks."""
    begin = 0
    for index in range(1, len(value)):
        before, following = value[begin:index], value[index]
        if unicodedata.combining(following):
            continue
        whole = unicodedata.normalize("NFC", before + following)
        if whole == unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", following):
            yield begin, index
            begin = index
    if value:
        yield begin, len(value)
