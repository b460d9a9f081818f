"""`reportgen fmt`."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.language import chosen
from reportgen.cli.options import command, inputs
from reportgen.cli.words import told


@command("fmt")
@inputs(required=True)
@click.option("--check", is_flag=True, help=told("fmt check"))
def fmt(inputs: tuple[Path, ...], check: bool) -> int:
    """Mend what is certain in the inputs; the exit code."""
    from reportgen.cli.repairing import repair_all

    return repair_all(inputs, chosen(), only_told=check)
