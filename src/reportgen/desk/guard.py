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
from typing import Protocol

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
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
    """Who asks, and from where: "" for the one who started the desk."""

    name: str = ""
    address: str = ""


class Entrance(Protocol):
    """What stands at the door: it says who comes in, and how."""

    def welcomes(self, connection: HTTPConnection) -> bool:
        """Whether a request is made to this desk, from the address bar or from a page served here."""

    def knows(self, connection: HTTPConnection) -> Visitor | None:
        """Who asks; None for a stranger."""

    async def enter(self, request: Request) -> Response | None:
        """The answer to who comes in by this address or goes out; None for other addresses."""

    def turned_away(self, connection: HTTPConnection) -> Response:
        """The answer to a stranger."""


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

    def welcomes(self, connection: HTTPConnection) -> bool:
        """Whether a request comes from the address bar, or from a page served here."""
        return from_own_site(connection.headers, self.names, "http")

    def knows(self, connection: HTTPConnection) -> Visitor | None:
        """Who asks; None for a stranger."""
        given = connection.cookies.get(self.cookie, "")
        return Visitor() if secrets.compare_digest(given.encode(), self.token.encode()) else None

    async def enter(self, request: Request) -> Response | None:
        """Who brings the token gets the cookie."""
        if not request.url.path.startswith(ENTRY):
            return None
        given = request.url.path.removeprefix(ENTRY)
        if not secrets.compare_digest(given.encode(), self.token.encode()):
            return refused()
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.cookie, self.token, httponly=True, samesite="strict", path="/")
        return answer

    def turned_away(self, connection: HTTPConnection) -> Response:
        """Nothing for strangers."""
        return refused()


def from_own_site(headers: Headers, names: frozenset[str], scheme: str) -> bool:
    """Whether a request names one of the hosts, and comes from the address bar or from a page of theirs."""
    origin = headers.get("origin")
    own = origin is None or origin in {f"{scheme}://{name}" for name in names}
    return own and headers.get("host", "") in names and headers.get("sec-fetch-site", "none") in OWN_SITE


@dataclass(frozen=True, slots=True)
class Guard:
    """Stands before all that the desk answers."""

    app: ASGIApp
    door: Entrance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        answer = await self._answer(request)
        await (answer or self.app)(scope, receive, _with_headers(send))

    async def _answer(self, request: Request) -> Response | None:
        """The answer to who is not let through, or who comes in; None for who is let through, whom the scope then
        names."""
        if not self.door.welcomes(request):
            return refused()
        entered = await self.door.enter(request)
        if entered is not None:
            return entered
        if request.method not in SAFE and request.headers.get(MARK) != "1":
            return refused()
        visitor = self.door.knows(request)
        if visitor is None:
            return self.door.turned_away(request)
        request.scope["visitor"] = visitor
        return None


def refused() -> Response:
    """The answer to strangers."""
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
