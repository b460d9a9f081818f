"""`reportgen collect`: who has sent what, as a table, a file, and letters."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

import click

from reportgen.archive.spreadsheet import as_csv
from reportgen.cli.codes import ERRORS, exit_code
from reportgen.cli.words import say
from reportgen.files.publish import Change, publish
from reportgen.files.replace import replace_file
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.show import Style, as_text, harmless
from reportgen.province.arrivals import USABLE, Arrivals, arrivals, tally
from reportgen.province.expected import expected_units
from reportgen.province.page import cells, heads, page
from reportgen.province.reminders import END, START, reminders

Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options say."""

    expected: Path | None = None
    archive: Path | None = None
    output: Path | None = None
    reminders: Path | None = None
    due: str = ""
    year: int | None = None


def _page(found: Arrivals, lang: str, words: Say) -> str:
    return page(found, lang, words)


def _sheet(found: Arrivals, _: str, words: Say) -> str:
    return as_csv(heads(words), (cells(one, words) for one in found.units))


FORMS: Mapping[str, Callable[[Arrivals, str, Say], str]] = MappingProxyType({".html": _page, ".csv": _sheet})
"""Ending of the file → what writes it."""


def collect_all(folder: Path, wanted: Wanted, lang: str) -> int:
    """Look at a folder and tell; the exit code: good where every unit has sent a good file."""
    if wanted.output is not None and wanted.output.suffix.lower() not in FORMS:
        raise click.UsageError(say("collect kind", lang))
    expected = expected_units(wanted.expected)
    if isinstance(expected, Failure):
        return _refused(expected.problems, lang)
    found = arrivals(folder, expected, archive=wanted.archive, year=wanted.year)
    if isinstance(found, Failure):
        return _refused(found.problems, lang)
    words: Say = partial(_words, lang)
    for line in table(found, words):
        click.echo(harmless(line))
    if found.problems:
        click.echo(as_text(found.problems, {}, Style.on(sys.stderr, lang)), err=True)
    counts = tally(found)
    click.echo(say("collect summary", lang, all=sum(counts.values()), **counts))
    return _written(found, wanted, lang) or exit_code([one.state not in USABLE for one in found.units])


def _words(lang: str, key: str, **values: object) -> str:
    return say(key, lang, **values)


def table(found: Arrivals, words: Say) -> Iterator[str]:
    """The units in lines, their cells under one another."""
    rows = [heads(words), *(cells(one, words) for one in found.units)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _written(found: Arrivals, wanted: Wanted, lang: str) -> int:
    """Write what was asked for; not 0 where that failed."""
    target: Path = Path()
    try:
        if wanted.output is not None:
            target = wanted.output
            text = FORMS[target.suffix.lower()](found, lang, partial(_words, lang))
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_file(target, text.encode())
            click.echo(say("written", lang, file=target))
        if wanted.reminders is not None:
            target = wanted.reminders
            letters = reminders(found, wanted.due)
            publish(target, partial(_letters, letters))
            click.echo(say("reminders written", lang, folder=target, count=len(letters)))
    except OSError as error:
        values = {"file": str(target), "reason": error.strerror or str(error)}
        return _refused([Problem("B922", Place(target), values)], lang)
    return 0


def _letters(letters: Mapping[str, str], folder: Path) -> Change:
    """The letters, those of earlier runs taken away: a unit that has sent is not reminded again."""
    old = {file.name for file in folder.glob(f"{START}*{END}")} if folder.is_dir() else set()
    return Change({name: text.encode() for name, text in letters.items()}, frozenset(old - letters.keys()))


def _refused(problems: Sequence[Problem], lang: str) -> int:
    click.echo(as_text(problems, {}, Style.on(sys.stderr, lang)), err=True)
    return ERRORS
