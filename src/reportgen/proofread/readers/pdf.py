"""A PDF with a text layer to a text: line ends joined, columns and tables kept apart; pages that are pictures are told.

Every letter's origin is the place of its piece among all pieces of the file, and its offset in it; so a highlight finds
back to it. A ruled table is read row by row between its rules; text that stands beside other text without rules is kept
apart, so that nothing is read across columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from reportgen.proofread.readers.cleaning import Gathered, Read, cell_name
from reportgen.proofread.text import MOST_COLUMNS, MOST_ROWS, Block, Cell, Paragraph, Role, Table, Text
from reportgen.verify.docx_parts import DocxError
from reportgen.verify.inspection import PASSWORD
from reportgen.verify.pdf_page import Box, PdfPage, pdf_pages
from reportgen.verify.pdf_page import Text as Piece

SHIFT = 2**20
MM_PER_PT = 25.4 / 72
SAME_LINE = 0.35
"""Baselines nearer than this part of the type's size are one line."""
BLANK, APART, CELLS_APART = 0.12, 1.4, 0.5
"""From such a gap on, in sizes, a blank stands between two pieces, or they stand in two columns; cells of a ruled table
stand nearer than columns of text, which is set to fill its lines."""
INDENT, SHORT, LEADING = 3.0, 20.0, 2.1
"""mm that a first line is set in, that a last line is short; the distance of lines, in sizes, that parts paragraphs."""


@dataclass(slots=True)
class _Run:
    """Pieces that stand side by side on one line without a gap."""

    places: list[int]
    left: float
    right: float
    baseline: float
    size: float


@dataclass(slots=True)
class _Open:
    """A paragraph while its lines are gathered."""

    runs: list[_Run] = field(default_factory=list)


def read_pdf(content: bytes) -> Read:
    """The text of a PDF; `DocxError` with its reason if it cannot be read, `scan` where no page has text."""
    import pypdfium2

    try:
        pages = pdf_pages(content)
    except pypdfium2.PdfiumError as error:
        raise DocxError("locked" if getattr(error, "err_code", None) == PASSWORD else "damaged", str(error)) from error
    reader = _Reader()
    for number, page in enumerate(pages, start=1):
        reader.page(number, page)
    reader.close()
    scanned = tuple(_scans(content, pages))
    if not any(page.texts for page in pages):
        raise DocxError("scan")
    return Read(Text(tuple(reader.blocks)), reader.gathered.origins, scanned=scanned)


def _scans(content: bytes, pages: Sequence[PdfPage]) -> Iterator[int]:
    """The pages from 1 that hold a picture and no text."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    empty = [number for number, page in enumerate(pages) if not page.texts]
    if not empty:
        return
    with pypdfium2.PdfDocument(content) as document:
        for number in empty:
            if any(item.type == pdfium.FPDF_PAGEOBJ_IMAGE for item in document[number].get_objects()):
                yield number + 1


class Letters(NamedTuple):
    """Where a piece stands, in points from the page's lower left corner. `letters` is how many it has."""

    page: int
    left: float
    right: float
    bottom: float
    size: float
    letters: int


def letters_of(content: bytes) -> list[Letters]:
    """All pieces in the order in which origins count them."""
    return [
        Letters(
            number,
            piece.left / MM_PER_PT,
            piece.right / MM_PER_PT,
            (page.height - piece.baseline) / MM_PER_PT,
            piece.size,
            len(piece.words),
        )
        for number, page in enumerate(pdf_pages(content), start=1)
        for piece in page.texts
    ]


