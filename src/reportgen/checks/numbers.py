"""Numbers typed into prose and headline by hand, held against the figures.

An error where a clause names an indicator and gives it another value, in the same unit, that no figure explains; a
warning where no figure explains a number. Of durations, structural counts (`3 nhiệm vụ`), 100% and what is quoted
nothing is said, and `quantity` already leaves out years, dates, documents, hours and numbers in names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from reportgen.checks.firm import firm, reckoned
from reportgen.checks.known import kind_of
from reportgen.checks.material import Material
from reportgen.checks.naming import EMPTY, WORD, Namings
from reportgen.checks.passages import Passage
from reportgen.checks.telling import against, amount, percentage, place_in, said
from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Verdict
from reportgen.figures.ledger import PERCENT, Line
from reportgen.model.leaves import Figure
from reportgen.problems import Place, Problem
from reportgen.quantity import Change, Quantity
from reportgen.quantity.tokens import fold as fold_tones
from reportgen.quantity.units import DURATIONS
from reportgen.vietnamese.letters import fold

_STRUCTURAL = """
nội dung, nhiệm vụ, giải pháp, nhóm, nhóm giải pháp, nhóm nhiệm vụ, chỉ tiêu, mục tiêu, bước, khâu, mặt, phần, điểm,
cấp, tiêu chí, mũi, nhóm chỉ tiêu, ngành, hạng
"""
STRUCTURAL = frozenset(" ".join(word.split()) for word in fold(_STRUCTURAL).split(","))
"""Folded nouns that count parts of the text or of the organisation, no results."""

OTHERWISE = re.compile(
    r"\b(?:tháng|quý|cùng kỳ|so với|kế hoạch|chỉ tiêu|dự toán|KH|trong đó|riêng|mỗi|bình quân|tăng|giảm|từ|trước"
    r"|đầu năm|giai đoạn|nhiệm kỳ|còn lại|thêm|phấn đấu|dự kiến|mục tiêu|định mức|tối đa|tối thiểu)\b",
    re.IGNORECASE,
)
"""Words by which a clause may speak of another value than the year's result."""

OF_PLAN = re.compile(r"^[\s,]*(?:so với )?(?:kế hoạch|KH|chỉ tiêu|dự toán)\b", re.IGNORECASE)
SINCE = re.compile(r"^[\s,]*so (?:với )?(?:cùng kỳ|năm trước|năm \d{4})", re.IGNORECASE)
_LIGHT = "ước tính đạt hơn gần khoảng lên xuống còn mới ở con số này đến nay"
LIGHT = frozenset(fold_tones(_LIGHT).split())
"""Words that may stand between a name and its number, besides those that tell no indicator from another."""

JOINED = re.compile(r"[\s,(]*(?:(?:đạt|bằng|chiếm|tỷ lệ|tương ứng|tương đương|là)\s*){0,3}")
"""What may stand between a count and its percentage."""

OUTLOOK = frozenset({"directions", "pledge"})
"""Sections that speak of next year."""

DECLARING = frozenset({"awards", "farewell"})
"""Sections whose counts are facts of the conference and stand nowhere else."""

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class _Typed(NamedTuple):
    """A number in its clause."""

    passage: Passage
    quantity: Quantity
    start: int
    """Where the clause starts in the passage."""
    clause: str
    behind: str
    """What follows the number in the clause."""

    @property
    def near(self) -> str:
        """The clause up to the first comma behind the number: what follows may speak of something else."""
        return self.clause[: len(self.clause) - len(self.behind)] + re.split(r"[,(]", self.behind)[0]


def numbers(material: Material) -> Iterator[Problem]:
    """P510, P511: each number of the prose and the headline that no figure explains."""
    title = material.conference.press.headline
    for passage in (*material.passages, *((Passage(title),) if title is not None else ())):
        if passage.quantities:
            yield from _in_passage(passage, material)


def _in_passage(passage: Passage, material: Material) -> Iterator[Problem]:
    shares = {percent.start for _, percent in _counted(passage)}
    for quantity in passage.quantities:
        if _is_plain(quantity) or quantity.start in shares or material.known.explains(quantity):
            continue
        start, end = passage.clause_at(quantity.number_start)
        typed = _Typed(passage, quantity, start, passage.text[start:end], passage.text[quantity.end : end])
        contradicted = _contradicted(typed, material.namings)
        if contradicted is not None:
            yield contradicted
        elif passage.section not in DECLARING:
            yield Problem("P511", _place(typed), {"typed": said(quantity)})


def _is_plain(quantity: Quantity) -> bool:
    """Whether nobody expects a figure behind the number."""
    if not quantity.unit or quantity.rank or quantity.unit in DURATIONS or fold(quantity.unit) in STRUCTURAL:
        return True
    if quantity.unit == "lần":
        return quantity.change is Change.NONE
    return quantity.unit == "%" and quantity.value == 100 and not quantity.of


def _place(typed: _Typed) -> Place:
    quantity = typed.quantity
    return place_in(typed.passage.words, quantity.number_start, _stop(quantity))


