"""Typed ratios against their declared operands: result to plan, n to m; and ratios of a count that cannot be.

A ratio whose operands were not declared is not checked, but for counts: 2.129 households are 91,77% of no whole number
only if none exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from reportgen.checks.firm import bound, firm, firm_value, reckoned
from reportgen.checks.telling import about, against, amount, percentage, said
from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Verdict
from reportgen.figures.ledger import PERCENT, Ledger, Line
from reportgen.model.indicators import Plan
from reportgen.model.leaves import Figure
from reportgen.problems import Problem
from reportgen.quantity import Change, Quantity, Relation, is_whole, write_number

RATIO_UNITS = PERCENT | {"lần", ""}
BEYOND = frozenset({Change.UP, Change.DOWN, Change.BEYOND})


def plan_ratios(ledger: Ledger) -> Iterator[Problem]:
    """R401, R402: the ratio typed at a plan."""
    for line in ledger:
        for plan in line.indicator.plans:
            yield from _plan_ratio(line, plan)


def _plan_ratio(line: Line, plan: Plan) -> Iterator[Problem]:
    result, target, typed = reckoned(line.result), bound(plan.value), plan.ratio
    if result is None or target is None or plan.value is None or not _is_ratio(typed):
        return
    assert typed is not None
    ratio = intervals.ratio(_in_terms_of(result, target), replace(target, relation=Relation.EQUAL))
    if ratio is None:
        return
    ratio = _beyond(ratio) if typed.quantity.change in BEYOND else ratio
    code = {Verdict.WRONG: "R401", Verdict.TRUNCATED: "R402"}.get(_verdict(typed, ratio))
    if code:
        values = {"result": _as_written(line), "base": amount(target), "right": percentage(ratio, typed.quantity)}
        yield about(code, line.key, typed, **values, **against(plan.value))


def _as_written(line: Line) -> str:
    """The result with its words: `gần 64,5 tỷ đồng`; of a plain one number and unit."""
    assert line.result is not None
    return amount(line.result) if firm(line.result) is not None else said(line.result)


def _in_terms_of(result: Quantity, target: Quantity) -> Quantity:
    """n/m as a percentage where the target is one."""
    share = intervals.share(result)
    if share is None or target.unit not in PERCENT or result.unit in PERCENT:
        return result
    value = Decimal(share.nominal.numerator) / Decimal(share.nominal.denominator)
    return Quantity(value, "%", quantum=Decimal(0))


def _beyond(ratio: Interval) -> Interval:
    """`vượt 3,2%` says how much more than all of it."""
    return replace(ratio, nominal=ratio.nominal - 100, low=ratio.low - 100, high=ratio.high - 100)


def _is_ratio(typed: Figure | None) -> bool:
    return typed is not None and typed.quantity.unit in RATIO_UNITS


def _verdict(typed: Figure, ratio: Interval) -> Verdict:
    return intervals.agrees(_percentage(typed.quantity), ratio)


def _percentage(typed: Quantity) -> Quantity:
    """A ratio without its sign is a percentage."""
    return typed if typed.unit else replace(typed, unit="%")


def shares(ledger: Ledger) -> Iterator[Problem]:
    """R403, R402: the ratio typed at n/m."""
    for line in ledger:
        result, typed = reckoned(line.result), line.indicator.ratio
        share = intervals.share(result) if result is not None else None
        if result is None or share is None or typed is None or not _is_ratio(typed):
            continue
        assert line.indicator.result is not None, "its share is known"
        code = {Verdict.WRONG: "R403", Verdict.TRUNCATED: "R402"}.get(_verdict(typed, share))
        if code:
            yield about(code, line.key, typed, **_operands(result, share, typed), **against(line.indicator.result))


def _operands(result: Quantity, share: Interval, typed: Figure) -> dict[str, str]:
    base = f"{write_number(result.of or Decimal(0))} {result.unit}".strip()
    return {"result": write_number(result.value), "base": base, "right": percentage(share, typed.quantity)}


def impossible(ledger: Ledger) -> Iterator[Problem]:
    """R404: a percentage that the count can be of no whole number."""
    for line in ledger:
        result = firm(line.result)
        if result is None or not _is_count(result):
            continue
        undeclared = [plan.ratio for plan in line.indicator.plans if plan.value is None]
        own = line.indicator.ratio if result.of is None else None
        for typed in (*undeclared, own):
            if typed is not None and not _possible(typed, result):
                count = amount(replace(result, of=None, number=""))
                yield about("R404", line.key, typed, count=count, near=_nearest(typed, result))


def _is_count(result: Quantity) -> bool:
    return result.exact and result.unit not in PERCENT | {"đồng"} and is_whole(result.value)


def _possible(typed: Figure, count: Quantity) -> bool:
    ratio = firm_value(typed)
    return ratio is None or ratio.unit not in PERCENT or intervals.possible_count(_in_percent(ratio), count.value)


def _in_percent(ratio: Quantity) -> Quantity:
    if ratio.unit != "‰":
        return ratio
    return replace(ratio, value=ratio.value / 10, quantum=ratio.quantum / 10, unit="%")


def _nearest(typed: Figure, count: Quantity) -> str:
    """The two whole bases around the typed ratio, with what they would give."""
    ratio = Fraction(_in_percent(typed.quantity).value) / 100
    if not ratio or not count.value:
        return "…"
    exact = Fraction(count.value) / ratio
    bases = [base for base in (int(exact), int(exact) + 1) if base > 0]
    return "; ".join(_shown(count, base, typed.quantity) for base in bases)


def _shown(count: Quantity, base: int, typed: Quantity) -> str:
    value = Fraction(count.value) * 100 / base
    result = percentage(Interval(value, value, value, "%"), typed)
    return f"{write_number(count.value)}/{write_number(Decimal(base))} = {result}"
