"""How the archive's commands print: problems on their stream."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from reportgen.cli.codes import ERRORS
from reportgen.problems import Failure, Problem
from reportgen.problems.show import Style, as_json, as_text


def tell(problems: Sequence[Problem], lang: str) -> None:
    """Problems on the stream for them."""
    if problems:
        click.echo(as_text(problems, {}, Style.on(sys.stderr, lang)), err=True)


def refuse(failure: Failure, form: str, lang: str) -> int:
    """Say why there is no answer; the exit code."""
    if form == "json":
        click.echo(as_json(failure.problems, lang))
    else:
        tell(failure.problems, lang)
    return ERRORS
