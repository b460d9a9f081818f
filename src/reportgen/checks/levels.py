"""Provinces that were no more when the paper was written."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.telling import place_in
from reportgen.figures.ledger import Ledger
from reportgen.names.provinces import MERGED_ON, merged_into
from reportgen.official.issuing import REPORT, day_of, issue_of
from reportgen.problems import Problem


def merged(ledger: Ledger) -> Iterator[Problem]:
    """P582: a province that was merged into another, in a paper from 1 July 2025 on."""
    conference = ledger.conference
    if day_of(conference, issue_of(conference, REPORT)) < MERGED_ON:
        return
    for words in (conference.unit.above, conference.unit.province):
        if words is not None and (now := merged_into(words)) is not None:
            yield Problem("P582", place_in(words), {"name": str(words), "now": now})
