"""What may stand behind a key, as annotations that pydantic reads.

    AsFigure          one leaf, read as a figure; a flawed one is an error of its section
    Maybe[AsFigure]   one, or None; a flawed one is told and left out, so that the rest can still be checked
    Each[AsFigure]    one without the dash, or a list; flawed ones are told and left out
    Keyed[AsFigure]   one behind each name that the secretary chooses; flawed ones are told and left out
    Listed, Numbered, Recipients   as Each, where one text may hold several
    Several[Topic]    one section without the dash, or a list of them

A leaf is read from `Words`, the scalar that `reading` hands over. The validation's context is the list that warnings
and flaws go to, so that all problems of a file are found in one pass.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    PlainValidator,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)

from reportgen.model.leaves import Days, Figure, Flag, Hours, Leaf, Line, Prose, Words, Year
from reportgen.names.lists import items, numbered
from reportgen.names.pieces import whole
from reportgen.problems import Place, Problem
from reportgen.vietnamese.letters import fold

T = TypeVar("T")


class FlawedError(ValueError):
    """A leaf whose text says nothing of its kind; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class NotTextError(ValueError):
    """A list or a mapping where a text is wanted."""


class Table(dict[Words, Any]):
    """A mapping of the input as `reading` hands it over, with its place."""

    def __init__(self, entries: dict[Words, Any], place: Place, key: Words | None = None) -> None:
        super().__init__(entries)
        self.place = place
        self.key = key

    def having(self, entries: Mapping[str, Any]) -> Table:
        """The table with these entries beside its own, None left out; its own are kept."""
        added = {Words(name): value for name, value in entries.items() if value is not None and name not in self}
        return Table({**self, **added}, self.place, self.key)

    def with_entry(self, name: str, value: Any) -> Table:
        """The table with another content behind one key."""
        if name not in self:
            return self.having({name: value})
        return Table({key: value if key == name else old for key, old in self.items()}, self.place, self.key)

    def without(self, name: str) -> Table:
        """The table without an entry."""
        return Table({key: value for key, value in self.items() if key != name}, self.place, self.key)

    def words(self, name: str) -> Words | None:
        """The text behind a key; None where there is none, or something else."""
        value = self.get(name)  # type: ignore[call-overload]
        return value if isinstance(value, Words) and value.strip() else None


class Row(list[Any]):
    """A sequence of the input as `reading` hands it over, with its place."""

    def __init__(self, items: list[Any], place: Place, key: Words | None = None) -> None:
        super().__init__(items)
        self.place = place
        self.key = key


def told(info: ValidationInfo) -> list[Problem]:
    """The list that problems of the input go to."""
    problems: list[Problem] = info.context if info.context is not None else []
    return problems


def _read_as(kind: type[Leaf]) -> Callable[[Any, ValidationInfo], Any]:
    def read(value: Any, info: ValidationInfo) -> Any:
        if type(value) is kind and kind is not Words:  # read already; of a text nobody can tell
            return value
        if not isinstance(value, Words):
            raise NotTextError
        found: list[Problem] = []
        outcome = kind.attempt(value, found)
        if outcome is None:
            raise FlawedError(found[0])
        told(info).extend(found)
        return outcome

    return read


