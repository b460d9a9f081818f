"""A table's columns and rows held against one another: ratio columns, differences, totals both ways, slips of scale.

What a column is made of is known from its head, from the row of labels under it (`5=4/3`), or from the rows themselves:
where most rows are the ratio of the same two columns, the few that are not are wrong. So a table proves its own rule,
and one that proves none is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import permutations

from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Verdict
from reportgen.proofread.finding import Finding, Kind
from reportgen.proofread.grids import Column, Figure, Grid, Row, grid
from reportgen.proofread.measures import power_of_ten
from reportgen.proofread.reckoning import result, slip
from reportgen.proofread.table_findings import FEWEST, MOST_COMPARED, MOST_OFF, SAMPLED, bare, finding_at
from reportgen.proofread.table_totals import across, totals
from reportgen.proofread.text import Table
from reportgen.quantity import Quantity


def inside(table: Table) -> Iterator[Finding]:
    """What is wrong in a table."""
    known = grid(table)
    if known is None:
        return
    known = _understood(known)
    yield from _compared(known)
    yield from totals(known)
    yield from across(known)
    yield from _scales(known)


def _understood(known: Grid) -> Grid:
    """The grid, its columns that prove to be ratios or growth of others known as such, whatever their heads say."""
    values = known.columns(Column.VALUE)[:MOST_COMPARED]
    if len(values) < FEWEST:
        return known
    kinds = list(known.kinds)
    for column in values:
        if any(_proved(known, column, rule, lenient=False) for rule in _possible(column, values)):
            kinds[column] = Column.COMPARED
    return replace(known, kinds=tuple(kinds))


def _possible(column: int, values: Sequence[int]) -> Iterator[Rule]:
    for now, base in permutations([one for one in values if one != column], 2):
        yield Rule(Kind.RATIO, intervals.ratio, now, base, " / ")
        yield Rule(Kind.GROWTH, _growth, now, base, " so với ")


# Columns made of others


Compute = Callable[[Quantity, Quantity], Interval | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A column as made of two others."""

    kind: Kind
    compute: Compute
    now: int
    base: int
    sign: str


def _growth(now: Quantity, base: Quantity) -> Interval | None:
    return intervals.growth(now, base)


def _times(now: Quantity, base: Quantity) -> Interval | None:
    percent = intervals.ratio(now, base)
    if percent is None:
        return None
    return Interval(percent.nominal / 100, percent.low / 100, percent.high / 100)


MADE: tuple[tuple[Kind, Compute, str], ...] = (
    (Kind.RATIO, intervals.ratio, " / "),
    (Kind.GROWTH, _growth, " so với "),
    (Kind.DIFFERENCE, intervals.difference, " - "),
    (Kind.RATIO, _times, " / "),
)
"""How a column may be made of two others."""


def _compared(known: Grid) -> Iterator[Finding]:
    """Columns of ratios, growth and differences, row by row."""
    values = known.columns(Column.VALUE)[:MOST_COMPARED]
    for column in known.columns(Column.COMPARED):
        rules = _rules(known, column, values)
        if not rules:
            continue
        for row in known.rows:
            typed = row.figures.get(column)
            if typed is None:
                continue
            broken = [_broken(rule, row, typed) for rule in rules]
            first = broken[0]
            if first is not None and all(one is not None for one in broken):
                yield first


def _rules(known: Grid, column: int, values: Sequence[int]) -> list[Rule]:
    """The rules that the table proves for a column: all of them, where several fit."""
    named = _named(known, column, values)
    pairs = [named] if named is not None else list(permutations(values, 2))
    rules = []
    for now, base in pairs:
        for kind, compute, sign in MADE:
            rule = Rule(kind, compute, now, base, sign)
            if _proved(known, column, rule, lenient=named is not None):
                rules.append(rule)
    return rules


def _proved(known: Grid, column: int, rule: Rule, *, lenient: bool) -> bool:
    """Whether the rows prove the rule; where the head names its operands, more of them agreeing than not are enough."""
    good = bad = 0
    telling: set[Decimal] = set()
    rows = [row for row in known.rows[:SAMPLED] if column in row.figures]
    for row in rows:
        typed = row.figures[column]
        agreed = _agrees(rule, row, typed)
        good += agreed is True
        bad += agreed is False
        if agreed:
            telling.add(typed.quantity.value)
        elif not lenient and bad > MOST_OFF * len(rows):
            return False
    if lenient:
        return good > bad and good > 0
    return good >= FEWEST and len(telling) >= FEWEST - 1 and bad <= MOST_OFF * (good + bad)


FINE = 100
"""From so many of their last digits on, operands leave a ratio little freedom, so that a look in floats is enough."""
FAR = 0.05


def _far(rule: Rule, row: Row, typed: Figure) -> bool:
    """Whether a ratio is so far from a figure that nothing need be computed exactly."""
    now, base = row.figures.get(rule.now), row.figures.get(rule.base)
    if now is None or base is None or rule.compute not in (intervals.ratio, _growth):
        return False
    if any(abs(one.quantity.value) < FINE * (one.quantity.quantum or 1) for one in (now, base)):
        return False
    ratio = float(now.quantity.value / base.quantity.value) * 100 - (100 if rule.compute is _growth else 0)
    value = float(typed.quantity.value)
    return abs(ratio - value) > FAR * (abs(value) + 100)


