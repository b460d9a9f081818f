"""Letters of a file to the text that is read: NFC, one space between words, nothing that does not show.

Every letter keeps its origin, a number that its reader understands: an offset, the place in a list of runs.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.proofread.text import Paragraph, Role, Text

_UNEVEN = re.compile(r"[^\S ]|  |^ | $|[\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff\u0300-\u036f]")
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Read:
    """A text, and for each paragraph by its number where its letters came from.

    `lines` are the file's own, "" for files that have none.
    """

    text: Text
    origins: dict[int, Sequence[int]] = field(default_factory=dict)
    lines: str = ""
    scanned: tuple[int, ...] = ()
    """Pages from 1 that are pictures without a text layer."""


def clean(text: str, origins: Sequence[int]) -> tuple[str, Sequence[int]]:
    """The text as it is read, with the origin of each of its letters. `origins` has one for each given letter."""
    if not _UNEVEN.search(text) and unicodedata.is_normalized("NFC", text):
        return text, origins
    letters: list[str] = []
    kept = array("q")
    place = 0
    while place < len(text):
        letter, start = text[place], place
        place += 1
        if letter in _UNSEEN:
            continue
        if letter.isspace():
            if letters and letters[-1] != " ":
                letters.append(" ")
                kept.append(origins[start])
            continue
        while place < len(text) and unicodedata.combining(text[place]):
            place += 1
        for composed in unicodedata.normalize("NFC", text[start:place]):
            letters.append(composed)
            kept.append(origins[start])
    if letters and letters[-1] == " ":
        letters.pop()
        kept.pop()
    return "".join(letters), kept


class Gathered:
    """Paragraphs as a reader finds them, numbered in order."""

    def __init__(self) -> None:
        self.origins: dict[int, Sequence[int]] = {}

    def paragraph(
        self, text: str, origins: Sequence[int], role: Role = Role.BODY, page: int = 0, inside: str = ""
    ) -> Paragraph:
        """A paragraph of the letters; it may be empty."""
        cleaned, kept = clean(text, origins)
        number = len(self.origins) + 1
        self.origins[number] = kept
        return Paragraph(cleaned, number, page, role, inside)


def column_name(column: int) -> str:
    """`A` for the column 0, `AA` for 26."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def cell_name(row: int, column: int) -> str:
    """`B3` for the row 2 and the column 1, as spreadsheets call it."""
    return f"{column_name(column)}{row + 1}"
