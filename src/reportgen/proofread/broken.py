"""A claim that does not hold, as the rules find it."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.proofread.finding import Kind
from reportgen.proofread.mentions import Mention


@dataclass(frozen=True, slots=True)
class Broken:
    """A claim that its operands do not give. `at` is the figure that says it, `others` what it was held against."""

    kind: Kind
    at: Mention
    reckoning: str
    others: tuple[Mention, ...] = ()
    slip: str = ""
    variant: str = ""
    """Which of the kind's messages tells it, "" for the first."""
