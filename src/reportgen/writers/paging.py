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
from reportgen.problems import Problem
from reportgen.writers.engines import Engine, Laid

OPEN = 2
"""So many pages the expected length may be off."""


@dataclass(frozen=True, slots=True)
class Paged:
    """A document as it is to be written, its pages where they had to be laid out, and what its author is told.

    `engine` is the name of the engine that was asked for, "" for the program's choice.
    """

    document: Document
    laid: Laid | None = None
    engine: str = ""
    remarks: tuple[Problem, ...] = ()


def expected_length(document: Document) -> int:
    """About how many pages the document takes, if it may need a table of contents; else 0."""
    pages = expected_pages(document.tree, document.standard) if document.outlined is not None else 0
    return pages if pages > LONG - OPEN else 0


def settled(document: Document, engine: Engine, expected: int) -> Paged:
    """A document that may be long as it is to be written; what `engine` raises if the machine cannot lay pages out.

    `expected`: about how many pages it takes.
    """
    assert document.outlined is not None, "asked only of what may be long"
    if expected <= LONG + OPEN:
        laid = engine.lay_out(document)
        if laid.pages <= LONG:
            return Paged(document, laid)
    listed = replace(document, tree=document.outlined)
    laid = engine.lay_out(listed)
    return Paged(replace(listed, tree=numbered(document.outlined, laid.places)), laid)
