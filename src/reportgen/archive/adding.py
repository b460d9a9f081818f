"""An addition to the archive, whole or not at all.

A bag is made in a folder of its own beside the others and put on the disk; then its line is written to the ledger, and
in that moment it belongs to the archive; then the folder is renamed into its place. A process that dies before the line
leaves a folder that the next one removes; one that dies after it leaves a folder that the next one puts in its place.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path

from reportgen import __version__
from reportgen.archive.bag import BagError, read_file, write_bag
from reportgen.archive.chain import ChainError, Link, StrangeBagError, append, head_of, next_link, read_chain
from reportgen.archive.description import DESCRIPTION, Description, description_of, read_description
from reportgen.archive.index import last_indexed, opened
from reportgen.archive.place import (
    MOST_KEY,
    MOST_UNIT,
    UNFINISHED,
    bag_folder,
    bags,
    own_folder,
    plain_name,
    unfinished,
    working_alone,
)
from reportgen.files.system import synced
from reportgen.problems import Failure, Place, Problem
from reportgen.vietnamese.letters import fold

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
PAYLOAD = "manifest-sha256.txt"
MOST_MANIFEST = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Package:
    """What a bag is made of. `named` gives the description its identifier once nobody else adds: from the archive's
    folder; an identifier that is there already, with the same payload, is not added again."""

    files: Mapping[str, bytes]
    tags: Mapping[str, bytes]
    named: Callable[[Path], Description]


@dataclass(frozen=True, slots=True)
class Added:
    """An addition as it stands in the archive. `fresh`: whether it was made just now."""

    description: Description
    fresh: bool = True


def add(root: Path, package: Package, today: date) -> Added | Failure:
    """Put a package into the archive. The archive's folder is made if there is none."""
    try:
        root.mkdir(parents=True, exist_ok=True)
        with working_alone(root):
            links = settled(root)
            gone = next((link for link in links if not _is_there(root, link)), None)
            return _added(root, links, package, today) if gone is None else Failure.of(lost(root, gone))
    except StrangeBagError as error:
        return Failure.of(Problem("H137", Place(bag_folder(root, error.identifier)), {"identifier": error.identifier}))
    except ChainError as error:
        return Failure.of(Problem("H129", Place(root), {"line": str(error.number)}))
    except BagError as error:
        return Failure.of(Problem("H133", Place(root), {"reason": str(error)}))
    except OSError as error:
        return not_written(root, error)


def lost(root: Path, link: Link) -> Problem:
    """That the bag of a line is gone. Nothing is added before it is back: its place is not free."""
    values = {"identifier": link.identifier, "line": str(link.number)}
    return Problem("H134", Place(bag_folder(root, link.identifier)), values)


def _is_there(root: Path, link: Link) -> bool:
    folder = bag_folder(root, link.identifier)
    return folder.is_dir() and not folder.is_symlink()


def not_written(root: Path, error: OSError) -> Failure:
    """What kept the archive from being written."""
    if error.errno in NO_ROOM:
        return Failure.of(Problem("H121", Place(root), {"folder": str(root)}))
    if error.errno == errno.ELOOP:
        return Failure.of(Problem("H122", Place(Path(error.filename or root)), {"path": str(error.filename)}))
    return Failure.of(Problem("H120", Place(root), {"folder": str(root), "reason": error.strerror or str(error)}))


def settled(root: Path) -> tuple[Link, ...]:
    """The ledger, after what a dead process left is finished or removed; `ChainError` where lines are missing,
    as a bag in place tells that none of them names, or the index. Only for who works alone."""
    links = read_chain(root)
    if _is_cut(root, links):
        raise ChainError(len(links) + 1)
    known = {link.identifier for link in links}
    for identifier in bags(root):
        if identifier not in known:
            raise StrangeBagError(len(links) + 1, identifier)
    for folder in unfinished(root):
        last = links[-1] if links else None
        if last is not None and _is_bag_of(folder, last) and not bag_folder(root, last.identifier).exists():
            _put(root, folder, last.identifier)
        elif folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder)
        else:
            folder.unlink()  # an index that was being made
    return links


def _is_cut(root: Path, links: Sequence[Link]) -> bool:
    """Whether lines are missing at the ledger's end: there are bags and no line at all, or the index knows of more."""
    if not links:
        return any(bags(root))
    try:
        with opened(root) as connection:
            return last_indexed(connection) > len(links)
    except sqlite3.Error:
        return False  # no index that could tell


def _is_bag_of(folder: Path, link: Link) -> bool:
    try:
        return next_link((), link.identifier, folder).sha256 == link.sha256
    except OSError:
        return False


