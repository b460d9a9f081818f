"""A tree's paragraphs with what a reader of the finished file must find: style, emphasis, column.

In: the typeset tree and its layout. Out: one `Leaf` a paragraph in the order of the paper, and one `Ruled` a drawn
line. Lengths in mm from the left margin.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from reportgen.layout.standards import FOOTNOTE, Page, Standard, Style
from reportgen.layout.typeset import WIDE, style_of
from reportgen.tree import Element, lines, notes, squeezed, text, walk
from reportgen.tree.notes import NOTE
from reportgen.tree.vocabulary import HEADINGS, INLINE, LEAVES

ANNEXES = frozenset({"annex", WIDE, "sheet"})
LETTERHEAD, TABLE = "letterhead", "table"
CHART = "chart"
ONE_ROW = frozenset({"country", "motto", "party"})
"""Roles that never take two rows (rule 4 of section 9)."""
SHARES = (1 / 3, 1 / 2)
"""A line under the issuer or the subject is a third to a half of its row (Decree 30, Annex I, II.2b, II.5b)."""


class Face(NamedTuple):
    """How letters look: bold, italic; `small` if they are raised or lowered and so smaller than their paragraph."""

    bold: bool
    italic: bool
    small: bool = False


class Segment(NamedTuple):
    """Letters of one face; `start` counts the paragraph's letters without blanks."""

    start: int
    face: Face


@dataclass(frozen=True, slots=True)
class Leaf:
    """One paragraph. `group` is the nearest letterhead, signature block or table around it, "" for the text itself.

    `section` counts the parts of a paper that begin a page of their own: 0 the paper itself, 1 the first annex.
    """

    style: Style
    words: str
    segments: tuple[Segment, ...]
    left: float
    width: float
    group: str
    section: int
    heading: bool
    broken: bool
    """Whether it has line breaks of its own."""

    @property
    def length(self) -> int:
        """Letters without blanks."""
        return len(self.words)

    def face(self, letter: int) -> Face:
        """The face of a letter, counted without blanks."""
        for segment in reversed(self.segments):
            if segment.start <= letter:
                return segment.face
        return self.segments[0].face


@dataclass(frozen=True, slots=True)
class Ruled:
    """A drawn line under the leaf of that index; `width` as the tree gives it."""

    role: str
    under: int
    width: float


@dataclass(frozen=True, slots=True)
class Leaves:
    """All paragraphs with text, all drawn lines, and the pages that the parts of the paper are set on."""

    leaves: tuple[Leaf, ...]
    rules: tuple[Ruled, ...]
    pages: tuple[Page, ...]
    """One a section."""
    heads: tuple[str, ...]
    """The letters of each table's header rows, without blanks."""
    head_rows: tuple[int, ...]
    """How many header rows each table has."""
    notes: tuple[Leaf, ...]
    """The footnotes, the number of each first."""
    charts: tuple[Element, ...]
    """The charts; Word draws their letters itself, a PDF has them in a drawing of its own."""

    @property
    def words(self) -> str:
        """All letters of the paper without blanks."""
        return "".join(leaf.words for leaf in self.leaves)


class _Column(NamedTuple):
    left: float
    width: float


def leaves(tree: Element, standard: Standard) -> Leaves:
    """The paragraphs of a typeset tree."""
    return _Collector(standard).collect(tree)


