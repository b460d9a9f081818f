"""A cell to the figure that it shows, as an input has it: number as shown, its unit behind it, `ước` before it.

41.795 shown as 41,8 in a column of tỷ đồng -> 41,8 tỷ đồng        ≥ 97 in a column of % -> ≥ 97%
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from reportgen.intake.cells import Cell, Trap
from reportgen.intake.units import NO_UNIT, Unit
from reportgen.intake.wordings import pattern
from reportgen.problems import Severity
from reportgen.problems.catalog import severity
from reportgen.quantity import Quantity, read_quantity
from reportgen.quantity.writing import canonical_number

_NUMERAL = re.compile(r"\d[\d.,]*\d|\d")
_LETTER = re.compile(r"[^\W\d_]|[%‰]")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d+\.\d{1,2}|\d+\.\d{4,}|\d{1,3}(?:,\d{3}){2,}")
_VIETNAMESE = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2}|\d+,\d{4,}|\d{1,3}(?:\.\d{3}){2,}")
_UNGROUPED = re.compile(r"^\d{4,}(?:,\d+)?(?![\d.])")
"""A number that a text begins with, its thousands not parted."""
_HEDGED = re.compile(r"ước\b", re.IGNORECASE)


UNGROUPED = 3
"""Digits that need no dot among them."""


@dataclass(frozen=True, slots=True)
class Written:
    """A figure for the input, and the number that it says for reckoning, where it is a plain one."""

    text: str
    number: Quantity | None = None
    in_words: bool = False
    doubtful: bool = False
    """A part of something that is only counted: `9,964 người` was perhaps meant for 9.964."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that is no figure: the code that says why."""

    code: str


NOTHING = Written("")
"""A cell that says that there is no figure: `-`, `…`, `x`."""


def is_english(cells: Iterable[Cell]) -> bool:
    """Whether the texts of a sheet write 1,234.5 for 1.234,5."""
    kinds: Counter[bool] = Counter()
    for cell in cells:
        if cell.value is None and cell.trap is None and cell.shown[:1].isdigit():
            kinds[True] += _ENGLISH.fullmatch(cell.shown.rstrip("%")) is not None
            kinds[False] += _VIETNAMESE.fullmatch(cell.shown.rstrip("%")) is not None
    return kinds[True] > 0 and kinds[False] == 0


_TRAPS = {Trap.ERROR: "N121", Trap.UNCOMPUTED: "N122", Trap.DATE: "N123"}


def figure_of(cell: Cell, unit: Unit, *, estimated: bool, english: bool) -> Written | Unread | None:
    """The figure; None for an empty cell."""
    if cell.trap is not None:
        return Unread(_TRAPS[cell.trap])
    if not cell.shown:
        return None
    dash = not cell.shown[0].isdigit() and pattern("không có số").fullmatch(cell.shown.lower()) is not None
    if cell.value is None:
        return NOTHING if dash else _text(_vietnamese(cell.shown) if english else cell.shown, unit, estimated=estimated)
    if dash:
        return NOTHING if cell.value else _number("0", Cell("0", Decimal(0)), unit, estimated=estimated)
    return _number(cell.shown, cell, unit, estimated=estimated)


def _number(shown: str, cell: Cell, unit: Unit, *, estimated: bool) -> Written | Unread:
    """A stored number with what its format shows around it."""
    assert cell.value is not None
    found = _NUMERAL.search(shown)
    if found is None:
        return Unread("N124")
    number = found.group()
    if "." not in number and len(number.partition(",")[0]) > UNGROUPED:
        number = canonical_number(number).replace("\u00a0", "")
    sign = "-" if cell.value < 0 else ""
    before, after = shown[: found.start()].replace("-", "").replace("(", "").strip(), shown[found.end() :].strip(" )")
    alone = after in {"", "%"} and before.lower() in {"", "ước"}
    joined = f"{before} {sign}{number}{'' if after[:1] in {'', '%', '‰'} else ' '}{after}".strip()
    text = joined if _LETTER.search(after) else unit.with_number(joined)
    quantity = Quantity(cell.value, "", quantum=quantum(cell, unit)) if alone else None
    return Written(f"ước {text}" if estimated and not _HEDGED.match(text) else text, quantity)


def quantum(cell: Cell, unit: Unit) -> Decimal:
    """How finely a number was stored or shown, the finer of both; 0 for a count."""
    assert cell.value is not None
    normal = cell.value.normalize().as_tuple().exponent
    stored = -normal if isinstance(normal, int) and normal < 0 else 0
    found = _NUMERAL.search(cell.shown)
    written = len(found.group().partition(",")[2]) if found else 0
    places = max(stored, written)
    if places == 0 and unit.exact:
        return Decimal(0)
    return Decimal(1).scaleb(-places)


def _text(shown: str, unit: Unit, *, estimated: bool) -> Written | Unread:
    """A text that says a figure, or a result in words."""
    if not any(letter.isdigit() for letter in shown):
        return Written(shown, in_words=True)
    shown = _UNGROUPED.sub(lambda found: canonical_number(found.group()).replace("\u00a0", ""), shown)
    alone = shown if _LETTER.search(shown[_last_digit(shown) :]) else unit.with_number(shown)
    for text in dict.fromkeys((alone, shown)):
        quantity = _readable(text)
        if quantity is not None:
            plain = _plain(quantity, unit)
            hedged = estimated and not quantity.hedges and not quantity.change.value
            return Written(f"ước {text}" if hedged else text, plain, doubtful=_is_doubtful(text))
    return Unread("N124")


@lru_cache(maxsize=4096)
def _is_doubtful(text: str) -> bool:
    return any(flaw.code == PART_OF_A_COUNT for flaw in read_quantity(text).flaws)


PART_OF_A_COUNT = "Q319"


def _last_digit(text: str) -> int:
    return max(place for place, letter in enumerate(text) if letter.isdigit()) + 1


@lru_cache(maxsize=4096)
def _readable(text: str) -> Quantity | None:
    reading = read_quantity(text)
    wrong = any(severity(flaw.code) is Severity.ERROR for flaw in reading.flaws)
    return None if wrong else reading.quantity


def _plain(quantity: Quantity, unit: Unit) -> Quantity | None:
    """The number in the column's unit, of a figure that is a single one; None of another."""
    single = quantity.of is None and quantity.upper is None and not quantity.rank and not quantity.change.value
    if not single or quantity.hedges:
        return None
    whole = _readable(unit.with_number("1")) if unit.behind else None
    scale = whole.value if whole is not None and whole.unit == quantity.unit else Decimal(1)
    if whole is not None and whole.unit != quantity.unit:
        return None
    return Quantity(quantity.value / scale, "", quantum=quantity.quantum / scale)


def _vietnamese(text: str) -> str:
    """A text with its numbers in our notation."""
    return text.translate(str.maketrans(",.", ".,"))


assert NO_UNIT.with_number("1") == "1"
