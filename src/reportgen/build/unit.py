"""An input as bytes to its papers as bytes: no folder of the caller's is read or written and no clock asked, so that
any machine can do it for another.

The program reads an input and what lies beside it from a folder; here it gets one of its own, which is gone afterwards.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from reportgen.build.making import Told, Wish, make
from reportgen.build.manifest import MANIFEST, Record, holds, manifest, written_from
from reportgen.build.sources import picture_names
from reportgen.model.reading import bind, read_input
from reportgen.problems import Problem
from reportgen.problems.catalog import has_errors
from reportgen.source import parse_source


@dataclass(frozen=True, slots=True)
class Unit:
    """An input with all that it refers to. `beside`: name relative to the input → bytes, of pictures and templates;
    `older` is the record of what was built before, `intact` the names of those files that are as they were built."""

    name: str
    content: bytes
    beside: Mapping[str, bytes] = field(default_factory=dict)
    wish: Wish = field(default_factory=Wish)
    older: Record = field(default_factory=Record)
    intact: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a unit: files by name, the manifest with them; names that are kept, and such as no longer belong to
    the set. `lines` are those of the files that problems are in, by names relative to the input's folder."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    lines: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether an error forbids the papers."""
        return has_errors(self.problems)


def work(unit: Unit, told: Told = lambda _: None) -> Result:
    """The papers of a unit."""
    with tempfile.TemporaryDirectory(prefix="reportgen-") as made:
        folder = Path(made).resolve() / "inputs"
        for name, content in {**unit.beside, unit.name: unit.content}.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return _worked(unit, folder, told)


def _worked(unit: Unit, folder: Path, told: Told) -> Result:
    def there(entry: Mapping[str, Any]) -> bool:
        return entry["file"] in unit.intact

    if holds(unit.older, unit.content, folder, unit.wish, there):
        return Result(kept=frozenset(unit.older.outputs))
    given = read_input(folder / unit.name)
    making = make(given, unit.wish, Path(Path(unit.name).stem), written_from(unit.older, there), told)
    problems = tuple(_relative(making.problems, folder))
    lines = {Path(unit.name): given.source.lines}
    if making.failed:
        return Result(problems=problems, lines=lines)
    files = {name: made.content for name, made in making.files.items()}
    stale = frozenset(unit.older.outputs) - files.keys() - making.kept if unit.wish.whole else frozenset()
    record = manifest(given, unit.wish, making, unit.older)
    return Result({**files, MANIFEST: record}, making.kept, stale, problems, lines)


def _relative(problems: tuple[Problem, ...], folder: Path) -> Iterator[Problem]:
    """The problems with names of files as who sent the unit knows them."""
    for problem in problems:
        values = {name: value.replace(f"{folder}/", "") for name, value in problem.values.items()}
        file = problem.place.file
        near = file.relative_to(folder) if file.is_relative_to(folder) else file
        yield replace(problem, place=replace(problem.place, file=near), values=values)


def named_beside(name: str, content: bytes) -> tuple[str, ...]:
    """The pictures that an input with these bytes names, as they are typed."""
    given = bind(parse_source(Path(name), content))
    conference = given.conference or given.partial
    return picture_names(conference) if conference is not None else ()
