"""Figures that were taken over, brought into an input: a new one, or one that exists."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.column_names import columns
from reportgen.cli.noting import refuse, tell
from reportgen.cli.words import say
from reportgen.drafting.files import create
from reportgen.drafting.files import target as place_for
from reportgen.files.replace import replace_file
from reportgen.intake.cells import Sheet
from reportgen.intake.merging import Answer, Choice, Difference, Merged, merge
from reportgen.intake.taking import Given, Taken, Wanted, take
from reportgen.intake.writing import new_input
from reportgen.model import Conference
from reportgen.model.leaves import Words, Year
from reportgen.model.reading import Input, bind, read_input
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.show import Style, as_text, harmless
from reportgen.source import Source, parse_source
from reportgen.vietnamese.letters import fold

if TYPE_CHECKING:
    from reportgen.cli.importing import Target


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user says of the tables, and the input that their figures go into; None for a new one."""

    wanted: Wanted
    standing: Input | None


def asked(target: Target, said: tuple[str, str], lang: str) -> Asked:
    """What the options say, and the input that they name."""
    named, year = said
    given = read_input(target.into) if target.into is not None else None
    return Asked(Wanted(year_of(year, given, lang), columns(named, lang)), given)


def bring(read: Mapping[Path, tuple[Sheet, ...] | Failure], target: Target, wanted: Asked, lang: str) -> int:
    """Take the files' figures over; the exit code."""
    problems = [problem for sheets in read.values() if isinstance(sheets, Failure) for problem in sheets.problems]
    if problems:
        return refuse(problems, lang)
    given = [Given(file, sheets) for file, sheets in read.items() if not isinstance(sheets, Failure)]
    taken = take(given, wanted.wanted)
    if isinstance(taken, Failure):
        return refuse(taken.problems, lang)
    if wanted.standing is not None:
        return _write_into(wanted.standing, taken, target, lang)
    assert target.output is not None
    return _write_new(taken, (target.output, target.only_shown), list(read), lang)


def year_of(said: str, given: Input | None, lang: str) -> int | None:
    """The year under review: as the user says, else that of the input."""
    if said:
        year = Year.read(Words(said))
        if not isinstance(year, Year):
            raise click.UsageError(say("bad year", lang, text=said))
        return year.number
    return given.conference.year.number if given is not None and given.conference is not None else None


def _write_new(taken: Taken, target: tuple[Path, bool], files: Sequence[Path], lang: str) -> int:
    """Write a new input, or show it; the exit code."""
    output, only_shown = target
    place = place_for(output, taken.unit, taken.year)
    text = new_input(taken, [file.name for file in files], place.way)
    if only_shown:
        click.echo(text)
    else:
        made = create(place, text)
        if isinstance(made, Failure):
            return refuse(made.problems, lang)
        for file in made.files:
            click.echo(say("written", lang, file=file))
    tell(taken, lang)
    return GOOD


def _write_into(given: Input, taken: Taken, target: Target, lang: str) -> int:
    """Put the figures into the input; only shown as a diff where that is wanted. The exit code."""
    path, source = given.path, given.source
    if given.conference is None or source.root is None:
        click.echo(as_text(given.problems, {path: source.lines}, Style.on(sys.stderr, lang)), err=True)
        return ERRORS
    merged = merge(source, taken, _answers(target, path, lang))
    tell(taken, lang)
    _tell_differences(merged, source, lang)
    if merged.text == source.text:
        click.echo(say("import nothing", lang, file=path, same=merged.same))
        return GOOD
    if not only_changed(given, merged.text, "indicators"):
        return refuse([Problem("N152", Place(path), {"file": str(path)})], lang)
    failed = put(given, merged.text, target, lang)
    if failed is not None:
        return failed
    counts = {"added": merged.added, "filled": merged.filled, "changed": merged.changed, "same": merged.same}
    click.echo(say("import would" if target.only_shown else "import done", lang, file=path, **counts))
    return GOOD


def put(given: Input, text: str, target: Target, lang: str) -> int | None:
    """Put the text in the input's place, or show what would change; the exit code where that fails."""
    path, source = given.path, given.source
    if target.only_shown:
        click.echo("".join(_diff(source.text, text, str(path))))
        return None
    mark = codecs.BOM_UTF8 if source.raw.startswith(codecs.BOM_UTF8) else b""
    try:
        replace_file(path, mark + text.encode())
    except OSError as error:
        values = {"file": str(path), "reason": error.strerror or str(error)}
        return refuse([Problem("B922", Place(path), values)], lang)
    return None


def only_changed(given: Input, text: str, attribute: str = "") -> bool:
    """Whether the changed text can be read, and says the same as before but for that attribute of the conference."""
    after = bind(parse_source(given.path, text.encode()))
    if after.conference is None or given.conference is None:
        return False
    names = (name for name in Conference.model_fields if name != attribute)
    return all(getattr(after.conference, name) == getattr(given.conference, name) for name in names)


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


ANSWERS = {
    **dict.fromkeys(("", "k", "khong", "n", "no"), Choice.OLD),
    **dict.fromkeys(("c", "co", "y", "yes"), Choice.NEW),
}
"""What the user may type, folded."""


def _asked(difference: Difference, file: Path, lang: str) -> Choice:
    values = {"line": difference.standing.place.line, "file": file, "name": difference.name, "what": difference.what}
    text = say("import ask", lang, old=difference.old, new=difference.new, cell=difference.cell, **values)
    while True:
        answer = click.prompt(harmless(text), default="", show_default=False)
        chosen = ANSWERS.get(fold(answer.strip()))
        if chosen is not None:
            return chosen
        click.echo(say("import ask again", lang))


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
