"""A PDF's pages measured against the layout: size, margins, page numbers, what may not part or stand alone.

In: the pages beside the tree. Out: findings. Decree 30, Annex I, I.I.1-7 for pages; section 9 of our rules, 16, for
what may not stand alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from statistics import median

from reportgen.layout.standards import MM_PER_PT, Standard, Style
from reportgen.layout.standards.metrics import ASCENT, DESCENT, NORMAL
from reportgen.tree.vocabulary import SIGNATURES
from reportgen.verify.finding import (
    ALIGNED,
    MARGINS,
    NONE,
    PAGE_NUMBER,
    PAPER,
    SIGNATURE,
    Finding,
    Told,
    component,
    measure,
    off_by,
    on_page,
    same,
    size_of,
)
from reportgen.verify.leaves import TABLE
from reportgen.verify.pdf_page import Text
from reportgen.verify.placed import Paper, Placed, is_page_number

PAGE = 0.5
"""Sizes of paper are rounded to points by some writers: a third of a millimetre."""
PLACE = 0.7
"""A letter's ink begins and ends up to 0.1 em beside its place in the row (0.5 mm at 14 pt); the rest is rounding."""
MOST = 0.8
"""Of the rows of justified text so many end at the margin, even where a long word leaves one short."""
UPRIGHT = 1.0
"""Rows are placed by the font's own ascent, which programs round to whole pixels, mm."""
ROWS_OVER = 3
"""So many rows of a paragraph on the next page prove that no rule of widows held its first row back."""


def row_top(baseline: float, style: Style) -> float:
    """The upper edge of a row set in that style, mm."""
    line = style.line or NORMAL * style.size
    return baseline - (line / 2 + (ASCENT - DESCENT) / 2 * style.size) * MM_PER_PT


def edges(paper: Paper) -> tuple[tuple[float, float], ...]:
    """Where the text of each section begins and ends, mm from the page's left edge.

    What the rows of justified paragraphs show, else what is needed: a margin that is off is told once, not again for
    every paragraph. A section without such rows, an annex of tables, is off by as much as the paper itself.
    """
    justified: list[list[Placed]] = [[] for _ in paper.wanted.pages]
    for placed in paper.placed:
        if _justified(placed):
            justified[placed.leaf.section].append(placed)
    found: list[tuple[float, float]] = []
    for section, rows in enumerate(justified):
        page = paper.page_of(section)
        if not rows and section and page == paper.page_of(0):
            found.append(found[0])
            continue
        left = [row.left - placed.leaf.style.left for placed in rows for row in placed.rows[1:]]
        right = [row.right for placed in rows for row in placed.rows[:-1]]
        found.append((_most(left, page.left), _most(right, page.width - page.right)))
    return tuple(found)


def _justified(placed: Placed) -> bool:
    """Whether it is a paragraph of several rows that reaches from margin to margin."""
    leaf = placed.leaf
    return not leaf.group and leaf.style.align == "justify" and not leaf.broken and len(placed.rows) > 1


def _most(measured: Sequence[float], needed: float) -> float:
    """The edge that most rows share; what is needed where they share none or it is off by no more than letters are."""
    found = median(measured) if measured else needed
    shared = sum(abs(edge - found) < PLACE / 2 for edge in measured) >= MOST * len(measured)
    return found if shared and abs(found - needed) > PLACE else needed


def paper_size(paper: Paper) -> Iterator[Finding]:
    """Every page has the size of its section (I.I.1-2)."""
    for number, page in enumerate(paper.pages):
        wanted = paper.page_of(paper.sections[number])
        if abs(page.width - wanted.width) > PAGE or abs(page.height - wanted.height) > PAGE:
            yield Finding(
                "V801", PAPER, size_of(wanted.width, wanted.height), size_of(page.width, page.height), on_page(number)
            )


