"""What a layout adds to a rendered tree before any writer sees it: labels, lengths of rules, widths of columns.

In: the tree as the template wrote it. Out: the same tree with the attributes `label`, `width` (mm, of a rule or a
picture), `widths` (mm, one a column) and `height` (mm, of a chart). Both writers take them as they are, so the PDF and
the DOCX look the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.layout.document import Picture
from reportgen.layout.standards import DEFAULT_STYLE, MM_PER_PT, Page, Standard, Style
from reportgen.layout.standards.metrics import width
from reportgen.tree import Element, MarkupError, Node, text, walk, with_bound_spaces
from reportgen.tree.numbering import labelled
from reportgen.tree.vocabulary import LEAVES, SIDES

CONTAINERS = frozenset({*SIDES, "recipients", "row", "side", "annex", "annex_wide", "sheet", "photo"})
"""Roles that group; they have no style of their own."""
ANNEXES = frozenset({"annex", "annex_wide", "sheet"})
"""The roles of what begins a page and counts its pages anew: annexes, further sheets of one paper."""
SHORT_TABLE = 10
"""Rows, those of the head among them, that a table may have and still be kept on one page."""
SHORT_TEXT = 1200
"""Letters that such a table may hold: a third of a page in narrow columns."""
PRINT_DPI = 150
"""A picture is printed no larger than it has pixels for."""
TALLEST = 0.45
"""The share of a page's height that a picture may take, so that its caption and some text stay beside it."""
BORDERS = 0.4
"""What a cell's two borders of 0.5 pt take of its width, mm, rounded up."""
WIDE = "annex_wide"
"""The role of a section set on landscape pages."""


def typeset(root: Element, standard: Standard) -> Element:
    """The finished tree; `MarkupError` if it uses a role that the layout does not have."""
    _refuse_unknown_roles(root, standard)
    labelled_root = labelled(with_bound_spaces(root), standard.numbering)
    return _Measurer(standard).dress(labelled_root, standard.portrait.text_width)


def with_pictures(root: Element, pictures: Mapping[str, Picture], standard: Standard) -> Element:
    """The tree with the width of each picture: the text's, unless it has too few pixels or is too tall for it."""

    def sized(element: Element, page: Page) -> Element:
        if element.tag == "img":
            return element.having(width=f"{print_width(pictures[element.get('src')], page):.1f}")
        inside = standard.landscape if element.role == WIDE else page
        children = (sized(child, inside) if isinstance(child, Element) else child for child in element.children)
        return element.holding(tuple(children))

    return sized(root, standard.portrait) if pictures else root


def print_width(picture: Picture, page: Page) -> float:
    """How wide a picture is printed, mm."""
    most = page.text_height * TALLEST * picture.width / picture.height
    return min(page.text_width, picture.width * 72 / PRINT_DPI * MM_PER_PT, most)


def fitting(root: Element, standard: Standard) -> Standard:
    """The layout with the smaller set of sizes where a line of the letterhead does not fit its column, else as it is.

    Decree 30 shows two sets, 13/14 in Annex III and 12/13 in the sample of I.V; they are never mixed.
    """
    if not standard.small or not any(_overflows(row, standard) for row in _letterhead_rows(root)):
        return standard
    small = {role: replace(standard.styles[role], size=size) for role, size in standard.small.items()}
    return replace(standard, styles={**standard.styles, **small})


def _letterhead_rows(root: Element) -> Iterator[Element]:
    return (row for child in walk(root) if child.role == "letterhead" for row in child.elements)


def _overflows(row: Element, standard: Standard) -> bool:
    return any(
        width(line, style_of(paragraph, standard)) > available
        for side, available in zip(row.elements, standard.columns["letterhead"].widths, strict=True)
        for paragraph in side.elements
        if paragraph.tag in LEAVES
        for line in text(paragraph).split("\n")
    )


def style_of(element: Element, standard: Standard) -> Style:
    """The style that a paragraph is set in."""
    return standard.styles[element.role or DEFAULT_STYLE[element.tag]]


def _refuse_unknown_roles(root: Element, standard: Standard) -> None:
    known = CONTAINERS | standard.styles.keys() | standard.rules.keys()
    stack = [root]
    while stack:
        element = stack.pop()
        fitting_roles = SPECIAL[element.tag](standard) if element.tag in SPECIAL else known
        if element.role and element.role not in fitting_roles:
            raise MarkupError(f'<{element.tag} class="{element.role}">: no such style in {standard.name}')
        columns = len(element.get("widths").split()) if element.tag == "table" else 0
        if columns and columns != len(column_needs(element, standard)):
            raise MarkupError(f"<table>: {columns} widths for another number of columns")
        stack.extend(element.elements)


SPECIAL: Mapping[str, Callable[[Standard], Collection[str]]] = {
    "hr": lambda standard: standard.rules,
    "ol": lambda standard: standard.numbering,
    "ul": lambda standard: standard.numbering,
}
"""Tags whose role is no style: what they choose from."""


