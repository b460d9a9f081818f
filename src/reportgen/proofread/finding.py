"""What the proofreader finds: a kind, a place in a paragraph, and what was computed from what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from reportgen.problems import NOTHING
from reportgen.proofread.text import Paragraph


class Kind(StrEnum):
    """Which relation is broken; `WORDING` is a hint at words, not at figures."""

    RATIO = "ratio"
    GROWTH = "growth"
    DIFFERENCE = "difference"
    SUM = "sum"
    STRUCTURE = "structure"
    COUNT_RATIO = "count_ratio"
    PRODUCT = "product"
    MEAN = "mean"
    TIMES = "times"
    STATUS = "status"
    TWICE = "twice"
    JUMP = "jump"
    UNIT = "unit"
    MALFORMED = "malformed"
    DATE = "date"
    LEFTOVER = "leftover"
    WORDING = "wording"


CODES: Mapping[Kind, str] = MappingProxyType({kind: f"S1{number:02d}" for number, kind in enumerate(Kind, start=1)})
"""Kind → code in the catalog: `S101` for a ratio, in the order above."""


MOST_FINDINGS = 2000
"""Of a text in which more is wrong, nobody reads the rest."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a paragraph, end exclusive."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The characters."""
        return self.paragraph.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that cannot be right. `others` are the figures that it was held against."""

    kind: Kind
    span: Span
    values: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    others: tuple[Span, ...] = ()
    code: str = ""
    """The code where the kind has several; "" for the kind's own."""

    @property
    def problem_code(self) -> str:
        """The code in the catalog."""
        return self.code or CODES[self.kind]
