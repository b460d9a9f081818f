"""The desk's addresses, and what answers them."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from reportgen.desk import actions, beginning, showing
from reportgen.desk.asking import MOST_UPLOAD, AskedWronglyError, Upload, download, json_of, text
from reportgen.desk.custody import Custody, changed
from reportgen.desk.form import form
from reportgen.desk.guard import SHELL, Entrance, Guard
from reportgen.desk.paper import Desk
from reportgen.desk.service import Service
from reportgen.desk.words import words

STATIC = Path(__file__).parent / "static"
HEARTBEAT = 10.0
"""Seconds after which a silent stream says that it is alive."""
MOST_STREAMS = 12
"""Pages that hear of changes at once; more ask again and again."""
MOST_FILES = 20

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


def application(service: Service, door: Entrance) -> Guard:
    """The desk behind its guard."""
    desk = _Addresses(service)
    routes = [
        Route("/", desk.shell),
        Route("/api/begin", desk.begin),
        Route("/api/conferences", desk.conferences),
        Route("/api/news", desk.news),
        Route("/api/of/{name}/hold", desk.hold, methods=["POST"]),
        Route("/api/of/{name}/release", desk.release, methods=["POST"]),
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
        self.custody = Custody(service.office, service.lang)
        self._streams = 0

    async def shell(self, _: Request) -> Response:
        """The page."""
        nonce = secrets.token_urlsafe(16)
        content = (STATIC / "index.html").read_text("utf-8")
        filled = content.replace("%lang%", self.service.lang).replace("%nonce%", nonce)
        headers = {"Content-Security-Policy": SHELL.replace("{nonce}", nonce)}
        return Response(filled.encode(), media_type="text/html; charset=utf-8", headers=headers)

    async def begin(self, request: Request) -> Response:
        """What the page needs once."""
        service = self.service
        begun = {"words": words(service.lang), "form": form(), "lang": service.lang, "readonly": service.readonly}
        return JSONResponse({**begun, "only": service.folder.only, "visitor": self.custody.visitor(request).name})

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
        desk = await self._desk(request)
        if what in WRITING:
            refusal = self.custody.refusal(request, desk.held.path.name)
            if refusal is not None:
                return refusal
            self.custody.note(request, what, desk.held.path.name, changed(sent))
        return await run_in_threadpool(answer, self.service, desk, sent)

    async def hold(self, request: Request) -> Response:
        """An input held for who asks, where nobody else has it."""
        if self.service.readonly:
            raise HTTPException(404)
        desk = await self._desk(request)
        other = self.custody.holder(request, desk.held.path.name)
        self.service.tell()
        return JSONResponse({"writer": other})

    async def release(self, request: Request) -> Response:
        """An input given back."""
        self.custody.release(request, request.path_params["name"])
        self.service.tell()
        return JSONResponse({})

    async def of_all(self, request: Request) -> Response:
        """Something of the whole folder."""
        answer = OF_ALL.get(request.path_params["what"])
        if answer is None or self.service.readonly:
            raise HTTPException(404)
        sent = await json_of(request)
        self.custody.note(request, request.path_params["what"], text(sent, "name"))
        return await run_in_threadpool(answer, self.service, sent)

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
        file = fields.get("into") or fields.get("name", "")
        refusal = self.custody.refusal(request, file) if file in self.service.folder.names() else None
        if refusal is not None:
            return refusal
        self.custody.note(request, request.path_params["what"], file, [one.name for one in uploads])
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
        self.custody.note(request, "download", request.path_params["name"], [file])
        return await run_in_threadpool(showing.file, self.service, await self._desk(request), file)

    async def results(self, request: Request) -> Response:
        """All results of an input."""
        self.custody.note(request, "download", request.path_params["name"], ["*.zip"])
        return await run_in_threadpool(showing.results, self.service, await self._desk(request))

    async def all_results(self, request: Request) -> Response:
        """All results of all inputs."""
        self.custody.note(request, "download", at=["*.zip"])
        return await run_in_threadpool(showing.all_results, self.service)

    async def copy(self, request: Request) -> Response:
        """A proofread copy, once more to fetch."""
        name, content = self.service.copies.get(request.path_params["key"], ("", b""))
        if not name:
            raise HTTPException(404)
        self.custody.note(request, "download", name)
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
                    if not self.custody.stays(request):
                        return
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
