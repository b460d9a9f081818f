"""What is wrong, and where.

A *flaw* lies in one text, before anybody knows which file the text came from: a code and two offsets. A *problem* is
a flaw with its place in a file. Both are values: collected, sorted and shown together, never raised. What cannot be
made for its problems is a *failure*. The wording and the severity of a code stand in `reportgen.problems.catalog`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType


class Severity(StrEnum):
    """How bad a problem is. Only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong inside one text.

    `start` and `end` are offsets in characters, end exclusive. `values` fill the blanks of the catalog's message.
    """

    code: str
    start: int = 0
    end: int = 0
    values: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file. Line and column count from 1 in characters; line 0 means the file as a whole."""

    file: Path
    line: int = 0
    column: int = 0
    width: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place. `values` fill the blanks of the catalog's message and hint."""

    code: str
    place: Place
    values: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why something could not be made or read: its problems, at least one.

    What can fail returns its value or a `Failure`, never a bare problem: `if isinstance(made, Failure): …`.
    """

    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, *problems: Problem) -> Failure:
        """For these problems."""
        return cls(problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file, line and column, each once."""
    unique = {(problem.code, problem.place, tuple(sorted(problem.values.items()))): problem for problem in problems}
    return tuple(sorted(unique.values(), key=lambda problem: (problem.place, problem.code)))
