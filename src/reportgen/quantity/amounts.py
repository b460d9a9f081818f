"""The core of a quantity, from its first digit to the end of its unit: amounts, compounds, n/m, ranges, `2 x 500 kVA`.

In: tokens and the place of a numeral. Out: a `Core`, or a flaw where the writing is broken. What stands around it
(hedges, changes) is read by `reading` for fields and by `prose` for running text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from reportgen.problems import Flaw
from reportgen.quantity.measure import Measure, measure_at
from reportgen.quantity.numerals import EXACT, Broken, Numeral, group, is_whole, read_numeral
from reportgen.quantity.tokens import Gap, Kind, Token, phrase_at
from reportgen.quantity.units import DURATIONS, MEASURED, parse_unit
from reportgen.quantity.value import ZERO, flaw
from reportgen.quantity.words import AFTER, BEFORE, JOINERS, TIMES_SIGNS

_AMBIGUOUS_UNITS = frozenset(("%", "‰", "điểm %", "lần", "tấn/ha", "tạ/ha"))
"""Beside these, and beside tỷ, a dot before three digits may be a decimal comma: values above 1000 are rare there."""

NOT_COUNTED = DURATIONS | {"đồng"}
"""Units of whole numbers that are no nouns."""

_TY = Decimal(10) ** 9

_MOST_PARTS = 3
"""Further parts of a compound amount: tỷ, triệu, nghìn, đồng. Bounds the recursion, too."""


class Source(NamedTuple):
    """A text and its tokens."""

    text: str
    tokens: tuple[Token, ...]

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """The offsets of the tokens from `first` up to `stop`."""
        return self.tokens[first].start, self.tokens[stop - 1].end

    def flaw(self, code: str, first: int, stop: int, /, **values: str) -> Flaw:
        """A flaw over these tokens."""
        return flaw(code, self.text, self.span(first, stop), values)

    def key(self, index: int) -> str:
        """The token's key; "" beyond the end."""
        return self.tokens[index].key if 0 <= index < len(self.tokens) else ""

    def is_number(self, index: int) -> bool:
        """Whether a numeral stands there."""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind is Kind.NUMBER


@dataclass(frozen=True, slots=True)
class Core:
    """An amount with its unit; tokens `first` to `number_stop` hold the digits, up to `stop` the unit.

    `unit` is None where none is known behind the number. Values are scaled: `1,5 triệu` is 1500000.
    """

    value: Decimal
    quantum: Decimal
    unit: str | None
    scale: Decimal
    first: int
    number_stop: int
    stop: int
    of: Decimal | None = None
    of_quantum: Decimal = ZERO
    upper: Decimal | None = None
    flaws: tuple[Flaw, ...] = ()

    @property
    def exact_unit(self) -> bool:
        """Whether a whole number in this unit is a count, or money to the last đồng."""
        return not self.unit or (self.unit.partition("/")[0] not in MEASURED and "/" not in self.unit)

    @property
    def counted(self) -> bool:
        """Whether the unit is a noun, not money or a measure."""
        return self.unit is not None and self.exact_unit and self.unit not in NOT_COUNTED

    @property
    def exact_digits(self) -> bool:
        """Whether the digits are whole, without a scale."""
        return self.quantum == 1 and self.scale == 1 and is_whole(self.value)


def read_core(source: Source, index: int) -> Core | Flaw:
    """The amount, n/m or range whose first numeral is the token at `index`."""
    first = _amount(source, index)
    if isinstance(first, Flaw):
        return first
    if not _another_follows(source, first.stop):
        return first
    if source.key(first.stop) == "/":
        return _fraction(source, first)
    if source.key(first.stop) in TIMES_SIGNS:
        return _several(source, first)
    return _range(source, first) if source.key(first.stop) in JOINERS else first


def _another_follows(source: Source, mark: int) -> bool:
    """Whether a mark and a numeral follow in the same line: a new line with a dash is an item of a list."""
    return source.is_number(mark + 1) and max(token.gap for token in source.tokens[mark : mark + 2]) <= Gap.SPACE


def _amount(source: Source, index: int, parts: int = _MOST_PARTS) -> Core | Flaw:
    """One amount; of a compound at most `parts` further parts belong to it."""
    numeral = _numeral(source, index)
    if isinstance(numeral, Flaw):
        return numeral
    measure = measure_at(source.tokens, index + 1)
    scale = measure.scale if measure else Decimal(1)
    core = Core(
        value=EXACT.multiply(numeral.value, scale),
        quantum=EXACT.multiply(Decimal(1).scaleb(-numeral.decimals), scale),
        unit=_unit_name(measure),
        scale=scale,
        first=index,
        number_stop=index + 1,
        stop=measure.stop if measure else index + 1,
        flaws=_notices(source, index, numeral, measure),
    )
    if parts and _continues(source, core, measure):
        return _compound(source, core, parts - 1)
    return _with_smaller(source, core, measure)


def _unit_name(measure: Measure | None) -> str | None:
    if measure is None:
        return None
    return measure.name or "đồng"


