"""What stands on a PDF's pages, read with PDFium in one pass: texts with font, size and place, and drawn boxes.

Lengths are in mm from the page's upper left corner, type sizes in pt. A text is what one operator of the page draws, as
a rule the rest of a line in one font. It has two left edges: `pen`, where its first letter begins, and `left`, where
its ink does; of the right edge only the ink is known.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from reportgen.layout.standards import MM_PER_PT

BUFFER = 8192
"""Bytes for one text; a longer one is read again into a buffer of its own."""
THINNEST, THICKEST = 0.05, 1.2
"""Heights of a box that is a drawn line, mm: 0.15 to 3.4 pt."""
FIGURE = "Figure".encode("utf-16-le")
"""The structure type of pictures and charts (ISO 32000-1, 14.8.4.5)."""
HYPHEN = "\x02"
"""What PDFium gives for a hyphen at the end of a row, which it takes for one that parts a word: `215/BC-` `UBND`."""
SUBSET = re.compile(r"^[A-Z]{6}\+")


class Font(NamedTuple):
    """A font's name without the mark of a subset, whether it is embedded, and the face that the name tells."""

    name: str
    embedded: bool

    @property
    def family(self) -> str:
        """The name without face and makers' additions, in small letters: `timesnewroman` of TimesNewRomanPS-BoldMT."""
        return re.split(r"[-,]", self.name)[0].lower().replace(" ", "").removesuffix("mt").removesuffix("ps")

    @property
    def bold(self) -> bool:
        """Whether it is a bold face."""
        return "bold" in self.name.lower() or "black" in self.name.lower()

    @property
    def italic(self) -> bool:
        """Whether it is an italic or slanted face."""
        return "italic" in self.name.lower() or "oblique" in self.name.lower()


class Text(NamedTuple):
    """A piece of text."""

    words: str
    font: Font
    size: float
    pen: float
    left: float
    right: float
    baseline: float


class Box(NamedTuple):
    """A drawn line that lies flat."""

    left: float
    right: float
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: size, texts and flat lines in the order in which it draws them; `drawn` are the texts of figures, which
    stand beside the order of the text."""

    width: float
    height: float
    texts: tuple[Text, ...]
    rules: tuple[Box, ...]
    drawn: tuple[Text, ...] = ()


def pdf_pages(content: bytes) -> tuple[PdfPage, ...]:
    """All pages; `pypdfium2.PdfiumError` if the file cannot be read or is locked."""
    with pypdfium2.PdfDocument(content) as document:
        return tuple(_Reader(page).read() for page in document)


def _on_its_letter(text: Text, before: Sequence[Text]) -> Text:
    """A piece that begins with a mark which the page lifts above its letter (`ê̆` of the Ê Đê) stands on that letter's
    baseline."""
    marked = text.words and before and unicodedata.combining(text.words[0])
    return text._replace(baseline=before[-1].baseline) if marked else text


class _Reader:
    """Reads one page. The C variables are made once, since a page has hundreds of texts."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.page = page
        self.raw = page.raw
        self.width, self.height = page.get_size()
        self.text = page.get_textpage()
        self.buffer = ctypes.create_string_buffer(BUFFER)
        self.letters = ctypes.cast(self.buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
        self.matrix, self.size = pdfium.FS_MATRIX(), ctypes.c_float()
        self.edges = tuple(ctypes.c_float() for _ in range(4))
        self.length = ctypes.c_ulong()
        self.fonts: dict[int, Font] = {}

    def read(self) -> PdfPage:
        """The page."""
        texts: list[Text] = []
        rules: list[Box] = []
        drawn: list[Text] = []
        kind, kinds = pdfium.FPDFPageObj_GetType, (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH)
        for place in range(pdfium.FPDFPage_CountObjects(self.raw)):
            item = pdfium.FPDFPage_GetObject(self.raw, place)
            found = kind(item)
            if found == kinds[0]:
                row = drawn if self._in_figure(item) else texts
                row.append(_on_its_letter(self._text(item), row))
            elif found == kinds[1]:
                rules += self._rule(item)
        return PdfPage(self.width * MM_PER_PT, self.height * MM_PER_PT, tuple(texts), tuple(rules), tuple(drawn))

    def _in_figure(self, item: object) -> bool:
        """Whether the text belongs to what is tagged as a figure."""
        for place in range(pdfium.FPDFPageObj_CountMarks(item)):
            mark = pdfium.FPDFPageObj_GetMark(item, place)
            pdfium.FPDFPageObjMark_GetName(mark, self.letters, BUFFER, self.length)
            if self.buffer.raw[: self.length.value - 2] == FIGURE:
                return True
        return False

    def _text(self, item: object) -> Text:
        left, _, right, _ = self.edges
        pdfium.FPDFPageObj_GetBounds(item, *self.edges)
        pdfium.FPDFPageObj_GetMatrix(item, self.matrix)
        pdfium.FPDFTextObj_GetFontSize(item, self.size)
        return Text(
            self._words(item),
            self._font(item),
            round(self.size.value * abs(self.matrix.d), 2),
            self.matrix.e * MM_PER_PT,
            left.value * MM_PER_PT,
            right.value * MM_PER_PT,
            (self.height - self.matrix.f) * MM_PER_PT,
        )

    def _words(self, item: object) -> str:
        length = pdfium.FPDFTextObj_GetText(item, self.text.raw, self.letters, BUFFER)
        if length <= BUFFER:
            return self.buffer.raw[: length - 2].decode("utf-16-le", "replace").replace(HYPHEN, "-")
        longer = ctypes.create_string_buffer(length)
        pdfium.FPDFTextObj_GetText(item, self.text.raw, ctypes.cast(longer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
        return longer.raw[: length - 2].decode("utf-16-le", "replace").replace(HYPHEN, "-")

    def _font(self, item: object) -> Font:
        font = pdfium.FPDFTextObj_GetFont(item)
        address = ctypes.addressof(font.contents) if font else 0
        known = self.fonts.get(address)
        if known is None:
            name = ctypes.create_string_buffer(256)
            if font:
                pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
            embedded = bool(font) and pdfium.FPDFFont_GetIsEmbedded(font) > 0
            known = Font(SUBSET.sub("", name.value.decode("utf-8", "replace")), embedded)
            self.fonts[address] = known
        return known

    def _rule(self, item: object) -> Iterator[Box]:
        pdfium.FPDFPageObj_GetBounds(item, *self.edges)
        left, bottom, right, top = (edge.value for edge in self.edges)
        height = (top - bottom) * MM_PER_PT
        if height <= THICKEST and (right - left) * MM_PER_PT > THICKEST:
            yield Box(left * MM_PER_PT, right * MM_PER_PT, (self.height - top) * MM_PER_PT, max(height, THINNEST))


def fonts_of(pages: Sequence[PdfPage]) -> dict[str, bool]:
    """The fonts of all text: name → whether it is embedded."""
    return {text.font.name: text.font.embedded for page in pages for text in (*page.texts, *page.drawn)}
