"""Taken indicators put into an input that exists: values of known ones compared first, new ones added; all else stays.

In: an input that was read, what was taken, an answer to each difference. Out: the changed text, and what was done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from reportgen.drafting.scalars import comment, one_line
from reportgen.intake.edits import last_line, on_one_line
from reportgen.intake.entries import Entry, Plan, Value, entry_lines
from reportgen.intake.naming import key_of
from reportgen.intake.standing import (
    Field,
    Standing,
    StandingPlan,
    Standings,
    before_of,
    indicators_field,
    plans_of,
    same_figure,
    standings,
)
from reportgen.intake.taking import Taken
from reportgen.intake.weaving import STEP, Weaver
from reportgen.source import Mapping as MappingNode
from reportgen.source import Scalar, Source
from reportgen.vietnamese.letters import fold

TEXTS = frozenset({"nhóm", "đơn vị tính", "ghi chú"})
"""Texts that the table only gives where the file has none."""


class Choice(Enum):
    """Which of two figures is taken."""

    NEW = "new"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that the file and the table have differently. `what`: `thực hiện`, `kế hoạch (tỉnh)`; `cell` where the
    table has it; `standing` is the file's text."""

    key: str
    name: str
    what: str
    new: str
    cell: str
    standing: Scalar

    @property
    def old(self) -> str:
        """What the file says."""
        return " ".join(self.standing.text.split())


Answer = Callable[[Difference], Choice]


@dataclass(slots=True)
class Merged:
    """What was done: counts, and the differences with what was chosen."""

    text: str = ""
    added: int = 0
    filled: int = 0
    same: int = 0
    differences: list[tuple[Difference, Choice]] = field(default_factory=list)

    @property
    def changed(self) -> int:
        """How many figures were taken in the place of others."""
        return sum(chosen is Choice.NEW for _, chosen in self.differences)


def merge(source: Source, taken: Taken, answer: Answer) -> Merged:
    """The input's text with the indicators in it. The source has a root."""
    return _Merging(source, answer).merge(taken)


