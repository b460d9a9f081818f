"""`reportgen desk` and `reportgen preview`: served until the user stops it."""

from __future__ import annotations

import os
import sys
import webbrowser
from contextlib import suppress
from pathlib import Path

import click

from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.words import say
from reportgen.desk import Folder, Served
from reportgen.problems import Place, Problem
from reportgen.problems.show import Style, as_text

USUAL_PORT = 8725
"""Where the desk is if nothing else is there: a browser keeps what it has not sent yet by this address."""


def desk(place: Path, port: int | None, lang: str) -> int:
    """Serve a folder; the exit code."""
    folder = Folder(place)
    try:
        folder.names()
        served = _served(folder, port, lang)
    except (OSError, OverflowError) as error:
        return _refused(place, port or 0, error, lang)
    click.echo(say("desk open", lang, folder=place, address=served.address))
    if sys.stdout.isatty() and _has_desktop():
        webbrowser.open(served.address)
    return _until_stopped(served, lang)


def preview(file: Path, port: int, lang: str) -> int:
    """Serve the papers of one input, to look only; the exit code."""
    try:
        served = Served(Folder(file.absolute().parent, file.name), port, lang, readonly=True)
    except (OSError, OverflowError) as error:
        return _refused(file, port, error, lang)
    click.echo(say("previewing", lang, input=file, address=served.address))
    return _until_stopped(served, lang)


def _served(folder: Folder, port: int | None, lang: str) -> Served:
    """At the usual port where none is asked for and it is free."""
    if port is not None:
        return Served(folder, port, lang)
    try:
        return Served(folder, USUAL_PORT, lang)
    except OSError:
        return Served(folder, 0, lang)


def _until_stopped(served: Served, lang: str) -> int:
    with suppress(KeyboardInterrupt):
        served.serve()
    click.echo(say("preview ended", lang))
    return GOOD


def _refused(place: Path, port: int, error: Exception, lang: str) -> int:
    reason = getattr(error, "strerror", None) or str(error)
    problem = Problem("B931", Place(place), {"port": str(port), "reason": reason})
    click.echo(as_text([problem], {}, Style(lang)), err=True)
    return ERRORS


def _has_desktop() -> bool:
    return (
        os.name == "nt"
        or sys.platform == "darwin"
        or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    )
