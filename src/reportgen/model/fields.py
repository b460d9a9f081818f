"""How a section of the input declares its keys: `theme: Words | None = key("chủ đề năm", "Chủ đề công tác của năm.")`.

The annotation says what stands behind the key, and so what stands for it where the key is left out:

    X            one leaf or section, which must be there; or the empty section, where that lacks no key it needs
    X | None     one, or None
    Many[X]      several, or one without the dash; else ()
    dict[str, X] one behind each name that the secretary chooses; else {}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto
from inspect import get_annotations
from types import MappingProxyType, UnionType
from typing import Any, NamedTuple, TypeAlias, TypeVar, get_args, get_origin

T = TypeVar("T")
Many: TypeAlias = tuple[T, ...]
"""One or several: a list, or a single entry without the dash."""


class Shape(Enum):
    """How many may stand behind a key."""

    ONE = auto()
    MAYBE = auto()
    MANY = auto()
    KEYED = auto()


_EMPTY: Mapping[Shape, Callable[[type[Any]], Any]] = MappingProxyType(
    {
        Shape.ONE: lambda kind: kind(),
        Shape.MAYBE: lambda _: None,
        Shape.MANY: lambda _: (),
        Shape.KEYED: lambda _: MappingProxyType({}),
    }
)


class Key(NamedTuple):
    """A key as it is declared."""

    name: str
    description: str


def key(name: str, description: str) -> Any:
    """Declare a key of the input: its Vietnamese name, and what it is for."""
    return Key(name, description)


class Field(NamedTuple):
    """A key of a section. `name` is the attribute, `kind` the leaf or section behind the key."""

    name: str
    key: str
    description: str
    kind: type[Any]
    shape: Shape

    @property
    def required(self) -> bool:
        """Whether the key may not be left out."""
        required: bool = self.shape is Shape.ONE and self.kind.is_required()
        return required

    def empty(self) -> Any:
        """What stands for a key that is left out."""
        return _EMPTY[self.shape](self.kind)


def declared(section: type[Any]) -> tuple[Field, ...]:
    """The fields of a section, in the order of their declaration."""
    annotations = get_annotations(section, eval_str=True)
    keys = {name: value for name, value in vars(section).items() if isinstance(value, Key)}
    return tuple(
        Field(name, key.name, key.description, *_kind_and_shape(annotations[name])) for name, key in keys.items()
    )


def _kind_and_shape(annotation: Any) -> tuple[type[Any], Shape]:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return parts[0], Shape.MANY
    if origin is dict:
        return parts[1], Shape.KEYED
    return (parts[0], Shape.MAYBE) if origin is UnionType else (annotation, Shape.ONE)
