"""`reportgen archive` and its commands."""

from __future__ import annotations

import click

from reportgen.cli.lazy import LazyGroup
from reportgen.cli.options import group_settings, spoken
from reportgen.cli.words import told

COMMANDS = ("add", "list", "show", "versions", "extract", "search", "figure", "export", "verify", "seal", "reindex")


@spoken
@click.group(
    "archive",
    cls=LazyGroup,
    lazy_subcommands={name: f"reportgen.cli.commands.archive.{name}.{name}_command" for name in COMMANDS},
    help=told("archive"),
    **group_settings(),
)
def archive() -> None:
    """The papers of many years."""
