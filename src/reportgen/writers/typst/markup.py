"""A typeset tree to Typst's code mode, beside the list of the elements that the pages will show, in their order.

In: a document. Out: the source and the pictures that it names; every text of the paper is a literal in it. What is left
to Typst is breaking rows and pages; which element is what, `structure` says in the finished file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from reportgen.layout.document import Document
from reportgen.layout.expected import block_height, row_height
from reportgen.layout.standards import DEFAULT_STYLE, FIGURE, Style
from reportgen.layout.typeset import ANNEXES, WIDE, is_short
from reportgen.tree import Element, notes, text, walk
from reportgen.tree.vocabulary import HEADINGS, LEAVES, SIGNATURES
from reportgen.writers.typst.charts import chart
from reportgen.writers.typst.inline import Inline, first_space
from reportgen.writers.typst.literal import literal, mm, pt
from reportgen.writers.typst.settings import edges, functions, letters, paragraph, settings, sheet
from reportgen.writers.typst.tables import Grid, Words, holders, table

KEPT_WITH = frozenset({*SIGNATURES, "recipients"})
"""Roles of what stands on one page with the closing words."""


_VISIBLE = re.compile(
    r"[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""A letter that a page shows; the others are blanks, and what Unicode calls ignorable: signs for their neighbours."""
LEADING = 28.0
"""Three rows with the space above them, which are parted nowhere, mm: so much stays with a list that it leads to."""
FEW = 30
"""A cell of so many words is lower than a page, were each on a row of its own."""
ROOM = 0.95
"""What is expected to take more than this share of a page may be parted."""


Block: TypeAlias = tuple[Element, ...]
"""What stands by itself in a column: one element, or several that no page parts."""


class Kind(Enum):
    """What Typst makes of an element in its own structure tree."""

    WORDS = "a paragraph, a heading or a cell"
    FIGURE = "a figure"
    NOTHING = "a cell that holds the place of one above it"


class Slot(NamedTuple):
    """One element of Typst's structure tree and the element of the paper that it stands for."""

    kind: Kind
    element: Element


@dataclass(frozen=True, slots=True)
class Source:
    """A paper's source, the files that it names, what it shows in order, and labels of named headings.

    `tree` is what it was made of; a paper whose contents got their numbers since has another one.
    """

    tree: Element
    markup: str
    files: Mapping[str, bytes]
    slots: tuple[Slot, ...]
    names: Mapping[str, str]


def source(document: Document) -> Source:
    """The document as Typst compiles it."""
    writer = _Writer(document)
    body = "\n".join(writer.body())
    head = settings(document.standard) + "\n".join(_facts(document)) + "\n"
    return Source(document.tree, f"{head}#{{\n{body}\n}}\n", writer.files, tuple(writer.slots), writer.names)


def _facts(document: Document) -> Iterator[str]:
    facts = document.metadata
    yield f"#set document(title: {literal(facts.title)}, date: auto)"
    if facts.author:
        yield f"#set document(author: ({literal(facts.author)},))"
    if facts.subject:
        yield f"#set document(description: {literal(facts.subject)})"
    if facts.keywords:
        yield f"#set document(keywords: ({''.join(f'{literal(word)}, ' for word in facts.keywords)}))"


