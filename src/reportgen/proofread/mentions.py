"""A sentence to its figures, each with what it is there for: a level, a plan, what was before, a share, a change.

In: a sentence. Out: `Mention`s in order. What a figure is for is read from the words before it (up to the figure
before) and behind it; where they don't say, it is a level, with which nothing is reckoned but what names it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from reportgen.proofread.sentences import depths, lowered
from reportgen.quantity import Change, Quantity
from reportgen.quantity.units import DURATIONS

PERCENT = frozenset({"%", "‰"})
YEAR = r"(?:19|20)\d\d"
PLAN = (
    r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|kh|dt|dttw|nq)(?!\w)"
    r"(?:\s+(?!đạt|bằng|tăng|giảm|vượt|chiếm|so|còn|có)[^\s,;.:()\d%]+|\s+(?:năm\s+)?" + YEAR + r"){0,8}"
)
"""The word for a plan, and who set it or for which year."""
PAST = (
    rf"(?:(?:cùng )?kỳ(?: (?:năm )?(?:trước|ngoái|{YEAR}))?|năm (?:trước|ngoái|{YEAR})|{YEAR}"
    rf"|đầu (?:năm|kỳ|nhiệm kỳ|quý)(?: {YEAR})?|cuối năm {YEAR}|cuối năm (?:trước|ngoái)|ck(?: {YEAR})?)(?!\w)"
)
"""What a year's figure is compared with."""


class Part(Enum):
    """What a figure is there for."""

    LEVEL = "level"
    PLAN = "plan"
    BEFORE = "before"
    PLAN_RATIO = "plan ratio"
    """A percentage of the plan."""
    PAST_RATIO = "past ratio"
    """A percentage of what was before."""
    SHARE = "share"
    """A percentage behind a count or an amount, of a whole that the words do not name."""
    GROWTH = "growth"
    CHANGE = "change"
    """How much more or less, in units."""
    TIMES = "times"
    BEYOND = "beyond"
    """`vượt 7,4%`."""
    NEITHER = "neither"
    """A duration, a rank: it is compared with nothing and parts nothing."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in its sentence. Offsets count in it; `lead` and `tail` are lower case, up to the neighbours."""

    quantity: Quantity
    start: int
    end: int
    lead: str
    tail: str
    depth: int
    part: Part = Part.LEVEL
    against: str = ""
    """Of a change: `plan`, a year, `past` or "" where it is not said; of a BEFORE: the year or `past`."""

    @property
    def percent(self) -> bool:
        """Whether it is written in percent."""
        return self.quantity.unit in PERCENT


def mentions(sentence: str, quantities: Sequence[Quantity], offset: int = 0) -> tuple[Mention, ...]:
    """The sentence's figures; the quantities' offsets count in a text in which the sentence begins at `offset`."""
    plain, depth = lowered(sentence), depths(sentence)
    kept = [one for one in quantities if not (one.unit in DURATIONS and one.of is None) and not one.rank]
    spans = [(one.number_start - offset, _stop(one, sentence, offset)) for one in kept]
    found: list[Mention] = []
    for place, (quantity, (start, end)) in enumerate(zip(kept, spans, strict=True)):
        before = spans[place - 1][1] if place else 0
        behind = spans[place + 1][0] if place + 1 < len(spans) else len(plain)
        raw = Mention(quantity, start, end, plain[before:start], plain[end:behind], depth[start])
        found.append(_understood(raw, found[-1] if found else None))
    return tuple(found)


def _stop(quantity: Quantity, text: str, offset: int) -> int:
    """Where the figure's unit ends."""
    stop = quantity.number_start - offset + len(quantity.number)
    rest = text[stop : stop + len(quantity.unit_text) + 8]
    if quantity.unit_text and rest.lstrip().startswith(quantity.unit_text):
        stop += len(rest) - len(rest.lstrip()) + len(quantity.unit_text)
    return stop


