"""`reportgen verify`."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli import options
from reportgen.cli.language import chosen
from reportgen.cli.words import told


@options.command("verify")
@click.argument("files", nargs=-1, required=True, metavar=f"{told('input')}...", type=options.PATH)
@options.form("text", "json")
@click.option("--regime", type=click.Choice(["nhà nước", "đảng"]), default=None, help=told("regime option"))
def verify(files: tuple[Path, ...], form: str, regime: str | None) -> int:
    """Hold finished files against the layout; the exit code."""
    from reportgen.cli.verifying import verify_all

    return verify_all(files, form, regime or "", chosen())
