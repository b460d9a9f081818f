"""One indicator that two tables have: what the one lacks, the other gives; what both have has to be the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportgen.intake.entries import Entry, Plan
from reportgen.intake.standing import same_figure
from reportgen.vietnamese.letters import fold

Difference = Mapping[str, str]
"""What differs, the first table's text and the second's: `what`, `old`, `new`."""


def together(first: Entry, second: Entry) -> tuple[Entry, tuple[Difference, ...]]:
    """Both as one, and where they differ: there the first stays, and the second's figure is a remark."""
    found: list[Difference] = []
    joined = replace(
        first,
        result=_text("thực hiện", first.result, second.result, found),
        in_words=first.in_words or ("" if first.result else second.in_words),
        before=_text("năm trước", first.before, second.before, found),
        change=first.change or second.change,
        unit=first.unit or second.unit,
        note=first.note or second.note,
        plans=_plans("kế hoạch", first.plans, second.plans, found),
        after=_plans("năm sau", first.after, second.after, found),
        breakdown=_keyed("theo đơn vị", first.breakdown, second.breakdown, found),
        history=_keyed("các năm", first.history, second.history, found),
        parts=first.parts or second.parts,
        cells={**second.cells, **first.cells},
    )
    told = tuple(f"{second.at} ({one['what']}): {one['new']}" for one in found)
    return replace(joined, remarks=(*first.remarks, *second.remarks, *told)), tuple(found)


def _text(what: str, one: str, other: str, found: list[Difference]) -> str:
    if one and other and not same_figure(one, other):
        found.append({"what": what, "old": one, "new": other})
    return one or other


def _plans(what: str, ours: tuple[Plan, ...], theirs: tuple[Plan, ...], found: list[Difference]) -> tuple[Plan, ...]:
    kept = list(ours)
    for plan in theirs:
        known = next(
            (one for one in ours if (fold(one.setter), one.adjusted) == (fold(plan.setter), plan.adjusted)), None
        )
        if known is None:
            kept.append(plan)
        else:
            value = _text(f"{what} ({plan.setter})" if plan.setter else what, known.value, plan.value, found)
            kept[kept.index(known)] = replace(known, value=value, ratio="" if value else known.ratio or plan.ratio)
    return tuple(kept)


def _keyed(what: str, ours: Mapping[str, str], theirs: Mapping[str, str], found: list[Difference]) -> dict[str, str]:
    both = {name: _text(f"{what} ({name})", ours.get(name, ""), text, found) for name, text in theirs.items()}
    return {**ours, **both}
