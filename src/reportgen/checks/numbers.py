"""Numbers typed into prose and headline by hand, held against the figures.

An error where a clause names an indicator and gives it another value, in the same unit, that no figure explains; a
warning where no figure explains a number. Of durations, structural counts (`3 nhiệm vụ`), 100% and what is quoted
nothing is said, and `quantity` already leaves out years, dates, documents, hours and numbers in names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportgen.checks.firm import bound, firm
from reportgen.checks.known import kind_of
from reportgen.checks.material import Material
from reportgen.checks.naming import EMPTY, WORD, Namings
from reportgen.checks.passages import Passage
from reportgen.checks.telling import against, amount, percentage, place_in, said
from reportgen.figures import intervals
from reportgen.figures.hedges import is_hedged
from reportgen.figures.intervals import Interval, Verdict
from reportgen.figures.ledger import CHANGES, PERCENT, Line
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
PLAN_BEFORE = re.compile(
    r"\bvượt (?:mức )?(?:so với )?(?:kế hoạch|KH|chỉ tiêu|dự toán)(?: được giao)?\W*$", re.IGNORECASE
)
SINCE = re.compile(
    r"^[\s,]*so (?:với )?(?:(?:kết quả|số|mức|ước)? ?(?:thực hiện)? ?)(?:của )?(?:cùng kỳ|năm trước|năm \d{4}|năm nay)",
    re.IGNORECASE,
)
HAVING = re.compile(r"\b(?:có|gồm|là|còn|tổng số|chia thành|duy trì)\W*$", re.IGNORECASE)
"""Before a number that says how many there are in all: `phường có 15 tổ dân phố`."""
NO_PREDICATE = re.compile(r"\W*(?:$|[,.;:(]|(?:với|và|trên|trong|của|thuộc|ở)\b)", re.IGNORECASE)
"""Behind a noun of which nothing is said that would set some apart: not `15 tổ dân phố đạt …`."""

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


MOST_TOLD = 3
"""Numbers without a figure that are told one by one; more are told together."""


def numbers(material: Material) -> Iterator[Problem]:
    """P510, P511, P517: each number of the prose and the headline that no figure explains."""
    title = material.conference.press.headline
    texts = (*material.passages, *((Passage(title),) if title is not None else ()))
    found = [problem for passage in texts if passage.quantities for problem in _in_passage(passage, material)]
    alone = sorted((problem for problem in found if problem.code == "P511"), key=lambda problem: problem.place)
    yield from (problem for problem in found if problem.code != "P511")
    yield from alone if len(alone) <= MOST_TOLD else (_together(alone),)


def _together(alone: Sequence[Problem]) -> Problem:
    """P517 at the first of them, with the line of each."""
    listed = ", ".join(f"“{problem.values['typed']}” ({problem.place.line})" for problem in alone)
    return Problem("P517", alone[0].place, {"count": str(len(alone)), "numbers": listed})


def _in_passage(passage: Passage, material: Material) -> Iterator[Problem]:
    shares = {percent.start for _, percent in _counted(passage)}
    for quantity in passage.quantities:
        if _is_plain(quantity) or quantity.start in shares:
            continue
        start, end = passage.clause_at(quantity.number_start)
        typed = _Typed(passage, quantity, start, passage.text[start:end], passage.text[quantity.end : end])
        if material.known.explains(quantity):
            yield from _mistaken(typed, material)
            continue
        contradicted = _contradicted(typed, material.namings)
        if contradicted is not None:
            yield contradicted
        elif passage.section not in DECLARING:
            yield Problem("P511", _place(typed), {"typed": said(quantity)})


class _Meaning(NamedTuple):
    """What a percentage may be of an indicator: as its words say it, and as they are often mistaken."""

    said: Interval
    mistaken: Interval
    figure: Figure | None
    word: str


def _mistaken(typed: _Typed, material: Material) -> Iterator[Problem]:
    """P510: `vượt 157,5% kế hoạch` for bằng 157,5%, `tăng 109%` for bằng 109%: a true number, a wrong word."""
    if typed.quantity.unit not in PERCENT:
        return
    clause = (typed.start, typed.start + len(typed.clause))
    referred = [material.lines[key] for key in typed.passage.referred(material, clause)]
    named = [*referred, *material.namings.named(typed.clause)]
    meanings = [(line, meaning) for line in named for meaning in _meanings(typed, line)]
    if any(_agrees(typed, meaning.said) for _, meaning in meanings):
        return
    for line, meaning in meanings:
        if _agrees(typed, meaning.mistaken):
            yield from filter(None, (_told_as(typed, line, meaning),))
            return


def _agrees(typed: _Typed, meant: Interval) -> bool:
    return intervals.agrees(replace(typed.quantity, change=Change.NONE), meant) is Verdict.AGREES


def _told_as(typed: _Typed, line: Line, meaning: _Meaning) -> Problem | None:
    right = f"{meaning.word} {percentage(intervals.size_of(meaning.said), typed.quantity)}"
    return _told(typed, line, right, meaning.figure)


def _meanings(typed: _Typed, line: Line) -> Iterator[_Meaning]:
    beyond_plan = PLAN_BEFORE.search(typed.clause[: typed.quantity.start - typed.start]) is not None
    change = Change.BEYOND if beyond_plan else typed.quantity.change
    if beyond_plan or OF_PLAN.match(typed.behind):
        for held in line.held:
            if held.ratio is not None:
                beyond = intervals.less_whole(held.ratio)
                two = (beyond, held.ratio) if change is Change.BEYOND else (held.ratio, beyond)
                yield _Meaning(*two, held.plan.value, BEYOND_WORDS[change is Change.BEYOND])
    yield from _since(typed, line)


def _since(typed: _Typed, line: Line) -> Iterator[_Meaning]:
    """What a percentage says of the result against last year; where next year is spoken of, of a target against it."""
    change, ahead = typed.quantity.change, typed.passage.section in OUTLOOK
    compared = ahead and change in CHANGES and _says_target(typed, line)
    if not compared and not SINCE.match(typed.behind):
        return
    for later, earlier in _steps(line, ahead=ahead):
        ratio = intervals.ratio(later, earlier.quantity)
        if ratio is not None:
            growth = intervals.less_whole(ratio)
            two = (intervals.size_of(growth), ratio) if change in CHANGES else (ratio, growth)
            word = BEYOND_WORDS[False] if change not in CHANGES else "tăng" if growth.nominal > 0 else "giảm"
            yield _Meaning(*two, earlier, word)


def _steps(line: Line, *, ahead: bool) -> Iterator[tuple[Quantity, Figure]]:
    """The value that a sentence speaks of, and the one a year before it."""
    result, before = line.indicator.result, line.indicator.before
    if ahead and result is not None:
        yield from ((target, result) for plan in line.indicator.after if (target := bound(plan.value)) is not None)
    elif result is not None and before is not None and before.value is not None:
        yield result.quantity, before.value


def _says_target(typed: _Typed, line: Line) -> bool:
    """Whether the clause gives the indicator's target of next year, by number or by reference."""
    clause = (typed.start, typed.start + len(typed.clause))
    targets = [target for target, _ in _steps(line, ahead=True)]
    numbers = [one for one in typed.passage.numbers_in(clause) if one.unit and one is not typed.quantity]
    referred = line.key in typed.passage.referred(line.ledger, clause)
    return referred or any(
        intervals.agrees(one, intervals.written(target)) is Verdict.AGREES for one in numbers for target in targets
    )


