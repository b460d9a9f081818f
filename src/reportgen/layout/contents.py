"""The table of contents (mục lục) of a long paper.

In: a typeset tree whose template left a `<nav>` with the table's title. Out: the tree without it, as a short paper is
printed, and the tree with it filled, an entry for each part and section of the text. Page numbers are put in once the
pages are laid out (`numbered`). Annexes, numbered anew each, are not listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from reportgen.tree import Element, Node, text, walk, without_notes
from reportgen.tree.vocabulary import TAGS, Content

LONG = 15
"""A paper of more pages has a table of contents."""
ENTRIES: Mapping[str, str] = MappingProxyType({"part": "toc_part", "section": "toc_section"})
"""Role of a heading → role of its entry."""
TAG = "nav"


def without_contents(tree: Element) -> Element:
    """The tree as a short paper has it."""
    return tree.holding(tuple(child for child in tree.elements if child.tag != TAG))


def with_contents(tree: Element) -> Element | None:
    """The tree with its table filled, page numbers still open; None if it has no place for one or nothing to list."""
    headings = [element for element in walk(tree) if _listed(element)]
    if not headings or all(child.tag != TAG for child in tree.elements):
        return None
    names = {id(heading): f"muc-{place}" for place, heading in enumerate(headings, 1)}
    entries = tuple(_entry(heading, names[id(heading)]) for heading in headings)
    children = (
        child.holding((*child.children, *entries)) if child.tag == TAG else _named(child, names)
        for child in tree.elements
    )
    return tree.holding(tuple(children))


def numbered(tree: Element, pages: Mapping[str, int]) -> Element:
    """The tree with the page of each entry. `pages`: name of a heading → the page's number as it is printed."""
    return tree.holding(tuple(_numbered(child, pages) if child.tag == TAG else child for child in tree.elements))


def entry_target(entry: Element) -> str:
    """The name of the heading that an entry stands for."""
    return entry.elements[0].get("href").removeprefix("#")


def _listed(element: Element) -> bool:
    return element.role in ENTRIES and element.tag in {"h2", "h3"}


def _entry(heading: Element, name: str) -> Element:
    label, title = heading.get("label"), text(without_notes(heading))
    words = f"{label}{'' if label.endswith(('.', '-')) else '.'} {title}" if label else title
    link = Element("a", "", (("href", f"#{name}"),), (" ".join(words.split()),))
    return Element("p", ENTRIES[heading.role], (), (link,))


def _named(element: Element, names: Mapping[int, str]) -> Element:
    if id(element) in names:
        return element.having(id=names[id(element)])
    return element.holding(tuple(_named(child, names) for child in element.elements)) if _groups(element) else element


def _groups(element: Element) -> bool:
    return TAGS[element.tag].content is Content.BLOCKS and bool(element.elements)


def _numbered(contents: Element, pages: Mapping[str, int]) -> Element:
    return contents.holding(tuple(_with_number(entry, pages) for entry in contents.elements))


def _with_number(entry: Element, pages: Mapping[str, int]) -> Element:
    if entry.role not in ENTRIES.values():
        return entry
    number = Element("span", "", (), (str(pages[entry_target(entry)]),))
    return replace(entry, children=(*_words(entry), number))


def _words(entry: Element) -> Iterator[Node]:
    """The entry without a number that it may have."""
    return (child for child in entry.children if isinstance(child, Element) and child.tag == "a")
