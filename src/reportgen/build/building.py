"""One input to one folder of papers, as a whole or not at all.

Everything is rendered, written and proved in memory; only then does a folder beside the old one take its place in one
step. A failed build leaves the last good set, a reader never sees half of one, and two builds of one input take turns.
What nothing has changed for is left alone, the folder or single papers in it.
"""

from __future__ import annotations

import errno
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from reportgen.build.digest import sha256
from reportgen.build.making import Making, Told, Wish, make
from reportgen.build.manifest import MANIFEST, Record, holds, intact, manifest, read_record, written_from
from reportgen.files.publish import Change, publish
from reportgen.model.reading import Input, read_input
from reportgen.problems import Failure, Place, Problem, in_order
from reportgen.problems.catalog import has_errors
from reportgen.source.text import read_bytes


@dataclass(frozen=True, slots=True)
class Request:
    """What to build, and where; the rest as in `Wish`. `force`: what is unchanged is built anew too."""

    input: Path
    outputs: Path
    papers: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    pdfa: str = "2a"
    engine: str = ""
    force: bool = False

    @property
    def wish(self) -> Wish:
        """What to make."""
        return Wish(self.papers, self.formats, self.pdfa, self.engine)

    @property
    def folder(self) -> Path:
        """Where the papers go."""
        return self.outputs / self.input.stem


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a request: the finished files in their place, none if an error forbade the build.

    `lines` are the lines of the files that the problems are in. `kept` are the files that nothing has changed for;
    `unread` is how many warnings the check of an input had that was not read again since nothing has changed.
    """

    input: Path
    folder: Path
    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    lines: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)
    kept: frozenset[Path] = frozenset()
    unread: int = 0

    @property
    def failed(self) -> bool:
        """Whether nothing was built."""
        return has_errors(self.problems)

    @property
    def unchanged(self) -> bool:
        """Whether everything was as it should be, and nothing was built."""
        return bool(self.files) and self.kept.issuperset(file for file in self.files if file.name != MANIFEST)

    @property
    def machine_lacks(self) -> bool:
        """Whether it failed for something that the machine lacks."""
        return any(problem.code.startswith("M") and has_errors([problem]) for problem in self.problems)


def build(request: Request, told: Told = lambda _: None) -> Outcome:
    """Build the papers of one input. `told` hears the name of each file as it is made."""
    record = read_record(request.folder)
    if not request.force and _nothing_changed(request, record):
        files = tuple(request.folder / name for name in sorted([*record.outputs, MANIFEST]))
        kept = frozenset(file for file in files if file.name != MANIFEST)
        return Outcome(request.input, request.folder, files, kept=kept, unread=record.warnings)
    given = read_input(request.input)
    earlier = written_from(record, lambda entry: not request.force and intact(request.folder, entry))
    making = make(given, request.wish, request.folder, earlier, told)
    problems = making.problems
    lines = {given.path: given.source.lines}
    if not making.failed:
        try:
            problems = in_order([*problems, *_put(given, making, request)])
        except MeanwhileError:
            return build(replace(request, force=True), told)
    if has_errors(problems):
        return Outcome(request.input, request.folder, (), problems, lines)
    files = tuple(request.folder / name for name in sorted([*making.files, *making.kept, MANIFEST]))
    kept = frozenset(request.folder / name for name in making.kept)
    return Outcome(request.input, request.folder, files, problems, lines, kept)


def _nothing_changed(request: Request, record: Record) -> bool:
    content = read_bytes(request.input)
    there = partial(intact, request.folder)
    return not isinstance(content, Failure) and holds(record, content, request.input.parent, request.wish, there)


class MeanwhileError(Exception):
    """Files that were to be kept have changed while the others were made."""


def _put(given: Input, making: Making, request: Request) -> Iterator[Problem]:
    edited: dict[str, bytes] = {}

    def decide(there: Path) -> Change:
        record = read_record(there)
        if not all(name in record.outputs and intact(there, record.outputs[name]) for name in making.kept):
            raise MeanwhileError
        stale = frozenset(record.outputs) - making.files.keys() - making.kept if request.wish.whole else frozenset()
        edited.update(_edited_by_hand(there, record.outputs, making.files.keys() | stale))
        made = {name: made.content for name, made in making.files.items()}
        content = manifest(given, request.wish, making, record)
        return Change({**edited, **made, MANIFEST: content}, stale)

    try:
        publish(request.folder, decide)
    except OSError as error:
        code = "B902" if error.errno in {errno.ENOSPC, errno.EDQUOT} else "B901"
        reason = error.strerror or str(error)
        yield Problem(code, Place(given.path), {"folder": str(request.folder), "reason": reason})
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
