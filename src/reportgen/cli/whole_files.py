"""`reportgen import` of a whole report or article: the input of its year, or of the next."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

import click

from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.words import say
from reportgen.drafting import files as drafting_files
from reportgen.drafting.following import following_year
from reportgen.drafting.keeping import REVIEW
from reportgen.intake.notes import Note
from reportgen.intake.opening import read_sheets
from reportgen.intake.reports.article import article_draft, read_article
from reportgen.intake.reports.drafted import Drafted, article_text, drafted
from reportgen.intake.reports.reading import read_report
from reportgen.intake.taking import Given, Taken, Wanted, take
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.show import Style, as_text, told, with_carets


@dataclass(frozen=True, slots=True)
class Whole:
    """An input that was made of a whole file, and what is told of it."""

    place: drafting_files.Target
    text: str
    said: str
    notes: tuple[Note, ...] = field(default=())


def whole_file(file: Path, output: Path, lang: str, year: int | None) -> Whole | Failure | None:
    """The input of a report or an article; None for a file of tables."""
    found = read_report(file)
    if found is None:
        return _article(file, output, lang)
    if isinstance(found, Failure):
        return found
    sheets = read_sheets(file)
    if isinstance(sheets, Failure):
        return sheets
    place = drafting_files.target(output, "", year or 0)
    made = drafted(file, found, sheets, place.way)
    if isinstance(made, Failure):
        return made
    return _of_year(made, year, (file, place), lang)


def _article(file: Path, output: Path, lang: str) -> Whole | Failure | None:
    """The input of an article; None for a file whose tables hold indicators, and for what is no article."""
    found = read_article(file)
    if found is None or isinstance(found, Failure):
        return found
    if file.suffix.lower() == ".docx" and not isinstance(tables_in(file), Failure):
        return None
    made = article_draft(found)
    if made is None:
        return Failure.of(Problem("N185", Place(file), {"file": file.name}))
    draft, left = made
    place = drafting_files.target(output, "", int(draft["năm"]))
    counts = {"photos": len(draft["tin bài"]["ảnh"]), "guests": len(draft["hội nghị"].get("đại biểu", ()))}
    said = say("import article", lang, file=file, left=len(left), **counts)
    return Whole(place, article_text(draft, left, file.name, place.way), said)


def tables_in(file: Path) -> Taken | Failure:
    """What the tables of a file say."""
    sheets = read_sheets(file)
    return sheets if isinstance(sheets, Failure) else take([Given(file, sheets)], Wanted())


def _of_year(made: Drafted, year: int | None, where: tuple[Path, drafting_files.Target], lang: str) -> Whole | Failure:
    """The input of the report's own year, or the one that follows from it."""
    file, place = where
    if year not in {None, made.year, made.year + 1}:
        values = {"file": file.name, "year": str(made.year), "next": str(made.year + 1)}
        return Failure.of(Problem("N184", Place(file), values))
    counts = {"file": file, "year": made.year, "indicators": made.indicators, "texts": made.texts}
    said = say("import report" if made.exact else "import other report", lang, **counts)
    text = made.text
    if year == made.year + 1 and made.given.conference is not None:
        text = following_year(made.given.conference, made.given.problems, place.way)
        said += "\n" + say("import next", lang, year=year, count=text.count(f"# {REVIEW}"), mark=f"# {REVIEW}")
    return Whole(place, text, said, made.notes)


def write_whole(whole: Whole | Failure, lang: str, *, only_shown: bool) -> int:
    """Write the input, or only show it; the exit code."""
    style = Style.on(sys.stderr, lang)
    if isinstance(whole, Failure):
        click.echo(as_text(whole.problems, {}, style), err=True)
        return ERRORS
    if only_shown:
        click.echo(whole.text)
    else:
        made = drafting_files.create(whole.place, whole.text)
        if isinstance(made, Failure):
            click.echo(as_text(made.problems, {}, style), err=True)
            return ERRORS
        for file in made.files:
            click.echo(say("written", lang, file=file))
    for note in whole.notes:
        place = note.problem.place
        where = f"{place.file}!{note.at}" if note.at else str(place.file)
        shown = with_carets(note.line, place.line, place.column, place.width) if note.line else ()
        click.echo("\n".join(told(note.problem, where, shown, style)), err=True)
    click.echo(whole.said)
    return GOOD