class _Collector:
    """Walks the tree once."""

    def __init__(self, standard: Standard) -> None:
        self.standard = standard
        self.found: list[Leaf] = []
        self.rules: list[Ruled] = []
        self.pages: list[Page] = [standard.portrait]
        self.heads: list[str] = []
        self.head_rows: list[int] = []

    def collect(self, tree: Element) -> Leaves:
        """Everything below the root."""
        self._children(tree, _Column(0, self.standard.portrait.text_width), "")
        body, width = tuple(self.found), self.standard.portrait.text_width
        noted = tuple(_footnote(note, self.standard, width) for note in notes(tree))
        charts = tuple(element for element in walk(tree) if element.tag == CHART)
        return Leaves(
            body, tuple(self.rules), tuple(self.pages), tuple(self.heads), tuple(self.head_rows), noted, charts
        )

    def _children(self, element: Element, column: _Column, group: str) -> None:
        for child in element.elements:
            if child.tag not in INLINE:
                self._element(child, column, group)

    def _element(self, element: Element, column: _Column, group: str) -> None:
        if element.tag == "hr":
            self.rules.append(Ruled(element.role, len(self.found) - 1, float(element.get("width"))))
        elif element.tag in LEAVES:
            self._leaf(element, column, group)
            self._children(element, column, group)
        elif element.tag == "table":
            self._table(element, column)
        elif element.role in self.standard.columns:
            self._columns(element, column)
        elif element.role in ANNEXES:
            page = self.standard.landscape if element.role == WIDE else self.standard.portrait
            self.pages.append(page)
            self._children(element, _Column(0, page.text_width), "")
        else:
            self._children(element, column, group)

    def _columns(self, element: Element, column: _Column) -> None:
        widths = [float(width) for width in element.get("widths").split()]
        for row in element.elements:
            for place, side in enumerate(row.elements):
                left = column.left + sum(widths[:place])
                self._children(side, _Column(left, widths[place]), element.role)

    def _table(self, table: Element, column: _Column) -> None:
        widths = [float(width) for width in table.get("widths").split()]
        taken: dict[int, int] = {}
        padding = self.standard.table_padding
        for part in table.elements:
            for row in part.elements:
                place = 0
                opened: dict[int, int] = {}
                for cell in row.elements:
                    while taken.get(place, 0) > 0:
                        place += 1
                    span = int(cell.get("colspan") or 1)
                    left = column.left + sum(widths[:place]) + padding
                    self._leaf(cell, _Column(left, sum(widths[place : place + span]) - 2 * padding), TABLE)
                    opened |= dict.fromkeys(range(place, place + span), int(cell.get("rowspan") or 1))
                    place += span
                taken = {key: taken.get(key, 0) + opened.get(key, 0) - 1 for key in taken.keys() | opened.keys()}
            if part.tag == "thead":
                self.heads.append(squeezed(text(part)))
        self.head_rows.append(sum(len(part.elements) for part in table.elements if part.tag == "thead"))

    def _leaf(self, element: Element, column: _Column, group: str) -> None:
        line = next(lines(element))
        words = squeezed(line.full)
        if not words:
            return
        style = style_of(element, self.standard)
        base = Face(style.bold, style.italic)
        segments = [Segment(0, base)]
        _segments(element, base, len(squeezed(line.label)), segments)
        self.found.append(
            Leaf(
                style,
                words,
                tuple(segments),
                column.left,
                column.width,
                group,
                len(self.pages) - 1,
                element.tag in HEADINGS,
                "\n" in line.text,
            )
        )


def _footnote(note: Element, standard: Standard, width: float) -> Leaf:
    """A footnote as a paragraph: its number raised, then its words."""
    style, label = standard.styles[FOOTNOTE], note.get("label")
    base = Face(style.bold, style.italic)
    segments = [Segment(0, base._replace(small=True)), Segment(len(label), base)]
    _segments(note, base, len(label), segments)
    return Leaf(style, label + squeezed(text(note)), tuple(segments), 0, width, "", 0, False, False)


def _segments(element: Element, face: Face, at: int, found: list[Segment]) -> int:
    """Adds the stretches of letters below the element; where the next letter stands."""
    for child in element.children:
        if isinstance(child, str):
            letters = len(squeezed(child))
            if letters and found[-1].face != face:
                found.append(Segment(at, face))
            at += letters
        elif child.tag == NOTE:
            found.append(Segment(at, Face(bold=False, italic=False, small=True)))
            at += len(child.get("label"))
        elif child.tag not in {"ol", "ul"}:
            at = _segments(child, EMPHASIS.get(child.tag, _same)(face), at, found)
    return at


def _same(face: Face) -> Face:
    return face


EMPHASIS: Mapping[str, Callable[[Face], Face]] = MappingProxyType(
    {
        "strong": lambda face: face._replace(bold=True),
        "em": lambda face: face._replace(italic=True),
        "sup": lambda face: face._replace(small=True),
        "sub": lambda face: face._replace(small=True),
    }
)
"""Tag of emphasis → the face of its letters."""
