"""Asks fontconfig, which chooses fonts on Linux and macOS, what the machine has; imports no engine.

Pango ends the process on a machine without any font, and quietly takes another font where ours is missing: so it is
asked before anything is laid out.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

MATCH_PATTERN = 0
"""FcMatchPattern of fontconfig."""
STYLES = ("", ":bold", ":italic", ":bold:italic")
"""What a family's name is followed by in fontconfig's patterns."""


def has_one_of(families: Sequence[str]) -> bool:
    """Whether some family is installed; true where fontconfig cannot be asked (then the proof of fonts will tell)."""
    library = _library()
    return library is None or any(_matched(library, family, b"family") == family for family in families)


def files_of(families: Sequence[str]) -> tuple[Path, ...]:
    """The files of the first of these families that is installed, in its four styles; none where there is none."""
    library = _library()
    if library is None:
        return ()
    found = next((family for family in families if _matched(library, family, b"family") == family), None)
    return tuple(_files(library, found)) if found is not None else ()


def _files(library: ctypes.CDLL, family: str) -> Iterator[Path]:
    for style in STYLES:
        name = _matched(library, family + style, b"file")
        if name:
            yield Path(name)


@cache
def _library() -> ctypes.CDLL | None:
    name = ctypes.util.find_library("fontconfig")
    if name is None:
        return None
    library = ctypes.CDLL(name)
    for call in (library.FcNameParse, library.FcFontMatch):
        call.restype = ctypes.c_void_p
    return library


def _matched(library: ctypes.CDLL, wanted: str, said: bytes) -> str:
    """What fontconfig says of the font that it gives for a pattern, "" if it has no font at all."""
    pattern = ctypes.c_void_p(library.FcNameParse(wanted.encode()))
    library.FcConfigSubstitute(None, pattern, MATCH_PATTERN)
    library.FcDefaultSubstitute(pattern)
    result = ctypes.c_int()
    match = library.FcFontMatch(None, pattern, ctypes.byref(result))
    library.FcPatternDestroy(pattern)
    if not match:
        return ""
    found = ctypes.c_char_p()
    library.FcPatternGetString(ctypes.c_void_p(match), said, 0, ctypes.byref(found))
    name = (found.value or b"").decode("utf-8", "replace")
    library.FcPatternDestroy(ctypes.c_void_p(match))
    return name
