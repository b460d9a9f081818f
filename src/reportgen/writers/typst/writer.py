"""A document to PDF/A-2a (with its source, -3a) and PDF/UA-1 through Typst: compiled, then completed.

Typst is asked for the weaker part of the standard that says nothing of structure, since the structure is put in after
the paper's own tree; what the file is in the end it then says itself, and the proofs hold it to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from reportgen.layout.document import Document
from reportgen.writers.typst.engine import compiled, families
from reportgen.writers.typst.finishing import finished, page_numbers
from reportgen.writers.typst.literal import literal
from reportgen.writers.typst.markup import Source, source

SOURCE = "nguon"
"""The name under which the compiler finds the paper's input."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Pages laid out: how many, on which page a named heading of the text stands, and the compiled file."""

    pages: int
    places: Mapping[str, int]
    source: Source
    content: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """A finished PDF and how many pages it has."""

    content: bytes
    pages: int


def lay_out(document: Document) -> Laid:
    """The document on its pages. One of the layout's fonts has to be there; `LettersError` if it lacks letters."""
    fonts = families(document.standard.fonts_pdf)
    made = source(replace(document, standard=replace(document.standard, fonts_pdf=fonts[:1])))
    files, markup = dict(made.files), made.markup
    if document.attachment is not None:
        name, content = document.attachment
        files[SOURCE] = content
        how = 'relationship: "source", mime-type: "application/yaml", description: ' + literal(name)
        markup = f"#pdf.attach({literal(name)}, read({literal(SOURCE)}, encoding: none), {how})\n{markup}"
    standard = "a-3u" if document.attachment else "a-2u"
    content = compiled(markup, files, standard, document.metadata.issued)
    pages, places = page_numbers(content, made)
    return Laid(pages, MappingProxyType(places), made, content)


def write_pdf(document: Document, laid: Laid | None = None) -> Written:
    """PDF/A-2a (with an attachment PDF/A-3a) and PDF/UA-1 bytes, the same for the same document.

    `laid` are the document's pages where they are laid out already.
    """
    laid = laid if laid is not None else lay_out(document)
    return Written(finished(laid.content, document, laid.source, laid.pages), laid.pages)
