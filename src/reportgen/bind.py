"""Nodes to model, and every mismatch to a problem.

In: a `Source`. Out: an `Input`, the conference with the problems found on the way; the conference is None if it cannot
be used. pydantic's errors end here: each of its error types has a code in `CODES`.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reportgen.model import Conference
from reportgen.model.leaves import FLAWED, Words
from reportgen.model.section import Row, Table
from reportgen.problems import Place, Problem, Severity, in_order
from reportgen.source import Mapping, Node, Scalar, Source, read_source

CODES: MappingOf[str, str] = {
    "missing": "K203",
    "not_text": "K206",
    "model_type": "K207",
    "model_attributes_type": "K207",
    "tuple_type": "K209",
    "dict_type": "K207",
}
"""pydantic's error types that an input can cause, and their codes."""


@dataclass(frozen=True, slots=True)
class Input:
    """One input file: what it says, and what is wrong with it."""

    source: Source
    conference: Conference | None
    problems: tuple[Problem, ...]

    @property
    def path(self) -> Path:
        """The file."""
        return self.source.path


def read_input(path: Path) -> Input:
    """The conference in a file, with all problems of its text and structure."""
    return bind(read_source(path))


def bind(source: Source) -> Input:
    """The conference in a source."""
    if source.root is None:
        return Input(source, None, source.problems)
    found: list[Problem] = []
    try:
        conference = Conference.model_validate(_content(source.root, None), context=found)
    except ValidationError as error:
        wrong = [_problem(detail, source.path) for detail in error.errors(include_url=False)]
        return Input(source, None, in_order([*source.problems, *found, *wrong]))
    return Input(source, conference, in_order([*source.problems, *found]))


def _content(node: Node, key: Words | None) -> Any:
    """A node as what the model reads: `Words`, `Row` or `Table`."""
    if isinstance(node, Scalar):
        return Words(node.text, node, key)
    if isinstance(node, Mapping):
        entries = {}
        for name, value in node:
            words = Words(name.text.strip(), name)
            entries[words] = _content(value, words)
        return Table(entries, node.place, key)
    return Row([_content(item, key) for item in node.items], node.place, key)


def _problem(detail: ErrorDetails, path: Path) -> Problem:
    if detail["type"] == FLAWED:
        problem: Problem = detail["ctx"]["problem"]
        return problem
    spot = detail["input"]
    names = [str(part) for part in detail["loc"]]
    values = {"key": names[-1] if names else "", "path": " → ".join(names)}
    return Problem(CODES[detail["type"]], _place(spot, detail["type"], path), values)


def _place(spot: Any, kind: str, path: Path) -> Place:
    """Where to point: at the key of the mapping that lacks something, else at the value itself."""
    key = getattr(spot, "key", None)
    if kind == "missing" and key is not None and key.place() is not None:
        place: Place = key.place()
        return place
    if isinstance(spot, Words):
        return spot.place() or Place(path)
    return spot.place if isinstance(spot, Row | Table) else Place(path)


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Whether any of them forbids a build."""
    from reportgen.catalog import severity

    return any(severity(problem.code) is Severity.ERROR for problem in problems)
