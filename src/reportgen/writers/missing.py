"""What an engine raises where the fonts cannot show a paper."""

from __future__ import annotations


class LettersError(ValueError):
    """The fonts lack letters of the paper; says which, in the engine's words."""
