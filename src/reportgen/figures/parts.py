"""The parts of an indicator that prose may name: `{{ thu.giá trị }}`, `{{ thu.so kế hoạch }}`, and its whole phrase.

In: a line of the ledger and a part's Vietnamese name. Out: a phrase; empty where the input does not declare the part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from reportgen.figures import intervals, phrase
from reportgen.figures.intervals import Verdict
from reportgen.figures.ledger import CHANGES, PERCENT, Held, Line, plan_name
from reportgen.figures.part import Part, Shows
from reportgen.figures.phrase import Datum, Phrase
from reportgen.figures.stated import RESULT, counts_its_name, stated
from reportgen.model.indicators import Plan
from reportgen.model.leaves import Figure
from reportgen.quantity import Quantity, is_physical, write_number
from reportgen.vietnamese.letters import fold
from reportgen.vietnamese.printed import printed

AGAINST_BEFORE = Part(Shows.AGAINST_BEFORE)
_RATES = ("ty le", "toc do", "ty suat", "ty trong", "muc ", "co cau")
"""What a name that is a rate by itself begins with."""
_AT_LEAST = re.compile(r"^từ (.*) trở lên$")
SMALL_COUNT = 100
"""Below so many, a change of a count is said in things, not in percent: `tăng 2 mô hình`."""


def part(line: Line, name: str) -> Phrase | None:
    """A part by its name, "" for the whole phrase; empty if not declared, None if there is no such part.

    The names in `theo đơn vị` and the years in `các năm` are parts too: `{{ số_hộ.Khu phố 1 }}`.
    """
    wanted = fold(name).replace("_", " ")
    maker = _BY_FOLDED_NAME.get(wanted)
    if maker is not None:
        return maker(line)
    several = {**line.indicator.breakdown, **line.indicator.history}
    return next((_one(line, key, figure) for key, figure in several.items() if fold(key) == wanted), None)


def _name(line: Line) -> Phrase:
    return (line.name,)


def _amount(line: Line) -> Phrase:
    """Hedge, number, unit."""
    return (phrase.datum(line.key, RESULT, line.result),) if line.result is not None else ()


def _number(line: Line) -> Phrase:
    """Number and unit alone."""
    if line.result is None:
        return ()
    whole = phrase.datum(line.key, Part(Shows.NUMBER), line.result)
    return (Datum(whole.figure, whole.part, whole.value, phrase.bare(line.result)),)


def _one(line: Line, key: str, figure: Figure) -> Phrase:
    return (phrase.datum(line.key, Part.entry(key), figure.quantity),)


def _share(line: Line) -> Phrase:
    typed = line.indicator.ratio
    if typed is not None and (line.share is None or intervals.agrees(typed.quantity, line.share) is Verdict.AGREES):
        return (
            Datum(
                line.key,
                Part(Shows.SHARE),
                phrase.decimal_text(Fraction(typed.quantity.value)),
                phrase.bare(typed.quantity),
            ),
        )
    if line.share is None:
        return ()
    return (Datum(line.key, Part(Shows.SHARE), phrase.decimal_text(line.share.nominal), phrase.percent(line.share)),)


def _against_plans(line: Line) -> Phrase:
    return phrase.joined((_against(line, held, place) for place, held in enumerate(line.held, 1)), ", ", " và ")


def _against(line: Line, held: Held, place: int) -> Phrase:
    part = Part(Shows.AGAINST_PLAN, place)
    value = held.plan.value.quantity if held.plan.value else None
    status = (f"{held.plan.status} {held.name}",) if held.plan.status else ()
    if held.ratio is not None and value is not None and _is_told_apart(line, held, value):
        apart = intervals.difference(line.measured(value), value)
        return phrase.points_apart(apart, line.key, part, held.name) if apart else ()
    if held.printed:
        ratio = held.ratio or intervals.written(held.typed) if held.typed else held.ratio
        assert ratio is not None
        return phrase.share_of_plan(ratio, held.printed, line.key, part, held.name)
    if value is not None:
        shown = _spoken(line, Part(Shows.PLAN, place), value)
        return phrase.against_target(held.standing, value, shown, held.name) or status
    return status


def _is_told_apart(line: Line, held: Held, value: Quantity) -> bool:
    """Whether the distance from the plan says more than the ratio: of rates, and of things that shall be few."""
    few = line.lower_is_better and not held.typed and line.result is not None and line.result.exact and value.exact
    return value.unit in PERCENT or (few and not is_physical(value.unit))


def _against_before(line: Line) -> Phrase:
    since = printed("change.year", year=line.year - 1)
    if line.result is not None and line.result.of is not None and line.before is not None:
        return _share_against_before(line, since)
    if line.difference is not None and line.growth is not None and line.result is not None:
        few = line.result.exact and line.before is not None and line.before.value < SMALL_COUNT
        points = line.result.unit in PERCENT
        return phrase.change(line.difference if few or points else line.growth, line.key, AGAINST_BEFORE, since)
    if line.difference is not None:
        return phrase.change(line.difference, line.key, AGAINST_BEFORE, since)
    stated = line.indicator.before.change if line.indicator.before else ()
    if stated:
        return (phrase.datum(line.key, AGAINST_BEFORE, stated[0].quantity), f" {printed('change.since', since=since)}")
    return ()


def _share_against_before(line: Line, since: str) -> Phrase:
    """n/m against last year: its rate against last year's rate in points, against a bare count in things."""
    assert line.result is not None and line.before is not None, "asked only where both are known"
    before = intervals.share(line.before)
    if before is None or line.share is None:
        return phrase.change(line.difference, line.key, AGAINST_BEFORE, since) if line.difference is not None else ()
    now, then = (Fraction(round(share.nominal, 1)) for share in (line.share, before))
    points = intervals.Interval(now - then, now - then, now - then, printed("change.points"))
    return phrase.change(points, line.key, AGAINST_BEFORE, since)


