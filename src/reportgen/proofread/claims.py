"""What a statement claims of its level, recomputed: ratios, growth, changes, multiples, the words of a status.

Each relation is a row of `RELATIONS`: which claim it is, with what the level is held against, and what that gives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Standing
from reportgen.names.indicators import shall_be_few
from reportgen.proofread.broken import Broken
from reportgen.proofread.finding import Kind
from reportgen.proofread.mentions import PERCENT, PLAN, Mention, Part
from reportgen.proofread.possible import is_possible, unheld
from reportgen.proofread.reckoning import alike, amount, is_wrong, level_of, opened, result, slip, target, told, whole
from reportgen.proofread.statements import Statement
from reportgen.quantity import Change, Quantity
from reportgen.quantity.units import PHYSICAL

Compute = Callable[[Quantity, Quantity], Interval | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A relation: its kind, whether it is to the plan or to what was before, what it computes, and how that is told."""

    kind: Kind
    compute: Callable[[Quantity, Quantity], tuple[Interval | None, ...]]
    sign: str
    """Between the operands in the equation that is told."""


def _one(compute: Compute) -> Callable[[Quantity, Quantity], tuple[Interval | None, ...]]:
    return lambda now, base: (compute(now, base),)


def _less_hundred(interval: Interval | None) -> Interval | None:
    if interval is None:
        return None
    return replace(interval, nominal=interval.nominal - 100, low=interval.low - 100, high=interval.high - 100)


def _beyond(now: Quantity, plan: Quantity) -> tuple[Interval | None, ...]:
    return (_less_hundred(intervals.ratio(now, plan)),)


def _multiple(now: Quantity, base: Quantity) -> Interval | None:
    percent = intervals.ratio(now, base)
    if percent is None:
        return None
    return Interval(percent.nominal / 100, percent.low / 100, percent.high / 100, "lần", percent.hedges)


def _multiples(now: Quantity, base: Quantity) -> tuple[Interval | None, ...]:
    """`tăng 2,5 lần` says to two and a half times, or by so much: both are written."""
    times = _multiple(now, base)
    if times is None:
        return (None,)
    more = replace(times, nominal=times.nominal - 1, low=times.low - 1, high=times.high - 1)
    fewer = _multiple(base, now)
    back = () if fewer is None else (Interval(-fewer.nominal, -fewer.high, -fewer.low, "lần"),)
    return (times, more, *back)


def _points_or_part(now: Quantity, base: Quantity) -> tuple[Interval | None, ...]:
    """A rate's `giảm 0,5%` is in points or relative: both are written."""
    difference = intervals.difference(now, base)
    return (difference, intervals.growth(now, base)) if now.unit in PERCENT else (difference,)


RATIO = Rule(Kind.RATIO, _one(intervals.ratio), " / ")
GROWTH = Rule(Kind.GROWTH, _one(intervals.growth), " so với ")
DIFFERENCE = Rule(Kind.DIFFERENCE, _points_or_part, " - ")
RELATIONS: Mapping[tuple[Part, bool], Rule] = MappingProxyType(
    {
        (Part.PLAN_RATIO, True): RATIO,
        (Part.PAST_RATIO, False): RATIO,
        (Part.GROWTH, False): GROWTH,
        (Part.GROWTH, True): GROWTH,
        (Part.CHANGE, False): DIFFERENCE,
        (Part.CHANGE, True): DIFFERENCE,
        (Part.TIMES, False): Rule(Kind.TIMES, _one(_multiple), " / "),
        (Part.TIMES, True): Rule(Kind.TIMES, _one(_multiple), " / "),
        (Part.BEYOND, True): Rule(Kind.RATIO, _beyond, " so với "),
    }
)
"""What is claimed, and whether against the plan → how it is reckoned."""
_RISEN_TIMES = Rule(Kind.TIMES, _multiples, " / ")


