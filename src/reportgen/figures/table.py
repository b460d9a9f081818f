"""The annex's table of indicators (bảng chỉ tiêu), as rows of phrases; the template only sets it.

Columns appear only where some indicator fills them. Numbers stand without their unit, which has a column of its own,
and in the unit of the result, also where the plan was written in another scale.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby
from types import MappingProxyType

from reportgen.figures import intervals, phrase
from reportgen.figures.intervals import Standing
from reportgen.figures.ledger import PERCENT, Held, Ledger, Line
from reportgen.figures.part import Part, Shows
from reportgen.figures.phrase import Datum, Phrase
from reportgen.model.indicators import Plan
from reportgen.quantity import Quantity, Relation, parse_unit, write_number, write_quantity
from reportgen.quantity.writing import NO_BREAK, written_unit
from reportgen.vietnamese.letters import fold, roman
from reportgen.vietnamese.printed import printed

MOST_SETTERS = 3
"""Columns of plans; with more who set some, those of the fewest plans share the last."""
WIDE = 180
"""The shares of the columns that no longer fit a portrait page: about eight columns."""


SIGNED = frozenset({Relation.AT_LEAST, Relation.AT_MOST})
"""Bounds that a cell shows by their sign: `≥ 200` for `từ 200 tỷ đồng trở lên`."""
_SIGNS = MappingProxyType({Relation.AT_LEAST: "≥", Relation.AT_MOST: "≤", Relation.MORE: "trên", Relation.LESS: "dưới"})
STANDINGS = MappingProxyType(
    {Standing.EXCEEDED: "table.exceeded", Standing.MET: "table.met", Standing.BELOW: "table.below"}
)
"""Standing → the name of the word that a cell says it with."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it shows (a key of `CELLS`), its heading, its style, its share of the width.

    `over` is the heading that it shares with its neighbours, "" for none; `setters` whose plans it is about.
    """

    shows: str
    heading: str
    role: str
    over: str = ""
    share: int = 16
    setters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a group's heading, or an indicator with one cell a column. `depth` 1 is a part of the row above."""

    number: str
    cells: tuple[Phrase, ...]
    group: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """Columns and rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def wide(self) -> bool:
        """Whether it needs a landscape page."""
        return sum(column.share for column in self.columns) > WIDE

    @property
    def stacked(self) -> bool:
        """Whether some columns share a heading."""
        return any(column.over for column in self.columns)

    @property
    def top(self) -> tuple[tuple[str, int], ...]:
        """The upper row of headings: each with how many columns share it, 0 for a column that has its own."""
        groups = ((over, list(columns)) for over, columns in groupby(self.columns, lambda column: column.over))
        return tuple(
            heading
            for over, columns in groups
            for heading in ([(over, len(columns))] if over else [(column.heading, 0) for column in columns])
        )


def indicator_table(ledger: Ledger, lines: Sequence[Line] | None = None) -> IndicatorTable:
    """The table of these lines, of all lines without any."""
    chosen = tuple(ledger) if lines is None else tuple(lines)
    setters = _setters(chosen)
    columns = tuple(column for column in _columns(ledger.conference.year.number, setters) if _used(column, chosen))
    return IndicatorTable(columns, tuple(_rows(chosen, columns)))


def _setters(lines: Sequence[Line]) -> tuple[tuple[str, ...], ...]:
    """Who set plans, by column; one column without a name where nobody is named."""
    counts = Counter(str(held.plan.setter or "") for line in lines for held in line.held)
    if len(counts) <= MOST_SETTERS:
        return tuple((setter,) for setter in counts)
    own = {setter for setter, _ in counts.most_common(MOST_SETTERS - 1)}
    return (*((setter,) for setter in counts if setter in own), tuple(setter for setter in counts if setter not in own))


def _columns(year: int, setters: Sequence[tuple[str, ...]]) -> list[Column]:
    named = len(setters) > 1
    planned, compared = printed("table.planned", year=year), printed("table.compared")
    over = planned if named else ""
    plans = [
        Column(
            "plan",
            _capital(_giver(group)) if named else planned,
            "cell_right",
            over,
            18,
            group,
        )
        for group in setters
    ]
    ratios = [
        Column("ratio", _against_plan(group, year, named=named), "cell_center", compared, 14, group)
        for group in setters
    ]
    return [
        Column("number", printed("table.number"), "cell_center", share=10),
        Column("name", printed("table.name"), "cell", share=58),
        Column("unit", printed("table.unit"), "cell_center", share=21),
        Column("before", printed("table.result", year=year - 1), "cell_right", share=18),
        *plans,
        Column("result", printed("table.result", year=year), "cell_right", share=20),
        Column("growth", printed("table.against result", year=year - 1), "cell_center", compared, 14),
        *ratios,
        Column("after", printed("table.planned", year=year + 1), "cell_right", share=18),
        Column("note", printed("table.note"), "cell", share=22),
    ]


def _giver(setters: tuple[str, ...]) -> str:
    """Whose plan a column holds, in a narrow heading: a congress's resolution is `Nghị quyết`, whatever its full name;
    plans that name nobody stand together."""
    if len(setters) > 1:
        return printed("table.set elsewhere")
    (setter,) = setters
    if not setter:
        return printed("table.plan")
    return _resolution(setter) or printed("table.set by", setter=setter)


def _against_plan(setters: tuple[str, ...], year: int, *, named: bool) -> str:
    """Against whose plan a column holds the result; `named` where there are several."""
    if not named:
        return printed("table.against plan", year=year)
    setter = printed("table.elsewhere") if len(setters) > 1 else _resolution(setters[0]) or setters[0]
    return printed("table.against plan of", setter=setter).rstrip()


def _resolution(setter: str) -> str:
    """A congress's resolution by its kind alone; "" for another setter."""
    return printed("table.resolution") if fold(setter).startswith("nghi quyet") else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _used(column: Column, lines: Sequence[Line]) -> bool:
    return column.shows in {"number", "name", "result"} or any(CELLS[column.shows](line, column) for line in lines)


