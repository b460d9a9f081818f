"""Figures as the sentences write them, reckoned with: opened by their hedges, in one unit, and told as an equation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from reportgen.figures import intervals
from reportgen.figures.hedges import only_bounds
from reportgen.figures.intervals import Interval, Verdict
from reportgen.proofread.mentions import PERCENT, Mention
from reportgen.quantity import Change, Quantity, Relation, parse_unit, write_number
from reportgen.quantity.counters import head

BOUNDS = frozenset({Relation.AT_LEAST, Relation.MORE, Relation.AT_MOST, Relation.LESS})


def opened(quantity: Quantity) -> Quantity | None:
    """The quantity if it is one value, which its digits and its hedge widen; None for a range, a bound, a rank."""
    return None if quantity.upper is not None or quantity.rank or only_bounds(quantity) else quantity


def level_of(quantity: Quantity) -> Quantity:
    """The quantity without its change."""
    return quantity if quantity.change is Change.NONE else replace(quantity, change=Change.NONE)


def target(quantity: Quantity) -> Quantity | None:
    """A plan as one value: `≥ 97%` is 97%; None for a range."""
    if quantity.upper is not None:
        return None
    return replace(quantity, relation=Relation.EQUAL, hedges=(), change=Change.NONE)


def whole(quantity: Quantity) -> Quantity:
    """The m of n/m."""
    assert quantity.of is not None, "asked of n/m only"
    return replace(quantity, value=quantity.of, quantum=quantity.of_quantum, of=None, number="", change=Change.NONE)


def alike(quantity: Quantity, other: Quantity) -> Quantity | None:
    """The quantity in terms of the other's unit: what it is per may go unsaid; None if the two can't be compared."""
    if quantity.unit == other.unit or not quantity.unit:
        return quantity
    if other.unit.startswith(f"{quantity.unit}/"):
        return replace(quantity, unit=other.unit)
    if quantity.unit.startswith(f"{other.unit}/") and other.unit:
        return quantity
    if same_noun(quantity.unit, other.unit):
        return replace(quantity, unit=other.unit)
    first, second = parse_unit(quantity.unit), parse_unit(other.unit)
    if first is None or second is None:
        return None
    return quantity if first.dimension == second.dimension else None


def same_noun(first: str, second: str) -> bool:
    """Whether two counted nouns may be one: `hộ` goes for `hộ nghèo`."""
    if "/" in first + second or not first or not second:
        return False
    one, other = sorted((head(first).split(), head(second).split()), key=len)
    return other[: len(one)] == one


def verdict(typed: Quantity, computed: Interval | None) -> Verdict | None:
    """How a typed claim stands to what was computed; None where the two can't be compared."""
    wide = opened(typed)
    if wide is None or computed is None:
        return None
    if wide.unit in PERCENT and computed.unit == "điểm %":
        computed = replace(computed, unit="%")
    if wide.unit == "điểm %" and computed.unit == "%":
        wide = replace(wide, unit="%")
    if computed.unit.startswith(f"{wide.unit}/") or same_noun(computed.unit, wide.unit):
        computed = replace(computed, unit=wide.unit)
    if intervals.in_unit(computed, wide.unit) is None:
        return None
    return intervals.agrees(wide, computed)


def is_wrong(typed: Quantity, *computed: Interval | None) -> bool:
    """Whether the claim is none of what it may mean; not where nothing could be computed."""
    verdicts = [verdict(typed, one) for one in computed]
    return bool(verdicts) and all(one is Verdict.WRONG for one in verdicts)


def places(quantity: Quantity) -> int:
    """How many decimals a figure was written with."""
    return len(quantity.number.partition(",")[2].split(" ")[0]) if quantity.number else 0


def amount(quantity: Quantity) -> str:
    """Number and unit as they are written."""
    number = quantity.number or write_number(quantity.value)
    unit = quantity.unit_text if quantity.number else quantity.unit
    return f"{number}{unit}" if unit[:1] in ("%", "‰") else f"{number} {unit}".strip()


def result(computed: Interval, like: Quantity) -> str:
    """What was computed, in the unit and to the decimals of the figure that should say it, one more if it has none."""
    unit = like.unit_text if like.number else like.unit
    scale = parse_unit(unit) if unit else None
    base = parse_unit(computed.unit)
    value = abs(computed.nominal) if like.change is not Change.NONE else computed.nominal
    percent = computed.unit in ("%", "điểm %") or like.unit in PERCENT
    if not percent and scale is not None and base is not None and like.unit != "lần":
        value = value * base.factor / scale.factor
    if percent and like.unit == "‰":
        value *= 10
    decimals = max(places(like), 1)
    if like.exact and value % 1 == 0:
        decimals = 0
    text = write_number(value, decimals)
    text = text.rstrip("0").rstrip(",") if "," in text else text
    sign = "giảm " if like.change is not Change.NONE and computed.nominal < 0 and like.change is not Change.DOWN else ""
    sign = "tăng " if like.change is Change.DOWN and computed.nominal > 0 else sign
    return f"{sign}{text}{unit}" if unit[:1] in ("%", "‰") else f"{sign}{text} {unit}".strip()


SLIPS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "swapped": ("Có lẽ hai chữ số đổi chỗ. ", "Two digits were probably exchanged. "),
        "comma": ("Có lẽ dấu phẩy lệch chỗ. ", "The comma probably slipped. "),
        "digit": ("Có lẽ gõ nhầm một chữ số. ", "One digit was probably mistyped. "),
        "base": (
            "Có lẽ tính trên số của năm trước hoặc của kế hoạch khác. ",
            "Probably reckoned on last year's value, or on another plan's. ",
        ),
        "whole": ("Có lẽ ghi tỷ lệ so với ở chỗ của mức tăng. ", "The ratio probably stands for the growth. "),
    }
)
"""Likely slip → how it is told, in Vietnamese and English."""


def slip(typed: Quantity, right: Interval) -> str:
    """The likely slip, a key of `SLIPS`; "" where none shows."""
    value = abs(right.nominal)
    written = Fraction(typed.value)
    if (
        typed.unit in PERCENT
        and typed.change in {Change.UP, Change.DOWN, Change.BEYOND}
        and _near(written, value + 100, typed)
    ):
        return "whole"
    if not written or not value:
        return ""
    shown, wanted = _digits(written, typed), _digits(value, typed)
    if len(shown) == len(wanted):
        apart = [place for place, (one, other) in enumerate(zip(shown, wanted, strict=True)) if one != other]
        if len(apart) == 2 and sorted(shown) == sorted(wanted):
            return "swapped"
        if len(apart) == 1 and len(shown) > 2:
            return "digit"
    if any(_near(written * power, value, typed) or _near(written, value * power, typed) for power in (10, 100, 1000)):
        return "comma"
    return ""


def _near(first: Fraction, second: Fraction, typed: Quantity) -> bool:
    return abs(first - second) <= Fraction(typed.quantum or Decimal(1))


def _digits(value: Fraction, typed: Quantity) -> str:
    step = Fraction(typed.quantum) or Fraction(1)
    return str(round(value / step))


def told(mention: Mention) -> str:
    """A figure as it is quoted in a message."""
    quantity = mention.quantity
    change = f"{quantity.change.value} " if quantity.change is not Change.NONE else ""
    hedge = f"{quantity.hedge} " if quantity.hedge and quantity.hedge not in ("ước", "lũy kế") else ""
    return f"{change}{hedge}{amount(quantity)}"
