"""Totals and what makes them up: parts behind `gồm` and `trong đó`, `a + b + c`, structures.

`gồm` names all parts, `trong đó` some: a partial list can only be too large. Where a list holds what is not understood
(two counted nouns, n/m, a list within it) nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Verdict
from reportgen.proofread.broken import Broken
from reportgen.proofread.finding import Kind
from reportgen.proofread.mentions import PERCENT, Mention, Part
from reportgen.proofread.reckoning import alike, amount, is_wrong, opened, result, slip, verdict
from reportgen.proofread.sentences import depths, lowered, pieces
from reportgen.quantity import Change, Quantity, parse_unit, write_number
from reportgen.quantity.counters import head
from reportgen.quantity.units import PHYSICAL

_MARK = re.compile(
    r"(?<!\w)(?P<some>trong (?:đó|số đó|tổng số)|cụ thể|riêng)|(?<!\w)(?P<all>bao gồm|gồm có|gồm|chia ra)(?!\w)"
)
_OPEN = re.compile(r"khác|còn lại|v\.v|\.\.\.|…|chủ yếu|như:")
_OVERLAP = re.compile(
    r"(?<!\w)(?:nữ|nam|dân tộc|trẻ|tuổi|tôn giáo|cao cấp|trung cấp|đại học|chính thức|dự bị|lượt|ngoài|tái|mới|cũ|trên"
    r"|dưới|hoàn thành|vốn|chuyên trách|người có công|cán bộ|chưa|không|vượt|đạt)(?!\w)"
)
"""What parts of a whole may share: a woman may be young, too."""
_OVERLAP_MEASURED = re.compile(r"(?<!\w)(?:chưa|không|vượt|đạt|hoàn thành|vốn|lũy kế|luỹ kế)(?!\w)")
"""The same of money and measures, which two persons cannot share."""
_NESTED_TOTAL = re.compile(r"(?<!\w)(?:tổng|cộng|lũy kế|luỹ kế|nâng tổng)")


def sums(sentence: str, found: Sequence[Mention]) -> Iterator[Broken]:
    """Totals that their parts do not reach, and parts that pass their total."""
    plain = lowered(sentence)
    marks, depth = list(_MARK.finditer(plain)), depths(sentence)
    for place, mark in enumerate(marks):
        total = _total(found, mark.start(), plain)
        if total is None:
            continue
        parts = every = _parts(found, mark.end(), total, depth[mark.start()])
        if mark["some"] and not plain[mark.end() :].lstrip().startswith(":"):
            parts = [part for part in parts if ";" not in plain[mark.end() : part.start]]
        if not parts:
            continue
        nested = [one for one in marks[place + 1 :] if one.start() < parts[-1].start]
        if nested and not all(depth[one.start()] > depth[mark.start()] for one in nested):
            parts = [part for part in parts if part.start < nested[0].start()]
            yield from _some(total, parts)
        elif mark["all"] and not _OPEN.search(plain[mark.end() :]):
            yield from _all(total, parts)
        else:
            yield from _some(total, parts)
        yield from _shares(total, parts, found, every)


def opens_list(plain: str, found: Sequence[Mention]) -> tuple[Mention, bool] | None:
    """The total of a sentence that ends in `gồm:` or `trong đó:`, and whether all parts are to follow."""
    marks = [mark for mark in _MARK.finditer(plain) if plain[mark.end() :].strip() == ":"]
    total = _total(found, marks[0].start(), plain) if marks else None
    return None if total is None else (total, bool(marks[0]["all"]))


def below(total: Mention, parts: Sequence[Mention], *, complete: bool) -> Iterator[Broken]:
    """A total and the parts that a list names, all of them or some."""
    return _all(total, parts) if complete else _some(total, parts)


def _total(found: Sequence[Mention], before: int, plain: str) -> Mention | None:
    """The last level before the mark, where only claims of it stand between."""
    for mention in reversed([one for one in found if one.end <= before]):
        if mention.part is Part.LEVEL and mention.depth == 0:
            between = plain[mention.end : before]
            return None if ";" in between or len(between) > 160 or mention.quantity.unit in ("", *PERCENT) else mention
        if mention.part is Part.LEVEL:
            return None
    return None


def _parts(found: Sequence[Mention], start: int, total: Mention, depth: int) -> list[Mention]:
    """The levels behind the mark in the total's unit; none at all where the list holds what is not understood."""
    parts: list[Mention] = []
    for mention in found:
        if mention.start < start or mention.part is not Part.LEVEL:
            continue
        if mention.depth < depth:
            break
        if mention.depth > depth:
            continue
        if mention.quantity.unit in PERCENT:
            continue
        if _NESTED_TOTAL.search(mention.lead):
            break
        if mention.quantity.of is not None or mention.quantity.upper is not None or mention.quantity.unit == "":
            return []
        if alike(mention.quantity, total.quantity) is not None and mention.quantity.unit.count(
            "/"
        ) == total.quantity.unit.count("/"):
            parts.append(mention)
        elif counted(mention.quantity) and counted(total.quantity):
            return []
    return parts


