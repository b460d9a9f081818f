"""The tree as the body of a Word document.

Every tag of the vocabulary has a writer in `BLOCKS`; paragraphs bear styles only, no formatting of their own, but for
emphasis and the length of drawn lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from types import MappingProxyType
from xml.sax.saxutils import escape

from reportgen.layout.document import Document
from reportgen.layout.standards import FIGURE, Page, Standard
from reportgen.layout.typeset import ANNEXES, WIDE, is_short, style_of
from reportgen.tree import Element, notes
from reportgen.tree.notes import NOTE
from reportgen.tree.origins import origins_of
from reportgen.tree.vocabulary import HEADINGS, INLINE
from reportgen.writers.word import footnotes
from reportgen.writers.word.contents import FIRST_ORIGIN, bookmark, bookmarked, table_of_contents
from reportgen.writers.word.numbering import Lists, separate_letters, style_id
from reportgen.writers.word.styles import BREAK, RULE, TABLE
from reportgen.writers.word.units import NAMESPACES, eighths, points, twips

RECIPIENTS = "recipients"
"""The role of recipients that stand below the signatures instead of beside one."""
LAST_LINES = frozenset({"byline", "source_line", RECIPIENTS})
"""Roles that do not begin a page."""
_EMPHASIS: Mapping[str, str] = MappingProxyType(
    {
        "strong": "<w:b/><w:bCs/>",
        "em": "<w:i/><w:iCs/>",
        "u": '<w:u w:val="single"/>',
        "sup": '<w:vertAlign w:val="superscript"/>',
        "sub": '<w:vertAlign w:val="subscript"/>',
    }
)
_PROPERTY_ORDER = ("strong", "em", "u", "sup", "sub")


@dataclass
class Writer:
    """Writes one tree. `drawing` makes the drawing of a picture or a chart in a column of so many mm."""

    document: Document
    drawing: Callable[[Element, float], str]
    lists: Lists = field(init=False)
    width: float = field(init=False)
    origins: Mapping[int, str] = field(init=False)
    """Each paragraph's name, by its identity."""
    numbers: Iterator[int] = field(init=False)
    """Of bookmarks: each has one of its own."""
    kept: bool = False
    """Whether the paragraphs being written stay on the page of the next."""

    def __post_init__(self) -> None:
        self.lists = Lists(self.standard)
        self.width = self.standard.portrait.text_width
        self.origins = origins_of(self.document.tree)
        self.numbers = count(FIRST_ORIGIN)

    @property
    def standard(self) -> Standard:
        """The layout."""
        return self.document.standard

    def body(self, header: str) -> str:
        """The whole body. `header` is the reference to the header with the page number."""
        pieces: list[str] = []
        page = self.standard.portrait
        children = self.document.tree.elements
        for place, child in enumerate(children):
            if child.role in ANNEXES:
                pieces.append(
                    f'<w:p><w:pPr><w:pStyle w:val="{BREAK}"/>{_section(page, header, self.standard)}</w:pPr></w:p>'
                )
                page = self.standard.landscape if child.role == WIDE else self.standard.portrait
                self.width = page.text_width
            self.kept = place + 1 < len(children) and children[place + 1].role in LAST_LINES
            pieces += self.block(child)
        self.kept = False
        return f"<w:body {NAMESPACES}>{''.join(pieces)}{_section(page, header, self.standard)}</w:body>"

    def block(self, element: Element) -> Iterator[str]:
        """A block and all below it."""
        yield from BLOCKS[element.tag](self, element)

    def container(self, element: Element) -> Iterator[str]:
        """A grouping element: its blocks; a letterhead or a signature block as a table without borders."""
        if element.role in self.standard.columns:
            yield from self._columns(element)
            return
        if element.role == RECIPIENTS:
            yield _gap(points(self.standard.columns["signatures"].before))
        for child in element.elements:
            yield from self.block(child)

    def paragraph(self, element: Element, numbering: str = "") -> Iterator[str]:
        """A paragraph or heading."""
        form = self.standard.numbering.get(element.role)
        lead = "<w:r><w:br/></w:r>" if form and form.own_line else ""
        if form and form.digits == "letter" and element.tag in HEADINGS:
            numbering = self._letter(element, form.level)
        style = style_id(style_of(element, self.standard))
        keep = "<w:keepNext/>" if self.kept else ""
        runs = "".join(self._runs(element))
        marked = bookmarked(element.get("id"), f"{lead}{runs}")
        if (origin := self.origins.get(id(element))) and runs:
            marked = bookmark(origin, next(self.numbers), marked)
        yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{numbering}</w:pPr>{marked}</w:p>'

    def footnotes(self) -> str:
        """The part with the words of all footnotes, "" if the paper has none."""
        found = notes(self.document.tree)
        return footnotes.part(found, lambda note: "".join(self._runs(note)), self.standard) if found else ""

    def _letter(self, element: Element, level: int) -> str:
        from reportgen.vietnamese.letters import POINT_LETTERS

        place = (
            POINT_LETTERS.index(element.get("label").rstrip(")")) + 1
            if element.get("label")[:-1] in POINT_LETTERS
            else 1
        )
        form = self.standard.numbering[element.role]
        if not separate_letters(form, place):
            return ""
        return _num_pr(self.lists.letter(element.role, place), level)

    def _runs(self, element: Element, emphasis: frozenset[str] = frozenset()) -> Iterator[str]:
        for child in element.children:
            if isinstance(child, str):
                yield _run(child, emphasis)
            elif child.tag == "br":
                yield "<w:r><w:br/></w:r>"
            elif child.tag == NOTE:
                yield footnotes.reference(child)
            elif child.tag in INLINE:
                yield from self._runs(child, emphasis | ({child.tag} if child.tag in _EMPHASIS else set()))

    def items(self, element: Element) -> Iterator[str]:
        """A list: its items, each followed by the lists nested in it."""
        form = self.standard.numbering[element.role]
        first = int(element.get("start") or 1)
        counted = form.digits != "none"
        own = self.lists.restart(element.role, first) if counted else 0
        for place, item in enumerate(element.elements, first):
            number = self.lists.letter(element.role, place) if separate_letters(form, place) else own
            yield from self.paragraph(item, _num_pr(number) if counted else "")
            for nested in item.elements:
                if nested.tag in {"ol", "ul"}:
                    yield from self.items(nested)

    def rule(self, element: Element) -> Iterator[str]:
        """A drawn line: the upper border of a paragraph without text, drawn in from both sides to its length."""
        rule = self.standard.rules[element.role]
        side = twips((self.width - float(element.get("width"))) / 2)
        border = f'<w:top w:val="single" w:sz="{eighths(rule.weight)}" w:space="1" w:color="000000"/>'
        yield (
            f'<w:p><w:pPr><w:pStyle w:val="{RULE}"/><w:pBdr>{border}</w:pBdr>'
            f'<w:spacing w:before="{round(rule.gap * 20)}"/><w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
        )

    def contents(self, element: Element) -> Iterator[str]:
        """The table of contents, as the field that Word makes anew from the headings when it is asked to."""
        yield from table_of_contents(element, self.paragraph, self.standard)

    def figure(self, element: Element) -> Iterator[str]:
        """A picture or a chart with its caption."""
        for child in element.elements:
            if child.tag in {"img", "chart"}:
                drawing = self.drawing(child, self.width)
                yield f'<w:p><w:pPr><w:pStyle w:val="{FIGURE}"/></w:pPr><w:r>{drawing}</w:r></w:p>'
            else:
                yield from self.paragraph(child)

    def _columns(self, element: Element) -> Iterator[str]:
        widths, before = self.standard.columns[element.role].widths, self.standard.columns[element.role].before
        outer = self.width
        grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
        yield _gap(points(before))
        yield (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"{_margins(0)}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        )
        for row in element.elements:
            yield "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            for side, width in zip(row.elements, widths, strict=True):
                self.width = width
                blocks = "".join(piece for child in side.elements for piece in self.block(child))
                yield f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{blocks or "<w:p/>"}</w:tc>'
            yield "</w:tr>"
        yield "</w:tbl>"
        self.width = outer

    def table(self, element: Element) -> Iterator[str]:
        """A table of figures: fixed columns, header rows that repeat, rows that do not split."""
        widths = [twips(float(width)) for width in element.get("widths").split()]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{_margins(self.standard.table_padding)}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )
        open_spans: dict[int, tuple[int, int]] = {}
        last = element.elements[-1].elements[-1]
        for part in element.elements:
            header = "<w:tblHeader/>" if part.tag == "thead" else ""
            for row in part.elements:
                self.kept = is_short(element) and row is not last
                cells = "".join(self._row(row, widths, open_spans))
                self.kept = False
                yield f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"
        yield "</w:tbl>"

    def _row(self, row: Element, widths: list[int], open_spans: dict[int, tuple[int, int]]) -> Iterator[str]:
        """The row's cells. `open_spans`: column → rows still to span and columns spanned, from the rows above."""
        column = 0
        cells = iter(row.elements)
        while column < len(widths):
            if column in open_spans:
                rows, columns = open_spans.pop(column)
                if rows > 1:
                    open_spans[column] = (rows - 1, columns)
                yield _cell("", widths[column : column + columns], "<w:vMerge/>")
                column += columns
                continue
            cell = next(cells, None)
            if cell is None:
                return
            columns, rows = int(cell.get("colspan") or 1), int(cell.get("rowspan") or 1)
            if rows > 1:
                open_spans[column] = (rows - 1, columns)
            merge = '<w:vMerge w:val="restart"/>' if rows > 1 else ""
            yield _cell("".join(self.paragraph(cell)), widths[column : column + columns], merge)
            column += columns


