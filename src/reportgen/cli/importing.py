"""`reportgen import`: figures from tables into an input, a new one or one that exists."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.words import say
from reportgen.drafting import files as drafting_files
from reportgen.intake.columns import Column, read_column
from reportgen.intake.notes import Note
from reportgen.intake.opening import read_sheets
from reportgen.intake.taking import Given, Taken, Wanted, take
from reportgen.intake.writing import new_input
from reportgen.model.leaves import Words, Year
from reportgen.problems import Failure, Flaw, Problem, Severity
from reportgen.problems.catalog import severity
from reportgen.problems.show import Style, as_text, told, with_carets


@dataclass(frozen=True, slots=True)
class Target:
    """Where the figures go: a new file or one that exists; whether it is only shown; what is taken where both differ:
    `new`, `old`, "" to ask."""

    output: Path | None
    into: Path | None
    only_shown: bool = False
    taken: str = ""


def bring_in(files: Sequence[Path], target: Target, said: tuple[str, str], lang: str) -> int:
    """Take the figures over; the exit code."""
    if (target.output is None) == (target.into is None):
        raise click.UsageError(say("import target", lang))
    wanted = _wanted(*said, lang)
    given = [(file, read_sheets(file)) for file in dict.fromkeys(files)]
    problems = [problem for _, sheets in given if isinstance(sheets, Failure) for problem in sheets.problems]
    if problems:
        return _refuse(problems, lang)
    taken = take([Given(file, sheets) for file, sheets in given if not isinstance(sheets, Failure)], wanted)
    if isinstance(taken, Failure):
        return _refuse(taken.problems, lang)
    assert target.output is not None
    return _write_new(taken, target, files, lang)


def _write_new(taken: Taken, target: Target, files: Sequence[Path], lang: str) -> int:
    assert target.output is not None
    place = drafting_files.target(target.output, "", taken.year)
    text = new_input(taken, [file.name for file in files], place.way)
    if target.only_shown:
        click.echo(text)
    else:
        made = drafting_files.create(place, text)
        if isinstance(made, Failure):
            return _refuse(made.problems, lang)
        for file in made.files:
            click.echo(say("written", lang, file=file))
    _tell(taken, lang)
    return GOOD


def _tell(taken: Taken, lang: str) -> None:
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


def _wanted(columns: str, year: str, lang: str) -> Wanted:
    if year and isinstance(Year.read(Words(year)), Flaw):
        raise click.UsageError(say("bad year", lang, text=year))
    return Wanted(int(year) if year else None, _columns(columns, lang))


def _columns(text: str, lang: str) -> Mapping[int, Column]:
    """`F=thực hiện,G=kế hoạch:tỉnh`; what stands behind a comma without a sign belongs to the one before."""
    pieces: list[str] = []
    for piece in text.split(","):
        if "=" in piece or not pieces:
            pieces.append(piece)
        else:
            pieces[-1] += f",{piece}"
    found: dict[int, Column] = {}
    for piece in filter(str.strip, pieces):
        name, _, meant = piece.partition("=")
        column = read_column(meant)
        letters = name.strip().upper()
        if column is None or not letters.isascii() or not letters.isalpha() or len(letters) > 3:
            raise click.UsageError(say("bad columns", lang, text=piece.strip()))
        found[_number(letters)] = column
    return found


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _refuse(problems: Sequence[Problem], lang: str) -> int:
    click.echo(as_text(problems, {}, Style.on(sys.stderr, lang)), err=True)
    return ERRORS
