"""A paragraph to what is wrong inside it, and to what the whole paper holds against itself.

Linear in the length of the text: a sentence is read once, and what is kept of it for the paper is bounded.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reportgen.problems import Flaw
from reportgen.proofread import claims, days, measures, products, shares, twice, wholes
from reportgen.proofread.broken import Broken
from reportgen.proofread.finding import Finding, Kind, Span
from reportgen.proofread.mentions import Mention, mentions
from reportgen.proofread.reckoning import SLIPS, told
from reportgen.proofread.sentences import lowered, sentences
from reportgen.proofread.statements import statements
from reportgen.proofread.text import Paragraph
from reportgen.quantity import find_quantities

MALFORMED = frozenset({"Q302", "Q303", "Q304", "Q305", "Q306", "Q307", "Q308", "Q316", "Q319"})
"""The flaws of numerals that no reading makes right."""
LONGEST = 4000
"""Characters of a sentence that is still one: lists of hundreds of figures are read in several pieces."""
_NUMBERED = (
    "mục",
    "điểm",
    "khoản",
    "bảng",
    "biểu",
    "phụ lục",
    "hình",
    "tiêu chí",
    "chỉ tiêu",
    "ngày",
    "phiên bản",
    "tiết",
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph with its figures. `offset` is where it begins in the paragraph."""

    paragraph: Paragraph
    text: str
    offset: int
    mentions: tuple[Mention, ...]
    flaws: tuple[Flaw, ...]

    def span(self, start: int, end: int) -> Span:
        """Characters of the sentence as characters of the paragraph."""
        return Span(self.paragraph, self.offset + start, self.offset + end)

    def finding(self, broken: Broken, others: Sequence[Span] = ()) -> Finding:
        """What is broken in it, at its figure."""
        vi, en = SLIPS.get(broken.slip, ("", ""))
        values = {
            "typed": told(broken.at),
            "reckoning": broken.reckoning,
            "slip": vi,
            "slip_en": en,
            "case": broken.variant,
        }
        spans = tuple(self.span(one.start, one.end) for one in broken.others)
        return Finding(broken.kind, self.span(broken.at.start, broken.at.end), values, (*spans, *others), _code(broken))


VARIANTS = {
    (Kind.SUM, "part"): "S121",
    (Kind.SUM, "left"): "S122",
    (Kind.TWICE, "words"): "S123",
    (Kind.DATE, "none"): "S124",
    (Kind.DATE, "closing"): "S125",
    (Kind.LEFTOVER, "before"): "S126",
}
"""A kind's further messages."""


_DIGIT = re.compile("[0-9]")
_BARE = re.compile(r"[0-9.,]{0,20}[0-9]")


def _code(broken: Broken) -> str:
    return VARIANTS.get((broken.kind, broken.variant), "")


def read(paragraph: Paragraph) -> Iterator[Sentence]:
    """The sentences of a paragraph, each with its figures and the flaws of their writing."""
    text = paragraph.text
    if not _DIGIT.search(text) or (paragraph.inside and _BARE.fullmatch(text)):
        # Without a figure, or one that its table is asked about.
        yield from (Sentence(paragraph, text[start:end], start, (), ()) for start, end in sentences(text))
        return
    found = find_quantities(text)
    if found.text != text:  # not NFC: offsets would not hold
        return
    quantities, flaws = deque(found.quantities), deque(one for one in found.flaws if one.code in MALFORMED)
    for start, end in _bounded(text):
        inside = tuple(_before(quantities, end, lambda one: one.number_start))
        wrong = tuple(_before(flaws, end, lambda one: one.start))
        sentence = text[start:end]
        here = mentions(sentence, inside, start) if inside else ()
        yield Sentence(paragraph, sentence, start, here, wrong)


T = TypeVar("T")


def _before(queue: deque[T], end: int, place: Callable[[T], int]) -> Iterator[T]:
    """What of a queue in the order of the text begins before an offset, taken out of it."""
    while queue and place(queue[0]) < end:
        yield queue.popleft()


def _bounded(text: str) -> Iterator[tuple[int, int]]:
    for start, end in sentences(text):
        for piece in range(start, end, LONGEST):
            yield piece, min(piece + LONGEST, end)


def inside(sentence: Sentence) -> Iterator[Finding]:
    """What is wrong in the sentence by itself."""
    plain = lowered(sentence.text)
    yield from _malformed(sentence, plain)
    for slip in days.slips(plain):
        values = {"typed": sentence.text[slip.start : slip.end], "reckoning": slip.reckoning}
        yield Finding(
            slip.kind, sentence.span(slip.start, slip.end), values, (), VARIANTS.get((slip.kind, slip.variant), "")
        )
    if sentence.flaws or not sentence.mentions:
        return
    seen: set[int] = set()
    for broken in _broken(sentence):
        if broken.at.start not in seen:
            seen.add(broken.at.start)
            yield sentence.finding(broken)


def _broken(sentence: Sentence) -> Iterator[Broken]:
    found = sentence.mentions
    yield from measures.impossible(found)
    for statement in statements(sentence.text, found):
        yield from claims.broken(statement)
    yield from claims.from_to(found)
    yield from shares.behind(found)
    yield from shares.among(found)
    yield from wholes.sums(sentence.text, found)
    yield from wholes.added(sentence.text, found)
    yield from wholes.structures(sentence.text, found)
    yield from wholes.complements(found)
    yield from products.products(sentence.text, found)
    yield from twice.in_words(found)
    yield from measures.jumps(found)


def _malformed(sentence: Sentence, plain: str) -> Iterator[Finding]:
    for flaw in sentence.flaws:
        start, end = flaw.start - sentence.offset, flaw.end - sentence.offset
        if not plain[:start].rstrip(" :").endswith(_NUMBERED):
            values = {"typed": flaw.values.get("text", "")}
            values |= {"reckoning": flaw.values["likely"]} if flaw.values.get("likely") else {}
            yield Finding(Kind.MALFORMED, sentence.span(start, end), values)
