"""The words around a number that carry meaning: hedges, bounds, changes, zero in words.

Tables only: folded phrase → what it means. `reading` and `prose` look phrases up in them, `writing` writes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import NamedTuple

from reportgen.quantity.tokens import fold


class Relation(StrEnum):
    """How a value stands to the number written: a target or a hedge may be open on one side."""

    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"
    AT_MOST = "<="
    LESS = "<"
    RANGE = "range"


class Change(StrEnum):
    """Whether the number says how much something changed; NONE for a level."""

    NONE = ""
    UP = "tăng"
    DOWN = "giảm"
    TIMES = "gấp"
    BEYOND = "vượt"


class Role(Enum):
    """What a phrase before a number does."""

    EARLY_HEDGE = 0
    """Written before the change: `ước tăng 5%`."""
    CHANGE = 1
    LATE_HEDGE = 2
    """Written after the change: `tăng trên 5%`."""
    BOUND = 3
    """A sign or a word of a bound that is not a hedge: `≥`, `từ`."""
    RANK = 4
    NEUTRAL = 5
    """Says nothing of the number: `đạt`, `còn`."""


class Word(NamedTuple):
    """What a phrase means: its canonical form, its role, and the bound, change that it sets (None: none)."""

    name: str
    role: Role
    relation: Relation | None = None
    change: Change = Change.NONE


class Fold(NamedTuple):
    """How many times as much in words: its value, and the place of the digit that would stand there."""

    times: Decimal
    place: Decimal


def _hedge(name: str, relation: Relation | None = None, role: Role = Role.LATE_HEDGE) -> Word:
    return Word(name, role, relation)


def _change(change: Change) -> Word:
    return Word(change.value, Role.CHANGE, change=change)


_ESTIMATE = _hedge("ước", role=Role.EARLY_HEDGE)
_UP = _change(Change.UP)
_DOWN = _change(Change.DOWN)
_NEUTRAL = Word("", Role.NEUTRAL)

_BEFORE: Mapping[str, Word] = {
    **dict.fromkeys(("ước", "ước đạt", "ước tính", "ước thực hiện", "ước tính đạt", "ước được"), _ESTIMATE),
    **dict.fromkeys(("lũy kế", "lũy kế đạt"), _hedge("lũy kế", role=Role.EARLY_HEDGE)),
    "khoảng": _hedge("khoảng"),
    "chừng": _hedge("chừng"),
    "xấp xỉ": _hedge("xấp xỉ"),
    "gần": _hedge("gần", Relation.LESS),
    "ngót": _hedge("ngót", Relation.LESS),
    "dưới": _hedge("dưới", Relation.LESS),
    "trên": _hedge("trên", Relation.MORE),
    "hơn": _hedge("hơn", Relation.MORE),
    "tối thiểu": _hedge("tối thiểu", Relation.AT_LEAST),
    "ít nhất": _hedge("ít nhất", Relation.AT_LEAST),
    **dict.fromkeys(("không dưới", "không ít hơn", "không thấp hơn"), _hedge("không dưới", Relation.AT_LEAST)),
    "tối đa": _hedge("tối đa", Relation.AT_MOST),
    **dict.fromkeys(("không quá", "không vượt quá", "không hơn"), _hedge("không quá", Relation.AT_MOST)),
    "nhiều nhất": _hedge("nhiều nhất", Relation.AT_MOST),
    **dict.fromkeys(("≥", "> =", "= >"), Word("≥", Role.BOUND, Relation.AT_LEAST)),
    **dict.fromkeys(("≤", "< =", "= <"), Word("≤", Role.BOUND, Relation.AT_MOST)),
    ">": Word(">", Role.BOUND, Relation.MORE),
    "<": Word("<", Role.BOUND, Relation.LESS),
    "từ": Word("từ", Role.BOUND),
    **dict.fromkeys(("tăng", "tăng thêm", "tăng trưởng", "tăng được", "nhiều hơn", "cao hơn"), _UP),
    **dict.fromkeys(("giảm", "giảm được", "giảm thêm", "ít hơn", "thấp hơn"), _DOWN),
    **dict.fromkeys(("gấp",), _change(Change.TIMES)),
    **dict.fromkeys(("vượt", "vượt mức"), _change(Change.BEYOND)),
    **dict.fromkeys(
        ("thứ", "xếp thứ", "đứng thứ", "xếp hạng", "đứng thứ hạng", "vị trí thứ", "hạng thứ", "vị thứ", "hạng"),
        Word("thứ", Role.RANK),
    ),
    **dict.fromkeys(
        ("đạt", "đạt được", "bằng", "là", "còn", "ở mức", "giảm còn", "giảm xuống còn", "tăng lên", "chiếm",
         "bình quân", "có", "được", "tổng số", "thêm"),
        _NEUTRAL,
    ),
}  # fmt: skip

BEFORE: Mapping[str, Word] = MappingProxyType({fold(phrase): word for phrase, word in _BEFORE.items()})
"""Folded phrase → meaning, before the number."""

AFTER: Mapping[str, Word] = MappingProxyType(
    {
        fold("trở lên"): _hedge("trở lên", Relation.AT_LEAST),
        fold("trở xuống"): _hedge("trở xuống", Relation.AT_MOST),
    }
)
"""Folded phrase → meaning, behind the number and its unit."""

SIGN_OF: Mapping[Relation, str] = MappingProxyType(
    {Relation.AT_LEAST: "≥", Relation.MORE: ">", Relation.AT_MOST: "≤", Relation.LESS: "<"}
)

OPEN_ABOVE: frozenset[Relation] = frozenset((Relation.AT_LEAST, Relation.MORE))
OPEN_BELOW: frozenset[Relation] = frozenset((Relation.AT_MOST, Relation.LESS))

ZERO: frozenset[str] = frozenset(fold(word) for word in ("không", "không có", "không phát sinh", "-", "–", "—", "−"))
"""Whole fields that say zero."""

NONE_OF: frozenset[str] = frozenset(fold(word) for word in ("không có", "không còn", "không"))
"""Before a counted noun: none of it."""

FOLDS: Mapping[str, Fold] = MappingProxyType(
    {
        fold(f"{before}gấp {written}"): Fold(Decimal(times), Decimal(place))
        for before in ("", "tăng ")
        for written, times, place in (
            ("đôi", "2", "1"),
            ("rưỡi", "1.5", "0.1"),
            ("hai", "2", "1"),
            ("ba", "3", "1"),
            ("bốn", "4", "1"),
            ("năm", "5", "1"),
            ("mười", "10", "1"),
        )
    }
)
"""Folded words of a whole field that say how many times as much."""

TIMES_SIGNS: frozenset[str] = frozenset(("x", "×"))
"""Between a count and the size of each: `2 x 500 kVA`."""

DASHES: frozenset[str] = frozenset("-–—−")
JOINERS: frozenset[str] = DASHES | {"~", fold("đến"), fold("tới")}
"""Between the two ends of a range."""
