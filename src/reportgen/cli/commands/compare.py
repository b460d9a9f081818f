"""`reportgen compare`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportgen.cli import options
from reportgen.cli.language import chosen
from reportgen.cli.words import told


@options.command("compare")
@click.argument("edited", type=options.PATH, metavar=told("edited"))
@options.file()
@options.form("text", "json")
@click.option("--write", is_flag=True, help=told("compare write"))
@click.option("--figures", is_flag=True, help=told("compare figures"))
@click.option("--paper", default="", metavar=told("paper"), help=told("compare paper"))
def compare(edited: Path, file: Path, form: str, *, write: bool, **asked: Any) -> int:
    """Hold an edited Word file against its input; the exit code."""
    from reportgen.cli.returning import compare_all
    from reportgen.compare.comparison import Asked

    return compare_all(Asked(edited, file, asked["paper"], asked["figures"]), form, chosen(), write=write)
