"""The papers of one input, each made when it is asked for, from the last state of the input that had no errors."""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, RLock
from types import MappingProxyType

from reportgen.checks import check
from reportgen.desk.held import Held, version_of
from reportgen.layout.document import Document
from reportgen.model.reading import Input, bind
from reportgen.papers import Paper, find_papers, lacking, ready, render
from reportgen.problems import Failure, Problem
from reportgen.problems.catalog import has_errors
from reportgen.writers.engines import quickest
from reportgen.writers.formats import FORMATS, PICTURE, Finished, format_of, with_pages
from reportgen.writers.paging import Paged

_AT_ONCE = Lock()
"""The writers of DOCX and PDF are used by one thread at a time."""
PIXELS_PER_POINT = 1.6
MOST_PAGES = 400
SHOWN = "html"
"""The form in which every paper is shown at once."""
KEPT = 4
"""Shelves of states that are kept."""


@dataclass(slots=True)
class Shelf:
    """The papers of one state of an input without errors."""

    given: Input
    papers: Mapping[str, Paper]
    _documents: dict[str, Document | Failure] = field(default_factory=dict)
    _paged: dict[str, Paged | Failure] = field(default_factory=dict)
    _files: dict[str, Finished] = field(default_factory=dict)
    _copies: dict[str, Mapping[str, bytes]] = field(default_factory=dict)
    _lock: RLock = field(default_factory=RLock)

    def document(self, key: str) -> Document | Failure | None:
        """A paper, rendered; None if there is none of that key."""
        with self._lock:
            if key not in self._documents and key in self.papers:
                self._documents[key] = render(self.given, self.papers[key])
            return self._documents.get(key)

    def file(self, name: str) -> Finished | None:
        """A form of a paper, `bao-cao.pdf`, or a picture beside it; None if there is none of that name."""
        with self._lock:
            if name not in self._files:
                made = self._made(name)
                if made is None:
                    return None
                self._files[name] = made
            return self._files[name]

    def _made(self, name: str) -> Finished | None:
        if name.endswith(f".{PICTURE}"):
            return self._picture(name)
        extension = format_of(name)
        key = name.removesuffix(f".{extension}")
        if not extension or key not in self.papers or extension not in {*self.papers[key].formats, SHOWN}:
            return None
        document = self.document(key)
        if document is None or isinstance(document, Failure):
            return Finished(b"", document.problems) if document is not None else None
        wanted, file = FORMATS[extension], Path(name)
        if not wanted.paged:
            return wanted.finish(Paged(document), file)
        with _AT_ONCE:
            if key not in self._paged:
                self._paged[key] = with_pages(document, file, quickest())
            paged = self._paged[key]
            return Finished(b"", paged.problems) if isinstance(paged, Failure) else wanted.finish(paged, file)

    def _picture(self, name: str) -> Finished | None:
        from reportgen.writers.web import write_copies

        for key in self.papers:
            if name.startswith(f"{key}-"):
                document = self.document(key)
                if isinstance(document, Document) and key not in self._copies:
                    self._copies[key] = write_copies(document)
        found = next((copies[name] for copies in self._copies.values() if name in copies), None)
        return Finished(found) if found is not None else None

    def pages(self, key: str) -> int:
        """How many pages a paper has; 0 without a PDF."""
        pdf = self.file(f"{key}.pdf")
        return _count(pdf.content) if pdf is not None and pdf.content else 0

    def page(self, key: str, number: int) -> bytes | None:
        """A page as a PNG picture, from 1."""
        pdf = self.file(f"{key}.pdf")
        return _drawn(pdf.content, number) if pdf is not None and pdf.content else None

    def listed(self) -> list[dict[str, object]]:
        """The papers with their forms."""
        return [
            {"key": key, "name": paper.name, "formats": list(paper.formats), "stage": paper.stage}
            for key, paper in self.papers.items()
        ]


@dataclass(slots=True)
class Desk:
    """What is known of one input's states: problems and papers, each state's once."""

    held: Held
    _checked: OrderedDict[str, tuple[Input, tuple[Problem, ...]]] = field(default_factory=OrderedDict)
    _shelves: OrderedDict[str, Shelf] = field(default_factory=OrderedDict)
    _lock: RLock = field(default_factory=RLock)

    def checked(self) -> tuple[Input, tuple[Problem, ...]]:
        """The input as it stands, with all that is wrong with it."""
        source = self.held.source
        version = version_of(source.raw)
        with self._lock:
            if version not in self._checked:
                given = bind(source)
                self._checked[version] = given, check(given)
                while len(self._checked) > KEPT:
                    self._checked.popitem(last=False)
            return self._checked[version]

    def shelf(self) -> Shelf | None:
        """The papers of the newest state without errors; None as long as there was none."""
        given, problems = self.checked()
        version = version_of(given.source.raw)
        with self._lock:
            if not has_errors(problems) and version not in self._shelves and given.conference is not None:
                papers, _ = find_papers(self.held.path.parent)
                made = {paper.key: paper for paper in ready(given.conference, papers.values()) if not paper.asked}
                self._shelves[version] = Shelf(given, MappingProxyType(made))
                while len(self._shelves) > KEPT:
                    self._shelves.popitem(last=False)
            return next(reversed(self._shelves.values()), None)

    def missing(self) -> list[dict[str, object]]:
        """The papers that are not made yet, with what they lack."""
        given, _ = self.checked()
        if given.conference is None:
            return []
        papers, _ = find_papers(self.held.path.parent)
        return [
            {"key": key, "name": paper.name, "lacking": [need.replace(".", " → ") for need in lacks]}
            for key, paper in papers.items()
            if (lacks := lacking(given.conference, key, paper.needs))
        ]


def _count(pdf: bytes) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return min(len(document), MOST_PAGES)


def _drawn(pdf: bytes, number: int) -> bytes | None:
    import pypdfium2

    with _AT_ONCE, pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        if not 1 <= number <= min(len(document), MOST_PAGES):
            return None
        picture = document[number - 1].render(scale=PIXELS_PER_POINT).to_pil()
        content = io.BytesIO()
        picture.save(content, "PNG")
        return content.getvalue()