def _left_out_if_flawed(value: Any, read: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
    """The leaf; None for a flawed one, its flaw told."""
    try:
        return read(value)
    except ValidationError as error:
        reasons = [reason_of(detail) for detail in error.errors(include_url=False)]
        if not all(isinstance(reason, FlawedError) for reason in reasons):
            raise
        told(info).extend(reason.problem for reason in reasons if isinstance(reason, FlawedError))
        return None


def reason_of(detail: Mapping[str, Any]) -> Exception | None:
    """The exception of ours behind one of pydantic's error details."""
    reason: Exception | None = detail.get("ctx", {}).get("error")
    return reason


def as_row(value: Any) -> Any:
    """A row of one thing where several may stand."""
    if isinstance(value, Leaf) and not isinstance(value, Words):
        return [value]
    if isinstance(value, Words | Table):
        place = value.place() if isinstance(value, Words) else value.place
        assert place is not None, "read from a file"
        return Row([value], place, value.key)
    return value


def _with_colons(row: Row) -> Row:
    """A list of texts, of which YAML takes one with a colon in it for a mapping: `- Lưu: VT`."""
    return Row([_as_text(item) if isinstance(item, Table) else item for item in row], row.place, row.key)


def _as_text(table: Table) -> Any:
    entries = list(table.items())
    if len(entries) != 1 or not isinstance(entries[0][1], Words):
        return table
    ((key, value),) = entries
    return Words(f"{key}: {value}", key.node, table.key, (0, len(key)))


def as_items(value: Any) -> Any:
    """Several texts, also where they stand in one: parted by lines, numbers, semicolons."""
    if isinstance(value, Words):
        parts = items(value)
        place = value.place()
        assert place is not None, "read from a file"
        return Row([value.piece(part) for part in parts] if len(parts) > 1 else [value], place, value.key)
    return _with_colons(value) if isinstance(value, Row) else as_row(value)


def as_recipients(value: Any) -> Any:
    """Recipients, who in one text are parted by commas too where the archive's copy is the last."""
    if isinstance(value, Words) and ";" not in value and "\n" not in value:
        parts = items(value, commas=True)
        place = value.place()
        if len(parts) > 1 and fold(parts[-1].text).startswith("luu") and place is not None:
            return Row([value.piece(part) for part in parts], place, value.key)
    return as_items(value)


def as_numbered(value: Any) -> Any:
    """Several texts, also where they stand in one behind numbers of their own: `1) … 2) …`."""
    if isinstance(value, Words):
        parts = numbered(whole(value))
        place = value.place()
        if len(parts) > 1 and place is not None:
            return Row([value.piece(part) for part in parts], place, value.key)
    return _with_colons(value) if isinstance(value, Row) else as_row(value)


def _without_none(values: Any) -> Any:
    """The entries that were read."""
    if isinstance(values, Mapping):
        return {name: value for name, value in values.items() if value is not None}
    return tuple(value for value in values if value is not None)


def _schema(kind: type[Leaf]) -> WithJsonSchema:
    return WithJsonSchema(dict(kind.json_schema))


AsWords: TypeAlias = Annotated[Words, PlainValidator(_read_as(Words)), _schema(Words)]
AsLine: TypeAlias = Annotated[Line, PlainValidator(_read_as(Line)), _schema(Line)]
AsProse: TypeAlias = Annotated[Prose, PlainValidator(_read_as(Prose)), _schema(Prose)]
AsFigure: TypeAlias = Annotated[Figure, PlainValidator(_read_as(Figure)), _schema(Figure)]
AsDays: TypeAlias = Annotated[Days, PlainValidator(_read_as(Days)), _schema(Days)]
AsHours: TypeAlias = Annotated[Hours, PlainValidator(_read_as(Hours)), _schema(Hours)]
AsYear: TypeAlias = Annotated[Year, PlainValidator(_read_as(Year)), _schema(Year)]
AsFlag: TypeAlias = Annotated[Flag, PlainValidator(_read_as(Flag)), _schema(Flag)]

_Forgiven: TypeAlias = Annotated[T, WrapValidator(_left_out_if_flawed)]
Maybe: TypeAlias = _Forgiven[T] | None
Listed: TypeAlias = Annotated[tuple[_Forgiven[T], ...], BeforeValidator(as_items), AfterValidator(_without_none)]
Numbered: TypeAlias = Annotated[tuple[_Forgiven[T], ...], BeforeValidator(as_numbered), AfterValidator(_without_none)]
Recipients: TypeAlias = Annotated[
    tuple[_Forgiven[T], ...], BeforeValidator(as_recipients), AfterValidator(_without_none)
]
Each: TypeAlias = Annotated[tuple[_Forgiven[T], ...], BeforeValidator(as_row), AfterValidator(_without_none)]
Keyed: TypeAlias = Annotated[dict[str, _Forgiven[T]], AfterValidator(_without_none)]
Several: TypeAlias = Annotated[tuple[T, ...], BeforeValidator(as_row)]
