"""How offices word the heads of their tables, from `wordings.yaml`: patterns over folded text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from reportgen.vietnamese.letters import fold, nfc


@cache
def _all() -> Mapping[str, Any]:
    raw = resources.files(__package__).joinpath("wordings.yaml").read_bytes()
    read: dict[str, Any] = yaml.load(raw, Loader=yaml.CSafeLoader)
    return read


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of that name."""
    return re.compile(_all()[name])


@cache
def heads() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """What a column means, the pattern of its head, whether the whole head has to match; in order."""
    return tuple((one["nghĩa"], re.compile(one.get("trọn") or one["có"]), "trọn" in one) for one in _all()["cột"])


@cache
def setters() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Who sets plans as it is written, and the pattern of short ways to say so."""
    return tuple((one["viết"], re.compile(one["lời"])) for one in _all()["nơi giao"])


def handed(name: str, **blanks: object) -> str:
    """A word of the workbook for the departments, its blanks filled."""
    word: str = _all()["bảng gửi đi"][name]
    return word.format(**blanks) if blanks else word


@cache
def short_forms() -> Mapping[str, str]:
    """What is said in short in a key."""
    found: Mapping[str, str] = _all()["viết tắt trong khóa"]
    return found


_NUMBER = re.compile(r"\bs(?=ố\b)", re.IGNORECASE)


def without_numbers(text: str) -> str:
    """The same where `số` (number) shall not be taken for `so` (against)."""
    return plain(_NUMBER.sub("z", nfc(text)))


def plain(text: str) -> str:
    """A text for patterns: folded, as many letters as its composed form."""
    composed = nfc(text)
    folded = fold(composed)
    return folded if len(folded) == len(composed) else "".join(fold(letter)[:1] or " " for letter in composed)
