"""`reportgen init`: a new input, from answers or from last year's input."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.words import say
from reportgen.drafting.files import Created, Target, create, target
from reportgen.drafting.following import following_year
from reportgen.drafting.fresh import Answers, first_file
from reportgen.drafting.keeping import REVIEW
from reportgen.model.leaves import Days, Words, Year
from reportgen.model.reading import read_input
from reportgen.names.organs import organ, organs
from reportgen.problems import Failure, Flaw, Place, Problem
from reportgen.problems.show import Style, as_text
from reportgen.vietnamese.letters import nfc

INPUTS = Path("inputs")
CLOSED_BY_MONTH = 3
"""Until the end of this month a conference still closes the year before."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the options say, "" for what they do not."""

    year: str = ""
    unit: str = ""
    organ: str = ""
    province: str = ""
    date: str = ""
    above: str = ""
    defaults: bool = False

    @property
    def any(self) -> bool:
        """Whether any of them was given."""
        return self != Given()


def begin(folder: Path | None, given: Given, lang: str) -> int:
    """Write an input of a new year; the exit code."""
    _refuse(given, lang)
    year = year_due(datetime.now().astimezone().date())
    if sys.stdin.isatty() and not given.defaults:
        answers = _asked(given, year, lang)
    else:
        answers = _answers(given, year)
        if not given.any or given.defaults:
            click.echo(say("defaults used", lang, year=answers.year, unit=answers.named))
    place = target(folder or INPUTS, answers.named, answers.year)
    return _finish(place, first_file(answers, place.way), lang)


def follow(source: Path, folder: Path | None, given: Given, lang: str) -> int:
    """Write next year's input from this year's; the exit code."""
    if given.any:
        raise click.UsageError(say("from alone", lang))
    read = read_input(source)
    if read.conference is None:
        problems = (*read.problems, Problem("B924", Place(source)))
        click.echo(as_text(problems, {read.path: read.source.lines}, Style.on(sys.stderr, lang)), err=True)
        return ERRORS
    place = target(folder or source.parent, read.conference.unit.name, read.conference.year.number + 1)
    return _finish(place, following_year(read.conference, read.problems, place.way), lang)


def _finish(place: Target, text: str, lang: str) -> int:
    outcome = create(place, text)
    if isinstance(outcome, Failure):
        click.echo(as_text(outcome.problems, {}, Style.on(sys.stderr, lang)), err=True)
        return ERRORS
    _tell(outcome, place, text, lang)
    return GOOD


def _tell(created: Created, place: Target, text: str, lang: str) -> None:
    for file in created.files:
        click.echo(say("written", lang, file=file))
    if created.other_schema:
        click.echo(say("other schema", lang, file=place.schema))
    marks = text.count(f"# {REVIEW}")
    if marks:
        click.echo(say("to review", lang, count=marks, mark=f"# {REVIEW}"))
    click.echo(say("next steps", lang, file=place.file))


def year_due(today: date) -> int:
    """The year whose conference is now or next."""
    return today.year - 1 if today.month <= CLOSED_BY_MONTH else today.year


# Answers: from options, or asked for


def _wrong_year(text: str) -> bool:
    return isinstance(Year.read(Words(text)), Flaw)


def _wrong_organ(text: str) -> bool:
    return organ(text) is None


def _wrong_date(text: str) -> bool:
    return isinstance(Days.read(Words(text)), Flaw)


WRONG: dict[str, Callable[[str], bool]] = {"year": _wrong_year, "organ": _wrong_organ, "date": _wrong_date}
"""Answer → whether a text is none; any text answers the others."""


def _complaint(name: str, text: str, lang: str) -> str:
    """What is wrong with an answer, "" if nothing is."""
    if not text or name not in WRONG or not WRONG[name](text):
        return ""
    known = ", ".join(kind.names[0] for kind in organs())
    return say(f"bad {name}", lang, text=text, known=known)


def _refuse(given: Given, lang: str) -> None:
    for name in WRONG:
        complaint = _complaint(name, getattr(given, name), lang)
        if complaint:
            raise click.UsageError(complaint)


def _answers(given: Given, year: int) -> Answers:
    texts = (given.unit, given.organ, given.province, given.date, given.above)
    return Answers(int(given.year or year), *(" ".join(nfc(text).split()) for text in texts))


def _asked(given: Given, year: int, lang: str) -> Answers:
    """The options' answers and, for the rest, those that the user types; Enter takes what stands in brackets."""
    click.echo(say("asking", lang))
    defaults = {"year": str(year), "organ": organs()[0].names[0]}

    def known(name: str) -> str:
        answer: str = getattr(given, name)
        return answer or _ask(name, defaults.get(name, ""), lang)

    number, unit, body, province, day = map(known, ("year", "unit", "organ", "province", "date"))
    return _answers(Given(number, unit, body, province, day, given.above), year)


def _ask(name: str, default: str, lang: str) -> str:
    while True:
        text: str = click.prompt(say(f"ask {name}", lang), default=default, show_default=bool(default))
        complaint = _complaint(name, text.strip(), lang)
        if not complaint:
            return text.strip()
        click.echo(complaint)