def broken(statement: Statement) -> Iterator[Broken]:
    """All claims of a statement that cannot be right."""
    for claim in statement.claims:
        found = _held(statement, claim) or unheld(statement, claim)
        if found is not None:
            yield found
    yield from _among_claims(statement)
    yield from _status(statement)


def _held(statement: Statement, claim: Mention) -> Broken | None:
    """The claim against the operand that the statement names."""
    level = statement.level
    if level is None:
        return None
    if claim.part is Part.SHARE:
        return _share(statement, level, claim)
    to_plan = claim.part in {Part.PLAN_RATIO, Part.BEYOND} or claim.against == "plan"
    if claim.part is Part.BEYOND and claim.against not in ("", "plan"):
        return None
    base = _plan(statement, claim) if to_plan else _before(statement, claim)
    rule = RELATIONS.get((claim.part, to_plan))
    if claim.part is Part.TIMES and claim.quantity.change is not Change.TIMES:
        rule = _RISEN_TIMES
    if base is None or rule is None:
        return None
    found = _compared(rule, level, base, claim)
    if found is not None and _of_another(statement, base, claim, rule):
        return replace(found, slip="base")
    return found


def _of_another(statement: Statement, base: Mention, claim: Mention, rule: Rule) -> bool:
    """Whether the claim is right of another value that the statement names."""
    level = statement.level
    others = [one for one in (*statement.plans, *statement.before) if one.start != base.start]
    return level is not None and any(
        _operand(one) is not None and _compared(rule, level, one, claim) is None for one in others
    )


def _compared(rule: Rule, level: Mention, base: Mention, claim: Mention) -> Broken | None:
    now, other = opened(level_of(level.quantity)), _operand(base)
    if now is None or other is None:
        return None
    other = alike(other, now)
    if other is None or (other.unit == "" and now.exact is not other.exact):
        return None
    computed = rule.compute(now, other)
    if not is_wrong(claim.quantity, *computed) or computed[0] is None:
        return None
    return Broken(
        rule.kind,
        claim,
        _equation(rule, level, base, claim, computed[0]),
        _operands(level, base),
        slip(claim.quantity, computed[0]),
    )


def _operands(level: Mention, base: Mention) -> tuple[Mention, ...]:
    return (level,) if base.start == level.start else (level, base)


def _equation(rule: Rule, level: Mention, base: Mention, claim: Mention, computed: Interval) -> str:
    first = replace(level.quantity, of=None)
    left = amount(first) if base.start != level.start else write_of(level.quantity)
    right = f"{rule.sign}{amount(base.quantity)}" if base.start != level.start else ""
    equals = ": " if rule.sign == " so với " else " = "
    value = result(computed, claim.quantity)
    if rule.sign == " so với " and not value.startswith(("tăng", "giảm")):
        value = f"{_word(claim.quantity, computed)} {value}"
    return f"{left}{right}{equals}{value}"


def _word(typed: Quantity, computed: Interval) -> str:
    if typed.change is Change.BEYOND:
        return "vượt" if computed.nominal >= 0 else "hụt"
    return "tăng" if computed.nominal >= 0 else "giảm"


def write_of(quantity: Quantity) -> str:
    """n/m as it is written."""
    return amount(quantity)


def _operand(base: Mention) -> Quantity | None:
    return target(base.quantity) if base.part is Part.PLAN else opened(level_of(base.quantity))


def _plan(statement: Statement, claim: Mention) -> Mention | None:
    """The plan that a claim is of: the only one that is named, or the m of n/m."""
    level = statement.level
    assert level is not None
    if len(statement.plans) == 1:
        return statement.plans[0]
    if statement.plans or level.quantity.of is None:
        return None
    physical = level.quantity.unit.partition("/")[0] in PHYSICAL
    beyond = level.quantity.value > level.quantity.of
    return _m_of(level) if physical or beyond or not _some_plan_gives(claim, level) else None


