"""Abbreviations in a paper: in full where one stands first, short from then on (standards, sections 4 and 6).

Those that the input declares, and the offices' usual ones (`names.indicators.COMMON`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from reportgen.names.indicators import COMMON
from reportgen.press.lengths import APART
from reportgen.tree import Element, Node
from reportgen.tree.vocabulary import HEADINGS, SIDES

READ_BY_ALL = frozenset({"UBND", "HĐND", "MTTQ", "UBMTTQ", "TW", "TƯ", "TP", "COVID", "USD", "QR", "ATM"})
"""Abbreviations that no paper spells out, though the input does."""
READ_IN_THE_PRESS = READ_BY_ALL | {"KT-XH", "QP-AN"}
"""Those that an article does not."""

_LEFT_TAGS = frozenset({"table", "figure", "figcaption", "data", "nav"})
_LEFT_ROLES = APART | frozenset(SIDES) | {"headline"}
_BEGINNING = re.compile(r"(?:^|[.!?:]\s)\W*$")


def spelt_out(tree: Element, declared: Mapping[str, str], *, press: bool) -> Element:
    """The paper with each abbreviation in full where it stands first, the short form behind it in parentheses if it is
    used again; in headings in full every time.

    Letterhead, signatures, headline, captions and tables are left as they are, and so is an abbreviation that the text
    itself explains.
    """
    known = READ_IN_THE_PRESS if press else READ_BY_ALL
    full = {**COMMON, **{short: str(words) for short, words in declared.items() if words}}
    speller = _Speller({short: words for short, words in full.items() if short not in known})
    speller.count(tree)
    return speller.spell(tree)


class _Speller:
    """Goes through a paper. `told`: what the reader knows by now; `uses`: how often each abbreviation stands; `read`:
    the words so far."""

    def __init__(self, full: Mapping[str, str]) -> None:
        self.full = full
        self.signs = re.compile(
            rf"(?<![\w/&-])({'|'.join(map(re.escape, sorted(full, key=len, reverse=True)))})(?![\w/&-])"
        )
        self.told: set[str] = set()
        self.uses: Counter[str] = Counter()
        self.in_heading = False
        self.read = ""

    def count(self, element: Element) -> None:
        if not _is_left(element) and element.tag not in HEADINGS:
            for child in element.children:
                if isinstance(child, str):
                    self.uses.update(self.signs.findall(child))
                else:
                    self.count(child)

    def spell(self, element: Element) -> Element:
        if _is_left(element):
            return element
        self.in_heading = self.in_heading or element.tag in HEADINGS
        spelt = element.holding(tuple(self._node(child) for child in element.children))
        self.in_heading = self.in_heading and element.tag not in HEADINGS
        return spelt

    def _node(self, node: Node) -> Node:
        if not isinstance(node, str):
            return self.spell(node)
        for short in self.signs.findall(node):
            if re.search(rf"(?:\(|(?:gọi|viết) tắt là )[“\"]?{re.escape(short)}\b", node):
                self.told.add(short)
        spelt = self.signs.sub(self._first, node)
        self.read += f" {spelt.lower()}"
        return spelt

    def _first(self, found: re.Match[str]) -> str:
        short = found.group(1)
        if short in self.told and not self.in_heading:
            return short
        full = self.full[short]
        if full[:1].isupper() and full.lower() in self.read + found.string[: found.start()].lower():
            # A name that the text has given before: `Chương trình “Mỗi xã một sản phẩm” … 05 sản phẩm OCOP`.
            self.told.add(short)
            return short
        if _BEGINNING.search(found.string[: found.start()]):
            full = full[:1].upper() + full[1:]
        if self.in_heading:
            return full.upper() if found.string == found.string.upper() and " " in found.string else full
        self.told.add(short)
        return f"{full} ({short})" if self.uses[short] > 1 else full


def _is_left(element: Element) -> bool:
    return element.role in _LEFT_ROLES or element.tag in _LEFT_TAGS
