"""Columns as the user names them: `--columns "F=thực hiện,G=kế hoạch:tỉnh"`."""

from __future__ import annotations

from collections.abc import Mapping

import click

from reportgen.cli.words import say
from reportgen.intake.cells import column_number
from reportgen.intake.columns import Column, read_column

LETTERS = 3
"""Letters of the last column: XFD."""


def columns(text: str, lang: str) -> Mapping[int, Column]:
    """`F=thực hiện,G=kế hoạch:tỉnh`; what stands behind a comma without a sign belongs to the one before."""
    pieces: list[str] = []
    for piece in text.split(","):
        if "=" in piece or not pieces:
            pieces.append(piece)
        else:
            pieces[-1] += f",{piece}"
    found: dict[int, Column] = {}
    for piece in filter(str.strip, pieces):
        name, _, meant = piece.partition("=")
        column = read_column(meant)
        letters = name.strip().upper()
        if column is None or not letters.isascii() or not letters.isalpha() or len(letters) > LETTERS:
            raise click.UsageError(say("bad columns", lang, text=piece.strip()))
        found[column_number(letters)] = column
    return found
