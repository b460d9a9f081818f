"""`reportgen archive add`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportgen.cli.commands.archive.options import PATH, command
from reportgen.cli.language import chosen
from reportgen.cli.words import told


@command("add")
@click.argument("folders", nargs=-1, type=PATH, metavar=f"[{told('folder')}]...")
@click.option("--signed", multiple=True, type=PATH, metavar=told("input"), help=told("signed"))
@click.option("--differing", is_flag=True, help=told("differing"))
@click.option("source", "--input", type=PATH, metavar=told("input"), help=told("source"))
@click.option("fields", "--set", multiple=True, metavar=told("field value"), help=told("set field"))
def add_command(folders: tuple[Path, ...], root: Path, **options: Any) -> int:
    """Put sets of papers and signed papers into the archive; the exit code."""
    from reportgen.cli.archiving import Given, add_all

    if not folders and not options["signed"]:
        raise click.UsageError(told("nothing to add"))
    return add_all(folders, root, Given(**options), chosen())
