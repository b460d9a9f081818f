"""What an archive holds, read from its ledger and its bags; nothing here needs the index.

What a dead process left half done is finished first, where the archive can be written.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportgen.archive.adding import settled
from reportgen.archive.bag import MOST_BYTES, BagError, digests_of, manifest_entries, read_file
from reportgen.archive.chain import ChainError, Link, read_chain
from reportgen.archive.description import Description, description_of
from reportgen.archive.place import LEDGER, bag_folder, reading, unfinished, working_alone
from reportgen.problems import Failure, Place, Problem
from reportgen.vietnamese.letters import closest

MOST_NEAR = 5
"""Identifiers that are named where one was meant."""


def holdings(root: Path) -> tuple[Link, ...] | Failure:
    """All additions, first to last."""
    if not root.is_dir():
        return Failure.of(Problem("H124", Place(root), {"folder": str(root)}))
    try:
        _finish(root)
        with reading(root):
            return read_chain(root)
    except ChainError as error:
        return Failure.of(Problem("H129", Place(root / LEDGER), {"line": str(error.number)}))
    except OSError as error:
        return Failure.of(unreadable(root, error))


def _finish(root: Path) -> None:
    """Finish or remove what a dead process left; where that cannot be, what is there can be read all the same."""
    if not unfinished(root) or not os.access(root, os.W_OK):
        return
    try:
        with working_alone(root):
            settled(root)
    except (OSError, ChainError):
        return


def unreadable(root: Path, error: OSError) -> Problem:
    """What kept the archive from being read."""
    return Problem("F104", Place(Path(error.filename or root)), {"reason": error.strerror or str(error)})


def described(root: Path, links: Sequence[Link]) -> Iterator[Description]:
    """The descriptions of additions; those whose bag cannot be read are left out, `verify` tells of them."""
    for link in links:
        try:
            yield description_of(root, link.identifier)
        except BagError:
            continue


def find(root: Path, wanted: str) -> Description | Failure:
    """The addition of that identifier, or of the only one that ends so."""
    links = holdings(root)
    if isinstance(links, Failure):
        return links
    known = [link.identifier for link in links]
    ending = [name for name in known if name == wanted or name.endswith(f"/{wanted}")]
    if len(ending) != 1:
        near = ", ".join(ending or [name for name in known if wanted in name][:MOST_NEAR])
        near = near or closest(wanted, [*known, *(name.rpartition("/")[2] for name in known)]) or "…"
        return Failure.of(Problem("H126", Place(root), {"identifier": wanted, "near": near}))
    try:
        return description_of(root, ending[0])
    except BagError as error:
        return Failure.of(Problem("H133", Place(bag_folder(root, ending[0])), {"reason": str(error)}))


def versions(root: Path, wanted: Description) -> tuple[Description, ...]:
    """All versions of the same paper from the first to the last, each with what came back signed behind it."""
    links = holdings(root)
    if isinstance(links, Failure):
        return ()
    everything = list(described(root, links))
    by_name = {entry.identifier: entry for entry in everything}
    first = wanted
    while first.replaces in by_name:
        first = by_name[first.replaces]
    line = [first]
    while following := next((entry for entry in everything if entry.replaces == line[-1].identifier), None):
        line.append(following)
    return tuple(entry for version in line for entry in (version, *signed_of(everything, version.identifier)))


def signed_of(everything: Sequence[Description], identifier: str) -> tuple[Description, ...]:
    """What came back signed of an addition's papers."""
    return tuple(entry for entry in everything if entry.signed and entry.signed[0] == identifier)


def extract(root: Path, wanted: Description, target: Path) -> tuple[Path, ...] | Failure:
    """Copy an addition's files into a folder of its own below the target, each held against its digest as it was
    copied. A problem if that folder exists, or a file is not what was archived."""
    source = bag_folder(root, wanted.identifier)
    folder = target / wanted.identifier.rpartition("/")[2]
    if folder.exists() or folder.is_symlink():
        return Failure.of(Problem("H127", Place(folder), {"folder": str(folder)}))
    try:
        entries = manifest_entries(source, "manifest-sha256.txt")
    except BagError as error:
        return Failure.of(Problem("H133", Place(source), {"reason": str(error)}))
    try:
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=target) as unfinished:
            fresh = Path(unfinished) / folder.name
            changed = _copied(source, entries, fresh)
            if changed:
                return Failure.of(Problem("H130", Place(source / changed), {"file": changed}))
            fresh.rename(folder)
    except OSError as error:
        return Failure.of(
            Problem("B922", Place(folder), {"file": str(error.filename or folder), "reason": error.strerror or ""})
        )
    return tuple(folder / path.removeprefix("data/") for path in sorted(entries))


def _copied(source: Path, entries: Mapping[str, str], fresh: Path) -> str:
    """Copy the files; the path of the first one that is not what was archived, "" if all are. `OSError` if one cannot
    be read or written."""
    fresh.mkdir()
    for path, digest in sorted(entries.items()):
        file = fresh / path.removeprefix("data/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(read_file(source / path, MOST_BYTES))
        if (digests_of(file) or ("",))[0] != digest:
            return path
    return ""
