"""Parts against totals: `gồm` and `theo đơn vị`, in results, plans and last year; structures against 100%; means.

Sums hold as intervals: parts and total each stand for all values that their digits allow. Parts in percent of a whole
must reach 100%, which is exact. What does not add up (percentages, yields) must lie between the least and the greatest.
Changes (`tăng 5%`, `giảm 3 hộ`) are held like levels, with their sign, where all are changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from reportgen.checks.firm import firm, firm_value
from reportgen.checks.sums import NEAR_WHOLE, is_whole, makes_whole, verdict_of_sum, written_sum
from reportgen.checks.telling import about, against, amount, computed
from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Verdict
from reportgen.figures.ledger import CHANGES, PERCENT, Ledger, Line
from reportgen.model.leaves import Figure
from reportgen.problems import Problem
from reportgen.quantity import Change, Quantity, read_quantity
from reportgen.vietnamese.letters import fold

STRUCTURE = "co cau"
"""How the name of a structure begins, folded."""


class _Sum(NamedTuple):
    """A total's figure with the figures of its parts; `what` names the column: result, plan, last year, a year."""

    line: Line
    what: str
    whole: Figure | None
    """None where only the parts are given."""
    parts: tuple[Figure, ...]
    code: str

    @property
    def total(self) -> Quantity | None:
        return self._levels(self.whole)[0] if self.whole is not None else None

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The parts' quantities; empty where one of them proves nothing."""
        known = [quantity for quantity in self._levels(*self.parts) if quantity is not None]
        return tuple(known) if len(known) == len(self.parts) else ()

    @property
    def of_changes(self) -> bool:
        """Whether the total and all parts say how much something changed."""
        figures = self.parts if self.whole is None else (self.whole, *self.parts)
        return all(figure.quantity.change in CHANGES for figure in figures)

    def _levels(self, *figures: Figure) -> list[Quantity | None]:
        if not self.of_changes:
            return [firm_value(figure) for figure in figures]
        return [firm(_signed(figure.quantity)) for figure in figures]

    def is_structure(self, addends: Sequence[Quantity]) -> bool:
        """Whether the parts are the shares of a whole: of an amount, of 100%, or so named, or near 100% together."""
        if self.of_changes or not all(part.unit in PERCENT for part in addends) or len(addends) < FEWEST_SHARES:
            return False
        near = makes_whole(addends, NEAR_WHOLE)
        if self.whole is None or fold(self.line.name).startswith(STRUCTURE):
            return near
        total = self.total
        return total is not None and (total.unit not in PERCENT or (is_whole(total) and not _between(total, addends)))


FEWEST_SHARES = 2


def _signed(quantity: Quantity) -> Quantity:
    """A change as a level: a decrease is negative."""
    return replace(quantity, value=quantity.signed, change=Change.NONE)


def parts(ledger: Ledger) -> Iterator[Problem]:
    """R410 to R412, R414: the parts that `gồm` names."""
    for line in ledger:
        components = ledger.parts_of(line)
        if not components or len(components) < len(line.indicator.parts) or line in components:
            continue
        for what, figure_of in _columns(line, components).items():
            addends = [figure_of(part, line) for part in components]
            given = [addend for addend in addends if addend is not None]
            if len(given) == len(addends):
                yield from _checked(_Sum(line, what, figure_of(line, line), tuple(given), "R410"))


def breakdowns(ledger: Ledger) -> Iterator[Problem]:
    """R413, R411, R412, R414: the values by unit."""
    for line in ledger:
        whole, values = line.indicator.result, tuple(line.indicator.breakdown.values())
        if values:
            unit = whole.quantity.unit_text if whole is not None else str(line.indicator.unit or "")
            alike = tuple(_in_unit(value, unit) for value in values)
            if whole is not None or fold(line.name).startswith(STRUCTURE):
                yield from _checked(_Sum(line, "kết quả", whole, alike, "R413"))


def _in_unit(value: Figure, unit: str) -> Figure:
    """A bare number of a breakdown is meant in the total's own unit."""
    if value.quantity.unit or not unit:
        return value
    again = read_quantity(value.words, unit).quantity
    return replace(value, quantity=again) if again is not None else value


