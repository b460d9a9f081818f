"""WeasyPrint, imported without asking a compiler where its libraries lie.

It tries each library by the names that several systems have. For every name that is none of this system's, Python runs
gcc and ld where they are installed: a tenth of a second, as much as an article's pages take. The name that fits is
found without them, so they are out of reach while WeasyPrint is imported.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _without_programs() -> Iterator[None]:
    """No program can be found by its bare name; an empty PATH would mean the current folder."""
    path = os.environ.get("PATH")
    os.environ["PATH"] = os.devnull
    try:
        yield
    finally:
        if path is None:
            del os.environ["PATH"]
        else:
            os.environ["PATH"] = path


with _without_programs():
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

__all__ = ["fonts", "weasyprint"]
_OWN = threading.local()


def fonts() -> FontConfiguration:
    """The thread's fonts. Each configuration keeps some 200 KiB for as long as the process lives (measured with
    WeasyPrint 70 and fontconfig 2.14), and papers bring no fonts of their own: so there is one."""
    if not hasattr(_OWN, "fonts"):
        _OWN.fonts = FontConfiguration()
    found: FontConfiguration = _OWN.fonts
    return found
