"""`reportgen archive reindex`."""

from __future__ import annotations

from pathlib import Path

from reportgen.cli.commands.archive.options import command
from reportgen.cli.language import chosen


@command("reindex")
def reindex_command(root: Path) -> int:
    """Make the index anew; the exit code."""
    from reportgen.cli.proving import reindex_all

    return reindex_all(root, chosen())
