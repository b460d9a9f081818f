"""One input as the desk holds it: its text, the states before, and changes that come from several sides.

A change names the state that it was made on. Where the file has changed meanwhile, in another window or on the disk,
both changes are brought together line by line; where they meet, nothing is written and the two are told.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import RLock

from reportgen.desk.history import History
from reportgen.desk.merging import merged
from reportgen.editing import Operation, edited
from reportgen.files.replace import replace_file
from reportgen.problems import Failure, Place, Problem
from reportgen.source import Source, parse_source, read_source
from reportgen.source.text import read_bytes

REMEMBERED = 200
"""States that changes may still be made on."""
TOGETHER = 20.0
"""Seconds within which changes of one place are one state of the history."""
MOST_UNDONE = 200


def version_of(content: bytes) -> str:
    """What a state is called."""
    return sha256(content).hexdigest()[:16]


@dataclass(slots=True)
class Held:
    """One input. All of its methods may be called from any thread."""

    path: Path
    source: Source = field(init=False)
    history: History = field(init=False)
    _known: OrderedDict[str, bytes] = field(default_factory=OrderedDict)
    _undo: list[bytes] = field(default_factory=list)
    _redo: list[bytes] = field(default_factory=list)
    _lock: RLock = field(default_factory=RLock)
    _last: tuple[str, float] = ("", 0.0)

    def __post_init__(self) -> None:
        self.source = read_source(self.path)
        self.history = History(self.path)
        self._remember(self.source.raw)

    @property
    def version(self) -> str:
        """The name of the state that stands in the file."""
        return version_of(self.source.raw)

    @property
    def undoable(self) -> tuple[bool, bool]:
        """Whether there is something to undo, and to do again."""
        return bool(self._undo), bool(self._redo)

    def refresh(self) -> bool:
        """Take over what was written into the file from elsewhere; whether anything was."""
        with self._lock:
            raw = read_bytes(self.path)
            if (b"" if isinstance(raw, Failure) else raw) == self.source.raw:
                return False
            fresh = read_source(self.path)
            if fresh.raw and self.source.raw:
                self._undo.append(self.source.raw)
            self.source = fresh
            self._remember(fresh.raw)
            return True

    def operate(self, base: str, operations: Sequence[Operation], group: str = "") -> Failure | None:
        """Carry out operations on the state of that name; why not, if they were not."""
        return self._change(base, lambda source: edited(source, operations), group)

    def replace(self, base: str, text: str, group: str = "") -> Failure | None:
        """Put a whole text in the place of the state of that name."""
        raw = text.encode()
        return self._change(base, lambda _: parse_source(self.path, raw), group)

    def undo(self) -> Failure | None:
        """Go back to the state before."""
        return self._step(self._undo, self._redo)

    def redo(self) -> Failure | None:
        """Take an undoing back."""
        return self._step(self._redo, self._undo)

    def _step(self, take: list[bytes], give: list[bytes]) -> Failure | None:
        with self._lock:
            self.refresh()
            if not take:
                return None
            before, wanted = self.source.raw, take.pop()
            failure = self._write(parse_source(self.path, wanted), "")
            if failure is None:
                give.append(before)
            return failure

    def _change(self, base: str, change: Callable[[Source], Source | Failure], group: str) -> Failure | None:
        with self._lock:
            self.refresh()
            known = self._state(base)
            if known is None:
                return Failure.of(Problem("B941", Place(self.path)))
            on = self.source if known == self.source.raw else parse_source(self.path, known)
            made = change(on)
            if isinstance(made, Failure):
                return made
            fresh = made if on is self.source else self._together(on, made)
            if fresh is None:
                return Failure.of(Problem("B942", Place(self.path)))
            if fresh.raw == self.source.raw:
                return None
            before = self.source.raw
            together = bool(group) and self._last[0] == group and time.monotonic() - self._last[1] < TOGETHER
            failure = self._write(fresh, group if together else "")
            if failure is None:
                self._redo.clear()
                if not together:
                    self._undo.append(before)
                    del self._undo[:-MOST_UNDONE]
                self._last = (group, time.monotonic())
            return failure

    def _together(self, base: Source, mine: Source) -> Source | None:
        """The file with a change that was made on an older state."""
        text = merged(base.text, mine.text, self.source.text)
        if text is None:
            return None
        fresh = parse_source(self.path, text.encode())
        spoilt = fresh.root is None and mine.root is not None and self.source.root is not None
        return None if spoilt else fresh

    def _write(self, fresh: Source, together: str) -> Failure | None:
        try:
            self.history.keep(self.source.raw)
            replace_file(self.path, fresh.raw)
            self.history.keep(fresh.raw, instead=bool(together))
        except OSError as error:
            values = {"file": str(self.path), "reason": error.strerror or str(error)}
            return Failure.of(Problem("B922", Place(self.path), values))
        self.source = fresh
        self._remember(fresh.raw)
        return None

    def _remember(self, content: bytes) -> None:
        self._known[version_of(content)] = content
        self._known.move_to_end(version_of(content))
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)

    def _state(self, base: str) -> bytes | None:
        """The bytes of a state: of this run, else of the history on the disk."""
        if base in self._known:
            return self._known[base]
        kept = (self.history.content(state.number) for state in self.history.states())
        return next((content for content in kept if content is not None and version_of(content) == base), None)
