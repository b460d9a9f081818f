"""`reportgen proofread`: any text, its figures held against one another."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from reportgen.cli.codes import exit_code
from reportgen.cli.words import say
from reportgen.files.replace import replace_file
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.catalog import has_errors
from reportgen.problems.show import Style, as_records, summary, told, with_carets
from reportgen.proofread.asked import Asked, Declared
from reportgen.proofread.inspection import Mark, Proofread, given, inspect
from reportgen.verify.inspection import MOST_BYTES


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command is asked for. `copies` are the files to write with the findings in them, by the file read."""

    form: str
    lang: str
    copies: dict[Path, Path]
    known: tuple[Declared, ...] = ()
    page: Path | None = None


def proofread_all(files: Sequence[Path], wanted: Wanted) -> int:
    """Proofread and report; the exit code."""
    everything = [given(file, _standard_input) for file in dict.fromkeys(files)]
    asked = Asked(wanted.lang if wanted.copies else "", wanted.known)
    found = [_with_copy(one, wanted) for one in inspect(everything, asked)]
    if wanted.page is not None:
        found += _with_page(found, wanted.page, wanted.lang)
    if wanted.form == "json":
        records = [_record(mark, wanted.lang) for one in found for mark in one.marks]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
    else:
        style = Style.on(sys.stdout, wanted.lang)
        for one in found:
            _tell(one, style)
    return exit_code([has_errors(one.problems) for one in found])


def declared_in(file: Path) -> tuple[Declared, ...] | Failure:
    """The figures of an input: this year's and last year's; a failure where it cannot be read."""
    from reportgen.figures.ledger import Ledger
    from reportgen.model.reading import read_input

    given_input = read_input(file)
    conference = given_input.conference
    if conference is None:
        return Failure(given_input.problems)
    found: list[Declared] = []
    for line in Ledger(conference):
        before = line.indicator.before
        values = ((line.year, line.result), (line.year - 1, before.value.quantity if before and before.value else None))
        found += [Declared(line.name, year, value, "S141") for year, value in values if value is not None]
    return tuple(found)


def declared_by(archive: Path) -> tuple[Declared, ...] | Failure:
    """The figures of the papers in an archive, each of its body and year; a failure where it cannot be read."""
    from reportgen.archive.figures import figures

    series = figures(archive, "")
    if isinstance(series, Failure):
        return series
    return tuple(
        Declared(one.name, value.year, value.quantity, "S142", one.unit)
        for one in series
        for value in one.values
        if value.quantity is not None
    )


def known_from(against: Path | None, archive: Path | None) -> tuple[Declared, ...] | Failure:
    """The figures that the texts are held against; a failure where one of the sources cannot be read."""
    known: list[Declared] = []
    for source, read in ((against, declared_in), (archive, declared_by)):
        found = read(source) if source is not None else ()
        if isinstance(found, Failure):
            return found
        known += found
    return tuple(known)


def _standard_input() -> bytes:
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def beside(file: Path) -> Path:
    """Where the copy of a file goes that nobody named: `bao-cao.soat.docx`."""
    return file.with_name(f"{file.stem}.soat{file.suffix}")


def _with_copy(found: Proofread, wanted: Wanted) -> Proofread:
    """What was found, once its copy is written; a problem more where it can't be."""
    target = wanted.copies.get(found.file)
    if target is None or (found.copy is None and not any(mark.kind for mark in found.marks)):
        return found
    reason = "định dạng này không có nhận xét" if wanted.lang == "vi" else "the format has no comments"
    try:
        if found.copy is not None:
            _write(target, found.copy)
            click.echo(say("commented", wanted.lang, file=target), err=True)
            return found
    except OSError as error:
        reason = error.strerror or str(error)
    failed = Mark(Problem("S133", Place(target), {"reason": reason}))
    return Proofread(found.file, (*found.marks, failed))


def _with_page(found: Sequence[Proofread], target: Path, lang: str) -> list[Proofread]:
    """Write the page; what is told where that fails."""
    from reportgen.proofread.page import page

    try:
        _write(target, page(found, lang, lambda key: say(key, lang)).encode())
    except OSError as error:
        reason = error.strerror or str(error)
        return [Proofread(target, (Mark(Problem("S133", Place(target), {"reason": reason})),))]
    click.echo(say("commented", lang, file=target), err=True)
    return []


def _write(target: Path, content: bytes) -> None:
    if not target.exists():
        target.touch()
    replace_file(target, content)


def _tell(found: Proofread, style: Style) -> None:
    for mark in found.marks:
        click.echo("\n".join(told(mark.problem, _where(mark, style.lang), _shown(mark), style)))
    count = summary(found.problems, style.lang)
    click.echo(say("found" if count else "no problems", style.lang, input=found.file, summary=count))


def _where(mark: Mark, lang: str) -> str:
    """`bao-cao.docx: trang 3, đoạn 12, ô B3`; line and column of files that have lines."""
    place = mark.problem.place
    if place.line:
        return f"{place.file}:{place.line}:{place.column}"
    parts = ((mark.page, "page"), (mark.paragraph, "paragraph"), (mark.cell, "cell"))
    named = ", ".join(f"{say(key, lang)} {value}" for value, key in parts if value)
    return f"{place.file}: {named}" if named else str(place.file)


def _shown(mark: Mark) -> Iterator[str]:
    place, context = mark.problem.place, mark.context
    if place.line:
        room = max(len(context) - place.column + 1, 1)
        yield from with_carets(context, place.line, place.column, min(place.width, room))
    elif context:
        yield from with_carets(context, mark.paragraph, mark.start + 1, mark.end - mark.start)


def _record(mark: Mark, lang: str) -> dict[str, object]:
    record = as_records([mark.problem], lang)[0]
    more = {
        "kind": mark.kind,
        "quote": mark.quote,
        "page": mark.page,
        "paragraph": mark.paragraph,
        "cell": mark.cell,
        "start": mark.start,
        "end": mark.end,
    }
    return record | more
