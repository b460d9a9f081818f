"""The table of some indicators by villages or quarters, one a row: each column an indicator, each row a unit.

In: the sheets of a report and its indicators. Out: the indicators with what the table says of each unit
(`theo đơn vị`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportgen.intake.cells import Sheet
from reportgen.intake.entries import Entry
from reportgen.quantity import read_quantity
from reportgen.vietnamese.letters import fold

HEAD = frozenset({"don vi", "thon", "khu pho", "to dan pho", "xom", "ap", "khoi"})
"""How the column of units is headed, folded."""
TOTALS = ("tong", "cong", "toan")
LONGEST_HEAD = 4
"""The head stands among so many first rows."""
_UNIT = re.compile(r"\s*\([^()]*\)\s*$")
_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?(?:/\d[\d.]*)?%?")


def by_unit(sheets: Sequence[Sheet], entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries with what tables say of them unit by unit."""
    found: dict[str, dict[str, str]] = {}
    keys = {fold(entry.name): entry for entry in entries}
    for sheet in sheets:
        found |= _of(sheet, keys)
    return tuple(
        replace(entry, breakdown=found[entry.key]) if entry.key in found and not entry.breakdown else entry
        for entry in entries
    )


def _of(sheet: Sheet, keys: Mapping[str, Entry]) -> dict[str, dict[str, str]]:
    head = next(
        (place for place, cell in sorted(sheet.cells.items()) if place[0] < LONGEST_HEAD and fold(cell.shown) in HEAD),
        None,
    )
    if head is None:
        return {}
    row, units = head
    columns = {
        column: keys[name]
        for (line, column), cell in sheet.cells.items()
        if line == row and column > units and (name := fold(_UNIT.sub("", cell.shown))) in keys
    }
    found: dict[str, dict[str, str]] = {}
    for (line, column), cell in sorted(sheet.cells.items()):
        unit = sheet.cells.get((line, units))
        told = column in columns and line > row and unit is not None and _NUMBER.fullmatch(cell.shown)
        if told and unit is not None and not fold(unit.shown).startswith(TOTALS):
            entry = columns[column]
            found.setdefault(entry.key, {})[unit.shown] = _with_unit(cell.shown, entry)
    return found


def _with_unit(number: str, entry: Entry) -> str:
    """The number in the unit of the indicator's result."""
    quantity = read_quantity(entry.result).quantity
    unit = quantity.unit_text if quantity is not None else ""
    return number if number.endswith("%") or not unit else f"{number}{'' if unit == '%' else ' '}{unit}"
