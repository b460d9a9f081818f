"""What the rules of tables share: how much is looked at, numbers without their units, findings at a cell."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reportgen.proofread.finding import Finding, Kind, Span
from reportgen.proofread.grids import Figure
from reportgen.proofread.reckoning import SLIPS
from reportgen.quantity import Quantity

MOST_COMPARED = 12
"""Columns of figures that are tried against one another."""
SAMPLED = 60
"""Rows from which a column's rule is learnt."""
FEWEST, MOST_OFF = 3, Fraction(1, 4)
"""So many rows prove a rule, of which at most this part may break it."""


def bare(quantity: Quantity) -> Quantity:
    """The number alone: a table says its units at the head."""
    return replace(quantity, unit="", unit_text="")


def finding_at(kind: Kind, at: Figure, equation: str, others: tuple[Span, ...], likely: str = "") -> Finding:
    """What a cell should be by the cells of an equation; `likely` is the slip that explains it."""
    vi, en = SLIPS.get(likely, ("", ""))
    values = {"typed": at.text, "reckoning": equation, "slip": vi, "slip_en": en}
    return Finding(kind, at.span, values, others)
