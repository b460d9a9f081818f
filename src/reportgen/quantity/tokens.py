"""Text to tokens: numerals, words and marks, each with its place and the gap before it.

In: text in NFC. Out: tokens in order. Linear in the length of the text, whatever the text is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import Enum, IntEnum
from functools import lru_cache
from types import MappingProxyType
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


KINDS: Mapping[str, Kind] = MappingProxyType({kind.value: kind for kind in Kind})


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


KNOWN_WORDS = 4096
"""How many words are remembered folded: a file has few different ones."""

_folded = lru_cache(maxsize=KNOWN_WORDS)(fold)


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of an NFC text."""
    tokens: list[Token] = []
    end = 0
    for found in _TOKEN.finditer(text):
        kind = KINDS[found.lastgroup or ""]
        start = found.start()
        written = found.group()
        key = _folded(written) if kind is Kind.WORD and len(written) <= _LONGEST_WORD else written
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
    phrase, found = "", None
    for place in range(index, min(index + longest, len(tokens))):
        token = tokens[place]
        if token.kind is Kind.NUMBER or (phrase and token.gap is Gap.PARAGRAPH):
            break
        phrase = f"{phrase} {token.key}" if phrase else token.key
        if phrase in table:
            found = Match(table[phrase], place + 1)
    return found


def phrase_before(tokens: Sequence[Token], index: int, table: Mapping[str, T], longest: int = 4) -> Match[T] | None:
    """The longest phrase of the table that ends just before `index`; `at` is its first token."""
    phrase, found = "", None
    for place in range(index - 1, max(index - longest, 0) - 1, -1):
        token = tokens[place]
        if token.kind is Kind.NUMBER:
            break
        phrase = f"{token.key} {phrase}" if phrase else token.key
        if phrase in table:
            found = Match(table[phrase], place)
        if token.gap is Gap.PARAGRAPH:
            break
    return found
