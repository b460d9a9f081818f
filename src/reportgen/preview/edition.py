"""One state of an input as it is shown: what is wrong with it, and its papers, each form written when it is asked for.

An edition whose input has errors shows the papers of the last one that had none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from reportgen.checks import check
from reportgen.figures.typed import origin
from reportgen.layout.document import Document
from reportgen.model.reading import Input, read_input
from reportgen.papers import Paper, find_papers, ready, render
from reportgen.problems import Failure, Place, Problem, in_order
from reportgen.problems.catalog import has_errors
from reportgen.writers.engines import quickest
from reportgen.writers.formats import FORMATS, PICTURE, Finished, with_pages
from reportgen.writers.paging import Paged

_AT_ONCE = Lock()
"""The writers of DOCX and PDF are used by one thread at a time."""


@dataclass(frozen=True, slots=True)
class Form:
    """A file that can be asked for: its name, the paper's name, and what its name ends in."""

    name: str
    paper: str
    extension: str


class Shelf:
    """The papers of one state of the input that had no errors. Files are written once, when they are asked for.

    Copies of pictures that the shelf before had too are taken over.
    """

    def __init__(
        self, given: Input, papers: Mapping[str, Paper], documents: Mapping[str, Document], before: Shelf | None = None
    ) -> None:
        self.given = given
        self.documents = documents
        self.forms = tuple(
            Form(f"{key}.{extension}", papers[key].name, extension)
            for key in documents
            for extension in papers[key].formats
        )
        self._written: dict[str, Finished] = {}
        self._pictures: dict[str, Mapping[str, bytes]] = {}
        if before is not None:
            for key, document in documents.items():
                self._pictures |= before.copies_of(key, document)
        self._drawing = Lock()

    def copies_of(self, key: str, document: Document) -> Mapping[str, Mapping[str, bytes]]:
        """The copies made of a paper's pictures, by the paper's key; none where they are not that document's."""
        known = self.documents.get(key)
        same = known is not None and known.pictures == document.pictures and key in self._pictures
        return {key: self._pictures[key]} if same else {}

    def file(self, name: str) -> Finished | None:
        """A form's or a picture's bytes, with what its proofs found; None if there is no such file."""
        form = next((form for form in self.forms if form.name == name), None)
        if form is None:
            picture = self._picture(name)
            return Finished(picture) if picture is not None else None
        if name not in self._written:
            self._written[name] = self._made(form)
        return self._written[name]

    def _made(self, form: Form) -> Finished:
        wanted, file = FORMATS[form.extension], Path(form.name)
        document = self.documents[form.name.removesuffix(f".{form.extension}")]
        if not wanted.paged:
            return wanted.finish(Paged(document), file)
        with _AT_ONCE:
            paged = with_pages(document, file, quickest())
            return Finished(b"", paged.problems) if isinstance(paged, Failure) else wanted.finish(paged, file)

    def _picture(self, name: str) -> bytes | None:
        from reportgen.writers.web import write_copies

        if not name.endswith(f".{PICTURE}"):
            return None
        with self._drawing:
            for key, document in self.documents.items():
                if name.startswith(f"{key}-") and key not in self._pictures:
                    self._pictures[key] = write_copies(document)
        return next((copies[name] for copies in self._pictures.values() if name in copies), None)

    def origin(self, figure: str, part: str) -> Place | None:
        """Where a figure was typed."""
        conference = self.given.conference
        return origin(conference, figure, part) if conference is not None else None

    @property
    def lines(self) -> Mapping[Path, tuple[str, ...]]:
        """The lines of the input that the papers were made of."""
        return {self.given.path: self.given.source.lines}


@dataclass(frozen=True, slots=True)
class Edition:
    """What is shown from one save to the next. `lines` are those that the problems are in; `shelf` is None until the
    input has once been without errors."""

    number: int
    problems: tuple[Problem, ...]
    lines: Mapping[Path, tuple[str, ...]]
    shelf: Shelf | None

    @property
    def failed(self) -> bool:
        """Whether the papers are those of an earlier state."""
        return has_errors(self.problems)


def read_edition(file: Path, before: Edition | None = None) -> Edition:
    """The edition after that one."""
    given = read_input(file)
    number = before.number + 1 if before is not None else 1
    older = before.shelf if before is not None else None
    lines = {given.path: given.source.lines}
    problems = check(given)
    if has_errors(problems):
        return Edition(number, problems, lines, older)
    papers, unusable = find_papers(file.parent)
    assert given.conference is not None, "an input without errors has one"
    shown = [paper for paper in ready(given.conference, papers.values()) if not paper.asked]
    rendered = {paper.key: render(given, paper) for paper in shown}
    everything = in_order([*problems, *unusable, *_failures(rendered)])
    documents = {key: document for key, document in rendered.items() if isinstance(document, Document)}
    shelf = older if has_errors(everything) else Shelf(given, papers, documents, older)
    return Edition(number, everything, lines, shelf)


def _failures(rendered: Mapping[str, Document | Failure]) -> Iterator[Problem]:
    for outcome in rendered.values():
        if isinstance(outcome, Failure):
            yield from outcome.problems
