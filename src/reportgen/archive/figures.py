"""An indicator over all archived years and units, side by side; and a new input held against what was archived.

Of a report only the last version counts. An indicator is the same over the years by its key in the input or, without
regard to diacritics, by its name, within the reports of one body. A comparison is broken where this year's file gives
last year's value otherwise than last year's own file did.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from reportgen.archive.contents import BEFORE, HISTORY, RESULT
from reportgen.archive.index import opened
from reportgen.archive.searching import damaged
from reportgen.checks.firm import firm
from reportgen.checks.jumps import power_of_ten
from reportgen.checks.telling import about, amount, said
from reportgen.figures import intervals
from reportgen.figures.intervals import Verdict
from reportgen.figures.ledger import Ledger, Line
from reportgen.model.leaves import Figure
from reportgen.model.reading import Input
from reportgen.official.issuing import REPORT, REPORT_KIND
from reportgen.official.letterhead import head_of
from reportgen.problems import Failure, Place, Problem, in_order
from reportgen.quantity import Quantity, read_quantity
from reportgen.vietnamese.letters import fold, nfc

ESTIMATE = "ước"
SAME, REVISED, OTHER = "same", "revised", "other"
"""How a value given later stands to the one of the year's own file: REVISED where that was still an estimate."""


@dataclass(frozen=True, slots=True)
class Value:
    """The result of a year: as its own file has it, "" where only a later one tells; and as the first later file that
    tells of it gives it, as last year's value or among `các năm`, "" where none does. `jump`: 10, 100 … where it is
    about so many times the year before, or a tenth, a hundredth of it; 0 otherwise."""

    year: int
    written: str
    identifier: str
    later: str = ""
    later_identifier: str = ""
    standing: str = SAME
    jump: int = 0

    @property
    def quantity(self) -> Quantity | None:
        """The value as it can be reckoned with; None if it is none."""
        return read_quantity(self.written or self.later).quantity


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator of one body over the years. `name` and `key` are the last ones."""

    organ: str
    unit: str
    name: str
    key: str
    values: tuple[Value, ...]


_ROWS = f"""SELECT a.organ, a.unit, a.identifier, f.key, f.name, f.folded, f.year, f.part, f.written
FROM figures f JOIN additions a ON a.number = f.addition
WHERE f.part IN ('{RESULT}', '{BEFORE}', '{HISTORY}') AND instr(a.unit_folded, ?)
    AND NOT EXISTS (SELECT 1 FROM additions l WHERE l.replaces = a.identifier)
    AND (a.organ, f.key) IN (
        SELECT b.organ, g.key FROM figures g JOIN additions b ON b.number = g.addition WHERE {{words}})
