"""An edited file held against its input: everything that is to be told, and what would be written.

In: the two files. Out: a `Comparison`, or why there is none: a file that cannot be read, an input with errors, a file
that is none of its papers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from reportgen.checks import examine
from reportgen.compare.carrying import Carrier
from reportgen.compare.differences import Difference, Kind
from reportgen.compare.edited import Edited, read_edited
from reportgen.compare.edits import Edit
from reportgen.compare.printed import Printed, printed
from reportgen.compare.proof import Proposal, Prover
from reportgen.files.bounded import read_bounded
from reportgen.model.reading import Input, read_input
from reportgen.papers import Paper, find_papers, render
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.catalog import has_errors
from reportgen.verify.inspection import MOST_BYTES, inspect

MOST_CONSEQUENCES = 12
"""Of so many changed figures is told what would contradict them."""
WORD = "docx"
ZIP = b"PK\x03\x04"
UNREAD = frozenset({"V971", "V972", "V973", "V974", "V975", "V976"})
"""Codes of a file that cannot be read."""
EXPECTED = frozenset({"V965", "V967"})
"""Codes of what is no news: that the file was changed, that an article has no letterhead."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: a paper by its key, "" for the one that the file is; whether figures are carried as well."""

    file: Path
    input: Path
    paper: str = ""
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found. `passages` are those of this paper and of the usual ones, by their names; `against`: what the
    checks would say of a figure that was changed, by its edit."""

    given: Input
    paper: Paper
    edited: Edited
    proposal: Proposal
    passages: Mapping[str, tuple[Printed, ...]]
    against: Mapping[Edit, tuple[Problem, ...]]
    layout: tuple[Problem, ...] = ()
    """Where the file breaks the rules of official papers."""

    @property
    def same(self) -> bool:
        """Whether the file says what its input says."""
        return not self.proposal.fates

    def also_in(self, source: str) -> str:
        """The other papers that print a text."""
        return ", ".join(
            name
            for name, passages in self.passages.items()
            if name != self.paper.name and any(source in passage.sources for passage in passages)
        )

    def printed_in(self, figure: str, part: str) -> str:
        """The papers that print a figure, with how often: `Báo cáo (2), Tin bài (1)`."""
        counts = Counter(
            name
            for name, passages in self.passages.items()
            for passage in passages
            for number in passage.numbers
            if (number.figure, number.part) == (figure, part)
        )
        return ", ".join(f"{name} ({count})" for name, count in counts.items())


def compare(asked: Asked) -> Comparison | Failure:
    """Hold the file against the input; the one is read in other processes while the other is printed in this."""
    with ThreadPoolExecutor(2) as pool:
        layout, file = pool.submit(inspect, asked.file), pool.submit(_edited, asked.file)
        standing = _standing(asked)
        found, edited = layout.result().problems, file.result()
    if unread := tuple(problem for problem in found if problem.code in UNREAD):
        return Failure(unread)
    if isinstance(edited, Failure):
        return edited
    if isinstance(standing, Failure):
        return standing
    key = asked.paper or _recognised(asked.file, edited, standing.passages)
    if key not in standing.passages:
        code = "C121" if asked.paper else "C120"
        values = {"paper": asked.paper, "papers": ", ".join(standing.passages)}
        return Failure.of(Problem(code, Place(asked.file), values))
    prover = Prover(standing.given, standing.papers[key], edited)
    proposal = prover.proposal(standing.passages[key], figures=asked.figures)
    usual = (one for one in standing.passages if one == key or not standing.papers[one].asked)
    names = {standing.papers[one].name: standing.passages[one] for one in usual}
    against = _against(prover, proposal, standing.passages[key])
    told = tuple(problem for problem in found if problem.code not in EXPECTED)
    return Comparison(standing.given, prover.paper, edited, proposal, names, against, told)


class _Standing(NamedTuple):
    """An input, its papers by their keys, and what they print."""

    given: Input
    papers: Mapping[str, Paper]
    passages: Mapping[str, tuple[Printed, ...]]


def _standing(asked: Asked) -> _Standing | Failure:
    given = read_input(asked.input)
    examined = examine(given)
    if has_errors(examined.problems):
        return Failure(examined.problems)
    papers = {key: paper for key, paper in find_papers(asked.input.parent)[0].items() if WORD in paper.formats}
    passages = _passages(given, papers.values())
    return passages if isinstance(passages, Failure) else _Standing(given, papers, passages)


def _edited(file: Path) -> Edited | Failure:
    """What the file says."""
    try:
        content = read_bounded(file, MOST_BYTES)
    except OSError:
        return Failure.of(Problem("C122", Place(file)))
    if not content.startswith(ZIP):
        return Failure.of(Problem("C122", Place(file)))
    found = read_edited(content)
    return Failure.of(Problem("C123", Place(file))) if isinstance(found, str) else found


def _passages(given: Input, papers: Iterable[Paper]) -> dict[str, tuple[Printed, ...]] | Failure:
    """What each paper prints, by its key. A paper that cannot be made is left out where another can."""
    made: dict[str, tuple[Printed, ...]] = {}
    wrong: list[Problem] = []
    for paper in papers:
        document = render(given, paper)
        if isinstance(document, Failure):
            wrong += document.problems
        else:
            made[paper.key] = printed(document.tree)
    return made if made else Failure(tuple(wrong))


def _recognised(file: Path, edited: Edited, passages: Mapping[str, tuple[Printed, ...]]) -> str:
    """The paper that shares most words and names with the file; of those that share as many the one named so."""
    texts = {passage.text for passage in edited.passages}
    names = {name for passage in edited.passages for name in passage.names}

    def shared(key: str) -> tuple[int, bool]:
        same = sum(one.text in texts for one in passages[key]) + sum(
            one.name in names for one in passages[key] if one.name
        )
        return same, file.name.startswith(f"{key}.")

    best = max(passages, key=shared)
    return best if shared(best)[0] else ""


def _against(prover: Prover, proposal: Proposal, passages: Sequence[Printed]) -> dict[Edit, tuple[Problem, ...]]:
    """What would contradict the figures that were changed."""
    found: dict[Edit, tuple[Problem, ...]] = {}
    changed = [one for one, _ in proposal.fates if one.kind is Kind.FIGURE]
    for edit in figure_edits(prover, changed, passages)[:MOST_CONSEQUENCES]:
        found[edit] = prover.consequences(edit)
    return found


def figure_edits(prover: Prover, changed: Sequence[Difference], passages: Sequence[Printed]) -> list[Edit]:
    """The edits of figures, each once."""
    carrier = Carrier(prover.given, passages)
    edits = [carrier.edit(one) for one in changed]
    return list(dict.fromkeys(edit for edit in edits if isinstance(edit, Edit)))
