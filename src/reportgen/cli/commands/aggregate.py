"""`reportgen aggregate`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportgen.cli.language import chosen
from reportgen.cli.options import PATH, command
from reportgen.cli.words import told


@command("aggregate")
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar=f"{told('input')}...")
@click.option(
    "output", "--output", "-o", type=PATH, required=True, metavar=told("input"), help=told("aggregate output")
)
@click.option("--force", is_flag=True, help=told("aggregate force"))
@click.option("--matches", type=PATH, metavar=told("input"), help=told("aggregate matches"))
@click.option("--expected", type=PATH, metavar=told("list"), help=told("aggregate expected"))
@click.option("--published", type=PATH, metavar=told("input"), help=told("aggregate published"))
@click.option("--unit", default="", metavar=told("words"), help=told("aggregate unit"))
@click.option("--year", type=int, metavar=told("words"), help=told("aggregate year"))
def aggregate(inputs: tuple[Path, ...], output: Path, **given: Any) -> int:
    """Add units up; the exit code."""
    from reportgen.cli.aggregating import Wanted, aggregate_all

    return aggregate_all(inputs, Wanted(output, **given), chosen())