class _Reader:
    """Reads page by page; a paragraph may run on over a page's end."""

    def __init__(self) -> None:
        self.gathered = Gathered()
        self.blocks: list[Block] = []
        self.pieces: list[Piece] = []
        self.opened = _Open()
        self.number = 1

    def page(self, number: int, page: PdfPage) -> None:
        """Read a page."""
        first = len(self.pieces)
        self.pieces += page.texts
        rows = self._rows(first)
        lines = [self._runs(row, APART) for row in rows]
        right = max((run.right for line in lines for run in line), default=0.0)
        tables = _tables(page.rules)
        inside = [
            next((at for at, one in enumerate(tables) if min(one.tops) <= _middle(line) <= max(one.tops)), -1)
            for line in lines
        ]
        done: set[int] = set()
        for line, table in zip(lines, inside, strict=True):
            if table >= 0:
                if table not in done:
                    done.add(table)
                    self.close()
                    self.number = number
                    self._table(
                        [
                            self._runs(row, CELLS_APART, tables[table].columns())
                            for row, at in zip(rows, inside, strict=True)
                            if at == table
                        ],
                        tables[table],
                    )
                continue
            self._line(line, number, right)

    def _line(self, line: list[_Run], number: int, right: float) -> None:
        if len(line) > 1:
            self.close()
            for run in line:
                self.number = number
                self.opened.runs = [run]
                self.close()
            return
        run = line[0]
        if self._text(run).strip().isdigit() and number != self.number:
            return  # the page's number
        if self._begins(run, right):
            self.close()
        if not self.opened.runs:
            self.number = number
        self.opened.runs.append(run)

    def _begins(self, run: _Run, right: float) -> bool:
        """Whether a line begins a paragraph: set in, far below, in another size, or behind a line that ended early."""
        if not self.opened.runs:
            return False
        before, text = self.opened.runs[-1], self._text(run).lstrip()
        far = abs(run.baseline - before.baseline) > LEADING * run.size * MM_PER_PT
        other = abs(run.size - before.size) > 1.5
        set_in = run.left > before.left + INDENT
        early = before.right < right - SHORT and (not text[:1].islower() or set_in)
        ended = self._text(before).rstrip().endswith((".", ";", ":", "!", "?"))
        return far or other or early or (set_in and ended) or text.startswith(("- ", "+ "))

    def close(self) -> None:
        """End the paragraph that is open."""
        if self.opened.runs:
            self.blocks.append(self._paragraph(self.opened.runs, self.number))
        self.opened = _Open()

    def _paragraph(self, runs: Sequence[_Run], page: int, inside: str = "") -> Paragraph:
        letters: list[str] = []
        origins: list[int] = []
        for run in runs:
            if letters and letters[-1] and not letters[-1].endswith("\u00ad"):
                letters.append(" ")
                origins.append(origins[-1] if origins else 0)
            before: Piece | None = None
            for place in run.places:
                piece = self.pieces[place]
                if before is not None and _gap(before, piece) > BLANK * piece.size * MM_PER_PT:
                    letters.append(" ")
                    origins.append(place * SHIFT)
                letters.append(piece.words)
                origins.extend(range(place * SHIFT, place * SHIFT + len(piece.words)))
                before = piece
        return self.gathered.paragraph("".join(letters), origins, Role.BODY, page, inside)

    def _text(self, run: _Run) -> str:
        return "".join(self.pieces[place].words for place in run.places)

    def _rows(self, first: int) -> list[list[int]]:
        """The page's lines from above, each as its pieces from the left."""
        order = sorted(range(first, len(self.pieces)), key=lambda place: self.pieces[place].baseline)
        rows: list[list[int]] = []
        for place in order:
            piece = self.pieces[place]
            if not piece.words.strip():
                continue
            above = self.pieces[rows[-1][0]] if rows else None
            if above is not None and piece.baseline - above.baseline < SAME_LINE * piece.size * MM_PER_PT:
                rows[-1].append(place)
            else:
                rows.append([place])
        return [sorted(row, key=lambda place: self.pieces[place].left) for row in rows]

    def _runs(self, row: Sequence[int], apart: float, edges: Sequence[tuple[float, float]] = ()) -> list[_Run]:
        """The pieces of a line that stand together, none of them behind the edge of a column."""
        runs: list[_Run] = []
        for place in row:
            piece = self.pieces[place]
            near = bool(runs) and piece.left - runs[-1].right < apart * max(piece.size, 1.0) * MM_PER_PT
            if near and not any(runs[-1].right - EVEN < left < piece.left + EVEN for left, _ in edges[1:]):
                runs[-1].places.append(place)
                runs[-1].right = max(runs[-1].right, piece.right)
            else:
                runs.append(_Run([place], piece.left, piece.right, piece.baseline, piece.size))
        return runs

    def _table(self, lines: Sequence[list[_Run]], ruled: _Ruled) -> None:
        """A ruled table: its rows lie between its rules, its columns between the ends of the rules' pieces."""
        edges = ruled.columns()
        if not 2 <= len(edges) <= MOST_COLUMNS or len(ruled.tops) > MOST_ROWS:
            for run in (run for line in lines for run in line):
                self.opened.runs = [run]
                self.close()
            return
        cells: list[Cell] = []
        tops = list(ruled.tops)
        for row, (above, below) in enumerate(pairwise(tops)):
            by_columns: dict[tuple[int, int], list[_Run]] = {}
            for run in (run for line in lines for run in line if above <= run.baseline <= below):
                by_columns.setdefault(_spanned(run, edges), []).append(run)
            for (first, last), runs in sorted(_merged(by_columns, ruled.groups(below, edges)).items()):
                paragraph = self._paragraph(runs, self.number, cell_name(row, first))
                cells.append(Cell((paragraph,), row, first, 1, last - first + 1))
        self.blocks.append(Table(tuple(cells)))


