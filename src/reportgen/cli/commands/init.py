"""`reportgen init`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportgen.cli.language import chosen
from reportgen.cli.options import PATH, command
from reportgen.cli.words import told


@command("init")
@click.argument("folder", metavar=f"[{told('folder')}]", required=False, type=PATH)
@click.option("source", "--từ", "--from", type=PATH, metavar=told("input"), help=told("init from"))
@click.option("year", "--năm", "--year", metavar=told("words"), help=told("init year"))
@click.option("unit", "--đơn-vị", "--unit", metavar=told("words"), help=told("init unit"))
@click.option("organ", "--cơ-quan", "--organ", metavar=told("words"), help=told("init organ"))
@click.option("above", "--cấp-trên", "--above", metavar=told("words"), help=told("init above"))
@click.option("province", "--tỉnh", "--province", metavar=told("words"), help=told("init province"))
@click.option("date", "--ngày", "--date", metavar=told("words"), help=told("init date"))
@click.option("defaults", "--mặc-định", "--defaults", is_flag=True, help=told("init defaults"))
def init(folder: Path | None, source: Path | None, **given: Any) -> int:
    """Write a new input, or next year's from this year's; the exit code."""
    from reportgen.cli.scaffolding import Given, begin, follow

    answers = Given(**{name: value for name, value in given.items() if value is not None})
    return follow(source, folder, answers, chosen()) if source else begin(folder, answers, chosen())
