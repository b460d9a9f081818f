"""An indicator's units from the best to the last, each beside last year and its plan."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reportgen.checks.telling import percentage
from reportgen.figures import intervals
from reportgen.province.aggregate import Indicator, Origin, Sum
from reportgen.province.sums import common_unit, decimals_of, factor
from reportgen.quantity import Quantity, write_number


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row: texts as they are printed, "" for what is not known. Units of one value share a rank."""

    rank: str
    unit: str
    value: str
    before: str = ""
    growth: str = ""
    plan: str = ""


def ranking(one: Indicator, unit: str) -> tuple[Ranked, ...]:
    """The rows; where less is better the least stands first. A value in another measure stands last, unranked."""
    sizes = {value.unit: _size(value.quantity, one.values[0].quantity.unit) for value in one.values}
    before, plan = _by_unit(one.before), _by_unit(one.plan)
    known = sorted(size for size in sizes.values() if size is not None)
    if not one.lower_is_better:
        known.reverse()
    ordered = sorted(one.values, key=lambda value: _order(sizes[value.unit], known))
    rows = []
    for value in ordered:
        size, last, aim = sizes[value.unit], before.get(value.unit), plan.get(value.unit)
        rows.append(
            Ranked(
                str(known.index(size) + 1) if size is not None else "",
                value.unit,
                shown(value, unit),
                shown(last, unit) if last is not None else "",
                _percent(value.quantity, last.quantity) if last is not None else "",
                _percent(value.quantity, aim.quantity) if aim is not None else "",
            )
        )
    return tuple(rows)


def _order(size: Fraction | None, known: list[Fraction]) -> int:
    return len(known) if size is None else known.index(size)


def _size(quantity: Quantity, unit: str) -> Fraction | None:
    if quantity.share is not None:
        return quantity.share
    here = intervals.in_unit(intervals.written(quantity), unit)
    return here.nominal if here is not None else None


def unit_of(one: Indicator) -> str:
    """The unit of measure of a ranking, "" where its values have several that cannot be converted."""
    unit = common_unit([value.quantity for value in one.values])
    return unit if all(_number(value, unit) for value in one.values) else ""


def shown(value: Origin, unit: str) -> str:
    """A value as a cell has it: the number in that unit, without one as it was written."""
    return _number(value, unit) or value.text if unit else value.text


def _number(value: Origin, unit: str) -> str:
    """The number in the unit of measure, as precise as it was written; "" where it cannot be converted."""
    quantity = value.quantity
    base = factor(unit, quantity.unit) if quantity.unit else Fraction(1)
    if base is None:
        return ""
    number = Fraction(quantity.value) / base
    text = write_number(number, decimals_of(number, Fraction(quantity.quantum) / base))
    return f"{text}/{write_number(quantity.of)}" if quantity.of is not None else text


def _by_unit(total: Sum | None) -> dict[str, Origin]:
    return {one.unit: one for one in total.origins} if total is not None else {}


def _percent(now: Quantity, other: Quantity) -> str:
    ratio = intervals.ratio(now, other)
    return percentage(ratio) if ratio is not None else ""
