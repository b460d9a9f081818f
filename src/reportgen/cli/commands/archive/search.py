"""`reportgen archive search`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportgen.cli.commands.archive.options import asked, command, form
from reportgen.cli.language import chosen
from reportgen.cli.words import told


@command("search")
@click.argument("words", nargs=-1, metavar=f"[{told('words')}]...")
@asked("year")
@asked("unit")
@asked("kind")
@asked("person")
@asked("field")
@click.option("--limit", type=click.IntRange(min=1), metavar=told("count"), help=told("limit"))
@form("text", "json", "csv")
def search_command(root: Path, words: tuple[str, ...], form: str, **filters: Any) -> int:
    """Find papers by their words and fields; the exit code."""
    from reportgen.cli.finding import search_all

    if not words and not any(value for name, value in filters.items() if name != "limit"):
        raise click.UsageError(told("nothing to search"))
    wanted = {name: value for name, value in filters.items() if value}
    return search_all(root, " ".join(words), wanted, form, chosen())
