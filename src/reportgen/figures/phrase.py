"""Quantities and comparisons into the words of official texts.

In: quantities and intervals. Out: phrases, sequences of plain text and `Datum`s, which keep the figure that each number
came from. The comparing word (`bằng`, `đạt`, `vượt`, `tăng`, `giảm`) follows from the numbers alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from reportgen.figures.intervals import Interval, Standing
from reportgen.figures.part import Part
from reportgen.quantity import Change, Quantity, Relation, write_number, write_quantity
from reportgen.vietnamese.printed import printed

NO_BREAK = "\u00a0"
ABSENT = "-"
"""A cell for which there is no figure."""


@dataclass(frozen=True, slots=True)
class Datum:
    """A number as it is printed, with the figure and the part of it that it shows.

    `value` is the exact value as a plain decimal string in the figure's base unit.
    """

    figure: str
    part: Part
    value: str
    text: str


Phrase = tuple[str | Datum, ...]


def plain(phrase: Phrase) -> str:
    """The phrase's words."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in phrase)


def joined(phrases: Iterable[Phrase], separator: str = ", ", last: str = "") -> Phrase:
    """The phrases that are not empty, one behind the other; `last` parts the last from the one before it."""
    kept = [phrase for phrase in phrases if phrase]
    pieces: list[str | Datum] = []
    for place, phrase in enumerate(kept):
        between = last if last and place == len(kept) - 1 else separator
        pieces += [between, *phrase] if pieces else phrase
    return tuple(pieces)


def datum(figure: str, part: Part, quantity: Quantity) -> Datum:
    """A quantity as it was written, hedge and all, in canonical spelling."""
    return Datum(figure, part, decimal_text(Fraction(quantity.value)), write_quantity(quantity))


_SPOKEN = {
    Relation.AT_LEAST: "target.at least",
    Relation.MORE: "target.more",
    Relation.AT_MOST: "target.at most",
    Relation.LESS: "target.less",
}
"""Bound → the name of its words."""


def spoken(figure: str, part: Part, quantity: Quantity) -> Datum:
    """A target as it is read in a sentence: `từ 95% trở lên` for `≥ 95%`."""
    shown = datum(figure, part, quantity)
    words = _SPOKEN.get(quantity.relation)
    if words is None or quantity.hedges:
        return shown
    # `giảm từ 0,5% trở lên`
    return replace(shown, text=f"{quantity.change.value} {printed(words, amount=bare(quantity))}".lstrip())


def is_none(quantity: Quantity) -> bool:
    """Whether the figure says in words that there is none: `Không có`."""
    return quantity.value == 0 and not any(letter.isdigit() for letter in quantity.number)


def bare(quantity: Quantity) -> str:
    """Number and unit without the words around them: `41,795 tỷ đồng`."""
    return write_quantity(_without_words(quantity))


def _without_words(quantity: Quantity) -> Quantity:
    relation = Relation.RANGE if quantity.upper is not None else Relation.EQUAL
    return replace(quantity, hedges=(), relation=relation, change=Change.NONE, as_of="", against="", beside=None)


def percent(interval: Interval) -> str:
    """A computed percentage with one decimal, two below 1%; never `100%` for something that is not.

    Reports show one decimal or two (standards, section 5), also where the operands were rounded to whole units.
    """
    text = rounded(interval.nominal)
    if text != "100%" or interval.nominal == 100:
        return text
    closer = rounded(interval.nominal, 2)
    return closer if closer != "100%" else printed("nearly whole" if interval.nominal < 100 else "beyond whole")


def rounded(value: Fraction, decimals: int = 1) -> str:
    text = write_number(value, 2 if 0 < abs(value) < 1 else decimals)
    return f"{text.rstrip('0').rstrip(',') if ',' in text else text}%"


def share_of_plan(interval: Interval, shown: str, figure: str, part: Part, plan: str) -> Phrase:
    """`bằng 100,3% kế hoạch …`."""
    return (f"{printed('plan.share')} ", Datum(figure, part, decimal_text(interval.nominal), shown), f" {plan}")


_STANDING = {
    Standing.EXCEEDED: "plan.exceeded",
    Standing.MET: "plan.met",
    Standing.BELOW: "plan.below",
}
"""Standing → the name of its word."""


CEILINGS = frozenset({Relation.AT_MOST, Relation.LESS})


def against_target(standing: Standing, target: Quantity, shown: Datum, plan: str) -> Phrase:
    """`vượt kế hoạch thành phố giao (từ 97% trở lên)`; empty where they cannot be compared.

    A ceiling that is not kept is `cao hơn mức kế hoạch`: to pass it is no success.
    """
    name = _STANDING.get(standing)
    if target.relation in CEILINGS and standing is Standing.BELOW and target.change is Change.NONE:
        name = "plan.above ceiling"
    return (f"{printed(name)} {plan} (", shown, ")") if name else ()


def points_apart(interval: Interval, figure: str, part: Part, plan: str) -> Phrase:
    """`cao hơn 1,5 điểm % so với kế hoạch …`, `ít hơn 02 hộ so với kế hoạch …`."""
    if interval.nominal == 0:
        return (printed("plan.equal", plan=plan),)
    high, low = ("higher", "lower") if {"%", "‰", "/"} & set(interval.unit) else ("more", "fewer")
    word = printed(f"apart.{high if interval.nominal > 0 else low}")
    return (f"{word} ", _change(interval, figure, part), f" {printed('plan.against', plan=plan)}")


def change(interval: Interval, figure: str, part: Part, since: str) -> Phrase:
    """`tăng 8,5% so với năm 2022`, `giảm 3 hộ so với năm 2022`, `bằng năm 2022`."""
    if interval.nominal == 0:
        return (printed("change.equal", since=since),)
    word = printed("change.up" if interval.nominal > 0 else "change.down")
    return (f"{word} ", _change(interval, figure, part), f" {printed('change.since', since=since)}")


def _change(interval: Interval, figure: str, part: Part) -> Datum:
    size = abs(interval.nominal)
    text = rounded(size) if interval.unit == "%" else _counted(size, interval.unit)
    return Datum(figure, part, decimal_text(interval.nominal), text)


FINEST = 1000
"""No figure is typed finer than its thousandth; what is finer was computed, as a percentage of n/m, and is rounded."""


def _counted(size: Fraction, unit: str) -> str:
    """`08 vụ`, `1,5 điểm %`, `0,2‰`: whole counts below ten in two digits, as official papers write them."""
    small = size.denominator == 1 and size < 10 and "%" not in unit
    computed = size.denominator > 1 and (size * FINEST).denominator > 1
    number = f"{int(size):02d}" if small else write_number(round(size, 1) if computed else size)
    joined_unit = unit.replace(" ", NO_BREAK)
    return f"{number}{joined_unit}" if unit[:1] in {"%", "‰"} else f"{number}{NO_BREAK}{joined_unit}".rstrip(NO_BREAK)


def decimal_text(value: Fraction) -> str:
    """A plain decimal string, at most six places behind the point."""
    scaled = Decimal(value.numerator) / Decimal(value.denominator)
    text = f"{scaled:.6f}"
    return text.rstrip("0").rstrip(".")
