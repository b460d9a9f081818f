"""One written numeral to an exact decimal, in Vietnamese notation: dot for thousands, comma for decimals.

In: the numeral alone (ASCII digits, dots, commas). Out: a `Numeral`, or a `Broken` that says how it is broken and how
it was probably meant.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import NamedTuple

LONGEST = 32
"""Characters of the longest numeral that is read. The State's whole budget in đồng has 20."""

EXACT = Context(prec=400)
"""Arithmetic that never rounds: 32 digits, times scales of 10^12 and per 10^6, stay far below 400 digits."""


def is_whole(value: Decimal) -> bool:
    """Whether it has no decimals, however many digits it has: `%` gives up beyond the 28 of Python's own context."""
    return value == value.to_integral_value()


class Numeral(NamedTuple):
    """A numeral that reads. `decimals` counts the digits behind the comma, `groups` the dots."""

    value: Decimal
    decimals: int
    groups: int
    ungrouped: bool
    """A whole part of 1000 or more that was written without dots."""


class Broken(NamedTuple):
    """A numeral that does not read: the code of the flaw, and the likely reading or nothing."""

    code: str
    likely: str


_READABLE = re.compile(r"(?P<whole>[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,(?P<rest>[0-9]+))?")

_SWAP = str.maketrans(".,", ",.")


def group(digits: str) -> str:
    """Digits with a dot before every third from the right: `28936` → `28.936`. Leading zeros of `06` stay."""
    if len(digits) <= 3:
        return digits
    return f"{int(digits):,}".replace(",", ".") if len(digits) <= LONGEST else digits


def _swapped(text: str) -> str:
    return text.translate(_SWAP)


def _with_comma(text: str) -> str:
    whole, _, rest = text.rpartition(".")
    return f"{group(whole)},{rest}"


def _regrouped(text: str) -> str:
    whole, comma, rest = text.partition(",")
    digits = whole.replace(".", "")
    if comma and not rest.isdigit():
        return ""
    return group(digits.lstrip("0") or "0") + comma + rest


_BROKEN = (
    (re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+"), "Q304", _swapped),
    (re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}"), "Q307", _swapped),
    (re.compile(r"[0-9]+\.[0-9]{1,2}|0\.[0-9]+"), "Q303", _with_comma),
    (re.compile(r"[0-9]{1,3}\.[0-9]{4,}|[0-9]{4,}\.[0-9]{3,}"), "Q306", _with_comma),
)
"""Form → code, how it was probably meant. What no form fits is badly grouped (Q306) or beyond reading (Q323)."""


def read_numeral(text: str) -> Numeral | Broken:
    """The value of a numeral without sign; `Broken` where it is not Vietnamese notation."""
    if len(text) > LONGEST:
        return Broken("Q310", "")
    found = _READABLE.fullmatch(text)
    if found is None:
        for form, code, meant in _BROKEN:
            if form.fullmatch(text):
                return Broken(code, meant(text))
        likely = _regrouped(text)
        return Broken("Q306" if likely else "Q323", likely)
    whole, rest = found["whole"], found["rest"] or ""
    digits = whole.replace(".", "")
    value = Decimal(f"{digits}.{rest}") if rest else Decimal(digits)
    groups = whole.count(".")
    return Numeral(value, len(rest), groups, groups == 0 and len(digits) > 3 and not digits.startswith("0"))


def plain(value: Decimal) -> str:
    """The value as a plain decimal string: no exponent, no zeros behind that say nothing."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
