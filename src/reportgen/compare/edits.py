"""An edit of one text of the input: other words, or whole paragraphs and entries of lists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reportgen.problems import Place
from reportgen.source.origins import Origin


class How(Enum):
    """What an edit does."""

    WORDS = "words"
    """Puts words in the place of others."""
    LINES = "lines"
    """Takes lines out of a text of several, or puts one behind others."""
    ENTRY = "entry"
    """Takes an entry out of a list, or puts one behind it."""
    MOVE = "move"
    """Puts an entry behind another, or before it."""
    BREAK = "break"
    """Parts a text of several lines into paragraphs, or takes the break between two of them out."""
    PART = "part"
    """Parts an entry of a list into two."""
    JOIN = "join"
    """Makes one of an entry and the next."""


@dataclass(frozen=True, slots=True)
class Edit:
    """New words for a text of the input, from the letter `start` up to `end`. `target` is where an entry is moved to,
    or the one that it is joined with; `ahead` whether it goes before it."""

    origin: Origin
    start: int
    end: int
    words: str
    how: How = How.WORDS
    target: Origin | None = None
    ahead: bool = False

    @property
    def place(self) -> Place:
        """Where the old words stand, or the new ones will."""
        return self.origin.scalar.place_at(max(0, self.start - (self.start == self.end)), max(self.end, 1))
