"""What the columns of a table mean, from their heads; and the same as `--columns` has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from reportgen.intake.wordings import heads, pattern, plain, setters, without_numbers

_YEAR = re.compile(r"\b(20\d\d|19[5-9]\d)\b")
SEVERAL_HEADS = " > "
LONGEST_NAME = 60
"""Letters of the head of a column of names."""


class Means(StrEnum):
    """The kinds of columns, as `--columns` writes them."""

    NUMBER = "TT"
    NAME = "chỉ tiêu"
    UNIT = "đơn vị tính"
    KEY = "khóa"
    RESULT = "thực hiện"
    PLAN = "kế hoạch"
    BEFORE = "năm trước"
    AFTER = "năm sau"
    HISTORY = "các năm"
    ENTRY = "theo đơn vị"
    COMPARED = "so sánh"
    VERDICT = "đánh giá"
    NOTE = "ghi chú"
    OTHER = "bỏ"


VALUES = frozenset({Means.RESULT, Means.PLAN, Means.BEFORE, Means.AFTER, Means.HISTORY, Means.ENTRY})
"""Columns whose cells become figures."""
ONCE = frozenset(
    {Means.NUMBER, Means.NAME, Means.UNIT, Means.KEY, Means.RESULT, Means.BEFORE, Means.VERDICT, Means.NOTE}
)
"""Of these kinds a table has one column."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `detail`: who set the plan, which year, which village; `head` as it stands above, its rows joined."""

    means: Means
    detail: str = ""
    adjusted: bool = False
    estimated: bool = False
    head: str = ""

    def __str__(self) -> str:
        """As `--columns` has it: `kế hoạch:tỉnh`."""
        detail = ", ".join(filter(None, (self.detail, ADJUSTED if self.adjusted else "")))
        name = f"{ESTIMATED} {self.means}" if self.estimated else str(self.means)
        return f"{name}:{detail}" if detail else name


ADJUSTED, ESTIMATED = "điều chỉnh", "ước"


def read_column(text: str) -> Column | None:
    """The column that a text of `--columns` means; None if it means none."""
    name, _, detail = text.partition(":")
    wanted = plain(" ".join(name.split()))
    estimated = wanted.startswith("uoc ")
    wanted = wanted.removeprefix("uoc ")
    means = next((one for one in Means if plain(one) == wanted), None)
    if means is None:
        return None
    pieces = [piece.strip() for piece in detail.split(",") if piece.strip()]
    adjusted = any(plain(piece) == plain(ADJUSTED) for piece in pieces)
    said = ", ".join(piece for piece in pieces if plain(piece) != plain(ADJUSTED))
    return Column(means, said, adjusted, estimated)


@dataclass(frozen=True, slots=True)
class _Head:
    """A head with the kind that its words say and the years in it; `shift` of a relative one (`năm trước` is -1)."""

    text: str
    kind: Means | None
    years: tuple[int, ...]
    shift: int | None
    partial: bool

    def year(self, report: int) -> int | None:
        """The year that the column is of."""
        if self.years:
            return self.years[-1]
        return None if self.shift is None else report + self.shift


def columns_of(texts: Sequence[str], report: int) -> tuple[Column, ...]:
    """The columns with these heads in a table about that year."""
    read = [_read(text) for text in texts]
    units = [_is_entry(one) for one in read]
    found = [_entry(one) if of_unit else _column(one, report) for one, of_unit in zip(read, units, strict=True)]
    return _each_once(found)


def year_of(texts: Sequence[str], title: str) -> int | None:
    """The year under review, as heads and title tell it; None if they do not."""
    read = [_read(text) for text in texts]
    titled = [int(year) for year in _YEAR.findall(title)]
    done = [max(one.years) for one in read if one.years and one.kind in {Means.RESULT, None} and not one.partial]
    planned = [min(one.years) for one in read if one.years and one.kind is Means.PLAN]
    dated_result = any(one.kind is Means.RESULT and not one.years and one.shift is None for one in read)
    if done and not dated_result:
        return max(done)
    if titled:
        return min(titled)
    if dated_result and done:
        return max(done) + 1
    return min(planned) if planned else None


def is_name(text: str) -> bool:
    """Whether a text is the head of the column of names."""
    return len(text) <= LONGEST_NAME and _read(text).kind is Means.NAME


