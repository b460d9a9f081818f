"""The index kept up with the ledger: made anew, or brought up to it after an addition."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from reportgen.archive.adding import not_written
from reportgen.archive.bag import BagError
from reportgen.archive.chain import ChainError, Link, read_chain
from reportgen.archive.entries import entry_of
from reportgen.archive.holdings import holdings
from reportgen.archive.index import FORM, SCHEMA, connect, insert, last_indexed, opened
from reportgen.archive.place import INDEX, UNFINISHED, reading, synced, working_alone
from reportgen.problems import Place, Problem


def reindex(root: Path) -> int:
    """Make the index anew from ledger and bags; how many additions it has. The old one stays until the new one is
    whole. `OSError`, `ChainError`, `BagError` or `sqlite3.Error` where that cannot be."""
    with working_alone(root):
        links = read_chain(root)
        fresh = root / f"{UNFINISHED}{INDEX}"
        fresh.unlink(missing_ok=True)
        try:
            with closing(connect(fresh, "rwc")) as connection:
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


def index_anew(root: Path) -> int | Problem:
    """Make the index anew; how many additions it has."""
    links = holdings(root)
    if isinstance(links, Problem):
        return links
    try:
        return reindex(root)
    except BagError as error:
        return Problem("H133", Place(root), {"reason": str(error)})
    except (OSError, sqlite3.Error) as error:
        return (
            not_written(root, error)
            if isinstance(error, OSError)
            else Problem("H125", Place(root / INDEX), {"reason": str(error)})
        )
