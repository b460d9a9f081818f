"""Run as `python elsewhere.py ARGUMENTS…`: the program as it finds itself on Windows without Pango.

What Windows lacks is taken away before anything of the program is imported, and what it has instead is put there: no
`fcntl` and no `resource`, no flags of POSIX, folders that cannot be opened, no Pango for `dlopen` to find, a console
that writes cp1252, processes that are started afresh.
"""

from __future__ import annotations

import fcntl
import importlib.abc
import importlib.machinery
import multiprocessing
import os
import shutil
import subprocess  # noqa: F401 - before its system changes
import sys
import tempfile  # noqa: F401
import types
from collections.abc import Sequence
from concurrent.futures import process  # noqa: F401
from typing import Any

MISSING = {"fcntl", "resource", "termios", "pwd", "grp"}
FLAGS = ("O_NOFOLLOW", "O_NONBLOCK", "O_DIRECTORY")
CALLS = ("getuid", "fork", "pwrite", "fchmod")
LIBRARIES = ("pango", "gobject", "fontconfig", "harfbuzz", "glib")


class _Nowhere(importlib.abc.MetaPathFinder):
    """Says of some modules that they are not there."""

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: Any = None) -> None:
        if name in MISSING:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _locking(handle: int, mode: int, count: int) -> None:
    """`msvcrt.locking` by the lock of POSIX that behaves like it: of bytes, ended with the process."""
    fcntl.lockf(handle, {0: fcntl.LOCK_UN, 2: fcntl.LOCK_EX | fcntl.LOCK_NB}[mode], count)


def become_windows() -> None:
    """Take away and put there."""
    for name in MISSING:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, _Nowhere())
    for name in (*FLAGS, *CALLS):
        if hasattr(os, name):
            delattr(os, name)
    os.supports_follow_symlinks.discard(os.link)
    msvcrt: Any = types.ModuleType("msvcrt")
    msvcrt.locking, msvcrt.LK_UNLCK, msvcrt.LK_NBLCK = _locking, 0, 2
    # Python's own modules would take it for a sign that all else of Windows is there too.
    sys.modules["msvcrt"] = msvcrt
    import reportgen.files.system  # noqa: F401

    del sys.modules["msvcrt"]
    opened = os.open

    def open_no_folder(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if os.path.isdir(path):  # noqa: PTH112 - Path itself may call this
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, flags, *rest, **named)

    os.open = open_no_folder
    shutil._use_fd_functions = False  # type: ignore[attr-defined]
    _hide_libraries()


def _hide_libraries() -> None:
    import ctypes.util

    import cffi  # type: ignore[import-untyped]

    found, loaded = ctypes.util.find_library, cffi.FFI.dlopen

    def find_library(name: str) -> str | None:
        return None if any(library in name for library in LIBRARIES) else found(name)

    def dlopen(self: Any, name: Any, flags: int = 0) -> Any:
        if any(library in str(name) for library in LIBRARIES):
            raise OSError(f"cannot load library '{name}'")
        return loaded(self, name, flags)

    ctypes.util.find_library = find_library
    cffi.FFI.dlopen = dlopen


if __name__ == "__mp_main__":
    become_windows()
if __name__ == "__main__":
    become_windows()
    multiprocessing.get_all_start_methods = lambda: ["spawn"]
    from reportgen.cli import main

    main(sys.argv[1:])
