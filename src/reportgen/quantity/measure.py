"""The unit behind a numeral: scale, name, what it is per. In: tokens and a place. Out: a `Measure`, or None.

Fields of the input may count anything; running text only what the tables know.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from reportgen.quantity.counters import COUNTERS
from reportgen.quantity.numerals import EXACT, Numeral, read_numeral
from reportgen.quantity.tokens import Gap, Kind, Token, phrase_at, tokenize
from reportgen.quantity.units import DURATIONS, PHYSICAL, SCALES, SHORTHANDS, SPELLINGS

NAMES = {**COUNTERS, **SPELLINGS}
"""Every unit that is known, folded → canonical; where both know a word (lần, điểm), it measures."""

SHORT = {" ".join(token.key for token in tokenize(short)): long for short, long in SHORTHANDS.items()}
"""Shorthand as its tokens' keys → what it stands for."""

_PER_NUMBERS = frozenset(Decimal(10) ** power for power in range(2, 7))
"""`giường bệnh/10.000 dân`: a rate is per a power of ten; any other number behind a slash is the m of n/m."""

ONE = Decimal(1)
_PER_LIMIT = 4
_NOUN_LIMIT = 5
"""Words between a measure and what it is per: `tấn rác thải/ngày`."""

_PER_BEHIND_NOUN = DURATIONS | {"người", "hộ", "ha"}
"""What a measure of something may be per behind that thing."""

_NOT_PER = frozenset(("tổng", "số", "trên", "so", "trong", "và", "hoặc", "kế", "c"))
"""Words that open something else behind a slash: `25 hộ/tổng số 30 hộ`."""

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
    scale, short, after = _short(tokens, index)
    name = phrase_at(tokens, after, NAMES) if not short and (after == index or _joined(tokens, after)) else None
    known, after_name = (name.value, name.at) if name else (short, after)
    scaled = scale != ONE
    if not known:
        per, stop = _per(tokens, after, "", every=True) if scaled else ("", after)
        return Measure(scale, f"đồng{per}" if per else "", stop, scaled=True) if scaled else None
    per, stop = _per(tokens, after_name, known, every=scaled or known in PHYSICAL)
    if not per and known in PHYSICAL:
        per, stop = _per_behind_noun(tokens, after_name)
    return Measure(scale, known + per, stop, scaled=scaled)


def _short(tokens: Sequence[Token], index: int) -> tuple[Decimal, str, int]:
    """The scale that is written there, in full or short, the name that a shorthand includes, the token after them."""
    short = phrase_at(tokens, index, SHORT)
    if short is None:
        scale, stop = _scales(tokens, index)
        return scale, "", stop
    words = short.value.split()
    if words[0] not in SCALES:
        return ONE, short.value, short.at
    return SCALES[words[0]], " ".join(words[1:]), short.at


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


def _per(tokens: Sequence[Token], index: int, unit: str, *, every: bool) -> tuple[str, int]:
    """What the unit is per: `/người/năm`, `/10.000 dân`, `/6 tháng`; "" if nothing. `every` noun behind a slash counts
    for money and measures (`đồng/phần`)."""
    per = ""
    for _ in range(_PER_LIMIT):
        if index + 1 >= len(tokens) or tokens[index].key != "/":
            break
        number, place = _per_number(tokens, index + 1)
        name = phrase_at(tokens, place, NAMES)
        if name is None and every and not number and _noun_at(tokens, place):
            per, index = f"{per}/{tokens[place].key}", place + 1
            continue
        if name is None or tokens[place].gap > Gap.SPACE or (number and name.value == unit):
            break
        per += f"/{number}{name.value}"
        index = name.at
    return per, index


def _noun_at(tokens: Sequence[Token], index: int) -> bool:
    """Whether a plain word joined to the slash stands there."""
    token = tokens[index]
    return token.kind is Kind.WORD and token.gap is Gap.NONE and token.text.islower() and token.key not in _NOT_PER


def _per_behind_noun(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """What a measure is per where the thing measured stands between: `12,5 tấn rác/ngày`; "" if nothing."""
    for place in range(index, min(index + _NOUN_LIMIT, len(tokens))):
        if tokens[place].kind is not Kind.WORD or tokens[place].gap is not Gap.SPACE or tokens[place].key in PHYSICAL:
            break
        if place + 2 < len(tokens) and tokens[place + 1].key == "/":
            name = phrase_at(tokens, place + 2, NAMES)
            return (f"/{name.value}", name.at) if name and name.value in _PER_BEHIND_NOUN else ("", index)
    return "", index


def _per_number(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """The number that stands before the name: a power of ten, in digits or as a scale, or that of a duration."""
    token = tokens[index]
    if index + 1 >= len(tokens):
        return "", index
    if token.key in SCALES and token.gap is Gap.NONE:
        return f"{SCALES[token.key]:,f} ".replace(",", "."), index + 1
    numeral = read_numeral(token.text) if token.kind is Kind.NUMBER else None
    if not isinstance(numeral, Numeral):
        return "", index
    name = phrase_at(tokens, index + 1, NAMES)
    lasting = name is not None and name.value in DURATIONS and numeral.value > 1
    if numeral.value in _PER_NUMBERS or lasting:
        return f"{numeral.value:,f} ".replace(",", "."), index + 1
    return "", index
