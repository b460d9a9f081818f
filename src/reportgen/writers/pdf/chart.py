"""A chart of the tree as a vector picture (SVG), drawn after `layout.drawing`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape
from types import MappingProxyType
from typing import Any

from reportgen.layout.document import Document, Picture
from reportgen.layout.drawing import FILL, LINE, STROKE, Axis, Bar, Words, drawing
from reportgen.layout.standards import Standard
from reportgen.tree import Element


def with_drawn_charts(document: Document) -> Document:
    """The document with a picture for each chart."""
    drawn: dict[str, Picture] = {}

    def redrawn(element: Element) -> Element:
        if element.tag != "chart":
            children = (child if isinstance(child, str) else redrawn(child) for child in element.children)
            return element.holding(tuple(children))
        name = f"chart-{len(drawn) + 1}.svg"
        content = chart_svg(element, document.standard.portrait.text_width, document.standard)
        drawn[name] = Picture(content, "image/svg+xml", 0, 0)
        return Element("img", "", (("src", name), ("alt", element.get("alt"))))

    tree = redrawn(document.tree)
    return replace(document, tree=tree, pictures={**document.pictures, **drawn}) if drawn else document


def chart_svg(chart: Element, across: float, standard: Standard) -> bytes:
    """The picture, `across` mm wide."""
    drawn = drawing(chart, across, standard)
    families = ", ".join(f"'{name}'" for name in standard.fonts_pdf)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawn.width:.2f}pt" height="{drawn.height:.2f}pt" '
        f'viewBox="0 0 {drawn.width:.2f} {drawn.height:.2f}" font-family="{families}" font-size="{drawn.style.size:g}">'
        f"{''.join(SHAPES[type(shape)](shape) for shape in drawn.shapes)}</svg>"
    ).encode()


def _words(shape: Words) -> str:
    return f'<text x="{shape.left:.2f}" y="{shape.baseline:.2f}">{escape(shape.words, quote=False)}</text>'


def _bar(bar: Bar) -> str:
    place = f'x="{bar.left:.2f}" y="{bar.top:.2f}" width="{bar.across:.2f}" height="{bar.down:.2f}"'
    return f'<rect {place} fill="{FILL}"/>'


def _axis(axis: Axis) -> str:
    line = f"M{axis.left:.2f} {axis.top:.2f}L{axis.right:.2f} {axis.bottom:.2f}"
    return f'<path d="{line}" stroke="{LINE}" stroke-width="{STROKE:g}"/>'


SHAPES: Mapping[type, Callable[[Any], str]] = MappingProxyType({Words: _words, Bar: _bar, Axis: _axis})
"""Shape → how SVG draws it."""