def _notices(source: Source, index: int, numeral: Numeral, measure: Measure | None) -> tuple[Flaw, ...]:
    stop = measure.stop if measure else index + 1
    text = source.tokens[index].text
    if numeral.ungrouped and measure:
        return (_ungrouped(source, index),)
    one_dot = numeral.groups == 1 and not numeral.decimals and not text.endswith("00")
    if one_dot and measure and (measure.scale >= _TY or measure.name in _AMBIGUOUS_UNITS):
        other = text.replace(".", ",")
        likely = _after(source, index, stop, other)
        return (source.flaw("Q311", index, stop, number=text, other=other, likely=likely),)
    return ()


def _ungrouped(source: Source, index: int) -> Flaw:
    whole, comma, rest = source.tokens[index].text.partition(",")
    return source.flaw("Q312", index, index + 1, likely=group(whole) + comma + rest)


def ungrouped(source: Source, core: Core) -> tuple[Flaw, ...]:
    """Q312 where a noun that no table knows follows a number of thousands without dots."""
    numeral = read_numeral(source.tokens[core.first].text)
    known = core.unit is not None or core.of is not None or core.upper is not None
    return (_ungrouped(source, core.first),) if not known and isinstance(numeral, Numeral) and numeral.ungrouped else ()


def _after(source: Source, index: int, stop: int, number: str) -> str:
    """The number, with what is written behind the token up to `stop`."""
    return number + source.text[source.tokens[index].end : source.tokens[stop - 1].end]


def _numeral(source: Source, index: int) -> Numeral | Flaw:
    return _spaced(source, index) or _unfinished(source, index) or _plain_numeral(source, index)


def _plain_numeral(source: Source, index: int) -> Numeral | Flaw:
    token = source.tokens[index]
    numeral = read_numeral(token.text)
    if isinstance(numeral, Numeral):
        return numeral
    return _broken(source, index, numeral)


def _broken(source: Source, index: int, broken: Broken) -> Flaw:
    measure = measure_at(source.tokens, index + 1)
    stop = measure.stop if measure else index + 1
    likely = _after(source, index, stop, broken.likely) if broken.likely else ""
    return source.flaw(broken.code, index, stop, likely=likely)


def _unfinished(source: Source, index: int) -> Flaw | None:
    """A comma or dot with nothing behind, before a unit or at the very end: `152,%`."""
    mark = index + 1
    if source.key(mark) not in (",", ".") or source.tokens[mark].gap is not Gap.NONE:
        return None
    measure = measure_at(source.tokens, mark + 1)
    glued = mark + 1 < len(source.tokens) and source.tokens[mark + 1].gap is Gap.NONE
    if measure is None or not (glued or source.key(mark + 1) in ("%", "‰")):
        return None
    likely = _after(source, mark, measure.stop, source.tokens[index].text)
    return source.flaw("Q302", index, measure.stop, likely=likely)


def _spaced(source: Source, index: int) -> Flaw | None:
    """Digits torn apart by a space: `0 68%` has lost its comma, `28 936 triệu` its dot."""
    stop = index + 1
    while stop - index < 8 and source.is_number(stop) and _one_space(source, stop):
        stop += 1
    measure = measure_at(source.tokens, stop) if stop > index + 1 else None
    if measure is None:
        return None
    first, *rest = (token.text for token in source.tokens[index:stop])
    if first.isdigit() and len(first) <= 3 and first[0] != "0" and all(_is_group(part) for part in rest):
        code, likely = "Q309", ".".join((first, *rest))
    elif len(rest) == 1 and rest[0].isdigit() and (first == "0" or measure.name in ("%", "‰")):
        code, likely = "Q305", f"{first},{rest[0]}"
    else:
        return None
    return source.flaw(code, index, measure.stop, likely=_after(source, stop - 1, measure.stop, likely))


def _one_space(source: Source, index: int) -> bool:
    return source.tokens[index].start - source.tokens[index - 1].end == 1 and source.tokens[index].gap is Gap.SPACE


def _is_group(text: str) -> bool:
    return len(text) == 3 and text.isdigit()


def _continues(source: Source, core: Core, measure: Measure | None) -> bool:
    """Whether a smaller part of the same amount follows: `682 tỷ` then `068 triệu`."""
    if measure is None or not measure.scaled or measure.name or not source.is_number(core.stop):
        return False
    if source.tokens[core.stop].gap > Gap.SPACE:
        return False
    following = measure_at(source.tokens, core.stop + 1)
    return following is not None and _unit_name(following) == "đồng"


def _compound(source: Source, core: Core, parts: int) -> Core | Flaw:
    part = _amount(source, core.stop, parts)
    if isinstance(part, Flaw):
        return part
    # The part's own scale is that of its last piece; its value says whether it is smaller than one of the head.
    digits = source.tokens[core.stop].text
    if part.value >= core.scale or part.quantum != part.scale or not digits.isdigit() or core.quantum != core.scale:
        return source.flaw("Q316", core.first, part.stop)
    return replace(part, value=EXACT.add(core.value, part.value), first=core.first, flaws=core.flaws + part.flaws)