BEYOND_WORDS = {True: "vượt", False: "bằng"}
"""Whether a percentage says how much lies beyond a plan → its word."""


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
        told = _as_share(typed, line)
        if told is None and _touches(typed, namings, line):
            told = _as_result(typed, line)
        if told is not None:
            return told
    return None


def _touches(typed: _Typed, namings: Namings, line: Line) -> bool:
    """Whether nothing but light words stands between the name and the number, on either side."""
    own = namings.words_of(line)
    if own <= set(WORD.findall(namings.spelt_out(typed.quantity.unit))):
        return _in_all(typed)
    clause, at = typed.clause, typed.quantity.start - typed.start
    before = WORD.findall(namings.spelt_out(clause[:at]))
    if own & set(WORD.findall(namings.spelt_out(_noun_before(typed)))):
        before = []
    after = WORD.findall(namings.spelt_out(typed.behind))
    light = EMPTY | LIGHT | frozenset(WORD.findall(fold_tones(line.ledger.conference.unit.name)))
    return _reaches(reversed(before), own, light) or _reaches(after, own, light)


def _in_all(typed: _Typed) -> bool:
    """Whether a number whose noun is the whole name says how many there are in all."""
    before = typed.clause[: typed.quantity.number_start - typed.start]
    return HAVING.search(before) is not None and NO_PREDICATE.match(typed.behind) is not None


def _noun_before(typed: _Typed) -> str:
    """The words that belong to the number before: `ca mắc` in `27 ca mắc/0 ca tử vong`; "" where a comma parts them."""
    others = typed.passage.numbers_in((typed.start, typed.quantity.start))
    if not others:
        return ""
    between = typed.passage.text[others[-1].number_start + len(others[-1].number) : typed.quantity.start]
    return "" if re.search(r"[,:(]", between) else between


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
    value = firm(result.quantity)
    if value is None or kind_of(value.unit)[0] != kind_of(quantity.unit)[0]:
        return None
    if _other_noun(value.unit, quantity.unit) or _given(typed, value):
        return None
    if is_hedged(value) and intervals.agrees(quantity, intervals.written(value)) is Verdict.AGREES:
        return None
    other_year = any(year != str(line.year) for year in YEAR.findall(typed.near))
    return None if other_year else _told(typed, line, amount(result.quantity), result)


def _other_noun(unit: str, typed: str) -> bool:
    """Whether two nouns of one kind name two things: `ca mắc`, `ca tử vong`; `hộ` may be any of them."""
    one, other = fold(unit).split(), fold(typed).split()
    shorter = min(len(one), len(other))
    return one[:1] == other[:1] and one[:shorter] != other[:shorter]


def _given(typed: _Typed, value: Quantity) -> bool:
    """Whether another number of the clause is the result: then this one speaks of something else."""
    clause = (typed.start, typed.start + len(typed.clause))
    others = [one for one in typed.passage.numbers_in(clause) if one is not typed.quantity]
    return any(one.unit and intervals.agrees(one, intervals.written(value)) is Verdict.AGREES for one in others)


def _as_share(typed: _Typed, line: Line) -> Problem | None:
    """A percentage of the plan, or since last year, where every plan gives another one."""
    meanings = list(_meanings(typed, line)) if typed.quantity.unit in PERCENT else []
    if not meanings or any(_agrees(typed, meaning.said) for meaning in meanings):
        return None
    return _told_as(typed, line, meanings[0])


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
