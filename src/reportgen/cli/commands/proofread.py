"""`reportgen proofread`."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli import options
from reportgen.cli.language import chosen
from reportgen.cli.words import told


@options.command("proofread")
@click.argument("files", nargs=-1, required=True, metavar=f"{told('input')}...", type=options.PATH)
@options.form("text", "json")
@click.option("-o", "beside", is_flag=True, help=told("proofread beside"))
@click.option("--comments", type=options.PATH, default=None, metavar=told("input"), help=told("proofread comments"))
@click.option("--html", "page", type=options.PATH, default=None, metavar=told("input"), help=told("proofread page"))
@click.option("--against", type=options.PATH, default=None, metavar=told("input"), help=told("proofread against"))
@click.option("--archive", type=options.PATH, default=None, metavar=told("folder"), help=told("proofread archive"))
def proofread(files: tuple[Path, ...], form: str, *, beside: bool, comments: Path | None, **others: Path | None) -> int:
    """Hold the figures of any text against one another; the exit code."""
    from reportgen.cli import proofreading
    from reportgen.cli.printing import refuse
    from reportgen.problems import Failure

    named = tuple(dict.fromkeys(files))
    if comments is not None and (len(named) > 1 or beside):
        raise click.UsageError(told("proofread one copy"))
    copies = {named[0]: comments} if comments is not None else {}
    if beside:
        copies = {file: proofreading.beside(file) for file in named if str(file) != "-"}
    known = proofreading.known_from(others["against"], others["archive"])
    if isinstance(known, Failure):
        return refuse(known, form, chosen())
    return proofreading.proofread_all(named, proofreading.Wanted(form, chosen(), copies, known, others["page"]))