ORDER BY a.year, a.date, a.number, f.rowid"""


def figures(root: Path, words: str, unit: str = "") -> tuple[Series, ...] | Failure:
    """All indicators whose name holds the words, by name and body."""
    if not root.is_dir():
        return Failure.of(Problem("H124", Place(root), {"folder": str(root)}))
    wanted = fold(nfc(words)).replace("_", " ").split()
    condition = " AND ".join(["instr(replace(g.folded || ' ' || g.key, '_', ' '), ?)"] * len(wanted)) or "1"
    try:
        with opened(root) as connection:
            rows = connection.execute(_ROWS.format(words=condition), (fold(unit), *wanted)).fetchall()
    except sqlite3.Error as error:
        return damaged(root, error)
    return tuple(sorted(_series(rows), key=lambda series: (fold(series.name), series.organ)))


@dataclass(slots=True)
class _Gathered:
    """What is known of a series while it is gathered: year → text and identifier, of results and of later tellings."""

    organ: str
    unit: str
    name: str
    key: str
    results: dict[int, tuple[str, str]]
    later: dict[int, tuple[str, str]]


def _series(rows: Sequence[tuple[str, str, str, str, str, str, int, str, str]]) -> Iterator[Series]:
    known: dict[tuple[str, str, str], _Gathered] = {}
    found: list[_Gathered] = []
    for organ, unit, identifier, key, name, folded, year, part, written in rows:
        one = known.get((organ, "key", key)) or known.get((organ, "name", folded))
        if one is None:
            one = _Gathered(organ, unit, name, key, {}, {})
            found.append(one)
        known[organ, "key", key] = known[organ, "name", folded] = one
        one.name, one.key, one.unit = name, key, unit
        if part == HISTORY:
            # Rows come by the year of their file: the file of the year behind it was heard first.
            one.later.setdefault(year, (written, identifier))
        else:
            (one.results if part == RESULT else one.later)[year] = (written, identifier)
    for one in found:
        yield Series(one.organ, one.unit, one.name, one.key, tuple(_marked(_values(one))))


def _values(one: _Gathered) -> Iterator[Value]:
    for year in sorted(one.results.keys() | one.later.keys()):
        written, identifier = one.results.get(year, ("", ""))
        later, later_identifier = one.later.get(year, ("", ""))
        standing = SAME
        if written and later:
            standing = stands(read_quantity(later).quantity, read_quantity(written).quantity)
        yield Value(year, written, identifier, later, later_identifier, standing)


def _marked(values: Iterator[Value]) -> Iterator[Value]:
    before: Quantity | None = None
    for value in values:
        now = firm(value.quantity)
        jump = power_of_ten(now, before) if now is not None and before is not None else 0
        yield Value(
            value.year, value.written, value.identifier, value.later, value.later_identifier, value.standing, jump
        )
        before = now or before


def stands(later: Quantity | None, archived: Quantity | None) -> str:
    """How a value that was given later stands to the archived one. What cannot be reckoned with stands as it is."""
    one, other = firm(later), firm(archived)
    if one is None or other is None:
        return SAME
    verdicts = (intervals.agrees(one, intervals.written(other)), intervals.agrees(other, intervals.written(one)))
    if Verdict.AGREES in verdicts:
        return SAME
    return REVISED if ESTIMATE in other.hedges else OTHER


def sizes(series: Series) -> tuple[Fraction | None, ...]:
    """The values in one unit, for a chart; None where one has no size in it."""
    quantities = [value.quantity for value in series.values]
    unit = next((quantity.unit for quantity in reversed(quantities) if quantity is not None), "")
    found = []
    for quantity in quantities:
        interval = intervals.in_unit(intervals.written(quantity), unit) if quantity is not None else None
        found.append(interval.nominal if interval is not None else None)
    return tuple(found)


# A new input


CODES = {OTHER: "H151", REVISED: "H152"}
_ARCHIVED = f"""SELECT f.year, f.key, f.folded, f.written, a.identifier
FROM figures f JOIN additions a ON a.number = f.addition
WHERE f.part = '{RESULT}' AND a.organ = ? AND a.year < ?
    AND NOT EXISTS (SELECT 1 FROM additions l WHERE l.replaces = a.identifier)
ORDER BY a.year, a.date, a.number"""


def against_archive(given: Input, root: Path) -> tuple[Problem, ...]:
    """H151, H152: values of earlier years that the archived files of those years give otherwise."""
    if given.conference is None:
        return ()
    if not root.is_dir():
        return (Problem("H124", Place(root), {"folder": str(root)}),)
    ledger = Ledger(given.conference)
    organ = head_of(given.conference, REPORT, REPORT_KIND).organ_full
    try:
        with opened(root) as connection:
            rows = connection.execute(_ARCHIVED, (organ, given.conference.year.number)).fetchall()
    except sqlite3.Error as error:
        return damaged(root, error).problems
    archived: dict[tuple[int, str], tuple[str, str]] = {}
    for year, key, folded, written, identifier in rows:
        archived[year, folded] = archived[year, f"#{key}"] = (written, identifier)
    return in_order(problem for line in ledger for problem in _differing(line, archived))


def _differing(line: Line, archived: dict[tuple[int, str], tuple[str, str]]) -> Iterator[Problem]:
    for year, figure in _earlier(line):
        known = archived.get((year, f"#{line.key}")) or archived.get((year, fold(line.name)))
        if known is None:
            continue
        written, identifier = known
        there = read_quantity(written).quantity
        code = CODES.get(stands(figure.quantity, there))
        if code and there is not None and code not in line.indicator.silenced:
            shown = amount(there) if code == CODES[REVISED] else said(there)
            values = {"year": str(year), "archived": shown, "identifier": identifier}
            yield about(code, line.key, figure, **values)


def _earlier(line: Line) -> Iterator[tuple[int, Figure]]:
    before = line.indicator.before
    if before is not None and before.value is not None:
        yield line.year - 1, before.value
    for year, figure in line.indicator.history.items():
        if year.isascii() and year.isdigit():
            yield int(year), figure
