"""How a check points at what it found: a problem at a figure, with both numbers as they are read.

A problem about an indicator carries its key as `figure`, and where a second place says otherwise that place as `other`
(`line:column:width`) and its line as `line`.
"""

from __future__ import annotations

from fractions import Fraction

from reportgen.figures import phrase
from reportgen.figures.intervals import Interval, honest_decimals
from reportgen.model.leaves import Figure, Words
from reportgen.problems import Place, Problem
from reportgen.quantity import Quantity, parse_unit, read_quantity, write_number, write_quantity

MOST_DECIMALS = 6


def place_of(figure: Figure) -> Place:
    """Where the figure's number and unit stand."""
    quantity = figure.quantity
    start = quantity.number_start
    stop = start + len(quantity.number)
    tail = figure.words[stop:]
    if quantity.unit_text and tail.lstrip().startswith(quantity.unit_text):
        stop += len(tail) - len(tail.lstrip()) + len(quantity.unit_text)
    return place_in(figure.words, start, stop)


def place_in(words: Words, start: int = 0, end: int | None = None) -> Place:
    """Where characters of a text stand."""
    place = words.place(start, end)
    assert place is not None, "checks see only what was read from a file"
    return place


def about(code: str, key: str, figure: Figure, **values: str) -> Problem:
    """A problem at a figure of the indicator `key`."""
    return Problem(code, place_of(figure), {"figure": key, "typed": said(figure.quantity), **values})


def against(figure: Figure) -> dict[str, str]:
    """The values that name the second place of a contradiction."""
    place = place_of(figure)
    return {"other": f"{place.line}:{place.column}:{place.width}", "line": str(place.line)}


def said(quantity: Quantity) -> str:
    """A quantity as it was written, hedges and all, with plain spaces."""
    return write_quantity(quantity).replace("\u00a0", " ")


def amount(quantity: Quantity) -> str:
    """Number and unit alone."""
    return phrase.bare(quantity).replace("\u00a0", " ")


def percentage(interval: Interval, typed: Quantity | None = None) -> str:
    """A computed percentage with the decimals of the typed one, at least one; `khoảng` where they promise too much."""
    places = max(_decimals(typed), 1) if typed is not None else 1
    text = write_number(interval.nominal, places)
    text = text.rstrip("0").rstrip(",") if "," in text else text
    return f"{text}%" if interval.exact or honest_decimals(interval, places) else f"khoảng {text}%"


def computed(interval: Interval, like: Quantity) -> str:
    """A computed value in the unit in which a typed one was written, to at least its decimals."""
    if interval.unit == "%" or like.unit == "%":
        return percentage(interval, like)
    written, base = parse_unit(like.unit_text or like.unit), parse_unit(interval.unit)
    scaled = written is not None and base is not None and written.dimension == base.dimension
    factor = base.factor / written.factor if scaled and base and written else Fraction(1)
    value = interval.nominal * factor
    unit = like.unit_text if scaled and like.unit_text else interval.unit
    return f"{_number(value, _decimals(like))} {unit}".strip()


def rounded(interval: Interval, like: Quantity) -> str:
    """A computed value with exactly the decimals of a typed one."""
    if interval.unit == "%" or like.unit == "%":
        return percentage(interval, like)
    whole = computed(interval, like)
    value, _, unit = whole.partition(" ")
    exact = read_quantity(value).quantity
    return whole if exact is None else f"{write_number(exact.value, _decimals(like))} {unit}".strip()


def _number(value: Fraction, least: int) -> str:
    """The number with at least the decimals that tell it from its neighbours, zeros at the end dropped."""
    exact = next((places for places in range(MOST_DECIMALS) if value * 10**places % 1 == 0), least + 2)
    return write_number(value, exact)


def _decimals(quantity: Quantity) -> int:
    return len(quantity.number.partition(",")[2]) if quantity.number else 0
