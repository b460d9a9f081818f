"""Plain text and Markdown to a text: paragraphs, items, tables of bars. Marks of emphasis and links do not show.

The two are read alike: what is typed into a mail has `-` and `*` too, and a line of Markdown is a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.proofread.readers.cleaning import Gathered, Read, cell_name
from reportgen.proofread.text import MOST_COLUMNS, MOST_ROWS, Block, Cell, Role, Table, Text

_ITEM = re.compile(r"[ \t]*(?:[-+*•–][ \t]|\(?\d{1,3}[.)][ \t]|[a-zđ]\)[ \t]|[IVX]{1,5}\.[ \t]|#{1,6}[ \t])")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]")
_BULLET = re.compile(r"[ \t]*(?:[-+*•–]|#{1,6})[ \t]+")
_ROLES = (
    (_HEADING, Role.HEADING),
    (re.compile(r"[ \t]*(?:[-+*•–]|[a-zđ]\))[ \t]"), Role.ITEM),
)
_BARS = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_RULE = re.compile(r"[ \t]*\|?[ \t:|-]+\|?[ \t]*$")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_CELL = re.compile(r"(?:\\.|[^|\\])*")
_MARKUP = re.compile(
    r"!\[(?P<alt>[^\]\n]{0,500})\]\([^)\n]{0,2000}\)|\[(?P<link>[^\]\n]{0,500})\]\([^)\n]{0,2000}\)"
    r"|\*\*|__|(?<!\d )\*(?! \d)|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)|`|\\(?P<sign>[\\*_|`#\[\]+-])|<[a-z/][^<>\n]{0,300}>"
)
SHORT = 0.6
"""A line shorter than that part of its paragraph's longest was ended on purpose: the next begins something new."""


def read_plain(content: str) -> Read:
    """The text of a file that is text."""
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    gathered = Gathered()
    blocks: list[Block] = []
    lines = list(_lines(content))
    for kind, first, stop in _chunks([line for _, line in lines]):
        if kind == "table":
            blocks.append(_table(gathered, lines[first:stop]))
            continue
        start = lines[first][0]
        end = lines[stop - 1][0] + len(lines[stop - 1][1])
        role = next((role for sign, role in _ROLES if sign.match(lines[first][1])), Role.BODY)
        blocks.append(gathered.paragraph(*_shown(content, start, end), role))
    return Read(Text(tuple(blocks)), gathered.origins, content)


def _lines(content: str) -> Iterator[tuple[int, str]]:
    """Each line with the offset where it begins."""
    start = 0
    for line in content.split("\n"):
        yield start, line
        start += len(line) + 1


def _chunks(lines: list[str]) -> Iterator[tuple[str, int, int]]:
    """Runs of lines that are one paragraph or one table; code between fences is neither."""
    fenced, place = False, 0
    while place < len(lines):
        line = lines[place]
        if _FENCE.match(line):
            fenced = not fenced
        if fenced or _FENCE.match(line) or not line.strip():
            place += 1
        elif _BARS.match(line):
            stop = place + 1
            while stop < len(lines) and _BARS.match(lines[stop]) and stop - place < MOST_ROWS:
                stop += 1
            yield "table", place, stop
            place = stop
        else:
            stop = _end(lines, place)
            yield "text", place, stop
            place = stop


def _end(lines: list[str], first: int) -> int:
    """The line behind the paragraph that begins at a line."""
    stop = first + 1
    longest = len(lines[first])
    while stop < len(lines):
        line, above = lines[stop], lines[stop - 1]
        begins = not line.strip() or _ITEM.match(line) or _BARS.match(line) or _FENCE.match(line)
        if begins or len(above) < SHORT * max(longest, len(line)) or _HEADING.match(above):
            break
        longest = max(longest, len(line))
        stop += 1
    return stop


def _shown(content: str, start: int, end: int) -> tuple[str, list[int]]:
    """The letters between two offsets that show, with their offsets."""
    bullet = _BULLET.match(content, start, end)
    place = bullet.end() if bullet else start
    pieces: list[tuple[int, int]] = []
    for mark in _MARKUP.finditer(content, place, end):
        pieces.append((place, mark.start()))
        group = next((name for name in ("alt", "link", "sign") if mark[name]), "")
        if group:
            pieces.append(mark.span(group))
        place = mark.end()
    pieces.append((place, end))
    text = "".join(content[first:stop] for first, stop in pieces)
    return text, [offset for first, stop in pieces for offset in range(first, stop)]


def _table(gathered: Gathered, lines: list[tuple[int, str]]) -> Table:
    cells: list[Cell] = []
    row = 0
    for start, line in lines:
        if _RULE.fullmatch(line):
            continue
        inner = start + len(line) - len(line.lstrip()) + 1
        place, column = inner, 0
        while place < start + len(line) and column < MOST_COLUMNS:
            found = _CELL.match(line, place - start)
            assert found is not None, "it matches nothing too"
            stop = start + found.end()
            if stop >= start + len(line) and not line[place - start :].strip():
                break
            shown = _shown(line, place - start, stop - start)
            paragraph = gathered.paragraph(
                shown[0], [start + offset for offset in shown[1]], inside=cell_name(row, column)
            )
            cells.append(Cell((paragraph,), row, column))
            place, column = stop + 1, column + 1
        row += 1
    return Table(tuple(cells))
