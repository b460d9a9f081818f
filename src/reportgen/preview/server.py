"""The papers of one input on the loopback address, for the browser of this machine alone.

Only requests that name this address as their host are answered, so no page from elsewhere can reach the papers by a
name of its own (DNS rebinding), and none that another site's page sends. Every address begins with a word that nobody
can guess, so other users of the machine reach nothing. There is no path to files: an address is looked up among the
papers' own names.
"""

from __future__ import annotations

import json
import re
import secrets
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from email.message import Message
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from threading import BoundedSemaphore, Event
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qs, unquote

from reportgen.preview.edition import Edition, Form
from reportgen.preview.watching import Desk
from reportgen.preview.words import words
from reportgen.problems.catalog import severity
from reportgen.problems.show import Style, as_text, harmless, pointed, summary
from reportgen.writers.formats import FORMATS, PICTURE_TYPE, PLAIN, format_of

LOOPBACK = "127.0.0.1"
HEARTBEAT = 15.0
"""Seconds after which a silent stream says that it is alive, so that one whose reader has gone ends."""
STREAMS = 4
"""So many tabs hear of an edition at once. Browsers open six connections at most: further tabs ask again and again."""
RETRY = b"retry: 2000\n\n"
"""Milliseconds after which a tab asks again whose stream has ended."""
HTTP_PORT = 80
"""The port that browsers leave out of an address."""
HERE = Path(__file__).parent
SHELL = MappingProxyType({"shell.css": "text/css; charset=utf-8", "shell.js": "text/javascript; charset=utf-8"})
DOWNLOADED = frozenset({"docx"})
OWN_SITE = frozenset({"none", "same-origin"})
"""What a browser says of the page that a request comes from (Fetch Metadata): from none, or from one of ours."""
POLICY: Mapping[str, str] = MappingProxyType(
    {
        "shell": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
        "img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        "paper": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; "
        "base-uri 'none'; form-action 'none'",
    }
)
"""What a page may load: papers run no script and load nothing but their pictures."""


