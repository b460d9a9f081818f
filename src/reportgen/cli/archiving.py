"""`reportgen archive`: taking in and showing what is there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

import click

from reportgen.archive.adding import Added, add
from reportgen.archive.annex import FIELDS, GIVEN
from reportgen.archive.description import Description
from reportgen.archive.export import FORMS
from reportgen.archive.holdings import described, extract, find, holdings, versions
from reportgen.archive.intake import Wanted, package_of, take_in
from reportgen.archive.signing import take_signed
from reportgen.archive.spreadsheet import as_csv
from reportgen.archive.upkeep import index_followed
from reportgen.cli.codes import GOOD, exit_code
from reportgen.cli.printing import refuse, tell
from reportgen.cli.words import say
from reportgen.files.replace import replace_file
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.catalog import has_errors
from reportgen.problems.show import harmless
from reportgen.vietnamese.letters import fold

COLUMNS = ("identifier", "year", "unit", "number", "date", "title", "replaces", "signed")


@dataclass(frozen=True, slots=True)
class Given:
    """What the options of `add` say."""

    signed: tuple[Path, ...] = ()
    differing: bool = False
    source: Path | None = None
    fields: tuple[str, ...] = ()


def add_all(folders: Sequence[Path], root: Path, given: Given, lang: str) -> int:
    """Put the folders' sets and the signed papers into the archive; the exit code."""
    wanted = Wanted(given.source, _fields(given.fields, lang))
    failed = [_add_folder(folder, root, wanted, lang) for folder in dict.fromkeys(folders)]
    if root.is_dir():
        tell(index_followed(root), lang)
    failed += [_add_signed(file, root, given, lang) for file in dict.fromkeys(given.signed)]
    return exit_code(failed)


def _fields(texts: Iterable[str], lang: str) -> Mapping[str, str]:
    """The fields of Annex VI that the archivist gives."""
    fields = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign or name not in GIVEN:
            raise click.UsageError(say("bad field", lang, text=text, known=", ".join(GIVEN)))
        fields[name] = value.strip()
    return MappingProxyType(fields)


def _add_folder(folder: Path, root: Path, wanted: Wanted, lang: str) -> bool:
    """Whether it failed."""
    delivery = take_in(folder, wanted)
    if isinstance(delivery, Failure):
        tell(delivery.problems, lang)
        return has_errors(delivery.problems)
    if delivery.left:
        tell([Problem("H112", Place(folder), {"files": ", ".join(delivery.left)})], lang)
    return report(add(root, package_of(delivery), datetime.now().astimezone().date()), folder, lang)


def _add_signed(file: Path, root: Path, given: Given, lang: str) -> bool:
    """Whether it failed."""
    links = holdings(root)
    package = links if isinstance(links, Failure) else take_signed(root, file, differing=given.differing)
    if isinstance(package, Failure):
        tell(package.problems, lang)
        return True
    failed = report(add(root, package, datetime.now().astimezone().date()), file, lang)
    tell(index_followed(root), lang)
    return failed


def report(added: Added | Failure, given: Path, lang: str) -> bool:
    """Say what came of an addition; whether it failed."""
    if isinstance(added, Failure):
        tell(added.problems, lang)
        return True
    if not added.fresh:
        tell([Problem("H111", Place(given), {"identifier": added.description.identifier})], lang)
    else:
        click.echo(say("archived", lang, input=given, identifier=added.description.identifier))
    return False


def list_all(root: Path, wanted: tuple[int | None, str | None], form: str, lang: str) -> int:
    """All additions of the year and the unit; the exit code."""
    links = holdings(root)
    if isinstance(links, Failure):
        return refuse(links, form, lang)
    year, unit = wanted
    found = [
        entry for entry in described(root, links) if year in {None, entry.year} and fold(unit or "") in fold(entry.unit)
    ]
    _print(found, form, lang)
    return GOOD


def _print(entries: Sequence[Description], form: str, lang: str) -> None:
    rows = [_row(entry) for entry in entries]
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo(as_csv(COLUMNS, ([row[name] for name in COLUMNS] for row in rows)), nl=False)
    else:
        for entry in entries:
            click.echo(harmless(_line(entry, lang)))
        click.echo(say("additions", lang, count=len(entries)))


def _row(entry: Description) -> dict[str, object]:
    row = {name: getattr(entry, name) for name in COLUMNS}
    return {**row, "signed": " ".join(entry.signed or ())}


def _line(entry: Description, lang: str) -> str:
    what = say("signed rendition", lang, title=entry.title) if entry.signed else entry.title
    number = f" {entry.number}" if entry.number else ""
    return f"{entry.identifier}  {entry.unit}{number}: {what}"


def show_one(root: Path, identifier: str, form: str, lang: str) -> int:
    """One addition with its papers, fields and files; the exit code."""
    found = find(root, identifier)
    if isinstance(found, Failure):
        return refuse(found, form, lang)
    if form == "json":
        click.echo(found.as_json().decode().rstrip())
        return GOOD
    for name in ("identifier", "unit", "year", "organ", "number", "date", "title", "replaces", "source"):
        if value := getattr(found, name):
            click.echo(f"{say(f'label {name}', lang)}: {harmless(str(value))}")
    if found.signed:
        click.echo(f"{say('label signed', lang)}: {' '.join(found.signed)}")
    for paper in found.papers:
        click.echo(f"\n{harmless(paper.key)}: {harmless(paper.title or paper.name)}")
        for name, value in paper.fields.items():
            click.echo(f"  {FIELDS[name].meaning} ({name}): {harmless(value)}")
        for file in paper.files:
            click.echo(f"  {root / found.identifier / file}")
    return GOOD


def show_versions(root: Path, identifier: str, form: str, lang: str) -> int:
    """All versions of the same paper; the exit code."""
    found = find(root, identifier)
    if isinstance(found, Failure):
        return refuse(found, form, lang)
    _print(versions(root, found), form, lang)
    return GOOD


def export_all(root: Path, form: str, target: Path | None, lang: str) -> int:
    """Write the descriptive fields of all papers; the exit code."""
    links = holdings(root)
    if isinstance(links, Failure):
        return refuse(links, "text", lang)
    content = FORMS[form](described(root, links))
    if target is None:
        click.echo(content.decode(), nl=False)
        return GOOD
    try:
        replace_file(target, content)
    except OSError as error:
        values = {"file": str(target), "reason": error.strerror or str(error)}
        return refuse(Failure.of(Problem("B922", Place(target), values)), "text", lang)
    click.echo(say("written", lang, file=target))
    return GOOD


def extract_one(root: Path, identifier: str, target: Path, lang: str) -> int:
    """Copy an addition's files; the exit code."""
    found = find(root, identifier)
    if isinstance(found, Failure):
        return refuse(found, "text", lang)
    copied = extract(root, found, target)
    if isinstance(copied, Failure):
        return refuse(copied, "text", lang)
    folder = target / found.identifier.rpartition("/")[2]
    click.echo(say("extracted", lang, count=len(copied), folder=folder))
    return GOOD
