"""Any paper as rows of text that a reader sees, whatever the file's format and whoever made it.

`docx_rows` and `pdf_rows` give the same kind of rows, so the rules behind them know one format only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple
from xml.etree import ElementTree as ET

from reportgen.tree.binding import NO_BREAK
from reportgen.verify.docx_looks import Looks, look
from reportgen.verify.docx_parts import EMPTY, Parts, W
from reportgen.verify.docx_text import Paragraph, paragraphs
from reportgen.verify.finding import Told, on_page
from reportgen.verify.pdf_page import PdfPage, Text

LEFT, RIGHT, WHOLE = 0, 1, -1
"""Columns of a row: those of the letterhead and the signature, or the whole width."""
GAP = 3.5
"""So far apart, in mm, texts of one height stand in different columns: a blank at 14 pt is 1.2 mm, stretched 2.5."""
LEVEL = 0.7
"""Baselines of one row differ by no more where sizes differ, mm."""
UNDER = 6.0
"""A line below a row stands so near its baseline, mm."""
MIDDLE = 0.46, 0.54
"""Shares of a page's width: what has its middle left or right of both stands in a column."""
MOST_COLUMNS = 3
"""A table with more columns holds figures; the tables of letterhead and signature have two, seldom three."""


class Shown(NamedTuple):
    """One row. `align` is "" in a PDF, where `underline` says whether a line is drawn below it, as long or shorter;
    `figures` for a cell of a table of figures."""

    words: str
    size: float
    bold: bool
    italic: bool
    underline: bool
    align: str
    column: int
    where: Told
    figures: bool = False
    begins: bool = True
    """Whether a paragraph begins with it, as far as the file tells."""


def docx_rows(parts: Parts) -> list[Shown]:
    """The rows of a DOCX; a paragraph is parted at its own line breaks and tab stops."""
    looks = Looks(parts)
    return [row for paragraph in paragraphs(parts) if paragraph.words for row in _docx_paragraph(paragraph, looks)]


def _docx_paragraph(paragraph: Paragraph, looks: Looks) -> Iterator[Shown]:
    cells = list(paragraph.row.iter(f"{W}tc"))
    figures = len(cells) > MOST_COLUMNS
    column = WHOLE if len(cells) < 2 or figures else min(cells.index(paragraph.cell), RIGHT)
    base = looks.paragraph(paragraph.element)
    align = look(base).align
    name = paragraph.words[:30] + ("…" if len(paragraph.words) > 30 else "")
    label = (
        paragraph.words.replace(NO_BREAK, " ").removesuffix(_plain(paragraph.element)).strip()
        if paragraph.cell is EMPTY
        else ""
    )
    for number, (broken, pieces) in enumerate(_broken(paragraph.element)):
        words = "".join(words for _, words in pieces).strip()
        if not words:
            continue
        longest = look(looks.run(max(pieces, key=lambda piece: len(piece[1]))[0], base))
        own = column if column != WHOLE or not broken else RIGHT if number else LEFT
        yield Shown(
            f"{label} {words}" if label and not number else words,
            longest.size,
            longest.bold,
            longest.italic,
            longest.underline,
            align,
            own,
            Told(f"“{name}”", f"“{name}”"),
            figures,
            number == 0,
        )


def _plain(element: ET.Element) -> str:
    return "".join(_run_words(run) for run in element.iter(f"{W}r")).strip()


def _run_words(run: ET.Element) -> str:
    """A run's text; whether a line may break at a space is no part of what is said."""
    return "".join(node.text or "" for node in run.iter(f"{W}t")).replace(NO_BREAK, " ")


_BREAKS = frozenset(f"{W}{name}" for name in ("br", "tab", "cr"))


def _broken(element: ET.Element) -> Iterator[tuple[bool, list[tuple[ET.Element, str]]]]:
    """The runs with their words between line breaks and tab stops, which may stand within a run; True where tab stops
    part them."""
    tabbed = element.find(f"{W}r/{W}tab") is not None
    pieces: list[tuple[ET.Element, str]] = []
    for run in element.iter(f"{W}r"):
        words = ""
        for node in run.iter():
            if node.tag == f"{W}t":
                words += node.text or ""
            elif node.tag in _BREAKS and (pieces or words):
                yield tabbed, [*pieces, (run, words.replace(NO_BREAK, " "))]
                pieces, words = [], ""
        pieces.append((run, words.replace(NO_BREAK, " ")))
    if pieces:
        yield tabbed, pieces


def pdf_rows(pages: Sequence[PdfPage]) -> list[Shown]:
    """The rows of a PDF, from top to bottom, a row of two columns as two."""
    return [row for number, page in enumerate(pages) for row in _pdf_page(page, number)]


def _pdf_page(page: PdfPage, number: int) -> Iterator[Shown]:
    texts = sorted((text for text in page.texts if text.words.strip()), key=lambda text: text.baseline)
    for level in _parted(texts, _on_other_levels):
        pieces = list(_parted(sorted(level, key=lambda text: text.left), _in_other_columns))
        for piece in pieces:
            yield _pdf_row(piece, page, number, figures=len(pieces) > MOST_COLUMNS)


def _parted(texts: Sequence[Text], apart: Callable[[Text, Text], bool]) -> Iterator[list[Text]]:
    """The texts in their order, parted where `apart` says so of two neighbours."""
    group: list[Text] = []
    for text in texts:
        if group and apart(group[-1], text):
            yield group
            group = []
        group.append(text)
    if group:
        yield group


def _on_other_levels(upper: Text, lower: Text) -> bool:
    return lower.baseline - upper.baseline > LEVEL


def _in_other_columns(left: Text, right: Text) -> bool:
    return right.left - left.right > GAP


def _pdf_row(piece: Sequence[Text], page: PdfPage, number: int, *, figures: bool) -> Shown:
    left, right = piece[0].left, piece[-1].right
    middle = (left + right) / 2 / page.width
    column = LEFT if middle < MIDDLE[0] else RIGHT if middle > MIDDLE[1] else WHOLE
    by_face = {
        key: sum(len(text.words) for text in group) for key, group in groupby(sorted(piece, key=_face), key=_face)
    }
    size, bold, italic = max(by_face, key=lambda key: by_face[key])
    baseline = piece[0].baseline
    lined = any(0 < box.top - baseline < UNDER and box.left < right and box.right > left for box in page.rules)
    return Shown(_joined(piece), size, bold, italic, lined, "", column, on_page(number), figures)


def _face(text: Text) -> tuple[float, bool, bool]:
    return (text.size, text.font.bold, text.font.italic)


def _joined(piece: Sequence[Text]) -> str:
    """The texts in one, with a blank where a gap is as wide as one."""
    words = piece[0].words
    for one, other in pairwise(piece):
        blank = other.left - one.right > one.size * 0.05 and not words.endswith(" ") and not other.words.startswith(" ")
        words += " " * blank + other.words
    return words.strip()
