"""A file read without waiting and without end: only what lies on a disk, and no more than is allowed."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from reportgen.files.system import open_to_read

IRREGULAR = errno.ENODEV
"""The number of the error for what is no file on a disk: a pipe that nobody writes into would be waited for."""


def read_bounded(file: Path, most: int) -> bytes:
    """The file's bytes; `OSError`: `IRREGULAR` for a pipe, a device and the like, EISDIR for a folder, EFBIG for more
    than `most` bytes."""
    handle = open_to_read(file)
    with os.fdopen(handle, "rb", buffering=0) as stream:
        mode = os.fstat(handle).st_mode
        if not stat.S_ISREG(mode):
            code = errno.EISDIR if stat.S_ISDIR(mode) else IRREGULAR
            raise OSError(code, os.strerror(code), str(file))
        content = stream.read(most + 1) or b""
        while piece := stream.read(most + 1 - len(content)):
            content += piece
    if len(content) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(file))
    return content