class Preview:
    """A preview of one input, bound to a port (0 for any that is free) but not yet answering. OSError if it cannot
    be bound."""

    def __init__(self, file: Path, port: int, lang: str) -> None:
        self.desk = Desk(file)
        self._server = _Server((LOOPBACK, port), self.desk, lang)
        self._stopped = Event()

    @property
    def address(self) -> str:
        """What to open in the browser."""
        return f"http://{LOOPBACK}:{self._server.server_address[1]}/{self._server.key}/"

    def serve(self) -> None:
        """Answer until `stop` is called, or until the caller's thread is interrupted. A fault while an edition is made
        ends it too: old papers would pass for new ones."""
        with ThreadPoolExecutor(1) as pool:
            self._server.keeping = pool.submit(self.desk.keep, self._stopped)
            try:
                self._server.serve_forever(poll_interval=0.1)
            finally:
                self._stopped.set()
                self._server.server_close()

    def stop(self) -> None:
        """End `serve`; called from another thread."""
        self._server.shutdown()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    keeping: Future[None]

    def __init__(self, address: tuple[str, int], desk: Desk, lang: str) -> None:
        super().__init__(address, _Handler)
        self.desk, self.lang = desk, lang
        self.key = secrets.token_urlsafe(16)
        self.streams = BoundedSemaphore(STREAMS)
        port = self.server_address[1]
        names = {LOOPBACK, "localhost"}
        self.hosts = {f"{name}:{port}" for name in names} | (names if port == HTTP_PORT else set())

    def welcomes(self, headers: Message) -> bool:
        """Whether a request comes from this machine's own browser: from its address bar, or from a page served here."""
        origin = headers.get("Origin")
        own = origin is None or (origin.startswith("http://") and origin.removeprefix("http://") in self.hosts)
        return own and headers.get("Host", "") in self.hosts and headers.get("Sec-Fetch-Site", "none") in OWN_SITE

    def service_actions(self) -> None:
        """Called between requests: raises what ended the making of editions."""
        if self.keeping.done():
            self.keeping.result()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who went away is no fault."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version, sys_version = "reportgen", ""
    timeout = 60

    def do_GET(self) -> None:  # the library's name
        """Answer by the table of addresses."""
        path, _, query = self.path.partition("?")
        key, slash, asked = path.removeprefix("/").partition("/")
        known = secrets.compare_digest(key.encode("latin-1"), self.server.key.encode())
        if not (known and self.server.welcomes(self.headers)):
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        first, _, rest = asked.partition("/")
        answer = ADDRESSES.get(first) if slash and (first or not asked) else None
        if asked in SHELL:
            self._send(SHELL[asked], (HERE / asked).read_bytes())
        elif answer is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            answer(self, unquote(rest) if rest else query)

    def shell(self, _: str) -> None:
        """The page around the papers."""
        from html import escape

        values = {**words(self.server.lang), "lang": self.server.lang, "input": str(self.server.desk.file)}
        page = Template((HERE / "shell.html").read_text("utf-8"))
        filled = page.substitute({name: escape(harmless(value)) for name, value in values.items()})
        self._send(FORMATS["html"].media_type, filled.encode(), {"Content-Security-Policy": POLICY["shell"]})

    def editions(self, _: str) -> None:
        """Every edition as it comes, as server-sent events; the current one first, unless the reader has seen it. Where
        enough readers wait already, that is all, and the reader asks again."""
        self._head("text/event-stream; charset=utf-8")
        self.wfile.write(RETRY)
        seen = self.headers.get("Last-Event-ID", "")
        number = int(seen) if re.fullmatch("[0-9]{1,15}", seen) else 0
        stays = self.server.streams.acquire(blocking=False)
        try:
            while True:
                edition = self.server.desk.after(number, HEARTBEAT if stays else 0)
                number = edition.number if edition is not None else number
                self.wfile.write(_event(edition, self.server.lang) if edition is not None else b": \n\n")
                self.wfile.flush()
                if not stays:
                    return
        finally:
            if stays:
                self.server.streams.release()

    def papers(self, name: str) -> None:
        """A paper's file, or a picture that lies beside it."""
        shelf = self.server.desk.edition.shelf
        written = shelf.file(name) if shelf is not None else None
        if shelf is None or written is None:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        content, failed, _ = written
        if failed:
            told = as_text(failed, shelf.lines, Style(self.server.lang))
            self._send(PLAIN, told.encode(), status=HTTPStatus.INTERNAL_SERVER_ERROR)
            return
        extension = format_of(name)
        policy = {"Content-Security-Policy": POLICY["paper"]} if extension == "html" else {}
        self._send(FORMATS[extension].media_type if extension else PICTURE_TYPE, content, policy)

    def origin(self, query: str) -> None:
        """The line of the input that a figure comes from."""
        shelf = self.server.desk.edition.shelf
        asked = parse_qs(query)
        figure, part = asked.get("figure", [""])[0], asked.get("part", [""])[0]
        place = shelf.origin(figure, part) if shelf is not None else None
        if shelf is None or place is None:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        told = [harmless(f"{place.file}:{place.line}:{place.column}"), *pointed(place, shelf.lines)]
        self._send(PLAIN, "\n".join(told).encode())

    def _refuse(self, status: HTTPStatus) -> None:
        self._send(PLAIN, f"{status} {status.phrase}\n".encode(), status=status)

    def _send(
        self, kind: str, content: bytes, more: Mapping[str, str] = MappingProxyType({}), status: int = HTTPStatus.OK
    ) -> None:
        self._head(kind, {"Content-Length": str(len(content)), **more}, status)
        self.wfile.write(content)

    def _head(self, kind: str, more: Mapping[str, str] = MappingProxyType({}), status: int = HTTPStatus.OK) -> None:
        self.send_response(status)
        fixed = {
            "Content-Type": kind,
            "Cache-Control": "no-store",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "SAMEORIGIN",
        }
        for name, value in {**fixed, **more}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not told: the terminal is for the user's own messages."""


ADDRESSES: Mapping[str, Callable[[_Handler, str], None]] = MappingProxyType(
    {"": _Handler.shell, "editions": _Handler.editions, "papers": _Handler.papers, "origin": _Handler.origin}
)
"""First part of an address → what answers it, given the rest of it or its query."""


def _event(edition: Edition, lang: str) -> bytes:
    """An edition as a server-sent event."""
    told = {
        "number": edition.number,
        "failed": edition.failed,
        "summary": summary(edition.problems, lang),
        "problems": [
            {"severity": str(severity(problem.code)), "text": as_text([problem], edition.lines, Style(lang))}
            for problem in edition.problems
        ],
        **_papers(edition.shelf.forms if edition.shelf is not None else ()),
    }
    return f"id: {edition.number}\nevent: edition\ndata: {json.dumps(told, ensure_ascii=False)}\n\n".encode()


def _papers(forms: tuple[Form, ...]) -> dict[str, Any]:
    """The forms by paper, and the one to be shown first: a page before a PDF."""
    papers: dict[str, list[dict[str, Any]]] = {}
    for form in forms:
        told = {"name": form.name, "extension": form.extension, "download": form.extension in DOWNLOADED}
        papers.setdefault(form.paper, []).append(told)
    first = next((form.name for ending in ("html", "pdf") for form in forms if form.extension == ending), "")
    return {"papers": [{"name": name, "forms": listed} for name, listed in papers.items()], "first": first}
