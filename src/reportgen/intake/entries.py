"""Indicators as they were taken from a table, and as lines of an input."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from reportgen.drafting.scalars import as_item, comment, entry, names, scalar

NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan or a target, as an input has it."""

    value: str
    setter: str = ""
    adjusted: bool = False
    ratio: str = ""
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator. Texts are as an input has them, "" for what the table does not have; `cells`: what was taken → its
    cell (`thực hiện` → `F12`); `remarks` are comments about cells that were not taken. `at`: the table and the row."""

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

    @property
    def figures(self) -> int:
        """How many figures were taken."""
        single = sum(bool(text) for text in (self.result, self.in_words, self.before, self.change))
        plans = sum(bool(plan.value) + bool(plan.ratio) for plan in (*self.plans, *self.after))
        return single + plans + len(self.breakdown) + len(self.history)


def entry_lines(one: Entry, indent: int = 2) -> Iterator[str]:
    """The indicator behind its key."""
    inner = indent + 2
    yield f"{' ' * indent}{scalar(one.key)}:"
    yield from _if(inner, "tên", one.name)
    yield from _if(inner, "nhóm", one.group)
    if one.in_words:
        yield from entry(inner, "bằng lời", one.in_words)
    else:
        yield from entry(inner, "thực hiện", one.result)
    yield from plan_lines(inner, "kế hoạch", one.plans)
    yield from before_lines(inner, one)
    yield from plan_lines(inner, "năm sau", one.after)
    yield from names(inner, "gồm", one.parts) if one.parts else ()
    yield from keyed_lines(inner, "theo đơn vị", one.breakdown)
    yield from keyed_lines(inner, "các năm", one.history)
    yield from _if(inner, "đơn vị tính", one.unit)
    yield from _if(inner, "ghi chú", one.note)
    for remark in one.remarks:
        yield from comment(inner, remark)


def _if(indent: int, key: str, text: str) -> Iterator[str]:
    if text:
        yield from entry(indent, key, text)


def plan_lines(indent: int, key: str, plans: tuple[Plan, ...]) -> Iterator[str]:
    """Plans behind their key: one without a setter in short."""
    if not plans:
        return
    if len(plans) == 1 and plans[0] == Plan(plans[0].value) and plans[0].value:
        yield from entry(indent, key, plans[0].value)
        return
    yield f"{' ' * indent}{key}:"
    for plan in plans:
        yield from as_item(_plan(indent + 4, plan), indent + 2)


def _plan(indent: int, plan: Plan) -> Iterator[str]:
    yield from _if(indent, "giao bởi", plan.setter)
    if plan.adjusted:
        yield f"{' ' * indent}điều chỉnh: có"
    yield from _if(indent, "giá trị", plan.value)
    yield from _if(indent, "tỷ lệ", plan.ratio)
    yield from _if(indent, "đánh giá", plan.verdict)


def before_lines(indent: int, one: Entry) -> Iterator[str]:
    """Last year's value, with the change where only that is known."""
    if not one.change:
        yield from _if(indent, "năm trước", one.before)
        return
    yield f"{' ' * indent}năm trước:"
    yield from _if(indent + 2, "giá trị", one.before)
    yield from entry(indent + 2, "tăng giảm", one.change)


def keyed_lines(indent: int, key: str, values: Mapping[str, str]) -> Iterator[str]:
    """Values behind names of their own."""
    if values:
        yield f"{' ' * indent}{key}:"
        for name, text in values.items():
            yield from entry(indent + 2, name, text)