def counted(quantity: Quantity) -> bool:
    return quantity.unit.partition("/")[0] not in PHYSICAL


def _sum(total: Mention, parts: Sequence[Mention]) -> Interval | None:
    wide = [opened(part.quantity) for part in parts]
    known = [alike(one, total.quantity) for one in wide if one is not None]
    if len([one for one in known if one is not None]) < len(parts):
        return None
    return intervals.total([replace(one, unit=one.unit or total.quantity.unit) for one in known if one is not None])


def _all(total: Mention, parts: Sequence[Mention]) -> Iterator[Broken]:
    """`gồm`: all parts are named."""
    if len(parts) < 2:
        return
    computed = _sum(total, parts)
    level = replace(total.quantity, of=None, change=Change.NONE)
    if computed is None or verdict(level, computed) is not Verdict.WRONG:
        return
    yield Broken(Kind.SUM, total, _added(parts, computed, level), tuple(parts), slip(level, computed))


def _added(parts: Sequence[Mention], computed: Interval, like: Quantity) -> str:
    numbers = " + ".join(part.quantity.number if _same_unit(parts) else amount(part.quantity) for part in parts)
    return f"{numbers} = {result(computed, like)}"


def _same_unit(parts: Sequence[Mention]) -> bool:
    return len({part.quantity.unit_text for part in parts}) == 1


def _some(total: Mention, parts: Sequence[Mention]) -> Iterator[Broken]:
    """`trong đó`: no part may pass the total, nor all of them together where they can share nothing."""
    level = opened(replace(total.quantity, of=None, change=Change.NONE))
    if level is None:
        return
    limit = intervals.written(level)
    for part in parts:
        wide = opened(part.quantity)
        here = intervals.in_unit(intervals.written(wide), limit.unit) if wide is not None else None
        if here is not None and here.low > limit.high:
            equation = f"{amount(part.quantity)} > {amount(total.quantity)}"
            yield Broken(Kind.SUM, part, equation, (total,), variant="part")
            return
    computed = _sum(total, parts)
    overlap = _OVERLAP if counted(total.quantity) else _OVERLAP_MEASURED
    if computed is None or len(parts) < 2 or any(overlap.search(part.lead + part.tail) for part in parts):
        return
    here = intervals.in_unit(computed, limit.unit)
    if here is not None and here.low > limit.high:
        yield Broken(Kind.SUM, total, _added(parts, computed, total.quantity), tuple(parts))


_BARE = re.compile(r"(?!.*(?:đạt|tăng|giảm|bằng|vượt|kế hoạch|so với|[;,]))[^()]{0,60}\(\s*")


def _shares(
    total: Mention, parts: Sequence[Mention], found: Sequence[Mention], every: Sequence[Mention]
) -> Iterator[Broken]:
    """`1.200 triệu đồng (78,1%)`, `chiếm 78,1%` behind a part: its share of the total. Behind a semicolon (`every`)
    only where those before it are shares of the total, too."""
    held: list[tuple[Mention, Mention, Interval]] = []
    order = {one.start: place for place, one in enumerate(found)}
    level = opened(replace(total.quantity, of=None, change=Change.NONE))
    for part in every:
        place = order[part.start] + 1
        claim = found[place] if place < len(found) else None
        wide = opened(part.quantity)
        if claim is None or level is None or wide is None or claim.part is not Part.SHARE:
            continue
        computed = intervals.ratio(wide, alike(level, wide) or level)
        if computed is not None and ("chiếm" in claim.lead or _BARE.fullmatch(claim.lead)):
            held.append((part, claim, computed))
    wrong = [one for one in held if is_wrong(one[1].quantity, one[2])]
    bare = [one for one in held if "chiếm" not in one[1].lead]
    known = len(bare) == 1 and _reached(total, parts)
    for part, claim, computed in wrong:
        likely = slip(claim.quantity, computed)
        inside, right = any(part is one for one in parts), len(held) - len(wrong)
        said = "chiếm" in claim.lead
        if (inside and (said or known or likely == "swapped" or right)) or (said and right) or right > 1:
            equation = f"{amount(part.quantity)} / {amount(total.quantity)} = {result(computed, claim.quantity)}"
            yield Broken(Kind.RATIO, claim, equation, (part, total), likely)


def _reached(total: Mention, parts: Sequence[Mention]) -> bool:
    return verdict(replace(total.quantity, of=None, change=Change.NONE), _sum(total, parts)) is Verdict.AGREES


_PLUS = re.compile(r"\s*\+\s*")


def added(sentence: str, found: Sequence[Mention]) -> Iterator[Broken]:
    """`318,4 ha: 204,1 + 88,2 + 21,0 + 3,1 ha`; `a + b = c`."""
    run: list[Mention] = []
    for mention in (*found, None):
        if mention is not None and run and _PLUS.fullmatch(mention.lead):
            run.append(mention)
            continue
        if len(run) > 1:
            yield from _run(run, found, mention)
        run = [mention] if mention is not None else []


