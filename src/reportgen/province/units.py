"""The units' files, read: each with its indicators and the places that they stand at; what cannot be used is told.

In: files. Out: `Unit`s of the year under review, and problems: a file that cannot be read or has errors, one that is
still last year's, two of one unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from reportgen.checks import check
from reportgen.figures.ledger import Ledger, Line
from reportgen.model import Conference
from reportgen.model.leaves import Figure
from reportgen.model.reading import Input, read_input
from reportgen.problems import Place, Problem, Severity
from reportgen.problems.catalog import severity
from reportgen.vietnamese.letters import fold

ENDINGS = (".yaml", ".yml")
OWN = frozenset({"templates", "outputs"})
"""Folders of the program's own files beside inputs."""
FEWEST_SAME = 5
"""Fewer figures may agree by chance."""


@dataclass(frozen=True)
class Unit:
    """One unit's input. `name` with its level: `xã Tam Hợp`."""

    given: Input
    conference: Conference

    @property
    def file(self) -> Path:
        """Its file."""
        return self.given.path

    @property
    def name(self) -> str:
        """The unit's name."""
        return str(self.conference.unit.name)

    @property
    def year(self) -> int:
        """The year under review."""
        return self.conference.year.number

    @property
    def place(self) -> Place:
        """Where its name stands."""
        return self.conference.unit.name.place() or Place(self.file)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its indicators."""
        return tuple(Ledger(self.conference))


@dataclass(frozen=True, slots=True)
class Units:
    """The units that take part, the problems of those that do not or hardly, the names of those left out; `lines` are
    those of all files."""

    taken: tuple[Unit, ...]
    problems: tuple[Problem, ...]
    left: tuple[str, ...] = ()
    lines: Mapping[Path, Sequence[str]] = field(default_factory=dict)


def unit_key(name: str) -> str:
    """A unit's name as it is compared: without accents, case and blanks."""
    return " ".join(fold(name).split())


def files_in(given: Iterable[Path]) -> tuple[Path, ...]:
    """The files, and of folders the inputs in them, each once and in order; hidden ones and the program's own are
    passed over."""
    found: dict[Path, None] = {}
    for path in given:
        if path.is_dir():
            found.update(dict.fromkeys(sorted(file for file in path.rglob("*") if _is_input(file))))
        else:
            found[path] = None
    return tuple(found)


def _is_input(file: Path) -> bool:
    passed = file.name.startswith(".") or any(part.startswith(".") or part in OWN for part in file.parts[-3:-1])
    return file.suffix.lower() in ENDINGS and not passed and fold(file.stem) != "ghep" and file.is_file()


def read_units(files: Sequence[Path], year: int | None) -> Units:
    """The units of these files. The year is that of most files, where none is asked for."""
    inputs = [read_input(file) for file in files]
    read = [Unit(given, given.conference) for given in inputs if given.conference is not None]
    problems = [problem for given in inputs if given.conference is None for problem in _unreadable(given)]
    wanted = year or usual_year(read)
    good: list[Unit] = []
    left: list[str] = []
    above = {unit_key(name) for unit in read for name in _above(unit)}
    for unit in read:
        if unit_key(unit.name) in above:
            problems.append(Problem("G106", unit.place, {"unit": unit.name}))
            continue
        wrong = _errors(unit)
        if unit.year != wanted:
            values = {"unit": unit.name, "year": str(unit.year), "wanted": str(wanted)}
            problems.append(Problem("G103", unit.conference.year.words.place() or unit.place, values))
        elif wrong:
            problems += [Problem("G102", unit.place, {"unit": unit.name, "count": str(len(wrong))}), *wrong]
        else:
            good.append(unit)
            problems += old_dates(unit)
            continue
        left.append(unit.name)
    problems += twins(good)
    lines = {given.path: given.source.lines for given in inputs}
    return Units(tuple(good), tuple(problems), tuple(left), lines)


def _above(unit: Unit) -> Iterator[str]:
    """The units above it, as its file names them."""
    section = unit.conference.unit
    yield from (str(name) for name in (section.above, section.province) if name and name != unit.name)


def _unreadable(given: Input) -> Iterator[Problem]:
    yield Problem("G101", Place(given.path), {"file": given.path.name})
    yield from given.problems


def _errors(unit: Unit) -> list[Problem]:
    return [problem for problem in check(unit.given) if severity(problem.code) is Severity.ERROR]


def usual_year(units: Sequence[Unit]) -> int:
    """The year of most files, of two as common the later."""
    counts = Counter(unit.year for unit in units)
    return max(counts, key=lambda year: (counts[year], year)) if counts else 0


def old_dates(unit: Unit) -> Iterator[Problem]:
    """G104: a day of an earlier year; G105: results that are last year's, one by one."""
    for days in (unit.conference.letterhead.date, unit.conference.event.days):
        if days is not None and days.last.year < unit.year:
            values = {"unit": unit.name, "day": str(days.words), "year": str(unit.year)}
            yield Problem("G104", days.words.place() or unit.place, values)
    pairs = [(line.result, line.before) for line in unit.lines if line.result is not None and line.before is not None]
    if len(pairs) >= FEWEST_SAME and all(now == before for now, before in pairs):
        yield Problem("G105", unit.place, {"unit": unit.name, "count": str(len(pairs))})


def twins(units: Sequence[Unit]) -> Iterator[Problem]:
    """G111: two files of one unit, be it of two of its bodies; G112: two units with the same figures."""
    known: dict[str, Unit] = {}
    copies: dict[tuple[tuple[str, str, str], ...], Unit] = {}
    for unit in units:
        other = known.setdefault(unit_key(unit.name), unit)
        if other is not unit:
            yield Problem("G111", unit.place, {"unit": unit.name, "other": str(other.file)})
            continue
        figures = tuple(sorted(_counted(unit)))
        if len(figures) >= FEWEST_SAME and (twin := copies.setdefault(figures, unit)) is not unit:
            values = {"unit": unit.name, "other": twin.name, "file": str(twin.file), "count": str(len(figures))}
            yield Problem("G112", unit.place, values)


def _counted(unit: Unit) -> Iterator[tuple[str, str, str]]:
    """Key, value and unit of every result."""
    for line in unit.lines:
        if line.result is not None:
            yield line.key, str(line.result.value), line.result.unit


def place_of(figure: Figure, unit: Unit) -> Place:
    """Where a figure stands."""
    return figure.words.place() or unit.place
