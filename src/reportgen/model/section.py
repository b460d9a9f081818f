"""What every mapping of the input shares: keys in Vietnamese or English, forgiving of case and accents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationInfo, model_validator

from reportgen.model.leaves import Words
from reportgen.model.shapes import Row, Table, as_row, told
from reportgen.problems import Place, Problem
from reportgen.vietnamese.letters import closest, fold

Found = TypeVar("Found")


class Section(BaseModel):
    """A mapping of the input: what stands behind its keys, as attributes. It cannot be changed.

    `shorthand` names the key that a bare scalar stands for: `đơn vị: phường X` is `đơn vị: {tên: phường X}`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)
    shorthand: ClassVar[str] = ""
    also: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Other usual names of its keys, folded, with the key: offices write `KH` and `tồn tại`."""
    entry_names: ClassVar[str] = ""
    """The pattern of what an entry of a list may stand behind instead of a key (`7h30: Khai mạc`), "" for nothing."""

    @model_validator(mode="before")
    @classmethod
    def known_keys(cls, value: Any, info: ValidationInfo) -> Any:
        """A table's keys by their canonical name; unknown and repeated ones become problems and are left out."""
        if isinstance(value, Words) and cls.shorthand and value.strip():
            return cls.understood(cls.from_words(value))
        if isinstance(value, Row):
            return cls.from_row(value)
        if not isinstance(value, Table):
            return value
        kept: dict[Words, Any] = {}
        for given, content in value.items():
            name = cls.canonical(given)
            if name is None:
                told(info).append(_unknown(given, tuple(cls.keys())))
            elif name in kept:
                told(info).append(Problem("K202", _place(given), {"key": given, "name": name}))
            elif not _blank(content):
                kept[Words(name, given.node)] = content
        return cls.understood(Table(kept, value.place, value.key))

    @classmethod
    def from_words(cls, words: Words) -> Table:
        """A bare scalar as the mapping that it stands for."""
        return Table({Words(cls.shorthand): words}, _place(words), words.key)

    @classmethod
    def from_row(cls, row: Row) -> Any:
        """A list where this mapping is wanted, as the mapping that it stands for; the list itself if for none."""
        return row

    @classmethod
    def in_short(cls, table: Table) -> str | None:
        """The one text that says the same as a table, as people write it; None if the keys are to be written."""
        alone = table.words(cls.shorthand) if cls.shorthand and set(table) == {cls.shorthand} else None
        return str(alone) if alone is not None else None

    @classmethod
    def understood(cls, table: Table) -> Table:
        """The table with each part of its texts behind the key where it belongs."""
        return table

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
        return cls.also.get(wanted)


class Named(Section):
    """Somebody with an office. Short form: the name, perhaps with the office."""

    shorthand: ClassVar[str] = "họ tên"

    @classmethod
    def in_short(cls, table: Table) -> str | None:
        """`Lê Văn Dũng, Chủ tịch UBND xã`."""
        name, office = table.words("họ tên"), table.words("chức vụ")
        named = name is not None and office is not None and set(table) == {"họ tên", "chức vụ"}
        return f"{name}, {office}" if named else super().in_short(table)


class Under(NamedTuple):
    """The keys that an entry behind a name stands for: the name itself, its text, its list."""

    name: str
    text: str
    several: str


def named_entries(value: Any, section: type[Section], under: Under) -> Any:
    """Sections in a list or behind their names, `kết quả: {Kinh tế: …}`, `- Kinh tế: …`; a name is what is no key of
    the section's own, nor near one."""
    if isinstance(value, Table) and _is_by_name(value, section):
        return Row(_by_name(value, under), value.place, value.key)
    row = as_row(value)
    if not isinstance(row, Row):
        return row
    entries = [
        entry
        for given in row
        for entry in (_by_name(given, under) if isinstance(given, Table) and _is_by_name(given, section) else (given,))
    ]
    return Row(entries, row.place, row.key)


def _is_by_name(table: Table, section: type[Section]) -> bool:
    return bool(table) and not any(section.canonical(key) or closest(key, tuple(section.keys())) for key in table)


def _by_name(table: Table, under: Under) -> list[Table]:
    return [
        Table(
            {Words(under.name): key, Words(under.text if isinstance(held, Words) else under.several): held},
            table.place,
            key,
        )
        for key, held in table.items()
    ]


@cache
def _keys(section: type[Section]) -> Mapping[str, str]:
    return MappingProxyType({str(field.validation_alias): name for name, field in section.model_fields.items()})


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


def _blank(content: Any) -> bool:
    """A key with nothing behind it counts as left out, so that a scaffold can list all keys."""
    return isinstance(content, Words) and content == "" and not (content.node and content.node.quoted)


def _place(words: Words) -> Place:
    place = words.place()
    assert place is not None, "read from a file"
    return place


def _unknown(key: Words, names: tuple[str, ...]) -> Problem:
    guess = closest(key, names)
    values = {"key": str(key), "names": ", ".join(names), "guess": guess or ""}
    return Problem("K201" if guess else "K208", _place(key), values)