class _Writer:
    """Walks the tree once and notes what it writes."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.standard = document.standard
        self.numbers = functions(document.standard)
        self.slots: list[Slot] = []
        self.files: dict[str, bytes] = {}
        self.pictures: dict[str, str] = {}
        named = (element.get("id") for element in walk(document.tree) if element.get("id"))
        self.page = document.standard.portrait
        self.openings: set[int] = set()
        """Ids of the first items of lists."""
        self.names = {name: f"t{place}" for place, name in enumerate(dict.fromkeys(named))}
        self.inline = Inline(document.standard, self.names)

    def body(self) -> Iterator[str]:
        """The whole paper."""
        blocks = list(self._opening(self.document.tree.elements))
        yield from (first_space(face) for face in self.inline.spaced)
        yield from blocks

    # Blocks

    def _opening(self, elements: Iterable[Element]) -> Iterator[str]:
        """Blocks at the top of a page or a column, where the space above the first one counts."""
        blocks = self._bound(self._atoms(elements))
        if blocks and (above := self._before(blocks[0])):
            yield f"v({pt(above)})"
        yield from self._sequence(blocks)

    def _blocks(self, elements: Iterable[Element]) -> Iterator[str]:
        yield from self._sequence(self._bound(self._atoms(elements)))

    def _bound(self, blocks: Iterable[Block]) -> list[Block]:
        """The blocks, a paragraph with a footnote in one with the headings right above it.

        Where the note has no room the paragraph goes overleaf, and Typst leaves behind what is only to stay with it.
        """
        bound: list[Block] = []
        for block in blocks:
            merged = block
            if len(block) == 1 and block[0].tag in LEAVES and notes(block[0]):
                while bound and self._leads(bound[-1]):
                    merged = (*bound.pop(), *merged)
            bound.append(merged)
        return bound

    def _leads(self, block: Block) -> bool:
        style = self._own_style(block[0])
        return len(block) == 1 and block[0].tag in LEAVES and style is not None and style.keep_next

    def _sequence(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Blocks below one another, between two of them the larger of the spaces that both ask for."""
        for place, block in enumerate(blocks):
            if place and (space := max(self._after(blocks[place - 1]), self._before(block))):
                yield f"v({pt(space)}, weak: true)"
            if len(block) == 1:
                below = blocks[place + 1][0] if place + 1 < len(blocks) else None
                yield from self._held(block[0]) if id(below) in self.openings else self._block(block[0])
            else:
                inner = self._sequence([(element,) for element in block])
                yield self._box(inner, whole=self._fits(*block))

    def _atoms(self, elements: Iterable[Element]) -> Iterator[Block]:
        """What stands below one another, without what only groups; a list's inner lists come behind their item."""
        for group in _together(elements):
            first = group[0]
            if len(group) > 1 or not self._groups(first):
                yield tuple(group)
            inner = first.elements if self._groups(first) else ()
            if first.tag == "li":
                inner = tuple(child for child in first.elements if child.tag in {"ol", "ul"})
            if first.tag in {"ol", "ul"} and inner:
                self.openings.add(id(inner[0]))
            if len(group) == 1:
                yield from self._atoms(inner)

    def _groups(self, element: Element) -> bool:
        """Whether an element is nothing but what stands in it."""
        own = element.tag in LEAVES or element.tag in BLOCKS or element.role in self.standard.columns
        return not own and element.role not in {*ANNEXES, "recipients"}

    def _held(self, element: Element) -> Iterator[str]:
        """A block that stays on the page on which the list below it begins; of what is long that is too much asked."""
        height = block_height(element, self.standard, self.page.text_width)
        for written in self._block(element):
            yield f"block(width: 100%, sticky: true, {written})" if height < LEADING else written

    def _block(self, element: Element) -> Iterator[str]:
        if element.tag in LEAVES:
            yield self._leaf(element)
        elif element.tag in BLOCKS:
            yield BLOCKS[element.tag](self, element)
        elif element.role in self.standard.columns:
            yield self._columns(element)
        elif element.role in ANNEXES:
            before, self.page = self.page, self.standard.landscape if element.role == WIDE else self.standard.portrait
            inner = "\n".join(self._opening(element.elements))
            yield f"page({sheet(self.page)}, {{\ncounter(page).update(1)\n{inner}\n}})"
            self.page = before
        else:
            yield self._box(self._blocks(element.elements))

    def _fits(self, *elements: Element) -> bool:
        """Whether blocks that are to stay together have room on one page."""
        standard, page = self.standard, self.page
        heights = (block_height(element, standard, page.text_width) for element in elements)
        return sum(heights) < page.text_height * ROOM

    @staticmethod
    def _box(inner: Iterable[str], *, whole: bool = False, sticky: bool = False) -> str:
        """Blocks in one; `whole`: on one page, `sticky`: on the page of the next one."""
        settings = f"width: 100%, breakable: {str(not whole).lower()}{', sticky: true' if sticky else ''}"
        lines = "\n".join(inner)
        return f"block({settings}, {{\n{lines}\n}})"

    def _style(self, element: Element) -> Style | None:
        return self.standard.styles.get(element.role or DEFAULT_STYLE.get(element.tag, ""))

    def _before(self, block: Block) -> float:
        """The space that a block asks for above it, pt."""
        first = block[0]
        if first.tag == "hr":
            return self.standard.rules[first.role].gap
        if first.role in self.standard.columns:
            return self.standard.columns[first.role].before
        if first.role == "recipients" and "signatures" in self.standard.columns:
            return max(self.standard.columns["signatures"].before, self._inner(first, 0, self._before))
        style = self._own_style(first)
        own = style.before + style.border / 2 if style else 0.0
        return max(own, self._inner(first, 0, self._before))

    def _after(self, block: Block) -> float:
        """The space that a block asks for below it, pt."""
        style = self._own_style(block[-1])
        own = style.after + style.border / 2 if style else 0.0
        return max(own, self._inner(block[-1], -1, self._after))

    def _own_style(self, element: Element) -> Style | None:
        if element.tag == "figure":
            return None if element.role else self.standard.styles[FIGURE]
        return self._style(element) if element.tag in LEAVES else None

    def _inner(self, element: Element, place: int, space: Callable[[Block], float]) -> float:
        """What the first or last of the blocks in a box asks for."""
        if element.tag != "figure" and element.role != "recipients":
            return 0.0
        blocks = list(self._atoms(element.elements))
        return space(blocks[place]) if blocks else 0.0

    def _leaf(self, element: Element) -> str:
        style = self._style(element)
        assert style is not None, "typeset refuses a leaf without a style"
        if style.leader and element.elements and element.elements[0].tag == "a":
            return self._entry(element, style)
        if not element.get("label") and not _VISIBLE.search(text(element)):
            # What shows nothing is no part of the structure; its rows stay free.
            rows = text(element).count("\n") + 1 if text(element) else 0
            return f"block(height: {pt(sum(edges(style)) * rows)})"
        self.slots.append(Slot(Kind.WORDS, element))
        if element.tag in HEADINGS:
            return self._heading(element, style)
        return f"{paragraph(style, self.numbers)}({self.inline.words(element, style)})"

    def _heading(self, element: Element, style: Style) -> str:
        name = f"s{self.numbers[style.role]}"
        first = f"h({mm(style.first)})" if style.first else "[]"
        words = self.inline.words(element, style)
        written = f"{name}(whole: true, heading(level: {element.tag[1:]}, {words}), first: {first})"
        label = self.names.get(element.get("id"))
        return f"[#{written}<{label}>]" if label else written

    # Groups

    def _columns(self, element: Element) -> str:
        """Groups set side by side, each from the same upper edge."""
        widths = ", ".join(mm(float(width)) for width in element.get("widths").split())
        sides = (side for row in element.elements for side in row.elements)
        cells = ",\n".join(map(self._side, sides))
        return self._box([f"grid(columns: ({widths},), {cells})"], whole=True)

    def _side(self, side: Element) -> str:
        lines = list(self._opening(side.elements))
        blocks = list(self._atoms(side.elements))
        if blocks and (below := self._after(blocks[-1])):
            lines.append(f"v({pt(below)})")
        inner = "\n".join(lines)
        return f"{{\n{inner}\n}}"

    def _rule(self, element: Element) -> str:
        rule = self.standard.rules[element.role]
        return f"rule({mm(float(element.get('width')))}, {pt(rule.weight)})"

    def _table(self, element: Element) -> str:
        cells = Grid.of(element)
        roles = {role: number for role, number in self.numbers.items() if role.startswith("cell")}
        words: dict[int, str] = {}
        for cell in cells.places:
            style = self.standard.styles[cell.role]
            if cell.element is not None:
                words[id(cell.element)] = f"c{roles[style.role]}({self.inline.words(cell.element, style)})"
        held = holders(cells, self.standard)
        for row, places in groupby(cells.places, key=lambda cell: cell.row):
            for cell in places:
                self.slots.append(Slot(Kind.WORDS if cell.element else Kind.NOTHING, cell.element or element))
            if row in held:
                self.slots.append(Slot(Kind.NOTHING, element))
        most = self.page.text_height * ROOM
        rows = [row for part in element.elements for row in part.elements]
        tall = {
            place
            for place, row in enumerate(rows)
            if any(len(text(cell).split()) > FEW for cell in row.elements)
            and row_height(row, element, self.standard) > most
        }
        made = table(element, cells, Words(words, frozenset(tall)), self.standard)
        return self._box([made], whole=is_short(element) and self._fits(element))

    # Pictures

    def _figure(self, element: Element) -> str:
        style = self._own_style(element)
        lines = self._blocks(element.elements)
        return self._box(lines, whole=self._fits(element), sticky=style is not None and style.keep_next)

    def _picture(self, picture: Element) -> str:
        self.slots.append(Slot(Kind.FIGURE, picture))
        return self._image(picture) if picture.tag == "img" else chart(picture, self.standard)

    def _image(self, image: Element) -> str:
        name = image.get("src")
        picture = self.document.pictures.get(name)
        if picture is None:
            raise ValueError(f"not among the paper's pictures: {name}")
        file = self.pictures.setdefault(name, f"picture-{len(self.pictures)}")
        self.files[file] = picture.content
        form = picture.media_type.removeprefix("image/").replace("jpeg", "jpg")
        shown = f'image("{file}", format: {literal(form)}, width: {mm(float(image.get("width")))}'
        return f"align(center, {shown}, alt: {literal(image.get('alt'))}))"

    # Contents

    def _entry(self, entry: Element, style: Style) -> str:
        """A row of the table of contents: the heading's words, dots, the page's number."""
        leader = self.standard.leader
        self.inline.begin(style)
        link, *numbers = entry.elements
        label = self.names.get(link.get("href").removeprefix("#"))
        counted = f"context str(counter(page).at(<{label}>).first())" if label else '""'
        number = literal(text(numbers[0])) if numbers else counted
        least = leader.least + 2 * leader.gap
        dots = (
            f"place(bottom + left, dx: {mm(-leader.least - leader.gap)}, dy: {pt(-0.25 * style.size)}, "
            f"line(length: 100% + {mm(leader.least)}, "
            f'stroke: (thickness: {pt(leader.border)}, dash: "dotted")))'
        )
        self.slots += [Slot(Kind.WORDS, entry), Slot(Kind.WORDS, entry)]
        words = f"par({{{self.inline.link(link)}}})"
        inner = (
            f"{letters(style)}; set par(justify: false); grid(columns: (auto, 1fr, auto), "
            f"column-gutter: ({mm(least)}, 0pt), align: bottom, {words}, {dots}, par({{{number}}}))"
        )
        return f"block(width: 100%, inset: (left: {mm(style.left)}, right: {mm(style.right)}), {{{inner}}})"


def _together(elements: Iterable[Element]) -> Iterator[list[Element]]:
    """The blocks, the closing words with the signatures and recipients below them in one group."""
    group: list[Element] = []
    for element in elements:
        if group and element.role not in KEPT_WITH:
            yield group
            group = []
        if group or element.role == "closing":
            group.append(element)
        else:
            yield [element]
    if group:
        yield group


BLOCKS: Mapping[str, Callable[[_Writer, Element], str]] = MappingProxyType(
    {
        "hr": _Writer._rule,
        "table": _Writer._table,
        "figure": _Writer._figure,
        "img": _Writer._picture,
        "chart": _Writer._picture,
    }
)
"""Tag of a block → what writes it."""
