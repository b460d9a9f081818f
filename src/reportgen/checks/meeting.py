"""The conference's hours, deadlines and votes: in order, and in step with one another."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.telling import place_in, place_of
from reportgen.figures.ledger import Ledger
from reportgen.model.leaves import Hours
from reportgen.problems import Problem
from reportgen.vietnamese.days import short_day, short_hour


def in_order(ledger: Ledger) -> Iterator[Problem]:
    """D623: what begins before the one ahead of it has ended. D626: what ends before it begins."""
    event = ledger.conference.event
    for hours in (event.hours, *(item.hours for item in event.agenda)):
        if hours is not None and hours.last is not None and hours.last <= hours.first:
            yield Problem("D626", place_in(hours.words), {"text": _shown(hours)})
    before: Hours | None = None
    for hours in (item.hours for item in event.agenda if item.hours is not None):
        if before is not None and hours.first < (before.last or before.first):
            yield _against(hours, before, _shown(before))
        before = hours
    if event.hours is not None and event.ended is not None and event.ended.first <= event.hours.first:
        yield Problem("D626", place_in(event.ended.words), {"text": f"{_shown(event.hours)} … {_shown(event.ended)}"})


def _against(hours: Hours, other: Hours, shown: str) -> Problem:
    values = {"text": _shown(hours), "other": shown, "line": str(place_in(other.words).line)}
    return Problem("D623", place_in(hours.words), values)


def _shown(hours: Hours) -> str:
    return short_hour(hours.first) if hours.last is None else f"{short_hour(hours.first)} - {short_hour(hours.last)}"


def beginnings(ledger: Ledger) -> Iterator[Problem]:
    """D624: the agenda begins at another hour than the conference."""
    event = ledger.conference.event
    first = next((item.hours for item in event.agenda if item.hours is not None), None)
    if event.hours is not None and first is not None and event.hours.first != first.first:
        values = {"text": short_hour(event.hours.first), "other": short_hour(first.first)}
        yield Problem("D624", place_in(event.hours.words), values | {"line": str(place_in(first.words).line)})


def deadlines(ledger: Ledger) -> Iterator[Problem]:
    """D625: something is to be prepared by a day after the conference."""
    days = ledger.conference.event.days
    for task in ledger.conference.preparation.tasks:
        if days is not None and task.until is not None and task.until.last > days.first:
            values = {"text": short_day(task.until.last), "other": short_day(days.first)}
            yield Problem("D625", place_in(task.until.words), values | {"line": str(place_in(days.words).line)})


def votes(ledger: Ledger) -> Iterator[Problem]:
    """R454: votes that are more than those present, or, where all are given, fewer."""
    for resolution in ledger.conference.event.resolutions:
        present = resolution.present
        given = [one for one in (resolution.in_favour, resolution.against, resolution.abstaining) if one is not None]
        if present is None or not given:
            continue
        total, all_given = sum(one.quantity.value for one in given), len(given) == VOTES
        if total > present.quantity.value or (all_given and total != present.quantity.value):
            values = {"text": " + ".join(str(one.words) for one in given), "present": str(present.words)}
            yield Problem("R454", place_of(given[0]), values | {"count": f"{total}"})


VOTES = 3
"""In favour, against, abstaining."""
