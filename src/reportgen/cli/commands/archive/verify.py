"""`reportgen archive verify`."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.commands.archive.options import command, form
from reportgen.cli.language import chosen
from reportgen.cli.words import told


@command("verify")
@click.option("--deep", is_flag=True, help=told("deep"))
@click.option("--head", default="", metavar=told("hash"), help=told("head option"))
@form("text", "json")
def verify_command(root: Path, deep: bool, head: str, form: str) -> int:
    """Prove that nothing has changed; the exit code."""
    from reportgen.cli import proving

    return (proving.verify_deeply if deep else proving.verify_quickly)(root, head, form, chosen())
