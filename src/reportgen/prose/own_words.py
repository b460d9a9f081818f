"""Indicators' own words (`cách viết`) that print other indicators: how far they lead, and where they come back.

In: the ledger, and whose words call whose. Out: how far they lead. Those in a circle, too deep or too long are told,
and said in the program's own words instead: twelve that each call the next one twice print four thousand, and who
follows thirty of them never ends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reportgen.figures.ledger import Ledger, Line
from reportgen.figures.parts import part

MOST_LETTERS = 4_000
"""What an indicator's own words may come to, letters of all that they call among them."""
MOST_STEPS = 8
"""How many words may call one another in a row."""
A_PHRASE = 80
"""Letters that an indicator without own words is counted with."""


class Call(NamedTuple):
    """A call of another indicator within own words: its key, and where the reference stands in the text."""

    key: str
    start: int
    end: int


Calls = Mapping[str, Sequence[Call]]
"""Key of an indicator with own words → the indicators that they print whole."""


class Reach(NamedTuple):
    """How far own words lead: how many steps, and how many letters in the end."""

    steps: int
    letters: int

    @property
    def too_far(self) -> bool:
        """Whether they print more than a paper can use."""
        return self.steps > MOST_STEPS or self.letters > MOST_LETTERS


ENDLESS = Reach(MOST_STEPS + 1, MOST_LETTERS + 1)


def own_parts(line: Line, name: str) -> bool:
    """Whether a name in an indicator's own words means a part of itself."""
    return part(line, name) is not None


def reaches(ledger: Ledger, calls: Calls) -> Mapping[str, Reach]:
    """How far each indicator's own words lead. Depth first without recursion: a chain may be as long as the file."""
    known: dict[str, Reach] = {}
    for root in calls:
        path = {root: None} if root not in known else {}
        while path:
            key = next(reversed(path))
            waiting = next((call.key for call in calls[key] if call.key in calls and call.key not in known), None)
            if waiting is None:
                known[key] = _reach(ledger.lines[key], calls[key], known)
                del path[key]
            elif waiting in path:
                steps = list(path)
                known |= dict.fromkeys(steps[steps.index(waiting) :], ENDLESS)
                path = dict.fromkeys(step for step in steps if step not in known)
            else:
                path[waiting] = None
    return known


def _reach(line: Line, calls: Sequence[Call], known: Mapping[str, Reach]) -> Reach:
    below = [known.get(call.key, Reach(0, A_PHRASE)) for call in calls]
    letters = len(line.indicator.sentence or "") + sum(reach.letters for reach in below)
    steps = 1 + max((reach.steps for reach in below), default=0)
    return Reach(min(steps, MOST_STEPS + 1), min(letters, MOST_LETTERS + 1))
