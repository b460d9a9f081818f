"""A total whose parts stand below it, an item each: `Tổng diện tích 412,5 ha, gồm:` and then `- Lúa 286,0 ha;`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportgen.proofread.finding import Finding
from reportgen.proofread.mentions import Mention, Part
from reportgen.proofread.paragraphs import Sentence
from reportgen.proofread.reckoning import alike
from reportgen.proofread.sentences import lowered
from reportgen.proofread.text import Role
from reportgen.proofread.wholes import below, opens_list

MOST_ITEMS = 100
BULLETS = tuple("-–+•*")


def listed(sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """Totals that the items below them do not reach, or pass."""
    paragraphs = [list(group) for _, group in groupby(sentences, key=lambda one: one.paragraph.number)]
    for place, above in enumerate(paragraphs):
        opener = above[-1]
        if not opener.text.rstrip().endswith(":") or opener.flaws:
            continue
        said = opens_list(lowered(opener.text), opener.mentions)
        items = _items(paragraphs[place + 1 : place + 1 + MOST_ITEMS])
        if said is None or len(items) < 2:
            continue
        total, complete = said
        parts = [_part(item, total) for item in items]
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            continue
        home = {id(part): item for part, item in zip(known, items, strict=True)} | {id(total): opener}
        for broken in below(total, known, complete=complete):
            others = tuple(home[id(one)].span(one.start, one.end) for one in broken.others)
            found = home[id(broken.at)].finding(broken)
            yield Finding(found.kind, found.span, found.values, others, found.code)


def _items(paragraphs: Sequence[Sequence[Sentence]]) -> list[Sentence]:
    """The first sentences of the items that follow one another."""
    items: list[Sentence] = []
    for sentences in paragraphs:
        paragraph = sentences[0].paragraph
        if paragraph.inside or not (paragraph.role is Role.ITEM or paragraph.text.startswith(BULLETS)):
            break
        items.append(sentences[0])
    return items


def _part(item: Sentence, total: Mention) -> Mention | None:
    """The item's own figure: its first, in the total's unit; None where that is something else."""
    first = next(iter(item.mentions), None)
    if first is None or item.flaws or first.part is not Part.LEVEL or first.quantity.of is not None:
        return None
    return first if first.quantity.unit and alike(first.quantity, total.quantity) is not None else None
