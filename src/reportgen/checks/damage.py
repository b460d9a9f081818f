"""Texts that were damaged on their way here: another encoding, letters lost."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.telling import place_in
from reportgen.figures.ledger import Ledger
from reportgen.model.leaves import Words
from reportgen.model.section import leaves_of
from reportgen.problems import Problem
from reportgen.vietnamese.accents import one_spelling
from reportgen.vietnamese.damage import damages


def encodings(ledger: Ledger) -> Iterator[Problem]:
    """P581: a text that was read in the wrong encoding, with the likely text where it can be restored."""
    for words in leaves_of(ledger.conference, Words):
        for damage in damages(words):
            values = {"kind": damage.kind, "likely": one_spelling(damage.likely).rstrip(".") or "…"}
            yield Problem("P581", place_in(words, damage.start, damage.end), values)
