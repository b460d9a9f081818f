"""What every code means, in Vietnamese and English. A family of codes is a module."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from reportgen.problems import Problem, Severity
from reportgen.problems.catalog import (
    archiving,
    batches,
    building,
    comparing,
    days,
    figures,
    files,
    foreign,
    intake,
    keys,
    layout,
    meetings,
    office,
    official,
    prose,
    province,
    quantities,
    sameness,
    scaffolding,
    slips,
    structure,
    texts,
    years,
)
from reportgen.problems.catalog.entry import Entry, Wording

FAMILIES = (
    files,
    keys,
    quantities,
    figures,
    prose,
    building,
    batches,
    layout,
    office,
    official,
    scaffolding,
    foreign,
    archiving,
    intake,
    years,
    structure,
    slips,
    texts,
    comparing,
    meetings,
    days,
    sameness,
    province,
)
ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {code: entry for family in FAMILIES for code, entry in family.ENTRIES.items()}
)
assert len(ENTRIES) == sum(len(family.ENTRIES) for family in FAMILIES), "two families define one code"

__all__ = ["ENTRIES", "Entry", "Wording", "has_errors", "hint", "message", "severity"]


def severity(code: str) -> Severity:
    """How bad a problem of this code is."""
    return ENTRIES[code].severity


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them forbids a build."""
    return any(severity(problem.code) is Severity.ERROR for problem in problems)


def message(problem: Problem, lang: str = "vi") -> str:
    """What is wrong, in the language."""
    return _wording(problem.code, lang).message.format_map(_Values(problem.values))


def hint(problem: Problem, lang: str = "vi") -> str:
    """How to mend it, "" if there is nothing to say."""
    return _wording(problem.code, lang).hint.format_map(_Values(problem.values))


def _wording(code: str, lang: str) -> Wording:
    entry = ENTRIES[code]
    return entry.en if lang == "en" else entry.vi


class _Values(dict[str, str]):
    """A blank that no value fills shows as …, so that a message is never lost over its own wording."""

    def __missing__(self, key: str) -> str:
        return "…"
