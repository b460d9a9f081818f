"""`reportgen desk` and `reportgen preview`: served until the user stops it."""

from __future__ import annotations

import os
import sys
import webbrowser
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click

from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.words import say
from reportgen.desk import Folder, Served, Shared
from reportgen.desk.audit import Audit
from reportgen.desk.people import read_people
from reportgen.desk.serving import LOOPBACK, is_loopback
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.show import Style, as_text

USUAL_PORT = 8725
"""Where the desk is if nothing else is there: a browser keeps what it has not sent yet by this address."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Where the desk is to answer, and whom."""

    port: int | None = None
    host: str = LOOPBACK
    users: Path | None = None
    behind_proxy: str = ""
    insecure: bool = False


def desk(place: Path, asked: Asked, lang: str) -> int:
    """Serve a folder; the exit code."""
    folder = Folder(place)
    failure = _unsafe(place, asked)
    if failure is not None:
        click.echo(as_text(failure.problems, {}, Style(lang)), err=True)
        return ERRORS
    try:
        folder.names()
        served = _served(folder, asked, lang)
    except (OSError, OverflowError) as error:
        return _refused(place, asked.port or 0, error, lang)
    click.echo(say("desk open", lang, folder=place, address=served.address))
    if asked.users is None and sys.stdout.isatty() and _has_desktop():
        webbrowser.open(served.address)
    return _until_stopped(served, lang)


def _unsafe(place: Path, asked: Asked) -> Failure | None:
    """Why the desk is not opened to others as it was asked for."""
    open_to_others = not is_loopback(asked.host) or bool(asked.behind_proxy)
    if asked.users is None:
        return Failure.of(Problem("B944", Place(place), {"host": asked.host})) if open_to_others else None
    if not is_loopback(asked.host) and (bool(asked.behind_proxy) or not asked.insecure):
        return Failure.of(Problem("B953", Place(place), {"host": asked.host}))
    read = read_people(asked.users)
    if isinstance(read, Failure):
        return read
    if not read:
        return Failure.of(Problem("B954", Place(asked.users), {"file": str(asked.users)}))
    log = Audit.beside(asked.users)
    try:
        log.check()
    except OSError as error:
        values = {"file": str(log.file), "reason": error.strerror or str(error)}
        return Failure.of(Problem("B945", Place(log.file), values))
    return None


def preview(file: Path, port: int, lang: str) -> int:
    """Serve the papers of one input, to look only; the exit code."""
    try:
        served = Served(Folder(file.absolute().parent, file.name), port, lang, readonly=True)
    except (OSError, OverflowError) as error:
        return _refused(file, port, error, lang)
    click.echo(say("previewing", lang, input=file, address=served.address))
    return _until_stopped(served, lang)


def _served(folder: Folder, asked: Asked, lang: str) -> Served:
    """At the usual port where none is asked for and it is free; several people's desk always there."""
    if asked.users is not None:
        port = USUAL_PORT if asked.port is None else asked.port
        return Served(folder, Shared(asked.users, asked.host, port, asked.behind_proxy.lower()), lang)
    if asked.port is not None:
        return Served(folder, asked.port, lang)
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
