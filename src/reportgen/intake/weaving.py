"""New texts put among an input's own: into empty places, in the place of others, as more keys, as more plans.

Whatever way something is written, in lines or within braces, it stays written so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.drafting.scalars import comment, in_flow, scalar
from reportgen.intake.edits import Edits, closing, in_flow_around, is_flow, last_line, more, raw
from reportgen.intake.entries import Plan, Value, field_lines, in_braces, plan_lines
from reportgen.intake.standing import Field, Standing
from reportgen.source import Mapping as MappingNode
from reportgen.source import Scalar
from reportgen.source import Sequence as SequenceNode

STEP = 2


class Weaver:
    """Gathers the changes of one text."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        self.edits = Edits()

    def fill(self, old: Scalar, new: str) -> None:
        """Put a text in the place of another, or where none stands yet."""
        self._set(old, (in_flow if in_flow_around(old, self.lines) else scalar)(new))

    def _set(self, old: Scalar, written: str) -> None:
        before = raw(old, self.lines)
        left = self.lines[old.place.line - 1][: old.place.column - 1]
        self.edits.replace(old.place.line, old.place.column, before, f" {written}" if left.endswith(":") else written)

    def expand(self, known: Standing, short: Scalar, values: Mapping[str, Value]) -> None:
        """Make an indicator that is only its result one with these keys."""
        if in_flow_around(short, self.lines):
            self._set(short, "{" + ", ".join(f"{key}: {in_braces(value)}" for key, value in values.items()) + "}")
            return
        line, column = short.place.line, short.place.column
        blank = self.lines[line - 1][: column - 1][-1:] == " "
        self.edits.replace(line, column - blank, " " * blank + raw(short, self.lines), "")
        indent = known.key.place.column - 1 + STEP
        lines = [line for key, value in values.items() for line in field_lines(indent, key, value)]
        self.edits.insert(known.key.place.line, lines)

    def add_keys(self, known: Standing, values: Mapping[str, Value], remarks: Sequence[str]) -> None:
        """More keys of an indicator, behind its own."""
        node = known.node
        lines: list[str] = []
        if isinstance(node, MappingNode) and is_flow(node, self.lines):
            indent = known.key.place.column - 1 + STEP
            self._within(node, [f"{key}: {in_braces(value)}" for key, value in values.items()])
        else:
            indent = self._indent(known)
            lines = [line for key, value in values.items() for line in field_lines(indent, key, value)]
        lines += [line for remark in remarks for line in comment(indent, remark)]
        if lines:
            self.edits.insert(last_line(node, known.key), lines)

    def _within(self, node: MappingNode | SequenceNode, texts: Sequence[str]) -> None:
        """More texts within braces or brackets."""
        line, column = closing(node, self.lines)
        if texts:
            self.edits.replace(line, column, "", more(texts, self.lines[line - 1][: column - 1]))

    def _indent(self, known: Standing) -> int:
        """The column, from 0, at which an indicator's keys stand."""
        if isinstance(known.node, MappingNode) and known.node.entries:
            return known.node.entries[0][0].place.column - 1
        return known.key.place.column - 1 + STEP

    def add_entries(self, held: Field, values: Mapping[str, str]) -> None:
        """More entries of a mapping with keys of its own (`theo đơn vị`), or the first ones."""
        node = held.node
        indent = held.key.place.column - 1
        if isinstance(node, MappingNode) and is_flow(node, self.lines):
            self._within(node, [f"{in_flow(key)}: {in_flow(text)}" for key, text in values.items()])
        elif isinstance(node, MappingNode):
            own = node.entries[0][0].place.column - 1
            lines = [line for key, text in values.items() for line in field_lines(own, key, text)]
            self.edits.insert(last_line(node, held.key), lines)
        else:
            lines = list(field_lines(indent, held.key.text, dict(values)))
            self.edits.insert(held.key.place.line, lines[1:])

    def add_plans(self, held: Field, plans: tuple[Plan, ...]) -> None:
        """More plans behind a key that has some, or the first ones."""
        node = held.node
        if isinstance(node, SequenceNode) and not is_flow(node, self.lines):
            column = node.place.column - 1
            self.edits.insert(last_line(node, held.key), [line for plan in plans for line in plan_lines(column, plan)])
        elif isinstance(node, SequenceNode):
            self._within(node, list(map(in_braces, plans)))
        elif isinstance(node, Scalar):
            self._first_plans(held, node, plans)
        elif is_flow(node, self.lines):
            line, column = closing(node, self.lines)
            self.edits.replace(node.place.line, node.place.column, "", "[")
            self.edits.replace(line, column + 1, "", ", " + ", ".join(map(in_braces, plans)) + "]")
        else:
            self._as_list(held, node, plans)

    def _first_plans(self, held: Field, node: Scalar, plans: tuple[Plan, ...]) -> None:
        """Plans where there was one in short, or none."""
        if node.text.strip():
            self._set(node, "[" + ", ".join((in_flow(node.text.strip()), *map(in_braces, plans))) + "]")
            return
        if in_flow_around(node, self.lines):
            self._set(node, in_braces(plans))
            return
        lines = list(field_lines(held.key.place.column - 1, held.key.text, plans))
        if len(lines) == 1:
            self.fill(node, plans[0].value)
        else:
            self.edits.insert(held.key.place.line, lines[1:])

    def _as_list(self, held: Field, node: MappingNode, plans: tuple[Plan, ...]) -> None:
        """A plan of several lines made the first of a list."""
        first, last = node.place.line, last_line(node, held.key)
        for number in range(first, last + 1):
            if number == first:
                self.edits.replace(number, node.place.column, "", "- ")
            elif self.lines[number - 1].strip():
                self.edits.replace(number, 1, "", "  ")
        column = node.place.column - 1
        self.edits.insert(last, [line for plan in plans for line in plan_lines(column, plan)])
