"""Which indicators a clause names in its own words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from reportgen.figures.ledger import Ledger, Line
from reportgen.quantity.tokens import fold
from reportgen.vietnamese.letters import fold as bare

WORD = re.compile(r"[^\W\d_]+")
NAME_WORD = re.compile(r"[^\W_]+")
"""In names numbers count, too: `khu phố 1`."""
_EMPTY = """
của các những và trên địa bàn trong được là năm tổng số phường xã toàn đạt có bằng cho với tại theo về do đã bị thực
hiện danh hiệu tỷ lệ mức kết quả
"""
EMPTY = frozenset(fold(_EMPTY).split())
"""Words that tell no indicator from another."""

MOST = 0.75
FEWEST = 3
"""Of names that are not said in full, so much and at least so many words."""

MOST_NAMESAKES = 40
"""A word of more names than these tells none from another; it also bounds the work for one clause."""


SHORT: Mapping[str, str] = MappingProxyType(
    {
        "nsnn": "ngân sách nhà nước", "bhyt": "bảo hiểm y tế", "bhxh": "bảo hiểm xã hội", "ntm": "nông thôn mới",
        "htx": "hợp tác xã", "gđvh": "gia đình văn hóa", "vsmt": "vệ sinh môi trường", "gpmb": "giải phóng mặt bằng",
    }
)  # fmt: skip
"""Abbreviations that stand for words of a name; the input adds its own (`chữ viết tắt`)."""


def _name(line: Line) -> str | None:
    """The indicator's name; without one, its unit where the key spells it (`to_dan_pho: 18 tổ dân phố`)."""
    if line.indicator.name is not None:
        return str(line.indicator.name)
    unit = line.result.unit if line.result is not None else ""
    spelt = " ".join(bare(line.key).replace("_", " ").split())
    return unit if unit and spelt == bare(unit) else None


class Namings:
    """The names of all indicators, by their words."""

    def __init__(self, ledger: Ledger) -> None:
        own = {fold(short): fold(long) for short, long in ledger.conference.abbreviations.items()}
        self._short = {**SHORT, **own}
        self._words: dict[str, frozenset[str]] = {}
        self._lines: dict[str, Line] = {}
        self._by_word: dict[str, list[str]] = defaultdict(list)
        all_words = {line.key: self._said(name) - EMPTY for line in ledger if (name := _name(line)) is not None}
        often = Counter(word for words in all_words.values() for word in words)
        for key, words in all_words.items():
            telling = frozenset(word for word in words if often[word] <= MOST_NAMESAKES)
            if telling:
                self._lines[key], self._words[key] = ledger.lines[key], telling
                for word in telling:
                    self._by_word[word].append(key)

    def named(self, clause: str) -> list[Line]:
        """The indicators that a clause names, those with the most of their words in it first."""
        said = self.spelt_out(clause)
        matched: dict[str, int] = defaultdict(int)
        for word in self._said(clause):
            for key in self._by_word.get(word, ()):
                matched[key] += 1
        fitting = [(count, key) for key, count in matched.items() if self._is_named(key, count, said)]
        return [self._lines[key] for _, key in sorted(fitting, key=lambda one: -one[0])]

    def _said(self, text: str) -> frozenset[str]:
        return frozenset(NAME_WORD.findall(self.spelt_out(text)))

    def spelt_out(self, text: str) -> str:
        """The text folded, its abbreviations spelt out."""
        return WORD.sub(lambda word: self._short.get(word.group(), word.group()), fold(text))

    def words_of(self, line: Line) -> frozenset[str]:
        """The words of an indicator's name that tell it from another."""
        return self._words[line.key]

    def _is_named(self, key: str, count: int, said: str) -> bool:
        whole = len(self._words[key])
        if count == whole:
            return whole > 1 or fold(self._lines[key].name) in said
        return count >= FEWEST and count >= MOST * whole