def _with_smaller(source: Source, core: Core, measure: Measure | None) -> Core:
    """The amount with the rest in a smaller measure behind it: `5 sào 3 thước` is 78 thước."""
    if measure is None or not core.exact_digits or not source.is_number(core.stop) or not core.unit:
        return core
    rest, following = source.tokens[core.stop], measure_at(source.tokens, core.stop + 1)
    times = _times_smaller(core.unit, following)
    if following is None or not times or rest.gap > Gap.SPACE or not rest.text.isdigit() or int(rest.text) >= times:
        return core
    value = EXACT.add(EXACT.multiply(core.value, Decimal(times)), Decimal(rest.text))
    return replace(
        core, value=value, quantum=Decimal(1), unit=following.name, number_stop=core.stop + 1, stop=following.stop
    )


def _times_smaller(unit: str, following: Measure | None) -> int:
    """How many of the following measure make one of the unit; 0 if they are no parts of it."""
    larger, smaller = parse_unit(unit), parse_unit(following.name) if following else None
    if larger is None or smaller is None or larger.dimension != smaller.dimension or not larger.dimension:
        return 0
    times = larger.factor / smaller.factor
    return int(times) if times > 1 and times.denominator == 1 else 0


def _several(source: Source, first: Core) -> Core | Flaw:
    """So many of one size: `2 x 500 kVA`; the first amount alone where it is no plain count."""
    second = _amount(source, first.stop + 1)
    if isinstance(second, Flaw) or first.unit is not None or not first.exact_digits:
        return second if isinstance(second, Flaw) else first
    value, quantum = EXACT.multiply(first.value, second.value), EXACT.multiply(first.value, second.quantum)
    return replace(second, value=value, quantum=quantum, first=first.first)


def _two_nouns(source: Source, first: Core, second: Core) -> bool:
    """Whether both sides of a slash count things of their own: `12 lớp/360 học viên` is no 12 of 360."""
    if not first.counted:
        return False
    if second.unit is None:
        return _noun_behind(source, second.stop)
    return second.counted and (second.value == 0 or not _one_thing(first, second))


def _one_thing(first: Core, second: Core) -> bool:
    """Whether n and m count the same: `5 hộ nghèo/120 hộ`, and `6 hộ/7 hộ nghèo` where n is not the greater."""
    one, other = str(first.unit), str(second.unit)
    narrower = other.startswith(f"{one} ") and first.value <= second.value
    return one == other or one.startswith(f"{other} ") or narrower


def _noun_behind(source: Source, index: int) -> bool:
    """Whether a word that is no word around numbers follows in the same line."""
    if index >= len(source.tokens) or source.tokens[index].kind is not Kind.WORD:
        return False
    tokens = source.tokens
    return tokens[index].gap is Gap.SPACE and not (phrase_at(tokens, index, BEFORE) or phrase_at(tokens, index, AFTER))


def _fraction(source: Source, first: Core) -> Core | Flaw:
    second = _amount(source, first.stop + 1)
    if isinstance(second, Flaw):
        return second
    if _two_nouns(source, first, second):
        return first
    if first.counted and second.counted:
        second = replace(second, unit=None)  # one thing, under two names
    second = _scaled_alike(first, second)
    pair = _unified(source, first, second)
    if isinstance(pair, Flaw):
        return pair
    if second.value == 0:
        return source.flaw("Q320", first.first, second.stop)
    return replace(pair, of=second.value, of_quantum=second.quantum)


def _range(source: Source, first: Core) -> Core | Flaw:
    """The range; the first amount alone where what follows does not belong to it (`05 hộ - 0,36%`)."""
    second = _amount(source, first.stop + 1)
    if isinstance(second, Flaw):
        return second
    second = _scaled_alike(first, second)
    pair = _unified(source, first, second)
    if isinstance(pair, Flaw):
        return first
    if pair.value > second.value:
        return source.flaw("Q313", first.first, second.stop)
    return replace(pair, upper=second.value)


def _scaled_alike(first: Core, second: Core) -> Core:
    """The second amount in the scale of the first, where only the first has a unit: `5 triệu/7`."""
    if second.unit is not None or first.scale == 1:
        return second
    value, quantum = EXACT.multiply(second.value, first.scale), EXACT.multiply(second.quantum, first.scale)
    return replace(second, value=value, quantum=quantum)


def _unified(source: Source, first: Core, second: Core) -> Core | Flaw:
    """The first amount with the unit that either has, spanning both; a flaw if the units differ."""
    flaws = first.flaws + second.flaws
    if first.unit is None:
        value, quantum = EXACT.multiply(first.value, second.scale), EXACT.multiply(first.quantum, second.scale)
        return replace(second, value=value, quantum=quantum, first=first.first, flaws=flaws)
    if second.unit in (None, first.unit):
        return replace(first, number_stop=second.number_stop, stop=second.stop, flaws=flaws)
    return source.flaw("Q322", first.first, second.stop, first=first.unit, second=str(second.unit))
