"""Widths of text in the papers' font, without opening a font.

The table holds the advance widths of Tinos, which are those of Times New Roman, for all Vietnamese letters.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType

from reportgen.layout.standards import MM_PER_PT, Style

ASCENT, DESCENT, NORMAL = 1825 / 2048, 443 / 2048, 1.149
"""Of the font (hhea and OS/2 tables), em; NORMAL is the height of a single-spaced row."""


@cache
def _faces() -> Mapping[str, Mapping[str, float]]:
    """Face → letter → width in em."""
    table = json.loads(resources.files(__package__).joinpath("advance-widths.json").read_text("utf-8"))
    units = table["units_per_em"]
    return {
        face: {letter: int(width) / units for width, letters in widths.items() for letter in letters}
        for face, widths in table["widths"].items()
    }


def width(text: str, style: Style) -> float:
    """The width of one line of text in that style, mm. An unknown letter counts as wide as the letter `m`."""
    return _em(text, FACES[style.bold, style.italic]) * style.size * MM_PER_PT


FACES: Mapping[tuple[bool, bool], str] = MappingProxyType(
    {(False, False): "regular", (True, False): "bold", (False, True): "italic", (True, True): "bold_italic"}
)
"""Bold, italic → face."""


@lru_cache(20_000)
def _em(text: str, face: str) -> float:
    """The width of a text in em; the same few thousand words make up every paper."""
    letters = _faces()[face]
    most = letters["m"]
    return sum([letters.get(letter, most) for letter in text])
