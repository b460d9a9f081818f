"""`reportgen compare`: what an edited Word file says otherwise than its input, and the way back."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import click

from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.printing import refuse
from reportgen.cli.words import say
from reportgen.compare.comparison import Asked, Comparison, compare
from reportgen.compare.telling import Told, still, told
from reportgen.files.replace import replace_file
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.show import Style, as_records, as_text, harmless
from reportgen.source import read_source

INDENT = "      "


def compare_all(asked: Asked, form: str, lang: str, *, write: bool) -> int:
    """Compare, carry back what is asked for, and report; the exit code."""
    found = compare(asked)
    if isinstance(found, Failure):
        return _refused(found, asked, form, lang)
    everything = told(found, asked.file)
    if write and found.proposal.edits:
        try:
            _show_plan(found, form)
            replace_file(asked.input, found.proposal.content)
        except OSError as error:
            values = {"file": str(asked.input), "reason": error.strerror or str(error)}
            return refuse(Failure.of(Problem("B922", Place(asked.input), values)), form, lang)
        everything += still(found, asked.file)
    if form == "json":
        click.echo(json.dumps(_record(everything, found, lang, write=write), ensure_ascii=False, indent=2))
    else:
        _tell(everything, found, asked, lang)
        _sum_up(found, asked, lang, write=write)
    left = found.proposal.remaining if write else found.proposal.fates
    return ERRORS if left else GOOD


def _refused(failure: Failure, asked: Asked, form: str, lang: str) -> int:
    """Say why nothing was compared, with the input's lines."""
    if form == "json":
        return refuse(failure, form, lang)
    lines = {asked.input: read_source(asked.input).lines}
    click.echo(as_text(failure.problems, lines, Style.on(sys.stderr, lang)), err=True)
    return ERRORS


def _show_plan(found: Comparison, form: str) -> None:
    """The lines of the input as they are and as they will be."""
    if form == "json":
        return
    for line in _changed_lines(found):
        click.echo(harmless(line))


def _changed_lines(found: Comparison) -> Iterator[str]:
    old = found.given.source.lines
    new = found.proposal.content.decode("utf-8-sig").splitlines()
    for tag, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield f"{found.given.path}:{first + 1}:"
            yield from (f"  - {line}" for line in old[first:last])
            yield from (f"  + {line}" for line in new[new_first:new_last])


def _tell(everything: Sequence[Told], found: Comparison, asked: Asked, lang: str) -> None:
    style = Style.on(sys.stdout, lang)
    lines: Mapping[Path, Sequence[str]] = {found.given.path: found.given.source.lines}
    for one in everything:
        click.echo(as_text([one.problem], lines, style))
        if one.against:
            click.echo(f"{INDENT}{say('compare against', lang)}")
            for line in as_text(one.against, lines, style).splitlines():
                click.echo(INDENT + line)
    if found.layout:
        click.echo(say("compare layout", lang))
        click.echo(as_text(found.layout, {}, style))


def _sum_up(found: Comparison, asked: Asked, lang: str, *, write: bool) -> None:
    proposal = found.proposal
    values = {"file": asked.file, "input": asked.input, "carried": len(proposal.edits)}
    if found.same:
        click.echo(say("compare same", lang, **values))
        return
    if not write:
        click.echo(say("compare found", lang, count=len(proposal.fates), **values))
        return
    click.echo(say("compare written", lang, **values))
    key = "compare left" if proposal.remaining else "compare proved"
    click.echo(say(key, lang, count=len(proposal.remaining), **values))


def _record(everything: Sequence[Told], found: Comparison, lang: str, *, write: bool) -> dict[str, object]:
    return {
        "paper": found.paper.key,
        "written": write and bool(found.proposal.edits),
        "carried": len(found.proposal.edits),
        "differences": [
            as_records([one.problem], lang)[0]
            | {"paragraph": one.paragraph, "values": dict(one.problem.values), "carried": one.edit is not None}
            | {"against": as_records(one.against, lang)}
            for one in everything
        ],
        "layout": as_records(found.layout, lang),
    }
