"""A stored number as its cell shows it, by the number format of spreadsheets (ECMA-376 part 1, 18.8.31).

    41.795 with `#,##0.0` -> 41,8        0.9646 with `0.00%` -> 96,46%        0 with `#,##0;-#,##0;"-"` -> -

Decimals are written with a comma, thousands with dots, as in Vietnamese, whatever the machine that wrote the file.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

GENERAL_DIGITS = 10
"""Significant digits that a cell without a format shows."""
LONGEST = 400
CONTEXT = Context(prec=60)
"""Room for every number that a cell can hold."""

_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.'
    r"|(?P<digits>[0#?](?:[0#?,. ]*[0#?.])?)|(?P<scale>,+)|(?P<percent>%)|(?P<other>.)",
    re.DOTALL,
)
_QUOTED = re.compile(r'"[^"]*"?|\\.|\[[^\]]*\]')
_EXPONENT = re.compile(r"[0#?][Ee][+-]")


class _Section(NamedTuple):
    """A format's part for positive, negative numbers or zero."""

    before: str
    after: str
    least: int
    most: int
    grouped: bool
    percent: bool
    thousands: int
    """How many times the number is divided by 1000."""
    numeral: bool
    """Whether it shows the number at all."""
    noughts: int = 1
    """Digits before the comma that it shows at least."""
    general: bool = False


def shown(value: Decimal, pattern: str) -> tuple[str, Decimal]:
    """What the cell shows, and the number in that scale."""
    sections = _sections(pattern[:LONGEST])
    negative, zero = value < 0, value == 0
    if zero and len(sections) > 2:
        section, signed = sections[2], False
    elif negative and len(sections) > 1:
        section, signed = sections[1], False
    else:
        section, signed = sections[0], negative
    scaled = CONTEXT.multiply(value, Decimal(100)) if section.percent else value
    scaled = scaled.scaleb(-3 * section.thousands, CONTEXT) if section.thousands else scaled
    if not section.numeral:
        return " ".join((section.before + section.after).split()), scaled
    digits = general(abs(scaled)) if section.general else _digits(abs(scaled), section)
    sign = "-" if signed and any(letter in "123456789" for letter in digits) else ""
    if not section.before and not section.after:
        return f"{sign}{digits}{'%' if section.percent else ''}", scaled
    text = f"{section.before}{sign}{digits}{section.after}{'%' if section.percent else ''}"
    return " ".join(text.split()), scaled


def general(value: Decimal) -> str:
    """A number in no format."""
    if value == value.to_integral_value():
        return f"{value.to_integral_value():f}"
    whole = len(f"{int(abs(value))}")
    rounded = value.quantize(Decimal(1).scaleb(-max(GENERAL_DIGITS - whole, 0)), ROUND_HALF_UP, CONTEXT)
    return f"{rounded:f}".rstrip("0").rstrip(".").replace(".", ",")


def _digits(value: Decimal, section: _Section) -> str:
    quantum = Decimal(1).scaleb(-section.most)
    # A place that only `#` or `?` stand for shows no nought.
    whole, _, rest = f"{value.quantize(quantum, ROUND_HALF_UP, CONTEXT):f}".partition(".")
    while len(rest) > section.least and rest.endswith("0"):
        rest = rest[:-1]
    if whole == "0" and not rest and not section.noughts:
        return ""
    whole = whole.rjust(section.noughts, "0")
    if section.grouped:
        head = len(whole) % 3 or 3
        whole = ".".join((whole[:head], *(whole[place : place + 3] for place in range(head, len(whole), 3))))
    return f"{whole},{rest}" if rest else whole


@lru_cache(maxsize=256)
def _sections(pattern: str) -> tuple[_Section, ...]:
    parts, current, quoted = [], "", False
    for letter in pattern:
        quoted ^= letter == '"'
        if letter == ";" and not quoted:
            parts.append(current)
            current = ""
        else:
            current += letter
    return tuple(map(_section, [*parts, current][:3]))


def _section(pattern: str) -> _Section:
    before, after, digits, percent, thousands = "", "", "", False, 0
    bare = _QUOTED.sub("", pattern)
    if "general" in bare.lower() or _EXPONENT.search(bare) or "/" in bare or pattern.strip() in {"", "@"}:
        return _Section("", "", 0, 0, grouped=False, percent=False, thousands=0, numeral=True, general=True)
    for found in _PIECE.finditer(pattern):
        literal = found["quoted"] or found["escaped"] or found["currency"] or found["other"] or ""
        if found["digits"]:
            digits += found["digits"]
        elif found["scale"]:
            thousands += len(found["scale"]) if digits else 0
        elif found["percent"]:
            percent = True
        elif digits:
            after += literal
        else:
            before += literal
    whole, _, rest = digits.partition(".")
    rest = rest.replace(",", "").replace(".", "").replace(" ", "")
    return _Section(
        before,
        after,
        rest.count("0"),
        len(rest),
        grouped="," in whole or " " in whole,
        percent=percent,
        thousands=thousands,
        numeral=bool(digits),
        noughts=whole.count("0"),
    )
