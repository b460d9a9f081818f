"""The program: its commands as one group, and how a run of it ends."""

from __future__ import annotations

import click

from reportgen import __version__
from reportgen.cli.lazy import LazyGroup
from reportgen.cli.options import group_settings, spoken
from reportgen.cli.words import told

COMMANDS = (
    "init", "import", "table", "check", "verify", "proofread", "fmt", "build", "compare", "desk", "preview",
    "headlines", "papers", "read", "explain", "archive",
    "collect", "aggregate",
)  # fmt: skip
"""In the order of the work, as the manual tells of them; the help sorts them."""
_MODULES = {"import": "import_"}
"""Commands whose name is a word of the language that the program is written in."""


@spoken
@click.group(
    "reportgen",
    cls=LazyGroup,
    lazy_subcommands={name: "reportgen.cli.commands.{0}.{0}".format(_MODULES.get(name, name)) for name in COMMANDS},
    help=told("main"),
    context_settings={"help_option_names": ["--help", "-h"]},
    **group_settings(),
)
@click.version_option(__version__, prog_name="reportgen", message="%(prog)s %(version)s", help=told("version"))
def program() -> None:
    """All commands."""