_EQUALS = re.compile(r"\s*=\s*")
_NAMES_TOTAL = re.compile(r"\)?\s*[:=(]\s*")


def _run(run: Sequence[Mention], found: Sequence[Mention], after: Mention | None) -> Iterator[Broken]:
    named = after is not None and _EQUALS.fullmatch(after.lead) is not None and not run[-1].quantity.unit
    unit = after.quantity if named and after is not None else run[-1].quantity
    parts = [replace(one, quantity=_unit_of(one.quantity, unit)) for one in run]
    if any(one.quantity.of is not None or one.quantity.upper is not None for one in parts):
        return
    if after is not None and _EQUALS.fullmatch(after.lead):
        total: Mention | None = replace(after, quantity=_unit_of(after.quantity, unit))
    elif _NAMES_TOTAL.fullmatch(run[0].lead):
        total = next((one for one in reversed(found) if one.end <= run[0].start and one.part is Part.LEVEL), None)
    else:
        return
    if total is not None and (total.quantity.unit == "" or alike(total.quantity, parts[0].quantity) is not None):
        yield from _all(total, parts)


def _unit_of(quantity: Quantity, other: Quantity) -> Quantity:
    """A number without a unit in a row takes that of the row, with its scale."""
    if quantity.unit or not other.unit:
        return quantity
    unit = parse_unit(other.unit_text)
    base = parse_unit(other.unit)
    if unit is None or base is None:
        return quantity
    scale = (unit.factor / base.factor).limit_denominator(10**6)
    factor = scale.numerator if scale.denominator == 1 else 1
    quantum = quantity.quantum
    if not quantum and not other.exact:
        quantum = type(quantum)(1)
    return replace(
        quantity, value=quantity.value * factor, quantum=quantum * factor, unit=other.unit, unit_text=other.unit_text
    )


_STRUCTURE = re.compile(r"(?<!\w)(?:cơ cấu|xếp loại|phân loại|tỷ trọng)(?!\w)(?!.*(?:chuyển đổi cơ cấu|cơ cấu lại))")
FEWEST_FOR_ALL, LEAST_OF_ALL = 3, 80
"""So many parts of a structure that reach at least so much are all of it."""


_YEARS = re.compile(r"năm (?:19|20)\d\d")


def structures(sentence: str, found: Sequence[Mention]) -> Iterator[Broken]:
    """Percentages of one structure reach 100%, but for half a last digit each; of two years each its own."""
    plain = lowered(sentence)
    said = _STRUCTURE.search(plain)
    if said is None or _MARK.search(plain[said.end() :]):
        return
    spans = [(said.end(), len(plain))]
    if len(_YEARS.findall(plain)) > 1:
        spans = [(max(start, said.end()), end) for start, end in pieces(sentence) if end > said.end()]
        spans = [span for span in spans if len(_YEARS.findall(plain[span[0] : span[1]])) < 2]
    for start, end in spans:
        yield from _structure([one for one in found if start < one.start < end], plain[start:end])


def _structure(inside: Sequence[Mention], plain: str) -> Iterator[Broken]:
    parts = [one for one in inside if one.percent and one.depth == 0 and one.part in {Part.LEVEL, Part.SHARE}]
    other = [one for one in inside if one.part in {Part.LEVEL, Part.PLAN} and not one.percent]
    wide = [opened(one.quantity) for one in parts]
    known = [one for one in wide if one is not None and one.unit == "%"]
    if len(known) < len(parts) or len(parts) < 2 or other:
        return
    computed = intervals.total(known)
    assert computed is not None, "all are percentages"
    if computed.low <= 100 <= computed.high:
        return
    most = len(parts) >= FEWEST_FOR_ALL and computed.nominal >= LEAST_OF_ALL and not _OPEN.search(plain)
    if computed.low > 100 or most:
        numbers = " + ".join(amount(part.quantity) for part in parts)
        equation = f"{numbers} = {write_number(computed.nominal)}%"
        yield Broken(Kind.STRUCTURE, parts[-1], equation, tuple(parts[:-1]))


_NOT = re.compile(r"^[^,;.]{0,60}(?<!\w)(?:chưa|không)(?!\w)|^\s*còn lại")


def complements(found: Sequence[Mention]) -> Iterator[Broken]:
    """`17/18 chỉ tiêu đạt, 01 chỉ tiêu chưa đạt`: n and what is left make m."""
    levels = [one for one in found if one.part is Part.LEVEL]
    if len(levels) != 2 or len(found) != 2:
        return
    first, rest = levels
    if first.quantity.of is None or rest.quantity.of is not None or rest.quantity.unit == "":
        return
    if head(first.quantity.unit) != head(rest.quantity.unit) or not first.quantity.exact or not _NOT.search(rest.tail):
        return
    together = Fraction(first.quantity.value) + Fraction(rest.quantity.value)
    if together != Fraction(first.quantity.of) and opened(rest.quantity) == rest.quantity:
        equation = f"{write_number(first.quantity.value)} + {rest.quantity.number} = {write_number(together)}"
        yield Broken(Kind.SUM, rest, equation, (first,), variant="left")
