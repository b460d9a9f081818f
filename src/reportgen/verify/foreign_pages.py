"""Pages and fonts of any paper: what is right in whatever was written there (rule 2 of section 9, I.I.1-7).

Within the range that the regime allows, a measure that is not ours is a notice; outside, an error.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple
from xml.etree import ElementTree as ET

from reportgen.layout.standards import Page, Standard
from reportgen.layout.typeset import SHORT_TABLE
from reportgen.verify.docx_layout import has_page_field, twips
from reportgen.verify.docx_looks import Looks, look
from reportgen.verify.docx_parts import EMPTY, Parts, R, W, value
from reportgen.verify.docx_text import paragraphs
from reportgen.verify.finding import (
    MARGINS,
    NONE,
    PAGE_NUMBER,
    PAPER,
    Finding,
    Told,
    measure,
    on_page,
    same,
    size_of,
    span,
)
from reportgen.verify.pdf_page import PdfPage, Text
from reportgen.verify.placed import is_page_number
from reportgen.verify.recognised import PARTY
from reportgen.verify.shown import MOST_COLUMNS

PAGE, MARGIN, INK = 1.0, 0.3, 1.0
"""Tolerances, mm: papers' sizes are rounded by printers' drivers; margins are numbers in a DOCX, in a PDF ink."""
WIDER = 5.0
"""Decree 30 lets each margin be up to 5 mm wider than its least: 20-25, 30-35, 15-20 (I.I.3). The Party's are fixed."""
FEWEST, SHARED = 3, 0.05
"""The margin is where so many rows begin, or such a share of all."""
MOST = 0.02
"""Letters in another font than the text's, as a share of all, that are signs and not the text."""
FONT = Told("Phông chữ", "Font")


class Margins(NamedTuple):
    """What a page leaves free, mm; None where ink does not tell."""

    top: float | None
    bottom: float | None
    left: float | None
    right: float | None


def ranges(standard: Standard, page: Page) -> Mapping[str, tuple[float, float]]:
    """Side → the least and the most that the regime allows."""
    wider = 0 if standard.regime == PARTY else WIDER
    return MappingProxyType({side: (getattr(page, side), getattr(page, side) + wider) for side in MARGINS})


def _page(width: float, height: float, standard: Standard) -> Page:
    return standard.landscape if width > height else standard.portrait


def margins(found: Margins, page: Page, standard: Standard, where: Told) -> Iterator[Finding]:
    """Margins against the range, then against ours."""
    for side, (least, most) in ranges(standard, page).items():
        measured = getattr(found, side)
        if measured is None:
            continue
        code = "" if least - MARGIN <= measured <= most + MARGIN else "V902"
        if not code and abs(measured - getattr(page, side)) > MARGIN:
            code = "V904"
        if code:
            yield Finding(code, MARGINS[side], span(least, most, "mm"), measure(measured, "mm"), where)


def docx_pages(parts: Parts, standard: Standard) -> Iterator[Finding]:
    """Each section's paper, margins and page number."""
    for number, section in enumerate(parts.document.iter(f"{W}sectPr")):
        where = Told(f"phần {number + 1}", f"section {number + 1}")
        width, height = (twips(value(section, f"{W}pgSz", name)) for name in ("w", "h"))
        page = _page(width, height, standard)
        if abs(width - page.width) > PAGE or abs(height - page.height) > PAGE:
            yield Finding("V901", PAPER, size_of(page.width, page.height), size_of(width, height), where)
        sides = Margins(*(twips(value(section, f"{W}pgMar", side)) for side in MARGINS))
        yield from margins(sides, page, standard, where)
        if number == 0:
            yield from _docx_number(parts, section)


def _docx_number(parts: Parts, section: ET.Element) -> Iterator[Finding]:
    headers = {
        entry.get(f"{W}type", "default"): parts.headers.get(entry.get(f"{R}id", ""), EMPTY)
        for entry in section.iter(f"{W}headerReference")
    }
    numbered = any(has_page_field(paragraph) for paragraph in headers.get("default", EMPTY).iter(f"{W}p"))
    if not numbered:
        yield Finding("V907", PAGE_NUMBER, Told("giữa lề trên", "centred on top"), NONE)
    elif section.find(f"{W}titlePg") is None:
        yield Finding("V906", PAGE_NUMBER, NONE, Told("có", "there"))


def docx_fonts(parts: Parts, standard: Standard) -> Iterator[Finding]:
    """Fonts of the runs, and the language."""
    looks, letters = Looks(parts), Counter[str]()
    for paragraph in paragraphs(parts):
        base = looks.paragraph(paragraph.element)
        for run in paragraph.element.iter(f"{W}r"):
            letters[look(looks.run(run, base)).font] += sum(len(node.text or "") for node in run.iter(f"{W}t"))
    for font, count in letters.items():
        if count and font not in {standard.font, ""}:
            yield Finding("V905", FONT, same(standard.font), same(f"{font} ({count * 100 // letters.total()}%)"))


