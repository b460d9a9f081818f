"""One file written in one step: a reader sees the old content or the new one, never half of either or an empty file."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportgen.files.names import real_path


def replace_file(file: Path, content: bytes) -> None:
    """Put the content in the file's place, its permissions kept; a new file gets the usual ones. What is no file on a
    disk, such as a pipe, is written into. OSError if it cannot be written; the old content is then still there."""
    real = real_path(file)
    if real.exists() and not real.is_file():
        real.write_bytes(content)
        return
    with _beside(real, content) as fresh:
        if not real.exists():
            real.touch()
        shutil.copymode(real, fresh)
        fresh.replace(real)


def create_file(file: Path, content: bytes) -> bool:
    """Whether a new file was written; it is not where something of its name exists. OSError if it cannot be written;
    there is then no file."""
    if os.path.lexists(file):
        return False
    with _beside(file, content) as fresh:
        try:
            file.touch(exist_ok=False)
        except FileExistsError:
            return False
        shutil.copymode(file, fresh)
        fresh.replace(file)
    return True


@contextmanager
def _beside(file: Path, content: bytes) -> Iterator[Path]:
    """The content, whole and on the disk, in a file beside the one that it is for; gone in the end."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as fresh:
            fresh.write(content)
            fresh.flush()
            os.fsync(fresh.fileno())
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)
