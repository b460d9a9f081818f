"""`reportgen archive show`."""

from __future__ import annotations

from pathlib import Path

from reportgen.cli.commands.archive.options import command, form, identifier
from reportgen.cli.language import chosen


@command("show")
@identifier()
@form("text", "json")
def show_command(root: Path, identifier: str, form: str) -> int:
    """Show one addition; the exit code."""
    from reportgen.cli.archiving import show_one

    return show_one(root, identifier, form, chosen())
