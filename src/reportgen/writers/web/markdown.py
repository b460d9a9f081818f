"""CommonMark for editors of web sites that take it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.layout.document import Document
from reportgen.tree import Element
from reportgen.tree.vocabulary import HEADINGS
from reportgen.writers.web.copies import copies_of

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~]|&(?=#?\w+;))")
"""Signs of Markdown, and what begins the name of a letter: `&copy;`."""
_ORDINAL = re.compile(r"^(\d+)([.)])(?=\s|$)")
_SIGN = re.compile(r"^([-+=])")
_MARKS = {"strong": "**", "em": "*"}


def write_markdown(document: Document) -> bytes:
    """The paper in Markdown, UTF-8."""
    return ("\n\n".join(_blocks(document.tree, document)) + "\n").encode()


def _blocks(element: Element, document: Document) -> Iterator[str]:
    for child in element.elements:
        if child.tag in HEADINGS:
            yield f"{'#' * int(child.tag[1])} {_inline(child)}"
        elif child.tag in {"ol", "ul"}:
            yield "\n".join(_items(child, 0))
        elif child.tag == "table":
            yield "\n".join(_table(child))
        elif child.tag == "img":
            yield f"![{_escaped(child.get('alt'))}]({copies_of(document, child.get('src'))[-1].name})"
        elif child.tag in {"p", "figcaption"}:
            words = _SIGN.sub(r"\\\1", _ORDINAL.sub(r"\1\\\2", _inline(child)))
            yield f"*{words}*" if child.role == "caption" or child.tag == "figcaption" else words
        else:
            yield from _blocks(child, document)


def _items(element: Element, depth: int) -> Iterator[str]:
    first = int(element.get("start") or 1)
    for number, item in enumerate(element.elements, first):
        sign = f"{number}." if element.tag == "ol" else "-"
        yield f"{'   ' * depth}{sign} {_inline(item)}"
        for nested in item.elements:
            if nested.tag in {"ol", "ul"}:
                yield from _items(nested, depth + 1)


def _table(element: Element) -> Iterator[str]:
    rows = [row for part in element.elements for row in part.elements]
    columns = max(sum(int(cell.get("colspan") or 1) for cell in row.elements) for row in rows)
    for place, row in enumerate(rows):
        cells = [_inline(cell) for cell in row.elements]
        yield f"| {' | '.join(cells + [''] * (columns - len(cells)))} |"
        if place == 0:
            yield f"|{' --- |' * columns}"


def _inline(element: Element) -> str:
    pieces: list[str] = []
    for child in element.children:
        if isinstance(child, str):
            pieces.append(_escaped(child))
        elif child.tag == "br":
            pieces.append(" ")
        elif child.tag not in {"ol", "ul"}:
            mark = _MARKS.get(child.tag, "")
            pieces.append(f"{mark}{_inline(child)}{mark}")
    return "".join(pieces).replace("\u00a0", " ")


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)
