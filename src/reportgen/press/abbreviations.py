"""Abbreviations in an article: in full where one stands first, short from then on (standards, section 6)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from reportgen.press.lengths import APART
from reportgen.tree import Element, Node

READ_BY_ALL = frozenset(
    {"UBND", "HĐND", "MTTQ", "UBMTTQ", "KT-XH", "QP-AN", "TW", "TƯ", "TP", "COVID", "USD", "QR", "ATM"}
)
"""Abbreviations that an article does not spell out, though the input does (standards, section 6)."""


def spelt_out(tree: Element, abbreviations: Mapping[str, str]) -> Element:
    """The article with each abbreviation in full where it stands first, the short form behind it in parentheses if it
    is used again.

    Headline and captions are left as they are; so is an abbreviation that the text itself explains.
    """
    speller = _Speller(abbreviations)
    if not speller.full:
        return tree
    speller.count(tree)
    return speller.spell(tree)


class _Speller:
    """Goes through an article. `told`: what the reader knows by now; `uses`: how often each abbreviation stands."""

    def __init__(self, abbreviations: Mapping[str, str]) -> None:
        self.full = {short: str(full) for short, full in abbreviations.items() if full and short not in READ_BY_ALL}
        self.signs = re.compile(
            rf"(?<![\w/&-])({'|'.join(map(re.escape, sorted(self.full, key=len, reverse=True)))})(?![\w/&-])"
        )
        self.told: set[str] = set()
        self.uses: Counter[str] = Counter()

    def count(self, element: Element) -> None:
        if not _is_left(element):
            for child in element.children:
                if isinstance(child, str):
                    self.uses.update(self.signs.findall(child))
                else:
                    self.count(child)

    def spell(self, element: Element) -> Element:
        if _is_left(element):
            return element
        return element.holding(tuple(self._node(child) for child in element.children))

    def _node(self, node: Node) -> Node:
        if not isinstance(node, str):
            return self.spell(node)
        self.told |= {short for short in self.full if f"({short})" in node}
        return self.signs.sub(self._first, node)

    def _first(self, found: re.Match[str]) -> str:
        short = found.group(1)
        if short in self.told:
            return short
        self.told.add(short)
        return f"{self.full[short]} ({short})" if self.uses[short] > 1 else self.full[short]


def _is_left(element: Element) -> bool:
    return element.role in APART | {"headline"} or element.tag == "figcaption"
