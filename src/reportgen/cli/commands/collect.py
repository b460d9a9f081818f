"""`reportgen collect`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportgen.cli.language import chosen
from reportgen.cli.options import PATH, command
from reportgen.cli.words import told


@command("collect")
@click.argument("folder", type=PATH, metavar=told("folder"))
@click.option("--expected", type=PATH, metavar=told("list"), help=told("collect expected"))
@click.option("--archive", type=PATH, metavar=told("folder"), help=told("collect archive"))
@click.option("output", "--output", "-o", type=PATH, metavar=told("words"), help=told("collect output"))
@click.option("--reminders", type=PATH, metavar=told("folder"), help=told("collect reminders"))
@click.option("--due", default="", metavar=told("words"), help=told("collect due"))
@click.option("--year", type=int, metavar=told("words"), help=told("collect year"))
def collect(folder: Path, **given: Any) -> int:
    """Tell who has sent what; the exit code."""
    from reportgen.cli.collecting import Wanted, collect_all

    return collect_all(folder, Wanted(**given), chosen())
