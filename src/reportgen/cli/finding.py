"""`reportgen archive search`."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from reportgen.archive.searching import Hit, Query, search
from reportgen.archive.spreadsheet import as_csv
from reportgen.cli.codes import GOOD
from reportgen.cli.printing import refuse, tell
from reportgen.cli.words import say
from reportgen.problems import Failure
from reportgen.problems.show import Style, harmless

COLUMNS = ("identifier", "key", "year", "unit", "kind", "title", "code", "date", "file", "snippet")
MARKS = "«", "»"
"""Around the words that were found, where there are no colours."""
BOLD = "\033[1m", "\033[0m"


def search_all(root: Path, words: str, filters: Mapping[str, Any], form: str, lang: str) -> int:
    """Search and show; the exit code."""
    found = search(root, Query(words, **filters))
    if isinstance(found, Failure):
        return refuse(found, form, lang)
    tell(found.problems, lang)
    if form == "json":
        click.echo(json.dumps([asdict(hit) for hit in found.hits], ensure_ascii=False, indent=2))
    elif form == "csv":
        rows = ([getattr(hit, name) for name in COLUMNS] for hit in found.hits)
        click.echo(as_csv(COLUMNS, rows), nl=False)
    else:
        style = Style.on(sys.stdout, lang)
        for hit in found.hits:
            click.echo(_shown(hit, style))
        click.echo(say("hits", lang, total=found.total, count=len(found.hits)))
    return GOOD


def _shown(hit: Hit, style: Style) -> str:
    notes = [say(word, style.lang) for word, on in (("is signed", hit.signed), ("replaced", hit.replaced)) if on]
    facts = ", ".join(fact for fact in (hit.kind, hit.unit, str(hit.year), hit.code, hit.date, *notes) if fact)
    head = harmless(f"{hit.identifier}  {hit.title}")
    return f"{head}\n  {harmless(facts)}\n  {marked(hit, BOLD if style.colour else MARKS)}"


def marked(hit: Hit, signs: tuple[str, str]) -> str:
    """The snippet with signs around the words that were found."""
    pieces, at = [], 0
    for start, end in hit.marks:
        pieces += [harmless(hit.snippet[at:start]), signs[0], harmless(hit.snippet[start:end]), signs[1]]
        at = end
    return "".join([*pieces, harmless(hit.snippet[at:])])
