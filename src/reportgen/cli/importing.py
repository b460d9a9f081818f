"""`reportgen import`: figures from tables into an input, a new one or one that exists."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

import click

from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.whole_files import whole_file, write_whole
from reportgen.cli.words import say
from reportgen.drafting import files as drafting_files
from reportgen.files.replace import replace_file
from reportgen.intake.columns import Column, read_column
from reportgen.intake.merging import Answer, Choice, Difference, Merged, merge
from reportgen.intake.notes import Note
from reportgen.intake.opening import read_sheets
from reportgen.intake.taking import Given, Taken, Wanted, take
from reportgen.intake.writing import new_input
from reportgen.model import Conference
from reportgen.model.leaves import Words, Year
from reportgen.model.reading import Input, bind, read_input
from reportgen.problems import Failure, Flaw, Place, Problem, Severity
from reportgen.problems.catalog import severity
from reportgen.problems.show import Style, as_text, harmless, told, with_carets
from reportgen.source import Source, parse_source


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
    whole = whole_file(files, target.output, lang, wanted.year)
    if whole is not None:
        return write_whole(whole, target.only_shown, lang)
    standing = read_input(target.into) if target.into is not None else None
    if standing is not None and standing.conference is not None and wanted.year is None:
        wanted = replace(wanted, year=standing.conference.year.number)
    taken = _taken(files, wanted)
    if isinstance(taken, Failure):
        return _refuse(taken.problems, lang)
    if standing is not None:
        return _write_into(standing, taken, target, lang)
    assert target.output is not None
    return _write_new(taken, (target.output, target.only_shown), files, lang)


def _taken(files: Sequence[Path], wanted: Wanted) -> Taken | Failure:
    """What all files say; the problems of all that cannot be read."""
    given = [(file, read_sheets(file)) for file in dict.fromkeys(files)]
    problems = [problem for _, sheets in given if isinstance(sheets, Failure) for problem in sheets.problems]
    if problems:
        return Failure(tuple(problems))
    return take([Given(file, sheets) for file, sheets in given if not isinstance(sheets, Failure)], wanted)


def _write_new(taken: Taken, target: tuple[Path, bool], files: Sequence[Path], lang: str) -> int:
    output, only_shown = target
    place = drafting_files.target(output, "", taken.year)
    text = new_input(taken, [file.name for file in files], place.way)
    if only_shown:
        click.echo(text)
    else:
        made = drafting_files.create(place, text)
        if isinstance(made, Failure):
            return _refuse(made.problems, lang)
        for file in made.files:
            click.echo(say("written", lang, file=file))
    _tell(taken, lang)
    return GOOD


def _write_into(standing: Input, taken: Taken, target: Target, lang: str) -> int:
    """Put the figures into the input; only shown as a diff where that is wanted."""
    path, source = standing.path, standing.source
    if standing.conference is None or source.root is None:
        click.echo(as_text(standing.problems, {path: source.lines}, Style.on(sys.stderr, lang)), err=True)
        return ERRORS
    merged = merge(source, taken, _answers(target, path, lang))
    _tell(taken, lang)
    _tell_differences(merged, source, lang)
    if merged.text == source.text:
        click.echo(say("import nothing", lang, file=path, same=merged.same))
        return GOOD
    if not _only_indicators_changed(standing, merged.text):
        return _refuse([Problem("N152", Place(path), {"file": str(path)})], lang)
    if target.only_shown:
        click.echo("".join(_diff(source.text, merged.text, str(path))))
    else:
        mark = codecs.BOM_UTF8 if source.raw.startswith(codecs.BOM_UTF8) else b""
        try:
            replace_file(path, mark + merged.text.encode())
        except OSError as error:
            values = {"file": str(path), "reason": error.strerror or str(error)}
            return _refuse([Problem("B922", Place(path), values)], lang)
    counts = {"added": merged.added, "filled": merged.filled, "changed": merged.changed, "same": merged.same}
    click.echo(say("import would" if target.only_shown else "import done", lang, file=path, **counts))
    return GOOD


def _only_indicators_changed(standing: Input, text: str) -> bool:
    """Whether the changed text can be read, and says the same as before but for its indicators."""
    after = bind(parse_source(standing.path, text.encode()))
    if after.conference is None or standing.conference is None:
        return False
    names = (name for name in Conference.model_fields if name != "indicators")
    return all(getattr(after.conference, name) == getattr(standing.conference, name) for name in names)


def _diff(old: str, new: str, name: str) -> Iterator[str]:
    for line in unified_diff(old.splitlines(), new.splitlines(), name, name, lineterm=""):
        yield f"{harmless(line)}\n"


def _answers(target: Target, file: Path, lang: str) -> Answer:
    """How differences are answered: as `--take` says, else by asking; nobody to ask keeps the old."""
    if target.taken:
        return lambda _: Choice(target.taken)
    if target.only_shown or not sys.stdin.isatty():
        return lambda _: Choice.OLD
    return lambda difference: _asked(difference, file, lang)


def _asked(difference: Difference, file: Path, lang: str) -> Choice:
    values = {"line": difference.standing.place.line, "file": file, "name": difference.name, "what": difference.what}
    text = say("import ask", lang, old=difference.old, new=difference.new, cell=difference.cell, **values)
    return Choice.NEW if click.confirm(harmless(text), default=False) else Choice.OLD


def _tell_differences(merged: Merged, source: Source, lang: str) -> None:
    """The figures that differ, each at its line, and what became of them."""
    problems = [
        Problem(
            "N151" if chosen is Choice.OLD else "N153",
            difference.standing.place,
            {
                "key": difference.key,
                "what": difference.what,
                "old": difference.old,
                "new": difference.new,
                "cell": difference.cell,
            },
        )
        for difference, chosen in merged.differences
    ]
    if problems:
        click.echo(as_text(problems, {source.path: source.lines}, Style.on(sys.stderr, lang)), err=True)


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
