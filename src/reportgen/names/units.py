"""A unit's name as it is typed: body, level, name, the unit above, the province, in one text or several.

    UBND xã Tam Hợp, tỉnh Minh Họa   ->  xã Tam Hợp · Ủy ban nhân dân · tỉnh Minh Họa
    TP Nha Trang, Khánh Hòa          ->  thành phố Nha Trang · tỉnh Khánh Hòa

What is typed in a known way is written in full; what is not known stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reportgen.names.organs import organs
from reportgen.names.pieces import Piece, cut, parted, reworded, whole
from reportgen.vietnamese.letters import fold

LEVELS: Mapping[str, str] = MappingProxyType(
    {
        **{level: level for level in ("xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố")},
        **dict.fromkeys(("tỉnh", "t."), "tỉnh"),
        **dict.fromkeys(("tp", "tp.", "t.p", "t.phố"), "thành phố"),
        **dict.fromkeys(("tx", "tx.", "t.x"), "thị xã"),
        **dict.fromkeys(("tt", "tt.", "t.t"), "thị trấn"),
        **{"x.": "xã", "p.": "phường", "h.": "huyện", "q.": "quận", "đk": "đặc khu"},
    }
)
"""What a level may be typed as → its word."""
COMMUNES = frozenset({"xã", "phường", "thị trấn", "đặc khu"})
DISTRICTS = frozenset({"huyện", "quận", "thị xã"})
CITIES = frozenset({"ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue"})
"""The cities that are as high as provinces, folded."""

_LEVEL = "|".join(re.escape(level) for level in sorted(LEVELS, key=len, reverse=True))
_AT_START = re.compile(rf"(?P<level>{_LEVEL})(?:(?<=\.)\s*|\s+)(?=\S)", re.IGNORECASE)
_INSIDE = re.compile(r"(?<=\s)(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã)\s+(?=[^\W\d_])", re.IGNORECASE)
_SIGNS = re.compile(r"\s*[,;|]\s*|\s+[-–—]\s+")


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit as it is named. `name` with its level; the others None where the text does not tell them."""

    name: Piece
    organ: Piece | None = None
    above: Piece | None = None
    province: Piece | None = None


def read_unit(text: str) -> UnitName:
    """The parts of a unit's name."""
    first, *rest = list(parted(whole(text), _SIGNS)) or [whole(text)]
    organ, first = _body(first)
    first, *more = _inside(first)
    name = leveled(first)
    above: Piece | None = None
    province: Piece | None = None
    for place, part in enumerate(tail := [leveled(part) for part in (*more, *rest)]):
        last = place == len(tail) - 1
        if province is None and last and (_is_province(part.text) or level_of(part.text) == ""):
            province = named_province(part)
        elif above is None:
            above = part
    return UnitName(name, organ, above, province)


def level_of(name: str) -> str:
    """The level that a name begins with, "" without one."""
    found = _AT_START.match(name)
    return LEVELS[found["level"].lower()] if found else ""


def leveled(piece: Piece) -> Piece:
    """A name with its level in full and small letters, the name itself in capitals where it had none."""
    found = _AT_START.match(piece.text)
    if found is None:
        return piece
    level = LEVELS[found["level"].lower()]
    return reworded(piece, f"{level} {_capitals(piece.text[found.end() :])}")


def named_province(piece: Piece) -> Piece:
    """A province with its kind: `tỉnh` where none is typed, `thành phố` for the six cities."""
    piece = leveled(piece)
    if level_of(piece.text):
        return piece
    name = _capitals(piece.text)
    return reworded(piece, f"{'thành phố' if _city(name) else 'tỉnh'} {name}")


def _is_province(name: str) -> bool:
    level = level_of(name)
    return level == "tỉnh" or (level == "thành phố" and _city(name.removeprefix("thành phố ")))


def _city(name: str) -> bool:
    return fold(name).strip() in CITIES


def _capitals(name: str) -> str:
    """A name typed in small letters or in capitals throughout, with the capitals of a name."""
    name = name.strip().rstrip(".")
    if name.islower() or (name.isupper() and len(name) > 3 and not any(letter.isdigit() for letter in name)):
        return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)
    return name


def _inside(piece: Piece) -> list[Piece]:
    """A name in which a higher level follows without any sign: `xã Tam Hợp tỉnh Minh Họa`."""
    start = _AT_START.match(piece.text)
    found = _INSIDE.search(piece.text, start.end() + 1 if start else len(piece.text))
    if found is None:
        return [piece]
    return [cut(piece, 0, found.start()), *_inside(cut(piece, found.start(), len(piece.text)))]


def _body(piece: Piece) -> tuple[Piece | None, Piece]:
    """The body before the unit's level, and what is left."""
    for found in re.finditer(rf"(?<!\S)(?:{_LEVEL})(?=\s|(?<=\.))", piece.text, re.IGNORECASE):
        body = cut(piece, 0, found.start())
        if body.text and is_body(body.text):
            return body, cut(piece, found.start(), len(piece.text))
    return None, piece


def is_body(text: str) -> bool:
    """Whether a text names a kind of body that issues papers."""
    wanted = " ".join(fold(text).split())
    return any(
        wanted in {fold(name) for name in kind.names} or (kind.starts and wanted.startswith(f"{fold(kind.starts)} "))
        for kind in organs()
    )
