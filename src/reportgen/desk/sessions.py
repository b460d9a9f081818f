"""Who is logged in, and how often somebody has tried in vain. Kept in memory: a new start asks everybody again."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock

from reportgen.desk.people import People

IDLE = 8 * 3600.0
"""Seconds without a request after which a session ends."""
MOST_SESSIONS = 1000
WINDOW = 15 * 60.0
"""Seconds that a failed try counts."""
TRIES = (5, 20, 50)
"""Failed tries within the window: of a name from one address, of any names from there, of a name from anywhere."""
MOST_COUNTED = 20_000

Clock = Callable[[], float]


@dataclass(slots=True)
class _Session:
    name: str
    kept: str
    seen: float


@dataclass(slots=True)
class Sessions:
    """Sessions by the digest of their token: who reads this memory cannot log in with it."""

    people: People
    clock: Clock = time.monotonic
    _all: OrderedDict[str, _Session] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def begin(self, name: str) -> str:
        """A session of its own for each login; its token."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._all[_digest(token)] = _Session(name, self.people.hashes.get(name, ""), self.clock())
            while len(self._all) > MOST_SESSIONS:
                self._all.popitem(last=False)
        return token

    def name(self, token: str, *, renew: bool = True) -> str:
        """Whose session it is, "" for nobody's. One of a person who was taken out, whose password has changed or who
        was silent for too long is over. `renew`: this counts as not being silent."""
        with self._lock:
            session = self._all.get(_digest(token))
            if session is None:
                return ""
            same = bool(session.kept) and self.people.hashes.get(session.name) == session.kept
            if not same or self.clock() - session.seen > IDLE:
                del self._all[_digest(token)]
                return ""
            if renew:
                session.seen = self.clock()
            return session.name

    def end(self, token: str) -> None:
        """Log out."""
        with self._lock:
            self._all.pop(_digest(token), None)

    def has(self, name: str) -> bool:
        """Whether a person has a session still."""
        with self._lock:
            return any(session.name == name for session in self._all.values())


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(slots=True)
class Tries:
    """Failed tries by name and address."""

    clock: Clock = time.monotonic
    _failed: OrderedDict[tuple[str, str], deque[float]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def begin(self, name: str, address: str) -> bool:
        """Whether one more try is allowed. It counts as failed until `forget` says otherwise."""
        name, now = name.casefold(), self.clock()
        with self._lock:
            counted = list(zip(_keys(name, address), TRIES, strict=True))
            if any(self._count(key, now) >= most for key, most in counted):
                return False
            for key, _ in counted:
                self._failed.setdefault(key, deque()).append(now)
                self._failed.move_to_end(key)
            while len(self._failed) > MOST_COUNTED:
                self._failed.popitem(last=False)
            return True

    def forget(self, name: str, address: str) -> None:
        """The try was a good one: the name's failures from this address no longer count."""
        own, all_names, everywhere = _keys(name.casefold(), address)
        with self._lock:
            self._failed.pop(own, None)
            for key in (all_names, everywhere):
                if self._failed.get(key):
                    self._failed[key].pop()

    def _count(self, key: tuple[str, str], now: float) -> int:
        times = self._failed.get(key)
        while times and now - times[0] > WINDOW:
            times.popleft()
        return len(times or ())


def _keys(name: str, address: str) -> tuple[tuple[str, str], tuple[str, str], tuple[str, str]]:
    return (name, address), ("", address), (name, "")
