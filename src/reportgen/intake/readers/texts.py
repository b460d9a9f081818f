"""What all readers do to a cell's text."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from reportgen.vietnamese.letters import nfc

LONGEST = 2000
"""Letters of one cell that are read."""
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


def one_line(text: str) -> str:
    """The text composed, on one line, without what nobody sees."""
    words = " ".join(nfc(text[:LONGEST]).translate(_UNSEEN).split())
    if words.isprintable():
        return words
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())


def written(day: date | datetime | time | timedelta) -> str:
    """A day as it is written here; of another stretch of time its own text."""
    return f"{day.day}/{day.month}/{day.year}" if isinstance(day, date) else str(day)
