"""What the input asks of its article, and sentences that no reader gets through (standards, section 6)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from reportgen.checks.material import Material
from reportgen.checks.passages import Passage
from reportgen.checks.telling import place_in
from reportgen.figures.phrase import plain
from reportgen.model.leaves import Words
from reportgen.model.press import BLOCKS, LENGTHS, PHOTO_PLACES
from reportgen.problems import Flaw, Problem
from reportgen.prose.mentions import conference_words
from reportgen.prose.references import Names, resolve
from reportgen.vietnamese.letters import fold

MOST_WORDS = 60
"""A sentence of more words loses its reader."""
_SENTENCE = re.compile(r"[^.!?;:\n]+(?:[.!?;:](?!\s|$)[^.!?;:\n]*)*")
"""Text up to a sign with a blank behind it: a list parted by semicolons is read piece by piece."""


def sentences(material: Material) -> Iterator[Problem]:
    """P514: a sentence of more than 60 words, references counted as what they print."""
    names = Names(material, conference_words(material.conference))
    for passage in material.passages:
        if passage.section != "indicators" and passage.words.count(" ") + 12 * len(passage.references) > MOST_WORDS:
            yield from _long(passage, names)


def _long(passage: Passage, names: Names) -> Iterator[Problem]:
    starts = [reference.start for reference in passage.references]
    printed = [_words(resolve(reference, names)) for reference in passage.references]
    for found in _SENTENCE.finditer(_without_names(passage)):
        first, stop = bisect_left(starts, found.start()), bisect_left(starts, found.end())
        count = len(found.group().split()) + sum(printed[first:stop]) - (stop - first)
        if count > MOST_WORDS and "|" not in found.group():
            start = found.start() + len(found.group()) - len(found.group().lstrip())
            place = place_in(passage.words, start, min(found.end(), start + 40))
            yield Problem("P514", place, {"count": str(count), "most": str(MOST_WORDS)})


def _without_names(passage: Passage) -> str:
    """The text with a word of the same length for each reference."""
    text, at, pieces = str(passage.words), 0, []
    for reference in passage.references:
        pieces += [text[at : reference.start], "x" * (reference.end - reference.start)]
        at = reference.end
    return "".join((*pieces, text[at:]))


def _words(phrase: object) -> int:
    return 1 if isinstance(phrase, Flaw) else len(plain(phrase).split())  # type: ignore[arg-type]


def wishes(material: Material) -> Iterator[Problem]:
    """P515: a length, a block or a place of a photograph that no article has."""
    press = material.conference.press
    asked: list[tuple[Words, tuple[str, ...]]] = [(press.length, LENGTHS)] if press.length is not None else []
    asked += [(name, BLOCKS) for name in press.layout]
    asked += [(photo.after, PHOTO_PLACES) for photo in press.photos if photo.after is not None]
    for words, known in asked:
        if fold(words) not in {fold(name) for name in known}:
            yield Problem("P515", place_in(words), {"text": str(words), "known": ", ".join(known)})
