"""Options and arguments that several commands share, and what all commands have in common."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from reportgen.cli.language import LANGUAGES, chosen
from reportgen.cli.words import told

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
PATH: click.Path = click.Path(path_type=Path)


class Place(click.ParamType[Path | str]):
    """A path, or an address (`s3://…`), which stays a text."""

    name = "place"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:
        """The value as a path, unless it is an address."""
        return value if isinstance(value, Path) or "://" in value else Path(value)


PLACE = Place()


def spoken(made: click.Command) -> click.Command:
    """The command with the option of the language behind its own. It was read before anything was set up, so that the
    help is in that language too."""
    made.params.append(
        click.Option(["--lang"], type=click.Choice(LANGUAGES), default=chosen(), expose_value=False, help=told("lang"))
    )
    return made


def group_settings() -> dict[str, Any]:
    """How groups write their usage."""
    return {"options_metavar": f"[{told('options')}]", "subcommand_metavar": told("subcommands")}


def command(name: str, key: str = "") -> Callable[[Callable[..., Any]], click.Command]:
    """A command with its help. `key` names the help where it is not the name."""
    made = click.command(name, help=told(key or name), options_metavar=f"[{told('options')}]")
    return lambda function: spoken(made(function))


def inputs(*, required: bool = False) -> Callable[[Decorated], Decorated]:
    """The inputs that a command works on."""
    metavar = f"{told('input')}..." if required else f"[{told('input')}]..."
    return click.argument("inputs", nargs=-1, required=required, type=PATH, metavar=metavar)


def places() -> Callable[[Decorated], Decorated]:
    """The inputs that a command works on, each a path or an address."""
    return click.argument("inputs", nargs=-1, type=PLACE, metavar=f"[{told('input')}]...")


def file() -> Callable[[Decorated], Decorated]:
    """The one input that a command works on."""
    return click.argument("file", type=PATH, metavar=told("input"))


def form(*forms: str, key: str = "format") -> Callable[[Decorated], Decorated]:
    """In which form a command answers; the first without the option."""
    return click.option("--format", "form", type=click.Choice(forms), default=forms[0], help=told(key))
