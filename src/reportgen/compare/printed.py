"""What an input prints, as the comparison reads it: the paragraphs and rows of a paper's tree.

In: the tree. Out: the same kind of texts as `edited` finds in a file, with the texts of the input that they print and
the figures in them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.compare.edited import CELLS
from reportgen.tree import Element, notes, text, walk
from reportgen.tree.notes import NOTE
from reportgen.tree.origins import FIGURE, figures_of, origins_of, sources_of
from reportgen.tree.vocabulary import HEADINGS, INLINE, LEAVES


@dataclass(frozen=True, slots=True)
class Number:
    """A figure in a text: where it stands, the indicator and its part as the paper's `<data>` has them."""

    start: int
    end: int
    figure: str
    part: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A paragraph or a row as the input prints it. `under` is the heading above it, "" for none."""

    text: str
    name: str
    sources: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    numbers: tuple[Number, ...] = ()
    role: str = ""
    under: str = ""
    row: bool = False
    note: bool = False


def printed(tree: Element) -> tuple[Printed, ...]:
    """All passages of a paper in their order, its footnotes last."""
    return (*_Walker(tree).walk(tree), *_notes(tree))


class _Walker:
    """Goes through a tree once."""

    def __init__(self, tree: Element) -> None:
        self.names = origins_of(tree)
        self.under = ""

    def walk(self, element: Element) -> Iterator[Printed]:
        """The passages below an element."""
        if element.tag == "nav":
            return
        if element.tag == "tr":
            yield from self._row(element)
            return
        if element.tag in LEAVES:
            yield from self._leaf(element)
        for child in element.elements:
            if child.tag not in INLINE:
                yield from self.walk(child)

    def _leaf(self, leaf: Element) -> Iterator[Printed]:
        letters = _Letters()
        letters.add(leaf)
        words, numbers = letters.done()
        if not words:
            return
        if leaf.tag in HEADINGS:
            self.under = words
        yield Printed(
            words,
            self.names.get(id(leaf), ""),
            sources_of(leaf),
            figures_of(leaf),
            numbers,
            leaf.role or leaf.tag,
            self.under,
        )

    def _row(self, row: Element) -> Iterator[Printed]:
        letters = _Letters()
        for place, cell in enumerate(row.elements):
            if place:
                letters.put(CELLS)
            letters.add(cell)
        words, numbers = letters.done()
        name = next((self.names[id(cell)] for cell in row.elements if id(cell) in self.names), "")
        sources = tuple(dict.fromkeys(source for cell in row.elements for source in sources_of(cell)))
        if words.replace("|", "").strip():
            yield Printed(words, name, sources, figures_of(row), numbers, "row", self.under, row=True)


def _notes(tree: Element) -> Iterator[Printed]:
    owners = {id(note): leaf for leaf in walk(tree) if leaf.tag in LEAVES for note in _own_notes(leaf)}
    for note in notes(tree):
        words = " ".join(unicodedata.normalize("NFC", text(note)).split())
        yield Printed(words, "", sources_of(owners[id(note)]), figures_of(note), role=NOTE, note=True)


def _own_notes(element: Element) -> Iterator[Element]:
    for child in element.elements:
        if child.tag == NOTE:
            yield child
        elif child.tag in INLINE:
            yield from _own_notes(child)


class _Letters:
    """Collects the letters of a passage as a reader of files does: one blank for any, none at the ends."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.numbers: list[Number] = []

    def put(self, words: str) -> None:
        """Words, their blanks made single."""
        for letter in unicodedata.normalize("NFC", words):
            if not letter.isspace():
                self.letters.append(letter)
            elif self.letters and self.letters[-1] != " ":
                self.letters.append(" ")

    def add(self, element: Element) -> None:
        """The words of a paragraph, without those of lists nested in it and of footnotes."""
        start = len(self.letters)
        for child in element.children:
            if isinstance(child, str):
                self.put(child)
            elif child.tag == "br":
                self.put(" ")
            elif child.tag in INLINE and child.tag != NOTE:
                self.add(child)
        if element.get(FIGURE) and len(self.letters) > start:
            self.numbers.append(Number(start, len(self.letters), element.get(FIGURE), element.get("data-part")))

    def done(self) -> tuple[str, tuple[Number, ...]]:
        """The text and the figures in it."""
        return "".join(self.letters).rstrip(), tuple(self.numbers)
