"""What a template may see of the program: texts, numbers, days, markup, tuples of them, and `Facts`, which hold nothing
else. An object of the program never reaches a template.

In: values of the program. Out: plain values, each made once. A question of a template comes back with plain values; its
answer is worked out with the objects that they stand for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from reportgen.figures.ledger import Ledger, Line
from reportgen.figures.part import Part
from reportgen.figures.table import IndicatorTable
from reportgen.model.leaves import Days, Figure, Flag, Hours, Words, Year
from reportgen.model.section import Section
from reportgen.official.letterhead import Head
from reportgen.tree.origins import marked

PLAIN = (str, int, float, bool, date, type(None))
"""What is handed on as it is. Of these types templates may use what `ATTRIBUTES` names."""
ATTRIBUTES: Mapping[type, frozenset[str]] = MappingProxyType(
    {
        str: frozenset({"lower", "upper", "split", "startswith", "endswith", "strip", "replace", "format"}),
        date: frozenset({"day", "month", "year"}),
        dict: frozenset({"get", "items", "keys", "values"}),
    }
)
"""Type → the attributes that a template may use of its values. A type that does not stand here has none."""
HIDDEN: Mapping[type, frozenset[str]] = MappingProxyType({Head: frozenset({"standard"})})
"""Type → the fields that are not shown."""
SHOWN: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {
        IndicatorTable: ("wide", "stacked", "top"),
        Ledger: ("lines", "judged", "reached", "exceeded", "missed"),
    }
)
"""Type → what is shown beside its fields."""


class Text(str):
    """A text of the input with where it came from, which a template cannot reach."""

    _origin: Any

    @classmethod
    def of(cls, origin: Any) -> Text:
        """The text of a leaf."""
        text = cls(origin)
        text._origin = origin
        return text


def printed(value: Any) -> Any:
    """What a template prints of a value: of a text of the input, the text with the mark of where it was typed."""
    origin = getattr(value, "_origin", None) if isinstance(value, Text) else None
    return marked(str(value), origin_of(origin)) if isinstance(origin, Words) else value


def origin_of(words: Words) -> str:
    """Where a text was typed, `12:5`; "" for what the program made."""
    place = words.node.place if words.node is not None else None
    return f"{place.line}:{place.column}" if place is not None else ""


class Lazily(Mapping[str, Any]):
    """Plain values by name, each made when it is asked for."""

    __slots__ = ("_give", "_made", "_names")

    def __init__(self, names: Iterable[str], give: Callable[[str], Any]) -> None:
        self._names = dict.fromkeys(names)
        self._give = give
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            if name not in self._names:
                raise KeyError(name)
            self._made[name] = self._give(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Facts:
    """Plain values by name. `for … in` goes through its entries where it has some."""

    __slots__ = ("_entries", "_origin", "_values")

    def __init__(self, values: Mapping[str, Any], origin: Any, entries: Iterable[Any] = ()) -> None:
        object.__setattr__(self, "_values", values)
        object.__setattr__(self, "_origin", origin)
        object.__setattr__(self, "_entries", entries)

    def __getattr__(self, name: str) -> Any:
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"a template changes nothing: {name}")

    def __iter__(self) -> Iterator[Any]:
        return iter(self._entries)

    def __repr__(self) -> str:
        return f"Facts({', '.join(sorted(self._values))})"

    def __str__(self) -> str:
        raise TypeError(f"no text: one of {', '.join(sorted(self._values))} is")


class Question:
    """Something that a template may ask: a function of the view, with plain values in and out."""

    __slots__ = ("_answer", "_plainly")

    def __init__(self, answer: Callable[..., Any], plainly: Callable[[Any], Any]) -> None:
        self._answer = answer
        self._plainly = plainly

    def __str__(self) -> str:
        raise TypeError("a question that was not asked: it wants (…) behind it")

    def __call__(self, *given: Any, **named: Any) -> Any:
        return self._plainly(self._answer(*map(meant, given), **{name: meant(value) for name, value in named.items()}))


def meant(value: Any) -> Any:
    """What of the program a plain value stands for."""
    if isinstance(value, Facts | Text):
        return value._origin
    if isinstance(value, tuple | list):
        return tuple(map(meant, value))
    return value


def names_of(value: Any) -> frozenset[str]:
    """The attributes that a template may use of a value."""
    if isinstance(value, Facts):
        return frozenset(value._values)
    kind = next((kind for kind in ATTRIBUTES if isinstance(value, kind)), None)
    return ATTRIBUTES[kind] if kind is not None else frozenset()


class Showing:
    """Makes plain values, of one object always the same one."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, Any]] = {}

    def question(self, answer: Callable[..., Any]) -> Question:
        """A question whose answers are plain."""
        return Question(answer, self.plain)

    def plain(self, value: Any) -> Any:
        """The value as a template sees it."""
        if isinstance(value, Markup) or type(value) in PLAIN:
            return value
        if isinstance(value, tuple | list) and not hasattr(value, "_fields"):
            return tuple(map(self.plain, value))
        if isinstance(value, Mapping):
            return {str(name): self.plain(content) for name, content in value.items()}
        known = self._known.get(id(value))
        if known is None:
            # The object is kept beside its plain value, so that no other one gets its identity.
            known = self._known[id(value)] = (value, self._made(value))
        return known[1]

    def _made(self, value: Any) -> Any:
        for kind, make in MAKERS.items():
            if isinstance(value, kind):
                return make(self, value)
        if isinstance(value, tuple):
            return self.facts(value, value._asdict())  # type: ignore[attr-defined]  # a named one
        assert is_dataclass(value), f"no template may see a {type(value).__name__}: say in papers.plain what it shows"
        return self.facts(value, {field.name: getattr(value, field.name) for field in fields(value)})

    def facts(self, value: Any, content: Mapping[str, Any], entries: tuple[Any, ...] = ()) -> Facts:
        """A part of the program by the names that are shown of it."""
        hidden = HIDDEN.get(type(value), frozenset())
        names = [name for name in content if name not in hidden]
        names += (name for name in SHOWN.get(type(value), ()) if name not in content)
        give = Lazily(names, lambda name: self.plain(content[name] if name in content else getattr(value, name)))
        return Facts(give, value, self.plain(entries))

    def later(self, kind: type, make: Callable[[], Any]) -> Facts:
        """Frozen data of that type, worked out when the first of its fields is asked for."""
        names = (field.name for field in fields(kind) if field.name not in HIDDEN.get(kind, ()))
        return Facts(Lazily(names, lambda name: self.plain(getattr(make(), name))), None)


def _section(showing: Showing, section: Section) -> Facts:
    return showing.facts(section, vars(section))


def _line(showing: Showing, line: Line) -> Facts:
    """An indicator: enough to choose it, all else is asked for."""
    return Facts({"key": line.key, "name": line.name, "result": line.result is not None}, line)


MAKERS: Mapping[type, Callable[[Showing, Any], Any]] = MappingProxyType(
    {
        Words: lambda _, words: Text.of(words),
        Figure: lambda showing, figure: Facts({"words": str(figure.words)}, figure),
        Days: lambda showing, days: Facts({"first": days.first, "last": days.last}, days),
        Hours: lambda showing, hours: Facts({"first": hours.first, "last": hours.last}, hours),
        Year: lambda _, year: year.number,
        Flag: lambda _, flag: flag.on,
        Section: _section,
        Line: _line,
        Ledger: lambda showing, ledger: showing.facts(ledger, {}, tuple(ledger)),
        Part: lambda _, part: str(part),
        Enum: lambda _, member: str(member.value),
        str: lambda _, text: str(text),
    }
)
"""Type → what a template sees of it; of other frozen data their fields."""
