"""What of an indicator a printed number shows: its result, its second plan, next year's target, a year, a village.

A number keeps this from the figure to the paper and back. Only a paper's markup and a reader's click write it as text
(`so kế hoạch 2`), which `Part.read` takes back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Shows(StrEnum):
    """The kinds, by the words that stand for them in a paper's markup."""

    RESULT = "giá trị"
    NUMBER = "số"
    SHARE = "tỷ lệ"
    WHOLE = "tổng số"
    PLAN = "kế hoạch"
    AGAINST_PLAN = "so kế hoạch"
    BEFORE = "năm trước"
    AGAINST_BEFORE = "so năm trước"
    TARGET = "năm sau"
    RANK = "xếp hạng"
    OF_TOTAL = "tỷ trọng"
    ENTRY = ""
    """An entry of `theo đơn vị` or `các năm`; the part's name says which."""


SEVERAL = frozenset({Shows.PLAN, Shows.AGAINST_PLAN, Shows.TARGET})
"""Kinds of which an indicator may have more than one."""
_NUMBERED = re.compile(rf"({'|'.join(sorted(SEVERAL))}) ([1-9]\d{{0,3}})")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an indicator. `number` counts plans and targets from 1, 0: left open; `name` is an entry's."""

    shows: Shows
    number: int = 0
    name: str = ""

    @classmethod
    def entry(cls, name: str) -> Part:
        """The entry of that name: a year, a unit."""
        return cls(Shows.ENTRY, name=name)

    @classmethod
    def target(cls, number: int) -> Part:
        """The target of that number, from 1."""
        return cls(Shows.TARGET, number)

    @classmethod
    def read(cls, text: str) -> Part:
        """The part that a text stands for; what is no kind is an entry's name."""
        if numbered := _NUMBERED.fullmatch(text):
            return cls(Shows(numbered[1]), int(numbered[2]))
        if text and text in frozenset(Shows):
            shows = Shows(text)
            return cls(shows, 1 if shows is Shows.TARGET else 0)
        return cls.entry(text)

    def __str__(self) -> str:
        """As a paper's markup has it. The first target goes without its number."""
        if self.shows is Shows.ENTRY:
            return self.name
        counted = self.number > 1 if self.shows is Shows.TARGET else self.number > 0
        return f"{self.shows.value} {self.number}" if counted else self.shows.value
