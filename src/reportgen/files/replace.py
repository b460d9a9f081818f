"""One file replaced in one step: a reader sees the old content or the new one, never half of either."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from reportgen.files.names import real_path


def replace_file(file: Path, content: bytes) -> None:
    """Put the content in the file's place in one step, its permissions kept. OSError if it cannot be written."""
    real = real_path(file)
    handle, name = tempfile.mkstemp(prefix=f".{real.name}.", dir=real.parent)
    try:
        with os.fdopen(handle, "wb") as fresh:
            fresh.write(content)
        shutil.copymode(real, name)
        Path(name).replace(real)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
