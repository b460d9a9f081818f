"""The ledger of additions: one line of JSON each, carrying the hash of the line before.

No two lines have the same identifier. A line names a bag by the digests of its two tag manifests, which fix every byte
of it. So a bag that was removed, exchanged or slipped in shows, and the hash of the last line, the head, stands for the
whole archive up to there. Each bag also says in its `bag-info.txt` which line is its own and the hash of the line
before: a lost ledger can be made anew from the bags, and one that was forged does not fit them.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from reportgen.archive.bag import DIGESTS, MOST_TAGS, BagError, read_file, read_info
from reportgen.archive.place import IDENTIFIER, LEDGER, bag_folder, bags
from reportgen.files.system import open_to_change, synced, write_at

BEGINNING = "0" * 64
"""What stands for the hash of the line before the first."""


class ChainError(ValueError):
    """The ledger is not a chain. `number`: the first line, from 1, that is no line or does not follow."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class StrangeBagError(ChainError):
    """A bag in place that no line names: the ledger was cut, or somebody put the bag there."""

    def __init__(self, number: int, identifier: str) -> None:
        super().__init__(number)
        self.identifier = identifier


@dataclass(frozen=True, slots=True)
class Link:
    """One addition. `previous` is the digest of the line before, `BEGINNING` for the first."""

    number: int
    identifier: str
    sha256: str
    sha512: str
    previous: str

    @property
    def line(self) -> bytes:
        """As it stands in the ledger, with its line feed."""
        return json.dumps(asdict(self), separators=(",", ":")).encode() + b"\n"

    @property
    def digest(self) -> str:
        """SHA-256 of the line without its line feed."""
        return hashlib.sha256(self.line[:-1]).hexdigest()


def read_chain(root: Path) -> tuple[Link, ...]:
    """All additions. A last line without its line feed was never finished and does not count, unless it is whole and
    its bag is in place; `append` then gives it its line feed. `ChainError` where the rest is no chain,
    `OSError` if the ledger is there and cannot be read."""
    links, broken = whole_part(root)
    if broken:
        raise ChainError(broken)
    return links


def whole_part(root: Path) -> tuple[tuple[Link, ...], int]:
    """The additions up to where the ledger is no chain any more, and the number of that line, 0 where there is none."""
    try:
        content = read_file(root / LEDGER, MOST_TAGS)
    except FileNotFoundError:
        return (), 0
    links: list[Link] = []
    known: set[str] = set()
    head = BEGINNING
    *lines, rest = content.split(b"\n")
    unended = _link(rest)
    if unended is not None and _is_in_place(root, unended):
        lines.append(rest)
    for number, line in enumerate(lines, 1):
        link = _link(line)
        if link is None or link.number != number or link.previous != head or link.identifier in known:
            return tuple(links), number
        links.append(link)
        known.add(link.identifier)
        head = hashlib.sha256(line).hexdigest()
    return tuple(links), 0


def _is_in_place(root: Path, link: Link) -> bool:
    """Whether the bag that the line names is where it belongs."""
    try:
        there = next_link((), link.identifier, bag_folder(root, link.identifier))
    except OSError:
        return False
    return (there.sha256, there.sha512) == (link.sha256, link.sha512)


_NAMES = [field.name for field in fields(Link)]


def _link(line: bytes) -> Link | None:
    """The addition of a line; None where the line is not exactly what this program writes for one."""
    try:
        record = json.loads(line)
        link = Link(**record) if isinstance(record, dict) and list(record) == _NAMES else None
    except (ValueError, TypeError, RecursionError):
        return None
    if link is None or not isinstance(link.identifier, str) or not IDENTIFIER.fullmatch(link.identifier):
        return None
    return link if link.line[:-1] == line else None


def head_of(links: Sequence[Link]) -> str:
    """The hash that stands for all additions."""
    return links[-1].digest if links else BEGINNING


def next_link(links: Sequence[Link], identifier: str, folder: Path) -> Link:
    """The line of a finished bag, behind those of `links`."""
    digests = {
        name: hashlib.new(name, read_file(folder / f"tagmanifest-{name}.txt", MOST_TAGS)).hexdigest()
        for name in DIGESTS
    }
    return Link(len(links) + 1, identifier, digests["sha256"], digests["sha512"], head_of(links))


def from_bags(root: Path) -> tuple[Link, ...]:
    """The ledger that the bags themselves tell of; `ChainError` where one is missing or does not follow."""
    said: dict[str, tuple[str, str]] = {}
    for identifier in bags(root):
        try:
            info = dict(read_info(bag_folder(root, identifier)))
        except BagError:
            continue
        said[info.get("Chain-Number", "")] = (identifier, info.get("Chain-Previous", ""))
    links: list[Link] = []
    for number in range(1, len(said) + 1):
        identifier, previous = said.get(str(number), ("", ""))
        if not identifier or previous != head_of(links):
            raise ChainError(number)
        links.append(next_link(links, identifier, bag_folder(root, identifier)))
    return tuple(links)


def append(root: Path, links: Sequence[Link], link: Link) -> None:
    """Put the line behind those of `links`, on the disk, in the place of one that was never finished; the last of them
    gets its line feed if that was lost. `OSError` leaves the ledger with the lines that it had."""
    file = root / LEDGER
    fresh = not file.exists()
    end = sum(len(known.line) for known in links)
    handle = open_to_change(file)
    try:
        if end:
            write_at(handle, b"\n", end - 1)
        os.ftruncate(handle, end)
        try:
            if write_at(handle, link.line, end) < len(link.line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, end)
            raise
    finally:
        os.close(handle)
    if fresh:
        synced(root)