def _plan(line: Line) -> Phrase:
    values = [plan.value.quantity for plan in line.indicator.plans if plan.value]
    return (phrase.datum(line.key, Part(Shows.PLAN, 1), values[0]),) if values else ()


def _before(line: Line) -> Phrase:
    return (phrase.datum(line.key, Part(Shows.BEFORE), line.before),) if line.before is not None else ()


def _targets(line: Line) -> Iterator[tuple[Part, Plan, Quantity]]:
    """Next year's targets with the part that each is."""
    known = [(plan, plan.value.quantity) for plan in line.indicator.after if plan.value]
    for place, (plan, value) in enumerate(known, 1):
        yield Part.target(place), plan, value


def _after(line: Line) -> Phrase:
    return phrase.joined(((phrase.datum(line.key, part, value),) for part, _, value in _targets(line)), "; ")


def _stated_after(line: Line) -> Phrase:
    """`tổng thu … đạt từ 45 tỷ đồng trở lên`, with who set it where several did."""
    targets = list(_targets(line))
    if not targets:
        return ()
    said = [_stated_target(line, part, value) for part, _, value in targets]
    if len(said) == 1:
        return said[0]
    # Of the others the number alone: the name of what they are about has been said.
    shown = [said[0], *((_spoken(line, part, value),) for part, _, value in targets[1:])]
    named = [(*words, f" ({plan_name(plan)})") for words, (_, plan, _) in zip(shown, targets, strict=True)]
    return phrase.joined(named, ", ")


def _spoken(line: Line, part: Part, target: Quantity) -> Datum:
    """A target as it is read; what shall change a rate by percent means points: `giảm 0,5 điểm %`."""
    shown = phrase.spoken(line.key, part, target)
    rate = line.result is not None and line.result.unit in PERCENT
    points = target.change in CHANGES and target.unit == "%" and rate
    return replace(shown, text=shown.text.replace("%", f" điểm{phrase.NO_BREAK}%")) if points else shown


def _stated_target(line: Line, part: Part, target: Quantity) -> Phrase:
    shown = _spoken(line, part, target)
    counted = counts_its_name(line, target)
    if target.change in CHANGES:
        year = printed("change.year", year=line.year)
        since = "" if target.against else f" {printed('change.since', since=year)}"
        return (f"{_leading('result.number of') if counted else ''}{line.name} ", shown, since)
    if counted and not line.lower_is_better:
        return (shown, line.name[len(target.unit) :])
    # A count's target may be a rate: `tỷ lệ hộ đạt gia đình văn hóa đạt từ 92% trở lên`.
    rate = target.unit in PERCENT and line.result is not None and line.result.of is not None
    rate = rate and not fold(line.name).startswith(_RATES)
    lead = _leading("result.rate of") if rate else _leading("result.number of") if counted else ""
    if "trở lên" in line.name and (said := _AT_LEAST.match(shown.text)):
        shown = replace(shown, text=printed("result.at least", amount=said[1]))
    verb = printed("result.left" if line.lower_is_better else "result.reached")
    return (f"{lead}{line.name} {verb} ", shown)


