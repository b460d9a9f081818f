"""`reportgen papers`."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.options import PATH, command
from reportgen.cli.words import told


@command("papers")
@click.argument("place", metavar=f"[{told('input or folder')}]", required=False, default=Path("inputs"), type=PATH)
def papers(place: Path) -> int:
    """List the papers that can be built, for an input which of them are and what the others lack; the exit code."""
    from reportgen.cli.listing import list_for_input, list_papers

    return list_papers(place) if place.is_dir() or not place.exists() else list_for_input(place)
