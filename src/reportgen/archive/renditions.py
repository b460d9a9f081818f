"""What a finished file says: the record in a PDF's metadata, the words of a DOCX or PDF, a source that a PDF carries.

A stranger's file may be made to harm: XML with a document type is refused, and PDFium works in a process of its own.
What cannot be read is empty: the caller decides what that means.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from xml.etree import ElementTree as ET

from reportgen.archive.annex import FIELDS
from reportgen.verify.docx_parts import DocxError, safe_xml
from reportgen.verify.docx_text import docx_paragraphs
from reportgen.verify.guarded import GuardedError, guarded
from reportgen.vietnamese.letters import nfc
from reportgen.writers.xmp import RECORD

DC = "{http://purl.org/dc/elements/1.1/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_START, _END = b"<rdf:RDF", b"</rdf:RDF>"
MOST_SECONDS = 30


def record_of(pdf: bytes) -> dict[str, str]:
    """The fields of Annex VI in the metadata, in the annex's order; {} where there are none."""
    root = _metadata(pdf)
    if root is None:
        return {}
    said = {element.tag.removeprefix(f"{{{RECORD}}}"): element.text or "" for element in root.iter()}
    return {name: said[name] for name in FIELDS if said.get(name)}


def title_of(pdf: bytes) -> str:
    """The document's title, "" where there is none."""
    root = _metadata(pdf)
    found = root.find(f".//{DC}title//{RDF}li") if root is not None else None
    return " ".join((found.text or "").split()) if found is not None else ""


def _metadata(pdf: bytes) -> ET.Element | None:
    """The root of the last metadata stream; None where there is none that can be read."""
    end = pdf.rfind(_END)
    start = pdf.rfind(_START, 0, max(end, 0))
    if start < 0:
        return None
    try:
        return safe_xml(pdf[start : end + len(_END)])
    except (DocxError, ET.ParseError, RecursionError):
        return None


def text_of(key: str, built: Mapping[str, bytes]) -> str:
    """A paper's words, a paragraph a line: from its DOCX, else from its PDF."""
    if f"{key}.docx" in built:
        try:
            return _clean("\n".join(docx_paragraphs(built[f"{key}.docx"])))
        except (DocxError, RecursionError):
            # Damaged before it was recorded: the PDF holds the same words.
            pass
    return pdf_text(built[f"{key}.pdf"]) or ""


def pdf_text(pdf: bytes) -> str | None:
    """The words on a PDF's pages, a row a line; None for a file that cannot be read, "" for a scan."""
    try:
        rows = guarded(partial(_rows, pdf), MOST_SECONDS)
    except GuardedError:
        return None
    return _clean(rows) if rows is not None else None


def _rows(pdf: bytes) -> str | None:
    import pypdfium2

    from reportgen.verify.pdf_page import pdf_pages
    from reportgen.verify.shown import pdf_rows

    try:
        return "\n".join(row.words for row in pdf_rows(pdf_pages(pdf)))
    except pypdfium2.PdfiumError:
        return None


def _clean(text: str) -> str:
    """Composed, with plain blanks, and a line feed at the end."""
    return "\n".join(" ".join(line.split()) for line in nfc(text).split("\n")) + "\n"


def attached(pdf: bytes, name: str) -> bytes | None:
    """The file of that name that a PDF carries (PDF/A-3); None where it carries none."""
    if b'pdfaid:part="3"' not in pdf:
        return None
    try:
        return guarded(partial(_attachment, pdf, name), MOST_SECONDS)
    except GuardedError:
        return None


def _attachment(pdf: bytes, name: str) -> bytes | None:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(pdf) as document:
            for place in range(document.count_attachments()):
                attachment = document.get_attachment(place)
                if attachment.get_name() == name:
                    return bytes(attachment.get_data())
    except pypdfium2.PdfiumError:
        return None
    return None
