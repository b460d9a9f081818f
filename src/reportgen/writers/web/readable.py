"""A tree without what only pages of paper have: footnotes stand in parentheses, charts are tables of their points."""

from __future__ import annotations

from dataclasses import replace

from reportgen.layout.document import Document
from reportgen.tree import Element, in_parentheses


def readable(document: Document) -> Document:
    """The document as every form but DOCX and PDF shows it."""
    return replace(document, tree=_with_tables(in_parentheses(document.tree)))


def _with_tables(element: Element) -> Element:
    if element.tag == "chart":
        rows = tuple(_row(point) for point in element.elements)
        return Element("table", children=(Element("tbody", children=rows),))
    kept = (_with_tables(child) if isinstance(child, Element) else child for child in element.children)
    return element.holding(tuple(kept))


def _row(point: Element) -> Element:
    """What is shown, and its number with its origin."""
    origin = tuple((name, point.get(name)) for name in ("value", "data-figure", "data-part"))
    number = Element("data", attributes=origin, children=(point.get("text"),))
    label = Element("th", attributes=(("scope", "row"),), children=(point.get("label"),))
    return Element("tr", children=(label, Element("td", children=(number,))))
