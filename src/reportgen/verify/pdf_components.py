"""A PDF's components measured against the layout: letters, places, spacing, letterhead, drawn lines.

In: the pages beside the tree. Out: findings, each with the clause that the layout names for the component.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from reportgen.layout.standards import MM_PER_PT, Style
from reportgen.layout.standards.metrics import DESCENT, NORMAL
from reportgen.tree.vocabulary import SIGNATURES
from reportgen.verify.finding import (
    ALIGNED,
    FACES,
    NONE,
    SIGNING,
    Finding,
    Told,
    component,
    line_under,
    measure,
    off_by,
    on_page,
    same,
    span,
)
from reportgen.verify.leaves import LETTERHEAD, ONE_ROW, SHARES, Ruled
from reportgen.verify.pdf_layout import PLACE, edges, row_top
from reportgen.verify.pdf_page import Box
from reportgen.verify.placed import Paper, Placed, Row

SIZE = 0.1
"""Browsers' pixels (3/4 pt) round type sizes by less, pt."""
PITCH = 0.4
"""Rows are placed in whole pixels by some programs, pt."""
RULE = 0.8
"""A drawn line ends where letters' places do, not their ink, mm."""
UNDER = 6.0
"""A drawn line stands at most so far below the baseline of its text, mm: descenders and two points of space."""
LEVEL = 0.5
"""13 and 14 pt set from one upper edge, as in the decree's own table, have baselines 0.3 mm apart."""


def letters(paper: Paper) -> Iterator[Finding]:
    """Every letter has its size, weight and slant."""
    for placed in (*paper.placed, *paper.notes):
        style = placed.leaf.style
        for text, page, face in placed.pieces:
            if abs(text.size - style.size) > SIZE and not face.small:
                sizes = measure(style.size, "pt"), measure(text.size, "pt")
                yield Finding("V811", component(style), *sizes, on_page(page))
            if (text.font.bold, text.font.italic) != face[:2]:
                for name, found in (("bold", text.font.bold), ("italic", text.font.italic)):
                    if found != getattr(face, name):
                        code, yes, no = FACES[name]
                        words = (no, yes) if found else (yes, no)
                        yield Finding(code, component(style), *words, on_page(page))


def places(paper: Paper) -> Iterator[Finding]:
    """Every row stands where its style puts it in its column."""
    columns = edges(paper)
    for placed in (*paper.placed, *paper.notes):
        leaf = placed.leaf
        left, right = columns[leaf.section]
        if leaf.group:
            left += leaf.left
            right = left + leaf.width
        yield from PLACES[leaf.style.align](placed, left + leaf.style.left, right - leaf.style.right)


def _centred(placed: Placed, left: float, right: float) -> Iterator[Finding]:
    for row in placed.rows:
        off = (row.left + row.right - left - right) / 2
        if abs(off) > PLACE:
            yield _misplaced(placed.leaf.style, row, off)


def _right(placed: Placed, _: float, right: float) -> Iterator[Finding]:
    for row in placed.rows:
        if abs(row.right - right) > PLACE:
            yield _misplaced(placed.leaf.style, row, row.right - right)


def _left(placed: Placed, left: float, _: float) -> Iterator[Finding]:
    style = placed.leaf.style
    for row in placed.rows:
        first = style.first if row is placed.rows[0] else 0
        if abs(row.left - left - first) > PLACE:
            needed, found = measure(style.left + first, "mm"), measure(row.left - left + style.left, "mm")
            yield Finding("V816", component(style), needed, found, on_page(row.page))


def _justified(placed: Placed, left: float, right: float) -> Iterator[Finding]:
    ragged = [row for row in placed.rows[:-1] if abs(row.right - right) > PLACE and " " in row.words.strip()]
    if ragged and not placed.leaf.broken:
        yield _misplaced(placed.leaf.style, ragged[0], ragged[0].right - right)
    else:
        yield from _left(placed, left, right)


def _misplaced(style: Style, row: Row, off: float) -> Finding:
    return Finding("V815", component(style), ALIGNED[style.align], off_by(off), on_page(row.page))


PLACES: Mapping[str, Callable[[Placed, float, float], Iterator[Finding]]] = {
    "center": _centred,
    "right": _right,
    "left": _left,
    "justify": _justified,
}


def spacing(paper: Paper) -> Iterator[Finding]:
    """Rows stand as far apart as their style says, and paragraphs of one size too (II.6e)."""
    heights: dict[str, float] = {}
    for placed in paper.placed:
        style = placed.leaf.style
        wanted = style.line or NORMAL * style.size
        for one, other in pairwise(placed.rows):
            pitch = (other.baseline - one.baseline) / MM_PER_PT
            if one.page == other.page and abs(pitch - wanted) > PITCH and (style.line or pitch < style.size):
                heights[style.role] = pitch
                yield Finding("V817", component(style), measure(wanted, "pt"), measure(pitch, "pt"), on_page(one.page))
    ruled = {rule.under for rule in paper.wanted.rules}
    for place, (above, below) in enumerate(pairwise(paper.placed)):
        if place not in ruled and _follows(above, below):
            yield from _gap(above, below, heights)


def _follows(above: Placed, below: Placed) -> bool:
    one, other = above.leaf, below.leaf
    flowing = not one.group and not other.group and one.style.line > 0 and other.style.line > 0
    return flowing and one.style.size == other.style.size and above.rows[-1].page == below.rows[0].page


