"""What the sentences of a report say of indicators: results of its year, targets of the next, where name and figure are
certain.

In: the rows of a report. Out: entries of an input. A figure without a clear name, one of another year or of a part of
the year, one that two sentences tell differently, is left to the secretary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from reportgen.intake.entries import Entry, Plan
from reportgen.intake.naming import key_of
from reportgen.names.indicators import readable
from reportgen.proofread.mentions import PERCENT, PLAN, YEAR, Mention, Part
from reportgen.proofread.paragraphs import read
from reportgen.proofread.sentences import lowered
from reportgen.proofread.statements import statements
from reportgen.proofread.text import Paragraph
from reportgen.proofread.twice import looks_ahead
from reportgen.quantity import Quantity, read_quantity, write_quantity
from reportgen.vietnamese.letters import fold

WORDS = range(2, 13)
"""A name has so many words."""
SAME = 93
"""Of a hundred: two names that are so alike are one."""
_NO_NAME = re.compile(
    r"\d|(?<!\w)(?:này|đó|trên(?! địa bàn)|dưới|như|nhưng|và|hoặc|được|cho|với|vì|so|bằng|vượt|tăng|giảm|quý|tháng|kỳ"
    rf"|giai đoạn|trong|phấn đấu|nhiệm kỳ|còn lại|khác|nhất|cùng|chiếm)(?!\w)|{PLAN}|{YEAR}"
    r"|^(?:toàn|cả|trên địa bàn|hiện|xã|phường|thị trấn|đặc khu|thôn|khu phố|UBND|HĐND|đơn vị|địa phương)(?!\w)"
)
_PART_OF_YEAR = re.compile(r"tháng|quý|cùng kỳ|giai đoạn|nhiệm kỳ|bình quân \d")


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure with its name. `ahead` says that it is a target."""

    name: str
    quantity: Quantity
    ahead: bool
    plans: tuple[str, ...] = ()


def told(texts: Sequence[tuple[str, bool]], year: int, standing: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, those of the tables with what sentences add to them. `texts`: each with whether it stands in next
    year's part."""
    found = [one for text, ahead in texts for one in _said(text, year, ahead=ahead)]
    entries = list(standing)
    taken = {entry.key for entry in entries}
    for one in _agreed(found):
        place = next((at for at, entry in enumerate(entries) if _same(entry.name, one.name)), None)
        if place is not None:
            entries[place] = _filled(entries[place], one)
            continue
        key = key_of(one.name, "", taken)
        taken.add(key)
        entries.append(_filled(Entry(key, one.name, ""), one))
    return tuple(entries)


def _same(one: str, other: str) -> bool:
    return fuzz.ratio(fold(one), fold(other)) >= SAME


def _filled(entry: Entry, said: _Said) -> Entry:
    """The entry with what it lacks."""
    text = written(said.quantity)
    if said.ahead:
        return entry if entry.after else replace(entry, after=(Plan(text),))
    if entry.result:
        return entry
    plans = tuple(Plan(plan) for plan in said.plans) if not entry.plans else entry.plans
    return replace(entry, result=text, plans=plans)


def written(quantity: Quantity) -> str:
    """The figure as an input has it."""
    return write_quantity(quantity).replace("\u00a0", " ")


def _agreed(found: Sequence[_Said]) -> Iterator[_Said]:
    """Each name's figure; none where two sentences tell it differently."""
    groups: list[list[_Said]] = []
    for one in found:
        group = next(
            (known for known in groups if known[0].ahead is one.ahead and _same(known[0].name, one.name)), None
        )
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    yield from (group[0] for group in groups if len({written(one.quantity) for one in group}) == 1)


def _said(text: str, year: int, *, ahead: bool) -> Iterator[_Said]:
    for sentence in read(Paragraph(text, 1)):
        if sentence.flaws:
            continue
        plain = lowered(sentence.text)
        target = ahead or looks_ahead(plain, before=False)[0]
        if not target and _PART_OF_YEAR.search(plain.split(",")[0]):
            continue
        for statement in statements(sentence.text, sentence.mentions):
            level = statement.level
            if level is None or level.depth or level.quantity.rank:
                continue
            name = _counted(level, sentence.text) or _name(level, sentence.text)
            if name and _is_whole(level.quantity) and _of_the_year(level, year, ahead=target):
                plans = tuple(written(plan.quantity) for plan in statement.plans if plan.part is Part.PLAN)
                yield _Said(name, level.quantity, target, plans[:1])


def _name(level: Mention, text: str) -> str:
    """The name as the text writes it: the words of its clause before the verb; "" where it is not certain."""
    begin = level.start - len(level.lead)
    edge = max((found.end() for found in _EDGE.finditer(level.lead)), default=0)
    clause = level.lead[edge:]
    bare = _ENDING.sub("", clause)
    lead = _BEGINNING.match(bare)
    start = lead.end() if lead is not None else 0
    name = bare[start:].strip()
    if bare == clause or len(name.split()) not in WORDS or _NO_NAME.search(name):
        return ""
    at = begin + edge + start + (len(bare[start:]) - len(bare[start:].lstrip()))
    return readable(text[at : at + len(name)], ()) if lowered(text)[at : at + len(name)] == name else ""


_EDGE = re.compile(r"[.,;:(–]|(?<!\w)(?:trong đó|gồm|nhất là)(?!\w)")
_ENDING = re.compile(
    r"(?:\s*(?<!\w)(?:ước|tính|thực hiện|đạt được|đạt|là|còn|ở mức|có|lên|được|khoảng|hơn|gần|trên|dưới|từ|tới|đến"
    rf"|xấp xỉ|cả năm|năm {YEAR}|năm nay|đến nay|≥|≤|>|<|=)(?!\w))+\s*$"
)
_BEGINNING = re.compile(
    rf"\s*(?:(?:phấn đấu|mục tiêu|hoàn thành|thực hiện|giữ vững|duy trì|đến hết|đến cuối|cuối|năm {YEAR}"
    r"|toàn (?:xã|phường)|đến nay)\s+)*"
)


def _counted(level: Mention, text: str) -> str:
    """The name of a count of a whole, which stands behind it: `1.245/1.302 hộ đạt danh hiệu gia đình văn hóa`."""
    quantity = level.quantity
    if quantity.of is None or not quantity.unit or quantity.unit in PERCENT:
        return ""
    tail = _CLAUSE.match(text[level.end :])
    words = f"{quantity.unit_text}{tail.group().rstrip()}" if tail is not None else ""
    long = len(words.split())
    return words if long in WORDS and long > len(quantity.unit_text.split()) and not _NO_NAME.search(words) else ""


_CLAUSE = re.compile(r"[^,.;:()\d]*(?=[,.;:(]|$)")


def _is_whole(quantity: Quantity) -> bool:
    """Whether the figure can be typed, and reads the same then."""
    again = read_quantity(written(quantity)).quantity
    return bool(quantity.unit) and again is not None and (again.value, again.unit) == (quantity.value, quantity.unit)


def _of_the_year(level: Mention, year: int, *, ahead: bool) -> bool:
    years = {int(found) for found in re.findall(YEAR, level.lead)}
    return not years or years == {year + 1 if ahead else year}
