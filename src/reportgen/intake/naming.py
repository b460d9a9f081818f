"""Rows' names to names of indicators, groups' headings, and short keys: `Tổng thu NSNN trên địa bàn` → `thu_nsnn`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from reportgen.intake.wordings import pattern, plain, short_forms
from reportgen.names.indicators import COMMON, readable
from reportgen.vietnamese.letters import fold

MOST_WORDS = 5
"""Words of a key, unless it takes more to tell it from another."""
LONGEST_KEY = 40
_WORD = re.compile(r"[a-z0-9]+")
_COMMON = frozenset(COMMON)


def name_of(text: str, under: str, taken: Collection[str]) -> str:
    """The name as it is read in mid-sentence; one that says nothing by itself, or is taken, with what it is under."""
    name = readable(_sentence(text).strip(" .;:"))
    if not under:
        return name
    vague = pattern("tên chung").fullmatch(plain(name)) is not None and len(name.split()) <= 3
    if (vague or fold(name) in taken) and fold(under) not in fold(name):
        above = readable(_sentence(under).strip(" .;:"))
        return f"{name} {above}" if vague else f"{name} ({above})"
    return name


_ISSUER = re.compile(
    r"(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|đảng ủy|đảng uỷ|đảng bộ|hđnd|hội đồng nhân dân)\s+"
    r"(?P<kind>phường|xã|đặc khu)\s+(?P<name>[^\W\d_]+(?:[\s-][^\W\d_]+){0,4})",
    re.IGNORECASE,
)


def unit_of_titles(titles: Iterable[str]) -> str:
    """The unit whose body stands above a table alone on its line: `UBND PHƯỜNG LẠC GIANG` → `phường Lạc Giang`."""
    found = (_ISSUER.fullmatch(title.strip(" .,;:-")) for title in titles)
    issuer = next((one for one in found if one is not None), None)
    if issuer is None:
        return ""
    name = issuer["name"].title() if issuer["name"].isupper() else issuer["name"]
    return f"{issuer['kind'].lower()} {name}"


def group_of(text: str) -> str:
    """A group's heading as tables print it: `KINH TẾ - NGÂN SÁCH` → `Kinh tế - ngân sách`."""
    said = _sentence(text).strip(" .;:")
    said = _SAYS_NOTHING.sub("", said) or said
    return said[:1].upper() + said[1:]


_SAYS_NOTHING = re.compile(r"^(?:(?:các|nhóm|về)\s+)*chỉ tiêu\s+(?:về\s+)?", re.IGNORECASE)
"""What stands before a group's own name: `Các chỉ tiêu về kinh tế`."""


def _sentence(text: str) -> str:
    """Words in capitals as words; abbreviations stay."""
    bare = " ".join(text.split())
    if not bare.isupper() or len(bare) < 5:
        return bare
    words = [word if word.strip("(),") in _COMMON or not word.isalpha() else word.lower() for word in bare.split()]
    said = " ".join(words)
    return said[:1].upper() + said[1:]


def key_of(name: str, under: str, taken: Collection[str]) -> str:
    """A short key that is not taken yet."""
    telling = _telling(name)
    for some in _tries(name, under, telling):
        key = "_".join(some)[:LONGEST_KEY].strip("_")
        if key and not key[0].isdigit() and key not in taken:
            return key
    base = "_".join(telling[:MOST_WORDS])[:LONGEST_KEY].strip("_") or "chi_tieu"
    base = f"chi_tieu_{base}" if base[0].isdigit() else base
    return next(
        key for number in range(1, 100_000) if (key := base if number == 1 else f"{base}_{number}") not in taken
    )


def _tries(name: str, under: str, telling: list[str]) -> Iterator[list[str]]:
    """Words for a key, the best first."""
    yield telling[:MOST_WORDS]
    yield telling[: MOST_WORDS + 2]
    yield _words(name)
    yield [*_telling(under)[:2], *telling[:MOST_WORDS]]


def _telling(name: str) -> list[str]:
    """The words of a name that tell it from another, without marks."""
    said = re.sub(r"\([^)]*\)", " ", name.lower())
    for long, short in short_forms().items():
        said = said.replace(long, short)
    return _words(pattern("bỏ trong khóa").sub(" ", said)) or _words(name)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
