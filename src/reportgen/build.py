"""One input to one folder of papers, as a whole or not at all.

Everything is rendered, written and proved in memory; only then does a folder beside the old one take its place in one
step. A failed build leaves the last good set, a reader never sees half of one, and two builds of one input take turns.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from reportgen.bind import Input, has_errors, read_input
from reportgen.catalog import severity
from reportgen.checks import Examination, examine
from reportgen.document import Document
from reportgen.manifest import MANIFEST, manifest, output_record, previous_outputs, sha256
from reportgen.paging import may_be_long, settled
from reportgen.papers import FORMATS as KNOWN_FORMATS
from reportgen.papers import Paper, find_papers, render
from reportgen.problems import Place, Problem, Severity, in_order
from reportgen.publish import Change, publish


@dataclass(frozen=True, slots=True)
class Request:
    """What to build. Without `papers` all; without `formats` all that each paper has. `pdfa`: 2a, or 3a with the input
    embedded."""

    input: Path
    outputs: Path
    papers: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    pdfa: str = "2a"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a request: the finished files in their place, none if an error forbade the build.

    `lines` are the lines of the files that the problems are in.
    """

    input: Path
    folder: Path
    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    lines: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether nothing was built."""
        return has_errors(self.problems)

    @property
    def machine_lacks(self) -> bool:
        """Whether it failed for something that the machine lacks."""
        return any(problem.code.startswith("M") for problem in self.problems)


Written = tuple[bytes, tuple[Problem, ...]]
Made = TypeVar("Made")


def build(request: Request, told: Callable[[str], None] = lambda _: None) -> Outcome:
    """Build the papers of one input. `told` hears the name of each file as it is made."""
    given = read_input(request.input)
    folder = request.outputs / request.input.stem
    lines = {given.path: given.source.lines}
    examined = examine(given)
    problems = examined.problems
    if has_errors(problems):
        return Outcome(request.input, folder, (), problems, lines)
    papers, unknown = _chosen(request)
    made: dict[str, bytes] = {}
    wrong: list[Problem] = list(unknown)
    for paper in papers:
        document = _prepared(given, paper, request)
        if isinstance(document, tuple):
            wrong += document
            continue
        wrong += document.remarks
        extensions = [wanted for wanted in paper.formats if wanted in (request.formats or FORMATS)]
        for extension in extensions:
            name = f"{paper.key}.{extension}"
            told(name)
            content, failed = FORMATS[extension](document, folder / name)
            made[name] = content
            wrong += failed
        made |= _beside(document, extensions)
    if not has_errors(tuple(wrong)):
        wrong += _put(given, made, request, _checked(examined, request))
    everything = in_order([*problems, *wrong])
    files = () if has_errors(everything) else tuple(folder / name for name in sorted([*made, MANIFEST]))
    return Outcome(request.input, folder, files, everything, lines)


def _chosen(request: Request) -> tuple[list[Paper], list[Problem]]:
    """The papers that are asked for; without a name all, and of those made by name the ones that are there, so that
    none is left with the figures of an older input.
    """
    known, wrong = find_papers(request.input.parent)
    values = {"papers": ", ".join(known)}
    unknown = [
        Problem("T803", Place(request.input), {"paper": name, **values}) for name in request.papers if name not in known
    ]
    there = {str(entry["file"]).partition(".")[0] for entry in previous_outputs(request.outputs / request.input.stem)}
    wanted = request.papers or [key for key, paper in known.items() if not paper.asked or key in there]
    chosen = [paper for key, paper in known.items() if key in wanted]
    return chosen, [*wrong, *unknown]


def _prepared(given: Input, paper: Paper, request: Request) -> Document | tuple[Problem, ...]:
    """The paper as it is to be written, with its attachment and its table of contents."""
    document = render(given, paper)
    if isinstance(document, tuple):
        return document
    if request.pdfa == "3a":
        document = replace(document, attachment=(given.path.name, given.source.raw))
    paged = with_pages(document, request.outputs / request.input.stem / paper.key)
    return (paged,) if isinstance(paged, Problem) else paged


def with_pages(document: Document, file: Path) -> Document | Problem:
    """The document as DOCX and PDF need it: with its table of contents where it turns out long."""
    return _laying_out(settled, document, file) if may_be_long(document) else document


def _docx(document: Document, file: Path) -> Written:
    from reportgen.verify import prove_docx
    from reportgen.word import write_docx

    content = write_docx(document)
    return content, prove_docx(content, document.tree, document.standard, file)


def _pdf(document: Document, file: Path) -> Written:
    from reportgen.pdf import write_pdf
    from reportgen.verify import prove_pdf

    written = _laying_out(write_pdf, document, file)
    if isinstance(written, Problem):
        return b"", (written,)
    return written.content, prove_pdf(written.content, document.tree, document.standard, file)


def _laying_out(work: Callable[[Document], Made], document: Document, file: Path) -> Made | Problem:
    """What the work makes of the document, or what the machine lacks for laying out pages."""
    from reportgen.pdf.fonts import has_one_of

    families = document.standard.fonts_pdf
    if not has_one_of(families):
        return Problem("M904", Place(file), {"families": ", ".join(families)})
    try:
        return work(document)
    except OSError as error:
        # WeasyPrint loads Pango when it is imported; without it, that is the error.
        return Problem("M901", Place(file), {"reason": str(error).splitlines()[0]})


def _web(write: str) -> Callable[[Document, Path], Written]:
    def written(document: Document, _: Path) -> Written:
        from reportgen import web

        content: bytes = getattr(web, write)(web.readable(document))
        return content, ()

    return written


def _beside(document: Document, extensions: Collection[str]) -> dict[str, bytes]:
    """The pictures that these formats name."""
    if not document.pictures or not PICTURED.intersection(extensions):
        return {}
    from reportgen.web import write_copies

    return write_copies(document)


FORMATS: Mapping[str, Callable[[Document, Path], Written]] = {
    "docx": _docx,
    "pdf": _pdf,
    "html": _web("write_page"),
    "fragment.html": _web("write_fragment"),
    "txt": _web("write_text"),
    "md": _web("write_markdown"),
    "ninjs.json": _web("write_ninjs"),
    "truong.json": _web("write_fields"),
}
"""Format → what writes and proves it."""
assert tuple(FORMATS) == KNOWN_FORMATS
PICTURED = frozenset({"html", "fragment.html", "md", "ninjs.json", "truong.json"})
"""Formats that name pictures: these lie beside them."""


def _put(given: Input, made: Mapping[str, bytes], request: Request, checks: Mapping[str, object]) -> Iterator[Problem]:
    source = given.source.raw
    digest = sha256(source)
    folder = request.outputs / request.input.stem

    def decide(there: Path) -> Change:
        older = {str(entry["file"]): entry for entry in previous_outputs(there)}
        whole = not request.papers and not request.formats
        stale = frozenset(older) - made.keys() if whole else frozenset()
        kept = [entry for name, entry in older.items() if name not in stale | made.keys()]
        outputs = [*kept, *(output_record(name, content, digest) for name, content in made.items())]
        return Change({**made, MANIFEST: manifest(given.path, source, outputs, checks)}, stale)

    try:
        publish(folder, decide)
    except OSError as error:
        code = "B902" if error.errno in {errno.ENOSPC, errno.EDQUOT} else "B901"
        yield Problem(code, Place(given.path), {"folder": str(folder), "reason": error.strerror or str(error)})


def _checked(examined: Examination, request: Request) -> Mapping[str, object]:
    """What the manifest says of the checks."""
    grades = [severity(problem.code) for problem in examined.problems]
    return {
        "warnings": grades.count(Severity.WARNING),
        "notices": grades.count(Severity.NOTICE),
        "silenced": [{"code": code, "figure": figure, "reason": reason} for code, figure, reason in examined.silenced],
        "proofs": ["text", "layout", f"pdf/a-{request.pdfa}", "pdf/ua-1", "fonts"],
    }
