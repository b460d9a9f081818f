"""`reportgen archive list`."""

from __future__ import annotations

from pathlib import Path

from reportgen.cli.commands.archive.options import asked, command, form
from reportgen.cli.language import chosen


@command("list")
@asked("year")
@asked("unit")
@form("text", "json", "csv")
def list_command(root: Path, form: str, year: int | None, unit: str | None) -> int:
    """Show the additions; the exit code."""
    from reportgen.cli.archiving import list_all

    return list_all(root, (year, unit), form, chosen())
