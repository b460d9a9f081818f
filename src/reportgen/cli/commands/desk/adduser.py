"""`reportgen desk adduser`."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli import options
from reportgen.cli.language import chosen
from reportgen.cli.words import told


@options.command("adduser", "desk adduser")
@click.argument("file", type=options.PATH, metavar=told("desk file"))
@click.argument("name", metavar=told("desk name"))
def adduser_command(file: Path, name: str) -> int:
    """Add a person, or change a password; the exit code."""
    from reportgen.cli.desk_people import adduser

    return adduser(file, name, chosen())
