"""A document with its table of contents settled: left out of a short paper, filled and numbered in a long one.

Whether a paper is long, and on which page a heading stands, only laid-out pages say. They are laid out here where the
expected length leaves it open or the table needs numbers, and handed on with the document, so that the PDF does not lay
them out again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportgen.layout.contents import LONG, numbered
from reportgen.layout.document import Document
from reportgen.layout.expected import expected_pages
from reportgen.writers.pdf.writer import Laid, lay_out

OPEN = 2
"""So many pages the expected length may be off."""


@dataclass(frozen=True, slots=True)
class Paged:
    """A document as it is to be written, and its pages where they had to be laid out."""

    document: Document
    laid: Laid | None = None


def may_be_long(document: Document) -> bool:
    """Whether the document may need a table of contents."""
    return document.outlined is not None and expected_pages(document.tree, document.standard) > LONG - OPEN


def settled(document: Document) -> Paged:
    """A document that may be long as it is to be written. OSError if the machine cannot lay pages out."""
    assert document.outlined is not None, "asked only of what may be long"
    if expected_pages(document.tree, document.standard) <= LONG + OPEN:
        laid = lay_out(document)
        if laid.pages <= LONG:
            return Paged(document, laid)
    listed = replace(document, tree=document.outlined)
    laid = lay_out(listed)
    return Paged(replace(listed, tree=numbered(document.outlined, laid.places)), laid)
