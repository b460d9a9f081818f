"""Which papers are made of an input, and what it says of papers that there are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.model import Conference
from reportgen.model.leaves import Leaf, Words
from reportgen.model.reading import Input
from reportgen.model.section import leaves_of
from reportgen.official.issuing import REPORT, key_of
from reportgen.papers.finding import OFFICIAL, Paper, papers_for
from reportgen.papers.needs import lacking
from reportgen.problems import Place, Problem
from reportgen.vietnamese.letters import closest


def ready(conference: Conference, papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """The papers that the conference has the facts for."""
    return tuple(paper for paper in papers if not lacking(conference, paper.key, paper.needs))


def unknown_letterheads(given: Input) -> Iterator[Problem]:
    """T813: what is written below `văn bản khác` under a name that is no official paper's is printed nowhere."""
    if given.conference is None or not given.conference.letterheads:
        return
    papers = papers_for(given.path.parent).items()
    known = {key: _called(paper) for key, paper in papers if paper.layout == OFFICIAL or key == REPORT}
    for name, letterhead in given.conference.letterheads.items():
        if key_of(name) not in known:
            guess = closest(key_of(name), sorted(known)) or ""
            names = sorted(called for key, called in known.items() if key != REPORT)
            values = {"name": str(name), "known": ", ".join(names), "guess": known.get(guess, "")}
            yield Problem("T813", _place(leaves_of(letterhead, Leaf)) or Place(given.path), values)


def _called(paper: Paper) -> str:
    """The name that the input may call a paper by: the words of its own that its key was made of (`giấy mời` of
    `Giấy mời dự hội nghị`, `giao ước` of `Bản giao ước thi đua`), else the key."""
    words, count = paper.name.lower().split(), paper.key.count("-") + 1
    runs = (" ".join(words[start : start + count]) for start in range(len(words)))
    return next((run for run in runs if key_of(run) == paper.key), paper.key)


def _place(leaves: Iterable[Leaf]) -> Place | None:
    """Where the first of them stands."""
    words = (leaf if isinstance(leaf, Words) else getattr(leaf, "words", None) for leaf in leaves)
    return next((place for one in words if one is not None and (place := one.place()) is not None), None)
