"""`reportgen desk`."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli import options
from reportgen.cli.language import chosen
from reportgen.cli.words import told


@options.command("desk")
@click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", metavar=f"[{told('folder')}]"
)
@click.option("--port", type=click.IntRange(0, 65535), default=None, metavar=told("count"), help=told("desk port"))
def desk(folder: Path, port: int | None) -> int:
    """Serve the folder's inputs to the browser until stopped; the exit code."""
    from reportgen.cli.desking import desk

    return desk(folder, port, chosen())
