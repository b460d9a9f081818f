"""A whole field of the input to one quantity.

In: the field's text, in any normal form. Out: a `Reading`; offsets count in the NFC text that it carries. Behind the
numeral everything that is no known measure is the noun that is counted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from reportgen.problems import Flaw
from reportgen.quantity.amounts import Core, Source, read_core, ungrouped
from reportgen.quantity.around import AS_OF, Around, gather
from reportgen.quantity.assemble import Placed, assemble, flaws_together
from reportgen.quantity.counters import COUNTERS
from reportgen.quantity.measure import measure_at
from reportgen.quantity.names import not_counted
from reportgen.quantity.tokens import Gap, Kind, fold, nfc, phrase_at, tokenize
from reportgen.quantity.units import KNOWN_UNITS, SCALES
from reportgen.quantity.value import Quantity, Reading, flaw
from reportgen.quantity.words import AFTER, BEFORE, DASHES, FOLDS, NONE_OF, ZERO, Change, Relation, Word

_IN_NOUNS = frozenset("-–/“”\"'’&")
"""Marks that a counted noun may have inside: `bài “Gương sáng”`, `lượt hộ - người`."""

_JOINING = frozenset("-–/&")
"""Those of them that no noun ends in."""

_SIGNS = DASHES | {"+"}

_LONGEST = 400
"""Characters of the longest field that is one quantity; anything longer is prose."""

_FATAL = frozenset(("Q308", "Q315"))
"""Flaws of a number that was read, but must not be used."""

BROKEN_AS_A_WHOLE = "Q314"


@dataclass(frozen=True, slots=True)
class _Before:
    """The words before the numeral, the date among them, and the token at which the number starts."""

    words: tuple[Word, ...]
    as_of: str
    index: int


@dataclass(frozen=True, slots=True)
class _After:
    """What follows the unit: more words, the date, the base of a change, the aside, the token that nothing explains."""

    words: tuple[Word, ...] = ()
    as_of: str = ""
    against: str = ""
    beside: Quantity | None = None
    flaws: tuple[Flaw, ...] = ()


def read_quantity(text: str, unit: str = "") -> Reading:
    """The quantity that the text is. `unit` is meant where the text has none, as in a table with a column of units."""
    text = nfc(text)
    source = Source(text, tokenize(text[:_LONGEST]))
    if len(text) > _LONGEST:
        return Reading(text, None, (flaw(BROKEN_AS_A_WHOLE, text, (0, _LONGEST), {"rest": text[:40]}),))
    reading = _zero(source) or _fold(source) or _read(source)
    if unit and reading.quantity is not None and not reading.quantity.unit:
        return replace(reading, quantity=in_unit(reading.quantity, unit))
    return reading


def in_unit(quantity: Quantity, unit: str) -> Quantity:
    """A bare number as a quantity in this unit (`tỷ đồng`): value and precision are scaled, the name is canonical."""
    place = quantity.number_start + len(quantity.number) - quantity.start
    worded = not any(character.isdigit() for character in quantity.number)
    text = f"0 {unit}" if worded else f"{quantity.text[:place]} {unit}{quantity.text[place:]}"
    again = read_quantity(text).quantity
    if again is None or again.unit == "":
        return quantity
    number, unit_text = (quantity.number, "") if worded else (again.number, again.unit_text)
    again = replace(again, number=number, unit_text=unit_text, text=quantity.text)
    return replace(again, start=quantity.start, end=quantity.end, number_start=quantity.number_start)


def _zero(source: Source) -> Reading | None:
    """`Không có`, `-`, `không có hộ nghèo`: zero in words."""
    tokens, text = source.tokens, source.text
    if not tokens or any(token.kind is Kind.NUMBER for token in tokens):
        return None
    if " ".join(token.key for token in tokens) in ZERO:
        return Reading(text, _nothing(source, len(tokens), ""))
    none = phrase_at(tokens, 0, dict.fromkeys(NONE_OF, True))
    noun = spaced(text[tokens[none.at].start : tokens[-1].end]) if none and none.at < len(tokens) else ""
    if none is None or measure_at(tokens, none.at) is None:
        return None
    counted = read_quantity(f"0 {noun}").quantity
    nothing = _nothing(source, none.at, noun)
    return Reading(text, replace(nothing, unit=counted.unit, noun=counted.noun)) if counted else None


def _fold(source: Source) -> Reading | None:
    """`gấp đôi`, `gấp rưỡi`, `gấp ba lần`: how many times, in words."""
    tokens, text = source.tokens, source.text
    found = phrase_at(tokens, 0, FOLDS)
    if found is None or (source.key(found.at) != "lần" and found.at < len(tokens)) or found.at + 1 < len(tokens):
        return None
    times, place = found.value
    start, end = tokens[found.at - 1].start, tokens[found.at - 1].end
    return Reading(text, Quantity(
        times, "lần", quantum=place, change=Change.TIMES, number=text[start:end],
        unit_text=text[end:tokens[-1].end].strip(), text=text[tokens[0].start:tokens[-1].end],
        start=tokens[0].start, end=tokens[-1].end, number_start=start,
    ))  # fmt: skip


def spaced(text: str) -> str:
    """The words with single spaces between them, none around a slash."""
    return "/".join(part.strip() for part in " ".join(text.split()).split("/"))


def _nothing(source: Source, stop: int, unit: str) -> Quantity:
    start, end = source.span(0, stop)
    whole = source.span(0, len(source.tokens))
    return Quantity(
        Decimal(0), unit, number=source.text[start:end], unit_text=unit,
        text=source.text[slice(*whole)], start=whole[0], end=whole[1], number_start=start,
    )  # fmt: skip


def _read(source: Source) -> Reading:
    tokens, text = source.tokens, source.text
    if not any(token.kind is Kind.NUMBER for token in tokens):
        return Reading(text, None, (flaw("Q301", text, (0, len(text))),))
    before = _before(source)
    index = before.index + _sign_at(source, before.index)
    if not source.is_number(index):
        return Reading(text, None, (_unread(source, before.index),))
    if index in not_counted(source) and _named(source, index):
        return Reading(text, None, (source.flaw("Q318", 0, len(tokens)),))
    core = read_core(source, index)
    if isinstance(core, Flaw):
        return Reading(text, None, (core,))
    if source.key(core.stop) == "/" and source.is_number(core.stop + 1):
        return Reading(text, None, (source.flaw("Q317", core.first, len(tokens)),))
    return _placed(source, before, core, index > before.index and source.key(before.index) in DASHES)


def _sign_at(source: Source, index: int) -> bool:
    """Whether a sign stands there, joined to the digits behind it."""
    signed = source.key(index) in _SIGNS and source.is_number(index + 1)
    return signed and source.tokens[index + 1].gap is Gap.NONE


def _named(source: Source, index: int) -> bool:
    """Whether the field is a date, an hour or a document's number; alone, `2023` and `6/6` may be counts."""
    rest = source.tokens[index + 1 :]
    return bool(rest) and not (len(rest) == 2 and rest[0].key == "/" and source.is_number(index + 2))


