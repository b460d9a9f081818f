"""Where the tone's mark stands, and words that lost their marks.

`ủy` and `uỷ`, `hòa` and `hoà` are one word in two spellings; papers print the first, as Decree 30/2020/NĐ-CP does.
"""

from __future__ import annotations

import re
import unicodedata

_PAIRS = frozenset({"oa", "oe", "uy"})
_MARKED = "àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ"
_SYLLABLE = re.compile(rf"(?<![^\W\d_])([^\W\d_]{{0,3}}?)([oOuU])([{_MARKED}])(?![^\W\d_])")


def one_spelling(text: str) -> str:
    """The text with the tone on the first vowel of a final `oa`, `oe`, `uy`; as long as before."""
    return _SYLLABLE.sub(_moved, text)


def _moved(found: re.Match[str]) -> str:
    onset, first, second = found.groups()
    apart = unicodedata.normalize("NFD", second)
    bare, mark = apart[:1], apart[1:]
    if (first + bare).lower() not in _PAIRS or onset.lower() == "q" or len(mark) != 1:
        return found.group()
    return onset + unicodedata.normalize("NFC", first + mark) + bare


_NO_MARK = re.compile(r"[a-z]+", re.IGNORECASE)
_ONSET = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?", re.IGNORECASE)
_NEED_A_MARK = """
ac ach at ap ec et ep ich it ip oc ot op uc ut up uoc uot uong uon uoi uou uom iec iet iep iem ien ieng ieu oac oat oach
oet uyet uyen uyt uat uan uang uech
"""
_MARKED_ALWAYS = frozenset(_NEED_A_MARK.split())
"""Rimes that no word of the language has without a mark."""


def lost_marks(word: str) -> bool:
    """Whether a small word without any mark can be none of the language: `thoat`, `thuong`, `viec`."""
    if not _NO_MARK.fullmatch(word):
        return False
    onset = _ONSET.match(word)
    return onset is not None and word[onset.end() :].lower() in _MARKED_ALWAYS