def _computed(rule: Rule, row: Row) -> Interval | None:
    now, base = row.figures.get(rule.now), row.figures.get(rule.base)
    if now is None or base is None:
        return None
    return rule.compute(bare(now.quantity), bare(base.quantity))


def _agrees(rule: Rule, row: Row, typed: Figure) -> bool | None:
    if _far(rule, row, typed):
        return False
    computed = _computed(rule, row)
    if computed is None:
        return None
    here = replace(computed, unit="")
    quantity = bare(typed.quantity)
    step = Decimal(1).scaleb(-len(typed.text.partition(",")[2]))
    fine = replace(quantity, quantum=step)
    if intervals.agrees(fine, here) is not Verdict.WRONG:
        return True
    if not typed.text.endswith("0") or "," not in typed.text:
        return False
    # Sheets that show two digits pad what was rounded to one: 12,70 for 12,68.
    return intervals.agrees(replace(quantity, quantum=step * 10), here) is not Verdict.WRONG


def _broken(rule: Rule, row: Row, typed: Figure) -> Finding | None:
    if _agrees(rule, row, typed) is not False:
        return None
    computed = _computed(rule, row)
    assert computed is not None, "it was held against the figure"
    now, base = row.figures[rule.now], row.figures[rule.base]
    like = replace(typed.quantity, unit="", unit_text="", number=typed.text)
    value = result(replace(computed, unit=""), like)
    equals = ": " if rule.sign == " so với " else " = "
    equation = f"{now.text}{rule.sign}{base.text}{equals}{value}"
    likely = slip(replace(like, quantum=Decimal(1).scaleb(-len(typed.text.partition(",")[2]))), computed)
    return finding_at(rule.kind, typed, equation, (now.span, base.span), likely)


_MADE_OF = re.compile(r"\(?(\w{1,2})\)?\s*[/:]\s*\(?(\w{1,2})\)?(?:\s*[x×*]\s*100\s*%?)?")
_LESS = re.compile(r"\(?(\w{1,2})\)?\s*-\s*\(?(\w{1,2})\)?")
_NOW = re.compile(r"(?:ước|ưth|uth)|(?<!\w)(?:th|thực hiện|kết quả)(?!\w)")
_PLAN = re.compile(r"(?<!\w)(?:kh|kế hoạch|dự toán|dt|chỉ tiêu giao|giao)(?!\w)")
_BEFORE = re.compile(r"(?<!\w)(?:cùng kỳ|ck|năm trước|năm ngoái)(?!\w)")
_YEAR = re.compile(r"20\d\d")


def _named(known: Grid, column: int, values: Sequence[int]) -> tuple[int, int] | None:
    """The operands that the row of labels or the head names; None where they don't, or not without doubt."""
    made = _MADE_OF.fullmatch(known.formulas.get(column, "")) or _LESS.fullmatch(known.formulas.get(column, ""))
    if made is not None:
        pair = known.labels.get(made[1]), known.labels.get(made[2])
        return None if pair[0] is None or pair[1] is None else (pair[0], pair[1])
    head = known.heads[column]
    plans = [one for one in values if _PLAN.search(known.heads[one])]
    before = [one for one in values if _is_before(known, one, values)]
    now = [one for one in values if one not in plans and one not in before]
    if len(now) != 1:
        return None
    to_plan, to_before = bool(_PLAN.search(head)), bool(_BEFORE.search(head))
    if to_plan is not to_before:
        base = plans if to_plan else before
        return (now[0], base[0]) if len(base) == 1 else None
    return None


def _is_before(known: Grid, column: int, values: Sequence[int]) -> bool:
    head = known.heads[column]
    if _BEFORE.search(head):
        return True
    years = [int(year) for one in values for year in _YEAR.findall(known.heads[one])]
    own = [int(year) for year in _YEAR.findall(head)]
    return bool(own) and max(own) < max(years) and _PLAN.search(head) is None


# Totals of rows


# Slips of scale


def _scales(known: Grid) -> Iterator[Finding]:
    """A figure of a row that is a power of ten away from both others of its kind, on one side."""
    values = [
        column
        for column in known.columns(Column.VALUE)
        if _YEAR.search(known.heads[column]) or _PLAN.search(known.heads[column]) or _NOW.search(known.heads[column])
    ]
    if not FEWEST <= len(values) <= MOST_COMPARED:
        return
    for row in known.rows:
        figures = [row.figures[column] for column in values if column in row.figures]
        if len(figures) < FEWEST:
            continue
        for figure in figures:
            others = [one for one in figures if one is not figure]
            powers = [power_of_ten(bare(figure.quantity), bare(one.quantity)) for one in others]
            sides = {figure.quantity.value > one.quantity.value for one in others}
            if all(powers) and len(sides) == 1:
                shown = ", ".join(one.text for one in others)
                yield finding_at(Kind.JUMP, figure, shown, tuple(one.span for one in others))
