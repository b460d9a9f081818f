"""A whole paper, or several of one conference: what each sentence and table claims, and what they say twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.proofread import days, tables, twice
from reportgen.proofread.asked import Declared
from reportgen.proofread.declared import held
from reportgen.proofread.finding import MOST_FINDINGS, Finding, Kind, Span
from reportgen.proofread.lists import listed
from reportgen.proofread.mentions import Mention
from reportgen.proofread.paragraphs import VARIANTS, Sentence, inside, read
from reportgen.proofread.sentences import lowered
from reportgen.proofread.text import Paragraph, Role, Table, Text
from reportgen.vietnamese.slips import slips


def proofread(texts: Sequence[Text], known: Sequence[Declared] = ()) -> tuple[tuple[Finding, ...], ...]:
    """What is wrong in each of the texts, by itself, against those before it and against figures that are known; in
    their order."""
    everything: list[list[Sentence]] = [[] for _ in texts]
    found: list[list[Finding]] = [[] for _ in texts]
    for place, text in enumerate(texts):
        for paragraph in text.paragraphs():
            found[place] += _worded(paragraph)
            for sentence in read(paragraph):
                everything[place].append(sentence)
                found[place] += inside(sentence)
        for block in text.blocks:
            if isinstance(block, Table):
                found[place] += tables.inside(block)
        found[place] += listed(everything[place])
        year = _year(everything[place])
        if year is not None:
            found[place] += _leftovers(everything[place], year)
        if known:
            found[place] += held(everything[place], known, year)
    for places in _conferences(everything):
        _twice([everything[place] for place in places], [found[place] for place in places])
    return tuple(tuple(_once(one)[:MOST_FINDINGS]) for one in found)


def _once(found: Sequence[Finding]) -> list[Finding]:
    """One finding a figure and kind, in the order of the text."""
    unique: dict[tuple[int, int, Kind], Finding] = {}
    for one in found:
        unique.setdefault((one.span.paragraph.number, one.span.start, one.kind), one)
    return sorted(unique.values(), key=lambda one: (one.span.paragraph.number, one.span.start))


TITLES = 40
"""Among so many first sentences stands the title."""


def _year(sentences: Sequence[Sentence]) -> int | None:
    """The year that the text is about, by its title."""
    return next((year for one in sentences[:TITLES] if (year := days.year_of(lowered(one.text))) is not None), None)


WORDED = frozenset({"doubled", "misspelt", "marks"})
"""Slips of words that are certain in anybody's paper, too."""


def _worded(paragraph: Paragraph) -> Iterator[Finding]:
    if not _tells(paragraph):
        return
    for slip in slips(paragraph.text):
        if slip.kind in WORDED:
            span = Span(paragraph, slip.start, slip.end)
            yield Finding(Kind.WORDING, span, {"typed": span.quote})


def _leftovers(sentences: Sequence[Sentence], year: int) -> Iterator[Finding]:
    for sentence in sentences:
        for slip in days.leftovers(lowered(sentence.text), year):
            values = {"typed": sentence.text[slip.start : slip.end], "reckoning": slip.reckoning}
            code = VARIANTS.get((slip.kind, slip.variant), "")
            yield Finding(slip.kind, sentence.span(slip.start, slip.end), values, (), code)


def _conferences(everything: Sequence[Sequence[Sentence]]) -> Iterator[list[int]]:
    """Which texts are held against one another: those of one year. One without a year belongs to the only year that
    there is, else to none but itself."""
    years = [_year(sentences) for sentences in everything]
    known = {year for year in years if year is not None}
    if len(known) < 2:
        yield list(range(len(everything)))
        return
    yield from ([place for place, one in enumerate(years) if one == year] for year in sorted(known))
    yield from ([place] for place, year in enumerate(years) if year is None)


def _twice(everything: Sequence[Sequence[Sentence]], found: Sequence[list[Finding]]) -> None:
    """One thing with two values, in one text or in two of them."""
    parts: dict[str, tuple[Mention, Sentence]] = {}
    names: dict[str, list[tuple[twice.Told, Sentence]]] = {}
    merged = any(twice.MERGED.search(lowered(one.text)) for sentences in everything for one in sentences)
    for place, sentences in enumerate(everything):
        ahead = False
        for number, sentence in enumerate(sentences):
            target, ahead = twice.looks_ahead(lowered(sentence.text), ahead)
            if not _tells(sentence.paragraph) or not sentence.mentions:
                continue
            if not merged:
                found[place] += _parts(sentence, parts)
            if target:
                continue
            for told in twice.named(sentence.mentions, number):
                found[place] += _named(told, sentence, names)


def _tells(paragraph: Paragraph) -> bool:
    return not paragraph.inside and paragraph.role is not Role.MARGIN


def _parts(sentence: Sentence, parts: dict[str, tuple[Mention, Sentence]]) -> Iterator[Finding]:
    for unit, mention in twice.declared(sentence.mentions):
        parts.setdefault(unit, (mention, sentence))
    known = {unit: mention for unit, (mention, _) in parts.items()}
    for broken, base in twice.against_declared(sentence.mentions, known):
        where = parts[base.quantity.unit][1]
        yield sentence.finding(broken, (where.span(base.start, base.end),))


MOST_VALUES = 20
"""Values of one name that a further one is held against."""


def _named(
    told: twice.Told, sentence: Sentence, names: dict[str, list[tuple[twice.Told, Sentence]]]
) -> Iterator[Finding]:
    earlier = names.setdefault(told.name, [])
    for other, where in earlier:
        broken = twice.differing(other, told)
        if broken is not None:
            yield sentence.finding(broken, (_span(other, where),))
            break
    if len(earlier) < MOST_VALUES:
        earlier.append((told, sentence))


def _span(told: twice.Told, sentence: Sentence) -> Span:
    return sentence.span(told.mention.start, told.mention.end)
