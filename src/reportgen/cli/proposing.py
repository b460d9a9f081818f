"""`reportgen headlines`: three headlines for the article, to choose from."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reportgen.checks import check
from reportgen.cli.codes import ERRORS, GOOD
from reportgen.figures.ledger import Ledger
from reportgen.figures.phrase import plain
from reportgen.model.reading import read_input
from reportgen.official.issuing import REPORT, REPORT_KIND
from reportgen.official.letterhead import head_of
from reportgen.press.headlines import headlines
from reportgen.problems.catalog import has_errors
from reportgen.problems.show import Style, as_text, harmless


def propose(file: Path, lang: str) -> int:
    """Print the proposals, one a line; the exit code."""
    given = read_input(file)
    problems = check(given)
    if given.conference is None or has_errors(problems):
        click.echo(as_text(problems, {given.path: given.source.lines}, Style.on(sys.stderr, lang)), err=True)
        return ERRORS
    for number, proposal in enumerate(
        headlines(Ledger(given.conference), head_of(given.conference, REPORT, REPORT_KIND)), 1
    ):
        click.echo(harmless(f"{number}. {plain(proposal)}"))
    return GOOD
