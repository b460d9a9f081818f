"""`reportgen table`."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli import options
from reportgen.cli.language import chosen
from reportgen.cli.words import told


@options.command("table")
@options.file()
@click.option(
    "output",
    "--ra",
    "--output",
    "-o",
    type=options.PATH,
    required=True,
    metavar=told("table file"),
    help=told("table output"),
)
def table(file: Path, output: Path) -> int:
    """Write the indicators as a workbook to fill in; the exit code."""
    from reportgen.cli.handing import hand_out

    return hand_out(file, output, chosen())
