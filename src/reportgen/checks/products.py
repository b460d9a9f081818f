"""Products that the input declares (`tích của`): area × yield = output, count × unit value = total.

The units must give the unit of the result, too: tấn/ha × ha is no amount of money.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import reduce

from reportgen.checks.firm import firm, firm_value
from reportgen.checks.telling import about, against, amount, computed, rounded
from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Verdict
from reportgen.figures.ledger import Ledger, Line
from reportgen.model.leaves import Figure
from reportgen.problems import Problem
from reportgen.quantity import Quantity

CODES = {Verdict.WRONG: "R415", Verdict.TRUNCATED: "R416"}


def products(ledger: Ledger) -> Iterator[Problem]:
    """R415 to R417: each declared product."""
    for line in ledger:
        known = [ledger.lines[name].indicator.result for name in line.indicator.factors if name in ledger.lines]
        factors = [figure for figure in known if figure is not None]
        if len(factors) >= 2 and len(factors) == len(line.indicator.factors):
            yield from _product(line, factors)


def _product(line: Line, factors: Sequence[Figure]) -> Iterator[Problem]:
    result, typed = firm(line.result), line.indicator.result
    numbers = [number for number in map(firm_value, factors) if number is not None]
    if result is None or typed is None or len(numbers) < len(factors):
        return
    product = _multiplied(numbers)
    shown = " × ".join(amount(number) for number in numbers)
    if product is None or intervals.in_unit(product, result.unit) is None:
        unit = product.unit if product is not None else "…"
        yield about("R417", line.key, typed, factors=shown, unit=unit or "số", own=result.unit, **against(factors[0]))
        return
    code = CODES.get(intervals.agrees(result, product))
    if code:
        tell = rounded if code == "R416" else computed
        values = {"factors": shown, "right": tell(product, result)}
        yield about(code, line.key, typed, **values, **against(factors[0]))


def _multiplied(numbers: Sequence[Quantity]) -> Interval | None:
    """The product of all; the steps before the last stand for at least the values that their factors allow."""
    *first, last = numbers
    begun = reduce(_step, first[1:], first[0])
    return intervals.product(begun, last)


def _step(a: Quantity, b: Quantity) -> Quantity:
    product = intervals.product(a, b)
    if product is None:
        return a
    freedom = 2 * max(product.high - product.nominal, product.nominal - product.low)
    return replace(a, value=_decimal(product.nominal), quantum=_decimal(freedom), unit=product.unit, unit_text="")


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
