"""The indicators of a conference, reckoned: every comparison that their declared operands allow.

`Ledger` gives each indicator's `Line`; a line's parts (`giá trị`, `so kế hoạch`, …) are phrases that papers print. What
was not declared is not compared: its part is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from reportgen import compare, phrase
from reportgen.compare import Interval, Standing, Verdict
from reportgen.model import Conference
from reportgen.model.indicators import Indicator, Plan
from reportgen.model.leaves import Figure
from reportgen.phrase import Datum, Phrase
from reportgen.quantity import Quantity, Relation, write_number
from reportgen.vietnamese import fold

PERCENT = frozenset({"%", "‰"})
SMALL_COUNT = 100
"""Below so many, a change of a count is said in things, not in percent: `tăng 2 mô hình`."""


@dataclass(frozen=True, slots=True)
class Held:
    """A result held against one plan."""

    plan: Plan
    ratio: Interval | None
    """Result as a percentage of the plan; None where the plan's value is not declared or is no single value."""
    standing: Standing
    verdict: Verdict | None
    """Typed ratio against the computed one; None if one of them is absent."""

    @property
    def typed(self) -> Quantity | None:
        """The ratio that the input states."""
        return self.plan.ratio.quantity if self.plan.ratio else None

    @property
    def printed(self) -> str:
        """The ratio to print, "" if there is none: the typed one unless the operands contradict it."""
        if self.typed is not None and self.verdict in {None, Verdict.AGREES}:
            return phrase.bare(self.typed)
        return phrase.percent(self.ratio) if self.ratio else ""

    @property
    def name(self) -> str:
        """Whose plan it is, as it is read: `kế hoạch điều chỉnh HĐND phường giao`."""
        setter = str(self.plan.setter or "")
        adjusted = " điều chỉnh" if self.plan.adjusted and self.plan.adjusted.on else ""
        if fold(setter).startswith("nghi quyet"):
            return f"chỉ tiêu{adjusted} {setter}"
        return f"kế hoạch{adjusted} {setter} giao" if setter else f"kế hoạch{adjusted}"


@dataclass(frozen=True)
class Line:
    """One indicator with its comparisons. `year` is the year under review."""

    key: str
    indicator: Indicator
    year: int
    ledger: Ledger

    @property
    def name(self) -> str:
        """The indicator's name as it is read in a sentence; its key where it has none."""
        return str(self.indicator.name or self.key.replace("_", " "))

    @property
    def result(self) -> Quantity | None:
        """This year's result, None if not given."""
        return self.indicator.result.quantity if self.indicator.result else None

    @property
    def lower_is_better(self) -> bool:
        """Whether a lower result is the better one."""
        return bool(self.indicator.lower_is_better and self.indicator.lower_is_better.on)

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """The result against each plan."""
        return tuple(self._held(plan) for plan in self.indicator.plans)

    def _held(self, plan: Plan) -> Held:
        value = plan.value.quantity if plan.value else None
        ratio, standing = None, Standing.UNKNOWN
        if self.result is not None and value is not None:
            measured = self.measured(value)
            standing = compare.standing(measured, value, lower_is_better=self.lower_is_better)
            if value.upper is None and value.relation is Relation.EQUAL:
                ratio = compare.ratio(measured, value)
        typed = plan.ratio.quantity if plan.ratio else None
        verdict = compare.agrees(typed, ratio) if typed is not None and ratio is not None else None
        return Held(plan, ratio, standing, verdict)

    def measured(self, target: Quantity) -> Quantity:
        """The result in the target's terms: n/m as a percentage where the target is one."""
        assert self.result is not None
        share = compare.share(self.result)
        if share is None or target.unit not in PERCENT or self.result.unit in PERCENT:
            return self.result
        return Quantity(Decimal(share.nominal.numerator) / Decimal(share.nominal.denominator), "%")

    @property
    def standing(self) -> Standing:
        """How the result stands to the first plan that it can be judged by."""
        known = (held.standing for held in self.held if held.standing is not Standing.UNKNOWN)
        return next(known, Standing.UNKNOWN)

    @cached_property
    def share(self) -> Interval | None:
        """n/m in percent."""
        return compare.share(self.result) if self.result is not None else None

    @cached_property
    def before(self) -> Quantity | None:
        """Last year's value."""
        before = self.indicator.before
        return before.value.quantity if before and before.value else None

    @cached_property
    def growth(self) -> Interval | None:
        """The change against last year in percent."""
        return compare.growth(self.result, self.before) if self.result and self.before else None

    @cached_property
    def difference(self) -> Interval | None:
        """The change against last year in the result's unit."""
        return compare.difference(self.result, self.before) if self.result and self.before else None

    def part(self, name: str) -> Phrase | None:
        """A part by its Vietnamese name, "" for the whole phrase; empty if not declared, None if there is no such
        part. The names in `theo đơn vị` and the years in `các năm` are parts too: `{{ số_hộ.Khu phố 1 }}`."""
        wanted = fold(name).replace("_", " ")
        maker = PARTS.get(wanted)
        if maker is not None:
            return maker(self)
        several = {**self.indicator.breakdown, **self.indicator.history}
        return next((_one(self, key, figure) for key, figure in several.items() if fold(key) == wanted), None)


