"""`reportgen preview`: served until the user stops it."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.words import say
from reportgen.preview import Preview
from reportgen.problems import Place, Problem
from reportgen.problems.show import Style, as_text


def preview(file: Path, port: int, lang: str) -> int:
    """Serve one input; the exit code."""
    try:
        served = Preview(file, port, lang)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        problem = Problem("B931", Place(file), {"port": str(port), "reason": reason})
        click.echo(as_text([problem], {}, Style(lang)), err=True)
        return ERRORS
    click.echo(say("previewing", lang, input=file, address=served.address))
    try:
        served.serve()
    except KeyboardInterrupt:
        click.echo(say("preview ended", lang))
    return GOOD
