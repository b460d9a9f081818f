"""Units as columns and brackets have them, made fit to stand behind a number."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reportgen.quantity import read_quantity
from reportgen.quantity.counters import COUNTERS
from reportgen.quantity.tokens import fold
from reportgen.quantity.units import SCALES, SHORTHANDS, SPELLINGS
from reportgen.quantity.writing import canonical_unit

_THOUSANDS = re.compile(r"(?:1\.000|1000|10\^?3)\s*(?=đ|vnđ|usd|tấn|người|ha|con|lượt|hộ|\$)", re.IGNORECASE)
_MILLIONS = re.compile(r"(?:1\.000\.000|10\^?6)\s*(?=đ|vnđ|usd)", re.IGNORECASE)
_PER_MILLE = re.compile(r"0/00|%o|phần nghìn", re.IGNORECASE)
_PERCENT = re.compile(r"phần trăm|tỷ lệ %|tỷ lệ|\(%\)|%", re.IGNORECASE)


class Unit(NamedTuple):
    """A unit. `behind` stands behind a number, "" where nothing readable does; `shown` is for the column of units."""

    behind: str
    shown: str
    exact: bool = False
    """Whether a whole number in it is a count, not a rounded one."""

    def with_number(self, number: str) -> str:
        """The number with the unit behind it."""
        if not self.behind:
            return number
        return f"{number}{self.behind}" if self.behind[0] in "%‰" else f"{number} {self.behind}"


NO_UNIT = Unit("", "", exact=True)


@lru_cache(maxsize=1024)
def unit_of(text: str) -> Unit:
    """The unit that a text names."""
    bare = " ".join(text.split()).strip(" .:;()")
    if not bare:
        return NO_UNIT
    for candidate in (_normal(bare), _small(bare)):
        reading = read_quantity(f"5 {candidate}" if candidate[0] not in "%‰" else f"5{candidate}")
        quantity = reading.quantity
        if (
            quantity is not None
            and quantity.unit
            and not reading.flaws
            and quantity.upper is None
            and quantity.of is None
        ):
            return Unit(canonical_unit(candidate).replace("\u00a0", " "), bare, quantity.exact)
    return Unit("", bare, exact=False)


def _normal(text: str) -> str:
    """The usual short forms in full."""
    if _PER_MILLE.fullmatch(text):
        return "‰"
    if _PERCENT.fullmatch(text):
        return "%"
    return _small(_MILLIONS.sub("triệu ", _THOUSANDS.sub("nghìn ", text)))


def _small(text: str) -> str:
    """Small letters, but for what is written in capitals among small ones: `Triệu USD`, `Lượt HS`."""
    if text.isupper() and len(text) > 4:
        return text.lower()
    return _PIECE.sub(lambda word: word[0] if _is_short_form(word[0]) else word[0][:1].lower() + word[0][1:], text)


_PIECE = re.compile(r"[^\s/]+")


def _is_short_form(word: str) -> bool:
    return word.isupper() and len(word) > 1 and not word[-1:].isdigit()


def known_unit(text: str) -> bool:
    """Whether a text in brackets is a unit, and nothing but one."""
    bare = fold(text).strip(" .:")
    if bare in {"%", "‰"} or bare in SHORTHANDS:
        return True
    pieces = [piece.strip() for piece in fold(_normal(" ".join(text.split()).strip(" .:"))).split("/")]
    return all(piece and _names_unit(piece) for piece in pieces)


_FOLDED = frozenset(fold(word) for word in (*SPELLINGS, *SCALES))
_COUNTED = frozenset(fold(word) for word in COUNTERS)


def _names_unit(piece: str) -> bool:
    if piece in _COUNTED or piece in _FOLDED or piece in SHORTHANDS:
        return True
    scale, _, rest = piece.partition(" ")
    return scale in {fold(word) for word in SCALES} and (rest in _FOLDED or rest in _COUNTED)
