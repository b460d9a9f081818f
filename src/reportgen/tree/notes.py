"""Footnotes of a tree (chú thích chân trang): `<note>` elements within paragraphs.

Where a note is called only its number (`label`) belongs to the paragraph's text; its words stand at the foot of the
page. A press article has no footnotes: there they stand in parentheses.
"""

from __future__ import annotations

from dataclasses import replace

from reportgen.tree.element import Element, Node, walk

NOTE = "note"
SIGNS = (".", ",", ";", ":")


def notes(tree: Element) -> tuple[Element, ...]:
    """All notes in the order of the paper."""
    return tuple(element for element in walk(tree) if element.tag == NOTE)


def without_notes(element: Element) -> Element:
    """The element with neither notes nor their numbers."""
    kept = (child for child in element.children if isinstance(child, str) or child.tag != NOTE)
    return element.holding(tuple(child if isinstance(child, str) else without_notes(child) for child in kept))


def in_parentheses(element: Element) -> Element:
    """The element with its notes' words within the text, before the sign that the note stood behind."""
    written: list[Node] = []
    for child in element.children:
        if isinstance(child, str):
            written.append(child)
        elif child.tag != NOTE:
            written.append(in_parentheses(child))
        else:
            before = written.pop() if written and isinstance(written[-1], str) else ""
            assert isinstance(before, str), "only text was taken off"
            sign = before[-1:] if before.endswith(SIGNS) else ""
            words = (" (", *_continued(child.children), ")")
            written += [before.removesuffix(sign), replace(child, tag="span", attributes=(), children=words), sign]
    return element.holding(tuple(node for node in written if node != ""))


def _continued(children: tuple[Node, ...]) -> tuple[Node, ...]:
    """The words of a note as part of a sentence: a small letter first, but for names, and no full stop."""
    words = list(children)
    if words and isinstance(words[0], str):
        first, _, rest = words[0].partition(" ")
        name = first[1:] != first[1:].lower() or rest[:1].isupper()
        words[0] = words[0] if name else words[0][:1].lower() + words[0][1:]
    if words and isinstance(words[-1], str):
        words[-1] = words[-1].rstrip().removesuffix(".")
    return tuple(words)
