"""`reportgen import`: what the user says, the files read, what is told of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import click

from reportgen.cli.codes import ERRORS
from reportgen.cli.words import say
from reportgen.intake.columns import Column, read_column
from reportgen.intake.notes import Note
from reportgen.intake.opening import read_sheets
from reportgen.intake.taking import Given, Taken, Wanted, take
from reportgen.problems import Failure, Problem, Severity
from reportgen.problems.catalog import severity
from reportgen.problems.show import Style, as_text, told, with_carets

AT_ONCE = 2
"""Files that are read at one time."""
LETTERS = 3
"""Letters of the last column: XFD."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where the figures go: a new file or one that exists; whether it is only shown; what is taken where both differ:
    `new`, `old`, "" to ask."""

    output: Path | None
    into: Path | None
    only_shown: bool = False
    taken: str = ""


def bring_in(files: Sequence[Path], target: Target, said: tuple[str, str], lang: str) -> int:
    """Take over what the files hold; the exit code."""
    if (target.output is None) == (target.into is None):
        raise click.UsageError(say("import target", lang))
    kinds = {kind_of(file) for file in files}
    if len(kinds) > 1:
        raise click.UsageError(say("import one kind", lang))
    return WAYS[kinds.pop()](files, target, said, lang)


def kind_of(file: Path) -> str:
    """What a file is to `import`, a key of `WAYS`."""
    return "photographs" if file.is_dir() else "tables"


def _tables(files: Sequence[Path], target: Target, said: tuple[str, str], lang: str) -> int:
    """Figures from tables."""
    columns, year = said
    wanted = Wanted(None, _columns(columns, lang))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        reading = {file: pool.submit(read_sheets, file) for file in dict.fromkeys(files)}
        from reportgen.cli import bringing  # what it imports is imported while the files are read elsewhere

        standing = bringing.standing(target.into)
        wanted = replace(wanted, year=bringing.year_of(year, standing, lang))
        given = [(file, sheets.result()) for file, sheets in reading.items()]
    problems = [problem for _, sheets in given if isinstance(sheets, Failure) for problem in sheets.problems]
    if problems:
        return refuse(problems, lang)
    taken = take([Given(file, sheets) for file, sheets in given if not isinstance(sheets, Failure)], wanted)
    if isinstance(taken, Failure):
        return refuse(taken.problems, lang)
    if standing is not None:
        return bringing.write_into(standing, taken, target, lang)
    assert target.output is not None
    return bringing.write_new(taken, (target.output, target.only_shown), files, lang)


def _photographs(files: Sequence[Path], target: Target, said: tuple[str, str], lang: str) -> int:
    """Pictures of folders, as proposals."""
    from reportgen.cli.picturing import propose

    return propose(files, target, said[1], lang)


WAYS: Mapping[str, Callable[[Sequence[Path], Target, tuple[str, str], str], int]] = MappingProxyType(
    {"tables": _tables, "photographs": _photographs}
)
"""Kind of file → how it is taken over."""


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
        if column is None or not letters.isascii() or not letters.isalpha() or len(letters) > LETTERS:
            raise click.UsageError(say("bad columns", lang, text=piece.strip()))
        found[_number(letters)] = column
    return found


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
