"""Where the figure behind a number of a paper was typed.

In: the figure's name and part as the page's `<data>` has them. Out: the place in the input; for what is computed, the
place of the figure that it compares.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from reportgen.model import Conference
from reportgen.model.indicators import Indicator, Plan
from reportgen.model.leaves import Figure
from reportgen.model.section import leaves_of
from reportgen.problems import Place

_NUMBERED = re.compile(r"(?:so )?kế hoạch (\d{1,4})")
_NEXT = re.compile(r"năm sau (\d{1,4})")


def origin(conference: Conference, figure: str, part: str) -> Place | None:
    """The place of a figure's part; None if the input has no such figure."""
    indicator = conference.indicators.get(figure)
    if indicator is None:
        return None
    named = (
        _plan(indicator, part)
        or _target(indicator, part)
        or _ONE.get(part, _no)(indicator)
        or _several(indicator, part)
    )
    found = named or next(leaves_of(indicator, Figure), None)
    return found.words.place() if found is not None else None


def _no(_: Indicator) -> Figure | None:
    return None


def _plan(indicator: Indicator, part: str) -> Figure | None:
    """`kế hoạch 2`, `so kế hoạch 2`: the second plan's value, else the ratio that was typed for it."""
    number = _NUMBERED.fullmatch(part)
    place = int(number[1]) if number else 0
    return _stated(indicator.plans[place - 1]) if 0 < place <= len(indicator.plans) else None


def _target(indicator: Indicator, part: str) -> Figure | None:
    """`năm sau 2`: the second of next year's targets that have a value."""
    number = _NEXT.fullmatch(part)
    known = [plan.value for plan in indicator.after if plan.value is not None]
    place = int(number[1]) if number else 0
    return known[place - 1] if 0 < place <= len(known) else None


def _stated(plan: Plan) -> Figure | None:
    return plan.value or plan.ratio


def _before(indicator: Indicator) -> Figure | None:
    before = indicator.before
    return (before.value or next(iter(before.change), None)) if before is not None else None


def _after(indicator: Indicator) -> Figure | None:
    return next((plan.value for plan in indicator.after if plan.value is not None), None)


def _several(indicator: Indicator, part: str) -> Figure | None:
    return indicator.breakdown.get(part) or indicator.history.get(part)


_ONE: Mapping[str, Callable[[Indicator], Figure | None]] = MappingProxyType(
    {
        "giá trị": lambda indicator: indicator.result,
        "số": lambda indicator: indicator.result,
        "tổng số": lambda indicator: indicator.result,
        "tỷ lệ": lambda indicator: indicator.ratio or indicator.result,
        "năm trước": _before,
        "so năm trước": _before,
        "năm sau": _after,
        "xếp hạng": lambda indicator: indicator.rank,
    }
)
"""Part → the leaf that was typed for it."""
