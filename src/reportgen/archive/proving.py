"""Proves that an archive is what was put into it: ledger, bags and index, one held against the other.

Each proof of a bag is a function from an addition to its problems. `quick.QUICK` reads every byte once and compares the
index with the bags; `deep.DEEP` opens the papers too and makes them anew.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain as joined
from pathlib import Path

from reportgen.archive.adding import lost
from reportgen.archive.bag import BagError, differences, read_info
from reportgen.archive.chain import Link, head_of, next_link, whole_part
from reportgen.archive.holdings import holdings, unreadable
from reportgen.archive.index import ledger_lines, opened, stored
from reportgen.archive.place import INDEX, LEDGER, bag_folder, bags, reading, strays, unfinished
from reportgen.archive.searching import damaged
from reportgen.problems import Failure, Place, Problem, Severity, in_order
from reportgen.problems.catalog import severity

WORKERS = min(4, os.cpu_count() or 1)
"""Bags that are read at once: the digests are reckoned outside of Python's lock."""
CODES = {"changed": "H130", "missing": "H131", "extra": "H132", "form": "H133"}
"""How a bag departs from its manifests → the code."""


@dataclass(frozen=True, slots=True)
class Proved:
    """What came of the proofs: how many additions there are, the hash that stands for all of them, what differs."""

    additions: int
    head: str
    problems: tuple[Problem, ...]

    @property
    def differs(self) -> bool:
        """Whether anything is not as it was archived; notices are about what could not be tried."""
        return any(severity(problem.code) is Severity.ERROR for problem in self.problems)


Proof = Callable[[Path, Link], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Depth:
    """What is proved beyond ledger, bags and rows of the index: of each bag, and of the index, which agrees or not."""

    of_bags: tuple[Proof, ...] = ()
    of_index: tuple[Callable[[sqlite3.Connection], bool], ...] = ()


def verify(root: Path, depth: Depth, head: str = "") -> Proved | Failure:
    """Prove the whole archive. `head` is a hash from a certificate, which must stand in the ledger."""
    if not root.is_dir():
        return Failure.of(Problem("H124", Place(root), {"folder": str(root)}))
    holdings(root)  # finishes what a dead process began, where the archive can be written
    try:
        with reading(root):
            outside = _outside(root)
            there = frozenset(bags(root))
            begun = unfinished(root)
            links, broken = whole_part(root)
    except OSError as error:
        return Proved(0, head_of(()), in_order([unreadable(root, error), *_outside(root)]))
    problems = [Problem("H129", Place(root / LEDGER), {"line": str(broken)})] if broken else []
    problems += outside
    problems += [Problem("H145", Place(path), {"path": path.name}) for path in begun]
    problems += _not_in_ledger(root, links, there)
    problems += _certified(root, links, head)
    problems += _indexed(root, links, depth)
    missing = [link for link in links if link.identifier not in there]
    if begun and missing == list(links[-1:]):
        missing = []  # still in the folder where it was made
    problems += [lost(root, link) for link in missing]
    present = [link for link in links if link.identifier in there]
    with ThreadPoolExecutor(WORKERS) as pool:
        for link, wrong in zip(present, pool.map(partial(_every_time, root), present), strict=True):
            problems += wrong or _opened(root, link, depth.of_bags)
    return Proved(len(links), head_of(links), in_order(problems))


def _outside(root: Path) -> list[Problem]:
    """What lies in the archive and is no part of it; nothing where the folder cannot be read."""
    try:
        return [Problem("H138", Place(path), {"path": str(path.relative_to(root))}) for path in strays(root)]
    except OSError:
        return []


def _every_time(root: Path, link: Link) -> list[Problem]:
    return list(joined.from_iterable(proof(root, link) for proof in EVERY_TIME))


FAULTS = (BagError, OSError, LookupError, TypeError, ValueError)
"""What a bag raises that is valid and yet none of ours."""


def _opened(root: Path, link: Link, proofs: Sequence[Proof]) -> list[Problem]:
    """What further proofs find in a bag that is whole."""
    try:
        return list(joined.from_iterable(proof(root, link) for proof in proofs))
    except FAULTS as error:
        return [
            Problem("H133", Place(bag_folder(root, link.identifier)), {"reason": f"{type(error).__name__}: {error}"})
        ]


def _not_in_ledger(root: Path, links: Sequence[Link], there: frozenset[str]) -> Iterator[Problem]:
    for identifier in sorted(there - {link.identifier for link in links}):
        yield Problem("H137", Place(bag_folder(root, identifier)), {"identifier": identifier})


def _certified(root: Path, links: Sequence[Link], head: str) -> Iterator[Problem]:
    wanted = "".join(head.split()).lower()
    if wanted and wanted not in {link.digest for link in links}:
        yield Problem("H143", Place(root / LEDGER), {"head": wanted[:64]})


def _whole(root: Path, link: Link) -> Iterator[Problem]:
    """The bag is complete and valid, with no file too many."""
    folder = bag_folder(root, link.identifier)
    for found in differences(folder):
        place = folder if found.kind == "form" else folder / found.path
        yield Problem(CODES[found.kind], Place(place), {"file": found.path, "reason": found.path})


def _chained(root: Path, link: Link) -> Iterator[Problem]:
    """The bag is the one of the ledger's line, and says so itself."""
    folder = bag_folder(root, link.identifier)
    values = {"identifier": link.identifier, "line": str(link.number)}
    try:
        there = next_link((), link.identifier, folder)
        info = dict(read_info(folder))
    except (BagError, OSError):
        return  # what is missing or cannot be read, `_whole` tells
    if (there.sha256, there.sha512) != (link.sha256, link.sha512):
        yield Problem("H135", Place(folder), values)
    said = (info.get("External-Identifier"), info.get("Chain-Number"), info.get("Chain-Previous"))
    if said != (link.identifier, str(link.number), link.previous):
        yield Problem("H136", Place(folder), values)


EVERY_TIME: tuple[Proof, ...] = (_whole, _chained)


def _kept(connection: sqlite3.Connection) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """Number → identifier, hash of the line and digest of the rows, as the index keeps them."""
    rows = connection.execute("SELECT number, identifier, line, digest FROM additions").fetchall()
    return ((number, (identifier, line, digest)) for number, identifier, line, digest in rows)


def _indexed(root: Path, links: Sequence[Link], depth: Depth) -> Iterator[Problem]:
    """The index has the ledger's additions, each with the rows that it was given, and no others."""
    file = Place(root / INDEX)
    try:
        with opened(root) as connection:
            ((state,),) = connection.execute("PRAGMA integrity_check(1)").fetchall()
            if state != "ok":
                yield Problem("H125", file, {"reason": state})
                return
            kept = dict(_kept(connection))
            for link in links:
                entry = stored(connection, link.number)
                if entry is None or kept.pop(link.number)[1:] != (link.digest, entry.digest):
                    yield Problem("H139", file, {"identifier": link.identifier})
            for identifier, *_ in kept.values():
                yield Problem("H139", file, {"identifier": identifier})
            if not all(agrees(connection) for agrees in depth.of_index):
                yield Problem("H148", file)
    except sqlite3.Error as error:
        if links or ledger_lines(root) or (root / INDEX).exists():
            yield from damaged(root, error).problems
