"""What a page may send, read and bounded; and what it gets back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from reportgen.editing import Add, Move, Operation, Remove, Rename, Set, Way
from reportgen.problems import Failure
from reportgen.problems.show import as_records

MOST_JSON = 8 * 1024 * 1024
MOST_UPLOAD = 33 * 1024 * 1024
MOST_OPERATIONS = 5000
MOST_DEPTH = 20


class AskedWronglyError(Exception):
    """What was sent is not what a page of ours sends."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent."""

    name: str
    content: bytes


async def body_of(request: Request, most: int) -> bytes:
    """The body, as long as it may be."""
    read = bytearray()
    async for piece in request.stream():
        read += piece
        if len(read) > most:
            raise AskedWronglyError
    return bytes(read)


async def json_of(request: Request) -> dict[str, Any]:
    """The body as a JSON object."""
    raw = await body_of(request, MOST_JSON)
    try:
        read = json.loads(raw) if raw else {}
    except (ValueError, RecursionError) as error:
        raise AskedWronglyError from error
    if not isinstance(read, dict):
        raise AskedWronglyError
    return read


def operations(sent: Any) -> tuple[Operation, ...]:
    """The operations that were sent."""
    if not isinstance(sent, list) or len(sent) > MOST_OPERATIONS:
        raise AskedWronglyError
    return tuple(map(_operation, sent))


def _operation(sent: Any) -> Operation:
    try:
        match sent["do"]:
            case "set":
                return Set(_way(sent["way"]), _content(sent["content"]))
            case "add":
                return Add(_way(sent["way"]), int(sent["number"]), _content(sent["content"]))
            case "remove":
                return Remove(_way(sent["way"]))
            case "move":
                return Move(_way(sent["way"]), int(sent["number"]))
            case "rename":
                return Rename(_way(sent["way"]), str(sent["name"]))
    except (KeyError, TypeError, ValueError) as error:
        raise AskedWronglyError from error
    raise AskedWronglyError


def _way(sent: Any) -> Way:
    if not isinstance(sent, list) or not 0 < len(sent) <= MOST_DEPTH:
        raise AskedWronglyError
    if not all(isinstance(part, str) or (type(part) is int and part >= 0) for part in sent):
        raise AskedWronglyError
    return tuple(sent)


def _content(sent: Any, depth: int = 0) -> Any:
    if depth > MOST_DEPTH:
        raise AskedWronglyError
    if isinstance(sent, str):
        return sent
    if isinstance(sent, list):
        return [_content(one, depth + 1) for one in sent]
    if isinstance(sent, dict):
        return {key: _content(held, depth + 1) for key, held in sent.items()}
    raise AskedWronglyError


def contents(sent: Any) -> dict[str, Any]:
    """Contents by their key."""
    if not isinstance(sent, dict):
        raise AskedWronglyError
    return {key: _content(held) for key, held in sent.items()}


def text(sent: dict[str, Any], key: str, default: str = "") -> str:
    """A text of what was sent."""
    value = sent.get(key, default)
    if not isinstance(value, str):
        raise AskedWronglyError
    return value


def told(failure: Failure | Sequence[Any], lang: str, status: int = 409) -> Response:
    """Why something was not done."""
    problems = failure.problems if isinstance(failure, Failure) else failure
    return JSONResponse({"problems": as_records(problems, lang)}, status)


def download(content: bytes, name: str, kind: str) -> Response:
    """A file to be kept."""
    from urllib.parse import quote

    return Response(
        content, media_type=kind, headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    )
