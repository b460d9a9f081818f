"""Two changes of one text brought together, line by line.

In: a text, and two that were made of it. Out: one with both changes, or None where they meet on the same lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple


class _Change(NamedTuple):
    """Lines of the common text from `start` up to `end` became others."""

    start: int
    end: int
    lines: tuple[str, ...]


def merged(base: str, mine: str, theirs: str) -> str | None:
    """The text with both changes."""
    if base in {mine, theirs} or mine == theirs:
        return theirs if base == mine else mine
    lines = base.splitlines(keepends=True)
    ours, others = _changes(lines, mine), _changes(lines, theirs)
    both = sorted({*ours, *others})
    if any(_meet(one, other) for one in ours for other in others if one != other):
        return None
    made: list[str] = []
    at = 0
    for change in both:
        made += [*lines[at : change.start], *change.lines]
        at = change.end
    return "".join([*made, *lines[at:]])


def _changes(lines: Sequence[str], other: str) -> list[_Change]:
    after = other.splitlines(keepends=True)
    found = SequenceMatcher(None, lines, after, autojunk=False).get_opcodes()
    return [_Change(start, end, tuple(after[low:high])) for tag, start, end, low, high in found if tag != "equal"]


def _meet(one: _Change, other: _Change) -> bool:
    """Whether two changes touch the same lines, or put lines at the same place."""
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end
