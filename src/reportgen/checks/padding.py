"""Zeros that a sheet puts behind rounded figures: `12,70%` in a column where every figure ends in a zero.

One such figure says two digits that were reckoned; a whole column of them says one digit, shown with two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from reportgen.model.leaves import Figure
from reportgen.quantity import Quantity

FEWEST = 2
"""A column is two figures at least."""


def padding(column: Iterable[Figure]) -> int:
    """How many zeros all figures of a column have behind the comma, where all have as many decimals; 0 for none."""
    decimals = [figure.quantity.number.partition(",")[2] for figure in column]
    if len(decimals) < FEWEST or len({len(digits) for digits in decimals}) > 1:
        return 0
    return min(len(digits) - len(digits.rstrip("0")) for digits in decimals)


def without_padding(quantity: Quantity, zeros: int) -> Quantity:
    """The quantity as precise as it is without its last zeros."""
    return replace(quantity, quantum=quantity.quantum * Decimal(10) ** zeros)
