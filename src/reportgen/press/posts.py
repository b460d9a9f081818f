"""Posts for a unit's pages on social networks: the tags at their end."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.model import Conference

MOST_TAGS = 5
"""So many tags stand below a post; more are read as spam."""


def hashtags(conference: Conference) -> str:
    """`#PhườngLạcGiang #TổngKết2025`, then the keywords of the input."""
    texts = [str(conference.unit.name), f"tổng kết {conference.year.number}", *map(str, conference.press.keywords)]
    return " ".join(list(dict.fromkeys(filter(None, map(_tag, texts))))[:MOST_TAGS])


def _tag(text: str) -> str:
    letters = "".join(_capital(words) for words in _words(text))
    return f"#{letters}" if letters else ""


def _words(text: str) -> Iterable[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text).split()


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
