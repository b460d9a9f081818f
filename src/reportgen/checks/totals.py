"""Parts against totals: `gồm` and `theo đơn vị`, in results, plans and last year; structures against 100%; means.

Sums hold as intervals: parts and total each stand for all values that their digits allow. Parts in percent of a total
that is none must reach 100%. What does not add up (percentages, yields) must lie between the least and the greatest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from reportgen.checks.firm import reckoned_value
from reportgen.checks.sums import verdict_of_sum
from reportgen.checks.telling import about, against, amount, computed
from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Verdict
from reportgen.figures.ledger import PERCENT, Ledger, Line
from reportgen.model.leaves import Figure
from reportgen.problems import Problem
from reportgen.quantity import Quantity, read_quantity
from reportgen.vietnamese.letters import fold

STRUCTURES = ("co cau", "ty trong")
"""What the name of a whole begins with whose parts are percentages."""
HUNDRED = Quantity(Decimal(100), "%", number="100", unit_text="%")


class _Sum(NamedTuple):
    """A total's figure with the figures of its parts; `what` names the column: result, plan, last year."""

    key: str
    what: str
    whole: Figure
    parts: tuple[Figure, ...]
    code: str

    @property
    def total(self) -> Quantity | None:
        return reckoned_value(self.whole)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The parts' quantities; empty where one of them proves nothing."""
        open_ones = [reckoned_value(part) for part in self.parts]
        known = [quantity for quantity in open_ones if quantity is not None]
        return tuple(known) if len(known) == len(open_ones) else ()


def parts(ledger: Ledger) -> Iterator[Problem]:
    """R410 to R412, R414: the parts that `gồm` names."""
    for line in ledger:
        components = ledger.parts_of(line)
        if not components or len(components) < len(line.indicator.parts) or line in components:
            continue
        for what, figure_of in COLUMNS.items():
            whole = figure_of(line, line)
            addends = [figure_of(part, line) for part in components]
            given = [addend for addend in addends if addend is not None]
            if whole is not None and len(given) == len(addends):
                yield from _checked(_Sum(line.key, what, whole, tuple(given), "R410"))


def breakdowns(ledger: Ledger) -> Iterator[Problem]:
    """R413, R411, R414: the values by unit."""
    for line in ledger:
        whole, values = line.indicator.result, tuple(line.indicator.breakdown.values())
        if whole is None and len(values) > 1 and fold(line.name).startswith(STRUCTURES):
            shares = [reckoned_value(value) for value in values]
            known = [share for share in shares if share is not None and share.unit in PERCENT]
            if len(known) == len(shares):
                yield from _structure(_Sum(line.key, "kết quả", values[-1], values, "R413"), known)
        if whole is not None and values:
            alike = tuple(_in_unit_of(value, whole) for value in values)
            yield from _checked(_Sum(line.key, "kết quả", whole, alike, "R413"))


def _in_unit_of(value: Figure, whole: Figure) -> Figure:
    """A bare number of a breakdown is meant in the total's own unit."""
    if value.quantity.unit or not whole.quantity.unit_text:
        return value
    again = read_quantity(value.words, whole.quantity.unit_text).quantity
    return replace(value, quantity=again) if again is not None else value


def _checked(sum_: _Sum) -> Iterator[Problem]:
    total, addends = sum_.total, sum_.quantities
    if total is None or not addends:
        return
    if all(part.unit in PERCENT for part in addends) and (total.unit not in PERCENT or _is_all(total)):
        yield from _structure(sum_, addends)
    elif is_intensive(total.unit):
        yield from _mean(sum_, total, addends)
    else:
        yield from _adds_up(sum_, total, addends)


def _is_all(total: Quantity) -> bool:
    """Whether a total is 100%, which is exact however it is written."""
    return total.unit == "%" and total.value == HUNDRED.value


def is_intensive(unit: str) -> bool:
    """Whether values in this unit are averaged, not added: percentages, yields, incomes per head."""
    return unit in PERCENT or "/" in unit


