"""A run of the program: language, streams, exit code, and what shows of a fault."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import NoReturn

import click

from reportgen.cli.codes import GOOD, INTERRUPTED, MACHINE, USAGE
from reportgen.cli.language import asked_for, choose
from reportgen.cli.words import told


def run(arguments: Sequence[str] | None) -> NoReturn:
    """Run the program with these arguments, the process's own without; ends the process with the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    choose(asked_for(given))
    sys.excepthook = _unexpected
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = _commanded(given)
        sys.stdout.flush()
    except OSError as error:
        if not _is_of_a_stream(error):
            raise
        code = _cut_off(error)
    gc.freeze()  # the process ends: looking for garbage once more would cost a tenth of a build
    sys.exit(code)


def _commanded(given: Sequence[str]) -> int:
    """Carry out the command; the exit code."""
    from reportgen.cli.program import program  # its help is written in the language that was chosen

    try:
        code: int | None = program.main(given, prog_name="reportgen", standalone_mode=False)
    except click.UsageError as error:
        error.show()
        return USAGE
    except click.Abort:
        return INTERRUPTED
    return code or GOOD


def _open_closed_streams() -> None:
    """A standard stream that was closed before the start reads nothing and swallows what it is given."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def _is_of_a_stream(error: OSError) -> bool:
    """Whether writing to a stream failed: files that cannot be written have a name."""
    return error.filename is None and error.errno in {errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF}


def _cut_off(error: OSError) -> int:
    """The exit code of a run whose output nobody takes; a reader who has seen enough, such as `head`, hears nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())  # nothing is left to be written when the process ends
    if error.errno != errno.EPIPE:
        with suppress(OSError):  # the other stream may be full as well: then the exit code says it
            click.echo(told("no output", reason=error.strerror), err=True)
    os.dup2(nowhere, sys.stderr.fileno())
    return MACHINE


def _unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What a fault of the program shows: a sentence, and the traceback to those who ask for it."""
    if os.environ.get("REPORTGEN_DEBUG"):
        sys.__excepthook__(kind, error, trace)
    click.echo(told("crash", reason=f"{kind.__name__}: {error}"), err=True)
