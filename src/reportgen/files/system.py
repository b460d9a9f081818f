"""What one system has and another lacks, each with what stands in for it: the only place that asks which system it is.

| on Linux and macOS | on Windows |
| --- | --- |
| `flock` on a folder | one byte of a file in it, locked with `msvcrt.locking` |
| a folder's entries forced to the disk | nothing: NTFS writes them in order |
| two folders changing places in one call (Linux) | one moved aside, the other put there, or the first back |
| `O_NOFOLLOW`, `O_NONBLOCK` | a look at the file before it is opened; there are no pipes among files |
| text and binary files alike | `O_BINARY`, so that no line end is changed |
| `pwrite` | a seek and a write, under the lock that the caller holds |
| bounds of memory and processor time | the caller's bound of time alone |
| how much memory a process has, and giving back what it does not use (Linux) | not known, nothing |
| who owns a folder | nothing: a home folder is its user's |
"""

from __future__ import annotations

import errno
import importlib
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

LOCK = ".khoa"
"""The file in a folder whose byte is locked where folders cannot be."""
_SIZE = Path("/proc/self/statm")
"""Its first number is the address space in pages, its second what is in memory."""
WAIT = 0.05
"""Seconds between two tries for a lock that another process holds."""
AT_FDCWD, RENAME_EXCHANGE = -100, 2
"""Constants of renameat2(2)."""
MOST_WORKERS = 61
"""Windows waits for no more processes at once."""


def _module(name: str) -> Any:
    """A module that only some systems have, None elsewhere."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


_flock, _msvcrt, _resource = _module("fcntl"), _module("msvcrt"), _module("resource")
_BINARY, _NO_LINK = getattr(os, "O_BINARY", 0), getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT, _FOLDER = getattr(os, "O_NONBLOCK", 0), getattr(os, "O_DIRECTORY", 0)


@contextmanager
def locked(folder: Path, *, shared: bool = False) -> Iterator[None]:
    """Only this process works on the folder meanwhile; `shared`: only such as also came with it. OSError if the folder
    is not there, or cannot be locked."""
    if _flock is not None:
        handle = os.open(folder, os.O_RDONLY | _FOLDER)
        try:
            _flock.flock(handle, _flock.LOCK_SH if shared else _flock.LOCK_EX)
            yield
        finally:
            os.close(handle)
        return
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | _BINARY)
    try:
        _lock_byte(handle)
        yield
        os.lseek(handle, 0, os.SEEK_SET)
        _msvcrt.locking(handle, _msvcrt.LK_UNLCK, 1)
    finally:
        os.close(handle)


def _lock_byte(handle: int) -> None:
    """Locks the file's first byte, whoever holds it now; Windows has no lock that several share."""
    while True:
        os.lseek(handle, 0, os.SEEK_SET)
        try:
            _msvcrt.locking(handle, _msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno not in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}:
                raise
            time.sleep(WAIT)
        else:
            return


def synced(folder: Path) -> None:
    """The folder's entries are on the disk, where a system can be asked for that."""
    if not _FOLDER:
        return
    handle = os.open(folder, os.O_RDONLY | _FOLDER)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def open_to_read(file: Path, *, links: bool = True) -> int:
    """A handle of a file that is not waited for; without `links`, OSError (ELOOP) where a link stands for it."""
    if not links:
        _refuse_link(file)
    return os.open(file, os.O_RDONLY | _NO_WAIT | _BINARY | (0 if links else _NO_LINK))


def open_to_change(file: Path) -> int:
    """A handle of a file that is there, or is made; OSError (ELOOP) where a link stands for it."""
    _refuse_link(file)
    return os.open(file, os.O_RDWR | os.O_CREAT | _NO_LINK | _BINARY, 0o644)


def _refuse_link(file: Path) -> None:
    if not _NO_LINK and file.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(file))


def write_at(handle: int, content: bytes, place: int) -> int:
    """Writes into an open file from that byte on; how many bytes were written."""
    os.lseek(handle, place, os.SEEK_SET)
    return os.write(handle, content)


def linked(old: Path, new: Path) -> None:
    """The same file under another name, a link as a link. OSError where the file system has no such names."""
    if os.link in os.supports_follow_symlinks:
        os.link(old, new, follow_symlinks=False)
    elif old.is_symlink():
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP), str(old))
    else:
        os.link(old, new)


def exchanged(one: Path, other: Path) -> bool:
    """Whether the system could exchange the two folders in one call."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    done: int = call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return done == 0


def resident() -> int:
    """Bytes of memory that this process has now; 0 where the system does not say so."""
    try:
        return int(_SIZE.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0


def give_back() -> None:
    """Return to the system what this process has freed: between two units of work nothing else would, and a worker
    would grow with the largest that it met."""
    if sys.platform.startswith("linux"):
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def only_mine(folder: Path) -> bool:
    """Whether nobody but this user can write into a folder of a home."""
    account = getattr(os, "getuid", None)
    if account is None:
        return True
    found = folder.stat()
    return bool(found.st_uid == account() and not found.st_mode & 0o022)


def bounded(seconds: int, memory: int) -> None:
    """This process ends after so many seconds of work, or with so many bytes, where the system can be told so."""
    if _resource is not None:
        _resource.setrlimit(_resource.RLIMIT_CPU, (seconds, seconds))
        _resource.setrlimit(_resource.RLIMIT_AS, (memory, memory))
        _resource.setrlimit(_resource.RLIMIT_CORE, (0, 0))


@contextmanager
def little_memory(more: int) -> Iterator[None]:
    """Within, this process gets so many bytes beyond what it has, then a MemoryError, where the system limits a
    process's address space and says how large it is (Linux)."""
    try:
        used = int(_SIZE.read_text("ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        used = 0
    if _resource is None or not used:
        yield
        return
    soft, hard = _resource.getrlimit(_resource.RLIMIT_AS)
    limits = [limit for limit in (used + more, soft, hard) if limit != _resource.RLIM_INFINITY]
    _resource.setrlimit(_resource.RLIMIT_AS, (min(limits), hard))
    try:
        yield
    finally:
        with suppress(ValueError):
            _resource.setrlimit(_resource.RLIMIT_AS, (soft, hard))
