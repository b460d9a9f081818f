"""Plain text for e-mail and messengers: a paragraph a line, blank lines between, no markup at all."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.layout.document import Document
from reportgen.tree import Element, lines, text
from reportgen.tree.vocabulary import LEAVES


def write_text(document: Document) -> bytes:
    """The paper's words, UTF-8."""
    return ("\n\n".join(blocks(document.tree)) + "\n").encode()


def blocks(element: Element) -> Iterator[str]:
    """Each paragraph, list and table as one piece of text; no-break spaces become plain ones."""
    for child in element.elements:
        if child.tag in LEAVES:
            yield _plain(f"{child.get('label')} {text(child)}".strip())
        elif child.tag in {"ol", "ul"}:
            yield "\n".join(_plain(line.full) for line in lines(child))
        elif child.tag == "table":
            yield "\n".join(_row(row) for part in child.elements for row in part.elements)
        else:
            yield from blocks(child)


def _row(row: Element) -> str:
    return " | ".join(_plain(text(cell)) for cell in row.elements)


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\n", " ")
