"""What every mapping of the input shares: keys in Vietnamese or English, forgiving of case and accents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Never, TypeVar, dataclass_transform

from reportgen.model.fields import Field, declared, key
from reportgen.model.leaves import Leaf, Words
from reportgen.problems import Place, Problem
from reportgen.vietnamese.letters import closest, fold

if TYPE_CHECKING:
    from pydantic_core.core_schema import ValidationInfo

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


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(key,))
class _Sections(type):
    """The class of sections: for type checkers, which take a class for hashable (`cache`) if its own class says so."""


class Section(metaclass=_Sections):
    """A mapping of the input: what stands behind its keys, as attributes. It cannot be changed.

    `shorthand` names the field that a bare scalar stands for: `đơn vị: phường X` is `đơn vị: {tên: phường X}`.
    """

    shorthand: ClassVar[str] = ""

    def __init__(self, **values: Any) -> None:
        """With these attributes; the others are empty."""
        known = {field.name for field in self.fields()}
        if unknown := values.keys() - known:
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(unknown))}")
        for field in self.fields():
            vars(self)[field.name] = values[field.name] if field.name in values else field.empty()

    def __setattr__(self, name: str, value: object) -> Never:
        raise AttributeError(f"a section cannot be changed: {name}")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    @classmethod
    def fields(cls) -> tuple[Field, ...]:
        """Its keys, in the order of their declaration."""
        return _fields(cls)

    @classmethod
    def is_required(cls) -> bool:
        """Whether an input without it lacks something: a key that it needs itself."""
        return any(field.required for field in cls.fields())

    @classmethod
    def known_keys(cls, value: Any, info: ValidationInfo[list[Problem]]) -> Any:
        """A table's keys by their canonical name; unknown and repeated ones become problems and are left out."""
        if isinstance(value, Words) and cls.shorthand and value.strip():
            return cls.from_words(value)
        if not isinstance(value, Table):
            return value
        problems = info.context
        kept: dict[Words, Any] = {}
        for given, content in value.items():
            name = cls.canonical(given)
            if name is None:
                problems.append(_unknown(given, tuple(cls.keys())))
            elif name in kept:
                problems.append(Problem("K202", _place(given), {"key": given, "name": name}))
            elif not _blank(content):
                kept[Words(name, given.node)] = content
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
def _fields(section: type[Section]) -> tuple[Field, ...]:
    return declared(section)


@cache
def _keys(section: type[Section]) -> Mapping[str, str]:
    return MappingProxyType({field.key: field.name for field in section.fields()})


@cache
def _optional_leaves(section: type[Section]) -> dict[str, type[Leaf]]:
    """Keys whose value is a leaf, or several, and may be absent."""
    return {field.key: field.kind for field in section.fields() if issubclass(field.kind, Leaf) and not field.required}


def sections(root: type[Section]) -> tuple[type[Section], ...]:
    """The section and all below it, each once."""
    found: dict[type[Section], None] = {}

    def visit(section: type[Section]) -> None:
        found[section] = None
        for field in section.fields():
            if issubclass(field.kind, Section) and field.kind not in found:
                visit(field.kind)

    visit(root)
    return tuple(found)


def leaves_of(part: Any, kind: type[Found]) -> Iterator[Found]:
    """Every leaf of a kind below a part of the model, in the order of its keys."""
    if isinstance(part, kind):
        yield part
    elif isinstance(part, Section):
        for content in vars(part).values():
            yield from leaves_of(content, kind)
    elif isinstance(part, tuple | Mapping):
        for item in part.values() if isinstance(part, Mapping) else part:
            yield from leaves_of(item, kind)


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


def as_row(value: Any) -> Any:
    """A row of one thing where several may stand."""
    if isinstance(value, Leaf) and not isinstance(value, Words):
        return [value]
    if isinstance(value, Words | Table):
        place = value.place() if isinstance(value, Words) else value.place
        assert place is not None, "bind reads from a file"
        return Row([value], place, value.key)
    return value
