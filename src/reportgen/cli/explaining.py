"""`reportgen explain`: what a code or a key of the input means, with an example."""

from __future__ import annotations

import re
from importlib import resources
from itertools import islice, takewhile
from pathlib import Path

import click

from reportgen.cli.codes import GOOD, USAGE
from reportgen.cli.words import say
from reportgen.model.keys import Key, key_descriptions
from reportgen.problems import Place, Problem
from reportgen.problems.catalog import ENTRIES, Entry, hint, message
from reportgen.vietnamese.letters import fold

MOST_LINES = 5
_COMMENTED = re.compile(r"^(\s*)# ")
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
        click.echo(_key(path, field, lang))
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


def _key(path: tuple[str, ...], field: Key, lang: str) -> str:
    example = _example(path[-1])
    shown = [f"{say('example', lang)}:", *(f"  {line}" for line in example)] if example else []
    return "\n".join([" → ".join(path), f"  {field.description}", *shown])


def _example(key: str) -> list[str]:
    """The lines of the new input's template that show the key, with what stands below it; none if nothing shows it."""
    template = resources.files("reportgen.drafting").joinpath("template.txt").read_text("utf-8")
    lines = [_COMMENTED.sub(r"\1", line) for line in template.splitlines()]
    start = next((place for place, line in enumerate(lines) if line.lstrip("- ").startswith(f"{key}:")), None)
    if start is None or "«" in lines[start]:
        return []
    indent = len(lines[start]) - len(lines[start].lstrip())
    below = takewhile(lambda line: len(line) - len(line.lstrip()) > indent, lines[start + 1 :])
    return [line[indent:] for line in (lines[start], *islice(below, MOST_LINES)) if "«" not in line]
