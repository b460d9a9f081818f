"""A chart of the tree as a vector picture: columns or bars in one grey, each with its number.

Units are points. Colours and lines are those of print in black; letters are of the paper's own font and size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape

from reportgen.layout.document import Document, Picture
from reportgen.layout.standards import MM_PER_PT, Standard, Style
from reportgen.layout.standards.metrics import NORMAL, width
from reportgen.tree import Element

FILL, LINE = "#7f7f7f", "#000000"
BAR = 0.6
"""Share of its row that a bar takes, and of its step that a column takes."""
WIDEST = 60.0
"""A column is at most so wide."""
GAP = 4.0
"""Between bars and letters."""


@dataclass(frozen=True, slots=True)
class _Point:
    label: str
    text: str
    value: float


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
    points = [_Point(p.get("label"), p.get("text"), float(p.get("value"))) for p in chart.elements]
    drawn = _Drawing(across / MM_PER_PT, float(chart.get("height")) / MM_PER_PT, standard.styles["chart"])
    shapes = (drawn.columns if chart.get("kind") == "columns" else drawn.bars)(points)
    families = ", ".join(f"'{name}'" for name in standard.fonts_pdf)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawn.width:.2f}pt" height="{drawn.height:.2f}pt" '
        f'viewBox="0 0 {drawn.width:.2f} {drawn.height:.2f}" font-family="{families}" font-size="{drawn.style.size:g}">'
        f"{''.join(shapes)}</svg>"
    ).encode()


@dataclass(frozen=True, slots=True)
class _Drawing:
    width: float
    height: float
    style: Style

    def columns(self, points: list[_Point]) -> Iterator[str]:
        """Upright, their numbers on top and their names below; what is below nought hangs down."""
        size, step = self.style.size, self.width / len(points)
        high, low = max(0.0, *(point.value for point in points)), min(0.0, *(point.value for point in points))
        scale = (self.height - 2 * size - 4 * GAP) / (high - low or 1)
        nought = size + 2 * GAP + high * scale
        yield _line(0, nought, self.width, nought)
        for place, point in enumerate(points):
            middle, across = (place + 0.5) * step, min(WIDEST, step * BAR)
            top = nought - max(point.value, 0) * scale
            yield _box(middle - across / 2, top, across, abs(point.value) * scale)
            yield self._centred(point.label, middle, self.height - GAP)
            yield self._centred(point.text, middle, top - GAP)

    def bars(self, points: list[_Point]) -> Iterator[str]:
        """Lying, their names at the left and their numbers behind."""
        names = [list(self._broken(point.label)) for point in points]
        left = max(self._wide(line) for lines in names for line in lines) + GAP
        room = self.width - left - max(self._wide(point.text) for point in points) - 2 * GAP
        scale, row = room / (max(abs(point.value) for point in points) or 1), (self.height - 2 * GAP) / len(points)
        pitch, third = self.style.size * NORMAL, self.style.size / 3
        for place, (point, lines) in enumerate(zip(points, names, strict=True)):
            middle, length = GAP + (place + 0.5) * row, abs(point.value) * scale
            yield _box(left, middle - row * BAR / 2, length, row * BAR)
            for number, line in enumerate(lines):
                above = (number - (len(lines) - 1) / 2) * pitch
                yield _words(line, left - GAP - self._wide(line), middle + above + third)
            yield _words(point.text, left + length + GAP, middle + third)
        yield _line(left, GAP, left, self.height - GAP)

    def _broken(self, label: str) -> Iterator[str]:
        """The label on rows of at most two fifths of the picture."""
        row = ""
        for word in label.split():
            if row and self._wide(f"{row} {word}") > self.width * 0.4:
                yield row
                row = word
            else:
                row = f"{row} {word}".strip()
        yield row

    def _wide(self, words: str) -> float:
        return width(words, self.style) / MM_PER_PT

    def _centred(self, words: str, middle: float, baseline: float) -> str:
        """Text placed by its tabled width, so that it begins where it is said to in every reader."""
        return _words(words, middle - self._wide(words) / 2, baseline)


def _words(words: str, left: float, baseline: float) -> str:
    return f'<text x="{left:.2f}" y="{baseline:.2f}">{escape(words, quote=False)}</text>'


def _box(left: float, top: float, across: float, down: float) -> str:
    return f'<rect x="{left:.2f}" y="{top:.2f}" width="{across:.2f}" height="{down:.2f}" fill="{FILL}"/>'


def _line(left: float, top: float, right: float, bottom: float) -> str:
    return f'<path d="M{left:.2f} {top:.2f}L{right:.2f} {bottom:.2f}" stroke="{LINE}" stroke-width="0.5"/>'
