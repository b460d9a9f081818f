"""Labels of headings, lists and footnotes: `Phần I`, `I.`, `1.`, `1.1.`, `a)`, `-`, `+`; notes count through the paper.

A template never writes a label. The layout says which form each role takes (`numbering` in standards/*.yaml); here the
counters run. Word numbers by itself, after the same forms; `verify` holds its labels against these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from reportgen.tree.element import Element, Node
from reportgen.tree.notes import NOTE
from reportgen.vietnamese.letters import point_letter, roman


@dataclass(frozen=True, slots=True)
class Form:
    """How a role is numbered.

    `pattern` holds `{n}`, the own number, or `{up}.{n}`; `digits` is `roman`, `decimal`, `letter` (Vietnamese alphabet,
    Decree 30, Annex I, II.6đ) or `none`; `level` 0 is the outermost heading: a heading restarts all deeper ones.
    """

    role: str
    pattern: str
    digits: str
    level: int
    own_line: bool = False
    """The label stands on a line of its own above the title."""


DIGITS: Mapping[str, Callable[[int], str]] = {
    "roman": roman,
    "decimal": str,
    "letter": point_letter,
    "none": lambda _: "",
}


def labelled(root: Element, forms: Mapping[str, Form]) -> Element:
    """The tree with the attribute `label` on every numbered heading, list item and footnote."""
    return _Labeller(forms).dress(root)


class _Labeller:
    """Runs the counters once through a paper; they are the only state."""

    def __init__(self, forms: Mapping[str, Form]) -> None:
        self.forms = forms
        self.counters: dict[int, int] = {}
        self.notes = 0

    def dress(self, element: Element) -> Element:
        if element.tag in {"ol", "ul"}:
            return self._list(element)
        if element.tag == NOTE:
            self.notes += 1
            element = element.having(label=str(self.notes))
        children = tuple(self._node(child) for child in element.children)
        form = self.forms.get(element.role) if element.tag.startswith("h") else None
        return element.holding(children).having(label=self._heading(form)) if form else element.holding(children)

    def _node(self, node: Node) -> Node:
        return self.dress(node) if isinstance(node, Element) else node

    def _heading(self, form: Form) -> str:
        self.counters = {level: count for level, count in self.counters.items() if level <= form.level}
        self.counters[form.level] = self.counters.get(form.level, 0) + 1
        up = str(self.counters.get(form.level - 1, 1))
        return form.pattern.format(n=DIGITS[form.digits](self.counters[form.level]), up=up)

    def _list(self, element: Element) -> Element:
        form = self.forms[element.role]
        first = int(element.get("start") or 1)
        items = tuple(
            replace(self.dress(item), role=element.role).having(
                label=form.pattern.format(n=DIGITS[form.digits](number))
            )
            for number, item in enumerate(element.elements, first)
        )
        return element.holding(items)
