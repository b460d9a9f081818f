"""The desk as a server on this machine: addresses, and what answers them."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from reportgen.desk import actions, beginning, showing
from reportgen.desk.asking import MOST_UPLOAD, AskedWronglyError, Upload, download, json_of
from reportgen.desk.folder import Folder
from reportgen.desk.form import form
from reportgen.desk.guard import SHELL, Door, Guard
from reportgen.desk.paper import Desk
from reportgen.desk.service import Service
from reportgen.desk.words import words

LOOPBACK = "127.0.0.1"
STATIC = Path(__file__).parent / "static"
HEARTBEAT = 10.0
"""Seconds after which a silent stream says that it is alive."""
MOST_STREAMS = 12
"""Pages that hear of changes at once; more ask again and again."""
MOST_FILES = 20
WAITING = 100
"""Connections that may wait before the desk answers."""

OF_ONE = {
    **actions.READING,
    "papers": showing.papers,
    "article": showing.article,
}
WRITING = {**actions.WRITING, "build": showing.made, "archive": beginning.archived}
OF_ALL: dict[str, Callable[[Service, dict[str, Any]], Response]] = {
    "new": beginning.new,
    "following": beginning.following,
}
SENT = {"import": beginning.taken_over, "proofread": beginning.proofread, "photographs": beginning.photographed}


def application(service: Service, door: Door) -> Guard:
    """The desk behind its guard."""
    desk = _Addresses(service)
    routes = [
        Route("/", desk.shell),
        Route("/api/begin", desk.begin),
        Route("/api/conferences", desk.conferences),
        Route("/api/news", desk.news),
        Route("/api/of/{name}/{what}", desk.of_one, methods=["POST"]),
        Route("/api/all/{what}", desk.of_all, methods=["POST"]),
        Route("/api/send/{what}", desk.sent, methods=["POST"]),
        Route("/papers/{name}/{key}/page.html", desk.page),
        Route("/papers/{name}/{key}/pages", desk.pages),
        Route("/papers/{name}/{key}/{number:int}.png", desk.picture),
        Route("/papers/{name}/{file}", desk.file),
        Route("/results/{name}.zip", desk.results),
        Route("/results.zip", desk.all_results),
        Route("/copies/{key}", desk.copy),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    failures = {AskedWronglyError: _asked_wrongly, MultiPartException: _asked_wrongly}
    return Guard(Starlette(routes=routes, exception_handlers=failures, lifespan=_watching(service)), door)


async def _asked_wrongly(_: Request, __: Exception) -> Response:
    return PlainTextResponse("400 Bad Request\n", 400)


def _watching(service: Service) -> Callable[[Starlette], Any]:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        looking = Thread(target=service.watch, daemon=True)
        looking.start()
        yield
        service.end()
        looking.join(2)

    return lifespan


class _Addresses:
    """What answers each address. Work is done in threads of its own."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self._streams = 0

    async def shell(self, _: Request) -> Response:
        """The page."""
        nonce = secrets.token_urlsafe(16)
        content = (STATIC / "index.html").read_text("utf-8")
        filled = content.replace("%lang%", self.service.lang).replace("%nonce%", nonce)
        headers = {"Content-Security-Policy": SHELL.replace("{nonce}", nonce)}
        return Response(filled.encode(), media_type="text/html; charset=utf-8", headers=headers)

    async def begin(self, _: Request) -> Response:
        """What the page needs once."""
        service = self.service
        begun = {"words": words(service.lang), "form": form(), "lang": service.lang, "readonly": service.readonly}
        return JSONResponse({**begun, "only": service.folder.only})

    async def conferences(self, _: Request) -> Response:
        """The list of inputs."""
        return await run_in_threadpool(beginning.conferences, self.service, {})

    async def of_one(self, request: Request) -> Response:
        """Something of one input."""
        what = request.path_params["what"]
        answer = OF_ONE.get(what) or (None if self.service.readonly else WRITING.get(what))
        if answer is None:
            raise HTTPException(404)
        sent = await json_of(request)
        return await run_in_threadpool(answer, self.service, await self._desk(request), sent)

    async def of_all(self, request: Request) -> Response:
        """Something of the whole folder."""
        answer = OF_ALL.get(request.path_params["what"])
        if answer is None or self.service.readonly:
            raise HTTPException(404)
        return await run_in_threadpool(answer, self.service, await json_of(request))

    async def sent(self, request: Request) -> Response:
        """Files that were sent."""
        answer = SENT.get(request.path_params["what"])
        if answer is None or self.service.readonly:
            raise HTTPException(404)
        length = request.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > MOST_UPLOAD:
            raise HTTPException(413)
        async with request.form(max_files=MOST_FILES, max_fields=1000) as read:
            uploads, fields = [], {}
            for key, value in read.multi_items():
                if isinstance(value, str):
                    fields[key] = value
                else:
                    uploads.append(Upload(Path(value.filename or "").name, await value.read()))
        if not uploads:
            raise AskedWronglyError
        return await run_in_threadpool(answer, self.service, uploads, fields)

    async def page(self, request: Request) -> Response:
        """A paper's text."""
        key = request.path_params["key"]
        return await run_in_threadpool(showing.page_of, self.service, await self._desk(request), key)

    async def pages(self, request: Request) -> Response:
        """The number of a paper's pages."""
        key = request.path_params["key"]
        return await run_in_threadpool(showing.pages, self.service, await self._desk(request), key)

    async def picture(self, request: Request) -> Response:
        """A page of a paper."""
        key, number = request.path_params["key"], request.path_params["number"]
        return await run_in_threadpool(showing.picture, self.service, await self._desk(request), key, number)

    async def file(self, request: Request) -> Response:
        """A paper's file."""
        file = request.path_params["file"]
        return await run_in_threadpool(showing.file, self.service, await self._desk(request), file)

    async def results(self, request: Request) -> Response:
        """All results of an input."""
        return await run_in_threadpool(showing.results, self.service, await self._desk(request))

    async def all_results(self, _: Request) -> Response:
        """All results of all inputs."""
        return await run_in_threadpool(showing.all_results, self.service)

    async def copy(self, request: Request) -> Response:
        """A proofread copy, once more to fetch."""
        name, content = self.service.copies.get(request.path_params["key"], ("", b""))
        if not name:
            raise HTTPException(404)
        return download(content, name, "application/octet-stream")

    async def news(self, request: Request) -> Response:
        """The versions of the opened inputs, as server-sent events, whenever one changes."""
        seen = request.headers.get("last-event-id", "")
        number = int(seen) if seen.isdecimal() and len(seen) < 12 else -1
        return StreamingResponse(self._stream(request, number), media_type="text/event-stream")

    async def _stream(self, request: Request, seen: int) -> AsyncIterator[bytes]:
        yield b"retry: 1000\n\n"
        stays = self._streams < MOST_STREAMS
        self._streams += 1
        try:
            silent = 0.0
            while not self.service.stopped.is_set() and not await request.is_disconnected():
                number, versions = self.service.news(seen, 0)
                if number != seen:
                    seen, silent = number, 0.0
                    yield f"id: {number}\ndata: {json.dumps(versions, ensure_ascii=False)}\n\n".encode()
                elif silent >= HEARTBEAT:
                    silent = 0.0
                    yield b": \n\n"
                if not stays:
                    return
                await asyncio.sleep(0.1)
                silent += 0.1
        finally:
            self._streams -= 1

    async def _desk(self, request: Request) -> Desk:
        desk = await run_in_threadpool(self.service.desk, request.path_params["name"])
        if desk is None:
            raise HTTPException(404)
        return desk


class Served:
    """A desk, bound to a port (0 for any that is free) but not yet answering. OSError if it cannot be bound."""

    def __init__(self, folder: Folder, port: int, lang: str, *, readonly: bool = False) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":  # elsewhere it would let another program take the port over
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self._socket.bind((LOOPBACK, port))
            self._socket.listen(WAITING)
        except (OSError, OverflowError):
            self._socket.close()
            raise
        self.service = Service(folder, lang, readonly)
        self.door = Door(LOOPBACK, self._socket.getsockname()[1])
        config = uvicorn.Config(
            application(self.service, self.door),
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=1,
            limit_concurrency=100,
            h11_max_incomplete_event_size=32 * 1024,
            ws="none",
        )
        self._server = uvicorn.Server(config)

    @property
    def address(self) -> str:
        """What to open in the browser."""
        return self.door.address

    def serve(self) -> None:
        """Answer until `stop` is called, or until the caller's thread is interrupted."""
        self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        """End `serve`; called from another thread."""
        self.service.end()
        self._server.should_exit = True
