"""The gist of texts for a slide: their first sentences, as many as there is room for.

A sentence is cut where a semicolon parts it, nowhere else: a comma may stand within a name or a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

_BETWEEN = re.compile(r"(?<=[.!?])\s+")
_END = " .;:,"


def gist(text: str, most: int) -> tuple[str, ...]:
    """The sentences that a text begins with, in so many words together; at least the first."""
    return tuple(_within((sentence for sentence in sentences(text) if not sentence.endswith(":")), most))


def gists(texts: Iterable[str], most: int) -> tuple[str, ...]:
    """The first sentence of each text, in so many words together; at least that of the first."""
    return tuple(_within((next(iter(sentences(text)), "") for text in texts), most))


def sentences(text: str) -> list[str]:
    """A text's sentences: what follows a stop and begins with a capital is one more."""
    found: list[str] = []
    for part in _BETWEEN.split(text.strip()):
        if found and not part[:1].isupper():
            found[-1] = f"{found[-1]} {part}"
        elif part:
            found.append(part)
    return found


def _within(said: Iterable[str], most: int) -> Iterator[str]:
    count = 0
    for sentence in said:
        short = _shortened(sentence.rstrip(_END), most - count)
        length = len(short.split())
        if count and count + length > most:
            return
        count += length
        yield short[:1].upper() + short[1:]


def _shortened(sentence: str, room: int) -> str:
    """As many of the clauses between semicolons as there is room for, at least the first."""
    wholes = list(accumulate(sentence.split(";"), lambda before, clause: f"{before};{clause}"))
    fitting = [whole for whole in wholes if len(whole.split()) <= room]
    return (fitting or wholes)[-1 if fitting else 0].rstrip(_END)
