"""A PDF with highlights at figures, each with a note that says what is wrong; the pages stay as they were."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from reportgen.proofread.comments import AUTHOR
from reportgen.proofread.finding import Finding
from reportgen.proofread.readers.pdf import SHIFT, Letters, letters_of, read_pdf

YELLOW = (255, 235, 59, 255)
Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


def highlighted(content: bytes, findings: Sequence[Finding], texts: Sequence[str]) -> bytes:
    """The PDF with a highlight for each finding; `DocxError` if it cannot be read."""
    read = read_pdf(content)
    letters = letters_of(content)
    with pypdfium2.PdfDocument(content) as document:
        for finding, text in zip(findings, texts, strict=True):
            span = finding.span
            origins = read.origins[span.paragraph.number]
            places = [divmod(int(origins[place]), SHIFT) for place in range(span.start, span.end)]
            _mark(document, letters[places[0][0]], _boxes(document, letters, places, span.quote), text)
        target = io.BytesIO()
        document.save(target)
    return target.getvalue()


def _boxes(
    document: pypdfium2.PdfDocument, letters: Sequence[Letters], places: Sequence[tuple[int, int]], quote: str
) -> list[Box]:
    """Where the letters stand: as the page's text says, at the finding of the quotation that is nearest; else by the
    share of their piece that they take."""
    first, offset = letters[places[0][0]], places[0][1]
    near = _share(first, offset, offset + len(quote))
    page = document[first.page - 1]
    text = page.get_textpage()
    searcher = text.search(quote)
    found: list[list[Box]] = []
    while (match := searcher.get_next()) is not None and len(found) < MOST_MATCHES:
        found.append([text.get_rect(at) for at in range(text.count_rects(*match))])
    known = [boxes for boxes in found if boxes]
    best = min(known, key=lambda boxes: abs(boxes[0][0] - near[0]) + abs(boxes[0][1] - near[1]), default=[near])
    text.close()
    page.close()
    return best if abs(best[0][1] - near[1]) < SAME_PLACE else [near]


MOST_MATCHES = 500
SAME_PLACE = 20.0
"""Points between what was found and where it should stand."""


def _share(piece: Letters, start: int, end: int) -> Box:
    width = (piece.right - piece.left) / max(piece.letters, 1)
    return (
        piece.left + width * start,
        piece.bottom - piece.size * 0.2,
        min(piece.left + width * end, piece.right),
        piece.bottom + piece.size * 0.8,
    )


def _mark(document: pypdfium2.PdfDocument, at: Letters, boxes: Sequence[Box], text: str) -> None:
    page = document[at.page - 1]
    note = pdfium.FPDFPage_CreateAnnot(page.raw, pdfium.FPDF_ANNOT_HIGHLIGHT)
    pdfium.FPDFAnnot_SetColor(note, pdfium.FPDFANNOT_COLORTYPE_Color, *YELLOW)
    for left, bottom, right, top in boxes:
        points = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        pdfium.FPDFAnnot_AppendAttachmentPoints(note, points)
    around = pdfium.FS_RECTF(
        min(box[0] for box in boxes),
        max(box[3] for box in boxes),
        max(box[2] for box in boxes),
        min(box[1] for box in boxes),
    )
    pdfium.FPDFAnnot_SetRect(note, around)
    for key, words in ((b"Contents", text), (b"T", AUTHOR)):
        encoded = (words + "\0").encode("utf-16-le")
        buffer = ctypes.create_string_buffer(encoded, len(encoded))
        pdfium.FPDFAnnot_SetStringValue(note, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)))
    pdfium.FPDFPage_CloseAnnot(note)
    page.close()
