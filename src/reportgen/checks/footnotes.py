"""Footnotes in prose: `^[words]`, short enough for the foot of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.material import Material
from reportgen.checks.telling import place_in
from reportgen.problems import Problem

LONGEST = 1200
"""Characters of a note. A third of a page: where several long ones meet, a page has still room for its text."""
_NOTE = re.compile(r"\^\[([^\[\]]*)\]")


def lengths(material: Material) -> Iterator[Problem]:
    """P509: a note too long for the foot of a page."""
    for passage in material.passages:
        for note in _NOTE.finditer(passage.words):
            if len(note.group(1)) > LONGEST:
                values = {"length": str(len(note.group(1))), "most": str(LONGEST)}
                yield Problem("P509", place_in(passage.words, note.start(), note.start() + 2), values)
