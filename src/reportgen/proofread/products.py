"""What is made of factors: area × yield = output, count × price = total, and the mean that both give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.figures import intervals
from reportgen.figures.intervals import Interval
from reportgen.proofread.broken import Broken
from reportgen.proofread.finding import Kind
from reportgen.proofread.mentions import Mention, Part
from reportgen.proofread.reckoning import amount, is_wrong, opened, result, slip
from reportgen.proofread.sentences import pieces
from reportgen.proofread.wholes import counted
from reportgen.quantity import Quantity, parse_unit


def products(sentence: str, found: Sequence[Mention]) -> Iterator[Broken]:
    """Area × yield = output; count × value = total; and the mean that a total and a count give."""
    for start, end in pieces(sentence):
        levels = [one for one in found if start <= one.start < end and one.part is Part.LEVEL and not one.percent]
        for place in range(len(levels) - 2):
            yield from _output(levels[place : place + 3])
        yield from _valued(levels)


_AREA_LEAD = re.compile(r"sản lượng|năng suất|tăng|giảm")


def _output(three: Sequence[Mention]) -> Iterator[Broken]:
    """Three levels in a row that are an area, a yield and an output, in any order."""
    by_unit = {_measured(one.quantity): one for one in three}
    if set(by_unit) != {"m²", "kg/m²", "kg"}:
        return
    area, per, output = by_unit["m²"], by_unit["kg/m²"], by_unit["kg"]
    if any(one.quantity.of is not None for one in three) or _AREA_LEAD.search(area.lead) or "bình quân" in output.lead:
        return
    first, second = opened(area.quantity), opened(per.quantity)
    if first is None or second is None:
        return
    computed = intervals.product(first, second)
    if is_wrong(output.quantity, computed) and computed is not None:
        equation = f"{amount(area.quantity)} × {amount(per.quantity)} = {result(computed, output.quantity)}"
        yield Broken(Kind.PRODUCT, output, equation, (area, per), slip(output.quantity, _in(computed, output.quantity)))


def _in(computed: Interval, like: Quantity) -> Interval:
    return intervals.in_unit(computed, like.unit) or computed


def _measured(quantity: Quantity) -> str:
    unit = parse_unit(quantity.unit)
    return unit.name if unit is not None else ""


_EACH = re.compile(
    r"(?<!\w)(?:mỗi|một)\s+(?P<noun>[^\d,;()]{1,40}?)\s*(?:trị giá|được|là|có trị giá|:|nhận|hỗ trợ|với mức)*\s*$"
)
_WHOLE = re.compile(r"(?<!\w)(?:tổng|trị giá|số tiền|kinh phí|với số tiền)(?!\w)")
_MEAN = re.compile(r"(?<!\w)(?:bình quân|trung bình)(?!\w)")


def _valued(levels: Sequence[Mention]) -> Iterator[Broken]:
    """One count, what one of it is worth, and the total."""
    prices = [one for one in levels if _is_price(one)]
    if len(prices) != 1:
        return
    price = prices[0]
    noun = _priced(price)
    counts = [one for one in levels if one.quantity.exact and counted(one.quantity) and _says(one.quantity.unit, noun)]
    totals = [one for one in levels if one is not price and one.quantity.unit == "đồng" and _WHOLE.search(one.lead)]
    money = [one for one in levels if one is not price and one.quantity.unit.startswith("đồng")]
    if len(counts) != 1 or len(totals) != 1 or len(money) != 1 or counts[0].quantity.of is not None:
        return
    count, total = counts[0], totals[0]
    wide = opened(replace(price.quantity, unit="đồng"))
    number, sum_ = opened(count.quantity), opened(total.quantity)
    if wide is None or number is None or sum_ is None or number.value <= 0:
        return
    if _MEAN.search(price.lead):
        percent = intervals.ratio(replace(sum_, unit=""), replace(number, unit=""))
        assert percent is not None, "the count is no nought"
        computed = Interval(percent.nominal / 100, percent.low / 100, percent.high / 100, "đồng")
        if is_wrong(replace(price.quantity, unit="đồng"), computed):
            equation = f"{amount(total.quantity)} / {amount(count.quantity)} = {result(computed, price.quantity)}"
            yield Broken(Kind.MEAN, price, equation, (total, count), slip(price.quantity, computed))
        return
    computed_total = intervals.product(replace(number, unit=""), wide)
    if is_wrong(total.quantity, computed_total) and computed_total is not None:
        equation = f"{amount(count.quantity)} × {amount(price.quantity)} = {result(computed_total, total.quantity)}"
        yield Broken(Kind.PRODUCT, total, equation, (count, price), slip(total.quantity, computed_total))


def _is_price(mention: Mention) -> bool:
    unit = mention.quantity.unit
    if mention.quantity.of is not None or not unit.startswith("đồng"):
        return False
    return unit.count("/") == 1 or (unit == "đồng" and _EACH.search(mention.lead) is not None)


def _priced(price: Mention) -> str:
    """The noun of which one has the price."""
    per = price.quantity.unit.partition("/")[2]
    each = _EACH.search(price.lead)
    return per or (each["noun"].strip() if each else "")


def _says(unit: str, noun: str) -> bool:
    """Whether a counted noun is the one that is priced: `suất quà` is a `suất`."""
    first, second = unit.split(), noun.split()
    return bool(second) and (first[: len(second)] == second or second[: len(first)] == first)
