"""Typed growth and change (`tăng giảm`) against last year's value.

`tăng 8,5%` is relative, `tăng 3,35 triệu đồng` and `0,5 điểm %` are absolute, `gấp 1,5 lần` is the ratio. Of a result
that is a percentage itself, `giảm 0,5%` may mean either. `tăng 1,5 lần` says gấp 2,5 lần; who means 1,5 is told so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from reportgen.checks.firm import firm, firm_value
from reportgen.checks.padding import padding, without_padding
from reportgen.checks.telling import about, against, amount, computed
from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Verdict
from reportgen.figures.ledger import PERCENT, Ledger, Line
from reportgen.model.leaves import Figure
from reportgen.problems import Problem
from reportgen.quantity import Change, Quantity

BEST_FIRST = (Verdict.AGREES, Verdict.TRUNCATED, Verdict.WRONG)

CODES = {Verdict.WRONG: "R405", Verdict.TRUNCATED: "R406"}


def changes(ledger: Ledger) -> Iterator[Problem]:
    """R405 to R408: each typed change."""
    for line in ledger:
        before = line.indicator.before
        for typed in before.change if before else ():
            yield from _change(line, typed)


def _change(line: Line, typed: Figure) -> Iterator[Problem]:
    before = line.indicator.before
    now, then = firm(line.result), firm_value(before.value if before else None)
    if now is None or then is None or before is None or before.value is None:
        return
    possible = _meanings(typed.quantity, now, then)
    if not possible:
        return
    verdict = min((_agrees(typed.quantity, meaning) for meaning in possible), key=BEST_FIRST.index)
    code = CODES.get(verdict)
    if code == "R405" and _times_meant(typed.quantity, now, then):
        code = "R407"
    if code in CODES.values() and _only_padded(line, typed, possible):
        code = "R408"
    if code:
        told = _in_times(intervals.ratio(now, then) or possible[0]) if code == "R407" else possible[0]
        values = {"now": amount(now), "before": amount(then), "right": _right(told, typed.quantity)}
        values["operands"] = f"{values['now']} so với {values['before']}"
        yield about(code, line.key, typed, **values, **against(before.value))


def _only_padded(line: Line, typed: Figure, possible: Sequence[Interval]) -> bool:
    """Whether the zeros alone are wrong that all typed changes of the input end in."""
    befores = [one.indicator.before for one in line.ledger]
    zeros = padding(change for before in befores if before is not None for change in before.change)
    given = without_padding(typed.quantity, zeros)
    return zeros > 0 and any(_agrees(given, meaning) is Verdict.AGREES for meaning in possible)


def _meanings(typed: Quantity, now: Quantity, then: Quantity) -> list[Interval]:
    """What the change can mean, the likeliest first; empty where it can't be computed."""
    ratio, growth, difference = intervals.ratio(now, then), intervals.growth(now, then), intervals.difference(now, then)
    if typed.unit == "lần":
        factor = ratio if typed.change is not Change.UP else growth
        return [_in_times(factor)] if factor is not None else []
    if typed.unit in PERCENT:
        points = difference if now.unit in PERCENT and then.unit in PERCENT else None
        return [meaning for meaning in (points, growth) if meaning is not None]
    return [difference] if difference is not None else []


def _in_times(percent: Interval) -> Interval:
    return replace(percent, nominal=percent.nominal / 100, low=percent.low / 100, high=percent.high / 100, unit="lần")


def _agrees(typed: Quantity, meaning: Interval) -> Verdict:
    """Without a word of change, a size alone agrees with either direction."""
    verdict = intervals.agrees(typed, meaning)
    if verdict is Verdict.AGREES or typed.change is not Change.NONE:
        return verdict
    return min(verdict, intervals.agrees(typed, intervals.mirrored(meaning)), key=BEST_FIRST.index)


def _times_meant(typed: Quantity, now: Quantity, then: Quantity) -> bool:
    """Whether `tăng 1,5 lần` was written for gấp 1,5 lần."""
    ratio = intervals.ratio(now, then)
    if typed.unit != "lần" or typed.change is not Change.UP or ratio is None:
        return False
    return intervals.agrees(replace(typed, change=Change.TIMES), _in_times(ratio)) is Verdict.AGREES


def _right(meaning: Interval, typed: Quantity) -> str:
    """The computed change in words: `tăng 9,7%`."""
    if meaning.unit == "lần":
        return f"gấp {computed(meaning, typed)}"
    if meaning.nominal == 0:
        return "không đổi"
    low, high = sorted((abs(meaning.low), abs(meaning.high)))
    size = Interval(abs(meaning.nominal), low, high, meaning.unit)
    word = "tăng" if meaning.nominal > Fraction(0) else "giảm"
    points = meaning.unit == "điểm %"
    text = computed(replace(size, unit="%") if points else size, typed)
    return f"{word} {text.removesuffix('%') + ' điểm %' if points else text}"