def _gap(above: Placed, below: Placed, heights: Mapping[str, float]) -> Iterator[Finding]:
    """The space between two paragraphs: the larger of what both ask for, or their sum where it is not shared.

    `heights`: role → the height that its rows have instead of the one that they should have, pt.
    """
    one, other = above.leaf.style, below.leaf.style
    rows = heights.get(one.role, one.line) + heights.get(other.role, other.line)
    between = (below.rows[0].baseline - above.rows[-1].baseline) / MM_PER_PT - rows / 2
    if not max(one.after, other.before) - PITCH <= between <= one.after + other.before + PITCH:
        needed = measure(max(one.after, other.before), "pt")
        yield Finding("V819", component(other), needed, measure(between, "pt"), on_page(below.rows[0].page))


def letterhead(paper: Paper) -> Iterator[Finding]:
    """Quốc hiệu on one row; number and date level; each column from top to bottom in order (II.1-4, rule 4)."""
    block = [placed for placed in paper.placed if placed.leaf.group == LETTERHEAD]
    for placed in block:
        if placed.leaf.style.role in ONE_ROW and len(placed.rows) > 1:
            found = Told(f"{len(placed.rows)} dòng", f"{len(placed.rows)} rows")
            yield Finding("V821", component(placed.leaf.style), Told("một dòng", "one row"), found, on_page(0))
    by_role = {placed.leaf.style.role: placed for placed in block}
    number, date = by_role.get("number"), by_role.get("place_date")
    if number and date:
        off = date.rows[0].baseline - number.rows[0].baseline
        if abs(off) > LEVEL:
            level = Told("cùng dòng", "level")
            yield Finding("V822", component(date.leaf.style), level, off_by(off), on_page(0))
    for one, other in pairwise(block):
        if one.leaf.left == other.leaf.left and other.rows[0].baseline <= one.rows[-1].baseline:
            needed = Told(f"dưới “{one.leaf.style.name}”", f"below {component(one.leaf.style).en}")
            yield Finding("V825", component(other.leaf.style), needed, Told("ở trên", "above"), on_page(0))


def drawn_lines(paper: Paper) -> Iterator[Finding]:
    """A line stands under its component, centred, as long as the layout says."""
    for rule in paper.wanted.rules:
        above = paper.placed[rule.under]
        row = above.rows[-1]
        boxes = [box for box in paper.pages[row.page].rules if _under(box, row)]
        name = line_under(above.leaf.style)
        if not boxes:
            yield Finding("V823", name, Told("có", "there"), Told("không có", "missing"), on_page(row.page))
            continue
        yield from _length(paper, rule, above, boxes[0])
    for placed in paper.placed:
        if placed.leaf.style.underline:
            yield from _underlined(paper, placed)


def _under(box: Box, row: Row) -> bool:
    return 0 < box.top - row.baseline < UNDER and box.left < row.right and box.right > row.left


def _length(paper: Paper, rule: Ruled, above: Placed, box: Box) -> Iterator[Finding]:
    name, row = line_under(above.leaf.style), above.rows[-1]
    share = paper.standard.rules[rule.role].share
    low, high = (1.0, 1.0) if share == 1 else SHARES
    widths = [own.right - own.left for own in above.rows]
    length = box.right - box.left
    if not low * min(widths) - RULE <= length <= high * max(widths) + RULE:
        needed = span(low * widths[-1], high * widths[-1], "mm")
        yield Finding("V824", name, needed, measure(length, "mm"), on_page(row.page))
    off = (box.left + box.right - row.left - row.right) / 2
    if abs(off) > PLACE:
        yield Finding("V815", name, ALIGNED["center"], off_by(off), on_page(row.page))


def signing(paper: Paper) -> Iterator[Finding]:
    """Between title and name there is room for signature and seal, and nothing else stands there (II.7d, II.8a)."""
    above: dict[float, Placed] = {}
    columns = edges(paper)
    for placed in paper.placed:
        if placed.leaf.group in SIGNATURES:
            if placed.leaf.style.role == "signer" and paper.standard.signing is not None:
                left = columns[placed.leaf.section][0]
                yield from _signed(paper, left, above[placed.leaf.left], placed)
            above[placed.leaf.left] = placed


def _signed(paper: Paper, left: float, above: Placed, name: Placed) -> Iterator[Finding]:
    left_free = paper.standard.signing
    assert left_free is not None, "asked only where the layout leaves room"
    row, leaf = name.rows[0], name.leaf
    top = above.rows[-1].baseline + DESCENT * above.leaf.style.size * MM_PER_PT
    bottom = row_top(row.baseline, leaf.style)
    if row.page != above.rows[-1].page or bottom - top < left_free.least:
        needed = Told(*(f"≥ {words}" for words in measure(left_free.least, "mm")))
        yield Finding("V836", SIGNING, needed, measure(max(bottom - top, 0), "mm"), on_page(row.page))
        return
    top = max(top, bottom - left_free.space)  # beside a short title a neighbour's may be longer
    middle = left + leaf.left + leaf.width / 2
    begin = middle - left_free.image * (0.5 - left_free.share) - left_free.seal
    for text in paper.pages[row.page].texts:
        within = text.right > begin and text.left < middle + left_free.image / 2
        if within and top + DESCENT < text.baseline < bottom and text.words.strip():
            yield Finding("V836", SIGNING, NONE, same(f"“{text.words.strip()[:30]}”"), on_page(row.page))


def _underlined(paper: Paper, placed: Placed) -> Iterator[Finding]:
    row = placed.rows[0]
    if not any(_under(box, row) for box in paper.pages[row.page].rules):
        words = Told("gạch chân", "underlined"), Told("không gạch chân", "not underlined")
        yield Finding("V814", component(placed.leaf.style), *words, on_page(row.page))


RULES: tuple[Callable[[Paper], Iterator[Finding]], ...] = (letters, places, spacing, letterhead, drawn_lines, signing)
