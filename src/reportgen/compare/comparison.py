"""An edited file held against its input: everything that is to be told, and what would be written.

In: the two files. Out: a `Comparison`, or why there is none: a file that cannot be read, an input with errors, a file
that is none of its papers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.checks import examine
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
    """What was found. `passages` are all papers' by their names; `against`: what the checks would say of a figure that
    was changed, by its edit."""

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
    """Hold the file against the input."""
    read = _edited(asked.file)
    if isinstance(read, Failure):
        return read
    edited, layout = read
    given = read_input(asked.input)
    examined = examine(given)
    if has_errors(examined.problems):
        return Failure(examined.problems)
    known = {key: paper for key, paper in find_papers(asked.input.parent)[0].items() if WORD in paper.formats}
    if asked.paper and asked.paper not in known:
        values = {"paper": asked.paper, "papers": ", ".join(known)}
        return Failure.of(Problem("C121", Place(asked.input), values))
    passages = _passages(given, known.values())
    if isinstance(passages, Failure):
        return passages
    key = asked.paper or _recognised(asked.file, edited, passages)
    if not key:
        return Failure.of(Problem("C120", Place(asked.file), {"papers": ", ".join(known)}))
    prover = Prover(given, known[key], edited)
    proposal = prover.proposal(passages[key], figures=asked.figures)
    names = {known[one].name: found for one, found in passages.items()}
    against = _against(prover, proposal, passages[key])
    return Comparison(given, known[key], edited, proposal, names, against, layout)


def _edited(file: Path) -> tuple[Edited, tuple[Problem, ...]] | Failure:
    """What the file says, and where it breaks the layout."""
    layout = inspect(file).problems
    unread = tuple(problem for problem in layout if problem.code in UNREAD)
    if unread:
        return Failure(unread)
    try:
        content = read_bounded(file, MOST_BYTES)
    except OSError:
        return Failure.of(Problem("C122", Place(file)))
    if not content.startswith(ZIP):
        return Failure.of(Problem("C122", Place(file)))
    found = read_edited(content)
    if isinstance(found, str):
        return Failure.of(Problem("C123", Place(file)))
    return found, tuple(problem for problem in layout if problem.code not in EXPECTED)


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
    from reportgen.compare.carrying import Carrier

    carrier = Carrier(prover.given, passages)
    edits = [carrier.edit(one) for one in changed]
    return list(dict.fromkeys(edit for edit in edits if isinstance(edit, Edit)))
