"""What is proved every time beyond the bytes: the index says what the bags give today, in rows, words and form."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

from reportgen.archive.bag import BagError
from reportgen.archive.chain import Link
from reportgen.archive.index import SCHEMA, WORDS, insert_words, opened, stored
from reportgen.archive.place import INDEX
from reportgen.archive.proving import Depth
from reportgen.problems import Place, Problem


def _indexed(root: Path, link: Link) -> Iterator[Problem]:
    """The index's rows are those that the bag gives today."""
    from reportgen.archive.entries import entry_of  # reads inputs

    try:
        with opened(root) as connection:
            there = stored(connection, link.number)
    except sqlite3.Error:
        return  # told once, not for every bag
    try:
        agrees = there is None or there.digest == entry_of(root, link).digest
    except BagError:
        agrees = False
    if not agrees:
        yield Problem("H139", Place(root / INDEX), {"identifier": link.identifier})


def _words_follow(connection: sqlite3.Connection) -> bool:
    """The full-text index has every word of every paper where it stands, and no others."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        fresh.execute(WORDS)
        insert_words(fresh, connection.execute("SELECT id, text FROM papers"))
        places = [_places(one) for one in (fresh, connection)]
        return all(one == other for one, other in zip_longest(*places))


def _places(connection: sqlite3.Connection) -> sqlite3.Cursor:
    connection.execute("CREATE VIRTUAL TABLE temp.places USING fts5vocab (main, words, instance)")
    return connection.execute("SELECT term, doc, col, offset FROM temp.places")


def _is_of_its_form(connection: sqlite3.Connection) -> bool:
    """The index has the tables and the orders that it was made with, letter for letter."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        fresh.executescript(SCHEMA)
        fresh.execute(WORDS)
        made, there = (
            set(one.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")) for one in (fresh, connection)
        )
        return made == there


QUICK = Depth((_indexed,), (_is_of_its_form, _words_follow))
