"""Units that cannot be: an output in tấn/ha, sixty tấn of rice from a hectare; jumps by powers of ten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from reportgen.proofread.broken import Broken
from reportgen.proofread.finding import Kind
from reportgen.proofread.mentions import Mention, Part
from reportgen.proofread.reckoning import amount
from reportgen.quantity import Quantity, parse_unit

_NAMES = re.compile(r"(?<!\w)(?:sản lượng|năng suất|diện tích)(?!\w)")
FORBIDDEN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "sản lượng": frozenset({"kg/m²", "m²"}),
        "năng suất": frozenset({"m²"}),
        "diện tích": frozenset({"kg", "kg/m²", "m"}),
    }
)
"""What is told → the measures that it never has."""
_CROPS = re.compile(r"(?<!\w)(lúa|thóc|ngô|lạc|đậu tương|đỗ tương|lương thực)(?!\w)")
YIELDS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "lúa": (5, 130), "thóc": (5, 130), "lương thực": (5, 150), "ngô": (5, 150), "lạc": (3, 80),
        "đậu tương": (3, 60), "đỗ tương": (3, 60),
    }
)  # fmt: skip
"""Crop → the least and the most tạ that a hectare has ever given: wider than any year of the statistics."""
_PER_HECTARE = Fraction(100, 10_000)
"""A tạ/ha in kg/m²."""


def impossible(found: Sequence[Mention]) -> Iterator[Broken]:
    """Levels in units that what they are of never has."""
    for mention in found:
        if mention.part is not Part.LEVEL:
            continue
        names = _NAMES.findall(mention.lead)
        unit = parse_unit(mention.quantity.unit)
        if unit is None or not names:
            continue
        if unit.name in FORBIDDEN[names[-1]]:
            yield Broken(Kind.UNIT, mention, f"{names[-1]}: {amount(mention.quantity)}")
        elif unit.name == "kg" and names[-1] == "năng suất" and _CROPS.search(mention.lead):
            yield Broken(Kind.UNIT, mention, f"năng suất: {amount(mention.quantity)}")
        elif unit.name == "kg/m²" and names[-1] == "năng suất":
            yield from _beyond_belief(mention, unit.factor)


def _beyond_belief(mention: Mention, factor: Fraction) -> Iterator[Broken]:
    crops = _CROPS.findall(mention.lead)
    if not crops:
        return
    low, high = YIELDS[crops[-1]]
    tonnes = Fraction(mention.quantity.value) * factor / _PER_HECTARE
    if tonnes and not low <= tonnes <= high:
        yield Broken(Kind.UNIT, mention, f"năng suất {crops[-1]}: {amount(mention.quantity)}")


NEAR_TEN = (Fraction(15, 2), Fraction(27, 2))
NEAR_GREATER = (Fraction(2, 5), Fraction(5, 2))
"""As in the checks of inputs: tenfold give or take a third; around a hundred- or thousandfold nothing real lies."""
POWERS = (100, 1000, 10**6)
SMALL = 30
"""Counts below are too small for a scale."""


def power_of_ten(first: Quantity, second: Quantity) -> int:
    """10, 100 … where one value is about so many times the other; 0 otherwise."""
    if first.value <= 0 or second.value <= 0 or first.unit != second.unit:
        return 0
    if first.exact and second.exact and min(first.value, second.value) < SMALL:
        return 0
    times = Fraction(first.value) / Fraction(second.value)
    times = max(times, 1 / times)
    if NEAR_TEN[0] <= times <= NEAR_TEN[1]:
        return 10
    return next((power for power in POWERS if NEAR_GREATER[0] <= times / power <= NEAR_GREATER[1]), 0)


_YEARLY = re.compile(r"(?:năm )?(?P<year>20\d\d)\s*(?:là|đạt|có|:|\()?\s*(?:khoảng |ước )?$")
FEWEST_YEARS = 3


def jumps(found: Sequence[Mention]) -> Iterator[Broken]:
    """A value of a row of years that is a power of ten away from its neighbours, all on one side."""
    row = [one for one in found if one.quantity.unit and _YEARLY.search(one.lead) and one.quantity.of is None]
    if len(row) < FEWEST_YEARS or len({one.quantity.unit for one in row}) != 1:
        return
    for place, mention in enumerate(row):
        others = [*row[max(place - 1, 0) : place], *row[place + 1 : place + 2]]
        if len(others) < 2:
            others = row[1:3] if place == 0 else row[-3:-1]
        powers = [power_of_ten(mention.quantity, other.quantity) for other in others]
        sides = {mention.quantity.value > other.quantity.value for other in others}
        if all(powers) and len(sides) == 1:
            yield Broken(Kind.JUMP, mention, f"{amount(mention.quantity)}, {amount(others[0].quantity)}", tuple(others))