def _some_plan_gives(claim: Mention, level: Mention) -> bool:
    """Whether the n of a count may be the typed percentage of another whole number than m."""
    return claim.part is not Part.PLAN_RATIO or is_possible(claim.quantity, level.quantity)


def _m_of(level: Mention) -> Mention:
    return replace(level, quantity=whole(level.quantity), part=Part.PLAN)


def _before(statement: Statement, claim: Mention) -> Mention | None:
    """The earlier value that a claim is against: of the same year, or the only one where one of both does not say."""
    named = [one for one in statement.before if one.against == claim.against]
    if len(named) == 1:
        return named[0]
    if named or len(statement.before) != 1:
        return None
    vague = {"", "past"}
    only = statement.before[0]
    return only if claim.against in vague or only.against in vague else None


_SAYS_PLAN = re.compile(r"(?:đạt|bằng)\s[^,;()]*$|(?:đạt|bằng)\s*$")


def _share(statement: Statement, level: Mention, claim: Mention) -> Broken | None:
    """A percentage behind n/m, or behind a plan and its result."""
    quantity = level.quantity
    if quantity.of is not None:
        if claim.start < level.start or statement.claims[0] is not claim:
            return None
        return _compared(RATIO, level, _m_of(level), claim)
    if len(statement.plans) == 1 and _SAYS_PLAN.search(claim.lead):
        return _compared(RATIO, level, statement.plans[0], claim)
    return None


_FROM = re.compile(r"\s*,?\s*\(?\s*từ\s+(?:mức\s+)?")
_TO = re.compile(r"[^,;()\d]{0,20}?\s*(?:lên|xuống|còn|xuống còn|đến)\s+(?:còn\s+)?")


def from_to(found: Sequence[Mention]) -> Iterator[Broken]:
    """`giảm 1,2%, từ 4,8% xuống còn 3,6%`: a change, and behind it from what to what."""
    for claim, before, level in zip(found, found[1:], found[2:], strict=False):
        changes = claim.quantity.change in {Change.UP, Change.DOWN} and claim.quantity.of is None
        if not changes or before.part is not Part.BEFORE or level.part is not Part.LEVEL:
            continue
        if _FROM.fullmatch(before.lead) and _TO.fullmatch(level.lead):
            rule = GROWTH if claim.percent and not level.percent else DIFFERENCE
            broken_one = _compared(rule, level, before, claim)
            if broken_one is not None:
                yield broken_one


def _among_claims(statement: Statement) -> Iterator[Broken]:
    """Claims of one statement against one another: `đạt` beside `vượt`, a ratio, a change beside its growth."""
    by_part: dict[Part, list[Mention]] = {}
    for claim in statement.claims:
        by_part.setdefault(claim.part, []).append(claim)
    yield from _ratio_and_beyond(by_part, Part.PLAN_RATIO, Part.BEYOND)
    yield from _ratio_and_beyond(by_part, Part.PAST_RATIO, Part.GROWTH)
    changes, growths = by_part.get(Part.CHANGE, []), by_part.get(Part.GROWTH, [])
    if len(changes) == len(growths) == 1 and statement.level is not None and not statement.before:
        yield from _change_and_growth(statement.level, changes[0], growths[0])


def _ratio_and_beyond(by_part: Mapping[Part, list[Mention]], ratio: Part, beyond: Part) -> Iterator[Broken]:
    ratios, more = by_part.get(ratio, []), by_part.get(beyond, [])
    if len(ratios) != 1 or len(more) != 1:
        return
    one, other = ratios[0], more[0]
    if other.against != one.against and not (ratio is Part.PLAN_RATIO and not other.against):
        return
    percent = opened(one.quantity)
    if percent is None or percent.unit != "%":
        return
    computed = _less_hundred(intervals.written(percent))
    assert computed is not None
    if is_wrong(other.quantity, computed):
        kind = Kind.TIMES if ratio is Part.PLAN_RATIO else Kind.GROWTH
        word = _word(other.quantity, computed)
        equation = (
            f"{amount(one.quantity)} - 100% = {word} {result(computed, replace(other.quantity, change=Change.BEYOND))}"
        )
        yield Broken(kind, other, equation, (one,), slip(other.quantity, computed))


