"""`reportgen papers`."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.language import chosen
from reportgen.cli.options import PATH, command
from reportgen.cli.words import told


@command("papers")
@click.argument("folder", metavar=f"[{told('folder')}]", required=False, default=Path("inputs"), type=PATH)
def papers(folder: Path) -> int:
    """List the papers that can be built; the exit code."""
    from reportgen.papers import find_papers
    from reportgen.problems.show import Style, as_text, harmless

    found, wrong = find_papers(folder)
    for paper in found.values():
        own = f"  ({told('own', folder=paper.folder)})" if paper.own else ""
        click.echo(harmless(f"{paper.key:12} {paper.name}: {', '.join(paper.formats)}{own}"))
    if wrong:
        click.echo(as_text(wrong, {}, Style(chosen())), err=True)
    return ERRORS if wrong else GOOD
