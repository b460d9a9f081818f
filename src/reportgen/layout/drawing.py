"""A chart of the tree as shapes: columns or bars in one grey, each with its number.

In: a `<chart>` of a typeset tree. Out: shapes in points from the picture's upper left corner, in the order in which
they are drawn: of each point its bar, its name, its number. Every writer of pages draws them as they are. Colours and
lines are those of print in black; letters are of the paper's own font and size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from reportgen.layout.standards import MM_PER_PT, Standard, Style
from reportgen.layout.standards.metrics import NORMAL, width
from reportgen.tree import Element

FILL, LINE = "#7f7f7f", "#000000"
STROKE = 0.5
"""Weight of the axis, pt."""
BAR = 0.6
"""Share of its row that a bar takes, and of its step that a column takes."""
WIDEST = 60.0
"""A column is at most so wide."""
GAP = 4.0
"""Between bars and letters."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text on one row: where its first letter begins, and its baseline."""

    words: str
    left: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled box."""

    left: float
    top: float
    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Axis:
    """A straight line."""

    left: float
    top: float
    right: float
    bottom: float


Shape: TypeAlias = Words | Bar | Axis


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn chart; its letters are set in `style`."""

    width: float
    height: float
    style: Style
    shapes: tuple[Shape, ...]


def drawing(chart: Element, across: float, standard: Standard) -> Drawing:
    """The chart drawn, `across` mm wide."""
    points = [_Point(p.get("label"), p.get("text"), float(p.get("value"))) for p in chart.elements]
    pen = _Pen(across / MM_PER_PT, float(chart.get("height")) / MM_PER_PT, standard.styles["chart"])
    shapes = (pen.columns if chart.get("kind") == "columns" else pen.bars)(points)
    return Drawing(pen.width, pen.height, pen.style, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Point:
    label: str
    text: str
    value: float


@dataclass(frozen=True, slots=True)
class _Pen:
    width: float
    height: float
    style: Style

    def columns(self, points: list[_Point]) -> Iterator[Shape]:
        """Upright, their numbers on top and their names below; what is below nought hangs down."""
        size, step = self.style.size, self.width / len(points)
        high, low = max(0.0, *(point.value for point in points)), min(0.0, *(point.value for point in points))
        scale = (self.height - 2 * size - 4 * GAP) / (high - low or 1)
        nought = size + 2 * GAP + high * scale
        yield Axis(0, nought, self.width, nought)
        for place, point in enumerate(points):
            middle, across = (place + 0.5) * step, min(WIDEST, step * BAR)
            top = nought - max(point.value, 0) * scale
            yield Bar(middle - across / 2, top, across, abs(point.value) * scale)
            yield self._centred(point.label, middle, self.height - GAP)
            yield self._centred(point.text, middle, top - GAP)

    def bars(self, points: list[_Point]) -> Iterator[Shape]:
        """Lying, their names at the left and their numbers behind."""
        names = [list(self._broken(point.label)) for point in points]
        left = max(self._wide(line) for lines in names for line in lines) + GAP
        room = self.width - left - max(self._wide(point.text) for point in points) - 2 * GAP
        scale, row = room / (max(abs(point.value) for point in points) or 1), (self.height - 2 * GAP) / len(points)
        pitch, third = self.style.size * NORMAL, self.style.size / 3
        for place, (point, lines) in enumerate(zip(points, names, strict=True)):
            middle, length = GAP + (place + 0.5) * row, abs(point.value) * scale
            yield Bar(left, middle - row * BAR / 2, length, row * BAR)
            for number, line in enumerate(lines):
                above = (number - (len(lines) - 1) / 2) * pitch
                yield Words(line, left - GAP - self._wide(line), middle + above + third)
            yield Words(point.text, left + length + GAP, middle + third)
        yield Axis(left, GAP, left, self.height - GAP)

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

    def _centred(self, words: str, middle: float, baseline: float) -> Words:
        """Text placed by its tabled width, so that it begins where it is said to in every reader."""
        return Words(words, middle - self._wide(words) / 2, baseline)