_LAST = re.compile(r"[^,;(–]*$")
_HEDGED = r"(?:\s*(?:ước|khoảng|hơn|gần|trên|xấp xỉ|chừng|lên|mức|ước đạt|được|là|tới|đến))*\s*$"
_PURE_SHARE = re.compile(
    r"\s*(?:(?:và )?(?:ước )?(?:đạt|chiếm|bằng|tương ứng|tương đương|đạt tỷ lệ|tỷ lệ|=|:)\s*"
    r"(?:với |tỷ lệ |cơ cấu |tỷ trọng |đạt |là )*)?\+?" + _HEDGED
)
_RUNNING_SHARE = re.compile(
    r"(?!.*(?:\bvà\b|\bvới\b|tỷ lệ|tỷ trọng|;|[,(]))[^\s\d]*(?:\s+[^\s\d]+){0,9}\s+(?:đạt|chiếm|bằng|đạt tỷ lệ)"
    + _HEDGED
)
_OF_PLAN = re.compile(
    rf"\s*(?:so với |so |của |với )?(?:tổng )?{PLAN}|\s*so với {PLAN}|\s*(?:kế hoạch|chỉ tiêu|dự toán)"
)
_OF_PAST = re.compile(rf"\s*(?:so với |so |với |của )?(?:thực hiện )?{PAST}")
_IS_PLAN = re.compile(rf"(?:^|[\s(/]){PLAN}\s*(?:là|giao|:|=|\(|năm {YEAR})?\s*(?:từ|≥|>)?\s*$")
_IS_BEFORE = re.compile(
    rf"{PAST}[^,;()\d]{{0,40}}[(:]\s*(?:là|đạt|có|:|chỉ|{PAST})?(?:\s+(?:là|đạt|có))?\s*$"
    rf"|\(\s*(?:thực hiện )?{PAST}\s*(?:là|đạt|có|chỉ có|:|=)?\s*$"
    r"|so với\s+(?:mức\s+|con số\s+)?$"
    rf"|,\s*(?:trong khi |còn )?{PAST}\s*(?:là|đạt|có|chỉ đạt|:)\s*$"
)
_PLANS_CHANGE = re.compile(rf"(?:^|[\s(/]){PLAN}\s*(?:là|:)?\s*(?:giảm|tăng)(?: thêm)?\s*$")
_REACHES_CHANGE = re.compile(r"(?:thực hiện|kết quả|đã)\s*:?\s*(?:giảm|tăng)(?: được| thêm)?\s*$")
_FROM = re.compile(r"(?:^|\s)từ(?:\s+mức)?\s*$")
_TO = re.compile(rf"\s*(?:\(?{PAST}\)?\s*)?(?:lên|xuống|còn|đến|tới|nay là|tăng lên|giảm còn)(?!\w)")
_AGAINST = re.compile(rf"(?P<plan>(?:so với |so |vượt )?{PLAN})|(?P<past>{PAST})")
_YEAR = re.compile(YEAR)


def _understood(raw: Mention, before: Mention | None) -> Mention:
    """The mention with what it is for."""
    part = _part(raw, before)
    against = ""
    if part in {Part.GROWTH, Part.CHANGE, Part.TIMES, Part.BEYOND, Part.PLAN_RATIO, Part.PAST_RATIO}:
        against = _against(raw.tail)
    elif part is Part.BEFORE:
        against = _against(raw.lead) or "past"
    return Mention(raw.quantity, raw.start, raw.end, raw.lead, raw.tail, raw.depth, part, against)


def _against(words: str) -> str:
    found = _AGAINST.search(words)
    if found is None:
        return ""
    if found["plan"]:
        return "plan"
    year = _YEAR.search(found["past"])
    return year.group() if year else "past"


def _part(raw: Mention, before: Mention | None) -> Part:
    quantity = raw.quantity
    if quantity.change is not Change.NONE and quantity.of is None:
        return _changing(raw, before)
    if raw.percent and quantity.of is None:
        return _percentage(raw, before)
    if _IS_PLAN.search(raw.lead):
        return Part.PLAN
    if _IS_BEFORE.search(raw.lead) or (_FROM.search(raw.lead) and _TO.match(raw.tail)):
        return Part.BEFORE if quantity.of is None else Part.NEITHER
    return Part.LEVEL


def _changing(raw: Mention, before: Mention | None) -> Part:
    if not raw.percent and _PLANS_CHANGE.search(raw.lead):
        return Part.PLAN
    if not raw.percent and before is not None and before.part is Part.PLAN and _REACHES_CHANGE.search(raw.lead):
        return Part.LEVEL
    if _FROM.search(raw.lead):
        return Part.BEFORE if _TO.match(raw.tail) else Part.NEITHER
    return _change(raw, before)


def _change(raw: Mention, before: Mention | None) -> Part:
    """What a figure with a word of change says: so many times, beyond the plan, in percent, in units."""
    quantity = raw.quantity
    if quantity.unit == "lần" or quantity.change is Change.TIMES:
        return Part.TIMES
    if quantity.change is Change.BEYOND:
        return Part.BEYOND if raw.percent else Part.CHANGE
    if raw.percent:
        levels = before is not None and before.percent and before.part in {Part.LEVEL, Part.BEFORE, Part.PLAN}
        return Part.CHANGE if levels else Part.GROWTH
    return Part.CHANGE if quantity.unit.startswith("điểm") or before is not None else Part.LEVEL


def _percentage(raw: Mention, before: Mention | None) -> Part:
    if _OF_PLAN.match(raw.tail):
        return Part.PLAN_RATIO
    if _IS_PLAN.search(raw.lead):
        return Part.PLAN
    if _IS_BEFORE.search(raw.lead) or (_FROM.search(raw.lead) and _TO.match(raw.tail)):
        return Part.BEFORE
    if before is None:
        return Part.LEVEL
    piece = _last(raw.lead)
    if _PURE_SHARE.fullmatch(piece) is not None and len(piece) < len(raw.lead):
        return _pure(raw, before)
    return _running(raw, before)


def _pure(raw: Mention, before: Mention) -> Part:
    """`, đạt 95%`: nothing between the two figures names another subject."""
    if _OF_PAST.match(raw.tail):
        return Part.PAST_RATIO
    if before.percent:
        return Part.LEVEL
    return Part.GROWTH if before.part is Part.CHANGE else Part.SHARE


def _running(raw: Mention, before: Mention) -> Part:
    """`14/15 thôn văn hóa đạt 93%`, without a comma."""
    counted = before.quantity.of is not None and _RUNNING_SHARE.fullmatch(raw.lead) is not None
    return Part.SHARE if counted else Part.LEVEL


def _last(lead: str) -> str:
    found = _LAST.search(lead)
    return (found.group() if found else lead).rpartition(" và ")[2]
