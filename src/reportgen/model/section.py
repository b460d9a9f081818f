"""What every mapping of the input shares: keys in Vietnamese or English, forgiving of case and accents."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationInfo, model_validator

from reportgen.model.leaves import Words
from reportgen.problems import Place, Problem
from reportgen.vietnamese import closest, fold


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

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
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
        return Table(kept, value.place, value.key)

    @classmethod
    def from_words(cls, words: Words) -> Table:
        """A bare scalar as the mapping that it stands for."""
        place = words.place()
        assert place is not None, "bind reads from a file"
        return Table({Words(cls.shorthand): words}, place, words.key)

    @classmethod
    def keys(cls) -> dict[str, str]:
        """Canonical Vietnamese key → attribute."""
        return {field.alias or name: name for name, field in cls.model_fields.items()}

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
    if isinstance(value, Words | Table):
        place = value.place() if isinstance(value, Words) else value.place
        assert place is not None, "bind reads from a file"
        return Row([value], place, value.key)
    return value


T = TypeVar("T")
Many = Annotated[tuple[T, ...], BeforeValidator(_as_row)]
"""One or several: a list, or a single entry without the dash."""
