"""The texts of an input as checks read them: without references and quotations, cut into clauses.

Everything keeps its offsets: what is left out becomes blanks of the same length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reportgen.figures.ledger import Ledger
from reportgen.model import Conference
from reportgen.model.leaves import Words
from reportgen.prose.mentions import all_prose
from reportgen.prose.references import Reference, references
from reportgen.quantity import Quantity, find_quantities

BLANK = "\ufffc"
"""Stands for the first character of what was left out; no word and no number joins over it."""

QUOTATION = re.compile(r"“[^”\n]{0,300}”|\"[^\"\n]{0,300}\"")
TABLE_ROW = re.compile(r"^[^\n|]*\|[^\n]*\|[^\n]*$", re.MULTILINE)
CLAUSE_END = re.compile(r"[;!?\n]|\.(?=\s|$)")
"""A dot inside a number ends nothing; a comma neither, for name and number stand on both sides of one."""
LONGEST_CLAUSE = 1000
"""Letters in which a number and what it counts stand together; each number is held against all of its clause."""


@dataclass(frozen=True)
class Passage:
    """One text; `section` is the conference's attribute that it stands below."""

    words: Words
    section: str = ""

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Its references, in order."""
        return tuple(found for found in references(self.words) if isinstance(found, Reference))

    @cached_property
    def text(self) -> str:
        """The text with references, quotations and tables blank."""
        text, at, pieces = str(self.words), 0, []
        for found in self.references:
            pieces += [text[at : found.start], _blank(found.end - found.start)]
            at = found.end
        text = "".join((*pieces, text[at:]))
        for pattern in (QUOTATION, TABLE_ROW) if "|" in text else (QUOTATION,):
            text = pattern.sub(lambda match: _blank(len(match.group())), text)
        return text

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers typed by hand, in order."""
        return find_quantities(self.text).quantities if any(c.isdigit() for c in self.text) else ()

    @cached_property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each clause, in order; what is longer than any clause is cut."""
        ends = [found.start() for found in CLAUSE_END.finditer(self.text)]
        starts = [0, *(end + 1 for end in ends)]
        return tuple(
            (at, min(at + LONGEST_CLAUSE, end))
            for start, end in zip(starts, [*ends, len(self.text)], strict=True)
            for at in range(start, max(end, start + 1), LONGEST_CLAUSE)
        )

    def clause_at(self, offset: int) -> tuple[int, int]:
        """The clause around an offset."""
        return self.clauses[bisect_right(self.clauses, offset, key=lambda clause: clause[0]) - 1]

    def numbers_in(self, clause: tuple[int, int]) -> tuple[Quantity, ...]:
        """The numbers that start in the clause."""
        first, stop = (bisect_left(self.quantities, end, key=lambda one: one.start) for end in clause)
        return self.quantities[first:stop]

    def referred(self, ledger: Ledger, clause: tuple[int, int]) -> tuple[str, ...]:
        """Keys of the indicators that the clause refers to, each once."""
        first, stop = (bisect_left(self.references, end, key=lambda one: one.start) for end in clause)
        names = (found.name for found in self.references[first:stop])
        return tuple(dict.fromkeys(name for name in names if name in ledger.lines))


def _blank(length: int) -> str:
    return BLANK + " " * (length - 1)


def passages(ledger: Ledger) -> Iterator[Passage]:
    """All prose of the input, indicators' own words included."""
    conference = ledger.conference
    for name, part in vars(conference).items():
        if name == "indicators":
            sentences = (line.indicator.sentence for line in ledger)
            yield from (Passage(sentence, name) for sentence in sentences if sentence is not None)
        else:
            for prose in all_prose(part):
                yield Passage(prose, name)


def titles(conference: Conference) -> Iterator[Words]:
    """The short texts that carry the year: event, subject, headline, captions."""
    event, press = conference.event, conference.press
    named = (event.name, conference.letterhead.subject, press.headline, *(photo.caption for photo in press.photos))
    return (words for words in named if words is not None)


def texts(conference: Conference, passages: Iterable[Passage]) -> Iterator[Words]:
    """All texts that may hold a date."""
    yield from (passage.words for passage in passages)
    yield from titles(conference)