def _before(source: Source) -> _Before:
    index, as_of = 0, ""
    words: list[Word] = []
    while index < len(source.tokens):
        dated = AS_OF.match(source.text, source.tokens[index].start)
        if dated:
            as_of = dated.group()
            index = _token_at(source, dated.end())
            continue
        word = phrase_at(source.tokens, index, BEFORE)
        if word is None and not (as_of and source.key(index) == ","):
            break
        if word:
            words.append(word.value)
        index = word.at if word else index + 1
    return _Before(tuple(words), as_of, index)


def _token_at(source: Source, offset: int) -> int:
    """The first token that starts at or after the offset."""
    return next((index for index, token in enumerate(source.tokens) if token.start >= offset), len(source.tokens))


def _placed(source: Source, before: _Before, core: Core, negative: bool) -> Reading:
    noun_stop = _noun_stop(source, core.stop)
    unit, noun, flaws = _unit(source, core, noun_stop)
    after = _after(source, noun_stop)
    around = _closed(gather((*before.words, *after.words)), core)
    placed = Placed(core, around, 0, len(source.tokens), negative, unit, noun, noun_stop)
    flaws = (*flaws_together(source, placed), *flaws, *after.flaws)
    if any(one.code in _FATAL or one in after.flaws or one.code in ("Q317", "Q321") for one in flaws):
        return Reading(source.text, None, flaws)
    quantity = assemble(source, placed)
    as_of = before.as_of or after.as_of
    if as_of or after.against or after.beside:
        quantity = replace(quantity, as_of=as_of, against=after.against, beside=after.beside)
    return Reading(source.text, quantity, flaws)


def _closed(around: Around, core: Core) -> Around:
    return replace(around, relation=Relation.RANGE) if core.upper is not None else around


