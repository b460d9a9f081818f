"""A DOCX to a text: body, tables, footnotes, boxes, headers. Tracked changes count as accepted, comments do not show.

Every letter's origin is the place of its element among `Leaves` and its offset in it; so a comment finds back to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from reportgen.proofread.readers.cleaning import Gathered, Read, cell_name
from reportgen.proofread.readers.package import RELATION, Package, W
from reportgen.proofread.text import MOST_COLUMNS, MOST_ROWS, Block, Cell, Paragraph, Role, Table, Text

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SHIFT = 2**24
"""An origin is the leaf's place times this, plus the offset; no leaf holds as many letters."""
DEEPEST = 50
"""Tables in tables, boxes in boxes: beyond that the file was made to harm, and what lies deeper is not read."""
_GONE = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "tblPr", "tcPr", "trPr")
)
_GONE |= {f"{MC}Fallback"}
_BLANKS = frozenset(f"{W}{name}" for name in ("tab", "br", "cr", "ptab"))


@dataclass(slots=True)
class Leaves:
    """The elements that hold letters, in the order in which they are read. `part` is the path of the part of each."""

    elements: list[etree._Element] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def add(self, element: etree._Element, part: str) -> int:
        """The origin of the element's first letter."""
        self.elements.append(element)
        self.parts.append(part)
        return (len(self.elements) - 1) * SHIFT


def read_docx(content: bytes) -> Read:
    """The text of a DOCX; `DocxError` if it cannot be read."""
    return docx_text(Package(content))[0]


def docx_text(package: Package) -> tuple[Read, Leaves, dict[str, etree._Element]]:
    """The text, its leaves, and the roots of the parts that were read."""
    walker = _Walker()
    roots: dict[str, etree._Element] = {}
    main = package.root(package.main)
    if main is not None:
        roots[package.main] = main
        body = main.find(f"{W}body")
        walker.part = package.main
        walker.walk(body if body is not None else main, Role.BODY, 0)
    for kind, path in package.related(package.main):
        role = _ROLES.get(kind.removeprefix(RELATION + "/"))
        root = package.root(path) if role is not None and path not in roots else None
        if role is None or root is None:
            continue
        roots[path] = root
        walker.part = path
        walker.walk(root, role, 0)
    blocks = tuple(block for block in walker.blocks if isinstance(block, Table) or block.text)
    return Read(Text(blocks), walker.gathered.origins), walker.leaves, roots


_ROLES = {"footnotes": Role.NOTE, "endnotes": Role.NOTE, "header": Role.MARGIN, "footer": Role.MARGIN}


class _Walker:
    """Goes through the parts once."""

    def __init__(self) -> None:
        self.gathered = Gathered()
        self.leaves = Leaves()
        self.blocks: list[Block] = []
        self.part = ""

    def walk(self, parent: etree._Element, role: Role, depth: int) -> None:
        """The blocks below an element."""
        for child in parent:
            if child.tag == f"{W}p":
                boxes: list[etree._Element] = []
                self.blocks.append(self._paragraph(child, _role(child, role), boxes))
                self._boxes(boxes, depth)
            elif child.tag == f"{W}tbl":
                self._table(child, depth)
            elif isinstance(child.tag, str) and child.tag not in _GONE and depth < DEEPEST:
                self.walk(child, role, depth + 1)

    def _boxes(self, boxes: list[etree._Element], depth: int) -> None:
        for box in boxes:
            if depth < DEEPEST:
                self.walk(box, Role.NOTE, depth + 1)

    def _paragraph(
        self, element: etree._Element, role: Role, boxes: list[etree._Element], inside: str = ""
    ) -> Paragraph:
        letters: list[str] = []
        origins: list[int] = []
        for leaf in _letters(element, boxes, 0):
            text = (leaf.text or "") if leaf.tag == f"{W}t" else "-" if leaf.tag == f"{W}noBreakHyphen" else " "
            first = self.leaves.add(leaf, self.part)
            letters.append(text)
            origins.extend(range(first, first + len(text)))
        return self.gathered.paragraph("".join(letters), origins, role, inside=inside)

    def _table(self, table: etree._Element, depth: int) -> None:
        cells: list[Cell] = []
        later: list[etree._Element] = []
        above: dict[int, int] = {}
        rows = [row for row in _below(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
        for number, row in enumerate(rows[:MOST_ROWS]):
            column = _whole(row.find(f"{W}trPr/{W}gridBefore"), 0)
            for cell in _below(row, f"{W}tc"):
                span = max(_whole(cell.find(f"{W}tcPr/{W}gridSpan"), 1), 1)
                if column + span > MOST_COLUMNS:
                    break
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                if merged is not None and merged.get(f"{W}val", "continue") != "restart" and column in above:
                    cells[above[column]] = _longer(cells[above[column]], number)
                else:
                    above[column] = len(cells)
                    paragraphs = tuple(self._inside(cell, cell_name(number, column), later))
                    cells.append(Cell(paragraphs, number, column, 1, span))
                column += span
        self.blocks.append(Table(tuple(cells)))
        for inner in later:
            if depth < DEEPEST:
                if inner.tag == f"{W}tbl":
                    self._table(inner, depth + 1)
                else:
                    self.walk(inner, Role.NOTE, depth + 1)

    def _inside(self, cell: etree._Element, name: str, later: list[etree._Element]) -> Iterator[Paragraph]:
        for child in _flat(cell):
            if child.tag == f"{W}p":
                yield self._paragraph(child, Role.BODY, later, name)
            else:
                later.append(child)


def _longer(cell: Cell, row: int) -> Cell:
    return Cell(cell.paragraphs, cell.row, cell.column, row - cell.row + 1, cell.columns)


def _role(paragraph: etree._Element, role: Role) -> Role:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    level = paragraph.find(f"{W}pPr/{W}outlineLvl")
    named = style is not None and style.get(f"{W}val", "").lower().startswith(("heading", "title"))
    if role is not Role.BODY:
        return role
    if named or level is not None:
        return Role.HEADING
    return Role.ITEM if paragraph.find(f"{W}pPr/{W}numPr") is not None else role


def _below(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table, the cells of a row, those inside content controls too."""
    for child in _flat(parent):
        if child.tag == tag:
            yield child


_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml"))
_BLOCKS = frozenset(f"{W}{name}" for name in ("p", "tbl", "tr", "tc"))


def _flat(parent: etree._Element, depth: int = 0) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag in _BLOCKS:
            yield child
        elif child.tag in _WRAPPERS and depth < DEEPEST:
            yield from _flat(child, depth + 1)


def _letters(parent: etree._Element, boxes: list[etree._Element], depth: int) -> Iterator[etree._Element]:
    """The elements of a paragraph that show letters; text boxes go to `boxes`."""
    for child in parent:
        if child.tag == f"{W}t" or child.tag in _BLANKS or child.tag == f"{W}noBreakHyphen":
            yield child
        elif child.tag == f"{W}txbxContent":
            boxes.append(child)
        elif isinstance(child.tag, str) and child.tag not in _GONE and len(child) and depth < DEEPEST:
            yield from _letters(child, boxes, depth + 1)


LONGEST_NUMBER = 4


def _whole(element: etree._Element | None, default: int) -> int:
    text = element.get(f"{W}val", "") if element is not None else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else default
