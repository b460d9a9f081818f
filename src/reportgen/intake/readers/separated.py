"""A .csv to a sheet: its encoding and its delimiter are found, what was typed for old fonts is told."""

from __future__ import annotations

import csv
import io
from collections import Counter

from reportgen.intake.cells import Cell, Sheet
from reportgen.intake.readers.texts import one_line
from reportgen.verify.docx_parts import DocxError
from reportgen.vietnamese.damage import TCVN3, VNI, damages

MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
DELIMITERS = ";\t,|"
SAMPLED = 200
"""Lines by which the delimiter is known."""
MOST_ROWS, MOST_COLUMNS = 50_000, 300


def read_separated(content: bytes) -> tuple[Sheet, ...]:
    """The one sheet."""
    text = decoded(content)
    if "\0" in text:
        raise DocxError("other", "NUL")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    cells: dict[tuple[int, int], Cell] = {}
    try:
        for number, row in enumerate(rows):
            if number >= MOST_ROWS:
                raise DocxError("large", str(number))
            for column, raw in enumerate(row[:MOST_COLUMNS]):
                shown = one_line(raw.removeprefix("'"))
                if shown:
                    cells[number, column] = Cell(shown, indent=(len(raw) - len(raw.lstrip(" \t\u00a0"))) // 2)
    except csv.Error as error:
        raise DocxError("damaged", str(error)) from error
    return (Sheet("", cells),)


def decoded(content: bytes) -> str:
    """The text: by its mark, as UTF-8, as UTF-16 without a mark, else as Windows-1258; typed for old fonts as it is."""
    marked = next((name for mark, name in MARKS if content.startswith(mark)), "")
    if not marked and content[1:2] == b"\0":
        marked = "utf-16-le"
    for encoding in filter(None, (marked, "utf-8")):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            if marked:
                raise DocxError("damaged", encoding) from None
    western = content.decode("cp1252", "replace")
    typed = any(damage.kind in {TCVN3, VNI} for damage in damages(western))
    return western if typed else content.decode("cp1258", "replace")


def _delimiter(text: str) -> str:
    """The sign that parts most lines into the same number of cells."""
    lines = text.splitlines()[:SAMPLED]
    return max(DELIMITERS, key=lambda sign: (_evenness(lines, sign), -DELIMITERS.index(sign)))


def _evenness(lines: list[str], sign: str) -> int:
    """How many cells the lines have together that have the usual number of them."""
    counts = Counter(len(row) for row in csv.reader(lines, delimiter=sign))
    counts.pop(1, None)
    counts.pop(0, None)
    return max((cells * times for cells, times in counts.items()), default=0)
