"""Charts in Typst's code mode, drawn as `layout.drawing` says, their letters as letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from reportgen.layout import drawing
from reportgen.layout.standards import Standard, Style
from reportgen.tree import Element
from reportgen.writers.typst.literal import literal, pt
from reportgen.writers.typst.settings import edges, letters


def chart(element: Element, standard: Standard) -> str:
    """The chart as a figure with its alternative text."""
    drawn = drawing.drawing(element, standard.portrait.text_width, standard)
    shapes = "; ".join(SHAPES[type(shape)](shape, drawn.style) for shape in drawn.shapes)
    size = f"width: {pt(drawn.width)}, height: {pt(drawn.height)}"
    inner = f"block({size}, {{{letters(drawn.style)}; {shapes}}})"
    return f"figure(alt: {literal(element.get('alt'))}, outlined: false, {inner})"


def _words(shape: drawing.Words, style: Style) -> str:
    above, _ = edges(style)
    return f"place(top + left, dx: {pt(shape.left)}, dy: {pt(shape.baseline - above)}, {literal(shape.words)})"


def _bar(bar: drawing.Bar, _: Style) -> str:
    size = ", ".join(map(pt, (bar.left, bar.top, bar.across, bar.down)))
    return f"bar({size}, rgb({literal(drawing.FILL)}))"


def _axis(axis: drawing.Axis, _: Style) -> str:
    end = f"end: ({pt(axis.right - axis.left)}, {pt(axis.bottom - axis.top)})"
    line = f"line({end}, stroke: {pt(drawing.STROKE)} + rgb({literal(drawing.LINE)}))"
    return f"place(top + left, dx: {pt(axis.left)}, dy: {pt(axis.top)}, {line})"


SHAPES: Mapping[type, Callable[[Any, Style], str]] = MappingProxyType(
    {drawing.Words: _words, drawing.Bar: _bar, drawing.Axis: _axis}
)
"""Shape of a chart → what draws it."""
