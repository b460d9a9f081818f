"""A core and the words around it to a `Quantity`, with the flaws that only show when both are known."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from reportgen.problems import Flaw
from reportgen.quantity.amounts import Core, Source
from reportgen.quantity.around import Around
from reportgen.quantity.counters import WHOLE
from reportgen.quantity.numerals import is_whole
from reportgen.quantity.tokens import fold
from reportgen.quantity.units import KNOWN_UNITS
from reportgen.quantity.value import ZERO, Quantity
from reportgen.quantity.words import Change, Relation

RANK = "thứ"
"""The unit of a rank among peers that are not named."""


class Placed(NamedTuple):
    """A core in its surroundings. `first` and `stop` are the tokens that the quantity's text begins and ends with."""

    core: Core
    around: Around
    first: int
    stop: int
    negative: bool = False
    unit: str = ""
    noun: str = ""
    unit_stop: int = 0
    """The token after the unit and its noun."""


def assemble(source: Source, placed: Placed) -> Quantity:
    """The quantity. Its precision is that of the digits, unless it is a whole count or money to the last đồng."""
    core = placed.core
    start, end = source.span(placed.first, placed.stop)
    number_start, number_end = source.span(core.first, core.number_stop)
    if placed.negative:
        number_start -= 1
    unit_end = source.tokens[max(placed.unit_stop, core.number_stop) - 1].end
    return Quantity(
        value=-core.value if placed.negative else core.value,
        unit=placed.unit or (RANK if placed.around.rank else ""),
        quantum=_quantum(core, core.quantum),
        hedges=placed.around.hedges,
        relation=Relation.RANGE if core.upper is not None else placed.around.relation,
        change=placed.around.change,
        upper=core.upper,
        of=core.of,
        of_quantum=_quantum(core, core.of_quantum),
        noun=placed.noun,
        rank=placed.around.rank,
        number=source.text[number_start:number_end],
        unit_text=source.text[number_end:unit_end].strip(),
        text=source.text[start:end],
        start=start,
        end=end,
        number_start=number_start,
    )


def _quantum(core: Core, quantum: Decimal) -> Decimal:
    return ZERO if core.exact_unit and quantum == 1 else quantum


def flaws_together(source: Source, placed: Placed) -> tuple[Flaw, ...]:
    """What is wrong with the number and its words together: a sign after a change, half a person."""
    core, around = placed.core, placed.around
    flaws: list[Flaw] = []
    first = core.first - 1 if placed.negative else core.first
    if placed.negative and around.change is not Change.NONE:
        likely = source.text[source.span(placed.first, first)[0] : source.span(first, first + 1)[0]]
        likely += source.text[source.span(core.first, core.first)[0] : source.span(core.first, core.stop)[1]]
        flaws.append(source.flaw("Q308", placed.first, core.stop, likely=likely))
    elif placed.negative and (core.of is not None or core.upper is not None or around.rank or _whole(placed.unit)):
        likely = source.text[source.tokens[core.first].start : source.tokens[core.stop - 1].end]
        flaws.append(source.flaw("Q315", first, core.stop, likely=likely))
    if _whole(placed.unit) and not (is_whole(core.value) and is_whole(core.of or ZERO)):
        flaws.append(source.flaw("Q319", first, core.stop, unit=placed.unit))
    return (*core.flaws, *flaws)


@lru_cache(maxsize=KNOWN_UNITS)
def _whole(unit: str) -> bool:
    return fold(unit) in WHOLE
