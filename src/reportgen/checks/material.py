"""The ledger with what several rules read, worked out once: the texts, the numbers, the names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reportgen.checks.known import Known
from reportgen.checks.naming import Namings
from reportgen.checks.passages import Passage, passages
from reportgen.figures.ledger import Ledger


@dataclass(frozen=True)
class Material(Ledger):
    """A ledger as the rules see it; a rule that needs no text takes it for a plain one."""

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All prose, indicators' own words included."""
        return tuple(passages(self))

    @cached_property
    def known(self) -> Known:
        """The numbers that the input declares or implies."""
        return Known(self)

    @cached_property
    def namings(self) -> Namings:
        """The indicators' names."""
        return Namings(self)
