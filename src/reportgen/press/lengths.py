"""How long articles, headlines and standfirsts are, and how their words are counted.

As Vietnamese newspapers count: by what stands between blanks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reportgen.figures.phrase import Phrase, plain
from reportgen.model.press import LENGTHS as NAMES
from reportgen.tree import Element, lines
from reportgen.vietnamese.letters import fold

HEADLINE = (8, 20)
"""Words of a headline."""
STANDFIRST = (25, 60)
"""Words of a standfirst (sapo)."""
LIMITS = (99, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1)
"""How many entries of a list an article prints, from all to one: the first limit with which it fits its length."""
APART = frozenset({"caption", "byline", "source_line", "contact", "dateline", "release", "fiction"})
"""Roles whose words are not the article's."""


@dataclass(frozen=True, slots=True)
class Length:
    """How many words an article of that length has."""

    low: int
    high: int


LENGTHS: Mapping[str, Length] = MappingProxyType(
    dict(zip(NAMES, (Length(350, 500), Length(450, 700), Length(600, 900)), strict=True))
)
"""What `độ dài` may say; without it an article is long."""


def length_of(name: str | None) -> Length | None:
    """The length of that name, accents and case aside; None for an unknown one."""
    return next((length for key, length in LENGTHS.items() if fold(key) == fold(name or "dài")), None)


def article_words(tree: Element) -> int:
    """How many words an article has, without captions, byline and the like."""
    return sum(words_of(line.text) for line in lines(tree) if line.style not in APART and line.style != "figcaption")


def words_of(text: Phrase | str) -> int:
    """How many words a text has."""
    return len((text if isinstance(text, str) else plain(text)).split())
