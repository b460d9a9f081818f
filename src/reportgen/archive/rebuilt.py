"""The index kept up with the ledger, and what to say where it cannot be."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from reportgen.archive.adding import not_written
from reportgen.archive.bag import BagError
from reportgen.archive.chain import ChainError
from reportgen.archive.holdings import holdings
from reportgen.archive.index import follow, reindex
from reportgen.archive.place import INDEX
from reportgen.problems import Place, Problem


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
