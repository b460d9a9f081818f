"""What is done to one input: changed, taken back, mended; and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from starlette.responses import JSONResponse, Response

from reportgen.desk.asking import AskedWronglyError, contents, operations, text, told
from reportgen.desk.paper import Desk
from reportgen.desk.service import Service
from reportgen.desk.sheet import computed, phrases
from reportgen.desk.telling import Ways, known_way, line_mended
from reportgen.desk.telling import told as shown
from reportgen.editing import Operation
from reportgen.problems import Failure
from reportgen.problems.catalog import has_errors
from reportgen.problems.show import summary
from reportgen.source.origins import origins

Sent = dict[str, Any]
INDICATORS = "chỉ tiêu"
MOST_ROWS = 40
"""So many rows are computed anew one by one; after a change of more, all."""


def _after(service: Service, desk: Desk, failure: Failure | None, keys: frozenset[str] | None = None) -> Response:
    service.tell()
    if failure is not None:
        return told(failure, service.lang)
    return JSONResponse(service.state(desk.held, keys))


def opened(service: Service, desk: Desk, _: Sent) -> Response:
    """The input as it stands."""
    desk.held.refresh()
    return JSONResponse(service.state(desk.held))


def edit(service: Service, desk: Desk, sent: Sent) -> Response:
    """Operations on a state."""
    wanted = operations(sent.get("operations"))
    failure = desk.held.operate(text(sent, "base"), wanted, text(sent, "group"))
    return _after(service, desk, failure, _rows(wanted))


def _rows(wanted: tuple[Operation, ...]) -> frozenset[str] | None:
    """The indicators that operations are about."""
    keys = frozenset(str(one.way[1]) for one in wanted if len(one.way) > 1 and one.way[0] == INDICATORS)
    renames = any(hasattr(one, "name") for one in wanted) or any(one.way == (INDICATORS,) for one in wanted)
    years = any(one.way == ("năm",) for one in wanted)
    return None if len(keys) > MOST_ROWS or renames or years else keys


def replace(service: Service, desk: Desk, sent: Sent) -> Response:
    """A whole text in the place of a state's."""
    failure = desk.held.replace(text(sent, "base"), text(sent, "text"), "text")
    return _after(service, desk, failure)


def undo(service: Service, desk: Desk, _: Sent) -> Response:
    """The state before."""
    return _after(service, desk, desk.held.undo())


def redo(service: Service, desk: Desk, _: Sent) -> Response:
    """The state that was taken back."""
    return _after(service, desk, desk.held.redo())


def mend(service: Service, desk: Desk, sent: Sent) -> Response:
    """One line mended, as `fmt` does it."""
    line = sent.get("line")
    if type(line) is not int:
        raise AskedWronglyError
    source = desk.held.source
    mended = line_mended(source.path, source, line)
    failure = desk.held.replace(desk.held.version, mended) if mended is not None else None
    return _after(service, desk, failure)


def back(service: Service, desk: Desk, sent: Sent) -> Response:
    """A state of the history put in the file's place."""
    number = sent.get("number")
    content = desk.held.history.content(number) if type(number) is int else None
    if content is None:
        raise AskedWronglyError
    return _after(service, desk, desk.held.replace(desk.held.version, content.decode("utf-8-sig", "replace")))


def problems(service: Service, desk: Desk, _: Sent) -> Response:
    """All that is wrong, and the words of the indicators."""
    given, found = desk.checked()
    return JSONResponse(
        {
            "version": desk.held.version,
            "summary": summary(found, service.lang),
            "failed": has_errors(found),
            "problems": shown(found, given.source, service.lang),
            "phrases": phrases(given),
        }
    )


def history(_: Service, desk: Desk, __: Sent) -> Response:
    """The states that are kept."""
    states = [{"number": one.number, "when": one.when.isoformat()} for one in desk.held.history.states()]
    return JSONResponse({"states": states})


def earlier(_: Service, desk: Desk, sent: Sent) -> Response:
    """A state of the history beside the text as it stands: the lines that differ."""
    from difflib import unified_diff

    number = sent.get("number")
    content = desk.held.history.content(number) if type(number) is int else None
    if content is None:
        raise AskedWronglyError
    was, now = content.decode("utf-8-sig", "replace").splitlines(), desk.held.source.text.splitlines()
    lines = [line for line in unified_diff(now, was, n=1, lineterm="") if not line.startswith(("---", "+++"))]
    return JSONResponse({"lines": lines[:2000]})


def where(_: Service, desk: Desk, sent: Sent) -> Response:
    """The way to what a paragraph prints, by the name of its source."""
    shelf = desk.shelf()
    source = desk.held.source
    if shelf is None or source.root is None:
        return JSONResponse({"way": []})
    origin = origins(source.root).by_name.get(text(sent, "source"))
    way = Ways(source).at(origin.scalar.place) if origin is not None else ()
    return JSONResponse({"way": list(known_way(source, way)), "line": origin.scalar.place.line if origin else 0})


def compute(service: Service, _: Desk, sent: Sent) -> Response:
    """The computed cells of rows as they stand in the page, before they are in the file."""
    rows = contents(sent.get("rows"))
    if len(rows) > MOST_ROWS:
        raise AskedWronglyError
    return JSONResponse(computed(rows, text(sent, "year"), service.lang))


READING: Mapping[str, Callable[[Service, Desk, Sent], Response]] = MappingProxyType(
    {"open": opened, "problems": problems, "history": history, "earlier": earlier, "where": where, "compute": compute}
)
WRITING: Mapping[str, Callable[[Service, Desk, Sent], Response]] = MappingProxyType(
    {"edit": edit, "text": replace, "undo": undo, "redo": redo, "mend": mend, "back": back}
)
"""What a page asks for → what answers it. Those that write are not there in a preview."""
