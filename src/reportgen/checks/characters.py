"""Letters that no paper can print: the fonts do not hold them, or nobody sees them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reportgen.checks.telling import place_in
from reportgen.figures.ledger import Ledger
from reportgen.model.leaves import Words
from reportgen.model.section import leaves_of
from reportgen.problems import Problem
from reportgen.vietnamese.letters import held

_USUAL = re.compile(r"[\n\t\u0020-\u007e\u00a0-\u00ff\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af"
                    r"\u01b0\u1ea0-\u1ef9–—‘’“”…•≤≥×÷±‰₫°²³½]*")  # fmt: skip
"""What nearly every text is made of: looked at in one step."""


def printable(ledger: Ledger) -> Iterator[Problem]:
    """P569: a letter or sign that no paper can hold; the first of each text."""
    for words in leaves_of(ledger.conference, Words):
        rest = _USUAL.match(words)
        start = rest.end() if rest else 0
        for at in range(start, len(words)):
            if not held(words[at]) and not words[at].isspace():
                yield Problem("P569", place_in(words, at, at + 1), {"code": _code(words[at]), "name": _name(words[at])})
                break


def _code(letter: str) -> str:
    return f"U+{ord(letter):04X}"


def _name(letter: str) -> str:
    """The letter itself where it can be seen, else what it is called."""
    return letter if letter.isprintable() else unicodedata.name(letter, "…").lower()
