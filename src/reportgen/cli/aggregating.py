"""`reportgen aggregate`: units' files in, the province's input, its origins and what has to be asked out."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from reportgen.cli.codes import ERRORS, GOOD, SOME_FAILED, USAGE
from reportgen.cli.words import say
from reportgen.drafting import files as drafting_files
from reportgen.drafting.fresh import Answers
from reportgen.drafting.schema import schema_text
from reportgen.files.replace import replace_file
from reportgen.model.reading import Input, read_input
from reportgen.problems import Failure, Place, Problem, Severity
from reportgen.problems.catalog import severity
from reportgen.problems.show import Style, as_text
from reportgen.province.aggregate import Aggregate, absentees, aggregate
from reportgen.province.expected import expected_units
from reportgen.province.questions import NAME, Said, read_said, said_text, waiting
from reportgen.province.trace import trace_text
from reportgen.province.units import Units, files_in, read_units
from reportgen.province.writing import new_input, trace_name
from reportgen.source import read_source


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options say."""

    output: Path
    force: bool = False
    matches: Path | None = None
    expected: Path | None = None
    published: Path | None = None
    unit: str = ""
    year: int | None = None

    @property
    def answers(self) -> Path:
        """The file of questions and answers."""
        return self.matches or self.output.parent / NAME


def aggregate_all(inputs: Sequence[Path], wanted: Wanted, lang: str) -> int:
    """Add up and write; the exit code."""
    if wanted.output.exists() and not wanted.force:
        click.echo(say("aggregate exists", lang, file=wanted.output), err=True)
        return USAGE
    expected = expected_units(wanted.expected)
    if isinstance(expected, Failure):
        return _refused(expected.problems, {}, lang)
    own = {wanted.output.resolve(), wanted.answers.resolve()}
    files = [file for file in files_in(inputs) if file.resolve() not in own]
    units, said = read_units(files, wanted.year), read_said(wanted.answers)
    published = read_input(wanted.published) if wanted.published is not None else None
    problems = (*units.problems, *said.problems, *_unread(published))
    lines = {**units.lines, **_answers_lines(wanted.answers)}
    stopping = [problem for problem in problems if _stops(problem)]
    if not units.taken:
        stopping.append(Problem("G153", Place(wanted.output)))
    if stopping:
        return _refused([*problems, *(one for one in stopping if one.code == "G153")], lines, lang)
    made = aggregate(units, said, absentees(units, expected), published)
    return _written(made, said, units, wanted, lang)


def _unread(published: Input | None) -> tuple[Problem, ...]:
    return published.problems if published is not None and published.conference is None else ()


def _stops(problem: Problem) -> bool:
    """Whether nothing is added up: for an error of the whole, not of one unit's file."""
    return problem.code.startswith("G") and severity(problem.code) is Severity.ERROR


def _answers_lines(file: Path) -> Mapping[Path, Sequence[str]]:
    return {file: read_source(file).lines} if file.exists() else {}


def _refused(problems: Sequence[Problem], lines: Mapping[Path, Sequence[str]], lang: str) -> int:
    click.echo(as_text(problems, lines, Style.on(sys.stderr, lang)), err=True)
    return ERRORS


def _written(made: Aggregate, said: Said, units: Units, wanted: Wanted, lang: str) -> int:
    place = drafting_files.target(wanted.output, "", made.year)
    answers = Answers(made.year, wanted.unit or _above(made))
    trace = place.file.with_name(trace_name(place.file))
    written = {
        place.file: new_input(made, answers, place.way),
        trace: trace_text(made, place.file.parent),
    }
    asked = made.asked
    if asked.questions or asked.rates or said.pairs or said.weights:
        written[wanted.answers] = said_text(said, asked)
    if not place.schema.exists():
        written[place.schema] = schema_text()
    problems = (*made.problems, *waiting(said, wanted.answers, asked))
    click.echo(as_text(problems, units.lines, Style.on(sys.stderr, lang)), err=True) if problems else None
    for file, text in written.items():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(file, text.encode())
        except OSError as error:
            values = {"file": str(file), "reason": error.strerror or str(error)}
            return _refused([Problem("B922", Place(file), values)], {}, lang)
    ranked = sum(one.result is None for one in made.indicators)
    counts = {"units": len(made.units), "indicators": len(made.indicators), "ranked": ranked}
    click.echo(say("aggregate done", lang, file=place.file, trace=trace.name, **counts))
    left = {problem.code for problem in units.problems} & {"G101", "G102", "G103"}
    return SOME_FAILED if left else GOOD


def _above(made: Aggregate) -> str:
    """The unit above, where the units agree on it: their province."""
    named = {str(unit.conference.unit.above or unit.conference.unit.province or "") for unit in made.units}
    return next(iter(named)) if len(named) == 1 else ""
