"""A paper as it was built, and hands that edit it in Word."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from conftest import FICTIONAL
from reportgen.compare.edited import edited
from reportgen.compare.printed import Printed, printed
from reportgen.compare.proof import Prover
from reportgen.model.reading import Input, read_input
from reportgen.papers import papers_for, render
from reportgen.problems import Failure
from reportgen.writers.word import write_docx

Hand = Callable[[WordDocument], None]


class Desk:
    """An input, one of its papers, and what comes back after a hand has edited it."""

    def __init__(self, file: Path, paper: str) -> None:
        self.given: Input = read_input(file)
        self.paper = papers_for(file.parent)[paper]
        document = render(self.given, self.paper)
        assert not isinstance(document, Failure)
        self.content = write_docx(document)
        self.before: tuple[Printed, ...] = printed(document.tree)

    def edited(self, hand: Hand) -> bytes:
        """The paper after the hand."""
        return after(self.content, hand)

    def prover(self, content: bytes) -> Prover:
        return Prover(self.given, self.paper, edited(content))


def after(content: bytes, hand: Hand) -> bytes:
    word = docx.Document(io.BytesIO(content))
    hand(word)
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


@pytest.fixture(scope="session")
def desk() -> Desk:
    return Desk(FICTIONAL, "bao-cao")


def paragraphs(word: WordDocument) -> Iterator[Paragraph]:
    yield from word.paragraphs
    for table in word.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def found(word: WordDocument, words: str) -> Paragraph:
    return next(paragraph for paragraph in paragraphs(word) if words in paragraph.text)


def replace(old: str, new: str) -> Hand:
    """The words typed over, in the first paragraph that has them."""

    def hand(word: WordDocument) -> None:
        paragraph = found(word, old)
        text = paragraph.text.replace(old, new)
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = text

    return hand


def delete(words: str) -> Hand:
    def hand(word: WordDocument) -> None:
        element = found(word, words)._p
        element.getparent().remove(element)

    return hand


def add_behind(words: str, text: str) -> Hand:
    """A new paragraph as the Enter key makes it: in the style of the one before."""

    def hand(word: WordDocument) -> None:
        paragraph = found(word, words)
        fresh = deepcopy(paragraph._p)
        for mark in fresh.xpath(".//w:bookmarkStart|.//w:bookmarkEnd"):
            mark.getparent().remove(mark)
        for run in fresh.xpath(".//w:r")[1:]:
            run.getparent().remove(run)
        fresh.xpath(".//w:t")[0].text = text
        paragraph._p.addnext(fresh)

    return hand


def move_behind(words: str, target: str) -> Hand:
    def hand(word: WordDocument) -> None:
        found(word, target)._p.addnext(found(word, words)._p)

    return hand


def all_of(*hands: Hand) -> Hand:
    def hand(word: WordDocument) -> None:
        for one in hands:
            one(word)

    return hand


def merge(first: str, second: str) -> Hand:
    """Two paragraphs as one, as the Delete key makes it."""

    def hand(word: WordDocument) -> None:
        one, other = found(word, first), found(word, second)
        one.add_run(" ")
        for child in list(other._p):
            if not child.tag.endswith("}pPr"):
                one._p.append(child)
        other._p.getparent().remove(other._p)

    return hand


def split(before: str, words: str) -> Hand:
    """A paragraph parted in front of words, as the Enter key makes it: the second has no name."""

    def hand(word: WordDocument) -> None:
        paragraph = next(one for one in paragraphs(word) if before in one.text and words in one.text)
        head, _, _ = paragraph.text.partition(words)
        tail = paragraph.text[len(head) :]
        add_behind(before, tail)(word)
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = head.rstrip()

    return hand
