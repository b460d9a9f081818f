"""`reportgen desk adduser` and `removeuser`: who may come in."""

from __future__ import annotations

import sys
from getpass import getpass, getuser
from pathlib import Path

import click

from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.words import say
from reportgen.desk.audit import Audit
from reportgen.desk.people import LONGEST_PASSWORD, name_of, put_person, remove_person
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.show import Style, as_text, harmless


def adduser(file: Path, name: str, lang: str) -> int:
    """Add a person, or change a password; the exit code."""
    if not name_of(name):
        return _refused(Failure.of(Problem("B948", Place(file), {"name": name})), lang)
    first = _secret(say("ask password", lang, name=harmless(name)))
    if first != _secret(say("ask again", lang)):
        return _refused(Failure.of(Problem("B952", Place(file))), lang)
    fresh = put_person(file, name, first)
    if isinstance(fresh, Failure):
        return _refused(fresh, lang)
    return _written(file, ("user added" if fresh else "password changed"), name_of(name), lang)


def removeuser(file: Path, name: str, lang: str) -> int:
    """Take a person out; the exit code."""
    failure = remove_person(file, name)
    return _refused(failure, lang) if failure is not None else _written(file, "user removed", name_of(name), lang)


def _secret(asked: str) -> str:
    """A line that is not shown; from a script, a line of its input."""
    if sys.stdin.isatty():
        return getpass(asked)
    return sys.stdin.readline(4 * LONGEST_PASSWORD).rstrip("\r\n")


def _written(file: Path, what: str, name: str, lang: str) -> int:
    try:
        Audit.beside(file).write(what, _administrator(), file=file.name, at=[name])
    except OSError as error:
        values = {"file": str(Audit.beside(file).file), "reason": error.strerror or str(error)}
        return _refused(Failure.of(Problem("B945", Place(file), values)), lang)
    click.echo(say(what, lang, name=name, file=harmless(str(file))))
    return GOOD


def _administrator() -> str:
    """Who runs the command; "" where the system has no name for it."""
    try:
        return getuser()
    except (KeyError, ImportError, OSError):
        return ""


def _refused(failure: Failure, lang: str) -> int:
    click.echo(as_text(failure.problems, {}, Style(lang)), err=True)
    return ERRORS
