"""The last states of an input, kept in a hidden folder beside it: `.reportgen/<input>/000012.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reportgen.files.bounded import read_bounded
from reportgen.files.replace import replace_file
from reportgen.source.text import LARGEST_FILE

FOLDER = ".reportgen"
MOST = 50
"""States that are kept of each file."""
_NAME = re.compile(r"(\d{6})\.yaml")


@dataclass(frozen=True, slots=True)
class State:
    """A state that was kept: its number, and when it was written."""

    number: int
    when: datetime


@dataclass(frozen=True, slots=True)
class History:
    """The states of one input."""

    file: Path

    @property
    def folder(self) -> Path:
        """Where the states lie."""
        return self.file.parent / FOLDER / self.file.name

    def states(self) -> tuple[State, ...]:
        """All states, the newest first."""
        found = [
            State(int(name[1]), datetime.fromtimestamp(one.stat().st_mtime).astimezone())
            for one in (self.folder.iterdir() if self.folder.is_dir() else ())
            if (name := _NAME.fullmatch(one.name)) and one.is_file() and not one.is_symlink()
        ]
        return tuple(sorted(found, key=lambda state: -state.number))

    def content(self, number: int) -> bytes | None:
        """The bytes of a state; None if it is not kept."""
        if all(state.number != number for state in self.states()):
            return None
        return read_bounded(self._place(number), LARGEST_FILE)

    def keep(self, content: bytes, *, instead: bool = False) -> None:
        """Keep a state, in the place of the last one where that is wanted. OSError if it cannot be written."""
        states = self.states()
        last = states[0].number if states else 0
        if last and self.content(last) == content:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        number = last if instead and last else last + 1
        replace_file(self._place(number), content)
        for old in states[MOST - 1 :]:
            self._place(old.number).unlink(missing_ok=True)

    def _place(self, number: int) -> Path:
        return self.folder / f"{number:06d}.yaml"
