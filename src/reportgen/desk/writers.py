"""Who is changing which input: one person a file at a time, so that the others see whose work it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

HELD = 10 * 60.0
"""Seconds that a file stays with who changed it last."""


@dataclass(slots=True)
class Writers:
    """A file's writer by the file's name."""

    clock: Callable[[], float] = time.monotonic
    _held: dict[str, tuple[str, float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def take(self, file: str, name: str) -> str:
        """Hold a file for one more while; the name of who has it instead, "" where it is held."""
        with self._lock:
            other = self._holder(file)
            if other and other != name:
                return other
            self._held[file] = name, self.clock()
            return ""

    def release(self, name: str, file: str = "") -> None:
        """Give a file back, or all of a person's."""
        with self._lock:
            for one, (holder, _) in list(self._held.items()):
                if holder == name and file in {"", one}:
                    del self._held[one]

    def now(self) -> dict[str, str]:
        """Who holds what."""
        with self._lock:
            return {file: holder for file in list(self._held) if (holder := self._holder(file))}

    def _holder(self, file: str) -> str:
        name, since = self._held.get(file, ("", 0.0))
        if name and self.clock() - since > HELD:
            del self._held[file]
            return ""
        return name
