"""`reportgen papers`: which papers there are, and which an input has the facts for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

import click

from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.language import chosen
from reportgen.cli.words import told
from reportgen.model.reading import read_input
from reportgen.papers import Paper, find_papers, lacking
from reportgen.papers.finding import STAGES
from reportgen.problems import Problem
from reportgen.problems.catalog import has_errors
from reportgen.problems.show import Style, as_text, harmless


def list_papers(folder: Path) -> int:
    """All papers with their formats; the exit code."""
    found, wrong = find_papers(folder)
    for paper in found.values():
        own = f"  ({told('own', folder=paper.folder)})" if paper.own else ""
        click.echo(harmless(f"{paper.key:18} {paper.name}: {', '.join(paper.formats)}{own}"))
    return _told(wrong)


def list_for_input(file: Path) -> int:
    """By stage, which papers `build` makes of this input and what the others lack; the exit code."""
    given = read_input(file)
    if given.conference is None:
        click.echo(as_text(given.problems, {given.path: given.source.lines}, Style(chosen())), err=True)
        return ERRORS
    found, wrong = find_papers(file.parent)
    in_stages = sorted(found.values(), key=_stage)
    for stage, papers in groupby(in_stages, key=_stage):
        click.echo(told("any time") if not stage else STAGES[stage - 1].capitalize() + ":")
        for paper in papers:
            click.echo(
                harmless(f"  {paper.key:18} {_standing(paper, lacking(given.conference, paper.key, paper.needs))}")
            )
    return _told(wrong)


def _stage(paper: Paper) -> int:
    return STAGES.index(paper.stage) + 1 if paper.stage else 0


def _standing(paper: Paper, lacks: Sequence[str]) -> str:
    """Whether a paper is made, made when asked for, or what it lacks."""
    if lacks:
        return told("lacks", paper=paper.name, lacks="; ".join(lacks))
    return told("made when asked" if paper.asked else "made", paper=paper.name, name=paper.key)


def _told(wrong: Iterable[Problem]) -> int:
    problems = tuple(wrong)
    if problems:
        click.echo(as_text(problems, {}, Style(chosen())), err=True)
    return ERRORS if has_errors(problems) else GOOD
