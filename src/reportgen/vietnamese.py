"""Vietnamese text as text: composed form, folding, order, "did you mean", numbering of points, listing.

Pure functions on strings; nothing here knows of files or problems.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

POINT_LETTERS = tuple("abcdđeghiklmnopqrstuvxy")
"""Letters of points (điểm) in the order of the Vietnamese alphabet (ND 30, Phụ lục I, II.5)."""

# With f, j, w and z of foreign names where the Latin order has them.
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Combining marks of the tones in the dictionaries' order: ngang, huyền, hỏi, ngã, sắc, nặng."""

SHAPES = frozenset("\u0306\u0302\u031b")
"""Marks that make another letter, not a tone: breve (ă), circumflex (â ê ô), horn (ơ ư)."""

ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
         (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip

FARTHEST = 2
LEAST_ALIKE = 0.75


def nfc(text: str) -> str:
    """The text with each letter and its marks composed."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without diacritics; `đ` becomes `d`. NFD alone leaves `đ`, which has no decomposition."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).replace("đ", "d")


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant; None if none is near.

    Equal but for case and diacritics first; then at most two letters away and mostly alike. Spaces, `_` and `-` are
    the same.
    """
    wanted = _plain(word)
    by_distance: list[tuple[int, float, str]] = []
    for candidate in candidates:
        plain = _plain(candidate)
        if plain == wanted:
            return candidate
        distance = _distance(wanted, plain)
        if distance <= FARTHEST and (alike := SequenceMatcher(None, wanted, plain).ratio()) >= LEAST_ALIKE:
            by_distance.append((distance, -alike, candidate))
    return min(by_distance)[2] if by_distance else None


def _plain(word: str) -> str:
    return " ".join(re.split(r"[\s_-]+", fold(word).strip()))


def _distance(one: str, other: str) -> int:
    """Edits between two words, a swap of neighbours counting as one; exact up to `FARTHEST`."""
    if abs(len(one) - len(other)) > FARTHEST:
        return FARTHEST + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row, earlier = row, [i], before
        for j, b in enumerate(other, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a != b))
            if earlier and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        before = previous
    return row[-1]


def sort_key(text: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """A key that sorts as Vietnamese dictionaries do: syllable by syllable, letters first, then the tone."""
    return tuple(_syllable_key(syllable) for syllable in nfc(text).casefold().split())


def _syllable_key(syllable: str) -> tuple[tuple[int, int], ...]:
    letters: list[tuple[int, int]] = []
    tone = 0
    for character in syllable:
        base, marks = _letter(character)
        tone = max((TONES.get(mark, 0) for mark in marks), default=0) or tone
        place = ALPHABET.find(base)
        if place >= 0:
            letters.append((1, place))
        else:
            letters.append((2 if character.isalpha() else 0, ord(base[0])))
    return (*letters, (-1, tone))


def _letter(character: str) -> tuple[str, str]:
    """The letter of the alphabet and the marks that are tones."""
    apart = unicodedata.normalize("NFD", character)
    base = "".join(mark for mark in apart if mark in SHAPES or not unicodedata.combining(mark))
    return nfc(base) or character, "".join(mark for mark in apart[1:] if mark in TONES)


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


def join_and(items: Sequence[str]) -> str:
    """The items as prose lists them: "a", "a và b", "a, b và c"."""
    return " và ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)
