"""A web page to a text: the article, without menus, lists of links and what else surrounds it.

Every letter's origin is its offset in the source. The article is the largest `<article>`, else `<main>`, else the page
without what is marked as navigation; a block that is mostly links is a menu wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from reportgen.proofread.readers.cleaning import Gathered, Read, cell_name
from reportgen.proofread.text import MOST_COLUMNS, MOST_ROWS, Block, Cell, Paragraph, Role, Table, Text

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
        *("html", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead"),
        *("tr", "ul"),
    )
)
_UNSEEN = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "head", "title", "select", "textarea", "button", "iframe"),
        *("object", "canvas"),
    )
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_AROUND = frozenset(("nav", "aside", "footer", "form"))
_MENU = re.compile(
    r"(?:^|[\s_-])(?:menu|nav|navbar|breadcrumbs?|sidebar|footer|related|share|social|comments?|banner|ads?|toolbar|tags?"
    r"|paging|pagination|tin-lien-quan|lien-quan|widget)(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NOT_LINE = re.compile(r"[^\n]")
_HEADING = re.compile(r"h[1-6]")
DEEPEST = 200
LINKS = 0.6
"""A block of which a greater part stands in links is a menu."""


@dataclass(slots=True)
class _Piece:
    """A run of text between two blocks."""

    letters: list[str] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    linked: int = 0
    article: int = 0
    main: bool = False
    hidden: bool = False
    heading: str = ""
    item: bool = False
    cell: tuple[int, int, int] | None = None
    """Table, row, column, from 0."""


@dataclass(slots=True)
class _Grid:
    """A table while it is read: what each cell spans, and which places the rows above have taken."""

    row: int = -1
    column: int = 0
    taken: set[tuple[int, int]] = field(default_factory=set)
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


def read_html(content: str) -> Read:
    """The text of a web page."""
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    reader = _Reader(content)
    # The parser looks for the end of a comment that has none at each of its starts anew.
    reader.feed(_COMMENT.sub(lambda found: _NOT_LINE.sub(" ", found.group()), content))
    reader.close()
    reader.end_piece()
    gathered = Gathered()
    blocks = tuple(_blocks(_chosen(reader.pieces), reader.grids, gathered))
    return Read(Text(blocks), gathered.origins, content)


class _Reader(HTMLParser):
    """Gathers pieces of text with where they stand."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=False)
        self.starts = [0, *(found.end() for found in re.finditer("\n", content))]
        self.stack: list[tuple[str, bool]] = []
        self.pieces: list[_Piece] = []
        self.grids: list[_Grid] = []
        self.tables: list[int] = []
        self.articles = 0
        self.piece = _Piece()

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.starts[min(line - 1, len(self.starts) - 1)] + column

    def end_piece(self) -> None:
        """End the run of text."""
        if any(not letter.isspace() for letter in self.piece.letters):
            self.pieces.append(self.piece)
        names = [name for name, _ in self.stack]
        cell = None
        if self.tables and any(name in ("td", "th") for name in names):
            grid = self.grids[self.tables[-1]]
            cell = (self.tables[-1], max(grid.row, 0), max(grid.column - 1, 0))
        self.piece = _Piece(
            article=self.articles if "article" in names else 0,
            main="main" in names,
            hidden=any(hidden for _, hidden in self.stack),
            heading=next((name for name in reversed(names) if _HEADING.fullmatch(name)), ""),
            item="li" in names,
            cell=cell,
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        if tag in _VOID:
            if tag in _BLOCKS:
                self.end_piece()
            return
        known = dict(attrs)
        marked = f"{known.get('class') or ''} {known.get('id') or ''} {known.get('role') or ''}"
        hidden = tag in _UNSEEN or tag in _AROUND or "hidden" in known or _MENU.search(marked) is not None
        if len(self.stack) < DEEPEST:
            self.stack.append((tag, hidden and tag not in ("body", "html")))
        if tag == "article":
            self.articles += 1
        self._in_table(tag, known)
        if tag in _BLOCKS or hidden:
            self.end_piece()

    def _in_table(self, tag: str, known: dict[str, str | None]) -> None:
        if tag == "table":
            self.grids.append(_Grid())
            self.tables.append(len(self.grids) - 1)
        elif tag == "tr" and self.tables:
            grid = self.grids[self.tables[-1]]
            grid.row, grid.column = grid.row + 1, 0
        elif tag in ("td", "th") and self.tables:
            self._cell(self.grids[self.tables[-1]], _span(known.get("rowspan")), _span(known.get("colspan")))

    @staticmethod
    def _cell(grid: _Grid, rows: int, columns: int) -> None:
        grid.row = max(grid.row, 0)
        while (grid.row, grid.column) in grid.taken:
            grid.column += 1
        if grid.row < MOST_ROWS and grid.column + columns <= MOST_COLUMNS:
            grid.spans[grid.row, grid.column] = rows, columns
            grid.taken |= {
                (grid.row + down, grid.column + across) for down in range(1, rows) for across in range(columns)
            }
        grid.column += columns

    def handle_endtag(self, tag: str) -> None:
        """A tag closes, and with it what was left open inside it."""
        if tag in _BLOCKS:
            self.end_piece()
        if tag == "table" and self.tables:
            self.tables.pop()
        names = [name for name, _ in self.stack]
        if tag in names:
            at = len(names) - 1 - names[::-1].index(tag)
            hidden = any(hidden for _, hidden in self.stack[at:])
            del self.stack[at:]
            if tag in _BLOCKS or hidden:
                self.end_piece()

    def handle_data(self, data: str) -> None:
        """Text as it stands."""
        self._add(data, range(first := self._offset(), first + len(data)))

    def handle_entityref(self, name: str) -> None:
        """`&nbsp;`."""
        shown = unescape(f"&{name};")
        self._add(shown, [self._offset()] * len(shown))

    def handle_charref(self, name: str) -> None:
        """`&#7841;`."""
        shown = unescape(f"&#{name};")
        self._add(shown, [self._offset()] * len(shown))

    def _add(self, text: str, origins: range | list[int]) -> None:
        self.piece.letters.append(text)
        self.piece.origins.extend(origins)
        if any(name == "a" for name, _ in self.stack):
            self.piece.linked += len(text.strip())


MOST_SPANNED = 50


def _span(written: str | None) -> int:
    digits = (written or "").strip()
    return min(max(int(digits), 1), MOST_SPANNED) if digits.isascii() and digits.isdigit() and len(digits) < 4 else 1


def _chosen(pieces: list[_Piece]) -> list[_Piece]:
    """What is read: the article with the page's headline, without menus."""
    seen = [piece for piece in pieces if not piece.hidden and not _links(piece)]
    sizes: dict[int, int] = {}
    for piece in seen:
        if piece.article:
            sizes[piece.article] = sizes.get(piece.article, 0) + len(piece.origins)
    if sizes:
        largest = max(sizes, key=lambda number: sizes[number])
        return [piece for piece in seen if piece.article == largest or piece.heading == "h1"]
    if any(piece.main for piece in seen):
        return [piece for piece in seen if piece.main or piece.heading == "h1"]
    return seen


def _links(piece: _Piece) -> bool:
    letters = sum(len(text.strip()) for text in piece.letters)
    return piece.linked > LINKS * letters


def _blocks(pieces: list[_Piece], grids: list[_Grid], gathered: Gathered) -> Iterator[Block]:
    """Paragraphs in their order, a table where its first cell stands."""
    cells: dict[int, dict[tuple[int, int], list[Paragraph]]] = {}
    order: list[Paragraph | int] = []
    for piece in pieces:
        text = "".join(piece.letters)
        if piece.cell is None:
            role = Role.HEADING if piece.heading else Role.ITEM if piece.item else Role.BODY
            order.append(gathered.paragraph(text, piece.origins, role))
            continue
        table, row, column = piece.cell
        if table not in cells:
            cells[table] = {}
            order.append(table)
        paragraph = gathered.paragraph(text, piece.origins, inside=cell_name(row, column))
        cells[table].setdefault((row, column), []).append(paragraph)
    for one in order:
        if isinstance(one, Paragraph):
            yield one
        else:
            yield _table(cells[one], grids[one])


def _table(found: dict[tuple[int, int], list[Paragraph]], grid: _Grid) -> Table:
    cells = []
    for (row, column), (rows, columns) in sorted(grid.spans.items()):
        paragraphs = found.get((row, column + columns - 1), found.get((row, column), []))
        cells.append(Cell(tuple(paragraphs), row, column, rows, columns))
    return Table(tuple(cells))
