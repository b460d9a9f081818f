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

from reportgen.build.digest import sha256
from reportgen.build.manifest import previous_outputs
from reportgen.checks import examine
from reportgen.compare.carrying import Carrier
from reportgen.compare.differences import Difference, Kind
from reportgen.compare.edited import Edited, read_edited
from reportgen.compare.edits import Edit
from reportgen.compare.printed import Printed, printed
from reportgen.compare.proof import Proposal, Prover
from reportgen.files.bounded import read_bounded
from reportgen.model.reading import Input, read_input
from reportgen.papers import Paper, find_papers, ready, render
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.catalog import has_errors
from reportgen.verify.inspection import MOST_BYTES, inspect

MOST_CONSEQUENCES = 12
"""Of so many changed figures is told what would contradict them."""
MOST_NAMED = 4
"""So many other papers are named that print the same."""
LEAST_SHARED, SURE = 0.25, 0.5
"""A file that has a smaller part of a paper is another one; one that has a greater part is surely that paper."""
OUTPUTS = Path("outputs")
"""Where papers are built without another wish."""
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
    newer: bool = False
    """Whether the input has changed since the paper was last built from it, as far as a manifest tells."""

    @property
    def same(self) -> bool:
        """Whether the file says what its input says."""
        return not self.proposal.fates

    def also_in(self, source: str) -> str:
        """The other papers that print a text."""
        others = [
            name
            for name, passages in self.passages.items()
            if name != self.paper.name and any(source in passage.sources for passage in passages)
        ]
        return ", ".join(others[:MOST_NAMED]) + (", …" if len(others) > MOST_NAMED else "")

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
    found_in = _found_in(asked, edited, standing)
    if isinstance(found_in, Failure):
        return found_in
    key, standing = found_in
    prover = Prover(standing.given, standing.papers[key], edited)
    proposal = prover.proposal(standing.passages[key], figures=asked.figures)
    against = _against(prover, proposal, standing.passages[key])
    if proposal.fates:
        usual = [paper for paper in standing.others if not paper.asked]
        standing = standing._replace(passages=standing.passages | standing.printed(usual))
    shown = (one for one in standing.passages if one == key or not standing.papers[one].asked)
    names = {standing.papers[one].name: standing.passages[one] for one in shown}
    told = tuple(problem for problem in found if problem.code not in EXPECTED)
    newer = _is_newer(asked, standing.given, key)
    return Comparison(standing.given, prover.paper, edited, proposal, names, against, told, newer)


def _is_newer(asked: Asked, given: Input, key: str) -> bool:
    """Whether the manifest beside the file, or in the usual folder, knows the paper as built from another input."""
    folders = (asked.file.parent, OUTPUTS / asked.input.stem, asked.input.parent.parent / OUTPUTS / asked.input.stem)
    known = (entry for folder in folders for entry in previous_outputs(folder) if entry["file"] == f"{key}.{WORD}")
    built = next((str(entry.get("input_sha256", "")) for entry in known), "")
    return built not in {"", sha256(given.source.raw)}


def _found_in(asked: Asked, edited: Edited, standing: _Standing) -> tuple[str, _Standing] | Failure:
    """The paper that the file is: the one that is named, the one that its name says, the one that shares most."""
    steps = (
        [paper for paper in standing.others if not paper.asked],
        [paper for paper in standing.others if paper.asked],
    )
    key = asked.paper or _recognised(edited, standing.passages, SURE)
    for papers in steps if not key else ():
        standing = standing._replace(passages=standing.passages | standing.printed(papers))
        key = key or _recognised(edited, standing.passages, LEAST_SHARED)
    values = {"paper": asked.paper, "papers": ", ".join(standing.papers)}
    if key not in standing.passages:
        return Failure.of(Problem("C121" if asked.paper else "C120", Place(asked.file), values))
    if _shared(edited, standing.passages[key]) < LEAST_SHARED:
        return Failure.of(Problem("C127", Place(asked.file), values))
    return key, standing


class _Standing(NamedTuple):
    """An input, the papers that it has the facts for by their keys, and what some of them print."""

    given: Input
    papers: Mapping[str, Paper]
    passages: dict[str, tuple[Printed, ...]]

    @property
    def others(self) -> tuple[Paper, ...]:
        """The papers that were not printed yet."""
        return tuple(paper for key, paper in self.papers.items() if key not in self.passages)

    def printed(self, papers: Iterable[Paper]) -> dict[str, tuple[Printed, ...]]:
        """What papers print, by their keys, without those that cannot be made."""
        made = ((paper.key, render(self.given, paper)) for paper in papers)
        return {key: printed(one.tree) for key, one in made if not isinstance(one, Failure)}


def _standing(asked: Asked) -> _Standing | Failure:
    given = read_input(asked.input)
    examined = examine(given)
    if given.conference is None or has_errors(examined.problems):
        return Failure(examined.problems)
    known = [paper for paper in find_papers(asked.input.parent)[0].values() if WORD in paper.formats]
    standing = _Standing(given, {paper.key: paper for paper in ready(given.conference, known)}, {})
    wanted = asked.paper or asked.file.name.partition(".")[0]
    first = [standing.papers[wanted]] if wanted in standing.papers else []
    return standing._replace(passages=standing.printed(first))


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


def _recognised(edited: Edited, passages: Mapping[str, tuple[Printed, ...]], least: float) -> str:
    """The paper that shares most with the file, and no less than this part of its own; "" for none."""
    best = max(passages, key=lambda key: _shared(edited, passages[key]), default="")
    return best if best and _shared(edited, passages[best]) >= least else ""


def _shared(edited: Edited, passages: Sequence[Printed]) -> float:
    """The part of a paper's passages that the file has, by their words or by their names."""
    texts = {passage.text for passage in edited.passages}
    names = {name for passage in edited.passages for name in passage.names}
    by_words, by_names = sum(one.text in texts for one in passages), sum(one.name in names for one in passages)
    return max(by_words, by_names) / max(len(passages), 1)


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
