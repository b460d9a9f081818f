"""Values of many units as one: counts and amounts are added, rates only averaged by a weight that is known.

In: quantities. Out: the total as an interval and as an input writes it, in the unit that most are written in and no
finer than the coarsest of them; None where they do not add up. A mean of rates without weights is never made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from reportgen.checks.firm import bound, firm
from reportgen.checks.totals import is_intensive
from reportgen.figures import intervals
from reportgen.figures.intervals import Interval
from reportgen.figures.ledger import Line
from reportgen.model.indicators import Plan
from reportgen.model.leaves import Figure
from reportgen.quantity import Quantity, Relation, parse_unit, read_quantity, write_number
from reportgen.quantity.words import SIGN_OF

MOST_DECIMALS = 6
ADDED, MEAN, SAME = "cộng", "bình quân gia quyền", "như nhau"
ESTIMATE, ABOUT = "ước", "khoảng"


@dataclass(frozen=True, slots=True)
class Total:
    """What came out: as written, all values that it may be, and how it was made."""

    text: str
    interval: Interval
    rule: str


def value_of(figure: Figure | None, line: Line) -> Quantity | None:
    """A figure as one value, a bare number in the unit that its indicator states; None for a rank, range, change."""
    if figure is None:
        return None
    quantity, unit = figure.quantity, line.indicator.unit
    if not quantity.unit and unit:
        quantity = read_quantity(str(figure.words), str(unit)).quantity or quantity
    return firm(quantity)


def target_of(plan: Plan, line: Line) -> Quantity | None:
    """A plan's value; of a bound (`từ 45 tỷ đồng trở lên`) its number, with the bound's relation."""
    if plan.value is None:
        return None
    value = value_of(plan.value, line)
    bare = bound(plan.value)
    if value is None or bare is None:
        return None
    return replace(value, hedges=bare.hedges)


def is_rate(quantities: Sequence[Quantity]) -> bool:
    """Whether these are not added: percentages, amounts per head. The n of n/m are added, and so are the m."""
    return any(is_intensive(quantity.unit) for quantity in quantities)


def added(quantities: Sequence[Quantity]) -> Total | None:
    """The sum; None where the units measure different things, or for rates."""
    if not quantities or is_rate(quantities):
        return None
    relations = {quantity.relation for quantity in quantities}
    plain = [replace(quantity, relation=Relation.EQUAL, hedges=_kept(quantity)) for quantity in quantities]
    reached = intervals.total([replace(quantity, of=None) for quantity in plain])
    if reached is None:
        return None
    sign = SIGN_OF.get(next(iter(relations)), "") if len(relations) == 1 else ""
    hedge = _hedge(quantities) if not sign else ""
    number, unit = _written(reached, plain)
    of = _wholes(plain)
    number = f"{number}/{of}" if of else number
    text = " ".join(
        word for word in (sign, hedge, f"{number}{unit}" if unit in ("%", "‰") else f"{number} {unit}") if word
    )
    return Total(text.strip(), reached, ADDED)


def _kept(quantity: Quantity) -> tuple[str, ...]:
    """The hedges that do not bound: those stand in the relation."""
    return tuple(hedge for hedge in quantity.hedges if hedge in (ESTIMATE, ABOUT))


def _hedge(quantities: Sequence[Quantity]) -> str:
    hedges = {hedge for quantity in quantities for hedge in quantity.hedges}
    bounds = any(quantity.relation is not Relation.EQUAL for quantity in quantities)
    if bounds or hedges - {ESTIMATE}:
        return ABOUT
    return ESTIMATE if hedges else ""


def _wholes(quantities: Sequence[Quantity]) -> str:
    """The sum of the m where all are n/m, else ""."""
    wholes = [quantity.of for quantity in quantities if quantity.of is not None]
    return write_number(sum(wholes, Decimal(0))) if len(wholes) == len(quantities) else ""


def _written(reached: Interval, quantities: Sequence[Quantity]) -> tuple[str, str]:
    """Number and unit of a total."""
    unit = common_unit(quantities)
    times = factor(unit, reached.unit)
    if times is None:
        unit, times = reached.unit, Fraction(1)
    quanta = [quantum for one in quantities if (quantum := _quantum(one, reached.unit)) is not None]
    coarsest = max(quanta, default=Fraction(0)) / times
    value = reached.nominal / times
    return write_number(value, decimals_of(value, coarsest)), unit


def decimals_of(value: Fraction, coarsest: Fraction) -> int:
    """As many as the coarsest addend has; of exact ones as many as it takes."""
    if coarsest:
        return next((places for places in range(MOST_DECIMALS) if coarsest * 10**places >= 1), MOST_DECIMALS)
    return next((places for places in range(MOST_DECIMALS) if value * 10**places % 1 == 0), MOST_DECIMALS)


def _quantum(quantity: Quantity, unit: str) -> Fraction | None:
    """The place of the last digit, in another unit."""
    if not quantity.quantum:
        return Fraction(0)
    step = intervals.in_unit(replace(intervals.written(quantity), nominal=Fraction(quantity.quantum)), unit)
    return step.nominal if step is not None else None


def common_unit(quantities: Sequence[Quantity]) -> str:
    """The unit that most are written in, of several as usual the first."""
    counts = Counter(quantity.unit_text or quantity.unit for quantity in quantities if quantity.unit)
    return " ".join(counts.most_common(1)[0][0].split()) if counts else ""


def factor(written: str, base: str) -> Fraction | None:
    """How many of the one are in the other; 1 for two nouns of one thing."""
    if not written or written == base:
        return Fraction(1)
    one, other = parse_unit(written), parse_unit(base)
    if one is None or other is None:
        return None
    same = one.dimension == other.dimension
    return one.factor / other.factor if same else Fraction(1) if one.factor == other.factor else None


def averaged(rates: Sequence[Quantity], weights: Sequence[Quantity]) -> Total | None:
    """The mean of rates, each by its weight; None where units differ or the weights come to nothing."""
    if not rates or len(rates) != len(weights):
        return None
    unit, base = rates[0].unit, weights[0].unit
    values = [intervals.in_unit(intervals.written(rate), unit) for rate in rates]
    shares = [intervals.in_unit(intervals.written(weight), base) for weight in weights]
    known = [(value, share.nominal) for value, share in zip(values, shares, strict=True) if value and share]
    whole = sum((share for _, share in known), Fraction(0))
    if len(known) < len(rates) or whole <= 0 or any(share < 0 for _, share in known):
        return None
    ends = [
        sum((end * share for end, share in zip(pieces, (share for _, share in known), strict=True)), Fraction(0))
        / whole
        for pieces in zip(*((value.nominal, value.low, value.high) for value, _ in known), strict=True)
    ]
    reached = Interval(ends[0], ends[1], ends[2], unit)
    plain = [replace(rate, of=None) for rate in rates]
    number, written = _written(reached, plain)
    hedge = _hedge(rates)
    text = f"{number}{written}" if written in ("%", "‰") else f"{number} {written}"
    return Total(f"{hedge} {text}".strip(), reached, MEAN)
