"""A finished set of files put in place of the old one, in one step.

The new folder is made beside the old one and the two change places (Linux exchanges two folders in one call; elsewhere
the old one is moved aside first). What else lies in the old folder, such as a signed scan, comes along. What a build
that was killed has left is put right by the next one.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.files.names import real_path
from reportgen.files.system import exchanged, linked, locked

MADE, ASIDE = ".dang-lap-", ".cu"
"""In the name of a folder that is being made; the ending of the old one while it is moved aside."""
_LEFT = re.compile(rf"\.(?P<name>.+){re.escape(MADE)}\w+(?P<aside>{re.escape(ASIDE)})?")
NO_LINKS = frozenset({errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP})
"""How file systems say that they have no hard links."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a folder gets and what it loses; every other file in it stays."""

    written: Mapping[str, bytes]
    dropped: frozenset[str] = frozenset()


def publish(folder: Path, decide: Callable[[Path], Change]) -> None:
    """Change the folder's files, all or none. `decide` looks at the folder as it is once no other build works on it.

    OSError if they cannot be written; the folder is then as it was.
    """
    folder = real_path(folder)  # a link to a folder stays a link
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with locked(folder.parent):
        _recover(folder.parent)
        change = decide(folder)
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}{MADE}", dir=folder.parent))
        try:
            _keep(folder, fresh, change.dropped | change.written.keys())
            for name, content in change.written.items():
                _write(fresh / name, content)
            fresh.chmod(0o755)
            _swap(fresh, folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def _recover(parent: Path) -> None:
    """Put right what builds have left that were killed: an old folder that was moved aside comes back where nothing
    took its place; what was being made goes. Whoever made it has died: this build has its turn."""
    for entry in sorted(parent.iterdir()):
        left = _LEFT.fullmatch(entry.name)
        if left is None:
            continue
        if left["aside"] and not (parent / left["name"]).exists():
            entry.rename(parent / left["name"])
        else:
            shutil.rmtree(entry, ignore_errors=True)


def _keep(folder: Path, fresh: Path, replaced: frozenset[str]) -> None:
    if not folder.is_dir():
        return
    for entry in sorted(folder.iterdir()):
        if entry.name in replaced:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, fresh / entry.name, copy_function=_link, symlinks=True)
        else:
            _link(entry, fresh / entry.name)


def _link(old: str | Path, new: str | Path) -> None:
    """The same file under another name; a copy where the file system has no hard links."""
    try:
        linked(Path(old), Path(new))
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        shutil.copy2(old, new, follow_symlinks=False)


def _write(file: Path, content: bytes) -> None:
    with file.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())


def _swap(fresh: Path, folder: Path) -> None:
    if not folder.exists():
        fresh.rename(folder)
        return
    if not exchanged(fresh, folder):
        aside = fresh.with_name(f"{fresh.name}{ASIDE}")
        folder.rename(aside)
        try:
            fresh.rename(folder)
        except OSError:
            aside.rename(folder)
            raise
        shutil.rmtree(aside, ignore_errors=True)
