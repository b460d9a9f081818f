"""A group of commands whose modules are imported when one is called or the help is shown, as click's manual has it
(“Lazily Loading Subcommands”): a run pays for the command that it runs."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click


class LazyGroup(click.Group):
    """`lazy_subcommands`: name of a command → the dotted name of its object, `reportgen.cli.commands.build.build`."""

    def __init__(self, *args: Any, lazy_subcommands: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy_subcommands = lazy_subcommands

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the help."""
        return sorted(self.lazy_subcommands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported at the first call; None for an unknown name."""
        if cmd_name in self.lazy_subcommands and cmd_name not in self.commands:
            module, _, name = self.lazy_subcommands[cmd_name].rpartition(".")
            self.add_command(getattr(importlib.import_module(module), name), cmd_name)
        return super().get_command(ctx, cmd_name)