_BEGINNING = re.compile(
    r"\s*(?:phụ lục|danh sách)\b|.{0,120}(?:CỘNG HÒA XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM)", re.DOTALL
)
"""How a page begins that counts anew and bears no number: an annex, a further sheet with a letterhead of its own."""


def _begins(page: PdfPage) -> bool:
    words = " ".join(text.words for text in page.texts)
    return bool(_BEGINNING.match(words) or _BEGINNING.match(words.lower()))


def pdf_pages_kept(pages: Sequence[PdfPage], standard: Standard) -> Iterator[Finding]:
    """Each page's paper and number; margins as the ink of all pages of one kind shows them."""
    for number, page in enumerate(pages):
        wanted = _page(page.width, page.height, standard)
        if abs(page.width - wanted.width) > PAGE or abs(page.height - wanted.height) > PAGE:
            found = size_of(page.width, page.height)
            yield Finding("V901", PAPER, size_of(wanted.width, wanted.height), found, on_page(number))
        shown = any(is_page_number(text, page, standard) for text in page.texts)
        if number == 0 and shown:
            yield Finding("V906", PAGE_NUMBER, NONE, Told("có", "there"), on_page(0))
    going_on = [page for page in pages[1:] if not _begins(page)]
    if going_on and not any(is_page_number(text, page, standard) for page in pages[1:] for text in page.texts):
        yield Finding("V907", PAGE_NUMBER, Told("giữa lề trên", "centred on top"), NONE)
    upright = [page for page in pages if page.height >= page.width]
    if upright:
        yield from _ink(upright, standard)


def _ink(pages: Sequence[PdfPage], standard: Standard) -> Iterator[Finding]:
    page, texts = standard.portrait, [text for page in pages for text in _body(page, standard)]
    if len(texts) < 5:
        return
    edges = Margins(None, None, _shared([text.left for text in texts]), None)
    if edges.left is not None and abs(edges.left - page.left) > INK:
        yield from margins(edges, page, standard, Told("", ""))
    for number, own in enumerate(pages):
        right = max((text.right for text in _body(own, standard)), default=0)
        if right > own.width - page.right + INK:
            found = measure(own.width - right, "mm")
            yield Finding("V902", MARGINS["right"], measure(page.right, "mm"), found, on_page(number))


def _body(page: PdfPage, standard: Standard) -> list[Text]:
    return [text for text in page.texts if text.words.strip() and not is_page_number(text, page, standard)]


def _shared(edges: Sequence[float]) -> float | None:
    """The leftmost edge that enough rows share, so that neither one stray row nor an indent counts; None if none."""
    counts = Counter(round(edge) for edge in edges)
    enough = max(FEWEST, len(edges) * SHARED)
    common = [edge for edge in counts if counts[edge] + counts[edge + 1] >= enough]
    return min((edge for edge in edges if edge >= min(common) - 0.5), default=None) if common else None


def pdf_fonts(pages: Sequence[PdfPage], standard: Standard) -> Iterator[Finding]:
    """The text's family is the layout's; all fonts are embedded; Vietnamese letters stand in the text's own font."""
    letters, vietnamese = Counter[str](), Counter[str]()
    for text in (text for page in pages for text in page.texts):
        letters[text.font.family] += len(text.words.strip())
        vietnamese[text.font.family] += sum(not letter.isascii() and letter.isalpha() for letter in text.words)
    if not letters:
        yield Finding("V966", Told("Nội dung", "Content"), Told("có chữ", "text"), Told("chỉ có ảnh", "pictures only"))
        return
    known = {name.lower().replace(" ", "") for name in (standard.font, *standard.fonts_pdf)} | {"times", "timesnew"}
    main = letters.most_common(1)[0][0]
    if main not in known:
        yield Finding("V905", FONT, same(standard.font), same(main))
    for family, count in vietnamese.items():
        if count and family != main and letters[family] < letters.total() * MOST:
            yield Finding("V964", Told("Chữ Việt", "Vietnamese letters"), same(main), same(f"{family} ({count})"))
    loose = sorted({text.font.name for page in pages for text in page.texts if not text.font.embedded})
    if loose:
        yield Finding("V963", FONT, Told("được nhúng", "embedded"), same(", ".join(loose)))


def docx_tables(parts: Parts) -> Iterator[Finding]:
    """A long table of figures repeats its header row; the text is marked as Vietnamese, for spelling and hyphens."""
    for table in parts.document.iter(f"{W}tbl"):
        rows = list(table.iter(f"{W}tr"))
        figures = len(rows) > SHORT_TABLE and len(list(rows[0].iter(f"{W}tc"))) > MOST_COLUMNS
        if figures and not any(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows):
            name = Told("Dòng tiêu đề của bảng", "Header row of a table")
            yield Finding("V934", name, Told("lặp lại ở mỗi trang", "repeated on each page"), NONE)
    language = look(Looks(parts).of_style("")).language
    if not language.startswith("vi"):
        yield Finding("V935", Told("Ngôn ngữ", "Language"), same("vi-VN"), same(language or "–"))
