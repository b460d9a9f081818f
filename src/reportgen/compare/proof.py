"""The proof of what is carried back: the input is built with it, in memory, before anything is written.

In: an input, a paper and an edited file. Out: the new text of the input with what it then prints held against the file:
what was carried, and every difference that stays.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reportgen.checks import examine
from reportgen.compare.carrying import Carrier, Reason, carried
from reportgen.compare.differences import Difference, Kind, differences
from reportgen.compare.edited import Edited
from reportgen.compare.edits import Edit
from reportgen.compare.printed import Printed, printed
from reportgen.compare.rewriting import rewritten
from reportgen.model.reading import Input, bind
from reportgen.papers import Paper, render
from reportgen.problems import Failure, Problem
from reportgen.problems.catalog import has_errors
from reportgen.source import parse_source

MOST_ROUNDS = 6
"""So often edits are left out that do not print what the file says."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be written. `fates`: each difference with its edit or why it has none; `remaining`: what the file and
    the new input still say differently; `content`: the new bytes of the input, as they are without an edit."""

    content: bytes
    fates: tuple[tuple[Difference, Edit | Reason], ...]
    remaining: tuple[Difference, ...]
    problems: tuple[Problem, ...] = field(default=())
    """What the checks say of the new input and did not say before."""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What is carried."""
        return tuple(fate for _, fate in self.fates if isinstance(fate, Edit))


@dataclass(frozen=True)
class Prover:
    """Builds one paper of one input, again and again."""

    given: Input
    paper: Paper
    after: Edited

    def proposal(self, before: Sequence[Printed], *, figures: bool) -> Proposal:
        """The largest set of edits that is proved."""
        found = differences(before, self.after)
        carrier = Carrier(self.given, before)
        fates = list(carried(carrier, found, figures=figures))
        for _ in range(MOST_ROUNDS):
            tried = self._tried(tuple(fates))
            if isinstance(tried, Proposal):
                return tried
            fates = [(one, Reason.PROOF if isinstance(fate, Edit) and fate in tried else fate) for one, fate in fates]
        none = [(one, Reason.PROOF if isinstance(fate, Edit) else fate) for one, fate in fates]
        return Proposal(self.given.source.raw, tuple(none), found)

    def consequences(self, edit: Edit) -> tuple[Problem, ...]:
        """What the checks say once one edit is made."""
        fresh = self._fresh((edit,))
        return self._new_problems(fresh[0]) if fresh is not None else ()

    def _tried(self, fates: tuple[tuple[Difference, Edit | Reason], ...]) -> Proposal | Collection[Edit]:
        """The proposal; the edits that spoil it if it is not proved."""
        edits = tuple(fate for _, fate in fates if isinstance(fate, Edit))
        if not edits:
            return Proposal(self.given.source.raw, fates, tuple(one for one, _ in fates))
        fresh = self._fresh(edits)
        if fresh is None:
            return edits
        given, content, taken = fresh
        if left := set(edits) - set(taken):
            return left
        told = self._new_problems(given)
        if has_errors(told):
            lines = {problem.place.line for problem in told}
            wrong = [edit for edit in edits if edit.place.line in lines]
            return wrong or edits
        document = render(given, self.paper)
        if isinstance(document, Failure):
            return edits
        remaining = differences(printed(document.tree), self.after)
        spoilt = _spoilt(fates, remaining)
        return spoilt or Proposal(content, fates, remaining, told)

    @cached_property
    def _known(self) -> Sequence[str]:
        """The codes of what the checks say of the input as it is."""
        return [problem.code for problem in examine(self.given).problems]

    def _fresh(self, edits: Sequence[Edit]) -> tuple[Input, bytes, tuple[Edit, ...]] | None:
        made = rewritten(self.given.source, edits)
        mark = codecs.BOM_UTF8 if self.given.source.raw.startswith(codecs.BOM_UTF8) else b""
        content = mark + made.text.encode()
        given = bind(parse_source(self.given.path, content))
        return (given, content, made.edits) if given.conference is not None else None

    def _new_problems(self, given: Input) -> tuple[Problem, ...]:
        known = Counter(self._known)
        fresh: list[Problem] = []
        for problem in examine(given).problems:
            known[problem.code] -= 1
            if known[problem.code] < 0:
                fresh.append(problem)
        return tuple(fresh)


def _spoilt(fates: Sequence[tuple[Difference, Edit | Reason]], remaining: Sequence[Difference]) -> tuple[Edit, ...]:
    """The edits of words whose passage still says something else than the file, or that changed another passage."""
    wanted = Counter(_key(one) for one, fate in fates if not isinstance(fate, Edit))
    figures = {one.number.figure for one, fate in fates if isinstance(fate, Edit) and one.number is not None}
    too_many: list[Difference] = []
    for one in remaining:
        wanted[_key(one)] -= 1
        if wanted[_key(one)] < 0 and not _of_figures(one, figures):
            too_many.append(one)
    keys = {_key(one) for one in too_many}
    sources = {name for one in too_many for passage in one.printed for name in passage.sources}
    worded = [(one, fate) for one, fate in fates if isinstance(fate, Edit) and one.kind is not Kind.FIGURE]
    here = [fate for one, fate in worded if _key(one) in keys]
    beside = [fate for _, fate in worded if fate.origin.name in sources]
    return tuple(here or beside)


def _key(difference: Difference) -> tuple[object, ...]:
    """The passages of the file that a difference is about; of a deleted one its words."""
    return tuple(passage.number for passage in difference.edited) or (difference.old,)


def _of_figures(difference: Difference, figures: Collection[str]) -> bool:
    """Whether a difference is one of a figure that was changed: it is printed elsewhere as well."""
    return any(figure in figures for passage in difference.printed for figure in passage.figures)
