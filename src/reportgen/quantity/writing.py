"""Quantities to text: canonical Vietnamese, and plain JSON.

`write_quantity` is the inverse of `read_quantity`: what it writes reads as the same quantity. Between number and unit
stands a no-break space; before % and ‰ nothing.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from reportgen.quantity.numerals import EXACT, group, plain
from reportgen.quantity.tokens import fold
from reportgen.quantity.units import SCALES, SHORTHANDS, SPELLINGS
from reportgen.quantity.value import Quantity
from reportgen.quantity.words import AFTER, BEFORE, DASHES, SIGN_OF, Change, Relation, Role

NO_BREAK = "\u00a0"

_BARE_SCALE = re.compile(rf"^(?:{'|'.join(SCALES)})(?:{NO_BREAK}(?:{'|'.join(SCALES)}))*(?=/|$)")
"""The unit of a sum of money in which nobody wrote the đồng: `86,5 tỷ`."""
_PIECE = re.compile(r"(?P<number>[0-9][0-9.,]*)|(?P<word>[^\W\d_]\w*)|(?P<mark>\S)")
_SLASH = re.compile(r"\s*/\s*")
_RESPELT = {
    **{word: word for word in SCALES},
    **{fold(word): name for word, name in SPELLINGS.items() if " " not in word + name and word != "mét"},
    "ngàn": "nghìn",
}
"""Folded word → canonical spelling. `mét` stays: it may be the first half of `mét vuông`."""

_LATE = frozenset(word.name for word in AFTER.values())
_EARLY = frozenset(word.name for word in BEFORE.values() if word.role is Role.EARLY_HEDGE)

_RELATIONS = {word.name: word.relation for word in (*BEFORE.values(), *AFTER.values()) if word.relation}
"""Hedge → the bound that it sets."""


def write_number(value: Decimal | Fraction, decimals: int | None = None) -> str:
    """The value with dots for thousands and a comma: `28.936`, `41,795`.

    With `decimals`, rounded half away from zero to so many digits behind the comma, all written.
    """
    exact = Fraction(value)
    if decimals is None:
        text = plain(value if isinstance(value, Decimal) else _decimal(value))
    else:
        units = abs(exact) * 10**decimals
        digits = str(int(units + Fraction(1, 2))).rjust(decimals + 1, "0")
        sign = "-" if exact < 0 and digits.strip("0") else ""
        text = sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)
    sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, _, rest = text.partition(".")
    return sign + _grouped(whole) + (f",{rest}" if rest else "")


def _decimal(value: Fraction) -> Decimal:
    return EXACT.divide(Decimal(value.numerator), Decimal(value.denominator)).quantize(
        Decimal(1).scaleb(-6), rounding=ROUND_HALF_UP, context=EXACT
    )


def _grouped(digits: str) -> str:
    head = len(digits) % 3 or 3
    return ".".join((digits[:head], *(digits[place : place + 3] for place in range(head, len(digits), 3))))


def write_quantity(quantity: Quantity) -> str:
    """The quantity in canonical writing; digits as they were written, but grouped."""
    early = [hedge for hedge in quantity.hedges if hedge in _EARLY]
    late = [hedge for hedge in quantity.hedges if hedge not in _EARLY and hedge not in _LATE]
    behind = [hedge for hedge in quantity.hedges if hedge in _LATE]
    words = [
        *early,
        quantity.change.value,
        *late,
        _sign(quantity),
        "thứ" if quantity.rank else "",
        "từ" if behind else "",
        _amount(quantity),
        *behind,
        quantity.against,
        quantity.as_of,
        f"({write_quantity(quantity.beside)})" if quantity.beside else "",
    ]
    return " ".join(word for word in words if word)


def _sign(quantity: Quantity) -> str:
    """The sign of the bound, unless the last hedge says it."""
    said = [_RELATIONS[hedge] for hedge in quantity.hedges if hedge in _RELATIONS]
    return "" if said and said[-1] is quantity.relation else SIGN_OF.get(quantity.relation, "")


def _amount(quantity: Quantity) -> str:
    number = canonical_number(quantity.number or write_number(quantity.value))
    unit = written_unit(quantity)
    if not unit:
        return number
    return number + ("" if unit[0] in "%‰" else NO_BREAK) + unit


def written_unit(quantity: Quantity) -> str:
    """The unit as it is printed, money with its đồng."""
    unit = canonical_unit(quantity.unit_text if quantity.number else quantity.unit)
    return _BARE_SCALE.sub(rf"\g<0>{NO_BREAK}đồng", unit) if quantity.unit.startswith("đồng") else unit


def canonical_number(written: str) -> str:
    """A written number with grouped digits and even spacing: `5 tỉ 137` → `5 tỷ 137`, `10-15` → `10 - 15`."""
    result = ""
    for piece in _PIECE.finditer(written):
        text = _digits(piece.group()) if piece.group()[0].isdigit() else _respelt(piece.group())
        joined = not result or "/" in (text[0], result[-1]) or (result[-1] in DASHES and piece.start() == 1)
        joined = joined or (text[0] in "%‰" and result[-1].isdigit())
        result += text if joined else NO_BREAK + text
    return result


def _digits(text: str) -> str:
    whole, comma, rest = text.partition(",")
    return group(whole) + comma + rest if whole.isdigit() and whole[0] != "0" else text


def canonical_unit(written: str) -> str:
    """A written unit in canonical spelling, the noun behind it as it stands: `triệu đ / người` → `triệu đồng/người`."""
    words = " ".join(map(_spelt_out, _SLASH.sub("/", written).split())).split()
    scales = next((place for place, word in enumerate(words) if fold(word) not in SCALES), len(words))
    unit = ["/".join(map(_respelt, word.split("/"))) for word in words[: scales + 1]]
    return NO_BREAK.join((*unit, *words[scales + 1 :]))


def _spelt_out(word: str) -> str:
    """A word with its shorthand in full: `trđ/ha` → `triệu đồng/ha`."""
    whole = SHORTHANDS.get(fold(word))
    return whole or "/".join(SHORTHANDS.get(fold(part), part) for part in word.split("/"))


def _respelt(word: str) -> str:
    return _RESPELT.get(fold(word), word)


def as_json(quantity: Quantity) -> dict[str, object]:
    """The quantity for machines. Numbers are plain decimal strings in `unit`; null is an open or an absent bound."""
    fields: dict[str, object] = {
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
        "value": plain(quantity.value),
        "unit": quantity.unit,
        "low": _plain(quantity.low),
        "high": _plain(quantity.high),
        "hedge": quantity.hedge or quantity.as_of,
        "of": _plain(quantity.of),
        "upper": _plain(quantity.upper),
        "relation": quantity.relation.value,
        "change": quantity.change.value,
        "exact": quantity.exact,
        "as_of": quantity.as_of,
        "against": quantity.against,
        "rank": quantity.rank,
        "noun": quantity.noun,
    }
    if quantity.beside is not None:
        fields["beside"] = as_json(quantity.beside)
    return fields


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


assert Change.NONE.value == "" and Relation.EQUAL not in SIGN_OF