def _checked(sum_: _Sum) -> Iterator[Problem]:
    total, addends = sum_.total, sum_.quantities
    if not addends:
        return
    if sum_.is_structure(addends):
        yield from _structure(sum_, addends)
    elif total is not None and is_intensive(total.unit):
        yield from _mean(sum_, total, addends)
    elif total is not None:
        yield from _adds_up(sum_, total, addends)


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
    if code and sum_.whole is not None:
        total = computed(_size(reached), replace(sum_.whole.quantity, of=None))
        yield about(code, sum_.line.key, sum_.whole, **_values(sum_), sum=f"{_direction(sum_, reached)}{total}")


def _size(interval: Interval) -> Interval:
    return interval if interval.nominal >= 0 else intervals.mirrored(interval)


def _direction(sum_: _Sum, reached: Interval) -> str:
    """The word before a sum of changes."""
    if not sum_.of_changes:
        return "" if reached.nominal >= 0 else "-"
    return f"{(Change.UP if reached.nominal >= 0 else Change.DOWN).value} "


def _values(sum_: _Sum) -> dict[str, str]:
    shown = " + ".join(_shown(part) for part in sum_.parts[:6]) + (" + …" if len(sum_.parts) > 6 else "")
    return {"what": sum_.what, "parts": shown, **against(sum_.parts[0])}


def _shown(figure: Figure) -> str:
    return f"{figure.quantity.change.value} {amount(figure.quantity)}".lstrip()


def _structure(sum_: _Sum, addends: Sequence[Quantity]) -> Iterator[Problem]:
    """R412: shares of a whole that miss 100% by more than their rounding."""
    if not makes_whole(addends):
        yield about("R412", sum_.line.key, sum_.parts[-1], **_values(sum_), sum=written_sum(addends))


def _mean(sum_: _Sum, total: Quantity, addends: Sequence[Quantity]) -> Iterator[Problem]:
    """R414: a mean outside its parts; percentages may add up instead, but not growth in percent."""
    reached = intervals.total(addends) if not sum_.of_changes else None
    added = reached is not None and verdict_of_sum(total, reached, addends) is not Verdict.WRONG
    if len(addends) >= FEWEST_SHARES and not _between(total, addends) and not added and sum_.whole is not None:
        least, most = (pick(sum_.parts, key=lambda part: part.quantity.signed) for pick in (min, max))
        values = {"least": _shown(least), "most": _shown(most), **against(sum_.parts[0])}
        yield about("R414", sum_.line.key, sum_.whole, **values)


def _between(total: Quantity, addends: Sequence[Quantity]) -> bool:
    """Whether the total can lie between the least and the greatest part; true where units forbid to tell."""
    spans = [intervals.in_unit(intervals.written(part), total.unit) for part in addends]
    known = [span for span in spans if span is not None]
    if len(known) < len(spans):
        return True
    own = intervals.written(total)
    return own.high >= min(span.low for span in known) and own.low <= max(span.high for span in known)


def _result(line: Line, _total: Line) -> Figure | None:
    return line.indicator.result


def _before(line: Line, _total: Line) -> Figure | None:
    return line.indicator.before.value if line.indicator.before else None


def _plan(line: Line, total: Line) -> Figure | None:
    """The plan of the body that set the total's first plan; the first of all where the total has none."""
    first = next((plan for plan in total.indicator.plans if plan.value is not None), None)
    if first is None:
        return next((plan.value for plan in line.indicator.plans if plan.value is not None), None)
    setter = fold(first.setter or "")
    return next((plan.value for plan in line.indicator.plans if fold(plan.setter or "") == setter), None)


def _after(line: Line, _total: Line) -> Figure | None:
    return line.indicator.after[0].value if line.indicator.after else None


COLUMNS: Mapping[str, Callable[[Line, Line], Figure | None]] = MappingProxyType(
    {"kết quả": _result, "kế hoạch": _plan, "năm trước": _before, "năm sau": _after}
)
"""What adds up: the column's name → its figure of a line, for a total that the line is part of or is itself."""


def _of_year(year: str, line: Line, _total: Line) -> Figure | None:
    return line.indicator.history.get(year)


def _columns(line: Line, components: Sequence[Line]) -> Mapping[str, Callable[[Line, Line], Figure | None]]:
    """The columns of a total: those of every indicator, and the years that it or its parts have."""
    years = dict.fromkeys(year for one in (line, *components) for year in one.indicator.history)
    return {**COLUMNS, **{f"năm {year}": partial(_of_year, year) for year in years}}
