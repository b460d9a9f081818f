"""The words of a paragraph, a heading or a cell in Typst's code mode: runs, emphasis, links, footnotes.

In: elements that hold text. Out: expressions in which every text is a literal. The face that letters stand in is known
throughout, since a font's first no-break space needs a plain one before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from reportgen.layout.standards import FOOTNOTE, Standard, Style
from reportgen.tree import Element, text
from reportgen.tree.binding import NO_BREAK
from reportgen.tree.notes import NOTE
from reportgen.writers.typst.literal import literal


class Face(NamedTuple):
    """Which of a font's faces letters are set in."""

    bold: bool = False
    italic: bool = False


class Inline:
    """Writes what stands within paragraphs. `names`: the labels of headings that links lead to."""

    def __init__(self, standard: Standard, names: Mapping[str, str]) -> None:
        self.standard = standard
        self.names = names
        self.face = Face()
        self.spaced: dict[Face, None] = {}
        """The faces in which no-break spaces stand."""

    def begin(self, style: Style) -> None:
        """What follows is set in the style's own face."""
        self.face = Face(style.bold, style.italic)

    def words(self, element: Element, style: Style) -> str:
        """The words of a paragraph, its label first."""
        self.begin(style)
        return f"{{{'; '.join([*self._label(element), *self._run(element)])}}}"

    def _label(self, element: Element) -> Iterator[str]:
        label = element.get("label")
        if label and element.tag != NOTE:
            form = self.standard.numbering.get(element.role)
            yield literal(label if form and form.own_line else f"{label} ")
            if form and form.own_line:
                yield "linebreak()"

    def _text(self, words: str) -> str:
        if NO_BREAK in words:
            self.spaced[self.face] = None
        return literal(words)

    def _run(self, element: Element) -> Iterator[str]:
        run = ""
        for child in element.children:
            if isinstance(child, Element) and child.tag not in {"data", "span"}:
                if run:
                    yield self._text(run)
                    run = ""
                if child.tag in PIECES:
                    yield PIECES[child.tag](self, child)
            elif isinstance(child, str):
                run += child
            elif any(inner.tag != "data" for inner in child.elements):
                if run:
                    yield self._text(run)
                    run = ""
                yield from self._run(child)
            else:
                run += text(child)
        if run:
            yield self._text(run)

    def within(self, element: Element) -> str:
        return f"{{{'; '.join(self._run(element))}}}"

    def link(self, link: Element) -> str:
        href, words = link.get("href"), self.within(link)
        if not href.startswith("#"):
            return f"link({literal(href)}, {words})"
        label = self.names.get(href.removeprefix("#"))
        return f"link(<{label}>, {words})" if label else words

    def note(self, note: Element) -> str:
        label, style, before = literal(f"{note.get('label')} "), self.standard.styles[FOOTNOTE], self.face
        self.face = Face(style.bold, style.italic)
        words = "; ".join(self._run(note))
        self.face = before
        return f"footnote({{mark({label}); {words}}})"


def _call(name: str, **face: bool) -> Callable[[Inline, Element], str]:
    def call(writer: Inline, element: Element) -> str:
        before = writer.face
        writer.face = before._replace(**face)
        words = writer.within(element)
        writer.face = before
        return f"{name}({words})"

    return call


def first_space(face: Face) -> str:
    """A plain space of a font before its first no-break one.

    A font draws both with one sign, and what is met first is what readers of the PDF take the sign for; each other one
    is drawn by itself then. Plain spaces are ten times as many.
    """
    weight, slant = ("bold" if face.bold else "regular"), ("italic" if face.italic else "normal")
    return f'pdf.artifact(place(top + left, par(text(size: 1pt, weight: "{weight}", style: "{slant}", " "))))'


PIECES: Mapping[str, Callable[[Inline, Element], str]] = MappingProxyType(
    {
        "strong": _call("b", bold=True),
        "em": _call("i", italic=True),
        "u": _call("underline"),
        "sup": _call("up"),
        "sub": _call("down"),
        "a": Inline.link,
        NOTE: Inline.note,
        "br": lambda *_: "linebreak()",
    }
)
"""Tag within a paragraph → what writes it."""