def side_margins(paper: Paper) -> Iterator[Finding]:
    """Justified rows begin and end at the margins (I.I.3); nothing stands beyond them."""
    numbers: dict[int, list[int]] = {}
    for number, section in enumerate(paper.sections):
        numbers.setdefault(section, []).append(number)
    for section, (left, right) in enumerate(edges(paper)):
        page = paper.page_of(section)
        for side, found in (("left", left), ("right", page.width - right)):
            if abs(found - getattr(page, side)) > PLACE:
                yield Finding("V802", MARGINS[side], measure(getattr(page, side), "mm"), measure(found, "mm"))
        least, most = min(left, page.left) - PLACE, max(right, page.width - page.right) + PLACE
        for number in numbers.get(section, ()):
            yield from _beyond(paper, number, least, most)


def _beyond(paper: Paper, number: int, least: float, most: float) -> Iterator[Finding]:
    for text in paper.pages[number].texts:
        if (text.left < least or text.right > most) and not text.words.isspace():
            over = least - text.left if text.left < least else text.right - most
            words = text.words.strip()[:30]
            yield Finding("V803", same(f"“{words}”"), measure(0, "mm"), measure(over, "mm"), on_page(number))


def upper_margin(paper: Paper) -> Iterator[Finding]:
    """The first row of every page touches the top margin; space above a paragraph counts on a section's first page."""
    tops: dict[int, list[tuple[float, float]]] = {}
    for section, top, space in _tops(paper):
        tops.setdefault(section, []).append((top, space))
    for section, page in enumerate(paper.wanted.pages):
        found = tops.get(section, [])
        top, most = min((top for top, _ in found), default=page.top), max((space for _, space in found), default=0)
        if not page.top - UPRIGHT <= top <= page.top + most + UPRIGHT:
            yield Finding("V802", MARGINS["top"], measure(page.top, "mm"), measure(top, "mm"))


def _tops(paper: Paper) -> Iterator[tuple[int, float, float]]:
    """Of each page that begins with a paragraph: its section, the top of its first row and the space above it, mm."""
    for number, placed in _firsts(paper):
        leaf = placed.leaf
        if leaf.group != TABLE:
            row = next(row for row in placed.rows if row.page == number)
            begins = row is placed.rows[0] and (number == 0 or paper.sections[number - 1] != leaf.section)
            yield leaf.section, row_top(row.baseline, leaf.style), leaf.style.before * MM_PER_PT if begins else 0


def _firsts(paper: Paper) -> Iterator[tuple[int, Placed]]:
    """Each page with the first paragraph on it."""
    last = -1
    for placed in paper.placed:
        for row in placed.rows:
            if row.page > last:
                last = row.page
                yield last, placed


def lower_margin(paper: Paper) -> Iterator[Finding]:
    """No row below the bottom margin, and no empty row above it where a paragraph runs on overleaf."""
    for number, page in enumerate(paper.pages):
        wanted = paper.page_of(paper.sections[number])
        lowest = max((text.baseline for text in page.texts), default=0)
        if lowest > page.height - wanted.bottom + PLACE:
            yield Finding("V802", MARGINS["bottom"], measure(wanted.bottom, "mm"), measure(page.height - lowest, "mm"))
    noted = {row.page for note in paper.notes for row in note.rows}
    for placed in paper.placed:
        if placed.rows[0].page not in noted:
            yield from _left_empty(paper, placed)


def _left_empty(paper: Paper, placed: Placed) -> Iterator[Finding]:
    style, counts = placed.leaf.style, Counter(row.page for row in placed.rows)
    number, wanted = placed.rows[0].page, paper.page_of(placed.leaf.section)
    if style.line and counts[number] > 1 and counts[number + 1] >= ROWS_OVER:
        last = max(row.baseline for row in placed.rows if row.page == number)
        end = row_top(last, style) + style.line * MM_PER_PT
        if end + style.line * MM_PER_PT < wanted.height - wanted.bottom - UPRIGHT:
            margins = measure(wanted.bottom, "mm"), measure(wanted.height - end, "mm")
            yield Finding("V802", MARGINS["bottom"], *margins, on_page(number))


