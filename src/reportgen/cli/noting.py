"""What is told of files that were taken over: notes at their cells, how columns were understood, counts."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import click

from reportgen.cli.codes import ERRORS
from reportgen.cli.words import say
from reportgen.intake.notes import Note
from reportgen.intake.taking import Taken
from reportgen.problems import Problem, Severity
from reportgen.problems.catalog import severity
from reportgen.problems.show import Style, as_text, told, with_carets


def tell(taken: Taken, lang: str) -> None:
    """What was taken, asked, left."""
    style = Style.on(sys.stderr, lang)
    for note in taken.notes:
        click.echo("\n".join(told_note(note, style)), err=True)
    for guess in taken.guesses:
        where = f"{guess.file.name}!{guess.sheet}" if guess.sheet else guess.file.name
        click.echo(say("import guess", lang, table=where, columns=guess))
    counts = {
        "indicators": len(taken.entries),
        "figures": sum(entry.figures for entry in taken.entries),
        "asked": sum(severity(note.problem.code) is Severity.WARNING for note in taken.notes),
        "left": taken.left,
        "dashes": taken.dashes,
    }
    click.echo(say("import summary", lang, **counts))


def told_note(note: Note, style: Style) -> Iterator[str]:
    """A note as it is shown: `bang.xlsx!Sheet1!F12`, the row and a caret."""
    place = note.problem.place
    where = f"{place.file}!{note.at}" if note.at else str(place.file)
    shown = with_carets(note.line, place.line, place.column, place.width) if note.line else ()
    return told(note.problem, where, shown, style)


def refuse(problems: Sequence[Problem], lang: str) -> int:
    """Say why nothing was done; the exit code."""
    click.echo(as_text(problems, {}, Style.on(sys.stderr, lang)), err=True)
    return ERRORS
