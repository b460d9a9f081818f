"""All papers of one input, written and proved in memory; nothing is put anywhere.

A paper whose document is, to the letter, the one that an earlier file was written from is not written again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from reportgen.build.digest import document_digest, sha256
from reportgen.build.sources import tools
from reportgen.checks import Examination, examine
from reportgen.layout.document import Document
from reportgen.model import Conference
from reportgen.model.reading import Input
from reportgen.papers import Paper, find_papers, left_out, ready, render, unknown_letterheads
from reportgen.problems import Failure, Place, Problem, in_order
from reportgen.problems.catalog import has_errors
from reportgen.writers.engines import VARIABLE
from reportgen.writers.formats import FORMATS, with_pages

SUBSTITUTED = "M906"
"""Says that another engine lays out pages than usual."""
Told = Callable[[str], None]
"""Hears the name of each file as it is made."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to make of an input. Without `papers` all; without `formats` all that each paper has. `pdfa`: 2a, or 3a with
    the input embedded. `engine`: what lays out pages, "" for the program's choice."""

    papers: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    pdfa: str = "2a"
    engine: str = ""

    @property
    def whole(self) -> bool:
        """Whether everything is wished for."""
        return not self.papers and not self.formats

    @property
    def how(self) -> str:
        """What decides what the files look like: the form of PDF and the engine."""
        return f"{self.pdfa} {self.engine or os.environ.get(VARIABLE, '')}".strip()


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file. `written_from` is the digest of its document and its tools, "" where it has to be written anew;
    `engine` what laid out its pages, "" where nothing did."""

    content: bytes
    written_from: str = ""
    engine: str = ""


@dataclass(frozen=True, slots=True)
class Making:
    """What came of an input: files by name, the names of earlier ones that still hold, and what is wrong or told."""

    examined: Examination
    problems: tuple[Problem, ...]
    files: Mapping[str, Made] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()

    @property
    def failed(self) -> bool:
        """Whether an error forbids the papers."""
        return has_errors(self.problems)


def make(given: Input, wish: Wish, folder: Path, earlier: Mapping[str, Any], told: Told = lambda _: None) -> Making:
    """The papers of an input, which will lie in that folder: what is wrong with one of them is told with its place.

    `earlier`: file name → the digest that an earlier file was written from (`Made.written_from`), of all that lie where
    these will; a file with "" is there, but has to be written anew.
    """
    examined = examine(given)
    if has_errors(examined.problems):
        return Making(examined, examined.problems)
    assert given.conference is not None, "an input with errors is not built"
    problems = [*examined.problems, *unknown_letterheads(given)]
    papers, wrong = _chosen(given, wish, earlier)
    made: dict[str, Made] = {}
    kept: set[str] = set()
    documents: list[Document] = []
    for paper in papers:
        document = _document(given, paper, wish)
        if isinstance(document, Failure):
            wrong += document.problems
            continue
        documents.append(document)
        wrong += document.remarks
        files, same, said = _files(document, _ways(paper, wish, folder, earlier), told)
        made |= files
        kept |= same
        wrong += said
    if not wish.papers and len(documents) == len(papers):
        wrong += left_out(given.conference, documents)
    return Making(examined, in_order([*problems, *_once(wrong)]), made, frozenset(kept))


def _once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """What several papers say of the machine is told once."""
    told = False
    for problem in problems:
        if problem.code != SUBSTITUTED or not told:
            yield problem
        told |= problem.code == SUBSTITUTED


def _chosen(given: Input, wish: Wish, earlier: Collection[str]) -> tuple[list[Paper], list[Problem]]:
    """The papers that are asked for; without a name all that the input has the facts for, and of those made by name the
    ones that are there, so that none is left with the figures of an older input.
    """
    assert given.conference is not None
    known, wrong = find_papers(given.path.parent)
    values = {"papers": ", ".join(known)}
    unknown = [
        Problem("T803", Place(given.path), {"paper": name, **values}) for name in wish.papers if name not in known
    ]
    wanted = wish.papers or _ready(given.conference, known.values(), earlier)
    return [paper for key, paper in known.items() if key in wanted], [*wrong, *unknown]


def _ready(conference: Conference, known: Iterable[Paper], earlier: Collection[str]) -> list[str]:
    there = {name.partition(".")[0] for name in earlier}
    return [paper.key for paper in ready(conference, known) if not paper.asked or paper.key in there]


def _document(given: Input, paper: Paper, wish: Wish) -> Document | Failure:
    document = render(given, paper)
    if isinstance(document, Failure) or wish.pdfa != "3a":
        return document
    return replace(document, attachment=(given.path.name, given.source.raw))


@dataclass(frozen=True, slots=True)
class _Ways:
    """How a paper is to be written, and what lies there."""

    formats: tuple[str, ...]
    wish: Wish
    folder: Path
    earlier: Mapping[str, Any]


def _ways(paper: Paper, wish: Wish, folder: Path, earlier: Mapping[str, Any]) -> _Ways:
    formats = tuple(wanted for wanted in paper.formats if wanted in (wish.formats or FORMATS))
    return _Ways(formats, wish, folder, earlier)


def _files(document: Document, ways: _Ways, told: Told) -> tuple[dict[str, Made], set[str], list[Problem]]:
    """The files of a paper that have to be written, the names of those that hold, and what writing them found."""
    digest = sha256(f"{tools()} {ways.wish.how} {document_digest(document)}".encode())
    named = {f"{document.paper}.{extension}": extension for extension in ways.formats}
    pictures = _copies(document) if any(FORMATS[extension].pictured for extension in ways.formats) else ()
    same = {name for name in (*named, *pictures) if ways.earlier.get(name) == digest}
    if same.issuperset((*named, *pictures)):
        return {}, same, []
    paged = with_pages(document, ways.folder / document.paper, ways.wish.engine)
    if isinstance(paged, Failure):
        return {}, set(), [*paged.problems]
    made: dict[str, Made] = {}
    wrong = [*paged.remarks]
    for name, extension in named.items():
        if name not in same:
            told(name)
            finished = FORMATS[extension].finish(paged, ways.folder / name)
            wrong += finished.problems
            made[name] = Made(finished.content, "" if wrong else digest, finished.engine)
    if not same.issuperset(pictures):
        made |= {name: Made(content, digest) for name, content in _written(paged.document).items()}
    return made, same - made.keys(), wrong


def _copies(document: Document) -> tuple[str, ...]:
    """The names of the pictures that lie beside a paper for the web."""
    if not document.pictures:
        return ()
    from reportgen.writers.web import copy_names

    return copy_names(document)


def _written(document: Document) -> dict[str, bytes]:
    from reportgen.writers.web import write_copies

    return write_copies(document)
