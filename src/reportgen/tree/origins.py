"""Where the words of a paper come from: each paragraph knows the texts of the input that it prints.

While a template runs, a mark behind each text says where the text was typed; reading the markup takes the marks out
and leaves the attribute `data-source` at the paragraph. Figures have `data-figure` at their number. Once a paper is
made, the places become names (`ket_qua_1_noi_dung`), and `origins_of` gives every paragraph a name of its own, which
Word keeps as a hidden bookmark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import TypeVar

from reportgen.tree.element import Element, Node, walk
from reportgen.tree.vocabulary import HEADINGS, INLINE, LEAVES, SOURCE
from reportgen.vietnamese.letters import bare

FIGURE = "data-figure"
PREFIX = "_rg_"
"""What the name of a paragraph begins with. Word hides bookmarks that begin so."""
TEMPLATE = "mau"
"""The name of what no text of the input says: the template's own words (mẫu)."""
INDICATOR = "chitieu"
"""The first part of the name of an indicator (chỉ tiêu)."""
LONGEST = 40
"""Word takes no longer name for a bookmark."""
Text = TypeVar("Text", bound=str)
APART = "\n"
"""Between two names in the attribute."""
_MARK = re.compile("\ue010([^\ue010\ue011]{0,200})\ue011")
_STRAY = re.compile("[\ue010\ue011]")
_OPENING = re.compile(rf"<(p|li|t[dh]|{'|'.join(HEADINGS)})(?=[ >])")
MARKED = "(?:\ue010[^\ue010\ue011]{0,200}\ue011)*"
"""A pattern for the marks that may stand at the end of a text."""


def marked(text: Text, origin: str) -> Text:
    """The text with its mark; markup stays markup."""
    return type(text)(f"{text}\ue010{origin}\ue011") if origin and text else text


def blocks_from(markup: str, origin: str) -> str:
    """Blocks of markup that all come from one text."""
    return _OPENING.sub(rf'<\1 {SOURCE}="{origin}"', markup) if origin else markup


def unmarked(text: str) -> str:
    """The text without marks."""
    return _STRAY.sub("", _MARK.sub("", text)) if "\ue010" in text or "\ue011" in text else text


def sourced(element: Element) -> Element:
    """The tree without marks in its texts, their places at the paragraphs."""
    if element.tag in LEAVES:
        found = list(dict.fromkeys(_found(element)))
        known = element.get(SOURCE).split()
        places = " ".join(dict.fromkeys([*known, *found]))
        element = element.having(**{SOURCE: places}) if places else element
    return element.holding(tuple(_bare(element.children)))


def _bare(children: tuple[Node, ...]) -> Iterator[Node]:
    for child in children:
        bare = unmarked(child) if isinstance(child, str) else sourced(child)
        if bare != "":
            yield bare


def _found(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield from _MARK.findall(child)
        elif child.tag in INLINE:
            yield from _found(child)


def named(element: Element, name_of: Callable[[str], str]) -> Element:
    """The tree with a name for each place; what has none is left out."""
    places = element.get(SOURCE).split()
    children = tuple(child if isinstance(child, str) else named(child, name_of) for child in element.children)
    element = element.holding(children)
    if not places:
        return element
    names = APART.join(dict.fromkeys(name for place in places if (name := name_of(place))))
    kept = tuple(pair for pair in element.attributes if pair[0] != SOURCE)
    return Element(element.tag, element.role, ((*kept, (SOURCE, names)) if names else kept), element.children)


def sources_of(leaf: Element) -> tuple[str, ...]:
    """The names of the texts that a paragraph prints."""
    names = leaf.get(SOURCE)
    return tuple(names.split(APART)) if names else ()


def figures_of(element: Element) -> tuple[str, ...]:
    """The indicators whose figures a paragraph prints, or the row of a table."""
    return tuple(dict.fromkeys(figure for part in _inside(element) if (figure := part.get(FIGURE))))


def _inside(element: Element) -> Iterator[Element]:
    yield element
    for child in element.elements:
        if child.tag not in {"ol", "ul"}:
            yield from _inside(child)


def origins_of(tree: Element) -> Mapping[int, str]:
    """Each paragraph, by its identity → its own name: of the first text or figure that it prints, else its role.

    A table of contents has no names; of a table's row only the first cell that has words has one.
    """
    counts: Counter[str] = Counter()
    names: dict[int, str] = {}
    for leaf, name in _named(tree):
        counts[name] += 1
        names[id(leaf)] = _fitting(name, f"_p{counts[name]}" if counts[name] > 1 else "")
    return names


def _named(element: Element) -> Iterator[tuple[Element, str]]:
    if element.tag == "nav":
        return
    if element.tag == "tr":
        first = max(element.elements, key=_letters, default=None)
        if first is not None:
            yield first, _name(first, figures_of(element))
        return
    if element.tag in LEAVES:
        yield element, _name(element, figures_of(element))
    for child in element.elements:
        if child.tag not in INLINE:
            yield from _named(child)


def _letters(cell: Element) -> int:
    """Whether a cell says words: of several such cells the first is taken."""
    words = "".join(node for part in walk(cell) for node in part.children if isinstance(node, str))
    return min(len(_WORD.findall(words)), 1)


_WORD = re.compile(r"[^\W\d_]{2}")


def _name(leaf: Element, figures: tuple[str, ...]) -> str:
    sources = sources_of(leaf)
    if sources:
        return f"{PREFIX}{sources[0]}"
    return f"{PREFIX}{INDICATOR}_{bare(figures[0])}" if figures else f"{PREFIX}{TEMPLATE}_{bare(leaf.role or leaf.tag)}"


def _fitting(name: str, number: str) -> str:
    """The name with its number, a digest in its place where it is too long."""
    if len(name) + len(number) <= LONGEST:
        return name + number
    return f"{PREFIX}{sha256(name.encode()).hexdigest()[:16]}{number}"
