"""Running text to the quantities in it. Never raises; linear in the length of the text.

In: any text. Out: `Found`, in order; offsets count in its NFC `text`. Here only known units and a table of common
counters make a unit; any other number stands alone, without one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reportgen.problems import Flaw
from reportgen.quantity.amounts import Core, Source, read_core
from reportgen.quantity.around import AS_OF, gather
from reportgen.quantity.assemble import Placed, assemble, flaws_together
from reportgen.quantity.names import not_counted
from reportgen.quantity.tokens import Gap, nfc, phrase_at, phrase_before, tokenize
from reportgen.quantity.value import Found, Quantity
from reportgen.quantity.words import AFTER, BEFORE, DASHES, Relation, Role, Word

_NEEDS_UNIT = frozenset(("Q302", "Q303", "Q305", "Q306", "Q309"))
"""Without a unit behind it, `2.1` is the number of a section and `1,2,3` a list: not a broken quantity."""

_MOST_WORDS = 6


class _Dates(NamedTuple):
    """The as-of phrases of a text by the offset where they start and where they end."""

    starts: dict[int, str]
    ends: dict[int, str]


def find_quantities(text: str) -> Found:
    """The quantities of a running text and the flaws of their writing."""
    text = nfc(text)
    source = Source(text, tokenize(text))
    dated = tuple(AS_OF.finditer(text))
    dates = _Dates({one.start(): one.group() for one in dated}, {one.end(): one.group() for one in dated})
    skipped = not_counted(source)
    quantities: list[Quantity] = []
    flaws: list[Flaw] = []
    index = 0
    while index < len(source.tokens):
        if not source.is_number(index) or index in skipped:
            index += 1
            continue
        core = read_core(source, index)
        if isinstance(core, Flaw):
            flaws.extend(_worth_telling(core))
            index = _beyond(source, index, core.end)
            continue
        quantity, found = _quantity(source, core, dates)
        quantities.extend(quantity)
        flaws.extend(found)
        index = core.stop
    return Found(text, tuple(quantities), tuple(sorted(flaws, key=lambda one: (one.start, one.code))))


def _worth_telling(broken: Flaw) -> tuple[Flaw, ...]:
    has_unit = not broken.values["text"][-1:].isdigit()
    return (broken,) if has_unit or broken.code not in _NEEDS_UNIT else ()


def _beyond(source: Source, index: int, end: int) -> int:
    while index < len(source.tokens) and source.tokens[index].start < end:
        index += 1
    return index


def _quantity(source: Source, core: Core, dates: _Dates) -> tuple[tuple[Quantity, ...], tuple[Flaw, ...]]:
    negative = _negative(source, core.first)
    words, first = _words_before(source, core.first - 1 if negative else core.first)
    after = phrase_at(source.tokens, core.stop, AFTER)
    stop = after.at if after else core.stop
    if _is_old_level(words) and after is None and core.upper is None:
        words, first = (), core.first - negative
    around = gather((*words, *((after.value,) if after else ())))
    if around.relation is Relation.EQUAL and core.upper is None and source.key(first) == "từ":
        first += 1
    placed = Placed(core, around, first, stop, negative, core.unit or "", unit_stop=core.stop)
    flaws = flaws_together(source, placed)
    if any(flaw.code in ("Q308", "Q315") for flaw in flaws):
        return (), flaws
    return (_dated(source, assemble(source, placed), dates),), flaws


def _is_old_level(words: Sequence[Word]) -> bool:
    """Whether the number is what something rose or fell from: `giảm từ 3,2% xuống còn 2,1%`."""
    return bool(words) and words[-1].name == "từ" and any(word.role is Role.CHANGE for word in words)


def _negative(source: Source, index: int) -> bool:
    """A minus joined to the digits, with a space, a bracket or nothing before it."""
    if source.key(index - 1) not in DASHES or source.tokens[index].gap is not Gap.NONE:
        return False
    return index == 1 or source.tokens[index - 1].gap is not Gap.NONE or source.key(index - 2) == "("


def _words_before(source: Source, index: int) -> tuple[tuple[Word, ...], int]:
    """The words that end before the token, in order, and the first token of those that carry meaning."""
    words: list[Word] = []
    first = index
    for _ in range(_MOST_WORDS):
        if index == 0 or source.tokens[index].gap is Gap.PARAGRAPH:
            break
        word = phrase_before(source.tokens, index, BEFORE)
        if word is None:
            break
        index = word.at
        words.append(word.value)
        if word.value.role is not Role.NEUTRAL:
            first = index
    return tuple(reversed(words)), first


def _dated(source: Source, quantity: Quantity, dates: _Dates) -> Quantity:
    """The quantity with the as-of phrase that touches it, before or behind."""
    end = quantity.end + (source.text[quantity.end : quantity.end + 1] in (" ", "\u00a0"))
    if end in dates.starts:
        stop = end + len(dates.starts[end])
        return replace(quantity, as_of=dates.starts[end], end=stop, text=source.text[quantity.start : stop])
    return quantity
