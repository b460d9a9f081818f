"""Abbreviations that no text spells out and the program cannot (standards, section 4: spelt out once, then short)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.material import Material
from reportgen.checks.passages import titles
from reportgen.checks.telling import place_in
from reportgen.model.leaves import Words
from reportgen.names.indicators import COMMON
from reportgen.problems import Problem

SHORT = re.compile(r"(?<![\w/.&-])[A-ZĐƯƠÔÂĂÊ]{2,10}(?:-[A-ZĐƯƠÔÂĂÊ]{2,6})?(?![\w/&]|-\w)")
ROMAN = re.compile(r"[IVXLC]+")
SPELT_OUT = re.compile(r"(?:\(|(?:gọi|viết) tắt là\s+)[“\"]?([A-ZĐƯƠÔÂĂÊ-]{2,16})\b")

_WELL_KNOWN = "UBND HĐND MTTQ UBMTTQ TW TƯ TP BHYT BHXH THCS THPT LHPN TNCS CCB OCOP COVID USD ISO QR ATM STT ĐVT"
WELL_KNOWN = frozenset(_WELL_KNOWN.split())
"""Nobody needs these spelt out: bodies of every ward, schools, insurance, names."""


def abbreviations(material: Material) -> Iterator[Problem]:
    """P540: each abbreviation once, where it stands first."""
    known = WELL_KNOWN | COMMON.keys() | set(material.conference.abbreviations)
    spelt = {found for words, _ in _texts(material) for found in SPELT_OUT.findall(words)}
    told: set[str] = set()
    for words, text in _texts(material):
        for found in SHORT.finditer(text) if not _shouted(words) else ():
            name = found.group()
            if name not in known | spelt | told and not ROMAN.fullmatch(name):
                told.add(name)
                yield Problem("P540", place_in(words, found.start(), found.end()), {"name": name})


def _texts(material: Material) -> Iterator[tuple[Words, str]]:
    """Each text with what of it is searched: no references, quotations and tables."""
    yield from ((line.indicator.name, line.indicator.name) for line in material if line.indicator.name is not None)
    yield from ((passage.words, passage.text) for passage in material.passages)
    yield from ((words, words) for words in titles(material.conference))
    event = material.conference.event
    people = (
        *event.guests,
        *event.chairs,
        *(speech.speaker for speech in event.speeches if speech.speaker is not None),
    )
    yield from ((person.office, person.office) for person in people if person.office is not None)


def _shouted(words: str) -> bool:
    """Whether the text stands in capitals throughout."""
    letters = [character for character in words if character.isalpha()]
    return sum(letter.isupper() for letter in letters) > len(letters) / 2
