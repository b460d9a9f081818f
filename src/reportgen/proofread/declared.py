"""A text held against figures that are known from elsewhere: those of an input, or of papers in an archive.

A figure is known by its name: the words before it in its clause, without what says only how it was reached (`ước đạt`).
Its year is the one that the clause names, else the text's own; what was before (`so với năm 2023 (…)`) is of that year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportgen.figures import intervals
from reportgen.proofread.asked import Declared
from reportgen.proofread.finding import Finding, Kind
from reportgen.proofread.mentions import YEAR, Mention, Part
from reportgen.proofread.paragraphs import Sentence
from reportgen.proofread.reckoning import alike, amount, level_of, opened, told
from reportgen.proofread.sentences import lowered
from reportgen.proofread.statements import Statement, statements
from reportgen.proofread.twice import looks_ahead, name_in
from reportgen.quantity import Quantity
from reportgen.vietnamese.letters import fold

FEWEST_WORDS = 2
"""A name of one word is too common to be sure of."""
_YEAR = re.compile(YEAR)


def held(sentences: Sequence[Sentence], declared: Sequence[Declared], year: int | None) -> Iterator[Finding]:
    """Figures of a text that say otherwise. `year` is the text's own, None if it names none."""
    known = _by_name(declared, " ".join(fold(sentence.text) for sentence in sentences))
    ahead = False
    for sentence in sentences:
        plain = lowered(sentence.text)
        target, ahead = looks_ahead(plain, ahead)
        if target or not sentence.mentions or not known:
            continue
        for statement in statements(sentence.text, sentence.mentions):
            for mention, one in _met(statement, known, year):
                if _differs(mention.quantity, one.quantity):
                    values = {"typed": told(mention), "name": one.name, "reckoning": amount(one.quantity)}
                    values |= {"year": str(one.year)}
                    yield Finding(Kind.TWICE, sentence.span(mention.start, mention.end), values, (), one.code)


def _by_name(declared: Sequence[Declared], text: str) -> Mapping[str, list[Declared]]:
    known: dict[str, list[Declared]] = {}
    for one in declared:
        name = name_in(lowered(one.name))
        if len(name.split()) >= FEWEST_WORDS and fold(one.unit) in text:
            known.setdefault(name, []).append(one)
    return known


def _met(
    statement: Statement, known: Mapping[str, list[Declared]], year: int | None
) -> Iterator[tuple[Mention, Declared]]:
    """The statement's figures, each with what is known of its name and year."""
    level = statement.level
    if level is None or level.depth or level.part is not Part.LEVEL:
        return
    candidates = known.get(name_in(level.lead), [])
    if not candidates:
        return
    clause = level.lead if level.start == len(level.lead) else level.lead.rpartition(";")[2].rpartition(",")[2]
    named = _YEAR.findall(clause)  # behind another figure, the words before a comma are of that one
    own = int(named[-1]) if named else year or max(one.year for one in candidates)
    for mention, of in ((level, own), *((one, _year_of(one, own)) for one in statement.before)):
        found = [one for one in candidates if one.year == of]
        if len(found) == 1:
            yield mention, found[0]


def _year_of(before: Mention, own: int) -> int:
    return int(before.against) if before.against.isdigit() else own - 1


def _differs(typed: Quantity, known: Quantity) -> bool:
    """Whether no rounding and no hedge brings the two together; not where they cannot be compared."""
    first, second = opened(level_of(typed)), opened(level_of(known))
    if first is None or second is None:
        return False
    other = alike(second, first)
    here = intervals.in_unit(intervals.written(other), first.unit) if other is not None else None
    if here is None:
        return False
    there = intervals.written(first)
    return here.low > there.high or there.low > here.high
