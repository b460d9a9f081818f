"""`reportgen desk` and its commands."""

from __future__ import annotations

import click

from reportgen.cli.lazy import LazyGroup
from reportgen.cli.options import group_settings, spoken
from reportgen.cli.words import told

COMMANDS = ("open", "adduser", "removeuser")
HELP = frozenset({"--help", "-h"})


class _OpensByItself(LazyGroup):
    """`reportgen desk [FOLDER]` is `reportgen desk open [FOLDER]`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments, with the first command's name where none is given."""
        named = bool(args) and (args[0] in COMMANDS or args[0] in HELP)
        return super().parse_args(ctx, args if named else [COMMANDS[0], *args])


@spoken
@click.group(
    "desk",
    cls=_OpensByItself,
    lazy_subcommands={name: f"reportgen.cli.commands.desk.{name}.{name}_command" for name in COMMANDS},
    help=told("desk"),
    **group_settings(),
)
def desk() -> None:
    """The work in a browser, and who may do it."""