def _noun_stop(source: Source, index: int) -> int:
    """The token after the noun that starts at `index`: up to a bracket, a suffix, a date or any other mark."""
    first = index
    while index < len(source.tokens):
        token = source.tokens[index]
        foreign = token.kind is Kind.MARK and (index == first or token.text not in _IN_NOUNS)
        foreign = foreign and not _another_noun(source, index)
        if foreign or token.gap is Gap.PARAGRAPH or _suffix_at(source, index):
            break
        index += 1
    while index > first and source.key(index - 1) in _JOINING:
        index -= 1
    return index


def _another_noun(source: Source, index: int) -> bool:
    """Whether a comma and a further counted noun stand there: `70 cán bộ, hội viên`, `31 thôn, tổ dân phố`."""
    return source.key(index) == "," and phrase_at(source.tokens, index + 1, COUNTERS) is not None


def _suffix_at(source: Source, index: int) -> bool:
    if source.key(index) in ("(", fold("so")) or phrase_at(source.tokens, index, AFTER):
        return True
    return AS_OF.match(source.text, source.tokens[index].start) is not None


def _unit(source: Source, core: Core, noun_stop: int) -> tuple[str, str, tuple[Flaw, ...]]:
    """The canonical unit, what a measured value is of, and what is wrong with both."""
    unit = core.unit or ""
    if noun_stop == core.stop:
        return unit, "", ()
    noun = spaced(source.text[slice(*source.span(core.stop, noun_stop))])
    flaws = (*_two_in_one(source, core, noun_stop), *ungrouped(source, core))
    if core.unit is None or source.tokens[core.stop - 1].key in SCALES:
        return noun, "", flaws
    if "/" in unit or is_physical(unit):
        return unit, noun, flaws
    return f"{unit} {noun}".replace(" ,", ","), "", flaws


def _two_in_one(source: Source, core: Core, noun_stop: int) -> tuple[Flaw, ...]:
    """A second number behind the unit, or a second unit."""
    names = not_counted(source)
    if any(source.is_number(index) and index not in names for index in range(core.stop, noun_stop)):
        return (source.flaw("Q317", core.first, noun_stop),)
    second = measure_at(source.tokens, core.stop)
    if second is None or not second.physical or not is_physical(core.unit or ""):
        return ()
    second_name = second.name or "đồng"
    return (source.flaw("Q321", core.number_stop, second.stop, first=core.unit or "", second=second_name),)


@lru_cache(maxsize=KNOWN_UNITS)
def is_physical(unit: str) -> bool:
    """Whether the canonical unit is money, a measure or a percentage."""
    measure = measure_at(tokenize(unit), 0)
    return measure is not None and measure.physical


def _after(source: Source, index: int) -> _After:
    after = _After()
    while index < len(source.tokens):
        step = next(filter(None, (reader(source, index, after) for reader in _READERS)), None)
        if step is None:
            if source.key(index) == "." and index == len(source.tokens) - 1:
                break
            return replace(after, flaws=(_unread(source, index),))
        after, index = step
    return after


def _word_after(source: Source, index: int, after: _After) -> tuple[_After, int] | None:
    word = phrase_at(source.tokens, index, AFTER)
    return (replace(after, words=(*after.words, word.value)), word.at) if word else None


def _date_after(source: Source, index: int, after: _After) -> tuple[_After, int] | None:
    dated = AS_OF.match(source.text, source.tokens[index].start)
    return (replace(after, as_of=dated.group()), _token_at(source, dated.end())) if dated else None


def _base_after(source: Source, index: int, after: _After) -> tuple[_After, int] | None:
    """`so với năm 2022`, to the bracket or the end."""
    if source.key(index) != "so":
        return None
    stop = next((place for place in range(index, len(source.tokens)) if source.key(place) == "("), len(source.tokens))
    return replace(after, against=source.text[slice(*source.span(index, stop))]), stop


def _aside(source: Source, index: int, after: _After) -> tuple[_After, int] | None:
    """`(05 hộ)` behind `0,36%`."""
    if source.key(index) != "(" or after.beside or source.key(len(source.tokens) - 1) != ")":
        return None
    start, end = source.tokens[index].end, source.tokens[-1].start
    if "(" in source.text[start:end]:
        return None
    inner = read_quantity(source.text[start:end])
    if inner.quantity is None:
        return None
    return replace(after, beside=inner.quantity), len(source.tokens)


_READERS = (_word_after, _date_after, _base_after, _aside)
"""What may follow the unit, in any order; each gives what it read and the next token, or None."""


def _unread(source: Source, index: int) -> Flaw:
    index = min(index, len(source.tokens) - 1)
    start, end = source.span(index, len(source.tokens))
    return source.flaw(BROKEN_AS_A_WHOLE, index, len(source.tokens), rest=source.text[start:end])
