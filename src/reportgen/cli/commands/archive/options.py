"""What the commands of the archive share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from reportgen.archive.place import ARCHIVE
from reportgen.cli import options
from reportgen.cli.options import PATH, Decorated
from reportgen.cli.words import told

FILTERS: Mapping[str, str] = MappingProxyType(
    {"year": "--năm", "unit": "--đơn-vị", "kind": "--loại", "person": "--người", "field": "--lĩnh-vực"}
)
"""What can be asked for → the option's Vietnamese name; the English one is the key."""


def command(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command of the archive, with the option that says which archive it works on."""
    place = click.option(
        "root", "--archive", type=PATH, default=ARCHIVE, metavar=told("folder"), help=told("archive option")
    )
    return lambda function: options.command(name, f"archive {name}")(place(function))


form = partial(options.form, key="archive format")


def asked(name: str) -> Callable[[Decorated], Decorated]:
    """The option that asks for a year, a unit, a kind, a person or a field."""
    counts = name == "year"
    return click.option(
        name,
        FILTERS[name],
        f"--{name}",
        metavar=told("count" if counts else "words"),
        type=int if counts else str,
        help=told(f"by {name}"),
    )


def identifier() -> Callable[[Decorated], Decorated]:
    """The addition that a command is about."""
    return click.argument("identifier", metavar=told("identifier"))


def target(key: str) -> Callable[[Decorated], Decorated]:
    """Where results go."""
    return click.option("target", "-o", "--outputs", type=PATH, default=None, help=told(key))


__all__ = ["PATH", "Path", "asked", "command", "form", "identifier", "target"]
