"""One mended place of an input."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One mended place. Line and column count from 1, in the composed text; `kind` says what was done."""

    line: int
    column: int
    kind: str
    before: str
    after: str
