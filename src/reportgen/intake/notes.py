"""What is to be said of a cell: a problem with its place, and the row as it stands there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reportgen.intake.cells import At, Sheet
from reportgen.problems import Place, Problem

MOST_SHOWN = 8
"""Cells of a row that are shown beside the one that is told."""
PARTED = " | "


@dataclass(frozen=True, slots=True)
class Note:
    """A problem at a cell: `at` is `Sheet1!F12`, "" for the file as a whole; `line` the row's cells as they are shown,
    in which the problem's column and width stand."""

    problem: Problem
    at: str = ""
    line: str = ""


def note(file: Path, sheet: Sheet, at: At, code: str, **values: str) -> Note:
    """The note about a cell."""
    line, start, width = _line(sheet, at)
    known = {"cell": at.name, "text": sheet.cell(*at).shown, **values}
    place = Place(file, at.row + 1, start + 1, max(width, 1))
    return Note(Problem(code, place, known), f"{sheet.name}!{at.name}" if sheet.name else at.name, line)


def file_note(file: Path, code: str, **values: str) -> Note:
    """The note about a whole file."""
    return Note(Problem(code, Place(file), {"file": file.name, **values}))


def address(sheet: Sheet, at: At) -> str:
    """`Sheet1!F12`, with the file's name before it where several are taken together."""
    return "!".join(filter(None, (sheet.file, sheet.name, at.name)))


def _line(sheet: Sheet, at: At) -> tuple[str, int, int]:
    """The cells of a row that hold something, where the one stands among them, and how long it is."""
    shown = [(column, sheet.own(at.row, column).shown) for column in sheet.by_row.get(at.row, ())]
    before = [one for one in shown if one[0] < at.column]
    behind = [one for one in shown if one[0] > at.column]
    head = PARTED.join(_short(text) for _, text in _first(before, MOST_SHOWN))
    own = _short(sheet.own(*at).shown) or " "
    start = len(head) + len(PARTED) if head else 0
    return PARTED.join(filter(None, (head, own, *(_short(text) for _, text in behind[:MOST_SHOWN])))), start, len(own)


def _first(cells: list[tuple[int, str]], most: int) -> Iterable[tuple[int, str]]:
    """The first two, which name the row, and the nearest."""
    return cells if len(cells) <= most else [*cells[:2], *cells[-(most - 2) :]]


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
