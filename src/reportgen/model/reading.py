"""Nodes to model, and every mismatch to a problem.

In: a `Source`. Out: an `Input`, the conference with the problems found on the way. What cannot be read is a problem and
left out of the conference, so that one broken figure does not hide what is wrong with the others; the conference is
None if nothing usable remains. pydantic's errors end here: each of its error types has a code in `CODES`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from reportgen.model import Conference
from reportgen.model.indicators import Indicator
from reportgen.model.leaves import Words
from reportgen.model.offices import with_known_offices
from reportgen.model.shapes import FlawedError, Row, Table, reason_of
from reportgen.problems import Place, Problem, in_order
from reportgen.source import Mapping, Node, Scalar, Source, read_source
from reportgen.vietnamese.accents import one_spelling

INDICATORS = "chỉ tiêu"
CODES: MappingOf[str, str] = {
    "missing": "K203",
    "value_error": "K206",
    "tuple_type": "K206",
    "model_type": "K207",
    "dict_type": "K207",
}
"""pydantic's error types that an input can cause, and their codes. A `value_error` is a `NotTextError`; a `FlawedError`
brings a problem of its own."""

FIGURES = "Q"
"""Codes of figures that are malformed: such a figure is wrong whatever stands around it."""

MOST_CUTS = 4
"""How often something may be left out because of what was left out before: a person without a name, then the list."""


@dataclass(frozen=True, slots=True)
class Input:
    """One input file: what it says, and what is wrong with it."""

    source: Source
    conference: Conference | None
    problems: tuple[Problem, ...]
    partial: Conference | None = None
    """Where syntax is broken: what the lines without mistakes say. Only good for finding more mistakes."""

    @property
    def path(self) -> Path:
        """The file."""
        return self.source.path


def read_input(path: Path) -> Input:
    """The conference in a file, with all problems of its text and structure."""
    return bind(read_source(path))


def bind(source: Source) -> Input:
    """The conference in a source."""
    if source.root is not None:
        conference, found = _bound(source.root, source.path)
        return Input(source, conference, in_order([*source.problems, *found]))
    if source.mended is None:
        return Input(source, None, source.problems)
    partial, found = _bound(source.mended.root, source.path)
    flaws = (problem for problem in found if problem.code.startswith(FIGURES))
    return Input(source, None, in_order([*source.problems, *source.mended.untouched(flaws)]), partial)


def _bound(root: Mapping, path: Path) -> tuple[Conference | None, list[Problem]]:
    tree = content(root, None)
    found: list[Problem] = list(_misplaced(tree))
    conference: Conference | None
    try:
        conference = with_known_offices(Conference.model_validate(tree, context=found))
    except ValidationError as error:
        details = error.errors(include_url=False)
        found += [_problem(detail, path) for detail in details]
        conference = _without(tree, details)
    return conference, found


def _without(tree: Any, details: Sequence[MappingOf[str, Any]]) -> Conference | None:
    """The conference without what the errors are about; None if it cannot do without."""
    for _ in range(MOST_CUTS):
        tree = _cut(tree, frozenset(_spot(detail) for detail in details))
        try:
            return with_known_offices(Conference.model_validate(tree, context=[]))
        except ValidationError as error:
            details = error.errors(include_url=False)
    return None


def _spot(detail: MappingOf[str, Any]) -> Place | int:
    """What to leave out: a text is known by its place, for shorthands make new ones of it."""
    spot = detail["input"]
    return (spot.place() or id(spot)) if isinstance(spot, Words) else id(spot)


def _cut(content: Any, spots: frozenset[Place | int]) -> Any:
    """The content without the spots. What a key held becomes empty first, so that an indicator keeps its name."""
    if isinstance(content, Table):
        kept = {
            key: Table({}, content.place, key)
            if isinstance(value, Words) and _is_cut(value, spots)
            else _cut(value, spots)
            for key, value in content.items()
            if isinstance(value, Words) or not _is_cut(value, spots)
        }
        return Table(kept, content.place, content.key)
    if isinstance(content, Row):
        return Row([_cut(item, spots) for item in content if not _is_cut(item, spots)], content.place, content.key)
    return content


def _is_cut(content: Any, spots: frozenset[Place | int]) -> bool:
    place = content.place() if isinstance(content, Words) else None
    return id(content) in spots or (place is not None and place in spots)


def _misplaced(content: Table) -> Iterator[Problem]:
    """K209: keys of an indicator that stand among the indicators, for want of an indent."""
    for key, entries in content.items():
        if Conference.canonical(key) == INDICATORS and isinstance(entries, Table):
            for name in entries:
                place = name.place()
                if str(name) in frozenset(Indicator.keys()) and place is not None:
                    yield Problem("K209", place, {"key": str(name)})


def content(node: Node, key: Words | None = None) -> Any:
    """A node as what the model reads: `Words`, `Row` or `Table`."""
    if isinstance(node, Scalar):
        return Words(one_spelling(node.text), node, key)
    if isinstance(node, Mapping):
        entries = {}
        for name, value in node:
            words = Words(one_spelling(name.text.strip()), name)
            entries[words] = content(value, words)
        return Table(entries, node.place, key)
    return Row([content(item, key) for item in node.items], node.place, key)


def _problem(detail: MappingOf[str, Any], path: Path) -> Problem:
    reason = reason_of(detail)
    if isinstance(reason, FlawedError):
        return reason.problem
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
