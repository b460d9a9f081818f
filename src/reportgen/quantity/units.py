"""Units of measure and their algebra.

A unit is a factor times a product of bases with exponents: `triệu đồng/người/năm` is 10^6 · đồng · người⁻¹ · năm⁻¹.
What can be converted into what, and what area × yield gives, follows from that alone. Names are canonical: `m²` for
`m2`, `đồng` for `đ` and `VNĐ`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from reportgen.quantity.counters import COUNTERS, head
from reportgen.quantity.tokens import fold, nfc

Dimension = tuple[tuple[str, int], ...]

KNOWN_UNITS = 1024
"""How many units are remembered: a file has few, and each is asked for many times."""


class Unit(NamedTuple):
    """`factor` in the bases of `dimension` (sorted, no zero exponents). A pure number has no dimension."""

    factor: Fraction
    dimension: Dimension

    @property
    def name(self) -> str:
        """The bases written out, numerators first: `kg/ha`. `parse_unit` reads it back, with factor 1."""
        above = [base for base, power in self.dimension for _ in range(power)]
        below = [base for base, power in self.dimension for _ in range(-power)]
        return "/".join(["·".join(above) or "1", *below]) if below else "·".join(above)


SCALES: Mapping[str, Decimal] = MappingProxyType(
    {
        "tỷ": Decimal(10) ** 9,
        "triệu": Decimal(10) ** 6,
        "vạn": Decimal(10) ** 4,
        "nghìn": Decimal(10) ** 3,
        "ngàn": Decimal(10) ** 3,
    }
)
"""Words that multiply: of money, and of any counted noun (`1,5 triệu lượt khách`)."""

SHORTHANDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("trđ", "tr.đ", "trđồng", "tr.đồng"), "triệu đồng"),
        **dict.fromkeys(("ngđ", "ng.đ", "nghđ"), "nghìn đồng"),
        "tỷđ": "tỷ đồng",
        "tr": "triệu",
        "đ/c": "đồng chí",
    }
)
"""Folded shorthand of offices → what it stands for: a scale, a scale of money, or a counted noun."""

_SPELLINGS: Mapping[str, str] = {
    **dict.fromkeys(("đồng", "đ", "vnđ", "vnd"), "đồng"),
    **dict.fromkeys(("usd", "đô la mỹ"), "USD"),
    **dict.fromkeys(("%", "phần trăm"), "%"),
    "‰": "‰",
    **dict.fromkeys(("điểm %", "điểm phần trăm"), "điểm %"),
    "lần": "lần",
    **dict.fromkeys(("ha", "héc ta", "hecta"), "ha"),
    **dict.fromkeys(("m²", "m2", "mét vuông"), "m²"),
    **dict.fromkeys(("km²", "km2"), "km²"),
    **dict.fromkeys(("m³", "m3", "mét khối"), "m³"),
    **{name: name for name in ("tấn", "tạ", "yến", "kg", "km", "cm", "mm", "kwh", "lít", "sào", "thước")},
    **{name.lower(): name for name in ("kVA", "MVA", "kV", "kW", "MW", "kWp")},
    **dict.fromkeys(("độ c", "° c"), "độ C"),
    **dict.fromkeys(("m", "mét"), "m"),
    **{name: name for name in ("năm", "tháng", "quý", "tuần", "ngày", "giờ", "phút", "điểm")},
}  # fmt: skip

SPELLINGS: Mapping[str, str] = MappingProxyType({fold(written): name for written, name in _SPELLINGS.items()})
"""Folded spelling → canonical name of every unit that is not a counted noun."""

_MEASURES: Mapping[str, tuple[Fraction, str]] = MappingProxyType(
    {
        "%": (Fraction(1, 100), ""),
        "‰": (Fraction(1, 1000), ""),
        "lần": (Fraction(1), ""),
        "tấn": (Fraction(1000), "kg"),
        "tạ": (Fraction(100), "kg"),
        "yến": (Fraction(10), "kg"),
        "kg": (Fraction(1), "kg"),
        "ha": (Fraction(10_000), "m²"),
        "km²": (Fraction(1_000_000), "m²"),
        "m²": (Fraction(1), "m²"),
        "km": (Fraction(1000), "m"),
        "m": (Fraction(1), "m"),
        "cm": (Fraction(1, 100), "m"),
        "mm": (Fraction(1, 1000), "m"),
        "MVA": (Fraction(1000), "kVA"),
        "MW": (Fraction(1000), "kW"),
        "mẫu": (Fraction(150), "thước"),
        "sào": (Fraction(15), "thước"),
        "thước": (Fraction(1), "thước"),
        "m³": (Fraction(1000), "lít"),
        "năm": (Fraction(1), "năm"),
        "quý": (Fraction(1, 4), "năm"),
        "tháng": (Fraction(1, 12), "năm"),
        "tuần": (Fraction(7 * 24 * 60), "phút"),
        "ngày": (Fraction(24 * 60), "phút"),
        "giờ": (Fraction(60), "phút"),
        "người": (Fraction(1), "người"),
        "dân": (Fraction(1), "người"),
        "người dân": (Fraction(1), "người"),
        "đầu người": (Fraction(1), "người"),
        "nhân khẩu": (Fraction(1), "người"),
        "khẩu": (Fraction(1), "người"),
    }
)
"""Name → factor and base ("" for a pure number). Any other name is its own base. A sào is not the same
everywhere in m², but it is fifteen thước."""

PHYSICAL: frozenset[str] = frozenset(
    ("đồng", "USD", "%", "‰", "điểm %", "ha", "m²", "km²", "m³", "tấn", "tạ", "yến", "kg", "km", "m", "lít")
)
"""Units that never name what another unit is of: two of them in a row are one too many."""

DURATIONS: frozenset[str] = frozenset(("năm", "tháng", "quý", "tuần", "ngày", "giờ", "phút"))

MEASURED: frozenset[str] = frozenset(SPELLINGS.values()) - DURATIONS - {"đồng", "điểm"}
"""Units of which a whole number stands for a rounded one: `25 ha` is anything from 24,5 to 25,5."""


@lru_cache(maxsize=KNOWN_UNITS)
def parse_unit(text: str) -> Unit | None:
    """The unit that a text names, scales included; a counted noun is its own base; None for a broken one."""
    whole = nfc(text)
    above, *below = (part.strip() for part in SHORTHANDS.get(fold(whole), whole).replace("·", " · ").split("/"))
    if len(below) > 6 or not all(below):
        return None
    unit = _product(_atom(part.strip()) for part in above.split("·"))
    for part in below:
        unit = divide(unit, _atom(part))
    return unit


def _product(units: Iterable[Unit]) -> Unit:
    result = NUMBER
    for unit in units:
        result = multiply(result, unit)
    return result


def _atom(text: str) -> Unit:
    """`10.000 dân`, `triệu đồng`, `m2`, `hộ nghèo`: a number, scales and a name, each optional."""
    words = " ".join(SHORTHANDS.get(word, word) for word in fold(text).split()).split()
    factor = Fraction(1)
    while words and (words[0] in SCALES or words[0].replace(".", "").isdecimal()):
        word = words.pop(0)
        factor *= Fraction(SCALES[word]) if word in SCALES else int(word.replace(".", "")[:30])
    name = " ".join(words) or ("đồng" if factor != 1 and not text[:1].isdigit() else "")
    name = SPELLINGS.get(name, head(name))
    size, base = _MEASURES.get(name, (Fraction(1), name))
    return Unit(factor * size, ((base, 1),) if base and base != "1" else ())


NUMBER = Unit(Fraction(1), ())
"""The unit of a pure number."""


def multiply(a: Unit, b: Unit) -> Unit:
    """The unit of a product; equal bases above and below cancel."""
    powers = dict(a.dimension)
    for base, power in b.dimension:
        powers[base] = powers.get(base, 0) + power
    return Unit(a.factor * b.factor, tuple(sorted((base, power) for base, power in powers.items() if power)))


def divide(a: Unit, b: Unit) -> Unit:
    """The unit of a quotient."""
    return multiply(a, Unit(1 / b.factor, tuple((base, -power) for base, power in b.dimension)))


def same_dimension(a: str, b: str) -> bool:
    """Whether values in these units can be compared."""
    first, second = parse_unit(a), parse_unit(b)
    return first is not None and second is not None and first.dimension == second.dimension


def convert(value: Decimal | Fraction, source: str, target: str) -> Fraction | None:
    """The value in another unit, exactly; None where the units measure different things."""
    first, second = parse_unit(source), parse_unit(target)
    if first is None or second is None or first.dimension != second.dimension:
        return None
    return Fraction(value) * first.factor / second.factor


assert not set(SPELLINGS.values()) & set(SCALES), "a word scales or names a unit, never both"
assert all(fold(name) in COUNTERS or name in SPELLINGS.values() for name in _MEASURES), "a measure that nothing reads"