def _leading(name: str) -> str:
    """A word before a name, with its blank."""
    return f"{printed(name)} "


def news(line: Line) -> Phrase:
    """What a standfirst says of it: the result with one comparison, last year's or a plan's; its own sentence whole."""
    if line.indicator.sentence is not None:
        return ()
    against = _against_before(line) or _against_plans(line)
    return phrase.joined([stated(line), against])


def _rank(line: Line) -> Phrase:
    return (phrase.datum(line.key, Part(Shows.RANK), line.indicator.rank.quantity),) if line.indicator.rank else ()


def _as_of(line: Line) -> Phrase:
    return (str(line.indicator.as_of),) if line.indicator.as_of else ()


def _whole_number(line: Line) -> Phrase:
    """m of n/m with its unit."""
    if line.result is None or line.result.of is None:
        return ()
    unit = f"{phrase.NO_BREAK}{line.result.unit}" if line.result.unit else ""
    exact = phrase.decimal_text(Fraction(line.result.of))
    return (Datum(line.key, Part(Shows.WHOLE), exact, f"{write_number(line.result.of)}{unit}"),)


def _names(line: Line) -> Phrase:
    return (", ".join(line.indicator.names),) if line.indicator.names else ()


def _several(figures: Mapping[str, Figure], line: Line) -> Phrase:
    return phrase.joined(((f"{key}: ", *_one(line, key, figure)) for key, figure in figures.items()), "; ")


def _breakdown(line: Line) -> Phrase:
    return _several(line.indicator.breakdown, line)


def _history(line: Line) -> Phrase:
    return _several(
        {printed("change.year", year=year): figure for year, figure in line.indicator.history.items()}, line
    )


def _parts(line: Line) -> Phrase:
    """`nam 4.400 người, nữ 4.600 người`; `438 đảng viên sinh hoạt tại chi bộ thôn, bản; 174 đảng viên …`."""
    parts = [part for part in line.ledger.parts_of(line) if part.result is not None]
    between = "; " if any("," in part.name for part in parts) else ", "
    return phrase.joined((_part_said(part) for part in parts), between)


def _part_said(line: Line) -> Phrase:
    if line.result is not None and counts_its_name(line, line.result):
        return (*_amount(line), line.name[len(line.result.unit) :])
    return (f"{line.name} ", *_amount(line))


def _stated_parts(line: Line) -> Phrase:
    parts = _parts(line)
    if not parts:
        return ()
    return (_leading("parts.counted" if isinstance(parts[0], Datum) else "parts.named"), *parts)


def _whole(line: Line) -> Phrase:
    """The phrase that these texts live on: name, value, ratio, plans, growth."""
    share = _share(line)
    said = (*stated(line), " (", *share, ")") if share else stated(line)
    first = phrase.joined([said, _against_plans(line), _against_before(line)])
    if line.indicator.as_of:
        first = (*first, f" ({line.indicator.as_of})")
    return first


PARTS: Mapping[str, Callable[[Line], Phrase]] = MappingProxyType(
    {
        "": _whole,
        "tên": _name,
        "giá trị": _amount,
        "số": _number,
        "kết quả": stated,
        "tỷ lệ": _share,
        "so kế hoạch": _against_plans,
        "so năm trước": _against_before,
        "kế hoạch": _plan,
        "năm trước": _before,
        "năm sau": _after,
        "chỉ tiêu năm sau": _stated_after,
        "xếp hạng": _rank,
        "các phần": _parts,
        "trong đó": _stated_parts,
        "thời điểm": _as_of,
        "tổng số": _whole_number,
        "danh sách": _names,
        "theo đơn vị": _breakdown,
        "các năm": _history,
    }
)
"""Name of a part → what makes it."""

PART_NAMES = tuple(name for name in PARTS if name)
_BY_FOLDED_NAME = {fold(name): maker for name, maker in PARTS.items()}
