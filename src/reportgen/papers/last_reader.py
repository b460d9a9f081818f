"""The last reader: a finished paper is read once more for what no official paper contains, whatever it came from.

In: a finished tree and the input. Out: a remark for each slip, at the line of the input that its words came from. What
`check` has told of the input's own texts is not told again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.model import Conference
from reportgen.model.leaves import Words
from reportgen.model.section import leaves_of
from reportgen.problems import Place, Problem
from reportgen.tree import Element
from reportgen.tree.plain import lines
from reportgen.vietnamese.slips import slips

KINDS = frozenset({"doubled", "bare", "together"})
"""What can arise where the program joins texts; the other slips stand in the input itself, where `check` sees them."""
MOST = 20
"""So many slips of a paper are told."""
AROUND = 40
"""So many letters beside a slip are looked for in the input."""


def last_reading(tree: Element, conference: Conference, paper: str) -> Iterator[Problem]:
    """T809: the slips of a paper that no single text of the input holds."""
    typed = [words for words in leaves_of(conference, Words) if words.place() is not None]
    whole = "\n".join(typed)
    told = 0
    for line in lines(tree):
        if line.style.startswith("cell"):
            continue
        text = line.text.replace("\u00a0", " ")
        for slip in slips(text):
            found = text[slip.start : slip.end]
            if slip.kind in KINDS and told < MOST and found not in whole:
                told += 1
                around = text[max(0, slip.start - AROUND) : slip.end + AROUND]
                yield Problem(
                    "T809", _origin(around, typed, conference), {"text": found, "paper": paper, "line": around}
                )


def _origin(around: str, typed: list[Words], conference: Conference) -> Place:
    """The text of the input that shares most words with what stands around a slip."""
    said = set(re.findall(r"\w+", around.lower()))

    def shared(words: Words) -> tuple[int, int]:
        own = set(re.findall(r"\w+", words.lower()))
        return len(own & said), -len(own)

    best = max(typed, key=shared, default=None)
    place = best.place() if best is not None and shared(best)[0] else None
    return place or conference.unit.name.place() or Place(conference.unit.name.node.place.file)  # type: ignore[union-attr]
