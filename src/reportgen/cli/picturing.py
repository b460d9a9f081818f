"""`reportgen import FOLDER`: photographs of a folder as proposals for an article's pictures."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.bringing import only_changed, put, year_of
from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.noting import refuse
from reportgen.cli.scaffolding import year_due
from reportgen.cli.words import say
from reportgen.drafting.files import create, target
from reportgen.drafting.fresh import Answers, fill, parts
from reportgen.intake.photographs import PRESS, Album, album, in_new, with_proposals
from reportgen.model.reading import Input, read_input
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.show import Style, as_text
from reportgen.source import parse_source

if TYPE_CHECKING:
    from reportgen.cli.importing import Target


def propose(folders: Sequence[Path], wanted: Target, year: str, lang: str) -> int:
    """Propose the folders' photographs; the exit code."""
    file = wanted.into or wanted.output
    assert file is not None
    found = [album(folder, file.parent) for folder in dict.fromkeys(folders)]
    problems = [problem for one in found if isinstance(one, Failure) for problem in one.problems]
    if problems:
        return refuse(problems, lang)
    albums = [one for one in found if isinstance(one, Album)]
    unread = [problem for one in albums for problem in one.problems]
    if unread:
        click.echo(as_text(unread, {}, Style.on(sys.stderr, lang)), err=True)
    given = read_input(wanted.into) if wanted.into is not None else None
    number = year_of(year, given, lang) or _year(albums)
    done = (
        _into(given, albums, wanted, lang)
        if given is not None
        else _new(albums, file, (number, wanted.only_shown), lang)
    )
    if done == GOOD:
        click.echo(say("pictures proposed", lang, count=sum(len(one.photographs) for one in albums), file=file))
    return done


def _year(albums: Sequence[Album]) -> int:
    """The year in which the pictures were taken; without any the one whose conference is due."""
    taken = [photograph.taken for one in albums for photograph in one.photographs if photograph.taken is not None]
    return year_due((max(taken) if taken else datetime.now().astimezone()).date())


def _new(albums: Sequence[Album], file: Path, year: tuple[int, bool], lang: str) -> int:
    number, only_shown = year
    place, answers = target(file, "", number), Answers(number)
    filled = ((name, fill(name, answers, place.way)) for name in parts())
    text = "\n".join(in_new(part, albums) if name == PRESS else part for name, part in filled)
    if only_shown:
        click.echo(text)
        return GOOD
    made = create(place, text)
    if isinstance(made, Failure):
        return refuse(made.problems, lang)
    return GOOD


def _into(given: Input, albums: Sequence[Album], wanted: Target, lang: str) -> int:
    source = given.source
    if given.conference is None or source.root is None:
        click.echo(as_text(given.problems, {given.path: source.lines}, Style.on(sys.stderr, lang)), err=True)
        return ERRORS
    text = source.text
    for one in albums:
        text = with_proposals(parse_source(given.path, text.encode()), one)
    if text == source.text:
        click.echo(say("pictures known", lang, file=given.path))
        return GOOD
    if not only_changed(given, text):
        return refuse([Problem("N152", Place(given.path), {"file": str(given.path)})], lang)
    failed = put(given, text, wanted, lang)
    return GOOD if failed is None else failed
