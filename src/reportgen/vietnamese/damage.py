"""Text that went through the wrong encoding: TCVN3 and VNI typed for fonts of their own, UTF-8 read as Windows-1252,
letters that were lost.

In: a text. Out: the damaged stretches with the name of what happened, and the likely text where it can be restored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportgen.vietnamese.letters import nfc


class Damage(NamedTuple):
    """A damaged stretch; `likely` is "" where nothing can be restored."""

    start: int
    end: int
    kind: str
    likely: str


LOST, TWICE, TCVN3, VNI = "mất chữ", "UTF-8 đọc nhầm bảng mã", "TCVN3 (ABC)", "VNI"
_LOST = re.compile("[\ufffd\ufffc]+")
# The second bytes of UTF-8 as Windows-1252 shows them, behind the first bytes of Vietnamese letters.
_SECOND = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_TWICE = re.compile(rf"(?:áº{_SECOND}|á»{_SECOND}|Ã{_SECOND}|Ä[\u0080-\u0091‘’©¨]|Æ[°¡¯\u00a0]|Å©)")

_RUN = re.compile(r"[^ \n\t]+")
_TCVN3_FROM = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§"
_TCVN3_TO = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ"
_TCVN3 = dict(zip(_TCVN3_FROM, _TCVN3_TO, strict=True))
_TCVN3_ONLY = re.compile(r"[¶¸¨¾®¬§µ](?=[^\W\d_]|[¶µ])|(?<=[^\W\d_])[¶µ¸¨¾®¬]")
_VNI_ROWS = (
    ("a", "ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
    ("e", "ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    ("o", "ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    ("ô", "ùøûõï", "ớờởỡợ"),
    ("u", "ùøûõï", "úùủũụ"),
    ("ö", "ùøûõï", "ứừửữự"),
    ("y", "ùøûõ", "ýỳỷỹ"),
    ("", "ôöñæóòî", "ơưđỉĩịỵ"),
)
"""Letter, the marks typed behind it, and what each pair stands for."""
_SMALL = {base + mark: letter for base, marks, row in _VNI_ROWS for mark, letter in zip(marks, row, strict=True)}
_VNI = _SMALL | {typed.upper(): letter.upper() for typed, letter in _SMALL.items()}
_VNI_PIECE = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_VNI_ONLY = re.compile(r"[aeouyAEOUôö][øûïåäëüÙØÛÕÏ]|[aeo]â|ñ(?=[aeouyâôöiæ])|[^\W\d_]ö")
FEWEST = 2
"""One such letter may stand in a foreign name; two are no accident."""


def damages(text: str) -> Iterator[Damage]:
    """The damaged stretches, in order within each kind."""
    if text.isascii():
        return
    yield from (Damage(*found.span(), LOST, "") for found in _LOST.finditer(text))
    twice = list(_TWICE.finditer(text))
    if twice:
        start, end = text.rfind(" ", 0, twice[0].start()) + 1, text.find(" ", twice[-1].end())
        end = len(text) if end < 0 else end
        yield Damage(start, end, TWICE, _RUN.sub(lambda found: _once(found[0]) or found[0], text[start:end]))
    if len(_TCVN3_ONLY.findall(text)) >= FEWEST and not twice:
        yield from _stretch(text, TCVN3, "".join(_TCVN3.get(letter, letter) for letter in text))
    elif not twice and len(_VNI_ONLY.findall(text)) >= FEWEST:
        yield from _stretch(text, VNI, _VNI_PIECE.sub(lambda piece: _VNI[piece[0]], nfc(text)))


def _stretch(text: str, kind: str, likely: str) -> Iterator[Damage]:
    yield Damage(0, len(text.rstrip()), kind, " ".join(likely.split()))


def _once(text: str) -> str:
    """What was encoded twice, once; "" where that gives no text."""
    raw = b"".join(bytes([ord(letter)]) if ord(letter) < 256 else letter.encode("cp1252", "ignore") for letter in text)
    try:
        return nfc(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return ""
