"""Every key that an input may have, with what it is for. The manual, the schema and `explain` read this list."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.conference import Conference
from reportgen.model.fields import Field
from reportgen.model.section import Section

REPEATED = {"chỉ tiêu": "<tên chỉ tiêu>", "văn bản khác": "<tên văn bản>"}
"""Keys whose content has keys that the secretary chooses."""


def key_descriptions() -> Iterator[tuple[tuple[str, ...], Field]]:
    """Each key as the path to it, outermost first."""
    return _below(Conference, (), frozenset())


def _below(
    section: type[Section], path: tuple[str, ...], seen: frozenset[type]
) -> Iterator[tuple[tuple[str, ...], Field]]:
    for field in section.fields():
        here = (*path, field.key)
        yield here, field
        free = (REPEATED[here[-1]],) if len(here) == 1 and here[-1] in REPEATED else ()
        if issubclass(field.kind, Section) and field.kind not in seen:
            yield from _below(field.kind, here + free, seen | {field.kind})
