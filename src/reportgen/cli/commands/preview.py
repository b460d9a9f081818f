"""`reportgen preview`."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli import options
from reportgen.cli.language import chosen
from reportgen.cli.words import told


@options.command("preview")
@options.file()
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar=told("count"), help=told("port"))
def preview(file: Path, port: int) -> int:
    """Show the papers in a browser until stopped; the exit code."""
    from reportgen.cli.desking import preview

    return preview(file, port, chosen())
