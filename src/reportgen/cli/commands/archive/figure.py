"""`reportgen archive figure`."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.commands.archive.options import asked, command, form
from reportgen.cli.language import chosen
from reportgen.cli.words import told


@command("figure")
@click.argument("words", nargs=-1, required=True, metavar=f"{told('words')}...")
@asked("unit")
@form("text", "csv", "json", "chart")
def figure_command(root: Path, words: tuple[str, ...], unit: str | None, form: str) -> int:
    """Show an indicator over the years; the exit code."""
    from reportgen.cli.comparing import figure_all

    return figure_all(root, " ".join(words), unit or "", form, chosen())
