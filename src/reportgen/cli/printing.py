"""How the archive's commands print: problems on their stream, tables for spreadsheets."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Sequence

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


def as_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table for spreadsheets: no cell begins with a sign that makes a formula of it."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return target.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
