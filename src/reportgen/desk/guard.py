"""Who is answered: the browser that was given the address, on pages of this desk, and nobody else.

Only requests that name this desk as their host are answered (no rebinding name), only those of its own pages or of the
address bar (no other site), and only with the token that was printed at the start, which the first visit turns into a
cookie that no script reads. Every answer says what its page may load.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HTTP_PORT = 80
"""The port that browsers leave out of an address."""
OWN_SITE = frozenset({"none", "same-origin"})
"""What a browser says of the page that a request comes from (Fetch Metadata): from none, or from one of ours."""
ENTRY = "/vao/"
"""The address that takes the token."""
SAFE = frozenset({"GET", "HEAD"})
MARK = "x-desk"
"""A header that a form of another site cannot send."""
SHELL = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; connect-src 'self'; frame-src 'self'; "
    "img-src 'self' blob:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""What the page may load; the nonce is for the style sheet that its editor makes."""
NOTHING = "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
"""What all that is no page may load."""
PAPER = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; base-uri 'none'; "
    "form-action 'none'; sandbox allow-same-origin"
)
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Cache-Control": "no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }
)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: "" for the one who started the desk."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class Door:
    """Where the desk answers, and what lets one in."""

    host: str
    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def names(self) -> frozenset[str]:
        """The hosts that a request may name."""
        names = {self.host, "localhost"}
        return frozenset({f"{name}:{self.port}" for name in names} | (names if self.port == HTTP_PORT else set()))

    @property
    def cookie(self) -> str:
        """The cookie's name: desks at other ports of this machine have their own."""
        return f"desk-{self.port}"

    @property
    def address(self) -> str:
        """What to open in the browser."""
        return f"http://{self.host}:{self.port}{ENTRY}{self.token}"

    def welcomes(self, headers: Headers) -> bool:
        """Whether a request comes from the address bar, or from a page served here."""
        origin = headers.get("origin")
        own = origin is None or origin.removeprefix("http://") in self.names
        return own and headers.get("host", "") in self.names and headers.get("sec-fetch-site", "none") in OWN_SITE

    def knows(self, connection: HTTPConnection) -> Visitor | None:
        """Who asks; None for a stranger."""
        given = connection.cookies.get(self.cookie, "")
        return Visitor() if secrets.compare_digest(given.encode(), self.token.encode()) else None


@dataclass(frozen=True, slots=True)
class Guard:
    """Stands before all that the desk answers."""

    app: ASGIApp
    door: Door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        answer = self._refusal(connection, scope["method"])
        visitor = self.door.knows(connection)
        if answer is None and visitor is not None:
            scope["visitor"] = visitor
            await self.app(scope, receive, _with_headers(send))
            return
        await (answer or _refused())(scope, receive, _with_headers(send))

    def _refusal(self, connection: HTTPConnection, method: str) -> Response | None:
        """The answer to who is not let through, or who comes in."""
        if not self.door.welcomes(connection.headers):
            return _refused()
        path = connection.url.path
        if path.startswith(ENTRY):
            given = path.removeprefix(ENTRY)
            return self._entered() if secrets.compare_digest(given.encode(), self.door.token.encode()) else _refused()
        return _refused() if method not in SAFE and connection.headers.get(MARK) != "1" else None

    def _entered(self) -> Response:
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.door.cookie, self.door.token, httponly=True, samesite="strict", path="/")
        return answer


def _refused() -> Response:
    return PlainTextResponse("403 Forbidden\n", 403)


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", NOTHING)
        await send(message)

    return sent
