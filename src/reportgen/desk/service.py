"""What all answers of one desk share: the folder, what is known of each input, the language, and news of changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Condition, Event, Lock
from typing import Any

from reportgen.desk.folder import Folder
from reportgen.desk.form import canonical
from reportgen.desk.held import Held
from reportgen.desk.office import Office
from reportgen.desk.paper import Desk
from reportgen.desk.sheet import computed
from reportgen.editing.content import content_of

INTERVAL = 0.25
"""Seconds between two looks at the disk."""
MOST_COPIES = 20
"""Files that wait to be fetched."""


@dataclass(slots=True)
class Service:
    """One desk. `readonly`: the papers are looked at, nothing is written. `office`: the people who share it."""

    folder: Folder
    lang: str = "vi"
    readonly: bool = False
    office: Office | None = None
    stopped: Event = field(default_factory=Event)
    copies: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    _desks: dict[str, Desk] = field(default_factory=dict)
    _told: dict[str, dict[str, str]] = field(default_factory=dict)
    _news: Condition = field(default_factory=Condition)
    _number: int = 0
    _lock: Lock = field(default_factory=Lock)

    def desk(self, name: str) -> Desk | None:
        """What is known of an input; None if the folder has none of that name."""
        held = self.folder.held(name)
        if held is None:
            return None
        with self._lock:
            return self._desks.setdefault(name, Desk(held))

    def watch(self) -> None:
        """Look for what was changed on the disk, until stopped."""
        while not self.stopped.wait(INTERVAL):
            for held in self.folder.opened():
                held.refresh()
            self.tell()

    def tell(self) -> None:
        """Wake those who wait for news, if there are any."""
        versions = {held.path.name: held.version for held in self.folder.opened()}
        now = {"versions": versions, "writers": self.office.writers.now() if self.office is not None else {}}
        with self._news:
            if now != self._told:
                self._told = now
                self._number += 1
                self._news.notify_all()

    def news(self, seen: int, seconds: float) -> tuple[int, dict[str, dict[str, str]]]:
        """The number of the news, and the version and the writer of each input, once there is something newer."""
        with self._news:
            self._news.wait_for(lambda: self._number != seen or self.stopped.is_set(), seconds)
            return self._number, dict(self._told)

    def end(self) -> None:
        """Let those who wait go."""
        self.stopped.set()
        with self._news:
            self._news.notify_all()

    def keep_copy(self, name: str, content: bytes) -> str:
        """Keep a file until it is fetched; what it is fetched by."""
        import secrets

        key = secrets.token_urlsafe(12)
        with self._lock:
            self.copies[key] = name, content
            while len(self.copies) > MOST_COPIES:
                del self.copies[next(iter(self.copies))]
        return key

    def state(self, held: Held, keys: frozenset[str] | None = None) -> dict[str, Any]:
        """An input as the page holds it. `keys`: the indicators whose computed cells are wanted, None for all."""
        source = held.source
        content = canonical(content_of(source.root)) if source.root is not None else None
        indicators = content.get("chỉ tiêu") if isinstance(content, dict) else None
        rows = indicators if isinstance(indicators, dict) else {}
        wanted = {key: row for key, row in rows.items() if keys is None or key in keys}
        year = content.get("năm", "") if isinstance(content, dict) else ""
        undo, redo = held.undoable
        return {
            "name": held.path.name,
            "version": held.version,
            "text": source.text,
            "content": content,
            "computed": computed(wanted, str(year), self.lang) if wanted else {},
            "undo": undo,
            "redo": redo,
        }