def _adds_up(sum_: _Sum, total: Quantity, addends: Sequence[Quantity]) -> Iterator[Problem]:
    reached = intervals.total(addends)
    if reached is None or intervals.in_unit(reached, total.unit) is None:
        return
    verdict = verdict_of_sum(total, reached, addends)
    if verdict is Verdict.AGREES and total.of is not None and all(part.of is not None for part in addends):
        total, addends = _bases(total), [_bases(part) for part in addends]
        reached = intervals.total(addends)
        assert reached is not None, "the n have added up in these units"
        verdict = verdict_of_sum(total, reached, addends)
    yield from _told(sum_, verdict, reached)


def _bases(quantity: Quantity) -> Quantity:
    """The m of n/m."""
    assert quantity.of is not None
    return replace(quantity, value=quantity.of, quantum=quantity.of_quantum, of=None, number="")


def _told(sum_: _Sum, verdict: Verdict, reached: Interval) -> Iterator[Problem]:
    code = {Verdict.WRONG: sum_.code, Verdict.TRUNCATED: "R411"}.get(verdict)
    if code:
        yield about(code, sum_.key, sum_.whole, **_values(sum_, reached))


def _values(sum_: _Sum, reached: Interval) -> dict[str, str]:
    shown = " + ".join(amount(part.quantity) for part in sum_.parts[:6]) + (" + …" if len(sum_.parts) > 6 else "")
    whole = replace(sum_.whole.quantity, of=None)
    return {"what": sum_.what, "sum": computed(reached, whole), "parts": shown, **against(sum_.parts[0])}


def _structure(sum_: _Sum, addends: Sequence[Quantity]) -> Iterator[Problem]:
    """R412: parts in percent that make no whole. 100% is exact; rounded parts miss it by half a last digit each."""
    reached = intervals.total(addends)
    if reached is not None and intervals.agrees(HUNDRED, reached) is not Verdict.AGREES:
        values = _values(sum_, reached)
        yield about("R412", sum_.key, sum_.parts[-1], **{**values, "sum": computed(reached, sum_.parts[-1].quantity)})


def _mean(sum_: _Sum, total: Quantity, addends: Sequence[Quantity]) -> Iterator[Problem]:
    """R414: a mean outside its parts; percentages may add up instead."""
    spans = [intervals.in_unit(intervals.written(part), total.unit) for part in addends]
    known = [span for span in spans if span is not None]
    own, reached = intervals.written(total), intervals.total(addends)
    if len(known) < len(spans) or len(known) < 2:
        return
    between = own.high >= min(span.low for span in known) and own.low <= max(span.high for span in known)
    added = reached is not None and verdict_of_sum(total, reached, addends) is not Verdict.WRONG
    if not between and not added:
        least, most = (pick(sum_.parts, key=lambda part: part.quantity.value) for pick in (min, max))
        values = {"least": amount(least.quantity), "most": amount(most.quantity), **against(sum_.parts[0])}
        yield about("R414", sum_.key, sum_.whole, **values)


def _result(line: Line, _total: Line) -> Figure | None:
    return line.indicator.result


def _before(line: Line, _total: Line) -> Figure | None:
    return line.indicator.before.value if line.indicator.before else None


def _plan(line: Line, total: Line) -> Figure | None:
    """The plan of the body that set the total's first plan."""
    first = next((plan for plan in total.indicator.plans if plan.value is not None), None)
    if first is None:
        return None
    setter = fold(first.setter or "")
    return next((plan.value for plan in line.indicator.plans if fold(plan.setter or "") == setter), None)


def _after(line: Line, _total: Line) -> Figure | None:
    return line.indicator.after[0].value if line.indicator.after else None


COLUMNS: Mapping[str, Callable[[Line, Line], Figure | None]] = MappingProxyType(
    {"kết quả": _result, "kế hoạch": _plan, "năm trước": _before, "năm sau": _after}
)
"""What adds up: the column's name → its figure of a line, for a total that the line is part of or is itself."""
