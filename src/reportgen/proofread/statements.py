"""A sentence's figures to statements: one level with its plan, what it was before, and what is claimed of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportgen.proofread.mentions import Mention, Part
from reportgen.proofread.sentences import lowered, pieces

CLAIMS = frozenset({Part.PLAN_RATIO, Part.PAST_RATIO, Part.SHARE, Part.GROWTH, Part.CHANGE, Part.TIMES, Part.BEYOND})
_NOW = re.compile(r"thực hiện|kết quả|lên|xuống|còn|đến|ước|đạt|nay")


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of one level; None for a level that the sentence only tells by its ratio.

    `alone` says that no other level stands in the piece: what is claimed can be of nothing else. `words` are the
    statement's, in lower case, from its first figure's lead to the end.
    """

    level: Mention | None
    plans: tuple[Mention, ...] = ()
    before: tuple[Mention, ...] = ()
    claims: tuple[Mention, ...] = ()
    alone: bool = True
    words: str = ""


@dataclass(slots=True)
class _Open:
    """A statement while it is read."""

    level: Mention | None = None
    plans: list[Mention] = field(default_factory=list)
    before: list[Mention] = field(default_factory=list)
    claims: list[Mention] = field(default_factory=list)
    start: int = 0


def statements(sentence: str, found: Sequence[Mention]) -> Iterator[Statement]:
    """The statements of a sentence, piece by piece between its semicolons."""
    plain = lowered(sentence)
    for start, end in pieces(sentence):
        inside = [one for one in found if start <= one.start < end]
        yield from _of_piece(plain, inside, (start, end))


def _of_piece(plain: str, inside: Sequence[Mention], span: tuple[int, int]) -> Iterator[Statement]:
    opened = [_Open(start=span[0])]
    for mention in inside:
        if mention.part is Part.LEVEL and _begins(opened[-1], mention):
            opened.append(_Open(mention, start=mention.start - len(mention.lead)))
        elif mention.part is Part.LEVEL:
            opened[-1].level = mention
        elif mention.part is Part.PLAN:
            opened[-1].plans.append(mention)
        elif mention.part is Part.BEFORE:
            opened[-1].before.append(mention)
        elif mention.part in CLAIMS:
            opened[-1].claims.append(mention)
    levels = sum(one.level is not None for one in opened)
    for place, one in enumerate(opened):
        end = opened[place + 1].start if place + 1 < len(opened) else span[1]
        words = plain[one.start : end]
        yield Statement(one.level, tuple(one.plans), tuple(one.before), tuple(one.claims), levels < 2, words)


def _begins(current: _Open, mention: Mention) -> bool:
    """Whether a level begins a statement of its own; a plan or an earlier value waits for the level that it is of."""
    waiting = current.plans or current.before
    return current.level is not None or bool(current.claims) or bool(waiting and not _NOW.search(mention.lead))
