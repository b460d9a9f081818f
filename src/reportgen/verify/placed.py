"""The tree's paragraphs found again on a PDF's pages.

The pages draw the texts in the order of the tree, so a count of letters says which paragraph a text belongs to. That
holds only for a file whose text was proved to be the tree's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from reportgen.layout.standards import Page, Standard
from reportgen.verify.leaves import Face, Leaf, Leaves
from reportgen.verify.pdf_page import PdfPage, Text

TORN = 60
"""So many letters of a footnote stand on a page at least, if it is parted."""
SAME_ROW = 0.3
"""Baselines of one row differ by rounding only, mm."""


class Row(NamedTuple):
    """One printed row of a paragraph, mm from the page's upper left corner."""

    page: int
    baseline: float
    left: float
    right: float
    words: str


class Piece(NamedTuple):
    """A text of a paragraph, and the face that it should have."""

    text: Text
    page: int
    face: Face


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph with its rows and pieces."""

    leaf: Leaf
    rows: tuple[Row, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A measured PDF beside the tree it was made from: paragraph `n` of the tree is `placed[n]`."""

    pages: tuple[PdfPage, ...]
    wanted: Leaves
    placed: tuple[Placed, ...]
    notes: tuple[Placed, ...]
    """The footnotes."""
    sections: tuple[int, ...]
    """The section of each page."""
    standard: Standard

    def page_of(self, section: int) -> Page:
        """The page that a section is set on."""
        return self.wanted.pages[section]


def is_page_number(text: Text, page: PdfPage, standard: Standard) -> bool:
    """Whether a text is the page number: digits alone in the top margin."""
    top = (standard.landscape if page.width > page.height else standard.portrait).top
    return text.baseline < top and text.words.strip().isdigit()


def letters_of(page: PdfPage, standard: Standard) -> str:
    """The page's letters without blanks and without its number."""
    return "".join("".join(text.words.split()) for text in page.texts if not is_page_number(text, page, standard))


def repeated_heads(wanted: Leaves, pages: Sequence[str]) -> list[int]:
    """How many letters at each page's start are header rows that a table repeats."""
    words, at, result = wanted.words, 0, []
    for page in pages:
        repeated = (
            head for head in wanted.heads if page.startswith(head) and not words.startswith(page[: len(head) + 1], at)
        )
        length = len(next(repeated, ""))
        result.append(length)
        at += len(page) - length
    return result


def noted(wanted: Leaves, pages: Sequence[str]) -> list[int]:
    """How many letters at each page's end are footnotes: as many of the next ones as the page ends with, and a part of
    the last if it runs on overleaf."""
    words, result = "".join(note.words for note in wanted.notes), []
    ends = set(accumulate(len(note.words) for note in wanted.notes))
    at = 0
    for page in pages:
        whole = (end - at for end in sorted(ends, reverse=True) if end > at)
        count = next((count for count in whole if page.endswith(words[at : at + count])), 0)
        count = count or _torn(page, words[at:])
        result.append(count)
        at += count
    return result


def _torn(page: str, words: str) -> int:
    """How many letters of a note that does not end on the page stand at its end."""
    last = page[-TORN:]
    place = words.find(last) if len(last) == TORN else -1
    while place >= 0:
        if page.endswith(words[: place + TORN]):
            return place + TORN
        place = words.find(last, place + 1)
    return 0


class _Taker:
    """Hands the texts of the pages out to paragraphs, as many letters as each has."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self.leaves = leaves
        self.pieces: list[list[Piece]] = [[] for _ in leaves]
        self.place = self.begun = 0

    def take(self, text: Text, page: int, length: int) -> Leaf:
        """The paragraph that the text belongs to."""
        while self.begun >= self.leaves[self.place].length:
            self.place, self.begun = self.place + 1, 0
        leaf = self.leaves[self.place]
        self.pieces[self.place].append(Piece(text, page, leaf.face(self.begun)))
        self.begun += length
        return leaf

    def placed(self) -> tuple[Placed, ...]:
        """All paragraphs with what they took."""
        taken = zip(self.leaves, self.pieces, strict=True)
        return tuple(Placed(leaf, tuple(_rows(own)), tuple(own)) for leaf, own in taken)


def paper(pages: tuple[PdfPage, ...], wanted: Leaves, ends: Sequence[tuple[int, int]], standard: Standard) -> Paper:
    """The pages beside the tree. `ends`: of each page the letters of repeated header rows at its start, and those in
    front of its footnotes."""
    body, notes = _Taker(wanted.leaves), _Taker(wanted.notes)
    sections, section = [], 0
    for number, page in enumerate(pages):
        at, (first, last) = 0, ends[number]
        for text in page.texts:
            length = sum(map(len, text.words.split()))
            if not length or is_page_number(text, page, standard):
                continue
            if at >= last:
                notes.take(text, number, length)
            elif at >= first:
                section = body.take(text, number, length).section
            at += length
        sections.append(section)
    return Paper(pages, wanted, body.placed(), notes.placed(), tuple(sections), standard)


def _rows(pieces: Sequence[Piece]) -> Iterator[Row]:
    """The rows of a paragraph; raised and lowered letters stay in the row that they stand in or begin.

    `raised`: whether the row has only such letters yet.
    """
    row: Row | None = None
    raised = False
    for text, page, face in pieces:
        left = text.left if text.words[0].isspace() else text.pen
        level = raised or face.small or (row is not None and abs(text.baseline - row.baseline) < SAME_ROW)
        if row is not None and page == row.page and level:
            baseline = text.baseline if raised else row.baseline
            row = row._replace(right=text.right, words=row.words + text.words, baseline=baseline)
            raised = raised and face.small
            continue
        if row is not None:
            yield row
        row, raised = Row(page, text.baseline, left, text.right, text.words), face.small
    if row is not None:
        yield row
