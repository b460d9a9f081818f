"""A paper as it is read aloud: each paragraph in words, and how long reading takes."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.press.aloud import read_aloud
from reportgen.press.lengths import article_words
from reportgen.tree import Element, text
from reportgen.tree.vocabulary import LEAVES
from reportgen.vietnamese.printed import printed

PACE = 130
"""Words that an announcer reads in a minute."""


def spoken(tree: Element, declared: Mapping[str, str]) -> Element:
    """The tree in words, with a line for the announcer at its end: how many words, how many minutes."""
    read = _read(tree, {short: str(words) for short, words in declared.items() if words})
    count = article_words(read)
    told = printed("reading time", count=str(count), minutes=str(max(1, round(count / PACE))))
    return read.holding((*read.children, Element("p", "cue", (), (told,))))


def _read(element: Element, declared: Mapping[str, str]) -> Element:
    if element.tag in LEAVES:
        return element.holding((read_aloud(text(element).replace("\n", " "), declared),))
    return element.holding(
        tuple(_read(child, declared) if isinstance(child, Element) else child for child in element.children)
    )
