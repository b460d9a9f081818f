"""`reportgen headlines`."""

from __future__ import annotations

from pathlib import Path

from reportgen.cli import options
from reportgen.cli.language import chosen


@options.command("headlines")
@options.file()
def headlines(file: Path) -> int:
    """Propose headlines for the article; the exit code."""
    from reportgen.cli.proposing import propose

    return propose(file, chosen())
