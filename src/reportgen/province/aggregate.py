"""The units' figures as the figures of the unit above: per indicator its total, plans, last year, every unit's value.

A total, its plan and its last year are of the same units, so that they can be compared. Who is missing is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportgen.figures.intervals import written
from reportgen.figures.ledger import Line
from reportgen.model.leaves import Figure
from reportgen.model.reading import Input
from reportgen.problems import Place, Problem, in_order
from reportgen.province.likeness import gist
from reportgen.province.matching import Group, Matched, match
from reportgen.province.published import against_published
from reportgen.province.questions import Asked, Said
from reportgen.province.sums import SAME, Total, added, averaged, is_rate, target_of, value_of
from reportgen.province.suspicions import suspicions
from reportgen.province.units import Unit, Units, place_of, unit_key
from reportgen.province.weights import weight_of
from reportgen.quantity import Quantity, write_quantity
from reportgen.vietnamese.letters import fold

Column = Callable[[Line], tuple[Figure | None, Quantity | None]]
"""What of an indicator is taken: the figure, and its value where it is one."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One unit's value: as written, and where."""

    unit: str
    text: str
    place: Place
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Sum:
    """A total with the values that it is of; `weight`: the name of what a mean is by, with the weights' places."""

    total: Total
    origins: tuple[Origin, ...]
    weight: str = ""
    weights: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of all units. `result` None where its values do not add up: they are only ranked."""

    key: str
    name: str
    group: str
    values: tuple[Origin, ...]
    missing: tuple[str, ...]
    result: Sum | None = None
    before: Sum | None = None
    plan: Sum | None = None
    after: Sum | None = None
    history: tuple[tuple[str, Sum], ...] = ()
    setter: str = ""
    lower_is_better: bool = False
    rate: bool = False


@dataclass(frozen=True, slots=True)
class Aggregate:
    """What was made of the units. `alone`: what is no indicator of all, and whose it is: of one unit only, waiting
    for an answer, or no number that can be added (a rank, a change, words)."""

    year: int
    units: tuple[Unit, ...]
    absent: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    alone: tuple[tuple[str, str], ...]
    asked: Asked
    problems: tuple[Problem, ...] = field(default=())


def aggregate(units: Units, said: Said, absent: Sequence[str], published: Input | None) -> Aggregate:
    """The indicators of these units; `absent` are units that sent nothing usable."""
    taken = units.taken
    matched = match(taken, said.answers)
    shared, alone = _shared(taken, matched)
    made = [(group, *_indicator(group, matched.groups, taken, said)) for group in shared]
    alone += tuple((one.name, f"{len(group.lines)} đơn vị") for group, one, _ in made if not one.values)
    made = [found for found in made if found[1].values]
    problems = [problem for _, _, found in made for problem in found]
    problems += suspicions(taken, shared)
    problems += against_published(taken, shared, published) if published is not None else ()
    if absent:
        values = {"count": str(len(absent)), "units": ", ".join(absent)}
        problems.append(Problem("G151", Place(taken[0].file.parent), values))
    rates = [one.name for _, one, _ in made if one.rate and one.result is None]
    questions = [(question, _places(question.units, question.name, taken)) for question in matched.questions]
    return Aggregate(
        taken[0].year,
        taken,
        tuple(absent),
        _distinct([one for _, one, _ in made]),
        alone,
        Asked(questions, rates),
        in_order([*units.problems, *problems]),
    )


def _shared(units: Sequence[Unit], matched: Matched) -> tuple[list[Group], tuple[tuple[str, str], ...]]:
    """The groups of several units, and the others' names; of one or two units nothing is only one's own."""
    asked = {gist(question.name) for question in matched.questions}
    fewest = 2 if len(units) > 2 else 1
    shared, alone = [], []
    for group in matched.groups:
        open_ = len(group.lines) < len(units) and gist(group.name) in asked
        if len(group.lines) >= fewest and not open_:
            shared.append(group)
        else:
            alone += [(group.name, units[place].name) for place in group.lines]
    return shared, tuple(alone)


def _places(places: Sequence[int], name: str, units: Sequence[Unit]) -> list[str]:
    found = []
    for place in places:
        line = next(line for line in units[place].lines if gist(str(line.name)) == gist(name))
        figure = line.indicator.result
        at = place_of(figure, units[place]) if figure is not None else units[place].place
        value = f" {write_quantity(figure.quantity)}" if figure is not None else ""
        found.append(f"{at.file.name}:{at.line}{value}".replace("\u00a0", " "))
    return found


def _indicator(
    group: Group, groups: Sequence[Group], units: Sequence[Unit], said: Said
) -> tuple[Indicator, list[Problem]]:
    """The indicator, and what was found on the way."""
    values = tuple(_origins(group, units, _result))
    missing = tuple(unit.name for place, unit in enumerate(units) if place not in _with_result(group))
    first = next(iter(group.lines.values()))
    rate = is_rate([one.quantity for one in values])
    base = {
        "key": group.key,
        "name": group.name,
        "group": next((str(line.indicator.group) for line in group.lines.values() if line.indicator.group), ""),
        "values": values,
        "missing": missing,
        "rate": rate,
        "lower_is_better": any(line.lower_is_better for line in group.lines.values()),
    }
    if not values:
        return Indicator(**base), []  # type: ignore[arg-type]
    if rate:
        weight = weight_of(group, groups, said.weights)
        sums = {"result": _mean(group, weight, units, _result), "before": _mean(group, weight, units, _before)}
        plan, after = (_same(group, units, column) for column in (_plan, _after))
        sums = {**sums, "plan": plan, "after": after} if sums["result"] is not None else {}
    else:
        columns = {"result": _result, "before": _before, "plan": _plan, "after": _after}
        sums = {name: _sum(group, units, column) for name, column in columns.items()}
    problems = []
    if not sums.get("result") and not rate:
        problems.append(Problem("G152", values[0].place, {"figure": str(first.name)}))
    years = {year for line in group.lines.values() for year in line.indicator.history}
    history = [] if rate else [(year, made) for year in sorted(years) if (made := _sum(group, units, _of_year(year)))]
    return Indicator(**base, **sums, history=tuple(history), setter=_setter(group)), problems  # type: ignore[arg-type]


def _result(line: Line) -> tuple[Figure | None, Quantity | None]:
    return line.indicator.result, value_of(line.indicator.result, line)


def _before(line: Line) -> tuple[Figure | None, Quantity | None]:
    figure = line.indicator.before.value if line.indicator.before else None
    return figure, value_of(figure, line)


def _plan(line: Line) -> tuple[Figure | None, Quantity | None]:
    plan = next((plan for plan in line.indicator.plans if plan.value is not None), None)
    return (plan.value, target_of(plan, line)) if plan is not None else (None, None)


def _after(line: Line) -> tuple[Figure | None, Quantity | None]:
    plan = next((plan for plan in line.indicator.after if plan.value is not None), None)
    return (plan.value, target_of(plan, line)) if plan is not None else (None, None)


def _of_year(year: str) -> Column:
    def column(line: Line) -> tuple[Figure | None, Quantity | None]:
        figure = line.indicator.history.get(year)
        return figure, value_of(figure, line)

    return column


def _with_result(group: Group) -> set[int]:
    return {place for place, line in group.lines.items() if _result(line)[1] is not None}


def _origins(group: Group, units: Sequence[Unit], column: Column) -> Iterator[Origin]:
    """Every unit's value of a column, in the order of the units."""
    for place, line in sorted(group.lines.items()):
        figure, quantity = column(line)
        if figure is not None and quantity is not None:
            text = write_quantity(quantity).replace("\u00a0", " ")
            yield Origin(units[place].name, text, place_of(figure, units[place]), quantity)


