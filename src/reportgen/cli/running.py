"""A run of the program: language, streams, exit code, and what shows of a fault."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import NoReturn

import click

from reportgen.cli.codes import GOOD, INTERRUPTED, USAGE
from reportgen.cli.language import asked_for, choose
from reportgen.cli.words import told


def run(arguments: Sequence[str] | None) -> NoReturn:
    """Run the program with these arguments, the process's own without; ends the process with the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    choose(asked_for(given))
    sys.excepthook = _unexpected
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    from reportgen.cli.program import program  # its help is written in the language that was chosen

    try:
        code = program.main(given, prog_name="reportgen", standalone_mode=False)
    except click.UsageError as error:
        error.show()
        sys.exit(USAGE)
    except click.Abort:
        sys.exit(INTERRUPTED)
    gc.freeze()  # the process ends: looking for garbage once more would cost a tenth of a build
    sys.exit(code or GOOD)


def _unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What a fault of the program shows: a sentence, and the traceback to those who ask for it."""
    if os.environ.get("REPORTGEN_DEBUG"):
        sys.__excepthook__(kind, error, trace)
    click.echo(told("crash", reason=f"{kind.__name__}: {error}"), err=True)
