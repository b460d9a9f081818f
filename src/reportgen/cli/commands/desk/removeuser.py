"""`reportgen desk removeuser`."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli import options
from reportgen.cli.language import chosen
from reportgen.cli.words import told


@options.command("removeuser", "desk removeuser")
@click.argument("file", type=options.PATH, metavar=told("desk file"))
@click.argument("name", metavar=told("desk name"))
def removeuser_command(file: Path, name: str) -> int:
    """Take a person out; the exit code."""
    from reportgen.cli.desk_people import removeuser

    return removeuser(file, name, chosen())