class _Merging:
    """One input while it is changed."""

    def __init__(self, source: Source, answer: Answer) -> None:
        self.source, self.answer = source, answer
        self.weaver = Weaver(source.lines)
        self.done = Merged()
        self.held = indicators_field(source)
        self.all = standings(self.held)
        self.lines_of: dict[str, int] = {}
        """Group → the last line of its indicators."""
        self.flat = " ".join(" ".join(line.strip().lstrip("#").split()) for line in source.lines)

    def merge(self, taken: Taken) -> Merged:
        """All entries, then the remarks."""
        pairs = self._paired(taken.entries)
        keys = {one.key: known.key.text.strip() if known else key for one, known, key in pairs}
        fresh: list[Entry] = []
        for one, known, _ in pairs:
            remarks = self._new(one.remarks)
            parts = tuple(keys.get(part, part) for part in one.parts)
            renamed = replace(one, key=keys[one.key], parts=parts, remarks=remarks)
            if known is None:
                fresh.append(renamed)
            else:
                self._into(known, renamed)
        self._add(fresh, self._new(taken.remarks))
        self.done.added = len(fresh)
        self.done.text = self.weaver.edits.applied(self.source.text)
        return self.done

    def _paired(self, entries: Sequence[Entry]) -> list[tuple[Entry, Standing | None, str]]:
        """Each entry with the indicator that it is in the file, and the key that it would get."""
        used = {one.key.text.strip() for one in self.all}
        free = Standings(self.all)
        pairs: list[tuple[Entry, Standing | None, str]] = []
        for one in entries:
            known = (free.by_key(one.key) if one.keyed else None) or free.by_name(one.name, one.group)
            key = one.key
            if known is None:
                key = one.key if one.key not in used else key_of(one.name, one.group, used)
                used.add(key)
            pairs.append((one, known, key))
        return pairs

    def _new(self, remarks: Sequence[str]) -> tuple[str, ...]:
        """The remarks that the file does not hold yet."""
        return tuple(remark for remark in remarks if one_line(remark) not in self.flat)

    # New indicators

    def _add(self, fresh: Sequence[Entry], remarks: Sequence[str]) -> None:
        indent = self.all[0].key.place.column - 1 if self.all else STEP
        added: dict[int, list[str]] = {}
        for one in fresh:
            added.setdefault(self._line_for(one.group), []).extend(entry_lines(one, indent))
        for remark in remarks:
            added.setdefault(self._line_for(""), []).extend(comment(indent, remark))
        for line, lines in added.items():
            self.weaver.edits.insert(line, ["chỉ tiêu:", *lines] if self.held is None else lines)

    def _line_for(self, group: str) -> int:
        """The line behind which an indicator is put: the last of its group, else the last of all."""
        if self.held is None:
            return len(self.source.lines)
        if not self.all:
            return self.held.key.place.line
        if group not in self.lines_of:
            near = [known for known in self.all if group and fold(known.text("nhóm")) == fold(group)]
            self.lines_of[group] = max(last_line(known.node, known.key) for known in near or self.all)
        return self.lines_of[group]

    # Known ones

    def _into(self, known: Standing, one: Entry) -> None:
        values = {key: value for key, value in one.fields().items() if key != "tên"}
        if isinstance(known.node, Scalar):
            self._into_short(known, known.node, one, values)
            return
        missing = {key: value for key, value in values.items() if key not in known.fields and _is_wanted(known, key)}
        for key, value in values.items():
            if key in known.fields:
                self._into_field(known.fields[key], key, value, one)
        self.done.filled += len(missing)
        self.weaver.add_keys(known, missing, one.remarks)

    def _into_short(self, known: Standing, short: Scalar, one: Entry, values: Mapping[str, Value]) -> None:
        """An indicator that is only its result, or nothing yet."""
        if not short.text.strip():
            self.done.filled += len(values)
            lines = list(entry_lines(one, known.key.place.column - 1))
            self.weaver.edits.insert(known.key.place.line, lines[1:])
            return
        result = short.text.strip()
        if one.result and self._compared(short, one.result, "thực hiện", one) is Choice.NEW:
            result = one.result
        more = {key: value for key, value in values.items() if key not in {"thực hiện", "bằng lời"}}
        if more:
            self.done.filled += len(more)
            self.weaver.expand(known, short, {"thực hiện": result, **more})
        elif result != short.text.strip():
            self.weaver.fill(short, result)
        self.weaver.add_keys(known, {}, one.remarks)

    def _into_field(self, held: Field, key: str, value: Value, one: Entry) -> None:
        """A key that the file has: its value compared, or put where nothing stands."""
        if isinstance(value, Mapping):
            self._keyed(held, key, value, one)
        elif key in {"kế hoạch", "năm sau"}:
            self._plans(held, key, tuple(plan for plan in value if isinstance(plan, Plan)), one)  # type: ignore[union-attr]
        elif key == "năm trước":
            old = before_of(held.node)
            if isinstance(value, str) and old is not None:
                self._figure(old, value, key, one)
            elif isinstance(value, str) and isinstance(held.node, MappingNode):
                self.weaver.add_entries(held, {"giá trị": value})
        elif isinstance(value, str) and isinstance(held.node, Scalar):
            if not held.node.text.strip():
                self.done.filled += 1
                self.weaver.fill(held.node, value)
            elif key == "thực hiện":
                self._figure(held.node, value, key, one)

    def _figure(self, old: Scalar, new: str, what: str, one: Entry) -> None:
        """Hold a figure of the file against the table's."""
        if not old.text.strip():
            self.done.filled += 1
            self.weaver.fill(old, new)
        elif self._compared(old, new, what, one) is Choice.NEW:
            self.weaver.fill(old, new)

    def _compared(self, old: Scalar, new: str, what: str, one: Entry) -> Choice:
        if same_figure(old.text, new):
            self.done.same += 1
            return Choice.OLD
        difference = Difference(one.key, one.name, what, new, one.cells.get(what, one.at), old)
        chosen = self.answer(difference) if on_one_line(old) else Choice.OLD
        self.done.differences.append((difference, chosen))
        return chosen

    def _keyed(self, held: Field, key: str, values: Mapping[str, str], one: Entry) -> None:
        own = {fold(name.text.strip()): node for name, node in held.node} if isinstance(held.node, MappingNode) else {}
        missing = {name: text for name, text in values.items() if fold(name) not in own}
        for name, text in values.items():
            node = own.get(fold(name))
            if isinstance(node, Scalar):
                self._figure(node, text, f"{key} ({name})", one)
        if missing:
            self.done.filled += len(missing)
            self.weaver.add_entries(held, missing)

    def _plans(self, held: Field, key: str, plans: tuple[Plan, ...], one: Entry) -> None:
        standing = list(plans_of(held.node))
        missing: list[Plan] = []
        for plan in plans:
            old = _plan_of(plan, standing, only=len(plans) == 1)
            said = ", ".join(filter(None, (plan.setter, "điều chỉnh" if plan.adjusted else "")))
            if old is None:
                missing.append(plan)
            elif old.value is not None and plan.value:
                self._figure(old.value, plan.value, f"{key} ({said})" if said else key, one)
        if missing:
            self.done.filled += len(missing)
            self.weaver.add_plans(held, tuple(missing))


def _is_wanted(known: Standing, key: str) -> bool:
    """Whether a key that the file does not have belongs there: one result is enough, in figures or in words."""
    other = {"thực hiện": "bằng lời", "bằng lời": "thực hiện"}.get(key)
    return other is None or not known.text(other)


def _plan_of(plan: Plan, standing: Sequence[StandingPlan], *, only: bool) -> StandingPlan | None:
    """The file's plan that the table's is: by its setter; the only one where either names nobody."""
    found = [one for one in standing if fold(one.setter) == fold(plan.setter) and one.adjusted == plan.adjusted]
    alike = [one for one in standing if not one.setter and one.value and same_figure(one.value.text, plan.value)]
    if found or alike:
        return (found or alike)[0]
    alone = only and len(standing) == 1 and "" in (plan.setter, standing[0].setter)
    return standing[0] if alone else None
