"""BagIt 1.0 packages (RFC 8493): written whole, read back, and held against their manifests.

A bag of ours has the manifests of both SHA-256 and SHA-512, for the payload (`data/`) and for the tag files. Paths in
manifests have slashes; CR, LF and % are escaped as section 2.1.3 asks.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.files.system import open_to_read, synced

DIGESTS = ("sha256", "sha512")
DATA = "data/"
DECLARATION = "bagit.txt"
DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
INFO = "bag-info.txt"
PIECE = 1024 * 1024
"""Bytes that are read and hashed at a time: both digests are taken of one reading."""
MOST_BYTES = 256 * 1024 * 1024
"""Bytes of a file that is archived at most."""
MOST_TAGS = 64 * 1024 * 1024
"""Bytes of a tag file that are read; a larger one is no manifest of ours."""


_LINE_END = re.compile(r"\r\n|\r|\n")


class BagError(ValueError):
    """A tag file that is no BagIt: which one, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a bag departs from its manifests. `kind`: changed, missing, extra, form."""

    kind: str
    path: str


def write_bag(
    folder: Path, files: Mapping[str, bytes], tags: Mapping[str, bytes], info: Sequence[tuple[str, str]]
) -> None:
    """Fill an empty folder. `files` are by their path in the payload, `tags` by their path in the bag; `info` gets the
    Payload-Oxum. Everything is on the disk afterwards; `OSError` if that cannot be."""
    payload = {f"{DATA}{path}": content for path, content in files.items()}
    oxum = f"{sum(map(len, payload.values()))}.{len(payload)}"
    tagged = {DECLARATION: DECLARED, INFO: _info_bytes([*info, ("Payload-Oxum", oxum)]), **tags}
    tagged |= {f"manifest-{name}.txt": _manifest(payload, name) for name in DIGESTS}
    sealed = {f"tagmanifest-{name}.txt": _manifest(tagged, name) for name in DIGESTS}
    for path, content in {**payload, **tagged, **sealed}.items():
        _write(folder / path, content)
    for parent, _, _ in os.walk(folder, topdown=False):
        synced(Path(parent))


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())


def _manifest(files: Mapping[str, bytes], name: str) -> bytes:
    lines = (f"{hashlib.new(name, content).hexdigest()}  {_escaped(path)}\n" for path, content in sorted(files.items()))
    return "".join(lines).encode()


def _escaped(path: str) -> str:
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _unescaped(path: str) -> str:
    return path.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def _info_bytes(info: Iterable[tuple[str, str]]) -> bytes:
    """`Label: value` lines; a value is one line."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in info).encode()


def read_info(folder: Path) -> tuple[tuple[str, str], ...]:
    """The labels and values of `bag-info.txt`, in order; `BagError` if it cannot be understood."""
    entries: list[tuple[str, str]] = []
    for line in _tag_lines(folder, INFO):
        if line[:1] in {" ", "\t"} and entries:
            label, value = entries.pop()
            entries.append((label, f"{value} {line.strip()}"))
            continue
        label, colon, value = line.partition(":")
        if not colon:
            raise BagError(INFO)
        entries.append((label.strip(), value.strip()))
    return tuple(entries)


def manifest_entries(folder: Path, name: str) -> dict[str, str]:
    """Path in the bag → digest, of one manifest; `BagError` if it cannot be understood."""
    entries: dict[str, str] = {}
    for line in _tag_lines(folder, name):
        digest, _, path = line.partition(" ")
        path = _unescaped(path.lstrip(" *"))
        if not path or path in entries or not _is_inside(path):
            raise BagError(name)
        entries[path] = digest.lower()
    return entries


def _is_inside(path: str) -> bool:
    return not path.startswith("/") and not {"", ".", ".."} & set(path.split("/"))


def _tag_lines(folder: Path, name: str) -> list[str]:
    """The lines of a tag file, which end in LF, CR or both (section 2.1)."""
    try:
        content = read_file(folder / name, MOST_TAGS).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BagError(name) from error
    return [line for line in _LINE_END.split(content) if line]


def read_file(file: Path, most: int) -> bytes:
    """A file's bytes; `OSError` for a link, for what is no file, and for more than `most` bytes."""
    handle = open_to_read(file, links=False)
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(file))
        content = stream.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(file))
    return content


def differences(folder: Path) -> tuple[Difference, ...]:
    """Everything in which the bag is not what its manifests say; () for a complete and valid bag."""
    try:
        wanted = [_wanted(folder, name) for name in DIGESTS]
        oxum = dict(read_info(folder)).get("Payload-Oxum", "")
        declared = read_file(folder / DECLARATION, MOST_TAGS) == DECLARED
        there = dict(_files(folder))
    except (BagError, OSError) as error:
        return (Difference("form", str(error)),)
    expected = {path for entries in wanted for path in entries} | {f"tagmanifest-{name}.txt" for name in DIGESTS}
    found = [Difference("form", DECLARATION)] if not declared else []
    found += [Difference("form", str(entries)) for entries in _unlike(wanted)]
    found += [Difference("extra", path) for path in sorted(there.keys() - expected)]
    found += [Difference("missing", path) for path in sorted(expected - there.keys())]
    present = sorted(path for path in wanted[0] if path in there)
    for path in present:
        if digests_of(folder / path) != tuple(entries.get(path) for entries in wanted):
            found.append(Difference("changed", path))
    if not found and oxum != _oxum(there):
        found.append(Difference("form", "Payload-Oxum"))
    return tuple(found)


def _wanted(folder: Path, name: str) -> dict[str, str]:
    """All paths that the two manifests of one digest name."""
    return manifest_entries(folder, f"manifest-{name}.txt") | manifest_entries(folder, f"tagmanifest-{name}.txt")


def _unlike(wanted: Sequence[Mapping[str, str]]) -> list[str]:
    """Paths that one digest's manifests name and the other's do not, but for the manifests themselves."""
    one, other = (set(entries) for entries in wanted)
    return sorted(one ^ other)


def _oxum(there: Mapping[str, int]) -> str:
    sizes = [size for path, size in there.items() if path.startswith(DATA)]
    return f"{sum(sizes)}.{len(sizes)}"


def _files(folder: Path) -> Iterator[tuple[str, int]]:
    """Path and size of everything in the bag that is no folder, links among it, and of empty folders."""
    stack = [folder]
    while stack:
        parent = stack.pop()
        with os.scandir(parent) as scanned:
            entries = list(scanned)
        if not entries:
            yield f"{parent.relative_to(folder).as_posix()}/", 0
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                stack.append(Path(entry.path))
            else:
                size = entry.stat(follow_symlinks=False).st_size
                yield Path(entry.path).relative_to(folder).as_posix(), size


def digests_of(file: Path) -> tuple[str, str] | None:
    """SHA-256 and SHA-512 of a file, read once; None for a link and for what cannot be read."""
    first, second = hashlib.sha256(), hashlib.sha512()
    try:
        handle = open_to_read(file, links=False)
        with os.fdopen(handle, "rb", buffering=0) as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                return None
            while piece := stream.read(PIECE):
                first.update(piece)
                second.update(piece)
    except OSError:
        return None
    return first.hexdigest(), second.hexdigest()
