"""What was done at a desk of several people, and by whom: lines of JSON that are only ever added to.

No figure and no sentence of an input stands there, only which key was changed. What others typed is cut and its control
characters are written out, so that nobody can write a line of their own.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

LONGEST_TEXT = 200
MOST_WAYS = 20


@dataclass(frozen=True, slots=True)
class Audit:
    """The log beside the file of users."""

    file: Path

    @classmethod
    def beside(cls, users: Path) -> Audit:
        """The log that belongs to a file of users: `nguoi-dung.nhat-ky.jsonl` beside `nguoi-dung.txt`."""
        return cls(users.with_suffix(".nhat-ky.jsonl"))

    def write(self, what: str, name: str, address: str = "", *, file: str = "", at: Sequence[str] = ()) -> None:
        """Add a line. OSError if it cannot be written."""
        line: dict[str, object] = {
            "time": datetime.now().astimezone().isoformat(timespec="seconds"),
            "who": shown(name),
            "from": shown(address),
            "what": shown(what),
        }
        if file:
            line["file"] = shown(file)
        if at:
            line["at"] = [shown(one) for one in at[:MOST_WAYS]]
        self._add(json.dumps(line, ensure_ascii=False))

    def check(self) -> None:
        """OSError if nothing can be added."""
        os.close(self._opened())

    def _add(self, line: str) -> None:
        handle = self._opened()
        try:
            os.write(handle, f"{line}\n".encode())
        finally:
            os.close(handle)

    def _opened(self) -> int:
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        return os.open(self.file, flags, 0o600)


def shown(text: str) -> str:
    """A text of others on one line, without marks that hide or turn round what stands there."""
    cut = text[:LONGEST_TEXT]
    return "".join(letter if letter.isprintable() else f"<{ord(letter):04x}>" for letter in cut)
