"""`reportgen archive extract`."""

from __future__ import annotations

from pathlib import Path

from reportgen.cli.commands.archive.options import command, identifier, target
from reportgen.cli.language import chosen


@command("extract")
@identifier()
@target("extract to")
def extract_command(root: Path, identifier: str, target: Path | None) -> int:
    """Copy an addition's files out of the archive; the exit code."""
    from reportgen.cli.archiving import extract_one

    return extract_one(root, identifier, target or Path(), chosen())