def _rows(lines: Sequence[Line], columns: Sequence[Column]) -> list[Row]:
    rows: list[Row] = []
    children = {name for line in lines for name in line.indicator.parts}
    known = {line.key: line for line in lines}
    groups = list(dict.fromkeys(str(line.indicator.group or "") for line in lines if line.key not in children))
    # What stands in no group comes last, below a heading of its own, so that the groups' numbers run on.
    for place, group in enumerate(sorted(groups, key=lambda name: not name), 1):
        if len(groups) > 1:
            rows.append(Row(roman(place), (), group or printed("table.others")))
        number = 0
        for line in lines:
            if str(line.indicator.group or "") != group or line.key in children:
                continue
            number += 1
            rows.append(Row(str(number), _cells(line, columns)))
            rows += [Row("", _cells(known[name], columns), depth=1) for name in line.indicator.parts if name in known]
    return rows


def _cells(line: Line, columns: Sequence[Column]) -> tuple[Phrase, ...]:
    return tuple(CELLS[column.shows](line, column) for column in columns)


def _of_setters(line: Line, column: Column) -> list[tuple[int, Held]]:
    """The plans that a column is about, with their numbers."""
    return [(number, held) for number, held in enumerate(line.held, 1) if str(held.plan.setter or "") in column.setters]


def _setter(plan: Plan) -> str:
    """Who set a plan, told apart from another one of the same."""
    adjusted = printed("plan.adjusted") if plan.adjusted and plan.adjusted.on else ""
    return " ".join(filter(None, (str(plan.setter or ""), adjusted)))


def _told_apart(cells: Sequence[tuple[Phrase, str]]) -> Phrase:
    """The one value; of several each, with who set it."""
    if len(cells) == 1:
        return cells[0][0]
    return phrase.joined(((*cell, f" ({setter})") if setter else cell for cell, setter in cells if cell), "; ")


def _plan(line: Line, column: Column) -> Phrase:
    return _told_apart(
        [
            (number_in_scale(line, Part(Shows.PLAN, number), held.plan.value.quantity), _setter(held.plan))
            for number, held in _of_setters(line, column)
            if held.plan.value
        ]
    )


def _ratio(line: Line, column: Column) -> Phrase:
    cells = [(_one_ratio(line, number, held), _setter(held.plan)) for number, held in _of_setters(line, column)]
    return _told_apart([(cell, setter) for cell, setter in cells if cell])


def _one_ratio(line: Line, number: int, held: Held) -> Phrase:
    """The ratio in percent; where there is none (bounds, ranges, percentages), how the result stands to the plan."""
    value = held.ratio or (intervals.written(held.typed) if held.typed is not None else None)
    target = held.plan.value.quantity if held.plan.value else None
    if value is None or (target is not None and target.unit in PERCENT):
        return (printed(STANDINGS[held.standing]),) if held.standing in STANDINGS else ()
    shown = held.printed if held.typed is not None else phrase.rounded(value.nominal)
    return (
        Datum(line.key, Part(Shows.AGAINST_PLAN, number), phrase.decimal_text(value.nominal), shown.removesuffix("%")),
    )


