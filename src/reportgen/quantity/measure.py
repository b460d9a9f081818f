"""The unit behind a numeral: scale, name, what it is per. In: tokens and a place. Out: a `Measure`, or None.

Fields of the input may count anything; running text only what the tables know.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from reportgen.quantity.counters import COUNTERS
from reportgen.quantity.numerals import EXACT, Numeral, read_numeral
from reportgen.quantity.tokens import Gap, Kind, Token, phrase_at
from reportgen.quantity.units import PHYSICAL, SCALES, SPELLINGS

NAMES = {**COUNTERS, **SPELLINGS}
"""Every unit that is known, folded → canonical; where both know a word (lần, điểm), it measures."""

_PER_NUMBERS = frozenset(Decimal(10) ** power for power in range(2, 7))
"""`giường bệnh/10.000 dân`: a rate is per a power of ten; any other number behind a slash is the m of n/m."""

ONE = Decimal(1)
_PER_LIMIT = 4

_RATIO_WORDS = frozenset(("lệ", "trọng", "suất", "số", "giá"))


class Measure(NamedTuple):
    """A unit as it stands in the text. `name` is "" where only a scale is written; `stop` is the token after it."""

    scale: Decimal
    name: str
    stop: int
    scaled: bool = False

    @property
    def physical(self) -> bool:
        """Whether it is money, a measure or a percentage, not a counted noun."""
        return self.name.partition("/")[0] in PHYSICAL or (self.scaled and not self.name)


def measure_at(tokens: Sequence[Token], index: int) -> Measure | None:
    """The known unit that starts at the token; None if there is none."""
    if index >= len(tokens) or tokens[index].gap is Gap.PARAGRAPH:
        return None
    scale, after = _scales(tokens, index)
    name = phrase_at(tokens, after, NAMES) if after == index or _joined(tokens, after) else None
    if name is None:
        return Measure(scale, "", after, scaled=True) if after > index else None
    per, stop = _per(tokens, name.at)
    return Measure(scale, name.value + per, stop, scaled=after > index)


def _joined(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].gap is not Gap.PARAGRAPH


def _scales(tokens: Sequence[Token], index: int) -> tuple[Decimal, int]:
    """The product of at most two scales (`nghìn tỷ`) and the token after them."""
    scale, stop = ONE, index
    while stop - index < 2 and _joined(tokens, stop) and tokens[stop].key in SCALES and not _ratio_word(tokens, stop):
        scale = EXACT.multiply(scale, SCALES[tokens[stop].key])
        stop += 1
    return scale, stop


def _ratio_word(tokens: Sequence[Token], index: int) -> bool:
    """`tháng 11 tỷ lệ …` speaks of a ratio, not of billions."""
    return tokens[index].key == "tỷ" and index + 1 < len(tokens) and tokens[index + 1].key in _RATIO_WORDS


def _per(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """What the unit is per: `/người/năm`, `/10.000 dân`; "" if nothing."""
    per = ""
    for _ in range(_PER_LIMIT):
        if index + 1 >= len(tokens) or tokens[index].key != "/":
            break
        number, place = _per_number(tokens, index + 1)
        name = phrase_at(tokens, place, NAMES)
        if name is None or tokens[place].gap > Gap.SPACE:
            break
        per += f"/{number}{name.value}"
        index = name.at
    return per, index


def _per_number(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    token = tokens[index]
    if token.kind is not Kind.NUMBER:
        return "", index
    numeral = read_numeral(token.text)
    if isinstance(numeral, Numeral) and numeral.value in _PER_NUMBERS and index + 1 < len(tokens):
        return f"{numeral.value:,f} ".replace(",", "."), index + 1
    return "", index