@dataclass(slots=True)
class _Ruled:
    """The rules of a table: their heights from above, each with its pieces from the left."""

    tops: dict[float, list[tuple[float, float]]]

    @property
    def extent(self) -> tuple[float, float]:
        """From where to where the widest rule reaches."""
        return min(min(piece) for pieces in self.tops.values() for piece in pieces), max(
            max(piece) for pieces in self.tops.values() for piece in pieces
        )

    def in_pieces(self) -> int:
        """How many rules are drawn cell by cell; the dots of a table of contents are not."""
        return sum(len(pieces) > 1 for pieces in self.tops.values())

    def columns(self) -> list[tuple[float, float]]:
        """The columns between the ends of the rules' pieces; a single one where rules are drawn through."""
        ends = sorted(left for pieces in self.tops.values() for left, _ in pieces)
        lefts: list[float] = []
        for left in ends:
            if not lefts or left - lefts[-1] > NARROWEST:
                lefts.append(left)
        return list(zip(lefts, [*lefts[1:], self.extent[1]], strict=True))

    def groups(self, top: float, edges: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
        """The runs of columns that a rule which does not reach through lies under: what stands above spans them."""
        under = [
            at
            for at, (left, right) in enumerate(edges)
            if any(piece[0] < (left + right) / 2 < piece[1] for piece in self.tops[top])
        ]
        if len(under) == len(edges):
            return []
        groups: list[tuple[int, int]] = []
        for at in under:
            if groups and at == groups[-1][1] + 1:
                groups[-1] = groups[-1][0], at
            else:
                groups.append((at, at))
        return groups


def _merged(
    found: dict[tuple[int, int], list[_Run]], groups: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], list[_Run]]:
    """The cells of a row, those that stand alone above a group of columns spread over it."""
    result: dict[tuple[int, int], list[_Run]] = {}
    for (first, last), runs in found.items():
        group = next((one for one in groups if one[0] <= first and last <= one[1]), None)
        alone = group is not None and sum(group[0] <= one[0] and one[1] <= group[1] for one in found) == 1
        result[group if alone and group is not None else (first, last)] = runs
    return result


def _gap(before: Piece, piece: Piece) -> float:
    ends = before.words[-1:].isspace() or piece.words[:1].isspace()
    return 0.0 if ends else piece.left - before.right


def _middle(line: Sequence[_Run]) -> float:
    return line[0].baseline - line[0].size * MM_PER_PT / 3


FEWEST_RULES = 3
EVEN = 1.0
WIDEST_ROW = 80.0
"""mm between two rules of one table at most."""


NARROWEST = 3.0


def _tables(rules: Sequence[Box]) -> list[_Ruled]:
    """The tables of a page, from above."""
    lines: dict[float, list[tuple[float, float]]] = {}
    for rule in sorted(rules, key=lambda one: one.top):
        top = next((known for known in reversed(lines) if abs(known - rule.top) < EVEN), rule.top)
        lines.setdefault(top, []).append((rule.left, rule.right))
    tables: list[_Ruled] = []
    for top, pieces in lines.items():
        left, right = min(piece[0] for piece in pieces), max(piece[1] for piece in pieces)
        if tables:
            start, end = tables[-1].extent
            within = start - 2 * EVEN < left and right < end + 2 * EVEN
            if within and top - max(tables[-1].tops) < WIDEST_ROW:
                tables[-1].tops[top] = pieces
                continue
        tables.append(_Ruled({top: pieces}))
    return [one for one in tables if one.in_pieces() >= FEWEST_RULES and len(one.columns()) > 1]


def _spanned(run: _Run, edges: Sequence[tuple[float, float]]) -> tuple[int, int]:
    over = [at for at, (left, right) in enumerate(edges) if run.left < right - EVEN and left + EVEN < run.right]
    return (over[0], over[-1]) if over else (0, 0)
