"""`reportgen archive seal`."""

from __future__ import annotations

from pathlib import Path

from reportgen.cli.commands.archive.options import command, target
from reportgen.cli.language import chosen


@command("seal")
@target("seal to")
def seal_command(root: Path, target: Path | None) -> int:
    """Write the certificate of the archive's state; the exit code."""
    from reportgen.cli.proving import seal

    return seal(root, target, chosen())
