"""WeasyPrint, held behind one function."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reportgen.layout.contents import TAG, entry_target
from reportgen.layout.document import Document, Picture
from reportgen.tree import Element, text
from reportgen.writers.pdf.chart import with_drawn_charts
from reportgen.writers.pdf.markup import page
from reportgen.writers.xmp import descriptions

if TYPE_CHECKING:
    import pydyf
    import weasyprint

_BEGIN, _END = b"\nstream\n", b"\nendstream"
_AMBIGUOUS_END = b"\r" + _END
MOST_PADDING = 16
"""Tries to change a file whose cross-references end ambiguously; each one fails once in 128 times."""
_RDF_END = re.compile(rb"</(?:\w+:)?RDF>")


@dataclass(frozen=True, slots=True)
class Laid:
    """Pages laid out: how many, and on which page, as its number is printed, a named heading of the text stands.

    WeasyPrint's pages can be written once: writing them leaves marks in them. `sheets` is empty afterwards.
    """

    pages: int
    places: Mapping[str, int]
    sheets: list[weasyprint.Document]


@dataclass(frozen=True, slots=True)
class Written:
    """A finished PDF and how many pages it has."""

    content: bytes
    pages: int


def lay_out(document: Document) -> Laid:
    """The document on its pages. OSError if the machine lacks Pango."""
    from reportgen.writers.pdf.engine import fonts, weasyprint

    document = with_drawn_charts(document)
    html = weasyprint.HTML(string=page(document), base_url="about:blank", url_fetcher=_fetcher(document.pictures))
    laid = html.render(font_config=fonts(), pdf_variant=_variant(document))
    places = {name: number for number, sheet in enumerate(laid.pages, 1) for name in sheet.anchors}
    return Laid(len(laid.pages), MappingProxyType(places), [laid])


def _variant(document: Document) -> str:
    return "pdf/a-3a" if document.attachment else "pdf/a-2a"


def write_pdf(document: Document, laid: Laid | None = None) -> Written:
    """PDF/A-2a (with an attachment PDF/A-3a) and PDF/UA-1 bytes, the same for the same document.

    `laid` are the document's pages where they are laid out already; they can be written once.
    """
    laid = laid if laid is not None and laid.sheets else lay_out(document)
    sheets = laid.sheets.pop()
    sheets.metadata.attachments += _attachments(document)
    titles = {entry_target(entry): text(entry.elements[0]) for entry in _entries(document.tree)}
    finisher = _Finisher(descriptions(document.metadata, laid.pages), titles)
    content = sheets.write_pdf(finisher=finisher, pdf_variant=_variant(document))
    assert isinstance(content, bytes)
    for padding in range(1, MOST_PADDING):
        if _AMBIGUOUS_END not in content:
            break
        content = finisher.written_again(padding)
    return Written(content, laid.pages)


def _entries(tree: Element) -> Iterator[Element]:
    """The entries of the table of contents."""
    return (entry for child in tree.elements if child.tag == TAG for entry in child.elements if entry.elements)


def _attachments(document: Document) -> list[weasyprint.Attachment]:
    """The paper's source as an associated file, dated like the paper so that the bytes stay the same."""
    import weasyprint

    if document.attachment is None:
        return []
    name, content = document.attachment
    day = datetime.combine(document.metadata.issued, time(), UTC)
    source = io.BytesIO(content)
    return [weasyprint.Attachment(file_obj=source, name=name, created=day, modified=day, relationship="Source")]


def _fetcher(pictures: Mapping[str, Picture]) -> weasyprint.URLFetcher:
    """Gives the document's own pictures and refuses everything else: no file, no network."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            name = url.removeprefix("about:").removeprefix("blank/").removeprefix("picture:")
            picture = pictures.get(name)
            if picture is None:
                raise ValueError(f"not among the paper's pictures: {url}")
            return URLFetcherResponse(url, picture.content, {"Content-Type": picture.media_type})

    return Fetcher()


class _Finisher:
    """Completes the PDF before it is written, and can write it once more with a longer information dictionary."""

    pdf: pydyf.PDF
    objects: int

    def __init__(self, described: bytes, titles: Mapping[str, str]) -> None:
        self.described = described
        self.titles = titles

    def __call__(self, _: weasyprint.Document, pdf: pydyf.PDF) -> None:
        _describe(pdf, self.described)
        _scope_headers(pdf)
        _name_links(pdf, self.titles)
        _end_streams_clearly(pdf)
        self.pdf, self.objects = pdf, len(pdf.objects)

    def written_again(self, padding: int) -> bytes:
        """The same file with so many letters of padding: what was added while it was written is taken off first."""
        import pydyf

        self.pdf.info["Padding"] = pydyf.String("x" * padding)
        del self.pdf.objects[self.objects :]
        self.pdf.current_position = 0
        target = io.BytesIO()
        self.pdf.write(target, "1.7", identifier=True, compress=True)
        return target.getvalue()


def _end_streams_clearly(pdf: pydyf.PDF) -> None:
    """Leaves a stream uncompressed whose compressed data would end in a carriage return.

    Before `endstream` stands a line feed: after a carriage return it looks like the end of a Windows line, and readers
    that do not trust /Length, as those of archives do not, lose a byte. It happens to one stream in 256.
    """
    for piece in pdf.objects:
        if not getattr(piece, "compress", False):
            continue
        written = piece.data
        piece.compress = False
        if not written.endswith(_AMBIGUOUS_END):
            # It is compressed now; asked again, pydyf would compress it again.
            _, _, packed = written.partition(_BEGIN)
            piece.stream = [packed.removesuffix(_END)]
            piece.extra["Filter"] = "/FlateDecode"


def _describe(pdf: pydyf.PDF, described: bytes) -> None:
    """Adds to the metadata stream; an archive's reader wants that stream uncompressed."""
    for piece in pdf.objects:
        if getattr(piece, "extra", {}).get("Type") == "/Metadata":
            piece.compress = False
            piece.stream = [_RDF_END.sub(lambda end: described + end.group(), part) for part in piece.stream]


def _name_links(pdf: pydyf.PDF, titles: Mapping[str, str]) -> None:
    """Says of a link within the paper where it leads (PDF/UA-1, 7.18.5); WeasyPrint says the target's bare name."""
    import pydyf

    for piece in pdf.objects:
        if isinstance(piece, dict) and piece.get("Subtype") == "/Link":
            name = getattr(piece.get("Contents"), "string", "")
            piece["Contents"] = pydyf.String(titles.get(name, name))


def _scope_headers(pdf: pydyf.PDF) -> None:
    """Says of every header cell that it heads its column.

    WeasyPrint links cells to headers by counting columns, and miscounts below a header that spans rows; readers find
    the headers by their scope instead (ISO 32000-1, 14.8.5.7).
    """
    for piece in pdf.objects:
        if isinstance(piece, dict) and piece.get("S") == "/TH":
            piece["A"]["Scope"] = "/Column"
        elif isinstance(piece, dict) and piece.get("S") == "/TD":
            piece["A"].pop("Headers", None)
