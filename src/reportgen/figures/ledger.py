"""The indicators of a conference, reckoned: every comparison that their declared operands allow.

`Ledger` gives each indicator's `Line`. What was not declared is not compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from reportgen.figures import intervals, phrase
from reportgen.figures.intervals import Interval, Standing, Verdict
from reportgen.model import Conference
from reportgen.model.indicators import Indicator, Plan
from reportgen.names.indicators import readable, shall_be_few
from reportgen.quantity import Change, Quantity, Relation
from reportgen.vietnamese.letters import fold
from reportgen.vietnamese.printed import printed

PERCENT = frozenset({"%", "‰"})
CHANGES = frozenset({Change.UP, Change.DOWN})
"""Plans that say how much something shall change are held against the change, not against the result."""


class Held(NamedTuple):
    """A result held against one plan."""

    plan: Plan
    ratio: Interval | None
    """Result as a percentage of the plan; None where the plan's value is not declared or is no single value."""
    standing: Standing
    verdict: Verdict | None
    """Typed ratio against the computed one; None if one of them is absent."""
    possible: frozenset[Standing] = frozenset()
    """Every standing that the digits and hedges of the result allow; `standing` is the one of its number."""

    @property
    def typed(self) -> Quantity | None:
        """The ratio that the input states."""
        return _as_share(self.plan.ratio.quantity) if self.plan.ratio else None

    @property
    def printed(self) -> str:
        """The ratio to print, "" if there is none: the typed one unless the operands contradict it."""
        if self.typed is not None and self.verdict in {None, Verdict.AGREES}:
            return phrase.bare(self.typed)
        return phrase.percent(self.ratio) if self.ratio else ""

    @property
    def name(self) -> str:
        """Whose plan it is, as it is read."""
        return plan_name(self.plan)


def _as_share(ratio: Quantity) -> Quantity:
    """`vượt 4,8%` says 104,8% of the plan."""
    if ratio.change is not Change.BEYOND or ratio.unit not in PERCENT:
        return ratio
    return replace(ratio, value=ratio.value + 100, change=Change.NONE, number="", unit_text="")


def plan_name(plan: Plan) -> str:
    """`kế hoạch điều chỉnh HĐND phường giao`, `chỉ tiêu Nghị quyết Đại hội`, `dự toán giao`."""
    setter = str(plan.setter or "")
    adjusted = printed("plan.adjusted") if plan.adjusted and plan.adjusted.on else ""
    resolution = fold(setter).startswith("nghi quyet")
    if fold(setter).startswith("du toan"):
        return " ".join(filter(None, (setter, adjusted)))
    name = printed("plan.target" if resolution else "plan.name")
    said = resolution or not setter or fold(setter).endswith("giao")
    giver = setter if said else printed("plan.set by", setter=setter)
    return " ".join(filter(None, (name, adjusted, giver)))


