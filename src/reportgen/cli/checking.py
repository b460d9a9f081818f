"""`reportgen check`: all problems of the inputs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reportgen.bind import has_errors, read_input
from reportgen.checks import check
from reportgen.cli.codes import ERRORS, exit_code
from reportgen.cli.inputs import chosen_inputs
from reportgen.cli.words import say
from reportgen.problems import Problem
from reportgen.show import Style, as_json, as_text, summary


def check_all(given: Sequence[Path], form: str, lang: str) -> int:
    """Check and report; the exit code."""
    inputs = chosen_inputs(given)
    if isinstance(inputs, Problem):
        click.echo(as_json([inputs], lang) if form == "json" else as_text([inputs], {}, Style(lang)))
        return ERRORS
    everything: list[Problem] = []
    failed: list[bool] = []
    style = Style.on(sys.stdout, lang)
    for file in inputs:
        read = read_input(file)
        problems = check(read)
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
