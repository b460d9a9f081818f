"""Vietnamese text as text: composed form, folding, order, "did you mean", numbering of points, listing.

Pure functions on strings; nothing here knows of files or problems.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

POINT_LETTERS = tuple("abcdđeghiklmnopqrstuvxy")
"""Letters of points (điểm) in the order of the Vietnamese alphabet (ND 30, Phụ lục I, II.5)."""

ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
         (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip

FARTHEST = 2
LEAST_ALIKE = 0.75
MOST_COMPARED = 1000
"""Candidates that a word is held against: more are no list of names that somebody misspelt."""
REMEMBERED, LONGEST_WORD = 8192, 200
"""How many names are remembered without their accents, and how much of a long one is compared."""


def nfc(text: str) -> str:
    """The text with each letter and its marks composed."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without diacritics; `đ` becomes `d`. NFD alone leaves `đ`, which has no decomposition."""
    apart = unicodedata.normalize("NFD", text.casefold())
    if _FOREIGN.search(apart):
        return "".join(c for c in apart if not unicodedata.combining(c)).replace("đ", "d")
    return _MARKS.sub("", apart).replace("đ", "d")


def bare(words: str) -> str:
    """Small letters without accents and digits, nothing between them: `Kết quả` is `ketqua`."""
    return _SIGNS.sub("", fold(words))


_SIGNS = re.compile("[^a-z0-9]+")
_MARKS, _FOREIGN = re.compile("[\u0300-\u034e\u0350-\u036f]+"), re.compile("[\u034f\u0370-\u1fff\u20d0-\U0010ffff]")
"""Marks of Latin letters, and letters among which there are others; U+034F, which joins marks, is none of them."""


@cache
def _held() -> frozenset[int]:
    lines = Path(__file__).with_name("held.txt").read_text("ascii").splitlines()
    ranges = [found.partition("-") for line in lines if not line.startswith("#") for found in line.split()]
    return frozenset(code for low, _, high in ranges for code in range(int(low, 16), int(high or low, 16) + 1))


def held(letter: str) -> bool:
    """Whether the papers' fonts hold a letter."""
    return ord(letter) in _held()


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant; None if none is near.

    Equal but for case and diacritics first; then at most two letters away and mostly alike. Spaces, `_` and `-` are
    the same.
    """
    from rapidfuzz.distance import OSA, Indel

    wanted = _plain(word)
    by_distance: list[tuple[int, float, str]] = []
    for candidate in islice(candidates, MOST_COMPARED):
        plain = _plain(candidate)
        if plain == wanted:
            return candidate
        distance = OSA.distance(wanted, plain, score_cutoff=FARTHEST)
        if distance <= FARTHEST and (alike := Indel.normalized_similarity(wanted, plain)) >= LEAST_ALIKE:
            by_distance.append((distance, -alike, candidate))
    return min(by_distance)[2] if by_distance else None


@lru_cache(maxsize=REMEMBERED)
def _plain(word: str) -> str:
    return " ".join(re.split(r"[\s_-]+", fold(word[:LONGEST_WORD]).strip()))


def point_letter(number: int) -> str:
    """The letter of the `number`-th point, from 1: a, b, c, d, đ … y, aa, ab …"""
    letters = ""
    while number > 0:
        number, place = divmod(number - 1, len(POINT_LETTERS))
        letters = POINT_LETTERS[place] + letters
    return letters


def roman(number: int) -> str:
    """`number`, from 1, in Roman numerals; the empty text below 1."""
    numerals = ""
    for value, numeral in ROMAN:
        count, number = divmod(max(number, 0), value)
        numerals += numeral * count
    return numerals