@dataclass(frozen=True)
class Line:
    """One indicator with its comparisons. `year` is the year under review."""

    key: str
    indicator: Indicator
    year: int
    ledger: Ledger

    @cached_property
    def name(self) -> str:
        """The indicator's name as it is read in a sentence; where it has none its key, which the counted noun gives its
        accents: `to_dan_pho: 18 tổ dân phố`."""
        key, unit = self.key.replace("_", " "), self.result.unit if self.result is not None else ""
        named = str(self.indicator.name or (unit if fold(unit) == fold(key) else key))
        return readable(named, self.ledger.conference.abbreviations)

    @property
    def result(self) -> Quantity | None:
        """This year's result, None if not given."""
        return self.indicator.result.quantity if self.indicator.result else None

    @property
    def lower_is_better(self) -> bool:
        """Whether a lower result is the better one."""
        told = self.indicator.lower_is_better
        return told.on if told is not None else shall_be_few(self.name)

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """The result against each plan."""
        return tuple(self._held(plan) for plan in self.indicator.plans)

    def _held(self, plan: Plan) -> Held:
        value = plan.value.quantity if plan.value else None
        ratio, standing, possible = None, Standing.UNKNOWN, frozenset[Standing]()
        if self.result is not None and value is not None and value.change in CHANGES:
            changed = self.changed(value)
            if changed is not None:
                standing = intervals.standing(changed, replace(value, change=Change.NONE))
        elif self.result is not None and value is not None:
            measured = self.measured(value)
            standing = intervals.standing(measured, value, lower_is_better=self.lower_is_better)
            possible = intervals.standings(measured, value, lower_is_better=self.lower_is_better)
            if value.upper is None and value.relation is Relation.EQUAL:
                ratio = intervals.ratio(measured, value)
        typed = _as_share(plan.ratio.quantity) if plan.ratio else None
        verdict = intervals.agrees(typed, ratio) if typed is not None and ratio is not None else None
        return Held(plan, ratio, standing, verdict, possible | {standing})

    def measured(self, target: Quantity) -> Quantity:
        """The result in the target's terms: n/m as a percentage where the target is one."""
        assert self.result is not None
        share = intervals.share(self.result)
        if share is None or target.unit not in PERCENT or self.result.unit in PERCENT:
            return self.result
        value, freedom = (
            Decimal(one.numerator) / Decimal(one.denominator) for one in (share.nominal, share.high - share.low)
        )
        return Quantity(value, "%", quantum=freedom)

    def changed(self, plan: Quantity) -> Quantity | None:
        """How much the result changed in the plan's direction, where the plan is a change itself (`giảm 0,5%`): as the
        input states it, else against last year; None if neither is known. Percent of a rate are points."""
        assert self.result is not None
        if self.result.change in CHANGES:
            size, unit = Fraction(self.result.signed), self.result.unit
            unit = plan.unit if {unit, plan.unit} == {"%", "điểm %"} else unit
        else:
            change = self.growth if plan.unit == "%" and self.result.unit not in PERCENT else self.difference
            if change is None or (self.result.of is not None and plan.unit in PERCENT):
                return None
            # A growth is judged as it is printed, so that no sentence contradicts itself; a difference is exact.
            size = Fraction(round(change.nominal, 1)) if change is self.growth else change.nominal
            unit = plan.unit if {change.unit, plan.unit} == {"%", "điểm %"} else change.unit
        towards = -size if plan.change is Change.DOWN else size
        return Quantity(Decimal(towards.numerator) / Decimal(towards.denominator), unit)

    @property
    def standing(self) -> Standing:
        """How the result stands to the first plan that it can be judged by."""
        known = (held.standing for held in self.held if held.standing is not Standing.UNKNOWN)
        return next(known, Standing.UNKNOWN)

    @cached_property
    def share(self) -> Interval | None:
        """n/m in percent."""
        return intervals.share(self.result) if self.result is not None else None

    @cached_property
    def before(self) -> Quantity | None:
        """Last year's value."""
        before = self.indicator.before
        return before.value.quantity if before and before.value else None

    @cached_property
    def growth(self) -> Interval | None:
        """The change against last year in percent."""
        return intervals.growth(self.measured(self.before), self.before) if self.result and self.before else None

    @cached_property
    def difference(self) -> Interval | None:
        """The change against last year in the result's unit."""
        return intervals.difference(self.measured(self.before), self.before) if self.result and self.before else None


@dataclass(frozen=True)
class Ledger:
    """All indicators of a conference, in the order of the input."""

    conference: Conference

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """Indicator's key → its line."""
        year = self.conference.year.number
        return MappingProxyType(
            {key: Line(key, indicator, year, self) for key, indicator in self.conference.indicators.items()}
        )

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines.values())

    def parts_of(self, line: Line) -> tuple[Line, ...]:
        """The lines that a total consists of, unknown names left out."""
        return tuple(self.lines[name] for name in line.indicator.parts if name in self.lines)

    @cached_property
    def part_keys(self) -> frozenset[str]:
        """The indicators that are parts of another."""
        return frozenset(str(name) for line in self for name in line.indicator.parts)

    @property
    def judged(self) -> tuple[Line, ...]:
        """The indicators of which some plan can be judged; parts of another do not count by themselves."""
        return tuple(line for line in self if line.key not in self.part_keys and line.standing is not Standing.UNKNOWN)

    @property
    def reached(self) -> tuple[Line, ...]:
        """Those of them that reach every plan that can be judged."""
        good = {Standing.MET, Standing.EXCEEDED, Standing.UNKNOWN}
        return tuple(line for line in self.judged if all(held.standing in good for held in line.held))

    @property
    def missed(self) -> tuple[Line, ...]:
        """The judged ones that fall short of some plan."""
        reached = self.reached
        return tuple(line for line in self.judged if line not in reached)

    @property
    def exceeded(self) -> tuple[Line, ...]:
        """Those of them that pass every plan that can be judged."""
        good = {Standing.EXCEEDED, Standing.UNKNOWN}
        return tuple(line for line in self.reached if all(held.standing in good for held in line.held))
