"""`reportgen archive versions`."""

from __future__ import annotations

from pathlib import Path

from reportgen.cli.commands.archive.options import command, form, identifier
from reportgen.cli.language import chosen


@command("versions")
@identifier()
@form("text", "json", "csv")
def versions_command(root: Path, identifier: str, form: str) -> int:
    """Show all versions of a paper; the exit code."""
    from reportgen.cli.archiving import show_versions

    return show_versions(root, identifier, form, chosen())
