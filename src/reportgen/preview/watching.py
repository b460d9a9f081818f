"""Makes the next edition when the input, a picture of it or a unit's own template has been saved.

Files are looked at twenty times a second: that costs a few system calls, works on every file system, network drives
too, and needs no library. An editor may write a file in pieces, so a change counts once it is the same at two looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Condition, Event

from reportgen.papers import TEMPLATE_ENDINGS
from reportgen.preview.edition import Edition, read_edition

INTERVAL = 0.05
"""Seconds between two looks."""
Look = Mapping[Path, tuple[int, int]]
"""File → time of its last change and size."""


class Desk:
    """The current edition of one input. Readers wait here for the next one."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._changed = Condition()
        self._seen: Look = {}
        self.edition = self._read(None)

    def keep(self, stopped: Event) -> None:
        """Make editions until stopped."""
        waiting: Look = self._seen
        while not stopped.wait(INTERVAL):
            look = self._look(self.edition)
            if look == self._seen or look != waiting:
                waiting = look
                continue
            edition = self._read(self.edition)
            with self._changed:
                self.edition = edition
                self._changed.notify_all()

    def after(self, number: int, seconds: float) -> Edition | None:
        """The edition, once it has a higher number; None if it has not within so many seconds."""
        with self._changed:
            newer = self._changed.wait_for(lambda: self.edition.number > number, seconds)
            return self.edition if newer else None

    def _read(self, before: Edition | None) -> Edition:
        """The next edition. What was saved while it was read is seen as a change afterwards."""
        earlier = self._look(before)
        edition = read_edition(self.file, before)
        self._seen = {file: earlier.get(file, state) for file, state in self._look(edition).items()}
        return edition

    def _look(self, edition: Edition | None) -> Look:
        """All files that an edition is made of."""
        return {file: _state(file) for file in (self.file, *self._pictures(edition), *self._templates())}

    def _pictures(self, edition: Edition | None) -> Iterator[Path]:
        conference = edition.shelf.given.conference if edition is not None and edition.shelf is not None else None
        photos = conference.press.photos if conference is not None else ()
        return (self.file.parent / str(photo.file) for photo in photos if photo.file is not None)

    def _templates(self) -> Iterator[Path]:
        for place in (self.file.parent, self.file.parent.parent):
            files = (place / "templates").glob("*/*")
            yield from (file for file in files if file.suffix in TEMPLATE_ENDINGS)


def _state(file: Path) -> tuple[int, int]:
    """A file that is not there, or cannot be looked at, has no time and no size."""
    try:
        state = file.stat()
    except (OSError, ValueError):
        return 0, -1
    return state.st_mtime_ns, state.st_size
