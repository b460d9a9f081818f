"""Which indicators of many units are the same: by name, by key, by what a person has answered.

In: units and answers. Out: groups with one line a unit, and questions about names that are near but not certain. Two
lines of one unit are never one indicator.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from reportgen.figures.ledger import Line
from reportgen.province.likeness import fits, gist, likeness, measure_of, opposed
from reportgen.province.units import Unit

BY_KEY, ASKED = 0.5, 0.72
"""How like two names with one key must be to be one for certain; how like two names are asked about."""
MOST_COMPARED = 600
"""Groups that are held against one another: a province has some hundred indicators."""


@dataclass(slots=True)
class Group:
    """One indicator of many units. `names`: gist → the name as first written; `lines`: place of the unit → line."""

    key: str
    name: str
    measure: str
    names: dict[str, str] = field(default_factory=dict)
    lines: dict[int, Line] = field(default_factory=dict)

    def take(self, place: int, line: Line, told: str) -> None:
        """One more unit's line."""
        self.lines[place] = line
        self.names.setdefault(told, str(line.name))
        self.measure = self.measure or measure_of(line)

    def join(self, other: Group) -> None:
        """All that another group has."""
        self.lines.update(other.lines)
        self.names.update({told: name for told, name in other.names.items() if told not in self.names})
        self.measure = self.measure or other.measure


@dataclass(frozen=True, slots=True)
class Question:
    """Whether `name` is the same indicator as `known`; `units` are the places of the units that say `name`."""

    name: str
    known: str
    units: tuple[int, ...]


Answers = Mapping[tuple[str, str], bool]
"""Gist and gist → whether they are one."""


@dataclass(frozen=True, slots=True)
class Matched:
    """Groups in the order of the units' files, those of most units with their most usual name; and what is asked."""

    groups: tuple[Group, ...]
    questions: tuple[Question, ...]


def match(units: Sequence[Unit], answers: Answers) -> Matched:
    """The groups of all lines of the units."""
    groups: list[Group] = []
    known: dict[tuple[str, str], list[Group]] = {}
    for place, unit in enumerate(units):
        for line in unit.lines:
            told, kind = gist(str(line.name)), measure_of(line)
            group = _found(known, (told, str(line.key), kind), place, answers)
            if group is None:
                group = Group(str(line.key), str(line.name), kind)
                groups.append(group)
            group.take(place, line, told)
            for index in (("name", told), ("key", str(line.key))):
                held = known.setdefault(index, [])
                if not any(one is group for one in held):
                    held.append(group)
    joined = _answered(groups, answers)
    for group in joined:
        group.name = _usual(str(line.name) for line in group.lines.values())
        group.key = _usual(str(line.key) for line in group.lines.values())
    return Matched(tuple(joined), tuple(_asked(joined, answers)))


def _usual(texts: Iterable[str]) -> str:
    """The text that stands most often, of several the first."""
    counts: dict[str, int] = {}
    for text in texts:
        counts[text] = counts.get(text, 0) + 1
    return max(counts, key=counts.__getitem__)


def _found(
    known: Mapping[tuple[str, str], list[Group]], wanted: tuple[str, str, str], place: int, answers: Answers
) -> Group | None:
    """The group that a line is certainly of: of its name, else of its key with a name that is like it."""
    told, key, kind = wanted
    for group in known.get(("name", told), ()):
        if place not in group.lines and fits(group.measure, kind):
            return group
    for group in known.get(("key", key), ()):
        if place not in group.lines and fits(group.measure, kind) and _one_thing(group, told, answers):
            return group
    return None


def _one_thing(group: Group, told: str, answers: Answers) -> bool:
    """Whether a name with the key of a group is of it."""
    first = next(iter(group.names))
    if (answer := _answer(answers, told, first)) is not None:
        return answer
    return not opposed(told, first) and likeness(told, first) >= BY_KEY


def _answer(answers: Answers, one: str, other: str) -> bool | None:
    return answers.get((one, other), answers.get((other, one)))


def _answered(groups: Sequence[Group], answers: Answers) -> list[Group]:
    """The groups, those joined that a person says are one."""
    kept: list[Group] = []
    by_name: dict[str, list[Group]] = {}
    for group in groups:
        same = [other for one, other in answers if answers[one, other] and one in group.names]
        same += [one for one, other in answers if answers[one, other] and other in group.names]
        near = (known for told in same for known in by_name.get(told, ()))
        into = next((one for one in near if not one.lines.keys() & group.lines.keys()), None)
        if into is not None and fits(into.measure, group.measure):
            into.join(group)
        else:
            into = group
            kept.append(group)
        for told in group.names:
            held = by_name.setdefault(told, [])
            if not any(one is into for one in held):
                held.append(into)
    return kept


def _asked(groups: Sequence[Group], answers: Answers) -> Iterator[Question]:
    """What may be one: a smaller group of another's measure and nearly its name, with no unit that has both."""
    most = sorted(groups, key=lambda group: -len(group.lines))[:MOST_COMPARED]
    asked: set[int] = set()
    for large, small in combinations(most, 2):
        if id(small) in asked or not fits(large.measure, small.measure) or large.lines.keys() & small.lines.keys():
            continue
        one, other = next(iter(large.names)), next(iter(small.names))
        if _answer(answers, one, other) is not None or opposed(one, other):
            continue
        if likeness(one, other) >= ASKED or large.key == small.key:
            asked.add(id(small))
            yield Question(small.name, large.name, tuple(sorted(small.lines)))
