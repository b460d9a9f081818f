"""`reportgen verify`: any PDF or DOCX against the rules of its regime."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reportgen.cli.codes import exit_code
from reportgen.cli.words import say
from reportgen.problems.catalog import has_errors
from reportgen.problems.show import Style, as_records, as_text, summary
from reportgen.verify.inspection import Inspection, inspect


def verify_all(files: Sequence[Path], form: str, regime: str, lang: str) -> int:
    """Inspect and report; the exit code."""
    found = [inspect(file, regime) for file in dict.fromkeys(files)]
    if form == "json":
        click.echo(json.dumps([_record(entry, lang) for entry in found], ensure_ascii=False, indent=2))
    else:
        style = Style.on(sys.stdout, lang)
        for entry in found:
            _tell(entry, style)
    return exit_code([has_errors(entry.problems) for entry in found])


def _tell(entry: Inspection, style: Style) -> None:
    if entry.problems:
        click.echo(as_text(entry.problems, {}, style))
    if entry.origin:
        click.echo(say(f"file {entry.origin}", style.lang, input=entry.file))
    if entry.regime:
        click.echo(say("regime", style.lang, input=entry.file, regime=entry.regime))
    count = summary(entry.problems, style.lang)
    click.echo(say("found" if count else "no problems", style.lang, input=entry.file, summary=count))


def _record(entry: Inspection, lang: str) -> dict[str, object]:
    return {
        "file": str(entry.file),
        "regime": entry.regime,
        "origin": entry.origin or "unknown",
        "problems": as_records(entry.problems, lang),
    }
