"""What is wrong with an input beyond its text and structure: rules comparing figures, prose, dates and names.

In: an `Input`. Out: its problems, those that were found on reading included, in order. Each module holds a few rules,
functions from the ledger (with what they share, `Material`) to problems; the modules of rules know nothing of one
another. Only light imports: the command `check` pays for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from reportgen.checks import (
    abbreviations,
    article,
    changes,
    characters,
    damage,
    dates,
    daytime,
    footnotes,
    jumps,
    levels,
    meeting,
    numbers,
    official,
    online,
    people,
    products,
    ratios,
    references,
    sameness,
    slips,
    spelling,
    standings,
    structure,
    tables,
    tallies,
    totals,
    units,
    wording,
)
from reportgen.checks.ambiguity import CODE, decided
from reportgen.checks.material import Material
from reportgen.checks.silencing import Sorted, owned, sort_out
from reportgen.figures.ledger import Ledger
from reportgen.files.names import portable
from reportgen.model.reading import Input
from reportgen.problems import Place, Problem, in_order
from reportgen.problems.catalog import has_errors

__all__ = ["RULES", "Examination", "check", "examine"]

RULES: tuple[Callable[[Material], Iterator[Problem]], ...] = (
    ratios.plan_ratios,
    ratios.shares,
    ratios.impossible,
    changes.changes,
    totals.parts,
    totals.breakdowns,
    products.products,
    standings.standings,
    tallies.tallies,
    jumps.against_others,
    jumps.among_years,
    jumps.among_siblings,
    units.missing,
    units.different,
    units.unjudged,
    units.of_parts,
    units.in_names,
    sameness.alike,
    sameness.twice,
    sameness.listed,
    tables.tables,
    numbers.numbers,
    numbers.counted_shares,
    wording.wording,
    footnotes.lengths,
    article.sentences,
    article.wishes,
    abbreviations.abbreviations,
    dates.of_papers,
    dates.weekdays,
    dates.leftovers,
    dates.of_the_event,
    dates.without_day,
    daytime.known,
    daytime.agreeing,
    meeting.in_order,
    meeting.beginnings,
    meeting.deadlines,
    meeting.votes,
    people.without_office,
    people.nobody,
    people.roles,
    people.unaddressed,
    people.unknown_body,
    online.readable,
    online.described,
    online.not_too_many,
    online.addressed,
    official.regimes,
    official.numbers,
    official.levels,
    official.signers,
    official.recipients,
    official.lengths,
    official.bases,
    official.secrets,
    official.urgencies,
    official.drafts,
    structure.tables,
    structure.lists,
    structure.headings,
    structure.words_too_long,
    characters.printable,
    damage.encodings,
    levels.merged,
    slips.bare_keys,
    slips.typed,
    slips.names_in_two_spellings,
    spelling.spaces,
    spelling.aliens,
    spelling.people,
    references.in_prose,
    references.outside_prose,
    references.in_lists,
    references.circles,
)
"""All rules. Their order does not matter: problems are sorted by place."""

WITHIN_AN_INDICATOR = (ratios.plan_ratios, ratios.shares, changes.changes)
"""Rules that compare what one indicator types: they hold whatever is missing around it."""

FOLLOWING: Mapping[str, frozenset[str]] = MappingProxyType(
    {"P504": frozenset(), "R491": frozenset(), "D615": frozenset({"D601", "D602"})}
)
"""Code that may only follow from what could not be read → the errors of the reading that it follows from, none for any:
while there is one, it is not told."""


class Examination(NamedTuple):
    """All problems of an input, in order, without those that a figure silences; and what was silenced: code, key of the
    figure, reason."""

    problems: tuple[Problem, ...]
    silenced: tuple[tuple[str, str, str], ...] = ()


def check(given: Input) -> tuple[Problem, ...]:
    """The problems of an input."""
    return examine(given).problems


def examine(given: Input) -> Examination:
    """An input held against all rules, each once.

    Where syntax is broken, what an indicator says against itself; where nothing can be read, the reading's alone.
    """
    if given.conference is None:
        return Examination(in_order([*_named(given), *given.problems, *_beyond_syntax(given)]))
    settled = decided(Ledger(given.conference)) if any(problem.code == CODE for problem in given.problems) else ()
    read = [problem for problem in given.problems if problem.code != CODE or _spot(problem) not in settled]
    found = _examined(given, read)
    return Examination(in_order([*_named(given), *found.kept]), found.silenced)


def _named(given: Input) -> Iterator[Problem]:
    """B905: a file whose results would go into no folder of their own: `...yaml` would build into the folder above."""
    if not portable(given.path.stem):
        yield Problem("B905", Place(given.path), {"name": given.path.name})


def _beyond_syntax(given: Input) -> Iterator[Problem]:
    if given.partial is None or given.source.mended is None:
        return
    material = Material(given.partial)
    outcome = sort_out([problem for rule in WITHIN_AN_INDICATOR for problem in rule(material)], material)
    yield from given.source.mended.untouched(outcome.kept)


def _spot(problem: Problem) -> tuple[int, int]:
    return problem.place.line, problem.place.column


def _examined(given: Input, read: Sequence[Problem]) -> Sorted:
    """The problems of reading, without what other figures settle, and those of all rules."""
    assert given.conference is not None
    material = Material(given.conference)
    told = (problem for rule in RULES for problem in rule(material))
    outcome = sort_out([*owned(read, material), *told], material)
    if not has_errors(given.problems):
        return outcome
    unread = {problem.code for problem in given.problems}
    following = {code for code, causes in FOLLOWING.items() if not causes or causes & unread}
    return replace(outcome, kept=tuple(problem for problem in outcome.kept if problem.code not in following))
