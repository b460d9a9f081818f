"""What makes news of a conference: its figures, those with the clearest news first (standards, section 6)."""

from __future__ import annotations

import re
from fractions import Fraction

from reportgen.figures.ledger import Held, Ledger, Line
from reportgen.vietnamese.letters import fold

WEIGHTS = (
    (re.compile(r"\blan dau\b|\bdau tien\b"), 2),
    (re.compile(r"thu nhap|ho ngheo|can ngheo|nuoc sach|viec lam|bao hiem y te|truong .*chuan|duong|ngo\b"), 1),
    (re.compile(r"nha van hoa|gia dinh van hoa|thu ngan sach|\bthu nsnn"), 1),
)
"""What makes news by itself, in names of indicators without diacritics: what happens for the first time, what residents
feel, and the revenue that every ward is asked for."""
SMALL = 20
"""Fewer things than this grow by many percent at once."""
MOST = Fraction(50)
"""Growth and excess count up to so many percent: more is as a rule a small base."""


def by_news(ledger: Ledger) -> tuple[Line, ...]:
    """The indicators with a result that falls short of no plan, those with the clearest news first."""
    known = [line for line in ledger if line.result is not None and line.key not in ledger.part_keys]
    missed = ledger.missed
    good = [line for line in known if line not in missed] or known
    return tuple(sorted(good, key=_news, reverse=True))


def _news(line: Line) -> Fraction:
    """How much of a news a line is: passed its plan, grew the right way, for the first time, felt by residents."""
    name = fold(f"{line.name} {line.indicator.sentence or ''} {line.indicator.note or ''}")
    excess = next(filter(None, map(_over, line.held)), Fraction(0))
    growth = line.growth.nominal if line.growth else Fraction(0)
    if line.lower_is_better:
        excess, growth = -excess, -growth
    felt = sum(weight for pattern, weight in WEIGHTS if pattern.search(name))
    if line.lower_is_better and not felt:
        # Accidents and penalties that became fewer lead no article.
        return Fraction(-1)
    score = min(max(excess, Fraction(0)), MOST) / 25 + min(max(growth, Fraction(0)), MOST) / 25
    return (score / 4 if is_small(line) else score) + felt


def is_small(line: Line) -> bool:
    """Whether a percentage of it says little: `03 sản phẩm, bằng 150% kế hoạch`."""
    return line.result is not None and line.result.exact and line.result.of is None and line.result.value < SMALL


def _over(held: Held) -> Fraction | None:
    """By how many percent a result passes a plan; what the input states where it gives no plan's value."""
    if held.ratio is not None:
        return held.ratio.nominal - 100
    return Fraction(held.typed.value) - 100 if held.typed is not None and held.typed.unit == "%" else None
