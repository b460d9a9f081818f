"""The leaves of the model: text, prose, figures, days. Each is read from one scalar and knows its place.

`reading` hands over `Words`, the scalar's text with its node. A leaf's reader returns the value or a `Flaw`; warnings
that accompany a readable value come along with it. How pydantic is told to read them stands in `shapes`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Self

from reportgen.names.moments import read_day, read_hours
from reportgen.names.pieces import Piece
from reportgen.problems import Flaw, Place, Problem
from reportgen.quantity import Quantity, read_quantity
from reportgen.quantity.shorthand import in_full
from reportgen.source import Scalar
from reportgen.vietnamese.letters import fold


class Leaf:
    """How a leaf is read: through the class's own `read`. `json_schema` is its part of the editor's schema."""

    __slots__ = ()
    json_schema: ClassVar[dict[str, Any]] = {"type": "string"}

    @classmethod
    def read(cls, words: Words) -> Any:
        """The value, the value with warnings, or the flaw that forbids it."""
        raise NotImplementedError

    @classmethod
    def attempt(cls, words: Words, problems: list[Problem]) -> Self | None:
        """The value, None if it is flawed; its flaw or its warnings are added to the problems."""
        outcome = cls.read(words)
        if isinstance(outcome, Flaw):
            problems.append(_problem(outcome, words))
            return None
        value, flaws = outcome if isinstance(outcome, tuple) else (outcome, ())
        problems.extend(_problem(flaw, words) for flaw in flaws)
        read: Self = value
        return read


BLANKS = " \t\u00a0\u202f"
"""What stands around a text and is not part of it; line breaks are, where a text has lines."""


class Words(str, Leaf):
    """A piece of text with the scalar that it was read from, None if it was made by the program."""

    node: Scalar | None
    key: Words | None
    span: tuple[int, int] | None
    """Of a part of a scalar: where it stands there."""

    def __new__(
        cls,
        text: str,
        node: Scalar | None = None,
        key: Words | None = None,
        span: tuple[int, int] | None = None,
    ) -> Self:
        words = super().__new__(cls, text)
        words.node = node
        words.key = key
        words.span = span
        return words

    def piece(self, piece: Piece) -> Words:
        """A part of this text, perhaps in other words, with its place."""
        first = self.span[0] if self.span else 0
        return Words(piece.text, self.node, self.key, (first + piece.start, first + piece.end))

    def reworded(self, text: str) -> Words:
        """The same in other words; all of it stands where this text does."""
        return self if text == self else Words(text, self.node, self.key, self.span or (0, len(self)))

    def place(self, start: int = 0, end: int | None = None) -> Place | None:
        """Where the characters from `start` to `end` stand in the file; of reworded ones, where all of them do."""
        if self.node is None:
            return None
        if self.span is None:
            return self.node.place_at(start, len(self) if end is None else end)
        first, last = self.span
        if last - first != len(self):
            return self.node.place_at(first, last)
        return self.node.place_at(first + start, last if end is None else first + end)

    def problem(self, code: str, start: int = 0, end: int | None = None, **values: str) -> Problem | None:
        """A problem at these characters."""
        place = self.place(start, end)
        return Problem(code, place, values) if place else None

    @classmethod
    def read(cls, words: Words) -> Words | Flaw:
        """Text without the blanks around it; an empty one counts as missing."""
        bare = words.strip(BLANKS)
        if not bare:
            return Flaw("K204")
        start = words.index(bare)
        piece = words if bare == words else words.piece(Piece(bare, start, start + len(bare)))
        return cls(piece, piece.node, piece.key, piece.span)


class Prose(Words):
    """Markdown with `{{ name }}` references, read by `inline` when it is printed."""


class Line(Words):
    """A text of one line, wherever it was wrapped."""

    @classmethod
    def read(cls, words: Words) -> Words | Flaw:
        """The text with single blanks."""
        return super().read(words.reworded(" ".join(words.split())))


@dataclass(frozen=True, slots=True)
class Figure(Leaf):
    """A quantity as the input has it."""

    json_schema: ClassVar[dict[str, Any]] = {"type": ["string", "number"]}
    quantity: Quantity
    words: Words

    @classmethod
    def read(cls, words: Words) -> Figure | tuple[Figure, tuple[Flaw, ...]] | Flaw:
        """A readable quantity, with the warnings about its writing, or what is wrong with it."""
        if not words.strip():
            return Flaw("K204")
        words = words.reworded(in_full(words))
        reading = read_quantity(words)
        if reading.quantity is not None:
            return cls(reading.quantity, words), reading.flaws
        # What was probably meant takes part in the comparisons; the error stands, so nothing is built from it.
        likely = read_quantity(reading.flaws[0].values.get("likely", "")).quantity
        return reading.flaws[0] if likely is None else (cls(likely, words), reading.flaws[:1])


_DAY = re.compile(r"(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_TWO_DAYS = re.compile(
    r"(?:ngày\s+)?(\d{1,2})(?:[/.-](\d{1,2}))?\s*(?:-|–|và|đến)\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"
)


@dataclass(frozen=True, slots=True)
class Days(Leaf):
    """A day, or the first and the last of several: `14/12/2023`, `14-15/12/2023`."""

    json_schema: ClassVar[dict[str, Any]] = {"type": "string", "pattern": r"^(ngày )?\d{1,2}.*\d{4}$"}
    first: date
    last: date
    words: Words

    @classmethod
    def read(cls, words: Words) -> Days | Flaw:
        """One day or a span of days in day/month/year order, with or without words around it."""
        text = read_day(words)
        if one := _DAY.fullmatch(text):
            day = _date(*one.groups())
            return cls(day, day, words) if day else Flaw("D601", values={"text": text})
        if two := _TWO_DAYS.fullmatch(text):
            first_day, first_month, last_day, month, year = two.groups()
            first, last = _date(first_day, first_month or month, year), _date(last_day, month, year)
            if first and last and first <= last:
                return cls(first, last, words)
            return Flaw("D601", values={"text": text})
        return Flaw("D602", values={"text": text})


def _date(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Hours(Leaf):
    """An hour, or from when until when: `7 giờ 30`, `7h30 - 8h00`. Minutes since midnight."""

    first: int
    last: int | None
    words: Words

    @classmethod
    def read(cls, words: Words) -> Hours | Flaw:
        """One hour or two, with or without words around them."""
        text = words.strip().rstrip(".;,")
        read = read_hours(text)
        if read is None or read[2] != len(text):
            return Flaw("D622", values={"text": text})
        return cls(read[0], read[1], words)


@dataclass(frozen=True, slots=True)
class Year(Leaf):
    """A year, 1945 to 2999."""

    json_schema: ClassVar[dict[str, Any]] = {"type": ["string", "integer"], "pattern": r"^\d{4}$"}
    number: int
    words: Words

    @classmethod
    def read(cls, words: Words) -> Year | Flaw:
        """Four digits."""
        text = words.strip().lower().removeprefix("năm").strip()
        good = re.fullmatch(r"(19[4-9]\d|2\d{3})", text)
        return cls(int(text), words) if good else Flaw("D603", values={"text": text})


_YES_NO = {"co": True, "khong": False, "true": True, "false": False, "yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Flag(Leaf):
    """`có` or `không`."""

    json_schema: ClassVar[dict[str, Any]] = {"enum": ["có", "không", True, False]}
    on: bool

    @classmethod
    def read(cls, words: Words) -> Flag | Flaw:
        """Yes or no, in Vietnamese or English."""
        answer = _YES_NO.get(fold(words.strip()))
        return Flaw("K205", values={"text": words}) if answer is None else cls(answer)


def _problem(flaw: Flaw, words: Words) -> Problem:
    whole = flaw.end <= flaw.start
    place = words.place() if whole else words.place(flaw.start, flaw.end)
    assert place is not None, "read from a file"
    return Problem(flaw.code, place, flaw.values)
