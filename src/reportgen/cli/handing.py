"""`reportgen table`: the indicators of an input as a workbook for the departments."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.noting import refuse
from reportgen.cli.words import say
from reportgen.figures.ledger import Ledger
from reportgen.files.replace import create_file
from reportgen.intake.book import book
from reportgen.intake.handing_out import sheets_out
from reportgen.intake.wordings import handed
from reportgen.model.reading import read_input
from reportgen.problems import Place, Problem
from reportgen.problems.show import Style, as_text


def hand_out(file: Path, output: Path, lang: str) -> int:
    """Write the workbook; the exit code."""
    given = read_input(file)
    if given.conference is None:
        click.echo(as_text(given.problems, {given.path: given.source.lines}, Style.on(sys.stderr, lang)), err=True)
        return ERRORS
    sheets = sheets_out(Ledger(given.conference))
    if not sheets:
        return refuse([Problem("N161", Place(file), {"file": str(file)})], lang)
    title = handed("tiêu đề", year=given.conference.year.number, unit=given.conference.unit.name)
    try:
        written = create_file(output, book(sheets, title))
    except OSError as error:
        values = {"file": str(output), "reason": error.strerror or str(error)}
        return refuse([Problem("B922", Place(output), values)], lang)
    if not written:
        return refuse([Problem("B921", Place(output), {"file": str(output)})], lang)
    rows = sum(len(sheet.rows) for sheet in sheets)
    click.echo(say("table written", lang, file=output, sheets=len(sheets), indicators=rows))
    return GOOD