def _stop(quantity: Quantity) -> int:
    """Where number and unit end."""
    inside = quantity.text.find(quantity.unit_text, quantity.number_start - quantity.start + len(quantity.number))
    if not quantity.unit_text or inside < 0:
        return quantity.number_start + len(quantity.number)
    return quantity.start + inside + len(quantity.unit_text)


def _contradicted(typed: _Typed, namings: Namings) -> Problem | None:
    """P510 for the indicator that the clause names best among those of the same kind."""
    for line in namings.named(typed.clause):
        told = _as_ratio(typed, line) or _as_growth(typed, line)
        if told is None and _touches(typed, namings, line):
            told = _as_result(typed, line)
        if told is not None:
            return told
    return None


def _touches(typed: _Typed, namings: Namings, line: Line) -> bool:
    """Whether nothing but light words stands between the name and the number, on either side."""
    own = namings.words_of(line)
    clause, at = typed.clause, typed.quantity.start - typed.start
    before = WORD.findall(namings.spelt_out(clause[:at]))
    after = WORD.findall(namings.spelt_out(typed.behind))
    light = EMPTY | LIGHT | frozenset(WORD.findall(fold_tones(line.ledger.conference.unit.name)))
    return _reaches(reversed(before), own, light) or _reaches(after, own, light)


def _reaches(words: Iterable[str], own: frozenset[str], light: frozenset[str]) -> bool:
    for word in words:
        if word in own:
            return True
        if word not in light:
            return False
    return False


def _as_result(typed: _Typed, line: Line) -> Problem | None:
    result, quantity = line.indicator.result, typed.quantity
    if (
        result is None
        or typed.passage.section in OUTLOOK
        or quantity.change is not Change.NONE
        or OTHERWISE.search(typed.near)
    ):
        return None
    if kind_of(result.quantity.unit)[0] != kind_of(quantity.unit)[0] or reckoned(result.quantity) is None:
        return None
    if _overlaps(quantity, result.quantity):
        return None
    other_year = any(year != str(line.year) for year in YEAR.findall(typed.near))
    return None if other_year else _told(typed, line, amount(result.quantity), result)


def _overlaps(typed: Quantity, result: Quantity) -> bool:
    """Whether a typed number and a result that a word opens can be one value."""
    one, other = reckoned(typed), reckoned(result)
    if one is None or other is None or firm(result) is not None:
        return False
    first, second = intervals.written(one), intervals.in_unit(intervals.written(other), one.unit)
    return second is not None and first.low <= second.high and second.low <= first.high


def _as_ratio(typed: _Typed, line: Line) -> Problem | None:
    """A percentage of the plan, where every plan gives another one."""
    held = [held for held in line.held if held.ratio is not None and held.plan.value is not None]
    if typed.quantity.unit not in PERCENT or not held or not OF_PLAN.match(typed.behind):
        return None
    first = held[0]
    assert first.ratio is not None
    right = first.ratio
    if typed.quantity.change is Change.BEYOND:
        right = replace(right, nominal=right.nominal - 100, low=right.low - 100, high=right.high - 100)
    return _told(typed, line, percentage(right, typed.quantity), first.plan.value)


def _as_growth(typed: _Typed, line: Line) -> Problem | None:
    before = line.indicator.before
    if line.growth is None or before is None or before.value is None or not SINCE.match(typed.behind):
        return None
    growth, quantity = line.growth, typed.quantity
    if quantity.unit not in PERCENT or quantity.change not in {Change.UP, Change.DOWN}:
        return None
    low, high = sorted((abs(growth.low), abs(growth.high)))
    size = Interval(abs(growth.nominal), low, high, "%")
    word = "tăng" if growth.nominal > 0 else "giảm"
    return _told(typed, line, f"{word} {percentage(size, quantity)}", before.value)


def _told(typed: _Typed, line: Line, right: str, figure: Figure | None) -> Problem | None:
    if figure is None:
        return None
    values = {"figure": line.key, "typed": said(typed.quantity), "name": line.name, "right": right, **against(figure)}
    return Problem("P510", _place(typed), values)


def counted_shares(material: Material) -> Iterator[Problem]:
    """P512: `2.570/2.683 hộ, đạt 96,46%`, both typed by hand in one clause."""
    for passage in material.passages:
        for counted, percent in _counted(passage):
            share = intervals.share(counted)
            if share is not None and firm(percent) is not None and intervals.agrees(percent, share) is Verdict.WRONG:
                values = {"typed": said(percent), "count": said(counted), "right": percentage(share, percent)}
                place = place_in(passage.words, percent.number_start, _stop(percent))
                yield Problem("P512", place, values)


def _counted(passage: Passage) -> Iterator[tuple[Quantity, Quantity]]:
    """Each n/m with the percentage behind it."""
    for counted, percent in zip(passage.quantities, passage.quantities[1:], strict=False):
        between = passage.text[counted.end : percent.start]
        if counted.of is not None and percent.unit in PERCENT and JOINED.fullmatch(between):
            yield counted, percent