def says_something(text: str) -> bool:
    """Whether a text is a head that is understood."""
    read = _read(text)
    return read.kind is not None or bool(read.years) or _is_entry(read)


@lru_cache(maxsize=8192)
def _read(text: str) -> _Head:
    last = plain(text.rpartition(SEVERAL_HEADS)[2]).strip(" .:")
    whole = plain(text)
    years = tuple(int(year) for year in _YEAR.findall(whole))
    shift = next((by for name, by in _RELATIVE if pattern(name).search(whole)), None)
    partial = pattern("kỳ").search(whole) is not None
    return _Head(text, _kind(text, last, whole), years, shift, partial)


_RELATIVE = (("năm trước", -1), ("năm sau", 1), ("năm nay", 0))


def _kind(text: str, last: str, whole: str) -> Means | None:
    found: list[tuple[int, Means]] = []
    for name, words, entire in heads():
        if entire and words.fullmatch(last):
            return Means(name)
        if Means(name) is Means.COMPARED and words.search(without_numbers(text)):
            return Means.COMPARED
        if not entire and (said := words.search(whole)):
            found.append((said.start(), Means(name)))
    return min(found)[1] if found else None


def _is_entry(head: _Head) -> bool:
    above, _, last = plain(head.text).rpartition(SEVERAL_HEADS)
    if head.kind not in {None, Means.RESULT}:
        return False
    named = pattern("đơn vị").fullmatch(last.strip()) is not None
    divided = above and pattern("chia theo").search(above) is not None
    return named or bool(divided and last.strip() and head.kind is None and not head.years)


def _entry(head: _Head) -> Column:
    return Column(Means.ENTRY, head.text.rpartition(SEVERAL_HEADS)[2].strip(), head=head.text)


def _column(head: _Head, report: int) -> Column:
    kind, year = head.kind, head.year(report)
    if kind is None and year is not None:
        kind = Means.RESULT if year <= report else Means.PLAN
    if kind is None or (head.partial and kind is not Means.COMPARED):
        return Column(Means.OTHER, head=head.text)
    estimated = kind is Means.RESULT and pattern("ước").search(plain(head.text)) is not None
    if kind is Means.RESULT and year is not None and year != report:
        return _past(head, year, report)
    if kind is Means.PLAN:
        return _plan(head, year if year is not None else report, report)
    return Column(kind, head=head.text, estimated=estimated)


def _past(head: _Head, year: int, report: int) -> Column:
    if year > report:
        return Column(Means.OTHER, head=head.text)
    if year == report - 1:
        return Column(Means.BEFORE, head=head.text)
    return Column(Means.HISTORY, str(year), head=head.text)


def _plan(head: _Head, year: int, report: int) -> Column:
    if year < report:
        return Column(Means.OTHER, head=head.text)
    adjusted = pattern("điều chỉnh").search(plain(head.text)) is not None
    means = Means.PLAN if year == report else Means.AFTER
    return Column(means, setter(head.text), adjusted and means is Means.PLAN, head=head.text)


def setter(text: str) -> str:
    """Who set a plan, from the head of its column: `KH 2025 Tỉnh giao` → `tỉnh`; "" if it names nobody."""
    folded = plain(text)
    dropped = [found.span() for found in pattern("không phải nơi giao").finditer(folded)]
    kept = (" " if any(start <= place < end for start, end in dropped) else letter for place, letter in enumerate(text))
    left = " ".join("".join(kept).split())
    for written, words in setters():
        if words.fullmatch(plain(left)):
            return written
    first = left.partition(" ")[0]
    proper = first.isupper() and len(first) > 1
    return left if proper or left.startswith(("Nghị", "Đảng")) else left[:1].lower() + left[1:]


def _each_once(found: Sequence[Column]) -> tuple[Column, ...]:
    """The last column of a kind that there is one of; the others are told. Of plans by one setter, too."""
    last = {_identity(column): place for place, column in enumerate(found)}
    return tuple(
        column if last[_identity(column)] == place or _identity(column) is None else replace(column, means=Means.OTHER)
        for place, column in enumerate(found)
    )


def _identity(column: Column) -> tuple[object, ...] | None:
    if column.means in ONCE:
        return (column.means,)
    return (column.means, column.detail, column.adjusted) if column.means in VALUES else None