def _change_and_growth(level: Mention, change: Mention, growth: Mention) -> Iterator[Broken]:
    """`tăng 4,5 triệu đồng (7,8%)`: what was before follows from the change, so the growth does too."""
    if change.against != growth.against and "" not in (change.against, growth.against):
        return
    now, step = opened(level_of(level.quantity)), opened(change.quantity)
    typed = growth.quantity
    if now is None or step is None or "plan" in (change.against, growth.against):
        return
    step = alike(replace(step, change=Change.NONE), now)
    if step is None or step.unit != now.unit or now.unit in PERCENT:
        return
    sign = -1 if change.quantity.change is Change.DOWN else 1
    here, there = intervals.written(now), intervals.written(step)
    ends = [
        sign * by * 100 / (of - sign * by)
        for of in (here.low, here.high, here.nominal)
        for by in (there.low, there.high, there.nominal)
        if of - sign * by > 0
    ]
    if len(ends) != 9:
        return
    if typed.change is Change.NONE:
        typed = replace(typed, change=change.quantity.change)
    computed = Interval(ends[-1], min(ends), max(ends), "%")
    if is_wrong(typed, computed):
        base = f"{amount(level.quantity)} {'+' if sign < 0 else '-'} {amount(change.quantity)}"
        equation = f"{told(change)} / ({base}) = {result(computed, growth.quantity)}"
        yield Broken(Kind.GROWTH, growth, equation, (level, change), slip(typed, computed))


_STATUS = re.compile(
    rf"(?<!\w)(?P<not>(?:chưa|không|không hoàn thành|chưa hoàn thành)\s+)?"
    r"(?P<verb>hoàn thành vượt mức|hoàn thành|vượt mức|vượt|đạt)"
    rf"\s+{PLAN}\s*(?:đề ra|giao|được giao)?\s*(?=[.,;()]|$)"
)


def _status(statement: Statement) -> Iterator[Broken]:
    """`đạt`, `vượt`, `chưa đạt kế hoạch` against the figures beside it."""
    if not statement.alone or shall_be_few(statement.words):
        return
    said = _STATUS.search(statement.words)
    if said is None or len(statement.plans) > 1 or "và vượt" in statement.words or "đạt, vượt" in statement.words:
        return
    level = statement.level
    ratios = [one for one in statement.claims if one.part is Part.PLAN_RATIO]
    if level is not None and len(statement.plans) == 1 and level.quantity.of is None:
        at, other = level, statement.plans[0]
        base = alike(other.quantity, level.quantity)
        where = intervals.standing(level.quantity, base) if base is not None else Standing.UNKNOWN
        equation = f"{amount(level.quantity)} so với {amount(other.quantity)}"
    elif len(ratios) == 1 and ratios[0].quantity.unit == "%":
        at = other = ratios[0]
        where = _standing_of(other.quantity)
        equation = f"{amount(other.quantity)} kế hoạch"
    else:
        return
    if _contradicted(where, bool(said["not"]), said["verb"].startswith(("vượt", "hoàn thành vượt"))):
        yield Broken(Kind.STATUS, at, f"“{said.group().strip()}”, {equation}", (other,))


def _standing_of(ratio: Quantity) -> Standing:
    hundred = Decimal(100)
    if ratio.value == hundred:
        return Standing.UNKNOWN if ratio.hedges else Standing.MET
    return Standing.BELOW if ratio.value < hundred else Standing.EXCEEDED


def _contradicted(where: Standing, denied: bool, beyond: bool) -> bool:
    if where is Standing.UNKNOWN:
        return False
    if denied:
        return where in {Standing.MET, Standing.EXCEEDED} and not beyond
    return where is Standing.BELOW or (beyond and where is Standing.MET)