def _next_targets(line: Line, _: Column) -> Phrase:
    known = [(plan.value.quantity, _setter(plan)) for plan in line.indicator.after if plan.value]
    return _told_apart(
        [(number_in_scale(line, Part.target(number), value), setter) for number, (value, setter) in enumerate(known, 1)]
    )


def _against_before(line: Line) -> Phrase:
    if line.result is None or line.before is None or line.result.unit in PERCENT:
        return ()
    ratio = intervals.ratio(line.result, line.before)
    if ratio is None or phrase.is_none(line.result) or line.result.of is not None:
        return ()
    shown = phrase.rounded(ratio.nominal).removesuffix("%")
    return (Datum(line.key, Part(Shows.AGAINST_BEFORE), phrase.decimal_text(ratio.nominal), shown),)


def _next_target(line: Line) -> Quantity | None:
    return next((plan.value.quantity for plan in line.indicator.after if plan.value), None)


def unit_of(line: Line) -> str:
    """The unit that the indicator's numbers are shown in, with a capital; "" if it has none."""
    if line.indicator.unit:
        return str(line.indicator.unit)
    unit = _unit(_leading(line))
    return unit[:1].upper() + unit[1:] if unit else ""


def _leading(line: Line) -> Quantity | None:
    """The figure in whose unit all are shown: the first that has one, for `Không có` has none."""
    plans = [held.plan.value.quantity for held in line.held if held.plan.value]
    known = [line.result, line.before, *plans]
    figures = [figure for figure in (*known, _next_target(line)) if figure is not None]
    return next((figure for figure in figures if _unit(figure)), figures[0] if figures else None)


def _unit(quantity: Quantity | None) -> str:
    return written_unit(quantity).replace(NO_BREAK, " ") if quantity is not None else ""


def number_in_scale(line: Line, part: Part, quantity: Quantity | None) -> Phrase:
    """A number without its unit, in the scale of the unit column."""
    if quantity is None:
        return ()
    exact = phrase.decimal_text(Fraction(quantity.value))
    return (Datum(line.key, part, exact, _digits(quantity, _leading(line) or quantity)),)


def _digits(quantity: Quantity, leading: Quantity) -> str:
    own, shown = quantity.unit_text or quantity.unit, leading.unit_text or leading.unit
    hedges = () if quantity.relation in SIGNED else quantity.hedges
    compound = any(letter.isalpha() for letter in quantity.number) and not phrase.is_none(quantity)
    if (own == shown and not compound) or quantity.of is not None:
        return write_quantity(
            replace(quantity, hedges=hedges, unit_text="", unit="", as_of="", against="", beside=None, noun="")
        ).removeprefix("ước ")
    first, second = parse_unit(quantity.unit), parse_unit(shown)
    if first is None or second is None or first.dimension != second.dimension or quantity.upper is not None:
        return write_quantity(replace(quantity, hedges=hedges))
    number = write_number(Fraction(quantity.value) * first.factor / second.factor)
    sign = _SIGNS.get(quantity.relation, "")
    return " ".join(filter(None, (quantity.change.value, f"{sign} {number}".lstrip())))


def _result(line: Line, _: Column) -> Phrase:
    """The result's number; of one in words its words."""
    words = line.indicator.in_words
    if line.result is None and words is not None:
        return (_capital(str(words).strip().rstrip(".")),)
    return number_in_scale(line, Part(Shows.RESULT), line.result)


CELLS: Mapping[str, Callable[[Line, Column], Phrase]] = MappingProxyType(
    {
        "number": lambda _line, _column: (),
        "name": lambda line, _: (_capital(line.name),),
        "unit": lambda line, _: (unit_of(line),) if unit_of(line) else (),
        "before": lambda line, _: number_in_scale(line, Part(Shows.BEFORE), line.before),
        "plan": _plan,
        "result": _result,
        "growth": lambda line, _: _against_before(line),
        "ratio": _ratio,
        "after": _next_targets,
        "note": lambda line, _: (str(line.indicator.note),) if line.indicator.note else (),
    }
)
"""What a column shows → its cell for an indicator."""
