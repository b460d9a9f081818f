"""Whether the machine has one of the papers' fonts, asked of fontconfig before anything is laid out.

Pango ends the process on a machine without any font, and quietly takes another font where ours is missing.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Sequence

MATCH_PATTERN = 0
"""FcMatchPattern of fontconfig."""


def has_one_of(families: Sequence[str]) -> bool:
    """Whether some family is installed; true where fontconfig cannot be asked (then the proof of fonts will tell)."""
    name = ctypes.util.find_library("fontconfig")
    if name is None:
        return True
    library = ctypes.CDLL(name)
    for call in (library.FcNameParse, library.FcFontMatch):
        call.restype = ctypes.c_void_p
    return any(_matched(library, family) == family for family in families)


def _matched(library: ctypes.CDLL, family: str) -> str:
    """The family that fontconfig gives for this one, "" if it has no font at all."""
    pattern = ctypes.c_void_p(library.FcNameParse(family.encode()))
    library.FcConfigSubstitute(None, pattern, MATCH_PATTERN)
    library.FcDefaultSubstitute(pattern)
    result = ctypes.c_int()
    match = library.FcFontMatch(None, pattern, ctypes.byref(result))
    library.FcPatternDestroy(pattern)
    if not match:
        return ""
    found = ctypes.c_char_p()
    library.FcPatternGetString(ctypes.c_void_p(match), b"family", 0, ctypes.byref(found))
    name = (found.value or b"").decode("utf-8", "replace")
    library.FcPatternDestroy(ctypes.c_void_p(match))
    return name
