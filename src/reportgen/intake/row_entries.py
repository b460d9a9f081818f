"""A row's figures to an indicator: result, plans by setter, last year, targets, villages, years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportgen.intake.cell_figures import Written
from reportgen.intake.cells import At
from reportgen.intake.columns import VALUES, Means
from reportgen.intake.entries import Entry, Plan
from reportgen.intake.gathering import Gathered, column_texts
from reportgen.intake.notes import address
from reportgen.intake.rows import Row
from reportgen.intake.tables import Table


def own_name(table: Table, row: int) -> str:
    """The name as it stands, where the table itself gives the key: a dash before it only says that it is a part."""
    place = table.column(Means.NAME)
    assert place is not None
    return table.sheet.own(row, place).shown.removeprefix("- ")


def with_figures(entry: Entry, table: Table, row: Row, found: Gathered) -> Entry:
    """The entry with the figures of its row."""
    cells: dict[str, str] = {}
    ratios = found.ratios.get(row.row, {})
    texts = dict(column_texts(found, row.row, table.all(*VALUES)))

    def one(means: Means) -> tuple[str, bool]:
        place = table.column(means)
        if place is None or place not in texts:
            return "", False
        cells[str(means)] = address(table.sheet, At(row.row, place))
        return texts[place].text, texts[place].in_words

    def keyed(means: Means) -> dict[str, str]:
        return {table.columns[place].detail: texts[place].text for place in table.all(means) if place in texts}

    result, in_words = one(Means.RESULT)
    before, _ = one(Means.BEFORE)
    verdict = found.verdicts.get(row.row, "")
    return replace(
        entry,
        result="" if in_words else result,
        in_words=result if in_words else "",
        plans=_plans(table, table.all(Means.PLAN), texts, (ratios, verdict)),
        before=before,
        change=found.changes.get(row.row, "") if not before else "",
        after=_plans(table, table.all(Means.AFTER), texts, ({}, "")),
        breakdown=keyed(Means.ENTRY),
        history=keyed(Means.HISTORY),
        cells=cells,
    )


def _plans(
    table: Table, places: tuple[int, ...], texts: Mapping[int, Written], beside: tuple[Mapping[int, str], str]
) -> tuple[Plan, ...]:
    ratios, verdict = beside
    plans = [Plan("", ratio=ratios[NO_COLUMN])] if NO_COLUMN in ratios else []
    for place in places:
        column = table.columns[place]
        value = texts[place].text if place in texts else ""
        if value or place in ratios:
            plans.append(Plan(value, column.detail, column.adjusted, "" if value else ratios[place]))
    if verdict:
        plans = [replace(plans[0], verdict=verdict), *plans[1:]] if plans else [Plan("", verdict=verdict)]
    return tuple(plans)


NO_COLUMN = -1
"""The place of a plan of which only the ratio to it is known."""
