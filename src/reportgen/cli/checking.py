"""`reportgen check`: all problems of the inputs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from reportgen.checks import check
from reportgen.cli.codes import ERRORS, exit_code
from reportgen.cli.inputs import chosen_inputs
from reportgen.cli.words import say
from reportgen.model.reading import Input, read_input
from reportgen.problems import Failure, Problem, in_order
from reportgen.problems.catalog import has_errors
from reportgen.problems.show import Style, as_json, as_text, summary

Finder = Callable[[Input], tuple[Problem, ...]]
"""What finds the problems of an input."""


def found_in(given: Input) -> tuple[Problem, ...]:
    """The problems of the input alone."""
    if given.conference is None or not given.conference.letterheads:
        return check(given)
    from reportgen.papers import unknown_letterheads

    return in_order([*check(given), *unknown_letterheads(given)])


def found_with(archive: Path) -> Finder:
    """What finds the problems of an input by itself and against an archive."""
    from reportgen.archive.figures import against_archive

    return lambda given: in_order([*found_in(given), *against_archive(given, archive)])


def check_all(given: Sequence[Path], find: Finder, form: str, lang: str) -> int:
    """Check and report; the exit code."""
    inputs = chosen_inputs(given)
    if isinstance(inputs, Failure):
        click.echo(as_json(inputs.problems, lang) if form == "json" else as_text(inputs.problems, {}, Style(lang)))
        return ERRORS
    everything: list[Problem] = []
    failed: list[bool] = []
    style = Style.on(sys.stdout, lang)
    for file in inputs:
        read = read_input(file)
        problems = find(read)
        failed.append(has_errors(problems))
        everything += problems
        if form == "text":
            if problems:
                click.echo(as_text(problems, {read.path: read.source.lines}, style))
            count = summary(problems, lang)
            click.echo(say("found" if count else "no problems", lang, input=file, summary=count))
    if form == "json":
        click.echo(as_json(everything, lang))
    return exit_code(failed)
