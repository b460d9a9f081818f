"""Text and fonts of a PDF's pages, read with PDFium."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text below the top margin, and the fonts of all its text: name → whether it is embedded."""

    text: str
    fonts: dict[str, bool]


def pdf_pages(content: bytes, top_margin: float) -> list[PageText]:
    """The pages' text without what stands in the top margin (`top_margin` in points): the page number."""
    with pypdfium2.PdfDocument(content) as document:
        return [_page(page, top_margin) for page in document]


def _page(page: pypdfium2.PdfPage, top_margin: float) -> PageText:
    """Text in the order in which the page draws it: PDFium's own page text is sorted by place, across table cells."""
    _, height = page.get_size()
    text = page.get_textpage()
    words: list[str] = []
    fonts: dict[str, bool] = {}
    seen: set[int] = set()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        font = pdfium.FPDFTextObj_GetFont(item.raw)
        address = ctypes.addressof(font.contents) if font else 0
        if font and address not in seen:
            seen.add(address)
            fonts[_name(font)] = bool(pdfium.FPDFFont_GetIsEmbedded(font))
        if item.get_bounds()[1] < height - top_margin:
            words.append(_words(item, text))
    return PageText("".join(words), fonts)


def _words(item: pypdfium2.PdfObject, text: pypdfium2.PdfTextPage) -> str:
    """The text of one text object."""
    length = pdfium.FPDFTextObj_GetText(item.raw, text.raw, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFTextObj_GetText(item.raw, text.raw, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _name(font: object) -> str:
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace").rpartition("+")[2]