def is_short(table: Element) -> bool:
    """Whether a table is kept on one page: few rows that hold a page of text would leave the page before empty."""
    cells = (cell for part in table.elements for row in part.elements for cell in row.elements)
    return sum(len(part.elements) for part in table.elements) <= SHORT_TABLE and (
        sum(len(text(cell)) for cell in cells) <= SHORT_TEXT
    )


@dataclass(frozen=True, slots=True)
class _Measurer:
    standard: Standard

    def dress(self, element: Element, available: float) -> Element:
        """`available`: the width that the element may take, mm."""
        if element.tag == "table":
            return self._table(element, available)
        if element.tag == "div" and element.role in self.standard.columns:
            return self._columns(element)
        if element.tag == "chart":
            fixed, each = self.standard.chart_heights[element.get("kind")]
            return element.having(height=f"{fixed + each * len(element.elements):g}")
        if element.role == WIDE:
            available = self.standard.landscape.text_width
        return element.holding(tuple(self._children(element.children, available)))

    def _children(self, children: Sequence[Node], available: float) -> Iterator[Node]:
        above: Element | None = None
        for child in children:
            if not isinstance(child, Element):
                yield child
                continue
            dressed = self.dress(child, available)
            yield self._rule(dressed, above, available) if child.tag == "hr" else dressed
            above = child

    def _columns(self, element: Element) -> Element:
        widths = self.standard.columns[element.role].widths
        rows = [
            row.holding(
                tuple(
                    self.dress(side, wide).having(width=f"{wide:g}")
                    for side, wide in zip(row.elements, widths, strict=True)
                )
            )
            for row in element.elements
        ]
        return element.holding(tuple(rows)).having(widths=" ".join(f"{width:g}" for width in widths))

    def _rule(self, rule: Element, above: Element | None, available: float) -> Element:
        line = text(above).split("\n")[-1] if above is not None else ""
        style = style_of(above, self.standard) if above is not None else self.standard.styles["body"]
        length = min(width(line, style), available) * self.standard.rules[rule.role].share
        return rule.having(width=f"{length:.1f}")

    def _table(self, table: Element, available: float) -> Element:
        needs = column_needs(table, self.standard)
        if table.get("widths"):
            shares = [float(share) for share in table.get("widths").split()]
            widths = shared([need for need, _ in needs], shares, available)
        else:
            widths = fitted(needs, available)
        return table.having(widths=" ".join(f"{width:.2f}" for width in widths))


def column_needs(table: Element, standard: Standard) -> list[tuple[float, float]]:
    """For each column the width of its longest word and of its longest cell, mm, padding included."""
    padding = 2 * standard.table_padding + BORDERS
    needs: dict[int, tuple[float, float]] = {}
    for row in _rows(table):
        for column, cell in row:
            style = style_of(cell, standard)
            bold = replace(style, bold=True)
            words = [width(word, bold) for word in text(cell).replace("\n", " ").split(" ")]
            whole = max((width(line, style) for line in text(cell).split("\n")), default=0.0)
            least, most = needs.get(column, (0.0, 0.0))
            needs[column] = (max(least, *words), max(most, whole))
    return [(least + padding, most + padding) for _, (least, most) in sorted(needs.items())]


def _rows(table: Element) -> Iterator[list[tuple[int, Element]]]:
    """Each row's cells with the column that they stand in; cells over several columns are left out."""
    taken: dict[int, int] = {}
    for row in (row for part in table.elements for row in part.elements):
        cells, column = [], 0
        for cell in row.elements:
            while taken.get(column, 0) > 0:
                column += 1
            span = int(cell.get("colspan") or 1)
            if span == 1:
                cells.append((column, cell))
            for spanned in range(column, column + span):
                taken[spanned] = int(cell.get("rowspan") or 1)
            column += span
        taken = {place: left - 1 for place, left in taken.items()}
        yield cells


def fitted(needs: Sequence[tuple[float, float]], available: float) -> list[float]:
    """Column widths that fill the available width: first every longest word, then in proportion to the longest cell."""
    least = sum(need for need, _ in needs)
    if least >= available:
        return [available * need / least for need, _ in needs]
    spare = available - least
    whole = sum(most for _, most in needs)
    return [need + spare * most / whole for need, most in needs]


def shared(least: Sequence[float], shares: Sequence[float], available: float) -> list[float]:
    """Column widths in proportion to the shares, but none narrower than its longest word where all words fit."""
    if sum(least) >= available:
        return [available * need / sum(least) for need in least]
    fixed: dict[int, float] = {}
    while True:
        rest = available - sum(fixed.values())
        whole = sum(share for column, share in enumerate(shares) if column not in fixed)
        widths = [fixed.get(column, rest * share / whole if whole else 0) for column, share in enumerate(shares)]
        narrow = {column: need for column, need in enumerate(least) if column not in fixed and widths[column] < need}
        if not narrow:
            return widths
        fixed |= narrow


assert DEFAULT_STYLE.keys() - {"ul", "ol"} <= LEAVES
