"""What a compiled file lacks: the structure, what it says of itself, and streams that end clearly.

In: bytes that Typst wrote. Out: bytes of the same pages as PDF/A-2a or -3a and PDF/UA-1, the same for the same paper.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from reportgen.layout.contents import TAG
from reportgen.layout.document import Document
from reportgen.tree import Element, text
from reportgen.tree.vocabulary import HEADINGS
from reportgen.writers.typst.markup import Source
from reportgen.writers.typst.structure import MismatchError, links, restructure
from reportgen.writers.xmp import record, schemas

AMBIGUOUS = b"\r"
"""A stream that ends so seems to end a byte earlier: a reader takes it and the line feed before `endstream` for one
end of a line."""
_LANGUAGE = re.compile(r"<dc:language>.*?</dc:language>")


def page_numbers(content: bytes, source: Source) -> tuple[int, dict[str, int]]:
    """How many pages a compiled file has, and on which, from 1, each named heading stands."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        if not source.names:
            return len(pdf.pages), {}
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        headings = [slot.element for slot in source.slots if slot.element.tag in HEADINGS]
        goals = list(_bookmarked(pdf.Root.get("/Outlines")))
        if len(goals) != len(headings):
            raise MismatchError(f"{len(headings)} headings written, {len(goals)} bookmarked")
        pairs = zip(headings, goals, strict=True)
        return len(pages), {name: pages[goal.objgen] for heading, goal in pairs if (name := heading.get("id"))}


def _bookmarked(above: Any) -> Iterator[Any]:
    """The page that each bookmark leads to, in the order of the paper; every heading has one."""
    item = above.get("/First") if above is not None else None
    while item is not None:
        yield item.Dest[0]
        yield from _bookmarked(item)
        item = item.get("/Next")


def finished(content: bytes, document: Document, source: Source, pages: int) -> bytes:
    """The whole file."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        made = restructure(pdf, source.tree, source.slots)
        _describe(pdf, document, pages)
        _name_links(pdf, source.tree, made)
        for piece in pdf.objects:
            if isinstance(piece, pikepdf.Stream):
                _end_clearly(piece)
        written = _saved(pdf, pikepdf.ObjectStreamMode.generate)
        # Objects are packed when the file is saved, so how that ends is seen afterwards.
        return written if b"\r\nendstream" not in written else _saved(pdf, pikepdf.ObjectStreamMode.disable)


def _saved(pdf: pikepdf.Pdf, packing: pikepdf.ObjectStreamMode) -> bytes:
    target = io.BytesIO()
    pdf.save(
        target,
        deterministic_id=True,
        object_stream_mode=packing,
        fix_metadata_version=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
    )
    return target.getvalue()


def _end_clearly(stream: pikepdf.Stream) -> None:
    """Put a byte without meaning behind data that ends in a carriage return once it is compressed.

    Compressed data ends in a checksum of what is compressed, so packing it otherwise would end the same way. Behind
    a page's drawing and a table of letters stands a line feed, behind a font or a picture a nought.
    """
    raw, packing = stream.read_raw_bytes(), stream.get("/Filter")
    if packing is None and stream.get("/Type") != Name.Metadata:
        raw, packing = zlib.compress(raw), Name.FlateDecode
        stream.write(raw, filter=packing)
    if packing != Name.FlateDecode or not raw.endswith(AMBIGUOUS):
        return
    settings = stream.get("/DecodeParms")
    data = zlib.decompress(raw)
    binary = "/Length1" in stream or stream.get("/Subtype") == Name.Image
    data += b"\0" if binary else b"\n"
    stream.write(zlib.compress(data), filter=Name.FlateDecode)
    if settings is not None:
        stream.DecodeParms = settings
    if "/Length1" in stream:
        stream.Length1 = len(data)


def _describe(pdf: pikepdf.Pdf, document: Document, pages: int) -> None:
    """What the file is, and the record of the paper; a reader's window shows the paper's title."""
    facts = document.metadata
    packet = pdf.Root.Metadata.read_bytes().decode()
    packet = packet.replace("<pdfaid:conformance>U<", "<pdfaid:conformance>A<")
    packet = packet.replace("<pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part><pdfaid:part>")
    if "xmlns:pdfuaid=" not in packet:
        packet = packet.replace(" xmlns:pdfaid=", ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid=')
    end = "</rdf:Bag></pdfaExtension:schemas>"
    packet = packet.replace(end, schemas(facts, pages) + end)
    packet = packet.replace("</rdf:RDF>", "".join(record(facts, pages, language=False)) + "</rdf:RDF>")
    pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _name_links(pdf: pikepdf.Pdf, tree: Element, made: Mapping[int, Sequence[Any]]) -> None:
    """Says of a link where it leads (PDF/UA-1, 7.18.5): to a heading of the text, or to an address."""
    for page in pdf.pages:
        for note in page.obj.get("/Annots", Array()):
            action = note.get("/A")
            if action is not None and action.get("/S") == Name.URI:
                note.Contents = pikepdf.String(str(action.URI))
    entries = (entry for child in tree.elements if child.tag == TAG for entry in child.elements if entry.elements)
    for entry in entries:
        for link in links(made.get(id(entry), ())):
            link.Contents = pikepdf.String(text(entry.elements[0]))
