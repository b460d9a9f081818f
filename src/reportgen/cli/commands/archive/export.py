"""`reportgen archive export`."""

from __future__ import annotations

from pathlib import Path

from reportgen.cli.commands.archive.options import command, form, target
from reportgen.cli.language import chosen


@command("export")
@form("csv", "xml", "archivematica")
@target("export to")
def export_command(root: Path, form: str, target: Path | None) -> int:
    """Write the descriptive fields of all papers; the exit code."""
    from reportgen.cli.archiving import export_all

    return export_all(root, form, target, chosen())
