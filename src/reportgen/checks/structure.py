"""What Markdown would quietly make of prose that its author meant otherwise: tables that are none, cells that vanish,
lists that run together or begin by chance, headings that skip a level, words wider than the page.

A line is looked at by itself and beside its neighbours; nothing here runs Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportgen.checks.material import Material
from reportgen.checks.telling import place_in
from reportgen.model.leaves import Words
from reportgen.problems import Place, Problem

_ROW = re.compile(r"^\s*(?P<marks>(?:(?:[-+*]|\d{1,9}[.)])\s+)*)(?=\|)")
"""A row, perhaps the first thing of a list's item."""
_RULE = re.compile(r"^\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_WORD_SIGN = re.compile(r"^\s*(?:[•·●▪◦‣–—]\s*\S|-[^\W\d_]|[a-zđ]\)\s+\S|[IVX]{1,4}\.\s+\S)")
_LIST = re.compile(r"^\s*(?:[-+*]|\d{1,9}[.)])\s+\S")
_WRAPPED_SIGN = re.compile(r"^\s{0,3}(?:[-+*]|\d{1,9}[.)])\s+\S")
_RUNS_ON = re.compile(r"[\w,%)”]\s*$")
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+\S")
_UNSPACED = re.compile(r"\S{60,}")
LONGEST_WORD = 64
"""Letters: a longer word is wider than a line of the papers."""
MOST_COLUMNS = 10
"""Columns of a table in the text; more stand on no page."""
LONGEST_CELL = 1800
"""Letters of a cell: a longer one is higher than a page, which no row may be."""


class Line(NamedTuple):
    """A line of prose and where it begins."""

    text: str
    start: int


class Table(NamedTuple):
    """Lines that begin with `|`, one below the other."""

    rows: tuple[Line, ...]

    @property
    def ruled(self) -> bool:
        """Whether the second line parts the head from the rest."""
        return len(self.rows) > 1 and _RULE.match(self.rows[1].text) is not None


def tables(material: Material) -> Iterator[Problem]:
    """P560 a row with more cells than the head, P561 no line below the head or one of other columns, P562 no rows, P563
    too many columns, P564 a cell higher than a page."""
    for words, lines in _texts(material):
        for table in _tables(lines):
            yield from _in_table(words, table)


def _in_table(words: Words, table: Table) -> Iterator[Problem]:
    head, *_ = table.rows
    columns = len(cells(head.text))
    if not table.ruled or len(cells(table.rows[1].text)) != columns:
        yield Problem("P561", _place(words, head), {"columns": str(columns), "rule": "|---" * columns + "|"})
        return
    if len(table.rows) == 2:
        yield Problem("P562", _place(words, head))
    if columns > MOST_COLUMNS:
        yield Problem("P563", _place(words, head), {"columns": str(columns), "most": str(MOST_COLUMNS)})
    for row in table.rows[2:]:
        found = cells(row.text)
        if len(found) > columns:
            yield Problem("P560", _place(words, row), {"cells": str(len(found)), "columns": str(columns)})
        if any(len(cell) > LONGEST_CELL for cell in found):
            yield Problem("P564", _place(words, row), {"most": str(LONGEST_CELL)})


def cells(row: str) -> list[str]:
    """The cells of a row: what stands between its bars, the outermost of which may be left out."""
    inner = row.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return _CELL_END.split(inner)


def lists(material: Material) -> Iterator[Problem]:
    """P565 a sign of Word's lists, which makes no list here. P566 a line that runs on from the one above and happens to
    begin with the sign of a list."""
    for words, lines in _texts(material):
        before = ""
        for line in lines:
            if _WORD_SIGN.match(line.text):
                yield Problem("P565", _place(words, line), {"sign": line.text.split()[0][:2]})
            elif _WRAPPED_SIGN.match(line.text) and _RUNS_ON.search(before) and not _LIST.match(before):
                yield Problem("P566", _place(words, line), {"sign": line.text.split()[0]})
            before = line.text


def headings(material: Material) -> Iterator[Problem]:
    """P567: headings in what opens the report, where it has no section yet to stand in."""
    for words in material.conference.opening:
        for line in _lines(words):
            if _HEADING.match(line.text):
                yield Problem("P567", _place(words, line))


def words_too_long(material: Material) -> Iterator[Problem]:
    """P568: a word or an address wider than a line."""
    for words, _ in _texts(material):
        for found in _UNSPACED.finditer(words):
            if found.end() - found.start() > LONGEST_WORD and "{{" not in found.group() and "|" not in found.group():
                values = {"letters": str(found.end() - found.start()), "most": str(LONGEST_WORD)}
                yield Problem("P568", place_in(words, found.start(), found.start() + 20), values)


def _texts(material: Material) -> Iterator[tuple[Words, tuple[Line, ...]]]:
    """All prose but indicators' own words, with its lines."""
    for passage in material.passages:
        if passage.section != "indicators":
            yield passage.words, tuple(_lines(passage.words))


def _lines(words: Words) -> Iterator[Line]:
    at = 0
    for text in words.split("\n"):
        yield Line(text, at)
        at += len(text) + 1


def _tables(lines: Sequence[Line]) -> Iterator[Table]:
    rows: list[Line] = []
    for line in (*lines, Line("", 0)):
        row = _ROW.match(line.text)
        if rows and (row is None or row["marks"]):
            yield Table(tuple(rows))
            rows = []
        if row is not None:
            rows.append(Line(line.text[row.end() :], line.start + row.end()))


def _place(words: Words, line: Line) -> Place:
    indent = len(line.text) - len(line.text.lstrip())
    return place_in(words, line.start + indent, line.start + len(line.text.rstrip()))
