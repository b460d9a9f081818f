"""Text to tokens: numerals, words and marks, each with its place and the gap before it.

In: text in NFC. Out: tokens in order. Linear in the length of the text, whatever the text is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import Enum, IntEnum
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

# A numeral is a maximal run of ASCII digits joined by single dots or commas; a word may end in digits (m2, QL18),
# so that digits inside a code are never taken for a numeral.
_TOKEN = re.compile(r"(?P<number>[0-9]+(?:[.,][0-9]+)*)|(?P<word>[^\W\d_]\w*)|(?P<mark>\S)")

# Tone marks stand on either vowel of oa, oe, uy ("luỹ", "lũy"); both sides of every lookup are folded to one.
_TONES = (
    ("uỷ", "ủy"), ("uý", "úy"), ("uỳ", "ùy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
    ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
    ("tỉ", "tỷ"),
)  # fmt: skip

_LONGEST_WORD = 40
"""Longer words are in no table; they are not folded, so that hostile text costs nothing."""


class Kind(Enum):
    """What a token is made of."""

    NUMBER = "number"
    WORD = "word"
    MARK = "mark"


class Gap(IntEnum):
    """What stands between a token and the one before it."""

    NONE = 0
    SPACE = 1
    LINE = 2
    PARAGRAPH = 3


class Token(NamedTuple):
    """One token; `start` and `end` are offsets in the NFC text, `key` is the folded form for lookups."""

    kind: Kind
    text: str
    key: str
    start: int
    end: int
    gap: Gap


class Match(NamedTuple, Generic[T]):
    """A phrase found in a table: what the table says of it, and the token after (or the first of) it."""

    value: T
    at: int


def nfc(text: str) -> str:
    """The text in NFC. All offsets of this package count in this form."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case with one spelling of the tones; the key of every table of words."""
    folded = text.lower()
    if not folded.isascii():
        for new, old in _TONES:
            folded = folded.replace(new, old)
    return folded


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of an NFC text."""
    tokens: list[Token] = []
    end = 0
    for found in _TOKEN.finditer(text):
        kind = Kind(found.lastgroup)
        start = found.start()
        written = found.group()
        key = fold(written) if kind is Kind.WORD and len(written) <= _LONGEST_WORD else written
        tokens.append(Token(kind, written, key, start, found.end(), _gap(text, end, start)))
        end = found.end()
    return tuple(tokens)


def _gap(text: str, end: int, start: int) -> Gap:
    if end == start:
        return Gap.NONE
    lines = text.count("\n", end, start)
    return (Gap.SPACE, Gap.LINE)[lines] if lines < 2 else Gap.PARAGRAPH


def phrase_at(tokens: Sequence[Token], index: int, table: Mapping[str, T], longest: int = 4) -> Match[T] | None:
    """The longest phrase of the table that starts at `index`; `at` is the token after it."""
    for stop in range(min(index + longest, len(tokens)), index, -1):
        key = _phrase(tokens, index, stop)
        if key in table:
            return Match(table[key], stop)
    return None


def phrase_before(tokens: Sequence[Token], index: int, table: Mapping[str, T], longest: int = 4) -> Match[T] | None:
    """The longest phrase of the table that ends just before `index`; `at` is its first token."""
    for start in range(max(index - longest, 0), index):
        key = _phrase(tokens, start, index)
        if key in table:
            return Match(table[key], start)
    return None


def _phrase(tokens: Sequence[Token], start: int, stop: int) -> str:
    """The tokens' keys joined by spaces; nothing where a paragraph ends between them or a numeral is among them."""
    part = tokens[start:stop]
    if any(token.gap is Gap.PARAGRAPH for token in part[1:]) or any(token.kind is Kind.NUMBER for token in part):
        return ""
    return " ".join(token.key for token in part)
