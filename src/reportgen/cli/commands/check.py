"""`reportgen check`."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.language import chosen
from reportgen.cli.options import PATH, command, form, inputs
from reportgen.cli.words import told


@command("check")
@inputs()
@click.option("--archive", type=PATH, default=None, metavar=told("folder"), help=told("against archive"))
@form("text", "json")
def check(inputs: tuple[Path, ...], archive: Path | None, form: str) -> int:
    """Say what is wrong with the inputs; the exit code."""
    from reportgen.cli.checking import check_all, found_in, found_with

    return check_all(inputs, found_with(archive) if archive else found_in, form, chosen())
