"""The index: one SQLite database beside the bags, made from them and never the truth itself.

Every row follows from the ledger, a bag's description, its texts and its input (`entries`), so the index can be made
anew at any time (`upkeep`) and held against the bags (`stored`). Full text is indexed twice, as it is written and
without diacritics: FTS5's own `remove_diacritics` leaves `ơ ư đ`.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportgen.archive.bag import MOST_TAGS, read_file
from reportgen.archive.place import INDEX, LEDGER
from reportgen.vietnamese.letters import fold, nfc

SCHEMA = """
CREATE TABLE additions (
    number INTEGER PRIMARY KEY, identifier TEXT NOT NULL UNIQUE, line TEXT NOT NULL, digest TEXT NOT NULL,
    year INTEGER NOT NULL, unit TEXT NOT NULL, unit_folded TEXT NOT NULL, organ TEXT NOT NULL, code TEXT NOT NULL,
    date TEXT NOT NULL, title TEXT NOT NULL, replaces TEXT NOT NULL,
    signed_of TEXT NOT NULL, signed_paper TEXT NOT NULL);
CREATE TABLE papers (
    id INTEGER PRIMARY KEY, addition INTEGER NOT NULL REFERENCES additions (number), key TEXT NOT NULL,
    kind TEXT NOT NULL, kind_folded TEXT NOT NULL, title TEXT NOT NULL, file TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE fields (paper INTEGER NOT NULL REFERENCES papers (id), name TEXT NOT NULL, value TEXT NOT NULL);
CREATE TABLE people (paper INTEGER NOT NULL REFERENCES papers (id), name TEXT NOT NULL, folded TEXT NOT NULL);
CREATE TABLE topics (paper INTEGER NOT NULL REFERENCES papers (id), title TEXT NOT NULL, folded TEXT NOT NULL);
CREATE TABLE figures (
    addition INTEGER NOT NULL REFERENCES additions (number), key TEXT NOT NULL, name TEXT NOT NULL,
    folded TEXT NOT NULL, year INTEGER NOT NULL, part TEXT NOT NULL, written TEXT NOT NULL);
CREATE INDEX fields_of ON fields (paper);
CREATE INDEX people_of ON people (paper);
CREATE INDEX topics_of ON topics (paper);
CREATE INDEX papers_of ON papers (addition);
CREATE INDEX figures_of ON figures (addition);
CREATE INDEX signed_renditions ON additions (signed_of);
CREATE INDEX later_versions ON additions (replaces);
"""
WORDS = "CREATE VIRTUAL TABLE words USING fts5 (exact, folded, content='', tokenize='unicode61 remove_diacritics 0')"
"""The full-text index: a row a paper, by its id."""
FORM = 1
"""Kept in `PRAGMA user_version`; an index of another form is made anew."""
MOST_PAPERS = 1000
"""A paper's id is its addition's number times this, and its place."""
WAIT = 30
"""Seconds for which a command waits until another has written."""

Row = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """All rows of one addition, by table, in their order; those of `words` follow from `papers`."""

    number: int
    rows: Mapping[str, tuple[Row, ...]]

    @property
    def digest(self) -> str:
        """SHA-256 over the rows: what the row of the addition keeps of the others."""
        return hashlib.sha256(json.dumps(self.rows, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


_OF_ADDITION = "addition = :number"
_OF_PAPER = f"paper >= :number * {MOST_PAPERS} AND paper < (:number + 1) * {MOST_PAPERS}"
TABLES = {
    "papers": _OF_ADDITION,
    "fields": _OF_PAPER,
    "people": _OF_PAPER,
    "topics": _OF_PAPER,
    "figures": _OF_ADDITION,
}
"""Table → the condition by which its rows belong to an addition."""
ADDITION = ("number", "identifier", "line", "digest", "year", "unit", "unit_folded", "organ", "code", "date", "title",
            "replaces", "signed_of", "signed_paper")  # fmt: skip


def insert(connection: sqlite3.Connection, entry: Entry) -> None:
    """Put an addition's rows into the index."""
    number, identifier, line, *rest = entry.rows["addition"][0]
    _insert(connection, "additions", [(number, identifier, line, entry.digest, *rest)])
    for table in TABLES:
        _insert(connection, table, entry.rows[table])
    insert_words(connection, ((int(row[0]), str(row[-1])) for row in entry.rows["papers"]))


def insert_words(connection: sqlite3.Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Put papers' texts, by their ids, into the full-text index."""
    words = ((number, nfc(text).casefold(), fold(text)) for number, text in texts)
    connection.executemany("INSERT INTO words (rowid, exact, folded) VALUES (?, ?, ?)", words)


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def stored(connection: sqlite3.Connection, number: int) -> Entry | None:
    """An addition's rows as the index has them; None if it has none. The digest that it keeps is no row."""
    names = ", ".join(name for name in ADDITION if name != "digest")
    head = connection.execute(f"SELECT {names} FROM additions WHERE number = ?", (number,)).fetchall()
    if not head:
        return None
    rows = {
        table: tuple(connection.execute(f"SELECT * FROM {table} WHERE {mine} ORDER BY rowid", {"number": number}))
        for table, mine in TABLES.items()
    }
    return Entry(number, {**rows, "addition": tuple(head)})


@contextmanager
def opened(root: Path) -> Iterator[sqlite3.Connection]:
    """The index for reading; `sqlite3.Error` if it is not there, damaged, or of another form."""
    file = root / INDEX
    mode = "rw" if os.access(root, os.W_OK) and os.access(file, os.W_OK) else "ro"
    with closing(connect(file, mode)) as connection:
        try:
            if connection.execute("PRAGMA user_version").fetchone() != (FORM,):
                raise sqlite3.DatabaseError("another form")
            # A view in a table's place would be a stranger's query, and may have no end.
            if connection.execute("SELECT 1 FROM sqlite_master WHERE type IN ('view', 'trigger')").fetchone():
                raise sqlite3.DatabaseError("another form")
            yield connection
        except UnicodeDecodeError as error:  # SQLite's own message names a damaged table
            raise sqlite3.DatabaseError(str(error)) from error


def connect(file: Path, mode: str) -> sqlite3.Connection:
    """A database in SQLite's mode: ro, rw, rwc."""
    address = f"{file.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=WAIT, isolation_level=None)
    connection.row_factory = _without_bytes
    return connection


def _without_bytes(_: sqlite3.Cursor, row: tuple[Any, ...]) -> tuple[Any, ...]:
    """The row; `sqlite3.DatabaseError` if a text of it was turned into bytes, which only damage does."""
    if any(isinstance(value, bytes) for value in row):
        raise sqlite3.DatabaseError("bytes in place of text")
    return row


def last_indexed(connection: sqlite3.Connection) -> int:
    """The number of the last addition that the index has, 0 without any."""
    number: int = connection.execute("SELECT coalesce(max(number), 0) FROM additions").fetchone()[0]
    return number


def ledger_lines(root: Path) -> int:
    """How many additions the ledger has, without looking at them; 0 where it is not there or cannot be read."""
    try:
        content = read_file(root / LEDGER, MOST_TAGS)
    except OSError:
        return 0
    return content.count(b"\n") + content.endswith(b"}")  # a whole line that lost its line feed
