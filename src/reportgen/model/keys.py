"""Every key that an input may have, with what it is for. The manual, the schema, `explain` and `fmt` read this list.

In: the sections. Out: their keys, each with the leaf or section behind it and how many of them there may be.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from reportgen.model.conference import Conference
from reportgen.model.leaves import Leaf
from reportgen.model.section import Section

REPEATED = {"chỉ tiêu": "<tên chỉ tiêu>", "văn bản khác": "<tên văn bản>"}
"""Keys whose content has keys that the secretary chooses."""


class Shape(Enum):
    """How many may stand behind a key."""

    ONE = auto()
    MAYBE = auto()
    MANY = auto()
    KEYED = auto()


class Key(NamedTuple):
    """A key of a section. `name` is the attribute, `kind` the leaf or section behind the key."""

    name: str
    key: str
    description: str
    kind: type[Leaf] | type[Section]
    shape: Shape
    required: bool


@cache
def keys_of(section: type[Section]) -> tuple[Key, ...]:
    """The keys of a section, in the order of their declaration."""
    return tuple(
        Key(
            name,
            str(field.validation_alias),
            field.description or "",
            *_kind_and_shape(field.annotation),
            field.is_required(),
        )
        for name, field in section.model_fields.items()
    )


def _kind_and_shape(annotation: Any) -> tuple[type[Any], Shape]:
    """Leaf or section of an annotation, whatever pydantic is told beside it."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind_and_shape(parts[0])
    if origin is tuple:
        return _kind_and_shape(parts[0])[0], Shape.MANY
    if origin is dict:
        return _kind_and_shape(parts[1])[0], Shape.KEYED
    if origin in {UnionType, Union}:
        return _kind_and_shape(parts[0])[0], Shape.MAYBE
    return annotation, Shape.ONE


def sections(root: type[Section] = Conference) -> tuple[type[Section], ...]:
    """The section and all below it, each once."""
    found: dict[type[Section], None] = {}

    def visit(section: type[Section]) -> None:
        found[section] = None
        for key in keys_of(section):
            if issubclass(key.kind, Section) and key.kind not in found:
                visit(key.kind)

    visit(root)
    return tuple(found)


def key_descriptions() -> Iterator[tuple[tuple[str, ...], Key]]:
    """Each key as the path to it, outermost first."""
    return _below(Conference, (), frozenset())


def _below(
    section: type[Section], path: tuple[str, ...], seen: frozenset[type]
) -> Iterator[tuple[tuple[str, ...], Key]]:
    for key in keys_of(section):
        here = (*path, key.key)
        yield here, key
        free = (REPEATED[here[-1]],) if len(here) == 1 and here[-1] in REPEATED else ()
        if issubclass(key.kind, Section) and key.kind not in seen:
            yield from _below(key.kind, here + free, seen | {key.kind})
