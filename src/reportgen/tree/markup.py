"""A rendered template's markup (well-formed XML) to a tree.

In: the text that the template engine made. Out: the root element; `MarkupError` if the markup is not well-formed or
leaves the vocabulary. That is the template author's mistake, so it is raised, with words for her.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from reportgen.tree.element import Element, Node
from reportgen.tree.origins import sourced, unmarked
from reportgen.tree.vocabulary import INLINE, SIDES, TAGS, Content

DEEPEST = 60
VALUES = {
    "colspan": re.compile(r"[1-9]\d?"),
    "rowspan": re.compile(r"[1-9]\d?"),
    "start": re.compile(r"\d{1,4}"),
    "kind": re.compile("columns|bars"),
    "widths": re.compile(r"\s*\d{1,4}(\.\d+)?(\s+\d{1,4}(\.\d+)?)*\s*"),
    "href": re.compile(r"(https?:|mailto:|#).*"),
}
"""Attributes whose value is used as more than text."""
_SPACE = re.compile(r"[ \t\r\n]+")


class MarkupError(ValueError):
    """The template wrote something that no paper can hold. `line` counts from 1 in the rendered markup, 0 if
    unknown."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def parse(markup: str) -> Element:
    """The tree of a rendered template."""
    try:
        root = ElementTree.fromstring(markup)
    except ElementTree.ParseError as error:
        raise MarkupError(str(error), error.position[0]) from error
    if root.tag != "article":
        raise MarkupError(f"<{root.tag}>: the root is <article>")
    return sourced(_element(root, ""))


def _element(source: ElementTree.Element, parent: str, depth: int = 0) -> Element:
    tag = TAGS.get(source.tag)
    if depth > DEEPEST:
        raise MarkupError(f"more than {DEEPEST} elements inside one another")
    role = unmarked(source.get("class", ""))
    if tag is None:
        raise MarkupError(f"<{source.tag}> is not in the vocabulary")
    if parent and not {parent, parent.partition(".")[0]} & tag.inside:
        raise MarkupError(f"<{source.tag}> may not stand in <{parent}>")
    attributes = tuple((name, unmarked(value)) for name, value in source.items() if name != "class")
    for name, value in attributes:
        if name not in tag.attributes:
            raise MarkupError(f"<{source.tag} {name}>: unknown attribute")
        if name in VALUES and not VALUES[name].fullmatch(value):
            raise MarkupError(f'<{source.tag} {name}="{value[:40]}">: no value for it')
    name = f"{source.tag}.{role}" if source.tag == "div" else source.tag
    children = _children(source, name, tag.content, depth)
    _refuse_shape(source.tag, role, children)
    return Element(source.tag, role, attributes, children)


def _refuse_shape(tag: str, role: str, children: tuple[Node, ...]) -> None:
    """What the writers rely on: rows in a table, roles where they choose a form, both sides of a letterhead."""
    inside = [child for child in children if isinstance(child, Element)]
    if tag == "table" and not any(part.elements for part in inside):
        raise MarkupError("<table> without rows")
    if tag == "chart" and not inside:
        raise MarkupError("<chart> without points")
    if tag in {"ol", "ul", "hr"} and not role:
        raise MarkupError(f"<{tag}> without a class")
    if tag == "div" and role in SIDES and any(len(row.elements) != SIDES[role] for row in inside):
        raise MarkupError(f'<div class="{role}">: {SIDES[role]} sides in each row')


def _children(source: ElementTree.Element, name: str, content: Content, depth: int) -> tuple[Node, ...]:
    pieces: list[Node] = [source.text or ""]
    for child in source:
        pieces += [_element(child, name, depth + 1), child.tail or ""]
    if content in {Content.BLOCKS, Content.NOTHING}:
        return _without_text(pieces, name)
    if source.tag in INLINE:
        return tuple(piece for piece in (_collapsed(piece) for piece in pieces) if piece != "")
    return _trimmed([_collapsed(piece) for piece in pieces])


def _without_text(pieces: list[Node], name: str) -> tuple[Node, ...]:
    for piece in pieces:
        if isinstance(piece, str) and piece.strip():
            raise MarkupError(f"bare text in <{name}>: {piece.strip()[:40]}")
    return tuple(piece for piece in pieces if not isinstance(piece, str))


def _collapsed(piece: Node) -> Node:
    return _SPACE.sub(" ", piece) if isinstance(piece, str) else piece


def _trimmed(pieces: list[Node]) -> tuple[Node, ...]:
    """Without space at the start and end of the paragraph, around line breaks and before nested lists."""
    kept: list[Node] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, str):
            before = pieces[index - 1] if index else None
            after = pieces[index + 1] if index + 1 < len(pieces) else None
            stripped = piece.lstrip(" ") if _breaks(before) else piece
            kept.append(stripped.rstrip(" ") if _breaks(after) else stripped)
        else:
            kept.append(piece)
    return tuple(piece for piece in kept if piece != "")


def _breaks(neighbour: Node | None) -> bool:
    return neighbour is None or (isinstance(neighbour, Element) and neighbour.tag in {"br", "ol", "ul"})
