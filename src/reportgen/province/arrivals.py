"""Who has sent what: every unit that is expected or has sent, with what is wrong with its file.

In: a folder, the list of those expected, an archive. Out: one `Arrival` a unit, those in the list's order first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reportgen.archive.figures import against_archive
from reportgen.checks import check
from reportgen.model.letterhead import Unit as UnitSection
from reportgen.model.reading import Input, read_input
from reportgen.names.organs import organ
from reportgen.problems import Failure, Place, Problem, Severity, in_order
from reportgen.problems.catalog import severity
from reportgen.province.units import Unit, files_in, old_dates, twins, unit_key, usual_year

ARCHIVE = "H15"
"""Codes of what the archive has otherwise."""


class State(StrEnum):
    """How a unit stands, the worst first."""

    ABSENT = "absent"
    UNREADABLE = "unreadable"
    OLD = "old"
    DOUBLE = "double"
    ERRORS = "errors"
    CONTRADICTS = "contradicts"
    GOOD = "good"


USABLE = frozenset({State.GOOD, State.CONTRADICTS})
"""What can be added up as it is."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A unit: `problems` are those of its file, `body` who is written to: `Ủy ban nhân dân xã Tam Hợp`."""

    unit: str
    state: State
    file: Path | None = None
    body: str = ""
    problems: tuple[Problem, ...] = ()
    source: Input | None = None

    def count(self, wanted: Severity) -> int:
        """How many problems of that severity its file has."""
        return sum(severity(problem.code) is wanted for problem in self.problems)

    @property
    def contradictions(self) -> int:
        """How many figures the archive has otherwise."""
        return sum(problem.code.startswith(ARCHIVE) for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Arrivals:
    """All units of a year; `problems` are those of no unit's file alone."""

    year: int
    units: tuple[Arrival, ...]
    problems: tuple[Problem, ...] = ()

    def of(self, *states: State) -> tuple[Arrival, ...]:
        """The units in these states."""
        return tuple(unit for unit in self.units if unit.state in states)


def kind(one: Arrival) -> str:
    """What is to be done about a unit: nothing (`good`), its file is to be mended (`mend`) or sent (`absent`)."""
    if one.state in USABLE:
        return "good"
    return "absent" if one.state is State.ABSENT else "mend"


def tally(found: Arrivals) -> dict[str, int]:
    """How many units are of each kind; one that has sent two files is one."""
    kinds = {unit_key(one.unit): kind(one) for one in found.units}
    return {name: list(kinds.values()).count(name) for name in ("good", "mend", "absent")}


def arrivals(
    folder: Path, expected: Sequence[str], *, archive: Path | None = None, year: int | None = None
) -> Arrivals | Failure:
    """How the units stand; a failure where there is no such folder or archive."""
    if not folder.is_dir():
        return Failure.of(Problem("G162", Place(folder), {"folder": str(folder)}))
    if archive is not None and not archive.is_dir():
        return Failure.of(Problem("H124", Place(archive), {"folder": str(archive)}))
    inputs = [read_input(file) for file in files_in([folder]) if file.resolve() != archive]
    read = [Unit(given, given.conference) for given in inputs if given.conference is not None]
    wanted = year or usual_year(read)
    doubles = list(twins(read))
    held = [_of_unit(unit, wanted, archive, doubles) for unit in read]
    held += [_unreadable(given) for given in inputs if given.conference is None]
    return _against_list(Arrivals(wanted, tuple(held)), expected)


def _of_unit(unit: Unit, year: int, archive: Path | None, doubles: Sequence[Problem]) -> Arrival:
    archived = against_archive(unit.given, archive) if archive is not None else ()
    own = [one for one in doubles if unit.file == one.place.file or str(unit.file) == one.values["other"]]
    found = in_order([*check(unit.given), *old_dates(unit), *archived, *own])
    wrong = any(severity(problem.code) is Severity.ERROR and not problem.code.startswith("G") for problem in found)
    states = {
        State.OLD: unit.year != year,
        State.DOUBLE: any(problem.code == "G111" for problem in own),
        State.ERRORS: wrong,
        State.CONTRADICTS: any(problem.code.startswith(ARCHIVE) for problem in found),
        State.GOOD: True,
    }
    state = next(state for state, holds in states.items() if holds)
    if state is State.OLD:
        values = {"unit": unit.name, "year": str(unit.year), "wanted": str(year)}
        found = (Problem("G103", unit.conference.year.words.place() or unit.place, values), *found)
    return Arrival(unit.name, state, unit.file, _body(unit.name, unit.conference.unit.organ), found, unit.given)


def _unreadable(given: Input) -> Arrival:
    unit = _named(given)
    name, body = (str(unit.name), _body(str(unit.name), unit.organ)) if unit is not None else (given.path.name, "")
    return Arrival(name, State.UNREADABLE, given.path, body, given.problems, given)


def _named(given: Input) -> UnitSection | None:
    """Whose file it is, where the line that says so was read as it stands there."""
    mended = given.source.mended
    if given.partial is None or mended is None:
        return None
    place = given.partial.unit.name.place()
    return given.partial.unit if place is not None and place.line not in mended.lines else None


def _body(name: str, kind: str | None) -> str:
    found = organ(kind) or organ(None)
    return found.full.replace("{unit}", name) if found is not None else name


def _against_list(found: Arrivals, expected: Sequence[str]) -> Arrivals:
    """With those who have sent nothing; who is not on the list is told."""
    by_name: dict[str, list[Arrival]] = {}
    for one in found.units:
        by_name.setdefault(unit_key(one.unit), []).append(one)
    listed = {unit_key(name) for name in expected}
    ordered: list[Arrival] = []
    for name in expected:
        ordered += by_name.get(unit_key(name)) or [Arrival(name, State.ABSENT, body=_body(name, None))]
    others = [one for one in found.units if unit_key(one.unit) not in listed]
    strange = _strange(others) if expected else ()
    return Arrivals(found.year, (*ordered, *others), tuple(strange))


def _strange(others: Sequence[Arrival]) -> Iterator[Problem]:
    for one in others:
        if one.file is not None and one.state is not State.UNREADABLE:
            yield Problem("G161", Place(one.file), {"unit": one.unit})
