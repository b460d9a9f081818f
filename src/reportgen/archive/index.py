"""The index: one SQLite database beside the bags, made from them and never the truth itself.

Every row follows from the ledger, a bag's description, its texts and its input, so the index can be made anew at any
time (`reindex`) and held against the bags (`stored`, `entry_of`). Full text is indexed twice, as it is written and
without diacritics: FTS5's own `remove_diacritics` leaves `ơ ư đ`.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from reportgen.archive.bag import read_file
from reportgen.archive.chain import Link, read_chain
from reportgen.archive.contents import contents_of
from reportgen.archive.description import Description, Paper, read_description
from reportgen.archive.place import INDEX, LEDGER, UNFINISHED, bag_folder, reading, synced, working_alone
from reportgen.vietnamese import fold, nfc

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
CREATE VIRTUAL TABLE words USING fts5 (exact, folded, content='', tokenize='unicode61 remove_diacritics 0');
"""
FORM = 1
"""Kept in `PRAGMA user_version`; an index of another form is made anew."""
MOST_PAPERS = 1000
"""A paper's id is its addition's number times this, and its place."""
WAIT = 30
"""Seconds for which a command waits until another has written."""
MOST_TEXT = 64 * 1024 * 1024

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


def entry_of(root: Path, link: Link) -> Entry:
    """The rows of an addition, from its bag; `BagError` if that cannot be read."""
    folder = bag_folder(root, link.identifier)
    described = read_description(folder)
    contents = contents_of(folder, described)
    papers = () if described.signed else described.papers
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    for place, paper in enumerate(papers):
        number = link.number * MOST_PAPERS + place
        text = kept_text(folder, paper)
        rows["papers"].append(
            (number, link.number, paper.key, paper.kind, fold(f"{paper.kind} {paper.name} {paper.key}"), paper.title,
             _file(paper), text)
        )  # fmt: skip
        rows["fields"] += [(number, name, value) for name, value in paper.fields.items()]
        folded = fold(text)
        rows["people"] += [(number, name, fold(name)) for name in contents.people if fold(name) in folded]
        rows["topics"] += [(number, title, fold(title)) for title in contents.topics]
    rows["figures"] = [
        (link.number, figure.key, figure.name, fold(figure.name), figure.year, figure.part, figure.written)
        for figure in contents.figures
    ]
    return Entry(
        link.number, {**{table: tuple(found) for table, found in rows.items()}, "addition": _head(link, described)}
    )


def _head(link: Link, described: Description) -> tuple[Row, ...]:
    signed = described.signed or ("", "")
    return (
        (link.number, link.identifier, link.digest, described.year, described.unit, fold(described.unit),
         described.organ, described.number, described.date, described.title, described.replaces, *signed),
    )  # fmt: skip


def kept_text(folder: Path, paper: Paper) -> str:
    """A paper's words as the bag keeps them, "" where they are not there."""
    try:
        return read_file(folder / paper.text, MOST_TEXT).decode("utf-8", "replace")
    except OSError:
        return ""


def _file(paper: Paper) -> str:
    return next((file for file in paper.files if file.endswith(".pdf")), paper.files[0] if paper.files else "")


def insert(connection: sqlite3.Connection, entry: Entry) -> None:
    """Put an addition's rows into the index."""
    number, identifier, line, *rest = entry.rows["addition"][0]
    _insert(connection, "additions", [(number, identifier, line, entry.digest, *rest)])
    for table in TABLES:
        _insert(connection, table, entry.rows[table])
    words = [(row[0], nfc(str(row[-1])).casefold(), fold(str(row[-1]))) for row in entry.rows["papers"]]
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
    with closing(_connect(file, mode)) as connection:
        if connection.execute("PRAGMA user_version").fetchone() != (FORM,):
            raise sqlite3.DatabaseError("another form")
        yield connection


def _connect(file: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=WAIT, isolation_level=None)


def reindex(root: Path) -> int:
    """Make the index anew from ledger and bags; how many additions it has. The old one stays until the new one is
    whole. `OSError`, `ChainError`, `BagError` or `sqlite3.Error` where that cannot be."""
    with working_alone(root):
        links = read_chain(root)
        fresh = root / f"{UNFINISHED}{INDEX}"
        fresh.unlink(missing_ok=True)
        try:
            with closing(_connect(fresh, "rwc")) as connection:
                connection.execute("PRAGMA synchronous = OFF")
                connection.execute("PRAGMA journal_mode = MEMORY")
                connection.execute("BEGIN")
                for statement in filter(str.strip, SCHEMA.split(";\n")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {FORM}")
                for link in links:
                    insert(connection, entry_of(root, link))
                connection.execute("COMMIT")
            with fresh.open("rb") as handle:
                os.fsync(handle.fileno())
            fresh.rename(root / INDEX)
            synced(root)
        finally:
            fresh.unlink(missing_ok=True)
    return len(links)


def follow(root: Path) -> None:
    """Put into the index what the ledger has and it has not; make it anew where there is none. Errors as `reindex`."""
    if not (root / INDEX).exists():
        reindex(root)
        return
    with reading(root):
        links = read_chain(root)
    with opened(root) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            known = last_indexed(connection)
            if known and (known > len(links) or not _agrees(connection, links[known - 1])):
                raise sqlite3.DatabaseError("another ledger")
            for link in links[known:]:
                insert(connection, entry_of(root, link))
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def last_indexed(connection: sqlite3.Connection) -> int:
    """The number of the last addition that the index has, 0 without any."""
    number: int = connection.execute("SELECT coalesce(max(number), 0) FROM additions").fetchone()[0]
    return number


def _agrees(connection: sqlite3.Connection, link: Link) -> bool:
    found = connection.execute("SELECT line FROM additions WHERE number = ?", (link.number,)).fetchone()
    return bool(found == (link.digest,))


def ledger_lines(root: Path) -> int:
    """How many additions the ledger has, without looking at them."""
    try:
        return (root / LEDGER).read_bytes().count(b"\n")
    except FileNotFoundError:
        return 0
