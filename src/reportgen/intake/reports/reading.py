"""A report's file: its letterhead by roles, its text row by row, its paragraphs with the names that they were given.

In: the file. Out: plain values, read in a process of its own; or why there are none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from reportgen.compare.edited import Passage, edited
from reportgen.files.bounded import read_bounded
from reportgen.intake.opening import MOST_BYTES, REASONS, SECONDS, unreadable
from reportgen.problems import Failure, Place, Problem
from reportgen.verify.docx_parts import DocxError, docx_parts
from reportgen.verify.guarded import GuardedError, guarded
from reportgen.verify.recognised import recognised
from reportgen.verify.shown import Shown, docx_rows

REPORT = "BÁO CÁO"
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the text, its number first (`1. Kinh tế`)."""

    words: str
    bold: bool
    begins: bool = True


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A report as it was read. `roles`: role in the letterhead and at the signatures → its rows; `rows` are the text
    between them, `passages` everything with the names of paragraphs."""

    roles: Mapping[str, tuple[str, ...]]
    rows: tuple[Row, ...]
    passages: tuple[Passage, ...]
    regime: str = ""
    day: date | None = None
    annexes: tuple[Row, ...] = field(default=())

    def first(self, role: str) -> str:
        """The first row of a role, "" for none."""
        return next(iter(self.roles.get(role, ())), "")


def read_report(file: Path) -> ReportFile | Failure | None:
    """The report; None for a Word file that is none; a failure for what cannot be read."""
    try:
        content = read_bounded(file, MOST_BYTES)
    except OSError as error:
        return Failure.of(unreadable(file, error))
    if not content.startswith(b"PK\x03\x04") or b"word/document" not in content:
        return None
    try:
        found = guarded(partial(report_of, content), SECONDS)
    except GuardedError:
        found = "endless"
    if isinstance(found, str):
        return Failure.of(Problem(REASONS.get(found, REASONS["damaged"]), Place(file), {"file": file.name}))
    return found


def report_of(content: bytes) -> ReportFile | str | None:
    """The report in a file's bytes; the reason, a key of `REASONS`, where it cannot be read."""
    try:
        rows = docx_rows(docx_parts(content))
        paper = recognised(rows)
        if paper is None or not any(row.words == REPORT for row in paper.roles.get("type", ())):
            return None
        roles = {role: tuple(row.words for row in found) for role, found in paper.roles.items()}
        if len(rows) > MOST_ROWS:
            return "large"
        passages = edited(content).passages
    except DocxError as error:
        return error.reason
    except (MemoryError, RecursionError):
        return "endless"
    return ReportFile(
        roles,
        tuple(map(_row, paper.text)),
        passages,
        paper.regime,
        paper.day,
        tuple(map(_row, paper.annexes)),
    )


def _row(shown: Shown) -> Row:
    return Row(" ".join(shown.words.split()), shown.bold, shown.begins)
