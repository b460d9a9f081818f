"""A tree's text, as every format must show it.

One `Line` is one paragraph (a heading, a list item, a table cell): its label, if any, and its words. `verify` reads the
same lines back from the finished DOCX and PDF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.tree.element import Element
from reportgen.tree.notes import NOTE
from reportgen.tree.vocabulary import INLINE, LEAVES

_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph's style (role or tag), label and text. A line break inside it is "\\n"."""

    style: str
    label: str
    text: str

    @property
    def full(self) -> str:
        """Label and text as a reader sees them."""
        return f"{self.label} {self.text}".strip()


def text(element: Element) -> str:
    """All words below the element, paragraphs parted by line breaks; of a footnote itself its words."""
    if element.tag in LEAVES or element.tag in INLINE:
        return _inline(element)
    return "\n".join(line.full for line in lines(element))


def lines(element: Element) -> Iterator[Line]:
    """The paragraphs below the element, in order."""
    if element.tag in LEAVES:
        yield Line(element.role or element.tag, element.get("label"), _inline(element))
    for child in element.elements:
        if child.tag not in INLINE:
            yield from lines(child)


def _inline(element: Element) -> str:
    """The words of one paragraph, without those of the lists nested in it; of a footnote its number."""
    pieces: list[str] = []
    for child in element.children:
        if isinstance(child, str):
            pieces.append(child)
        elif child.tag == "br":
            pieces.append("\n")
        elif child.tag == NOTE:
            pieces.append(child.get("label"))
        elif child.tag not in {"ol", "ul"}:
            pieces.append(_inline(child))
    return "".join(pieces)


def squeezed(words: str) -> str:
    """Text without any white space: what is compared between formats, which break lines differently."""
    return _BLANK.sub("", words)