def page_numbers(paper: Paper) -> Iterator[Finding]:
    """No number on the first page of the paper and of an annex, else the count, centred on top (I.I.7, I.III.1đ)."""
    count, columns = 0, edges(paper)
    for number, page in enumerate(paper.pages):
        begins = number == 0 or paper.sections[number] != paper.sections[number - 1]
        count = 1 if begins else count + 1
        shown = [text for text in page.texts if is_page_number(text, page, paper.standard)]
        if begins and shown:
            yield Finding("V806", PAGE_NUMBER, NONE, same(shown[0].words.strip()), on_page(number))
        elif not begins and not shown:
            yield Finding("V807", PAGE_NUMBER, same(str(count)), NONE, on_page(number))
        elif not begins:
            middle = sum(columns[paper.sections[number]]) / 2
            yield from _page_number(shown[0], str(count), middle, paper.standard, on_page(number))


def _page_number(text: Text, count: str, middle: float, standard: Standard, where: Told) -> Iterator[Finding]:
    style = standard.styles["page_number"]
    if text.words.strip() != count:
        yield Finding("V808", PAGE_NUMBER, same(count), same(text.words.strip()), where)
    if abs(text.size - style.size) > 0.1:
        yield Finding("V811", component(style), measure(style.size, "pt"), measure(text.size, "pt"), where)
    off = (text.pen + text.right) / 2 - middle
    if abs(off) > PLACE:
        yield Finding("V815", component(style), ALIGNED["center"], off_by(off), where)
    top = row_top(text.baseline, style)
    if abs(top - standard.number_from_edge) > UPRIGHT:
        needed = measure(standard.number_from_edge, "mm")
        from_edge = Told("Số trang, cách mép trên", "Page number, from the upper edge")
        yield Finding("V808", from_edge, needed, measure(top, "mm"), where)


def headings(paper: Paper) -> Iterator[Finding]:
    """What belongs to the next paragraph stands on its page (rule 16)."""
    for placed, following in zip(paper.placed, paper.placed[1:], strict=False):
        leaf, after = placed.leaf, following.leaf
        if leaf.style.keep_next and leaf.section == after.section and leaf.group != TABLE:
            page, other = placed.rows[-1].page, following.rows[0].page
            if page != other and leaf.group not in SIGNATURES:
                yield Finding("V831", component(leaf.style), on_page(other), on_page(page), same(placed.rows[0].words))


def signature_whole(paper: Paper) -> Iterator[Finding]:
    """A signature block stands on one page."""
    for block in _signatures(paper):
        pages = [row.page for placed in block for row in placed.rows]
        if min(pages) != max(pages):
            torn = Told("một trang", "one page"), Told("hai trang", "two pages")
            yield Finding("V833", SIGNATURE, *torn, on_page(min(pages)))


def signature_in_company(paper: Paper) -> Iterator[Finding]:
    """The page of a signature block has something of the text above it (rule 16)."""
    for block in _signatures(paper):
        at, first = paper.placed.index(block[0]), block[0].rows[0].page
        if at and paper.placed[at - 1].rows[-1].page != first:
            needed = Told("cùng trang với lời văn", "on a page with text")
            yield Finding("V832", SIGNATURE, needed, Told("một mình một trang", "alone on its page"), on_page(first))


def _signatures(paper: Paper) -> Iterator[list[Placed]]:
    """The signature blocks: one, or one on each sheet, or those of parties and of a witness."""
    for (group, _), block in groupby(paper.placed, key=lambda placed: (placed.leaf.group, placed.leaf.section)):
        if group in SIGNATURES:
            yield list(block)


RULES: tuple[Callable[[Paper], Iterator[Finding]], ...] = (
    paper_size,
    side_margins,
    upper_margin,
    lower_margin,
    page_numbers,
    headings,
    signature_whole,
    signature_in_company,
)
