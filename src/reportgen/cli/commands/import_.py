"""`reportgen import`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportgen.cli.language import chosen
from reportgen.cli.options import PATH, command
from reportgen.cli.words import told


@command("import")
@click.argument("files", metavar=f"{told('table file')}...", nargs=-1, required=True, type=PATH)
@click.option("output", "--ra", "--output", "-o", type=PATH, metavar=told("input"), help=told("import output"))
@click.option("into", "--vào", "--into", type=PATH, metavar=told("input"), help=told("import into"))
@click.option("only_shown", "--xem-trước", "--dry-run", is_flag=True, help=told("import dry run"))
@click.option("taken", "--lấy", "--take", type=click.Choice(("new", "old")), help=told("import take"))
@click.option("columns", "--cột", "--columns", default="", metavar=told("words"), help=told("import columns"))
@click.option("year", "--năm", "--year", metavar=told("words"), default="", help=told("import year"))
def import_(files: tuple[Path, ...], output: Path | None, into: Path | None, **given: Any) -> int:
    """Take figures over from tables; the exit code."""
    from reportgen.cli.importing import Target, bring_in

    target = Target(output, into, given["only_shown"], given["taken"] or "")
    return bring_in(files, target, (given["columns"], given["year"]), chosen())
