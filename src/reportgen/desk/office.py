"""The door of a desk in an office network: people of a list come in with their password, by a session of their own.

Either browsers reach the desk themselves, at an address of this machine; or a proxy of this machine answers them by
TLS and hands on who asks. Then only the proxy is answered, and only what came to it by TLS.
"""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import ClassVar
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from reportgen.desk.asking import AskedWronglyError, body_of
from reportgen.desk.audit import Audit
from reportgen.desk.guard import HTTP_PORT, MARK, Visitor, from_own_site, refused
from reportgen.desk.login import LOGIN, LOGOUT, TOO_OFTEN, WRONG, login_page
from reportgen.desk.people import People
from reportgen.desk.sessions import Sessions, Tries
from reportgen.desk.writers import Writers

MOST_FORM = 8192
AT_ONCE = 2
"""Passwords that are held against their hash at once: each takes 64 MB."""
MOST_WAITING = 20
OPEN = frozenset({"/static/desk.css", "/static/icon.svg"})
"""What the login page loads."""
SILENT = frozenset({"/api/news"})
"""Addresses that a page asks for by itself: they do not keep a session alive."""


@dataclass(slots=True)
class Office:
    """Several people at one desk. `proxied`: the name that a proxy of this machine answers to, "" without one."""

    people: People
    port: int
    proxied: str = ""
    lang: str = "vi"
    writers: Writers = field(default_factory=Writers)
    tries: Tries = field(default_factory=Tries)
    sessions: Sessions = field(init=False)
    audit: Audit = field(init=False)
    _checking: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    _waiting: int = 0
    COOKIE: ClassVar[str] = "desk"

    def __post_init__(self) -> None:
        self.sessions = Sessions(self.people)
        self.audit = Audit.beside(self.people.file)

    @property
    def cookie(self) -> str:
        """The cookie's name: behind TLS one that browsers only take by TLS and for this host alone."""
        return f"__Host-{self.COOKIE}" if self.proxied else f"{self.COOKIE}-{self.port}"

    def welcomes(self, connection: HTTPConnection) -> bool:
        """Whether a request is made to this desk, from the address bar or from a page served here."""
        if not self.proxied:
            return from_own_site(connection.headers, self._names(connection), "http")
        by_tls = connection.headers.get("x-forwarded-proto", "") == "https"
        names = frozenset({self.proxied})
        return _is_here(_peer(connection)) and by_tls and from_own_site(connection.headers, names, "https")

    def _names(self, connection: HTTPConnection) -> frozenset[str]:
        """The address that the browser has reached, and this machine's name: no name that was rebound is among them."""
        host, port = connection.scope.get("server") or ("localhost", self.port)
        names = {_as_named(str(host)), "localhost", socket.gethostname().lower()}
        with_port = frozenset(f"{name}:{port}" for name in names)
        return with_port | names if port == HTTP_PORT else with_port

    def address(self, connection: HTTPConnection) -> str:
        """Where a request comes from; the proxy's word is taken only where there is one."""
        if not self.proxied:
            return _peer(connection)
        return connection.headers.get("x-forwarded-for", "").rpartition(",")[2].strip() or _peer(connection)

    def knows(self, connection: HTTPConnection) -> Visitor | None:
        """Who asks; None for a stranger."""
        token = connection.cookies.get(self.cookie, "")
        name = self.sessions.name(token, renew=connection.url.path not in SILENT) if token else ""
        if name:
            return Visitor(name, self.address(connection))
        return Visitor() if connection.url.path in OPEN else None

    def turned_away(self, connection: HTTPConnection) -> Response:
        """Strangers are led to the login page; a page whose session is over is told so."""
        return RedirectResponse(LOGIN, 303) if connection.url.path == "/" else JSONResponse({}, 401)

    async def enter(self, request: Request) -> Response | None:
        """The login page and what it sends; logging out."""
        path, method = request.url.path, request.method
        if path == LOGIN and method in {"GET", "HEAD"}:
            return login_page(self.lang)
        if path == LOGIN and method == "POST":
            return await self._login(request)
        if path == LOGOUT and method == "POST":
            return self._logout(request) if request.headers.get(MARK) == "1" else refused()
        return refused() if path in {LOGIN, LOGOUT} else None

    async def _login(self, request: Request) -> Response:
        if request.headers.get("origin") is None:
            return refused()
        try:
            sent = parse_qs((await body_of(request, MOST_FORM)).decode("utf-8", "replace"), max_num_fields=10)
        except (AskedWronglyError, ValueError):
            return refused()
        given, password = sent.get("name", [""])[0], sent.get("password", [""])[0]
        address, known = self.address(request), self.people.known(given)
        if self._waiting >= MOST_WAITING or not self.tries.begin(known or given[:100], address):
            self.audit.write("login refused", known, address)
            return login_page(self.lang, TOO_OFTEN, 429)
        name = await self._verified(given, password)
        self.audit.write("login" if name else "login failed", name or known, address)
        if not name:
            return login_page(self.lang, WRONG, 401)
        self.tries.forget(name, address)
        self.sessions.end(request.cookies.get(self.cookie, ""))
        answer = RedirectResponse("/", 303)
        secure = bool(self.proxied)
        token = self.sessions.begin(name)
        answer.set_cookie(self.cookie, token, httponly=True, samesite="strict", secure=secure, path="/")
        return answer

    async def _verified(self, given: str, password: str) -> str:
        self._waiting += 1
        try:
            async with self._checking:
                return await run_in_threadpool(self.people.verified, given, password)
        finally:
            self._waiting -= 1

    def _logout(self, request: Request) -> Response:
        token = request.cookies.get(self.cookie, "")
        name = self.sessions.name(token)
        self.sessions.end(token)
        if name:
            self.audit.write("logout", name, self.address(request))
            if not self.sessions.has(name):
                self.writers.release(name)
        answer = JSONResponse({"to": LOGIN})
        answer.delete_cookie(self.cookie, path="/", httponly=True, samesite="strict", secure=bool(self.proxied))
        return answer


def _as_named(address: str) -> str:
    """An address as a browser writes it into the host: one of IPv6 in brackets, one of IPv4 in its own form."""
    plain = address.removeprefix("::ffff:")
    return f"[{plain}]" if ":" in plain else plain


def _peer(connection: HTTPConnection) -> str:
    return connection.client.host if connection.client is not None else ""


def _is_here(address: str) -> bool:
    """Whether an address is this machine's own."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
