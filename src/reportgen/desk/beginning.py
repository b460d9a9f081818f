"""Conferences begun, taken over and archived from the page."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from starlette.responses import JSONResponse, Response

from reportgen.archive.adding import add
from reportgen.archive.intake import Wanted as Taking
from reportgen.archive.intake import package_of, take_in
from reportgen.desk.asking import AskedWronglyError, Upload, text, told
from reportgen.desk.paper import Desk
from reportgen.desk.service import Service
from reportgen.drafting.files import Target, create, target
from reportgen.drafting.following import following_year
from reportgen.drafting.fresh import Answers, first_file
from reportgen.files.names import portable
from reportgen.files.replace import create_file
from reportgen.intake.merging import Choice, Difference, merge
from reportgen.intake.opening import read_sheets
from reportgen.intake.taking import Given, Taken, Wanted, take
from reportgen.intake.writing import new_input
from reportgen.model.leaves import Days, Words, Year
from reportgen.names.organs import organ, organs
from reportgen.problems import Failure, Flaw, Place, Problem
from reportgen.problems.catalog import has_errors
from reportgen.problems.show import as_records
from reportgen.proofread.asked import Asked
from reportgen.proofread.asked import Given as Sent
from reportgen.proofread.inspection import inspect
from reportgen.vietnamese.letters import nfc

PICTURES = "anh"
"""The folder beside the inputs that photographs are put into."""
PICTURE_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".heic", ".webp"})
WORDS_OF_A_FIELD = 300


def conferences(service: Service, _: dict[str, Any]) -> Response:
    """The inputs of the folder, and what a new one may be of."""
    now = datetime.now().astimezone().date()
    return JSONResponse(
        {
            "conferences": service.folder.rows(),
            "folder": service.folder.inputs.absolute().name,
            "organs": [one.names[0] for one in organs()],
            "year": now.year - 1 if now.month <= 3 else now.year,
        }
    )


def new(service: Service, sent: dict[str, Any]) -> Response:
    """A new input from answers."""
    named = {
        key: " ".join(nfc(text(sent, key))[:WORDS_OF_A_FIELD].split())
        for key in ("year", "unit", "organ", "province", "date")
    }
    wrong = [key for key, value in named.items() if value and key in _WRONG and _WRONG[key](value)]
    if wrong or not named["year"] or not named["unit"]:
        missing = [key for key in ("year", "unit") if not named[key]]
        return JSONResponse({"fields": [*wrong, *missing]}, 422)
    answers = Answers(int(named["year"]), named["unit"], named["organ"], named["province"], named["date"])
    place = target(service.folder.inputs, answers.named, answers.year)
    return _created(service, place, first_file(answers, place.way))


_WRONG = {
    "year": lambda value: isinstance(Year.read(Words(value)), Flaw) or not value.isdecimal(),
    "organ": lambda value: organ(value) is None,
    "date": lambda value: isinstance(Days.read(Words(value)), Flaw),
}


def following(service: Service, sent: dict[str, Any]) -> Response:
    """Next year's input from this one's."""
    desk = service.desk(text(sent, "name"))
    if desk is None:
        raise AskedWronglyError
    given, _ = desk.checked()
    if given.conference is None:
        return told([Problem("B924", Place(desk.held.path))], service.lang)
    place = target(service.folder.inputs, given.conference.unit.name, given.conference.year.number + 1)
    return _created(service, place, following_year(given.conference, given.problems, place.way))


def _created(service: Service, place: Target, content: str) -> Response:
    created = create(place, content)
    return told(created, service.lang) if isinstance(created, Failure) else JSONResponse({"name": place.file.name})


def taken_over(service: Service, uploads: list[Upload], fields: dict[str, str]) -> Response:
    """Tables of Excel or Word files made an input, or put into one that is there."""
    taken = _taken(uploads, fields.get("year", ""))
    if isinstance(taken, Failure):
        return told(taken, service.lang)
    if not fields.get("into"):
        place = target(service.folder.inputs, taken.unit, taken.year)
        return _created(service, place, new_input(taken, [one.name for one in uploads], place.way))
    desk = service.desk(fields["into"])
    if desk is None:
        raise AskedWronglyError
    return _put_into(service, desk, taken, fields)


def _taken(uploads: list[Upload], year: str) -> Taken | Failure:
    with tempfile.TemporaryDirectory() as folder:
        given: list[Given] = []
        for number, one in enumerate(uploads):
            file = Path(folder) / f"{number}{Path(one.name).suffix.lower()[:8]}"
            file.write_bytes(one.content)
            sheets = read_sheets(file)
            if isinstance(sheets, Failure):
                renamed = (
                    Problem(problem.code, Place(Path(one.name)), {**problem.values, "file": one.name})
                    for problem in sheets.problems
                )
                return Failure(tuple(renamed))
            given.append(Given(Path(one.name), sheets))
    return take(given, Wanted(int(year) if year.isdecimal() and len(year) == 4 else None))


def _put_into(service: Service, desk: Desk, taken: Taken, fields: dict[str, str]) -> Response:
    """The figures in an input; where both differ, the questions first, then the answers."""
    held = desk.held
    source = held.source
    if source.root is None:
        return told(source.problems, service.lang)
    open_questions: list[dict[str, str]] = []

    def answer(difference: Difference) -> Choice:
        said = fields.get(f"answer:{difference.key}:{difference.what}")
        if said is None:
            old, fresh = difference.old, difference.new
            open_questions.append(
                {
                    "key": difference.key,
                    "name": difference.name,
                    "what": difference.what,
                    "old": old,
                    "new": fresh,
                    "cell": difference.cell,
                }
            )
        return Choice.NEW if said == "new" else Choice.OLD

    merged = merge(source, taken, answer)
    if open_questions:
        return JSONResponse({"questions": open_questions})
    failure = held.replace(held.version, merged.text)
    service.tell()
    if failure is not None:
        return told(failure, service.lang)
    counts = {"added": merged.added, "filled": merged.filled, "changed": merged.changed, "same": merged.same}
    return JSONResponse({"name": held.path.name, "counts": counts})


def archived(service: Service, desk: Desk, _: dict[str, Any]) -> Response:
    """The built results put into the archive."""
    delivery = take_in(service.folder.outputs / desk.held.path.stem, Taking(desk.held.path))
    if isinstance(delivery, Failure):
        return told(delivery, service.lang)
    added = add(service.folder.archive, package_of(delivery), datetime.now().astimezone().date())
    if isinstance(added, Failure):
        return told(added, service.lang)
    return JSONResponse({"identifier": added.description.identifier, "fresh": added.fresh})


def proofread(service: Service, uploads: list[Upload], _: dict[str, str]) -> Response:
    """Files that were dropped on the page: what is wrong in each, and a copy with the findings in it."""
    found = inspect([Sent(Path(Path(one.name).name or "tep"), one.content) for one in uploads], Asked(service.lang))
    shown = []
    for one in found:
        records = as_records(one.problems, service.lang)
        for record, mark in zip(records, one.marks, strict=True):
            record |= {"quote": mark.quote, "context": mark.context[:600], "page": mark.page}
        copy = service.keep_copy(f"{one.file.stem}-nhan-xet{one.file.suffix}", one.copy) if one.copy else ""
        shown.append({"file": one.file.name, "marks": records, "copy": copy, "failed": has_errors(one.problems)})
    return JSONResponse({"files": shown})


def photographed(service: Service, uploads: list[Upload], fields: dict[str, str]) -> Response:
    """Photographs that were dropped on the article: put beside the input, their names told."""
    desk = service.desk(fields.get("name", ""))
    if desk is None:
        raise AskedWronglyError
    names = []
    for one in uploads:
        name = Path(one.name)
        if name.suffix.lower() not in PICTURE_ENDINGS or not _is_picture(one.content):
            return told([Problem("B943", Place(Path(name.name)), {"file": name.name})], service.lang)
        folder = desk.held.path.parent / PICTURES
        folder.mkdir(exist_ok=True)
        names.append(f"{PICTURES}/{_put(folder, name, one.content)}")
    return JSONResponse({"files": names})


def _is_picture(content: bytes) -> bool:
    heads = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
    return content.startswith(heads) or content[4:8] == b"ftyp" or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")


def _put(folder: Path, name: Path, content: bytes) -> str:
    """The name that a picture was written under; one that is there already is not written twice."""
    stem = "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in name.stem)[:60] or "anh"
    for number in range(1000):
        wanted = f"{stem}{f'-{number}' if number else ''}{name.suffix.lower()}"
        file = folder / wanted
        if not portable(wanted):
            stem = f"anh-{stem}"
            continue
        if create_file(file, content) or (not file.is_symlink() and file.is_file() and file.read_bytes() == content):
            return wanted
    return f"{stem}{name.suffix.lower()}"
