"""Columns that compare others, held against what they compare: ratios, growths, differences. They are never trusted.

What a column compares is said in its head, as far as it is; which of the readings that leaves is meant, the rows show:
the one that most of them agree with. Stored numbers take part, not only what is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Verdict
from reportgen.intake.columns import SEVERAL_HEADS, Column, Means, setter
from reportgen.intake.wordings import pattern, plain, without_numbers
from reportgen.quantity import Quantity, write_number

SAMPLED = 60
"""Rows by which a column's rule is chosen."""
FEWEST = 4
"""From so many rows on, a column of which most disagree is taken for one that is not understood."""


class Form(Enum):
    """How a column compares."""

    RATIO = "ratio"
    GROWTH = "growth"
    DIFFERENCE = "difference"
    TIMES = "times"
    """A ratio without its hundred: 1,003."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A column as made of two others; columns by their places."""

    form: Form
    now: int
    base: int


@dataclass(frozen=True, slots=True)
class Off:
    """A cell that its operands contradict. `right` is what they give, `reckoned` how."""

    row: int
    column: int
    right: str
    reckoned: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A column held against others: its rule (None where none fits), and which rows do not agree with it."""

    column: int
    rule: Rule | None
    off: tuple[Off, ...] = ()


Numbers = Mapping[tuple[int, int], Quantity]
"""Row and column → the number there."""


def compared(column: int, columns: Mapping[int, Column], numbers: Numbers) -> Compared:
    """The column held against those that it may compare."""
    rows = sorted(row for row, place in numbers if place == column)
    sample = rows[:: max(len(rows) // SAMPLED, 1)]
    tried = [(rule, *_counts(rule, column, sample, numbers)) for rule in _rules(columns[column], columns)]
    known = [one for one in tried if one[2]]
    if not known:
        return Compared(column, None)
    rule, agreeing, held = max(known, key=lambda one: one[1])
    if agreeing * 2 < held and (held >= FEWEST or not _is_certain(columns[column], columns)):
        return Compared(column, None)
    return Compared(column, rule, tuple(_off(rule, column, rows, numbers)))


def _is_certain(column: Column, columns: Mapping[int, Column]) -> bool:
    """Whether the head leaves no choice of what is compared with what."""
    return len({(rule.now, rule.base) for rule in _rules(column, columns)}) == 1


def _counts(rule: Rule, column: int, rows: Sequence[int], numbers: Numbers) -> tuple[int, int]:
    """How many rows agree with a rule, and how many can be held against it."""
    verdicts = [verdict for row in rows if (verdict := _verdict(rule, row, column, numbers)) is not None]
    return sum(verdict is not Verdict.WRONG for verdict in verdicts), len(verdicts)


def _verdict(rule: Rule, row: int, column: int, numbers: Numbers) -> Verdict | None:
    """How a row stands to a rule; None where an operand is missing. Exact intervals are only for what is not plain."""
    now, base, typed = numbers.get((row, rule.now)), numbers.get((row, rule.base)), numbers[row, column]
    if now is None or base is None:
        return None
    if base.value and abs(_QUICK[rule.form](now.value, base.value) - typed.value) <= typed.quantum * NEARLY_HALF:
        return Verdict.AGREES
    computed = _computed(rule, row, numbers)
    return None if computed is None else intervals.agrees(typed, computed)


NEARLY_HALF = Decimal("0.499")
_QUICK = {
    Form.RATIO: lambda now, base: now / base * 100,
    Form.GROWTH: lambda now, base: (now - base) / base * 100,
    Form.DIFFERENCE: lambda now, base: now - base,
    Form.TIMES: lambda now, base: now / base,
}


def _computed(rule: Rule, row: int, numbers: Numbers) -> Interval | None:
    now, base = numbers.get((row, rule.now)), numbers.get((row, rule.base))
    if now is None or base is None:
        return None
    made = _COMPUTE[rule.form](now, base)
    return None if made is None else Interval(made.nominal, made.low, made.high)


def _times(now: Quantity, base: Quantity) -> Interval | None:
    ratio = intervals.ratio(now, base)
    return None if ratio is None else Interval(ratio.nominal / 100, ratio.low / 100, ratio.high / 100)


_COMPUTE = {
    Form.RATIO: intervals.ratio,
    Form.GROWTH: intervals.growth,
    Form.DIFFERENCE: intervals.difference,
    Form.TIMES: _times,
}


def _off(rule: Rule, column: int, rows: Sequence[int], numbers: Numbers) -> Iterator[Off]:
    for row in rows:
        if _verdict(rule, row, column, numbers) is not Verdict.WRONG:
            continue
        computed = _computed(rule, row, numbers)
        assert computed is not None
        now, base = (write_number(numbers[row, place].value) for place in (rule.now, rule.base))
        typed = numbers[row, column]
        right = write_number(Fraction(computed.nominal), _places(typed))
        yield Off(row, column, right, _SHOWN[rule.form].format(now=now, base=base, right=right))


_SHOWN = {
    Form.RATIO: "{now} / {base} = {right}%",
    Form.GROWTH: "{now} / {base} - 100% = {right}%",
    Form.DIFFERENCE: "{now} - {base} = {right}",
    Form.TIMES: "{now} / {base} = {right}",
}


def _places(typed: Quantity) -> int:
    exponent = typed.quantum.normalize().as_tuple().exponent if typed.quantum else 0
    return min(max(-exponent, 0), 4) if isinstance(exponent, int) else 0


# What a head leaves possible


_PARTS = re.compile(r"/|\bso voi\b|\bso (?=kh|ck|cung|ke|th|du|nam|dt)|\bvoi\b|\btren\b")


_GROWTH = re.compile(r"tang|giam|\+ ?/ ?-|toc do")
_PLANNED = re.compile(r"\b(kh|ke hoach|du toan|dt|muc tieu|chi tieu|nq|nghi quyet)\b")


def speaks_of_growth(column: Column) -> bool:
    """Whether a head says that the column is a growth, not a ratio."""
    return _GROWTH.search(without_numbers(column.head)) is not None


def spoken(column: Column) -> Means | None:
    """What a head says that its column is held against; None where it does not say."""
    head = without_numbers(column.head)
    if pattern("năm trước").search(head):
        return Means.BEFORE
    return Means.PLAN if _PLANNED.search(head) else None


def _rules(column: Column, columns: Mapping[int, Column]) -> list[Rule]:
    values = {place: one for place, one in columns.items() if one.means in _OPERANDS}
    head = without_numbers(column.head or column.detail)
    forms = [Form.RATIO, Form.GROWTH, Form.DIFFERENCE, Form.TIMES]
    if _GROWTH.search(head):
        forms = [Form.GROWTH, Form.RATIO, Form.DIFFERENCE, Form.TIMES]
    if re.search(r"tuyet doi|chenh lech|zo luong", head) and "%" not in head:
        forms = [Form.DIFFERENCE, Form.GROWTH, Form.RATIO, Form.TIMES]
    before, _, last = head.rpartition(plain(SEVERAL_HEADS))
    pieces = [
        piece for piece in _PARTS.split(re.sub(r"so sanh|\(?%\)?|ty le", " ", last or head)) if piece.strip(" ():.-")
    ]
    base = _places_of(pieces[-1] if pieces else "", values) or _places_of(before, values)
    now = _places_of(pieces[0], values) if len(pieces) > 1 else ()
    results = tuple(place for place, one in values.items() if one.means is Means.RESULT)
    nows = now or results or tuple(values)
    bases = base or tuple(values)
    return [Rule(form, one, other) for form in forms for one in nows for other in bases if one != other]


_OPERANDS = frozenset({Means.RESULT, Means.PLAN, Means.BEFORE, Means.AFTER, Means.HISTORY})


def _places_of(words: str, values: Mapping[int, Column]) -> tuple[int, ...]:
    """The columns that some words of a head speak of; none where they do not say."""
    years = re.findall(r"\b20\d\d\b", words)
    planned = _PLANNED.search(words)
    earlier = pattern("năm trước").search(words)
    done = re.search(r"\b(th|uth|thuc hien|ket qua)\b", words)
    found = [
        place
        for place, one in values.items()
        if _speaks_of(
            one, planned=bool(planned), earlier=bool(earlier), done=bool(done), year=years[-1] if years else ""
        )
    ]
    said = plain(setter(words))
    named = [place for place in found if values[place].detail and plain(values[place].detail) in words]
    if not found and said:
        named = [place for place, one in values.items() if one.detail and plain(one.detail) == said]
    return tuple(named or found)


def _speaks_of(column: Column, *, planned: bool, earlier: bool, done: bool, year: str) -> bool:
    if earlier:
        return column.means is Means.BEFORE
    if year and year not in column.head:
        return False
    if planned:
        return column.means in {Means.PLAN, Means.AFTER} and (bool(year) or column.means is Means.PLAN)
    if done or year:
        return column.means in {Means.RESULT, Means.BEFORE, Means.HISTORY} and (
            bool(year) or column.means is Means.RESULT
        )
    return False
