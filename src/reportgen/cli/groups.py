"""A group of commands each of which is made when it is called: the others would cost every start. Its help makes all.

The commands' names and makers are one table; each command gets the option --lang and the language's help pages here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import click

from reportgen.cli.help import VietnameseFormatter
from reportgen.cli.words import LANGUAGES, say

Makers = Mapping[str, Callable[[str], click.Command]]
"""Name of a command → what makes it in a language."""


class Commands(click.Group):
    """The group with its commands in one language."""

    def __init__(self, name: str, makers: Makers, lang: str, **settings: Any) -> None:
        super().__init__(name, **settings)
        self.makers, self.lang = makers, lang

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the help."""
        return sorted(self.makers)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, made at the first call; None for an unknown name, which click then compares with all."""
        for name in (cmd_name,) if cmd_name in self.makers else self.makers:
            if name not in self.commands:
                self.add_command(dressed(self.makers[name](self.lang), self.lang))
        return self.commands.get(cmd_name)

    def all_commands(self, ctx: click.Context) -> Iterator[tuple[str, click.Command]]:
        """Every command with its name, in the order of the table."""
        for name in self.makers:
            command = self.get_command(ctx, name)
            assert command is not None
            yield name, command


def dressed(command: click.Command, lang: str) -> click.Command:
    """The command with the option --lang and the help page of the language."""
    command.params.append(
        click.Option(["--lang"], type=click.Choice(LANGUAGES), default=lang, expose_value=False, help=say("lang", lang))
    )
    formatter = VietnameseFormatter if lang == LANGUAGES[0] else click.HelpFormatter
    command.context_class = type("Context", (click.Context,), {"formatter_class": formatter})
    return command
