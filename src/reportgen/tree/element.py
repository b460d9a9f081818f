"""The tree's one node type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

Node: TypeAlias = "Element | str"


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its tag, its role (the style it is set in, "" for the tag's own), attributes and children.

    Text is a plain `str` among the children, already collapsed: single spaces, no line breaks.
    """

    tag: str
    role: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Node, ...] = ()

    def get(self, name: str) -> str:
        """The attribute's value, "" where it is absent."""
        return next((value for key, value in self.attributes if key == name), "")

    def having(self, **attributes: str) -> Element:
        """This element with further attributes; one of the same name is replaced."""
        kept = tuple(pair for pair in self.attributes if pair[0] not in attributes)
        return replace(self, attributes=(*kept, *attributes.items()))

    def holding(self, children: tuple[Node, ...]) -> Element:
        """This element with other children."""
        return replace(self, children=children)

    @property
    def elements(self) -> tuple[Element, ...]:
        """The children that are elements."""
        return tuple(child for child in self.children if isinstance(child, Element))


def walk(element: Element) -> Iterator[Element]:
    """The element and all below it, in the order of the paper."""
    yield element
    for child in element.elements:
        yield from walk(child)
