"""How many pages a paper will take, told before it is laid out.

A tree's lines are broken with the tabled widths of letters and their heights added up. What keeps together at a page's
foot is not followed, so the answer may be a page off in twenty; who needs to know exactly lays the paper out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping

from reportgen.layout.standards import FOOTNOTE, MM_PER_PT, Page, Standard, Style
from reportgen.layout.standards.metrics import NORMAL, width
from reportgen.layout.typeset import ANNEXES, WIDE, style_of
from reportgen.tree import Element, notes, text
from reportgen.tree.vocabulary import LEAVES

PICTURE = 80.0
"""The height that a picture is counted with, mm."""


def expected_pages(tree: Element, standard: Standard) -> int:
    """Pages of the text and of its annexes, each of which begins a page."""
    counter = _Counter(standard)
    body = [child for child in tree.elements if child.role not in ANNEXES]
    pages = _whole(counter.height(body, standard.portrait.text_width), standard.portrait)
    for annex in (child for child in tree.elements if child.role in ANNEXES):
        page = standard.landscape if annex.role == WIDE else standard.portrait
        pages += _whole(counter.height(annex.elements, page.text_width), page)
    return pages


def block_height(element: Element, standard: Standard, available: float) -> float:
    """The height of a block in a column that is `available` wide, mm."""
    return _Counter(standard).height([element], available)


def row_height(row: Element, table: Element, standard: Standard) -> float:
    """The height of a table's row, mm."""
    return _Counter(standard).row(row, table)


def _whole(height: float, page: Page) -> int:
    return max(1, math.ceil(height / (page.height - page.top - page.bottom)))


def _rule(element: Element, standard: Standard) -> float:
    rule = standard.rules[element.role]
    return (rule.weight + rule.gap) * MM_PER_PT


FIXED: Mapping[str, Callable[[Element, Standard], float]] = {
    "hr": _rule,
    "img": lambda *_: PICTURE,
    "chart": lambda chart, _: float(chart.get("height")),
}
"""Tags whose height does not depend on their column."""


class _Counter:
    """Adds up heights, mm."""

    def __init__(self, standard: Standard) -> None:
        self.standard = standard

    def height(self, elements: Iterable[Element], available: float) -> float:
        """Of blocks below one another, in a column that is `available` wide."""
        return sum(self._height(element, available) for element in elements)

    def _height(self, element: Element, available: float) -> float:
        if element.tag in FIXED:
            return FIXED[element.tag](element, self.standard)
        if element.tag in LEAVES:
            nested = (child for child in element.elements if child.tag in {"ol", "ul"})
            return self._paragraph(element, available) + self.height(nested, available)
        if element.tag == "table":
            return sum(self.row(row, element) for part in element.elements for row in part.elements)
        if element.role in self.standard.columns:
            columns = self.standard.columns[element.role]
            rows = (max(self._sides(row, columns.widths)) for row in element.elements)
            return columns.before * MM_PER_PT + sum(rows)
        return self.height(element.elements, available)

    def _sides(self, row: Element, widths: tuple[float, ...]) -> Iterator[float]:
        return (self.height(side.elements, wide) for side, wide in zip(row.elements, widths, strict=True))

    def row(self, row: Element, table: Element) -> float:
        """The height of the tallest cell; a cell over several columns is counted with the width of one."""
        widths = [float(wide) for wide in table.get("widths").split()]
        padding = 2 * self.standard.table_padding
        cells = zip(row.elements, widths, strict=False)
        return max((self._paragraph(cell, wide - padding) for cell, wide in cells), default=0.0)

    def _paragraph(self, element: Element, available: float) -> float:
        style = style_of(element, self.standard)
        words = f"{element.get('label')} {text(element)}".strip()
        rows = sum(_rows(line, style, available - style.left - style.right) for line in words.split("\n"))
        line = style.line or NORMAL * style.size
        return (style.before + style.after + rows * line) * MM_PER_PT + sum(map(self._note, notes(element)))

    def _note(self, note: Element) -> float:
        style = self.standard.styles[FOOTNOTE]
        return _rows(text(note), style, self.standard.portrait.text_width) * NORMAL * style.size * MM_PER_PT


def _rows(line: str, style: Style, available: float) -> int:
    """Rows that a line of text takes when it is broken at its spaces."""
    rows, used, space = 1, style.first, width(" ", style)
    for word in line.split():
        needed = width(word, style)
        if used > 0 and used + needed > available:
            rows, used = rows + 1, 0.0
        used += needed + space
    return rows
