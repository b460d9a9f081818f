"""A typeset tree to the HTML of a page: semantic elements, figures as `<data>`, pictures in the sizes of screens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from reportgen.layout.document import Document
from reportgen.tree import Element
from reportgen.tree.vocabulary import SOURCE, TAGS, Content
from reportgen.writers.web.copies import copies_of

_KEPT = frozenset({"value", "data-figure", "data-part", "colspan", "rowspan", "scope", "start", "alt", "href"})
"""Attributes of the tree that a page needs; widths and labels are the business of print."""
SIZES = "(min-width: 44rem) 40rem, calc(100vw - 2rem)"
"""How wide the stylesheet shows a picture."""
_SCROLLED = '<div class="wide" role="region" aria-label="Bảng" tabindex="0">'
"""What a table scrolls in on a narrow screen; with the keyboard too."""


TRACED = _KEPT | {SOURCE, "label"}
"""Those of a page that leads back to what was typed; it shows the numbers of headings as print does."""


def body(document: Document, kept: frozenset[str] = _KEPT) -> str:
    """The tree as it stands in a page, with the attributes that are kept."""
    first = next(iter(document.pictures), "")
    return "".join(_written(document.tree, _Page(document, first, kept)))


@dataclass(frozen=True, slots=True)
class _Page:
    """`first`: the picture that is seen at once; the others are loaded when they are near."""

    document: Document
    first: str
    kept: frozenset[str]


def _written(element: Element, page: _Page) -> Iterator[str]:
    scrolls = element.tag == "table"
    yield f"{_SCROLLED if scrolls else ''}<{element.tag}{''.join(_attributes(element, page))}>"
    for child in element.children:
        if isinstance(child, str):
            yield escape(child, quote=False)
        else:
            yield from _written(child, page)
    if TAGS[element.tag].content is not Content.NOTHING:
        yield f"</{element.tag}>{'</div>' if scrolls else ''}"


def _attributes(element: Element, page: _Page) -> Iterator[str]:
    if element.role:
        yield f' class="{element.role}"'
    for name, value in element.attributes:
        if name in page.kept:
            yield f' {name}="{escape(value)}"'
    if element.tag == "img":
        yield from _picture(element.get("src"), page.document, page.first)


def _picture(source: str, document: Document, first: str) -> Iterator[str]:
    copies = copies_of(document, source)
    largest = copies[-1]
    yield f' src="{largest.name}" width="{largest.width}" height="{largest.height}"'
    if len(copies) > 1:
        yield f' srcset="{", ".join(f"{copy.name} {copy.width}w" for copy in copies)}" sizes="{SIZES}"'
    if source != first:
        yield ' loading="lazy"'
