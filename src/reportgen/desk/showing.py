"""The papers of an input as the page shows and hands them out."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

from starlette.responses import JSONResponse, Response

from reportgen.build import Request as Wanted
from reportgen.build import build
from reportgen.desk.asking import download, told
from reportgen.desk.guard import PAPER
from reportgen.desk.paper import Desk
from reportgen.desk.service import Service
from reportgen.figures.ledger import Ledger
from reportgen.figures.phrase import plain
from reportgen.layout.document import Document
from reportgen.official.issuing import REPORT, REPORT_KIND
from reportgen.official.letterhead import head_of
from reportgen.press.headlines import headlines
from reportgen.problems.catalog import has_errors
from reportgen.writers.formats import FORMATS, PICTURE_TYPE, format_of

DOWNLOADED = frozenset({"docx", "pptx"})
STYLE = "/static/paper.css"
FIELDS = "truong.json"


def papers(_: Service, desk: Desk, __: dict[str, object]) -> Response:
    """The papers that can be shown, those that lack something, and whether they are of an earlier state."""
    shelf = desk.shelf()
    problems = desk.checked()[1]
    return JSONResponse(
        {
            "version": desk.held.version,
            "old": has_errors(problems),
            "papers": shelf.listed() if shelf is not None else [],
            "missing": desk.missing(),
        }
    )


def article(_: Service, desk: Desk, __: dict[str, object]) -> Response:
    """Headlines to choose from, and the portal's fields to copy."""
    shelf = desk.shelf()
    conference = shelf.given.conference if shelf is not None else None
    if shelf is None or conference is None:
        return JSONResponse({"headlines": [], "fields": {}})
    found = headlines(Ledger(conference), head_of(conference, REPORT, REPORT_KIND))
    keys = [key for key, paper in shelf.papers.items() if FIELDS in paper.formats]
    made = shelf.file(f"{keys[0]}.{FIELDS}") if keys else None
    fields = made.content.decode() if made is not None and made.content else "{}"
    return JSONResponse({"headlines": list(map(plain, found)), "fields": json.loads(fields)})


def page_of(service: Service, desk: Desk, key: str) -> Response:
    """A paper's text at once; figures and paragraphs lead back to what was typed."""
    from reportgen.writers.web import readable, write_traced

    shelf = desk.shelf()
    document = shelf.document(key) if shelf is not None else None
    if document is None:
        return Response(status_code=404)
    if not isinstance(document, Document):
        return told(document, service.lang, 500)
    content = write_traced(readable(document), STYLE)
    return Response(content, media_type="text/html; charset=utf-8", headers={"Content-Security-Policy": PAPER})


def pages(_: Service, desk: Desk, key: str) -> Response:
    """How many pages a paper has."""
    shelf = desk.shelf()
    return JSONResponse({"pages": shelf.pages(key) if shelf is not None else 0})


def picture(_: Service, desk: Desk, key: str, number: int) -> Response:
    """A page of the PDF as a picture."""
    shelf = desk.shelf()
    drawn = shelf.page(key, number) if shelf is not None else None
    return Response(drawn, media_type="image/png") if drawn is not None else Response(status_code=404)


def file(service: Service, desk: Desk, name: str) -> Response:
    """A form of a paper."""
    shelf = desk.shelf()
    made = shelf.file(name) if shelf is not None else None
    if made is None:
        return Response(status_code=404)
    if has_errors(made.problems) or not made.content:
        return told(made.problems, service.lang, 500)
    extension = format_of(name)
    kind = FORMATS[extension].media_type if extension else PICTURE_TYPE
    if extension in DOWNLOADED:
        return download(made.content, f"{desk.held.path.stem}-{name}", kind)
    headers = {"Content-Security-Policy": PAPER} if extension == "html" else {}
    return Response(made.content, media_type=kind, headers=headers)


def made(service: Service, desk: Desk, _: dict[str, object]) -> Response:
    """The papers built into the results' folder, as `build` does it."""
    outcome = build(Wanted(desk.held.path, service.folder.outputs))
    if outcome.failed:
        return told(outcome.problems, service.lang)
    return JSONResponse({"folder": str(outcome.folder), "files": [one.name for one in outcome.files]})


def results(service: Service, desk: Desk) -> Response:
    """The built results of an input as one ZIP file."""
    folder = service.folder.outputs / desk.held.path.stem
    return _packed([folder], f"{folder.name}.zip")


def all_results(service: Service) -> Response:
    """The built results of all inputs as one ZIP file."""
    folders = [service.folder.outputs / Path(name).stem for name in service.folder.names()]
    return _packed(folders, f"{service.folder.outputs.name}.zip")


def _packed(folders: Sequence[Path], name: str) -> Response:
    files = [one for folder in folders if folder.is_dir() for one in sorted(folder.iterdir()) if _is_result(one)]
    if not files:
        return Response(status_code=404)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for one in files:
            packed.writestr(f"{one.parent.name}/{one.name}", one.read_bytes())
    return download(content.getvalue(), name, "application/zip")


def _is_result(one: Path) -> bool:
    return one.is_file() and not one.is_symlink() and not one.name.startswith(".")
