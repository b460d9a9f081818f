"""What was typed for a number that a paper prints.

In: the figure's name and part as the paper's `<data>` has them. Out: the figure of the input, or its place; for what is
computed, the figure that it compares.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reportgen.figures.part import Part, Shows
from reportgen.model import Conference
from reportgen.model.indicators import Indicator, Plan
from reportgen.model.leaves import Figure
from reportgen.model.section import leaves_of
from reportgen.problems import Place


def origin(conference: Conference, figure: str, part: str) -> Place | None:
    """The place of a figure's part; None if the input has no such figure."""
    found = typed(conference, figure, part)
    return found.words.place() if found is not None else None


def typed(conference: Conference, figure: str, part: str) -> Figure | None:
    """The figure that was typed for a part; None if the input has no such figure."""
    indicator = conference.indicators.get(figure)
    if indicator is None:
        return None
    wanted = Part.read(part)
    return _TYPED[wanted.shows](indicator, wanted) or next(leaves_of(indicator, Figure), None)


def _result(indicator: Indicator, _: Part) -> Figure | None:
    return indicator.result


def _plan(indicator: Indicator, part: Part) -> Figure | None:
    """The plan's value, else the ratio that was typed for it."""
    return _stated(indicator.plans[part.number - 1]) if 0 < part.number <= len(indicator.plans) else None


def _target(indicator: Indicator, part: Part) -> Figure | None:
    """Of next year's targets that have a value."""
    known = [plan.value for plan in indicator.after if plan.value is not None]
    return known[part.number - 1] if 0 < part.number <= len(known) else None


def _stated(plan: Plan) -> Figure | None:
    return plan.value or plan.ratio


def _before(indicator: Indicator, _: Part) -> Figure | None:
    before = indicator.before
    return (before.value or next(iter(before.change), None)) if before is not None else None


def _entry(indicator: Indicator, part: Part) -> Figure | None:
    return indicator.breakdown.get(part.name) or indicator.history.get(part.name)


_TYPED: Mapping[Shows, Callable[[Indicator, Part], Figure | None]] = MappingProxyType(
    {
        Shows.RESULT: _result,
        Shows.NUMBER: _result,
        Shows.WHOLE: _result,
        Shows.OF_TOTAL: _result,
        Shows.SHARE: lambda indicator, _: indicator.ratio or indicator.result,
        Shows.PLAN: _plan,
        Shows.AGAINST_PLAN: _plan,
        Shows.BEFORE: _before,
        Shows.AGAINST_BEFORE: _before,
        Shows.TARGET: _target,
        Shows.RANK: lambda indicator, _: indicator.rank,
        Shows.ENTRY: _entry,
    }
)
"""What a number shows → the leaf that was typed for it."""
assert _TYPED.keys() == frozenset(Shows)