def _added(root: Path, links: Sequence[Link], package: Package, today: date) -> Added | Failure:
    described = package.named(root)
    fresh = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=root))
    written = False
    try:
        info = _info(described, links, today)
        write_bag(fresh, package.files, {DESCRIPTION: described.as_json(), **package.tags}, info)
        if (same := _same(root, fresh, described)) is not None:
            return Added(same, fresh=False)
        fresh.chmod(0o755)
        link = next_link(links, described.identifier, fresh)
        own_folder(root, bag_folder(root, described.identifier).parent)
        append(root, links, link)
        written = True
        _put(root, fresh, described.identifier)
    finally:
        if not written:
            shutil.rmtree(fresh, ignore_errors=True)
    return Added(described)


def _same(root: Path, fresh: Path, described: Description) -> Description | None:
    """The version before, where it holds the same files and says the same of them."""
    if not described.replaces:
        return None
    before = bag_folder(root, described.replaces)
    try:
        known = description_of(root, described.replaces)
        payloads = [read_file(folder / PAYLOAD, MOST_MANIFEST) for folder in (before, fresh)]
    except (BagError, OSError):
        return None  # `verify` tells of it
    return known if payloads[0] == payloads[1] and known.papers == described.papers else None


def _put(root: Path, folder: Path, identifier: str) -> None:
    target = bag_folder(root, identifier)
    own_folder(root, target.parent)
    folder.rename(target)
    synced(target.parent)
    synced(root)


def _info(described: Description, links: Sequence[Link], today: date) -> list[tuple[str, str]]:
    """`bag-info.txt`: the reserved labels of RFC 8493 first, then ours."""
    entries = [
        ("Source-Organization", described.organ),
        ("External-Identifier", described.identifier),
        ("External-Description", described.title),
        ("Bagging-Date", today.isoformat()),
        ("Bag-Software-Agent", f"reportgen {__version__}"),
        ("Unit", described.unit),
        ("Year", str(described.year)),
        ("Number", described.number),
        ("Date", described.date),
        ("Title", described.title),
        ("Replaces", described.replaces),
        ("Signed-Rendition-Of", " ".join(described.signed or ())),
        ("Chain-Number", str(len(links) + 1)),
        ("Chain-Previous", head_of(links)),
    ]
    return [(label, value) for label, value in entries if value]


# Names


def version_of(root: Path, described: Description, names: Sequence[str]) -> Description:
    """The description with the identifier of the next version under the first name, and the version before it as its
    predecessor. The other names are those of drafts: the last of them is the predecessor of the first version."""
    unit = _unit_folder(root / str(described.year), described)
    bases = [f"{described.year:04d}/{unit}/{name}-v" for name in names]
    known = _known(root)
    identifier, before = _next(root, known, bases[0])
    drafts = (_next(root, known, base)[1] for base in bases[1:])
    return replace(described, identifier=identifier, replaces=before or next(filter(None, drafts), ""))


def rendition_of(root: Path, described: Description, base: str) -> Description:
    """The description of a signed paper with the next identifier, and the signed copy before it."""
    identifier, before = _next(root, _known(root), f"{base}-{plain_name(described.papers[0].key, MOST_KEY)}-ky-")
    return replace(described, identifier=identifier, replaces=before)


def _known(root: Path) -> frozenset[str]:
    return frozenset(link.identifier for link in read_chain(root))


def _next(root: Path, known: frozenset[str], base: str) -> tuple[str, str]:
    """The first identifier that is free, counted behind the base, and the last that is taken, "" without any. What the
    ledger knows is taken, wherever its folder is."""
    before = ""
    for number in count(1):
        identifier = f"{base}{number}"
        folder = bag_folder(root, identifier)
        if identifier not in known and not _exists(folder):
            return identifier, before
        before = identifier if identifier in known or not folder.is_symlink() else before
    raise AssertionError("numbers have no end")


def _exists(folder: Path) -> bool:
    return folder.is_symlink() or folder.exists()


def _unit_folder(year: Path, described: Description) -> str:
    """The folder of the unit: its name in plain letters, with a number where another unit has that folder."""
    plain = plain_name(described.unit, MOST_UNIT)
    for number in count(1):
        name = plain if number == 1 else f"{plain}-{number}"
        if _is_of_unit(year / name, described):
            return name
    raise AssertionError("units are counted without end")


def _is_of_unit(folder: Path, described: Description) -> bool:
    """Whether the folder is free, or holds papers of this unit: the same name, and no other province."""
    if folder.is_symlink() or not folder.is_dir():
        return True  # free, or in the way: then nothing is put there, and that is told
    for bag in sorted(folder.iterdir()):
        try:
            known = read_description(bag)
        except BagError:
            continue
        provinces = {fold(known.province), fold(described.province)} - {""}
        return known.unit.casefold() == described.unit.casefold() and len(provinces) < 2
    return True
