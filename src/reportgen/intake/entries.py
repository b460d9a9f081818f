"""Indicators as they were taken from a table, and as lines of an input, or within its braces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from reportgen.drafting.scalars import as_item, comment, entry, in_flow, names, scalar

NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan or a target, as an input has it."""

    value: str
    setter: str = ""
    adjusted: bool = False
    ratio: str = ""
    verdict: str = ""

    def fields(self) -> dict[str, str]:
        """Its keys with their texts."""
        known = {
            "giao bởi": self.setter,
            "điều chỉnh": "có" if self.adjusted else "",
            "giá trị": self.value,
            "tỷ lệ": self.ratio,
            "đánh giá": self.verdict,
        }
        return {key: text for key, text in known.items() if text}


@dataclass(frozen=True, slots=True)
class Change:
    """Last year's value where only the growth is known (`tăng giảm`)."""

    text: str


Value = str | tuple[Plan, ...] | tuple[str, ...] | Mapping[str, str] | Change


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator. Texts are as an input has them, "" for what the table does not have; `cells`: what was taken → its
    cell (`thực hiện` → `F12`); `remarks` are comments about cells that were not taken. `at`: the table and the row;
    `keyed`: the table itself gives the key."""

    key: str
    name: str
    at: str
    group: str = ""
    result: str = ""
    in_words: str = ""
    plans: tuple[Plan, ...] = ()
    before: str = ""
    change: str = ""
    after: tuple[Plan, ...] = ()
    parts: tuple[str, ...] = ()
    breakdown: Mapping[str, str] = field(default_factory=lambda: NONE)
    history: Mapping[str, str] = field(default_factory=lambda: NONE)
    unit: str = ""
    note: str = ""
    cells: Mapping[str, str] = field(default_factory=lambda: NONE)
    remarks: tuple[str, ...] = ()
    keyed: bool = False

    @property
    def figures(self) -> int:
        """How many figures were taken."""
        single = sum(bool(text) for text in (self.result, self.in_words, self.before, self.change))
        plans = sum(bool(plan.value) + bool(plan.ratio) for plan in (*self.plans, *self.after))
        return single + plans + len(self.breakdown) + len(self.history)

    def fields(self) -> dict[str, Value]:
        """What it has, by the keys of an input, in their order."""
        known: dict[str, Value] = {
            "tên": self.name,
            "nhóm": self.group,
            "bằng lời": self.in_words,
            "thực hiện": self.result,
            "kế hoạch": self.plans,
            "năm trước": self.before or (Change(self.change) if self.change else ""),
            "năm sau": self.after,
            "gồm": self.parts,
            "theo đơn vị": self.breakdown,
            "các năm": self.history,
            "đơn vị tính": self.unit,
            "ghi chú": self.note,
        }
        return {key: value for key, value in known.items() if value}


def entry_lines(one: Entry, indent: int = 2) -> Iterator[str]:
    """The indicator behind its key."""
    yield f"{' ' * indent}{scalar(one.key)}:"
    fields = one.fields()
    if "thực hiện" not in fields and "bằng lời" not in fields:
        named = {key: value for key, value in fields.items() if key in {"tên", "nhóm"}}
        fields = {**named, "thực hiện": "", **fields}
    for key, value in fields.items():
        yield from field_lines(indent + 2, key, value)
    for remark in one.remarks:
        yield from comment(indent + 2, remark)


def field_lines(indent: int, key: str, value: Value) -> Iterator[str]:
    """A key with its value on lines of its own."""
    if isinstance(value, str):
        yield from entry(indent, key, value)
    elif isinstance(value, Change):
        yield f"{' ' * indent}{key}:"
        yield from entry(indent + 2, "tăng giảm", value.text)
    elif isinstance(value, Mapping):
        yield f"{' ' * indent}{key}:"
        for name, text in value.items():
            yield from entry(indent + 2, name, text)
    else:
        yield from _list_lines(indent, key, value)


def _list_lines(indent: int, key: str, value: tuple[Plan, ...] | tuple[str, ...]) -> Iterator[str]:
    """Names on one line; plans one below the other, one that says no more than its value in short."""
    plans = [one for one in value if isinstance(one, Plan)]
    if not plans:
        yield from names(indent, key, (one for one in value if isinstance(one, str)))
    elif len(plans) == 1 and _is_short(plans[0]):
        yield from entry(indent, key, plans[0].value)
    else:
        yield f"{' ' * indent}{key}:"
        for plan in plans:
            yield from plan_lines(indent + 2, plan)


def plan_lines(indent: int, plan: Plan) -> Iterator[str]:
    """A plan as an entry of a list whose dashes stand at that column."""
    lines = [line for key, text in plan.fields().items() for line in entry(indent + 2, key, text)]
    yield from as_item(lines, indent)


def in_braces(value: Value | Plan) -> str:
    """A value as it stands within braces."""
    if isinstance(value, str):
        return in_flow(value)
    if isinstance(value, Change):
        return f"{{tăng giảm: {in_flow(value.text)}}}"
    if isinstance(value, Plan):
        return in_flow(value.value) if _is_short(value) else in_braces(value.fields())
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{in_flow(key)}: {in_flow(text)}" for key, text in value.items()) + "}"
    short = len(value) == 1 and isinstance(value[0], Plan) and _is_short(value[0])
    return in_braces(value[0]) if short else "[" + ", ".join(map(in_braces, value)) + "]"


def _is_short(plan: Plan) -> bool:
    """Whether a plan says no more than its value."""
    return set(plan.fields()) == {"giá trị"}
