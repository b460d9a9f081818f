"""The desk at a port: of this machine alone, or of an office network."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from reportgen.desk.folder import Folder
from reportgen.desk.guard import Door
from reportgen.desk.office import Office
from reportgen.desk.people import People
from reportgen.desk.server import application
from reportgen.desk.service import Service

LOOPBACK = "127.0.0.1"
WAITING = 100
"""Connections that may wait before the desk answers."""
CONNECTIONS = {"own": 100, "shared": 400}
"""Connections at once, of one person's browser and of an office's."""


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@dataclass(frozen=True, slots=True)
class Shared:
    """A desk of several people: the file of users, where it answers, and the name of the proxy before it, if any."""

    users: Path
    host: str = LOOPBACK
    port: int = 0
    proxied: str = ""


class Served:
    """A desk, bound to a port (0 for any that is free) but not yet answering. OSError if it cannot be bound."""

    def __init__(self, folder: Folder, at: int | Shared, lang: str, *, readonly: bool = False) -> None:
        host, port = (LOOPBACK, at) if isinstance(at, int) else (at.host, at.port)
        self._socket = _bound(host, port)
        self._host, self.port = host, self._socket.getsockname()[1]
        office = None if isinstance(at, int) else Office(People(at.users), self.port, at.proxied, lang)
        self.service = Service(folder, lang, readonly, office)
        self.door = Door(LOOPBACK, self.port)
        config = uvicorn.Config(
            application(self.service, office or self.door),
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=1,
            limit_concurrency=CONNECTIONS["shared" if office is not None else "own"],
            h11_max_incomplete_event_size=32 * 1024,
            ws="none",
        )
        self._server = uvicorn.Server(config)

    @property
    def address(self) -> str:
        """What to open in the browser."""
        office = self.service.office
        if office is None:
            return self.door.address
        anywhere = self._host in {"0.0.0.0", "::"}
        host = socket.gethostname() if anywhere else self._host
        return f"https://{office.proxied}/" if office.proxied else f"http://{host}:{self.port}/"

    def serve(self) -> None:
        """Answer until `stop` is called, or until the caller's thread is interrupted."""
        self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        """End `serve`; called from another thread."""
        self.service.end()
        self._server.should_exit = True


def _bound(host: str, port: int) -> socket.socket:
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    bound = socket.socket(family, kind)
    if os.name == "posix":  # elsewhere it would let another program take the port over
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind(address)
        bound.listen(WAITING)
    except (OSError, OverflowError):
        bound.close()
        raise
    return bound
