"""`reportgen build`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportgen.cli.language import chosen
from reportgen.cli.options import PATH, PLACE, command, places
from reportgen.cli.words import told


@command("build")
@places()
@click.option("-o", "--outputs", type=PLACE, default=Path("outputs"), help=told("outputs"))
@click.option("--only", multiple=True, metavar=told("paper"), help=told("only"))
@click.option("--format", "formats", metavar=told("names"), default="", help=told("formats"))
@click.option("--pdfa", type=click.Choice(["2a", "3a"]), default="2a", help=told("pdfa"))
@click.option("--engine", type=click.Choice(["weasyprint", "typst"]), envvar="REPORTGEN_ENGINE", help=told("engine"))
@click.option("--force", is_flag=True, help=told("force"))
@click.option("--jobs", metavar=told("count"), type=click.IntRange(min=1), help=told("jobs"))
@click.option("--cluster", metavar=told("address"), help=told("cluster"))
@click.option("--report", type=PATH, metavar=told("report file"), help=told("report"))
def build(inputs: tuple[Path | str, ...], **options: Any) -> int:
    """Make the papers; the exit code."""
    from reportgen.build import Wish
    from reportgen.cli.building import Means, build_all

    report = options["report"]
    if report is not None and report.suffix not in {".json", ".html"}:
        raise click.UsageError(told("bad report", name=report))
    wish = Wish(options["only"], known_formats(options["formats"]), options["pdfa"], options["engine"] or "")
    means = Means(options["jobs"], options["cluster"] or "", report, options["force"])
    return build_all(inputs, options["outputs"], wish, means, chosen())


def known_formats(text: str) -> tuple[str, ...]:
    """The formats that a text names, each once; a usage error for an unknown one."""
    from reportgen.writers.formats import FORMATS

    names = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))
    for name in names:
        if name not in FORMATS:
            raise click.UsageError(told("bad format", name=name, known=", ".join(FORMATS)))
    return names
