"""`reportgen explain`: what a code or a key of the input means, with an example."""

from __future__ import annotations

from pathlib import Path

import click
from pydantic.fields import FieldInfo

from reportgen.catalog import ENTRIES, Entry, hint, message
from reportgen.cli.codes import GOOD, USAGE
from reportgen.cli.words import say
from reportgen.model.keys import key_descriptions
from reportgen.problems import Place, Problem
from reportgen.vietnamese import fold

_GRADES = {"vi": {"error": "lỗi", "warning": "cảnh báo", "notice": "lưu ý"}}


def explain(name: str, lang: str) -> int:
    """Explain a code (R401) or a key (kế hoạch); the exit code."""
    entry = ENTRIES.get(name.upper())
    if entry is not None:
        click.echo(_code(name.upper(), entry, lang))
        return GOOD
    wanted = fold(name).replace("_", " ")
    found = [(path, field) for path, field in key_descriptions() if fold(path[-1]) == wanted]
    for path, field in found:
        click.echo(_key(path, field))
    if not found:
        click.echo(say("no code", lang, name=name), err=True)
    return GOOD if found else USAGE


def _code(code: str, entry: Entry, lang: str) -> str:
    grade = _GRADES.get(lang, {}).get(str(entry.severity), str(entry.severity))
    blank = Problem(code, Place(Path()))
    lines = [f"{code} ({grade})", f"  {message(blank, lang)}"]
    lines += [f"  → {hint(blank, lang)}"] if hint(blank, lang) else []
    lines += [f"{say('example', lang)}:", *(f"  {line}" for line in entry.example.split("\n"))] if entry.example else []
    return "\n".join(lines)


def _key(path: tuple[str, ...], field: FieldInfo) -> str:
    return f"{' → '.join(path)}\n  {field.description}"
