"""One input to one folder of papers, as a whole or not at all.

Everything is rendered, written and proved in memory; only then does a folder beside the old one take its place in one
step. A failed build leaves the last good set, a reader never sees half of one, and two builds of one input take turns.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reportgen.build.manifest import MANIFEST, manifest, output_record, previous_outputs, sha256
from reportgen.checks import Examination, examine
from reportgen.files.publish import Change, publish
from reportgen.layout.document import Document
from reportgen.model import Conference
from reportgen.model.reading import Input, read_input
from reportgen.papers import Paper, find_papers, left_out, ready, render, unknown_letterheads
from reportgen.problems import Failure, Place, Problem, Severity, in_order
from reportgen.problems.catalog import has_errors, severity
from reportgen.writers.formats import FORMATS, with_pages

if TYPE_CHECKING:
    from reportgen.writers.paging import Paged


SUBSTITUTED = "M906"
"""Says that another engine lays out pages than usual."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to build. Without `papers` all; without `formats` all that each paper has. `pdfa`: 2a, or 3a with the input
    embedded. `engine`: what lays out pages, "" for the program's choice."""

    input: Path
    outputs: Path
    papers: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    pdfa: str = "2a"
    engine: str = ""


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
        return any(problem.code.startswith("M") and has_errors([problem]) for problem in self.problems)


def build(request: Request, told: Callable[[str], None] = lambda _: None) -> Outcome:
    """Build the papers of one input. `told` hears the name of each file as it is made."""
    given = read_input(request.input)
    folder = request.outputs / request.input.stem
    lines = {given.path: given.source.lines}
    examined = examine(given)
    problems = examined.problems
    if has_errors(problems):
        return Outcome(request.input, folder, (), problems, lines)
    assert given.conference is not None, "an input with errors is not built"
    problems = in_order([*problems, *unknown_letterheads(given)])
    papers, unknown = _chosen(request, given.conference)
    made: dict[str, bytes] = {}
    engines: dict[str, str] = {}
    wrong: list[Problem] = list(unknown)
    documents: list[Document] = []
    for paper in papers:
        paged = _prepared(given, paper, request)
        if isinstance(paged, Failure):
            wrong += paged.problems
            continue
        documents.append(paged.document)
        wrong += (*paged.document.remarks, *paged.remarks)
        extensions = [wanted for wanted in paper.formats if wanted in (request.formats or FORMATS)]
        for extension in extensions:
            name = f"{paper.key}.{extension}"
            told(name)
            finished = FORMATS[extension].finish(paged, folder / name)
            made[name] = finished.content
            wrong += finished.problems
            engines |= {name: finished.engine} if finished.engine else {}
        made |= _beside(paged.document, extensions)
    if not request.papers and len(documents) == len(papers):
        wrong += left_out(given.conference, documents)
    if not has_errors(tuple(wrong)):
        wrong += _put(given, Made(made, engines), request, _checked(examined, request))
    everything = in_order([*problems, *_once(wrong)])
    files = () if has_errors(everything) else tuple(folder / name for name in sorted([*made, MANIFEST]))
    return Outcome(request.input, folder, files, everything, lines)


class Made(NamedTuple):
    """Files by name, and the engine that laid the pages of each out."""

    files: Mapping[str, bytes]
    engines: Mapping[str, str]


def _once(problems: Iterable[Problem]) -> list[Problem]:
    """What several papers say of the machine is told once."""
    told: set[str] = set()
    kept = []
    for problem in problems:
        if problem.code not in told:
            kept.append(problem)
        if problem.code == SUBSTITUTED:
            told.add(problem.code)
    return kept