@dataclass(frozen=True)
class Ledger:
    """All indicators of a conference, in the order of the input."""

    conference: Conference

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """Indicator's key → its line."""
        year = self.conference.year.number
        return MappingProxyType(
            {key: Line(key, indicator, year, self) for key, indicator in self.conference.indicators.items()}
        )

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines.values())

    def parts_of(self, line: Line) -> tuple[Line, ...]:
        """The lines that a total consists of, unknown names left out."""
        return tuple(self.lines[name] for name in line.indicator.parts if name in self.lines)

    @cached_property
    def part_keys(self) -> frozenset[str]:
        """The indicators that are parts of another."""
        return frozenset(str(name) for line in self for name in line.indicator.parts)

    @property
    def judged(self) -> tuple[Line, ...]:
        """The indicators of which some plan can be judged; parts of another do not count by themselves."""
        return tuple(line for line in self if line.key not in self.part_keys and line.standing is not Standing.UNKNOWN)

    @property
    def reached(self) -> tuple[Line, ...]:
        """Those of them that reach every plan that can be judged."""
        good = {Standing.MET, Standing.EXCEEDED, Standing.UNKNOWN}
        return tuple(line for line in self.judged if all(held.standing in good for held in line.held))

    @property
    def exceeded(self) -> tuple[Line, ...]:
        """Those of them that pass their first judged plan."""
        return tuple(line for line in self.reached if line.standing is Standing.EXCEEDED)


def _name(line: Line) -> Phrase:
    return (line.name,)


def _amount(line: Line) -> Phrase:
    """Hedge, number, unit."""
    return (phrase.datum(line.key, "giá trị", line.result),) if line.result is not None else ()


def _number(line: Line) -> Phrase:
    """Number and unit alone."""
    if line.result is None:
        return ()
    whole = phrase.datum(line.key, "số", line.result)
    return (Datum(whole.figure, whole.part, whole.value, phrase.bare(line.result)),)


def _stated(line: Line) -> Phrase:
    """`tổng thu … ước đạt 41,795 tỷ đồng`; `2.570 hộ đạt …` where the name begins with the unit."""
    result = line.result
    if result is None:
        return (line.name,)
    shown = phrase.datum(line.key, "giá trị", result)
    if phrase.is_none(result):
        return (replace(shown, text="không có"), f" {line.name}")
    if _counts_its_name(line, result):
        return (shown, line.name[len(result.unit) :])
    prices = f" ({line.indicator.prices})" if line.indicator.prices else ""
    verb = "ước đạt " if "ước" in result.hedges else "đạt "
    return (f"{line.name}{prices} {verb}", replace(shown, text=shown.text.removeprefix("ước ")))


def _counts_its_name(line: Line, quantity: Quantity) -> bool:
    """Whether the name begins with the counted noun: then the number stands before it, `30 tuyến đường mở rộng`."""
    return bool(quantity.unit) and fold(line.name).startswith(f"{fold(quantity.unit)} ")


def _one(line: Line, key: str, figure: Figure) -> Phrase:
    return (phrase.datum(line.key, key, figure.quantity),)


def _share(line: Line) -> Phrase:
    typed = line.indicator.ratio
    if typed is not None and (line.share is None or compare.agrees(typed.quantity, line.share) is Verdict.AGREES):
        return (
            Datum(line.key, "tỷ lệ", phrase.decimal_text(Fraction(typed.quantity.value)), phrase.bare(typed.quantity)),
        )
    if line.share is None:
        return ()
    return (Datum(line.key, "tỷ lệ", phrase.decimal_text(line.share.nominal), phrase.percent(line.share)),)


def _stated_share(line: Line) -> Phrase:
    share = _share(line)
    return ("chiếm " if line.lower_is_better else "đạt ", *share) if share else ()


def _against_plans(line: Line) -> Phrase:
    return phrase.joined((_against(line, held, place) for place, held in enumerate(line.held, 1)), ", ", " và ")


def _against(line: Line, held: Held, place: int) -> Phrase:
    part = f"so kế hoạch {place}"
    value = held.plan.value.quantity if held.plan.value else None
    if held.ratio is not None and value is not None and value.unit in PERCENT:
        apart = compare.difference(line.measured(value), value)
        return phrase.points_apart(apart, line.key, part, held.name) if apart else ()
    if held.printed:
        ratio = held.ratio or compare.written(held.typed) if held.typed else held.ratio
        assert ratio is not None
        return phrase.share_of_plan(ratio, held.printed, line.key, part, held.name)
    if value is not None:
        shown = phrase.spoken(line.key, f"kế hoạch {place}", value)
        return phrase.against_target(held.standing, value, shown, held.name)
    return (f"{held.plan.status} {held.name}",) if held.plan.status else ()


