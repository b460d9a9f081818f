"""What differs between two texts, word by word.

In: a text as it was and as it is. Out: the stretches that differ, smallest first in the order of the text; a number
with its separators is one word, a sign of punctuation too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Indel

WORD = re.compile(r"\w+(?:[.,/:&-]\w+)*|[^\w\s]")
SOURCE_WORD = re.compile(rf"\{{\{{[^{{}}\n]*\}}\}}|{WORD.pattern}")
"""A word of the input's prose, where a reference is one."""
NICE = 400_000
"""Two texts with a larger product of their words are compared by the faster rule."""
MOST_WORDS = 20_000
"""Longer texts are not compared word by word."""
JOINED = 1
"""Two stretches with so few words between them are one."""
AROUND = 3
"""So many words are shown beside a stretch."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text with where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch that differs, as numbers of words: `first` up to `last` of the old text, `new_first` up to `new_last`
    of the new one."""

    first: int
    last: int
    new_first: int
    new_last: int


def words_of(text: str, pattern: re.Pattern[str] = WORD) -> tuple[Word, ...]:
    """The words of a text in order."""
    return tuple(Word(found.group(), found.start(), found.end()) for found in pattern.finditer(text))


def hunks(before: Sequence[Word], after: Sequence[Word]) -> tuple[Hunk, ...]:
    """Where two texts differ."""
    if max(len(before), len(after)) > MOST_WORDS:
        return (Hunk(0, len(before), 0, len(after)),)
    old, new = [word.text for word in before], [word.text for word in after]
    return tuple(_joined(list(_changed(old, new))))


def _changed(old: list[str], new: list[str]) -> Iterator[Hunk]:
    if len(old) * len(new) > NICE:
        codes = [
            (code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end) for code in Indel.opcodes(old, new)
        ]
    else:
        codes = list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
    for tag, first, last, new_first, new_last in codes:
        if tag != "equal":
            yield Hunk(first, last, new_first, new_last)


def _joined(found: Sequence[Hunk]) -> Iterator[Hunk]:
    open_hunk: Hunk | None = None
    for hunk in found:
        if open_hunk is not None and hunk.first - open_hunk.last <= JOINED:
            open_hunk = Hunk(open_hunk.first, hunk.last, open_hunk.new_first, hunk.new_last)
            continue
        if open_hunk is not None:
            yield open_hunk
        open_hunk = hunk
    if open_hunk is not None:
        yield open_hunk


def matched(one: Sequence[Word], other: Sequence[Word]) -> dict[int, int]:
    """Which word of the one text is which of the other, case aside."""
    old, new = [word.text.lower() for word in one], [word.text.lower() for word in other]
    if len(old) * len(new) > NICE * 10:
        return {}
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def slice_of(text: str, words: Sequence[Word], first: int, last: int) -> str:
    """The text from one word up to another; "" for none."""
    return text[words[first].start : words[last - 1].end] if first < last else ""


def shown(text: str, words: Sequence[Word], first: int, last: int) -> str:
    """A stretch with a few words around it, dots where more stands there."""
    low, high = max(0, first - AROUND), min(len(words), last + AROUND)
    if low >= high:
        return ""
    return f"{'… ' if low else ''}{text[words[low].start : words[high - 1].end]}{' …' if high < len(words) else ''}"
