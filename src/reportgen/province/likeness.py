"""How alike two names of indicators are: what a name says beyond its wording, what it measures, what sets two apart."""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.figures.ledger import PERCENT, Line
from reportgen.names.indicators import readable
from reportgen.quantity import Quantity, parse_unit
from reportgen.quantity.reading import is_physical
from reportgen.vietnamese.letters import fold

REMEMBERED = 16384
_LEVEL = r"(?:xa|phuong|thi tran|dac khu|huyen|quan|tinh|thanh pho|dia phuong|don vi)"
_FILLING = re.compile(
    rf"\b(?:tren dia ban(?: toan)?(?: {_LEVEL})?|(?:cua|toan|tai) {_LEVEL}|trong nam|ca nam|nam (?:19|20)\d\d"
    r"|tong so|tong|so luong|so|duoc|cac|dat|uoc)\b"
)
_BRACKETS = re.compile(r"\(([^)]*)\)")
_SIGNS = re.compile(r"[^a-z0-9]+")

APART = frozenset(
    [
        "can",
        "thoat",
        "tai",
        "moi",
        "cu",
        "khong",
        "chua",
        "giam",
        "tang",
        "nu",
        "nam",
        "chi",
        "thu",
        "xuat",
        "nhap",
        "trai",
        "hoc",
        "gia",
        "thuong",
        "ngoai",
        "trong",
        "truoc",
        "sau",
        "dau",
        "cuoi",
        "tre",
        "lon",
        "nho",
        "cong",
        "tu",
        "phat",
        "cap",
        "lai",
        "trau",
        "bo",
        "ga",
        "vit",
        "lua",
        "ngo",
        "san",
        "che",
    ]
)
"""Folded words of which one name has what the other has not: `hộ nghèo` and `hộ cận nghèo` are two things."""
RATE, COUNT, ANY = "tỷ lệ", "đếm", ""


@lru_cache(maxsize=REMEMBERED)
def gist(name: str) -> str:
    """What a name says: abbreviations in full, without accents, the place, the year and the words that only fill."""
    outside = frozenset(fold(_BRACKETS.sub(" ", name)).split())
    bare = _BRACKETS.sub(lambda found: "" if _only_unit(found[1].strip(), outside) else found[0], readable(name))
    plain = _SIGNS.sub(" ", fold(bare)).strip()
    short = " ".join(_FILLING.sub(" ", plain).split())
    return short or plain


def _only_unit(text: str, outside: frozenset[str]) -> bool:
    """Whether brackets hold a unit of measure, or only words that stand outside as well: `số hộ nghèo (hộ)`."""
    return is_physical(text) or frozenset(fold(text).split()) <= outside


def measure(quantity: Quantity | None) -> str:
    """What a quantity measures, as far as it tells two indicators apart: a rate, a count, or a dimension."""
    if quantity is None or not quantity.unit:
        return ANY
    if quantity.unit in PERCENT:
        return RATE
    unit = parse_unit(quantity.unit)
    if unit is None or ("/" not in quantity.unit and not is_physical(quantity.unit)):
        return COUNT
    return "·".join(f"{base}{power}" for base, power in unit.dimension if (base, power) != ("năm", -1))


def measure_of(line: Line) -> str:
    """What an indicator measures: its result, or last year's."""
    found = measure(line.result) or measure(line.before)
    stated = line.indicator.unit
    return found or (measure_named(str(stated)) if stated else ANY)


@lru_cache(maxsize=REMEMBERED)
def measure_named(unit: str) -> str:
    """What a unit that stands alone measures."""
    from reportgen.quantity import read_quantity

    return measure(read_quantity(f"1 {unit}").quantity)


def fits(one: str, other: str) -> bool:
    """Whether two measures may be of one indicator."""
    return one == other or ANY in (one, other)


def opposed(one: str, other: str) -> bool:
    """Whether a word stands in one gist alone that makes it another thing; so does a number."""
    apart = set(one.split()) ^ set(other.split())
    return any(word in APART or word.isdigit() for word in apart)


def likeness(one: str, other: str) -> float:
    """From 0 to 1, the order of words aside; a name within another is as like as their common words."""
    from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio

    few = min(len(one.split()), len(other.split()))
    ratio = max(token_sort_ratio(one, other), token_set_ratio(one, other) * 0.9 if few > 2 else 0)
    return float(ratio) / 100
