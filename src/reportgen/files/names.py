"""Names of files that every file system holds, and a bag of the archive too."""

from __future__ import annotations

import os
from pathlib import Path

LONGEST_NAME = 200
"""Bytes of one step of a path: file systems hold 255."""
FORBIDDEN = frozenset('\\/:*?"<>|')
"""What Windows allows in no name."""
DEVICES = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"),
    }
)
"""What Windows takes for a device, whatever its ending."""


def real_path(path: str | os.PathLike[str]) -> Path:
    """Where a path leads, its links followed; a link that leads to itself stays, and cannot be opened."""
    return Path(os.path.realpath(path))  # `Path.resolve` raises RuntimeError for such a link


def portable(step: str) -> bool:
    """Whether a step of a path can stand anywhere: composed or not, but printable, short and without such signs."""
    if step in {"", ".", ".."} or FORBIDDEN & set(step) or step != step.strip():
        return False
    if step.endswith(".") or step.partition(".")[0].rstrip().lower() in DEVICES:
        return False
    printable = all(letter.isprintable() for letter in step)
    return printable and len(step.encode("utf-8", "surrogateescape")) <= LONGEST_NAME
