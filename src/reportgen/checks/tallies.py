"""How many targets were reached, as a sentence or a figure says, against where each indicator stands.

`15/15 chỉ tiêu đạt và vượt kế hoạch` cannot be while an indicator stays below each of its plans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportgen.checks.material import Material
from reportgen.checks.passages import Passage
from reportgen.checks.telling import place_in, said
from reportgen.figures.intervals import Standing
from reportgen.figures.ledger import Line
from reportgen.problems import Place, Problem
from reportgen.quantity import Quantity
from reportgen.vietnamese.letters import fold

TARGETS = ("chi tieu", "tieu chi")
"""What the counted noun begins with."""
REACHED = re.compile(r"\b(?:đạt|vượt|hoàn thành)\b", re.IGNORECASE)
SHORT = re.compile(r"\b(?:không|chưa)\s+(?:\w+\s+)?(?:đạt|vượt|hoàn thành)\b", re.IGNORECASE)
ALL = re.compile(r"\b(?:toàn bộ|tất cả)\s+(?:các\s+)?chỉ tiêu\b[^.;]{0,40}?\b(?:đạt|vượt|hoàn thành)\b", re.IGNORECASE)


class _Judged(NamedTuple):
    """The indicators that have a plan, and those of them that stay below each of theirs."""

    all: tuple[Line, ...]
    short: tuple[Line, ...]


def tallies(material: Material) -> Iterator[Problem]:
    """P523: the targets that a text counts as reached, and one that was not."""
    judged = _judged(material)
    if not judged.short:
        return
    for passage in material.passages:
        for quantity in passage.quantities:
            start, end = passage.clause_at(quantity.number_start)
            clause = passage.text[start:end]
            if _counts_targets(quantity) and REACHED.search(clause) and not SHORT.search(clause):
                yield from _told(quantity, judged, _place(passage, quantity.start, quantity.end))
        for found in ALL.finditer(passage.text):
            if not SHORT.search(found.group()):
                yield _problem(found.group(), judged, _place(passage, *found.span()))
    for line in material:
        result = line.indicator.result
        if result is not None and _counts_targets(result.quantity) and REACHED.search(f"{line.name} {result.words}"):
            yield from _told(result.quantity, judged, place_in(result.words))


def _judged(material: Material) -> _Judged:
    held = [(line, [one for one in line.held if one.standing is not Standing.UNKNOWN]) for line in material]
    judged = [(line, plans) for line, plans in held if plans]
    short = tuple(line for line, plans in judged if all(one.possible == {Standing.BELOW} for one in plans))
    return _Judged(tuple(line for line, _ in judged), short)


def _counts_targets(quantity: Quantity) -> bool:
    return quantity.of is not None and fold(quantity.unit).startswith(TARGETS)


def _told(quantity: Quantity, judged: _Judged, place: Place) -> Iterator[Problem]:
    """All of them reached cannot be; of as many as are declared, only those that were."""
    most = len(judged.all) - len(judged.short)
    if quantity.value == quantity.of or (quantity.of == len(judged.all) and quantity.value > most):
        yield _problem(said(quantity), judged, place)


def _problem(typed: str, judged: _Judged, place: Place) -> Problem:
    first = judged.short[0]
    values = {"typed": typed, "name": first.name, "count": str(len(judged.short)), "line": str(_line_of(first))}
    return Problem("P523", place, values)


def _line_of(line: Line) -> int:
    result = line.indicator.result
    place = result.words.place() if result is not None else None
    return place.line if place is not None else 0


def _place(passage: Passage, start: int, end: int) -> Place:
    return place_in(passage.words, start, end)
