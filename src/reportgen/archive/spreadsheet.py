"""Tables for spreadsheets, as CSV that opens with its letters and runs nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

MARK = "\ufeff"
"""By this mark Excel knows UTF-8; without it `ế` is read as three letters."""
FORMULA_SIGNS = frozenset("=+-@\t\r\n＝＋－＠")
"""A cell that begins with one of these is reckoned, not shown; an apostrophe before it makes a text of it."""


def as_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The table with the mark; None is an empty cell."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return MARK + target.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in FORMULA_SIGNS else text
