"""`reportgen fmt`: inputs mended where that is safe, each change told."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reportgen.cli.codes import ERRORS, GOOD, exit_code
from reportgen.cli.words import say
from reportgen.drafting.change import Change
from reportgen.drafting.repair import repair
from reportgen.files.replace import replace_file
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.show import Style, as_text
from reportgen.source import read_source
from reportgen.source.text import read_bytes


def repair_all(inputs: Sequence[Path], lang: str, *, only_told: bool) -> int:
    """Mend the inputs, or only tell what would be mended; the exit code."""
    failed = [_repair(file, lang, only_told=only_told) for file in dict.fromkeys(inputs)]
    if only_told:
        return ERRORS if any(failed) else GOOD
    return exit_code(failed)


def _repair(file: Path, lang: str, *, only_told: bool) -> bool:
    """Whether the file counts as failed: it cannot be mended, or with `only_told` something would be."""
    raw = read_bytes(file)
    repaired = raw if isinstance(raw, Failure) else repair(file, raw)
    if isinstance(repaired, Failure):
        _complain(repaired.problems, file, lang)
        return True
    for change in repaired.changes:
        click.echo(_told(change, file, lang))
    if repaired.changes and not only_told:
        try:
            replace_file(file, repaired.content)
        except OSError as error:
            values = {"file": str(file), "reason": error.strerror or str(error)}
            _complain((Problem("B922", Place(file), values),), file, lang)
            return True
    key = "nothing to mend" if not repaired.changes else "to mend" if only_told else "mended"
    click.echo(say(key, lang, input=file, count=len(repaired.changes)))
    return only_told and bool(repaired.changes)


def _complain(problems: Sequence[Problem], file: Path, lang: str) -> None:
    style = Style.on(sys.stderr, lang)
    click.echo(as_text(problems, {file: read_source(file).lines}, style), err=True)


def _told(change: Change, file: Path, lang: str) -> str:
    what = say(f"mend {change.kind}", lang)
    shown = f": “{change.before}” → “{change.after}”" if change.before.strip() else ""
    return f"{file}:{change.line}:{change.column}: {what}{shown}"