def _chosen(request: Request, conference: Conference) -> tuple[list[Paper], list[Problem]]:
    """The papers that are asked for; without a name all that the input has the facts for, and of those made by name the
    ones that are there, so that none is left with the figures of an older input.
    """
    known, wrong = find_papers(request.input.parent)
    values = {"papers": ", ".join(known)}
    unknown = [
        Problem("T803", Place(request.input), {"paper": name, **values}) for name in request.papers if name not in known
    ]
    there = {str(entry["file"]).partition(".")[0] for entry in previous_outputs(request.outputs / request.input.stem)}
    made = [paper.key for paper in ready(conference, known.values()) if not paper.asked or paper.key in there]
    wanted = request.papers or made
    chosen = [paper for key, paper in known.items() if key in wanted]
    return chosen, [*wrong, *unknown]


def _prepared(given: Input, paper: Paper, request: Request) -> Paged | Failure:
    """The paper as it is to be written, with its attachment and its table of contents."""
    document = render(given, paper)
    if isinstance(document, Failure):
        return document
    if request.pdfa == "3a":
        document = replace(document, attachment=(given.path.name, given.source.raw))
    return with_pages(document, request.outputs / request.input.stem / paper.key, request.engine)


def _beside(document: Document, extensions: Collection[str]) -> dict[str, bytes]:
    """The pictures that these formats name."""
    if not document.pictures or not any(FORMATS[extension].pictured for extension in extensions):
        return {}
    from reportgen.writers.web import write_copies

    return write_copies(document)


def _put(given: Input, all_made: Made, request: Request, checks: Mapping[str, object]) -> Iterator[Problem]:
    made = all_made.files
    source = given.source.raw
    digest = sha256(source)
    folder = request.outputs / request.input.stem
    edited: dict[str, bytes] = {}

    def decide(there: Path) -> Change:
        older = {str(entry["file"]): entry for entry in previous_outputs(there)}
        whole = not request.papers and not request.formats
        stale = frozenset(older) - made.keys() if whole else frozenset()
        kept = [entry for name, entry in older.items() if name not in stale | made.keys()]
        edited.update(_edited_by_hand(there, older, made.keys() | stale))
        outputs = [
            *kept,
            *(output_record(name, content, digest, all_made.engines.get(name)) for name, content in made.items()),
        ]
        return Change({**edited, **made, MANIFEST: manifest(given.path, source, outputs, checks)}, stale)

    try:
        publish(folder, decide)
    except OSError as error:
        code = "B902" if error.errno in {errno.ENOSPC, errno.EDQUOT} else "B901"
        yield Problem(code, Place(given.path), {"folder": str(folder), "reason": error.strerror or str(error)})
        return
    for name in edited:
        yield Problem("B916", Place(given.path), {"file": name})


BY_HAND = "sua-tay"
"""What the name of a paper that was edited by hand gets, in Vietnamese without accents."""


def _edited_by_hand(
    folder: Path, older: Mapping[str, Mapping[str, Any]], replaced: Collection[str]
) -> dict[str, bytes]:
    """The Word files that are about to be replaced though somebody has changed them since they were built, under names
    that nothing has yet."""
    kept: dict[str, bytes] = {}
    for name in sorted(set(older) & set(replaced)):
        file = folder / name
        if file.suffix != ".docx" or file.is_symlink() or not file.is_file():
            continue
        content = file.read_bytes()
        if sha256(content) == older[name].get("sha256"):
            continue
        names = (f"{file.stem}.{BY_HAND}{f'-{number}' if number else ''}.docx" for number in count())
        kept[next(one for one in names if not (folder / one).exists())] = content
    return kept


def _checked(examined: Examination, request: Request) -> Mapping[str, object]:
    """What the manifest says of the checks."""
    grades = [severity(problem.code) for problem in examined.problems]
    return {
        "warnings": grades.count(Severity.WARNING),
        "notices": grades.count(Severity.NOTICE),
        "silenced": [{"code": code, "figure": figure, "reason": reason} for code, figure, reason in examined.silenced],
        "proofs": ["text", "layout", f"pdf/a-{request.pdfa}", "pdf/ua-1", "fonts"],
    }
