"""Proves that an archive is what was put into it: ledger, bags and index, one held against the other.

Each proof is a function from an addition to its problems. `EVERY_TIME` reads every byte once; `deep.PROOFS` opens the
papers too, and makes them anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain as joined
from pathlib import Path

from reportgen.archive.bag import BagError, differences, read_info
from reportgen.archive.chain import Link, head_of, next_link, whole_part
from reportgen.archive.index import ledger_lines, opened, stored
from reportgen.archive.place import INDEX, LEDGER, bag_folder, bags, reading, strays, unfinished
from reportgen.archive.searching import damaged
from reportgen.problems import Place, Problem, in_order

CODES = {"changed": "H130", "missing": "H131", "extra": "H132", "form": "H133"}
"""How a bag departs from its manifests → the code."""


@dataclass(frozen=True, slots=True)
class Proved:
    """What came of the proofs: how many additions there are, the hash that stands for all of them, what differs."""

    additions: int
    head: str
    problems: tuple[Problem, ...]


Proof = Callable[[Path, Link], Iterator[Problem]]


def verify(root: Path, proofs: Sequence[Proof], head: str = "") -> Proved | Problem:
    """Prove the whole archive. `head` is a hash from a certificate, which must stand in the ledger."""
    if not root.is_dir():
        return Problem("H124", Place(root), {"folder": str(root)})
    with reading(root):
        links, broken = whole_part(root)
        there = frozenset(bags(root))
        outside = list(strays(root))
        begun = unfinished(root)
    problems = [Problem("H129", Place(root / LEDGER), {"line": str(broken)})] if broken else []
    problems += [Problem("H138", Place(path), {"path": str(path.relative_to(root))}) for path in outside]
    problems += [Problem("H145", Place(path), {"path": path.name}) for path in begun]
    problems += _not_in_ledger(root, links, there)
    problems += _certified(root, links, head)
    problems += _indexed(root, links)
    for link in links:
        if link.identifier not in there:
            values = {"identifier": link.identifier, "line": str(link.number)}
            problems.append(Problem("H134", Place(bag_folder(root, link.identifier)), values))
            continue
        wrong = list(joined.from_iterable(proof(root, link) for proof in EVERY_TIME))
        problems += wrong or _opened(root, link, proofs)
    return Proved(len(links), head_of(links), in_order(problems))


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


def _indexed(root: Path, links: Sequence[Link]) -> Iterator[Problem]:
    """The index has the ledger's additions, each with the rows that it was given, and no others."""
    file = Place(root / INDEX)
    try:
        with opened(root) as connection:
            ((state,),) = connection.execute("PRAGMA quick_check(1)").fetchall()
            if state != "ok":
                yield Problem("H125", file, {"reason": state})
                return
            kept = {row[0]: row[1:] for row in connection.execute("SELECT number, line, digest FROM additions")}
            if sorted(kept) != [link.number for link in links]:
                yield Problem("H128", file, {"indexed": str(len(kept)), "number": str(len(links))})
            for link in links:
                entry = stored(connection, link.number)
                if entry and kept[link.number] != (link.digest, entry.digest):
                    yield Problem("H139", file, {"identifier": link.identifier})
    except sqlite3.Error as error:
        if links or ledger_lines(root) or (root / INDEX).exists():
            yield damaged(root, error)
