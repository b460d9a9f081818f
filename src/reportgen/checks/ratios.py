"""Typed ratios against their declared operands: result to plan, n to m; and ratios of a count that cannot be.

A ratio whose operands were not declared is not checked, but for counts: 2.129 households are 91,77% of no whole number
only if none exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from reportgen.checks.firm import bound, ends, firm, firm_value
from reportgen.checks.padding import padding, without_padding
from reportgen.checks.telling import about, against, amount, percentage
from reportgen.figures import intervals
from reportgen.figures.hedges import is_hedged
from reportgen.figures.intervals import Interval, Verdict
from reportgen.figures.ledger import PERCENT, Ledger, Line
from reportgen.model.indicators import Plan
from reportgen.model.leaves import Figure
from reportgen.problems import Problem
from reportgen.quantity import Change, Quantity, is_whole, write_number

RATIO_UNITS = PERCENT | {"lần", ""}
BEYOND = frozenset({Change.UP, Change.DOWN, Change.BEYOND})


def plan_ratios(ledger: Ledger) -> Iterator[Problem]:
    """R401, R402, R408: the ratio typed at a plan, and at next year's target, which is held against the result."""
    for line in ledger:
        result = line.indicator.result
        for plan in line.indicator.plans:
            yield from _ratio(line, plan, result, plan.value, "kế hoạch")
        for plan in line.indicator.after:
            yield from _ratio(line, plan, plan.value, result, "kết quả")


def _ratio(line: Line, plan: Plan, value: Figure | None, base: Figure | None, what: str) -> Iterator[Problem]:
    typed, result = plan.ratio, firm_value(value) if value is not plan.value else bound(value)
    if result is None or base is None or base.quantity.change is not Change.NONE or not _is_ratio(typed):
        return
    assert typed is not None
    ratio = _against_ends(result, base)
    if ratio is None:
        return
    ratio = intervals.less_whole(ratio) if typed.quantity.change in BEYOND else ratio
    code = {Verdict.WRONG: "R401", Verdict.TRUNCATED: "R402"}.get(_verdict(typed, ratio))
    if code:
        values = {"result": amount(result), "base": amount(base.quantity), "what": what}
        values |= {
            "right": percentage(ratio, typed.quantity),
            "operands": f"{values['result']} so với {values['base']}",
        }
        code = "R408" if _only_padded(line, typed, ratio) else code
        yield about(code, line.key, typed, **values, **against(base))


def _only_padded(line: Line, typed: Figure, ratio: Interval) -> bool:
    """Whether the zeros alone are wrong that all ratios of the input end in."""
    zeros = padding(typed_ratios(line.ledger))
    given = without_padding(_percentage(typed.quantity), zeros)
    return zeros > 0 and intervals.agrees(given, ratio) is Verdict.AGREES


def typed_ratios(ledger: Ledger) -> Iterator[Figure]:
    """The column of ratios: those of plans and of results."""
    for line in ledger:
        plans = (*line.indicator.plans, *line.indicator.after)
        typed = (line.indicator.ratio, *(plan.ratio for plan in plans))
        yield from (figure for figure in typed if figure is not None and _is_ratio(figure))


def _against_ends(result: Quantity, base: Figure) -> Interval | None:
    """The result in percent of the base; of a range, of all between its ends."""
    known = [intervals.ratio(_in_terms_of(result, end), end) for end in ends(base)]
    ratios = [ratio for ratio in known if ratio is not None]
    if not ratios or len(ratios) < len(known):
        return None
    return replace(ratios[0], low=min(ratio.low for ratio in ratios), high=max(ratio.high for ratio in ratios))


def _in_terms_of(result: Quantity, target: Quantity) -> Quantity:
    """n/m as a percentage where the target is one."""
    share = intervals.share(result)
    if share is None or target.unit not in PERCENT or result.unit in PERCENT:
        return result
    value = Decimal(share.nominal.numerator) / Decimal(share.nominal.denominator)
    freedom = share.high - share.low
    return Quantity(value, "%", quantum=Decimal(freedom.numerator) / Decimal(freedom.denominator))


def _is_ratio(typed: Figure | None) -> bool:
    return typed is not None and typed.quantity.unit in RATIO_UNITS


def _verdict(typed: Figure, ratio: Interval) -> Verdict:
    return intervals.agrees(_percentage(typed.quantity), ratio)


def _percentage(typed: Quantity) -> Quantity:
    """A ratio without its sign is a percentage."""
    return typed if typed.unit else replace(typed, unit="%")


def shares(ledger: Ledger) -> Iterator[Problem]:
    """R403, R402, R408: the ratio typed at n/m."""
    for line in ledger:
        result, typed = firm(line.result), line.indicator.ratio
        if result is None or line.share is None or typed is None or not _is_ratio(typed):
            continue
        assert line.indicator.result is not None, "its share is known"
        code = {Verdict.WRONG: "R403", Verdict.TRUNCATED: "R402"}.get(_verdict(typed, line.share))
        if code:
            values = _operands(result, line.share, typed)
            code = "R408" if _only_padded(line, typed, line.share) else code
            yield about(code, line.key, typed, **values, **against(line.indicator.result))


def _operands(result: Quantity, share: Interval, typed: Figure) -> dict[str, str]:
    base = f"{write_number(result.of or Decimal(0))} {result.unit}".strip()
    values = {"result": write_number(result.value), "base": base, "right": percentage(share, typed.quantity)}
    return {**values, "operands": f"{values['result']} trên {base}"}


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
    return result.exact and not is_hedged(result) and result.unit not in PERCENT | {"đồng"} and is_whole(result.value)


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
