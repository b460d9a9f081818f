"""The tree's paragraphs found again on a PDF's pages.

The pages draw the texts in the order of the tree, so a count of letters says which paragraph a text belongs to. That
holds only for a file whose text was proved to be the tree's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportgen.standards import Page, Standard
from reportgen.verify.leaves import Face, Leaf, Leaves
from reportgen.verify.pdf_page import PdfPage, Text

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


def paper(pages: tuple[PdfPage, ...], wanted: Leaves, repeated: Sequence[int], standard: Standard) -> Paper:
    """The pages beside the tree. `repeated`: letters of repeated header rows, one number a page."""
    pieces: list[list[Piece]] = [[] for _ in wanted.leaves]
    place, begun = 0, 0
    sections, section = [], 0
    for number, page in enumerate(pages):
        skipped = repeated[number]
        for text in page.texts:
            length = sum(map(len, text.words.split()))
            if not length or is_page_number(text, page, standard):
                continue
            if skipped > 0:
                skipped -= length
                continue
            while begun >= wanted.leaves[place].length:
                place, begun = place + 1, 0
            leaf = wanted.leaves[place]
            section = leaf.section
            pieces[place].append(Piece(text, number, leaf.face(begun)))
            begun += length
        sections.append(section)
    placed = tuple(Placed(leaf, tuple(_rows(own)), tuple(own)) for leaf, own in zip(wanted.leaves, pieces, strict=True))
    return Paper(pages, wanted, placed, tuple(sections), standard)


def _rows(pieces: Sequence[Piece]) -> Iterator[Row]:
    """The rows of a paragraph; raised and lowered letters stay in the row that they stand in."""
    row: Row | None = None
    for text, page, face in pieces:
        left = text.left if text.words[0].isspace() else text.pen
        joins = row is not None and page == row.page and (face.small or abs(text.baseline - row.baseline) < SAME_ROW)
        if row is not None and joins:
            row = row._replace(right=text.right, words=row.words + text.words)
            continue
        if row is not None:
            yield row
        row = Row(page, text.baseline, left, text.right, text.words)
    if row is not None:
        yield row