def _cell(content: str, widths: list[int], merge: str) -> str:
    span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(widths) > 1 else ""
    properties = f'<w:tcW w:w="{sum(widths)}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content or '<w:p/>'}</w:tc>"


def _margins(padding: float) -> str:
    """Cell margins said at the table itself: LibreOffice takes its own instead of the table style's."""
    sides = "".join(f'<w:{side} w:w="{twips(padding)}" w:type="dxa"/>' for side in ("left", "right"))
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"


def _gap(spacing: int) -> str:
    """Two tables in a row would grow together, and a table has no space above: a thin paragraph parts them."""
    if not spacing:
        return ""
    return f'<w:p><w:pPr><w:pStyle w:val="{BREAK}"/><w:keepNext/><w:spacing w:before="{spacing}"/></w:pPr></w:p>'


def _run(text: str, emphasis: frozenset[str]) -> str:
    properties = "".join(_EMPHASIS[tag] for tag in _PROPERTY_ORDER if tag in emphasis)
    wrapped = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{wrapped}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _num_pr(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _section(page: Page, header: str, standard: Standard) -> str:
    orient = ' w:orient="landscape"' if page.width > page.height else ""
    sides = " ".join(f'w:{side}="{twips(getattr(page, side))}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:sectPr>{header}<w:type w:val="nextPage"/><w:pgSz w:w="{twips(page.width)}" '
        f'w:h="{twips(page.height)}"{orient}/>'
        f'<w:pgMar {sides} w:header="{twips(standard.number_from_edge)}" w:footer="{twips(standard.number_from_edge)}" '
        'w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


BLOCKS: Mapping[str, Callable[[Writer, Element], Iterator[str]]] = MappingProxyType(
    {
        "section": Writer.container,
        "div": Writer.container,
        **dict.fromkeys(("p", *HEADINGS), Writer.paragraph),
        "ol": Writer.items,
        "ul": Writer.items,
        "hr": Writer.rule,
        "nav": Writer.contents,
        "table": Writer.table,
        "figure": Writer.figure,
    }
)
"""Tag → what writes it."""
