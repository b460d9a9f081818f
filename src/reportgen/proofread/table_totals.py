"""Totals of a table: rows that are the sum of rows, columns that are the sum of columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Verdict
from reportgen.proofread.finding import Finding, Kind
from reportgen.proofread.grids import Column, Figure, Grid, Row
from reportgen.proofread.reckoning import slip
from reportgen.proofread.table_findings import FEWEST, MOST_COMPARED, MOST_OFF, bare, finding_at
from reportgen.quantity import write_number

_TOTAL = re.compile(r"(?:tổng|cộng)(?: cộng| số| toàn (?:xã|phường|huyện)| chung)?[:.]?|toàn (?:xã|phường)")
_NOT_ADDED = re.compile(r"năng suất|bình quân|tỷ lệ|tốc độ|mật độ|hệ số|giá(?! trị)|thu nhập|xếp|hạng|điểm")
_SOME = re.compile(r"trong đó|nữ|riêng")
_RATE = re.compile(r"%|/|‰")


def totals(known: Grid) -> Iterator[Finding]:
    """Rows that are the sum of rows: by their name, or by the level that their numbers show."""
    columns = [
        column
        for column in (*known.columns(Column.VALUE), *known.columns(Column.COMPARED))
        if known.kinds[column] is Column.VALUE or re.search(r"cơ cấu|tỷ trọng", known.heads[column])
    ]
    columns = [column for column in columns if not _NOT_ADDED.search(known.heads[column])]
    for place, row in enumerate(known.rows):
        if _NOT_ADDED.search(row.name) or _RATE.search(row.unit):
            continue
        parts = _children(known, place)
        if len(parts) > 1:
            yield from _added(row, parts, columns, named=_TOTAL.fullmatch(row.name.strip()) is not None)


def _children(known: Grid, place: int) -> list[Row]:
    """The rows that a row may be the sum of."""
    rows = known.rows
    row = rows[place]
    if _TOTAL.fullmatch(row.name.strip()):
        others = [one for at, one in enumerate(rows) if at != place]
        if any(_TOTAL.fullmatch(one.name.strip()) for one in others) or place not in (0, len(rows) - 1):
            return []
        top = min((_level(one) for one in others), default=0)
        return _alike(row, [one for one in others if _level(one) == top])
    level = _level(row)
    below: list[Row] = []
    for one in rows[place + 1 :]:
        if _level(one) <= level:
            break
        below.append(one)
    if not below or level >= UNNUMBERED or any(_SOME.search(one.name) for one in below):
        return []
    top = min(_level(one) for one in below)
    return _alike(row, [one for one in below if _level(one) == top])


def _alike(row: Row, parts: list[Row]) -> list[Row]:
    """The parts, where all are in the row's unit and nothing among them is a part of another."""
    same = all(one.unit == row.unit or not row.unit for one in parts)
    return parts if same and not any(_SOME.match(one.name) for one in parts) else []


UNNUMBERED = 9
_LEVELS = (
    (re.compile(r"[ivx]+"), 1),
    (re.compile(r"\d+"), 2),
    (re.compile(r"\d+\.\d+"), 3),
    (re.compile(r"\d+\.\d+\.\d+|[a-zđ]"), 4),
    (re.compile(r"[-–+•*]"), 5),
)


def _level(row: Row) -> int:
    mark = row.number.strip(" .()")
    if not mark and row.name[:1] in "-–+•*":
        mark = row.name[:1]
    return next((level for form, level in _LEVELS if form.fullmatch(mark)), UNNUMBERED)


def _added(row: Row, parts: Sequence[Row], columns: Sequence[int], *, named: bool) -> Iterator[Finding]:
    """The columns in which the row is not the sum of its parts, where in others it is, or its name says that it is."""
    wrong: list[tuple[Figure, Sequence[Figure], Interval]] = []
    right = 0
    for column in columns:
        total = row.figures.get(column)
        figures = [part.figures[column] for part in parts if column in part.figures]
        if total is None or len(figures) < 2:
            continue
        computed = intervals.total([bare(figure.quantity) for figure in figures])
        assert computed is not None, "numbers without units add up"
        if intervals.agrees(bare(total.quantity), computed) is Verdict.WRONG:
            wrong.append((total, figures, computed))
        else:
            right += total.quantity.value != 0
    if not wrong or (not right and (len(wrong) > 1 or not named or len(parts) < FEWEST)) or len(wrong) > max(right, 1):
        return
    for total, added, computed in wrong:
        equation = f"{' + '.join(figure.text for figure in added[:MOST_SHOWN])}{_more(added)} = {_sum(computed)}"
        like = replace(total.quantity, quantum=total.quantity.quantum or Decimal(1))
        yield finding_at(Kind.SUM, total, equation, tuple(figure.span for figure in added), slip(like, computed))


MOST_SHOWN = 8


def _more(figures: Sequence[Figure]) -> str:
    return " + …" if len(figures) > MOST_SHOWN else ""


def _sum(computed: Interval) -> str:
    return write_number(computed.nominal)


# Totals of columns


def across(known: Grid) -> Iterator[Finding]:
    """Columns that are the sum of the columns behind them: `Tổng số`, `Nam`, `Nữ`."""
    values = known.columns(Column.VALUE)[:MOST_COMPARED]
    for place, column in enumerate(values):
        if not re.search(r"(?<!\w)(?:tổng|cộng)(?!\w)", known.heads[column]):
            continue
        for parts in _ranges(values, place):
            held = [(row, *_row_sum(row, column, parts)) for row in known.rows]
            good = sum(agreed is True for _, agreed, _ in held)
            bad = [(row, computed) for row, agreed, computed in held if agreed is False]
            if good < FEWEST or len(bad) > MOST_OFF * (good + len(bad)):
                continue
            for row, computed in bad:
                assert computed is not None, "it was held against the total"
                figures = [row.figures[part] for part in parts if part in row.figures]
                equation = f"{' + '.join(figure.text for figure in figures)} = {_sum(computed)}"
                yield finding_at(Kind.SUM, row.figures[column], equation, tuple(figure.span for figure in figures))
            break


def _ranges(values: Sequence[int], place: int) -> Iterator[Sequence[int]]:
    """The runs of columns that a total may be of: those behind it, longest first, or all before it."""
    for stop in range(len(values), place + 2, -1):
        yield values[place + 1 : stop]
    if place == len(values) - 1 and place > 1:
        yield values[:place]


def _row_sum(row: Row, column: int, parts: Sequence[int]) -> tuple[bool | None, Interval | None]:
    total = row.figures.get(column)
    figures = [row.figures[part] for part in parts if part in row.figures]
    if total is None or len(figures) < 2:
        return None, None
    computed = intervals.total([bare(figure.quantity) for figure in figures])
    assert computed is not None, "numbers without units add up"
    return intervals.agrees(bare(total.quantity), computed) is not Verdict.WRONG, computed
