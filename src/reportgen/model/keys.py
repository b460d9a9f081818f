"""Every key that an input may have, with what it is for. The manual, the schema and `explain` read this list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic.fields import FieldInfo

from reportgen.model.conference import Conference
from reportgen.model.section import Section, annotation_parts

REPEATED = {"chỉ tiêu": "<tên chỉ tiêu>"}
"""Keys whose content has keys that the secretary chooses."""


def key_descriptions() -> Iterator[tuple[tuple[str, ...], FieldInfo]]:
    """Each key as the path to it, outermost first."""
    return _below(Conference, (), frozenset())


def _below(
    section: type[Section], path: tuple[str, ...], seen: frozenset[type]
) -> Iterator[tuple[tuple[str, ...], FieldInfo]]:
    for name, field in section.model_fields.items():
        here = (*path, field.alias or name)
        yield here, field
        free = (REPEATED[here[-1]],) if len(here) == 1 and here[-1] in REPEATED else ()
        for inner in _sections(field.annotation):
            if inner not in seen:
                yield from _below(inner, here + free, seen | {inner})


def _sections(annotation: Any) -> Iterator[type[Section]]:
    """The sections that an annotation holds: `Many[Plan]`, `Unit | None`, `dict[str, Indicator]`."""
    for part in annotation_parts(annotation):
        if isinstance(part, type) and issubclass(part, Section):
            yield part
