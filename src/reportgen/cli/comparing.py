"""`reportgen archive figure`: an indicator over the years as a table, CSV, JSON or chart."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

import click

from reportgen.archive.figures import OTHER, REVISED, SAME, Series, Value, figures, sizes
from reportgen.archive.spreadsheet import as_csv
from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.printing import refuse
from reportgen.cli.words import say
from reportgen.problems import Failure
from reportgen.problems.show import harmless
from reportgen.vietnamese.letters import fold

COLUMNS = ("name", "organ", "unit", "year", "written", "later", "standing", "jump", "identifier", "later_identifier")
SIGNS = {SAME: "", REVISED: " (*)", OTHER: " (≠)"}
"""Standing of a value → its sign in a table."""
BAR = 40
"""Characters of a chart's longest bar."""


def figure_all(root: Path, words: str, unit: str, form: str, lang: str) -> int:
    """Find and show; the exit code."""
    found = figures(root, words, unit)
    if isinstance(found, Failure):
        return refuse(found, form, lang)
    if form == "json":
        click.echo(json.dumps([asdict(series) for series in found], ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo(as_csv(COLUMNS, _cells(found)), nl=False)
    elif not found:
        click.echo(say("no figure", lang, words=words))
    else:
        show = _chart if form == "chart" else _tables
        for line in show(found, lang):
            click.echo(harmless(line))
    return GOOD if found else ERRORS


def _cells(found: Sequence[Series]) -> Iterator[list[object]]:
    for series in found:
        for value in series.values:
            known = {**asdict(value), "name": series.name, "organ": series.organ, "unit": series.unit}
            yield [known[name] for name in COLUMNS]


def _tables(found: Sequence[Series], lang: str) -> Iterator[str]:
    """One table a name: years below one another, bodies side by side; the notes below it."""
    for _, same in groupby(found, key=lambda series: fold(series.name)):
        group = list(same)
        years = sorted({value.year for series in group for value in series.values})
        by_year = [{value.year: value for value in series.values} for series in group]
        head = [say("label year", lang), *(series.organ for series in group)]
        rows = [[str(year), *(_cell(known.get(year)) for known in by_year)] for year in years]
        yield group[0].name
        yield from _aligned([head, *rows])
        yield from (f"  {note}" for series in group for note in _notes(series, lang))
        yield ""


def _cell(value: Value | None) -> str:
    if value is None:
        return "-"
    text = value.written or f"[{value.later}]"
    return f"{text}{SIGNS[value.standing]}{' (!)' if value.jump else ''}"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _notes(series: Series, lang: str) -> Iterator[str]:
    """What the signs mean, value by value."""
    for value in series.values:
        facts = {"organ": series.organ, "year": value.year, "next": value.year + 1, "written": value.written}
        if value.standing != SAME:
            yield say(f"note {value.standing}", lang, later=value.later, identifier=value.later_identifier, **facts)
        if value.jump:
            yield say("note jump", lang, power=f"{value.jump:,}".replace(",", "."), **facts)
    if any(not value.written for value in series.values):
        yield say("note told", lang, organ=series.organ)


def _chart(found: Sequence[Series], lang: str) -> Iterator[str]:
    """Bars, one a year, each series on its own scale."""
    for series in found:
        yield f"{series.name} ({series.organ})"
        reach = sizes(series)
        longest = max((size for size in reach if size is not None), default=0)
        for value, size in zip(series.values, reach, strict=True):
            length = round(BAR * size / longest) if size is not None and size > 0 and longest else 0
            yield f"  {value.year}  {'█' * length or '▏'} {_cell(value)}"
        yield from (f"  {note}" for note in _notes(series, lang))
        yield ""
