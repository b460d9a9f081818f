"""Running text to sentences, and a sentence to the pieces between its semicolons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_END = re.compile(
    r"(?<=[.!?…])[)”\"]?\s+(?=[“\"(\[+•–-]?\s?[A-ZĐÀ-Ỹ0-9])"  # a stop, and a capital or a number behind it
    r"|\n\s*(?=[-+*•–]\s|\d{1,2}[.)]\s|[a-zđ]\)\s|[|#])"  # a line that begins as an item of a list does
    r"|\n\s*\n\s*"
)
_SEMICOLON = re.compile(";")
OPENING, CLOSING = "([", ")]"


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of each sentence, in order; the blanks between them belong to none."""
    start = 0
    for found in _END.finditer(text):
        if text[start : found.start()].strip():
            yield start, found.start()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)


_TY = re.compile(r"(?<!\w)tỉ(?!\w)")
_BLANKS = str.maketrans({"\u00a0": " ", "\n": " ", "\t": " "})


REMEMBERED = 256
"""Sentences that are remembered: several rules look at each, one after the other."""


@lru_cache(maxsize=REMEMBERED)
def lowered(text: str) -> str:
    """The text in lower case, as long as it was, any blank a space: the form that all patterns meet."""
    plain = text.lower()
    if len(plain) != len(text):  # İ and the like become two letters
        plain = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return _TY.sub("tỷ", plain).translate(_BLANKS)


@lru_cache(maxsize=REMEMBERED)
def depths(text: str) -> tuple[int, ...]:
    """For each character how many brackets are open before it, and behind the last one."""
    if "(" not in text and "[" not in text:
        return (0,) * (len(text) + 1)
    depth, result = 0, []
    for letter in text:
        result.append(depth)
        depth += letter in OPENING
        depth = max(depth - (letter in CLOSING), 0)
    return (*result, depth)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """The offsets between semicolons that stand in no bracket."""
    start = 0
    depth = depths(text)
    for mark in _SEMICOLON.finditer(text):
        if not depth[mark.start()]:
            yield start, mark.start()
            start = mark.end()
    yield start, len(text)
