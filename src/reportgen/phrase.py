"""Quantities and comparisons into the words of official texts.

In: quantities and intervals. Out: phrases, sequences of plain text and `Datum`s, which keep the figure that each number
came from. The comparing word (`bằng`, `đạt`, `vượt`, `tăng`, `giảm`) follows from the numbers alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from reportgen.compare import Interval, Standing
from reportgen.quantity import Change, Quantity, Relation, write_number, write_quantity

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Datum:
    """A number as it is printed, with the figure and the part of it that it shows.

    `value` is the exact value as a plain decimal string in the figure's base unit.
    """

    figure: str
    part: str
    value: str
    text: str


Phrase = tuple[str | Datum, ...]


def plain(phrase: Phrase) -> str:
    """The phrase's words."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in phrase)


def joined(phrases: Iterable[Phrase], separator: str = ", ") -> Phrase:
    """The phrases that are not empty, one behind the other."""
    pieces: list[str | Datum] = []
    for phrase in phrases:
        if phrase:
            pieces += [separator, *phrase] if pieces else phrase
    return tuple(pieces)


def datum(figure: str, part: str, quantity: Quantity) -> Datum:
    """A quantity as it was written, hedge and all, in canonical spelling."""
    return Datum(figure, part, decimal_text(Fraction(quantity.value)), write_quantity(quantity))


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
    text = _rounded(interval.nominal)
    if text != "100%" or interval.nominal == 100:
        return text
    closer = _rounded(interval.nominal, 2)
    return closer if closer != "100%" else f"{'gần' if interval.nominal < 100 else 'hơn'} 100%"


def _rounded(value: Fraction, decimals: int = 1) -> str:
    text = write_number(value, 2 if 0 < abs(value) < 1 else decimals)
    return f"{text.rstrip('0').rstrip(',') if ',' in text else text}%"


def share_of_plan(interval: Interval, printed: str, figure: str, part: str, plan: str) -> Phrase:
    """`bằng 100,3% kế hoạch …`."""
    return ("bằng ", Datum(figure, part, decimal_text(interval.nominal), printed), f" {plan}")


_STANDING = {
    Standing.EXCEEDED: "vượt",
    Standing.MET: "đạt",
    Standing.BELOW: "chưa đạt",
}


def against_target(standing: Standing, target: Datum, plan: str) -> Phrase:
    """`vượt chỉ tiêu thành phố giao (≥ 97%)`; empty where they cannot be compared."""
    word = _STANDING.get(standing)
    return (f"{word} {plan} (", target, ")") if word else ()


def points_apart(interval: Interval, figure: str, part: str, plan: str) -> Phrase:
    """`cao hơn 1,5 điểm % so với kế hoạch …`, for results that are percentages themselves."""
    if interval.nominal == 0:
        return (f"bằng {plan}",)
    word = "cao hơn" if interval.nominal > 0 else "thấp hơn"
    return (f"{word} ", _change(interval, figure, part), f" so với {plan}")


def change(interval: Interval, figure: str, part: str, since: str) -> Phrase:
    """`tăng 8,5% so với năm 2022`, `giảm 3 hộ so với năm 2022`, `bằng năm 2022`."""
    if interval.nominal == 0:
        return (f"bằng {since}",)
    word = "tăng" if interval.nominal > 0 else "giảm"
    return (f"{word} ", _change(interval, figure, part), f" so với {since}")


def _change(interval: Interval, figure: str, part: str) -> Datum:
    size = abs(interval.nominal)
    text = _rounded(size) if interval.unit == "%" else f"{write_number(size)}{NO_BREAK}{interval.unit}".rstrip(NO_BREAK)
    return Datum(figure, part, decimal_text(interval.nominal), text)


def decimal_text(value: Fraction) -> str:
    """A plain decimal string, at most six places behind the point."""
    scaled = Decimal(value.numerator) / Decimal(value.denominator)
    text = f"{scaled:.6f}"
    return text.rstrip("0").rstrip(".")
