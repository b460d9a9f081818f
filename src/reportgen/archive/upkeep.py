"""The index kept up with the ledger: made anew, or brought up to it after an addition."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from reportgen.archive.adding import not_written, settled
from reportgen.archive.bag import BagError
from reportgen.archive.chain import ChainError, Link, append, from_bags, head_of, read_chain
from reportgen.archive.entries import entry_of
from reportgen.archive.index import FORM, SCHEMA, WORDS, connect, insert, last_indexed, opened
from reportgen.archive.place import (
    INDEX,
    LEDGER,
    UNFINISHED,
    bag_folder,
    bags,
    unfinished,
    working_alone,
)
from reportgen.files.system import synced
from reportgen.problems import Failure, Place, Problem


def reindex(root: Path) -> tuple[int, tuple[Problem, ...]]:
    """Make the index anew from ledger and bags: how many additions it has, and the bags that cannot be read. The old
    one stays until the new one is whole. `OSError`, `ChainError` or `sqlite3.Error` where that cannot be."""
    with working_alone(root):
        return _made_anew(root)


def _made_anew(root: Path) -> tuple[int, tuple[Problem, ...]]:
    links, wrong = _ledger(root)
    fresh = root / f"{UNFINISHED}{INDEX}"
    fresh.unlink(missing_ok=True)
    try:
        wrong += _filled(root, fresh, links)
        with fresh.open("rb") as handle:
            os.fsync(handle.fileno())
        fresh.rename(root / INDEX)
        synced(root)
    finally:
        fresh.unlink(missing_ok=True)
    return len(links), tuple(wrong)


def _ledger(root: Path) -> tuple[tuple[Link, ...], list[Problem]]:
    """The ledger, made anew from the bags where it is lost."""
    if (root / LEDGER).exists() or not any(bags(root)):
        return read_chain(root), []
    links = from_bags(root)
    for number, link in enumerate(links):
        append(root, links[:number], link)
    return links, [Problem("H147", Place(root / LEDGER), {"count": str(len(links)), "head": head_of(links)})]


def _filled(root: Path, file: Path, links: Sequence[Link]) -> list[Problem]:
    wrong = []
    with closing(connect(file, "rwc")) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("BEGIN")
        for statement in (*filter(str.strip, SCHEMA.split(";\n")), WORDS):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {FORM}")
        for link in links:
            try:
                insert(connection, entry_of(root, link))
            except BagError as error:
                wrong.append(Problem("H133", Place(bag_folder(root, link.identifier)), {"reason": str(error)}))
        connection.execute("COMMIT")
    return wrong


def follow(root: Path) -> None:
    """Put into the index what the ledger has and it has not; make it anew where there is none. Errors as `reindex`.

    Whoever writes the index works alone in the archive: it is never exchanged under the hands of another.
    """
    with working_alone(root):
        if not (root / INDEX).exists():
            _made_anew(root)
            return
        links = read_chain(root)
        with opened(root) as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                _continued(root, connection, links)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # a full disk has ended it already
                    connection.execute("ROLLBACK")
                raise


def _continued(root: Path, connection: sqlite3.Connection, links: Sequence[Link]) -> None:
    known = last_indexed(connection)
    if known and (known > len(links) or not _agrees(connection, links[known - 1])):
        raise sqlite3.DatabaseError("another ledger")
    for link in links[known:]:
        insert(connection, entry_of(root, link))


def _agrees(connection: sqlite3.Connection, link: Link) -> bool:
    found = connection.execute("SELECT line FROM additions WHERE number = ?", (link.number,)).fetchone()
    return bool(found == (link.digest,))


def index_followed(root: Path) -> tuple[Problem, ...]:
    """Bring the index up to the ledger after an addition; a warning where that failed, for the addition stands."""
    try:
        follow(root)
    except (OSError, sqlite3.Error, ChainError, BagError) as error:
        return (Problem("H123", Place(root / INDEX), {"reason": str(error)}),)
    return ()


def index_anew(root: Path) -> tuple[int, tuple[Problem, ...]] | Failure:
    """Make the index anew: how many additions it has, and what could not be read."""
    if not root.is_dir():
        return Failure.of(Problem("H124", Place(root), {"folder": str(root)}))
    try:
        if unfinished(root) and (root / LEDGER).exists():
            with working_alone(root):
                settled(root)
        return reindex(root)
    except ChainError as error:
        return Failure.of(Problem("H129", Place(root / LEDGER), {"line": str(error.number)}))
    except OSError as error:
        return not_written(root, error)
    except sqlite3.Error as error:
        return Failure.of(Problem("H125", Place(root / INDEX), {"reason": str(error)}))
