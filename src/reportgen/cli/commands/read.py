"""`reportgen read`."""

from __future__ import annotations

import click

from reportgen.cli.language import chosen
from reportgen.cli.options import command, form
from reportgen.cli.words import told


@command("read")
@click.argument("texts", nargs=-1, required=True, metavar=f"[{told('text')}|-]...")
@form("text", "json")
def read(texts: tuple[str, ...], form: str) -> int:
    """Show how the figures of texts are understood; the exit code."""
    from reportgen.cli.reading import read_all

    if texts != ("-",):
        return read_all(texts, form, chosen())
    with click.open_file("-", encoding="utf-8", errors="replace") as lines:
        return read_all(lines, form, chosen())
