"""What every mapping of the input shares: keys in Vietnamese or English, forgiving of case and accents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationInfo, model_validator

from reportgen.model.leaves import Leaf, Words
from reportgen.problems import Place, Problem
from reportgen.vietnamese import closest, fold

Found = TypeVar("Found")


class Table(dict[Words, Any]):
    """A mapping of the input as `bind` hands it over, with its place."""

    def __init__(self, entries: dict[Words, Any], place: Place, key: Words | None = None) -> None:
        super().__init__(entries)
        self.place = place
        self.key = key


class Row(list[Any]):
    """A sequence of the input as `bind` hands it over, with its place."""

    def __init__(self, items: list[Any], place: Place, key: Words | None = None) -> None:
        super().__init__(items)
        self.place = place
        self.key = key


class Section(BaseModel):
    """A mapping of the input.

    `shorthand` names the field that a bare scalar stands for: `đơn vị: phường X` is `đơn vị: {tên: phường X}`.
    """

    # Only the whole input is ever validated: the parts need no validators of their own.
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)
    shorthand: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _known_keys(cls, value: Any, info: ValidationInfo) -> Any:
        """Keys by their canonical name; unknown and repeated ones become problems and are left out."""
        if isinstance(value, Words) and cls.shorthand and value.strip():
            return cls.from_words(value)
        if not isinstance(value, Table):
            return value
        problems: list[Problem] = info.context if info.context is not None else []
        kept: dict[Words, Any] = {}
        for key, content in value.items():
            name = cls.canonical(key)
            if name is None:
                problems.append(_unknown(key, tuple(cls.keys())))
            elif name in kept:
                problems.append(Problem("K202", _place(key), {"key": key, "name": name}))
            elif not _blank(content):
                kept[Words(name, key.node)] = content
        return Table(cls._read_leaves(kept, problems), value.place, value.key)

    @classmethod
    def _read_leaves(cls, entries: dict[Words, Any], problems: list[Problem]) -> dict[Words, Any]:
        """The entries with their leaves read. A flawed leaf that may be absent is reported and left out, so that the
        rest can still be checked; one that may not be absent is left for the model to refuse."""
        optional = _optional_leaves(cls)
        kept: dict[Words, Any] = {}
        for name, content in entries.items():
            leaf = optional.get(str(name))
            read = _read(leaf, content, problems) if leaf else content
            if read is not None:
                kept[name] = read
        return kept

    @classmethod
    def from_words(cls, words: Words) -> Table:
        """A bare scalar as the mapping that it stands for."""
        place = words.place()
        assert place is not None, "bind reads from a file"
        return Table({Words(cls.shorthand): words}, place, words.key)

    @classmethod
    def keys(cls) -> Mapping[str, str]:
        """Canonical Vietnamese key → attribute."""
        return _keys(cls)

    @classmethod
    def canonical(cls, key: str) -> str | None:
        """The canonical key that this one means: the same without accents, or the English name; None if unknown."""
        names = cls.keys()
        if key in names:
            return key
        wanted = fold(key).replace("_", " ")
        for name, attribute in names.items():
            if wanted in {fold(name), attribute.replace("_", " ")}:
                return name
        return None


@cache
def _keys(section: type[Section]) -> Mapping[str, str]:
    return MappingProxyType({field.alias or name: name for name, field in section.model_fields.items()})


@cache
def _optional_leaves(section: type[Section]) -> dict[str, type[Leaf]]:
    """Keys whose value is a leaf, or several, and may be absent."""
    found: dict[str, type[Leaf]] = {}
    for name, field in section.model_fields.items():
        leaves = [
            part for part in annotation_parts(field.annotation) if isinstance(part, type) and issubclass(part, Leaf)
        ]
        if leaves and not field.is_required():
            found[field.alias or name] = leaves[0]
    return found


def leaves_of(part: Any, kind: type[Found]) -> Iterator[Found]:
    """Every leaf of a kind below a part of the model, in the order of its keys."""
    if isinstance(part, kind):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from leaves_of(getattr(part, name), kind)
    elif isinstance(part, tuple | Mapping):
        for item in part.values() if isinstance(part, Mapping) else part:
            yield from leaves_of(item, kind)


def annotation_parts(annotation: Any) -> Iterator[Any]:
    """The annotation and what it is made of: `Figure | None`, `tuple[Words, ...]`, `dict[str, Figure]`."""
    yield annotation
    for argument in get_args(annotation):
        yield from annotation_parts(argument)


def _read(leaf: type[Leaf], content: Any, problems: list[Problem]) -> Any:
    """A leaf, or all leaves of a list or a mapping, read; None for a flawed one. What is no leaf stays as it is."""
    if isinstance(content, Words):
        return leaf.attempt(content, problems)
    if isinstance(content, Row):
        items = [_read(leaf, item, problems) for item in content]
        return Row([item for item in items if item is not None], content.place, content.key)
    if isinstance(content, Table):
        entries = {name: _read(leaf, item, problems) for name, item in content.items()}
        return Table({name: item for name, item in entries.items() if item is not None}, content.place, content.key)
    return content


def _blank(content: Any) -> bool:
    """A key with nothing behind it counts as left out, so that a scaffold can list all keys."""
    return isinstance(content, Words) and content == "" and not (content.node and content.node.quoted)


def _place(words: Words) -> Place:
    place = words.place()
    assert place is not None, "bind reads from a file"
    return place


def _unknown(key: Words, names: tuple[str, ...]) -> Problem:
    guess = closest(key, names)
    values = {"key": str(key), "names": ", ".join(names), "guess": guess or ""}
    return Problem("K201" if guess else "K208", _place(key), values)


def _as_row(value: Any) -> Any:
    """One thing where several may stand."""
    if isinstance(value, Leaf) and not isinstance(value, Words):
        return [value]
    if isinstance(value, Words | Table):
        place = value.place() if isinstance(value, Words) else value.place
        assert place is not None, "bind reads from a file"
        return Row([value], place, value.key)
    return value


T = TypeVar("T")
Many = Annotated[tuple[T, ...], BeforeValidator(_as_row)]
"""One or several: a list, or a single entry without the dash."""