def _against_before(line: Line) -> Phrase:
    since = f"năm {line.year - 1}"
    if line.difference is not None and line.growth is not None and line.result is not None:
        few = line.result.exact and line.before is not None and line.before.value < SMALL_COUNT
        points = line.result.unit in PERCENT
        return phrase.change(line.difference if few or points else line.growth, line.key, "so năm trước", since)
    if line.difference is not None:
        return phrase.change(line.difference, line.key, "so năm trước", since)
    stated = line.indicator.before.change if line.indicator.before else ()
    if stated:
        return (phrase.datum(line.key, "so năm trước", stated[0].quantity), f" so với {since}")
    return ()


def _plan(line: Line) -> Phrase:
    values = [plan.value.quantity for plan in line.indicator.plans if plan.value]
    return (phrase.datum(line.key, "kế hoạch 1", values[0]),) if values else ()


def _before(line: Line) -> Phrase:
    return (phrase.datum(line.key, "năm trước", line.before),) if line.before is not None else ()


def _after(line: Line) -> Phrase:
    values = [plan.value.quantity for plan in line.indicator.after if plan.value]
    return (phrase.datum(line.key, "năm sau", values[0]),) if values else ()


def _stated_after(line: Line) -> Phrase:
    """`tổng thu … đạt từ 45 tỷ đồng trở lên`."""
    target = next((plan.value.quantity for plan in line.indicator.after if plan.value), None)
    if target is None:
        return ()
    shown = phrase.spoken(line.key, "năm sau", target)
    if _counts_its_name(line, target):
        return (shown, line.name[len(target.unit) :])
    return (f"{line.name} {'còn' if line.lower_is_better else 'đạt'} ", shown)


def _rank(line: Line) -> Phrase:
    return (phrase.datum(line.key, "xếp hạng", line.indicator.rank.quantity),) if line.indicator.rank else ()


def _as_of(line: Line) -> Phrase:
    return (str(line.indicator.as_of),) if line.indicator.as_of else ()


def _whole_number(line: Line) -> Phrase:
    """m of n/m with its unit."""
    if line.result is None or line.result.of is None:
        return ()
    unit = f"{phrase.NO_BREAK}{line.result.unit}" if line.result.unit else ""
    exact = phrase.decimal_text(Fraction(line.result.of))
    return (Datum(line.key, "tổng số", exact, f"{write_number(line.result.of)}{unit}"),)


def _names(line: Line) -> Phrase:
    return (", ".join(line.indicator.names),) if line.indicator.names else ()


def _several(figures: Mapping[str, Figure], line: Line) -> Phrase:
    return phrase.joined(((f"{key}: ", *_one(line, key, figure)) for key, figure in figures.items()), "; ")


def _breakdown(line: Line) -> Phrase:
    return _several(line.indicator.breakdown, line)


def _history(line: Line) -> Phrase:
    return _several({f"năm {year}": figure for year, figure in line.indicator.history.items()}, line)


def _parts(line: Line) -> Phrase:
    return phrase.joined(
        (f"{part.name} ", *_amount(part)) for part in line.ledger.parts_of(line) if part.result is not None
    )


def _stated_parts(line: Line) -> Phrase:
    parts = _parts(line)
    return ("trong đó: ", *parts) if parts else ()


def _whole(line: Line) -> Phrase:
    """The phrase that these texts live on: name, value, ratio, plans, growth."""
    first = phrase.joined([_stated(line), _stated_share(line), _against_plans(line), _against_before(line)])
    if line.indicator.as_of:
        first = (*first, f" ({line.indicator.as_of})")
    return first


PARTS: Mapping[str, Callable[[Line], Phrase]] = MappingProxyType(
    {
        "": _whole,
        "ten": _name,
        "gia tri": _amount,
        "so": _number,
        "ket qua": _stated,
        "ty le": _share,
        "so ke hoach": _against_plans,
        "so nam truoc": _against_before,
        "ke hoach": _plan,
        "nam truoc": _before,
        "nam sau": _after,
        "chi tieu nam sau": _stated_after,
        "xep hang": _rank,
        "cac phan": _parts,
        "trong do": _stated_parts,
        "thoi diem": _as_of,
        "tong so": _whole_number,
        "danh sach": _names,
        "theo don vi": _breakdown,
        "cac nam": _history,
    }
)
"""Folded name of a part → what makes it."""

PART_NAMES = (
    "tên",
    "giá trị",
    "số",
    "kết quả",
    "tỷ lệ",
    "so kế hoạch",
    "so năm trước",
    "kế hoạch",
    "năm trước",
    "năm sau",
    "chỉ tiêu năm sau",
    "xếp hạng",
    "các phần",
    "trong đó",
    "thời điểm",
    "tổng số",
    "danh sách",
    "theo đơn vị",
    "các năm",
)
assert {fold(name) for name in PART_NAMES} | {""} == PARTS.keys()