def _sum(group: Group, units: Sequence[Unit], column: Column) -> Sum | None:
    """The sum of a column; None unless every unit that has a result has it."""
    origins = tuple(_origins(group, units, column))
    if len(origins) < len(_with_result(group)) or not origins:
        return None
    total = added([one.quantity for one in origins])
    return Sum(total, origins) if total is not None else None


def _mean(group: Group, weight: Group | None, units: Sequence[Unit], column: Column) -> Sum | None:
    """The mean of a column of rates by the same column of the weight, where all units have both."""
    if weight is None:
        return None
    origins = tuple(_origins(group, units, column))
    by_unit = {one.unit: one for one in _origins(weight, units, column)}
    weights = tuple(by_unit[one.unit] for one in origins if one.unit in by_unit)
    if not origins or len(origins) < len(_with_result(group)) or len(weights) < len(origins):
        return None
    total = averaged([one.quantity for one in origins], [one.quantity for one in weights])
    return Sum(total, origins, weight.name, weights) if total is not None else None


def _same(group: Group, units: Sequence[Unit], column: Column) -> Sum | None:
    """A target of rates that is the same for all units; targets of rates are not added."""
    origins = tuple(_origins(group, units, column))
    if len(origins) < len(group.lines) or len({one.text for one in origins}) != 1:
        return None
    value = origins[0].quantity
    return Sum(Total(origins[0].text, written(value), SAME), origins)


def _setter(group: Group) -> str:
    """Who set the plans, where it is the unit above for all: `tỉnh`."""
    setters = {
        str(plan.setter or "") for line in group.lines.values() for plan in line.indicator.plans[:1] if plan.value
    }
    only = next(iter(setters)) if len(setters) == 1 else ""
    return only if fold(only) in {"tinh", "thanh pho", "ubnd tinh", "hdnd tinh"} else ""


def _distinct(indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The indicators, those of several units first met, each with a key of its own."""
    taken: dict[str, Indicator] = {}
    for one in indicators:
        key, number = one.key, 1
        while key in taken:
            number += 1
            key = f"{one.key}_{number}"
        taken[key] = one if key == one.key else replace(one, key=key)
    return tuple(taken.values())


def absentees(units: Units, expected: Sequence[str]) -> tuple[str, ...]:
    """Who is left out or has sent nothing."""
    known = {unit_key(unit.name) for unit in units.taken}
    wanted = dict.fromkeys([*expected, *units.left])
    return tuple(name for name in wanted if unit_key(name) not in known)
