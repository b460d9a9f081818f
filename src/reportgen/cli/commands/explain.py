"""`reportgen explain`."""

from __future__ import annotations

import click

from reportgen.cli.language import chosen
from reportgen.cli.options import command
from reportgen.cli.words import told


@command("explain")
@click.argument("name", metavar=told("what"), nargs=-1, required=True)
def explain(name: tuple[str, ...]) -> int:
    """Say what a code or a key means; the exit code. A key of several words needs no quotes."""
    from reportgen.cli.explaining import explain

    return explain(" ".join(name), chosen())
