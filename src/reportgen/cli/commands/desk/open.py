"""`reportgen desk open`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportgen.cli import options
from reportgen.cli.language import chosen
from reportgen.cli.words import told


@options.command("open", "desk open help")
@click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", metavar=f"[{told('folder')}]"
)
@click.option("--port", type=click.IntRange(0, 65535), default=None, metavar=told("count"), help=told("desk port"))
@click.option("--host", default="127.0.0.1", metavar=told("desk address"), help=told("desk host"))
@click.option("--users", type=options.PATH, default=None, metavar=told("desk file"), help=told("desk users"))
@click.option("--behind-proxy", default="", metavar=told("desk name"), help=told("desk proxy"))
@click.option("--insecure", is_flag=True, help=told("desk insecure"))
def open_command(folder: Path, **asked: Any) -> int:
    """Serve the folder's inputs to the browser until stopped; the exit code."""
    from reportgen.cli.desking import Asked, desk

    return desk(folder, Asked(**asked), chosen())
