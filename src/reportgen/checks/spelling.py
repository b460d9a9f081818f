"""Signs and capitals in the prose (standards, section 9: rules 18 and 19)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.telling import place_in
from reportgen.figures.ledger import Ledger
from reportgen.problems import Problem
from reportgen.prose.mentions import all_prose

_SPACE_BEFORE = re.compile(r"(?<=\w)[ \u00a0]+([,;:.!?](?=\s|$)|%)")
_ALIEN = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_PEOPLE = re.compile(r"(?<![\w“])nhân dân\b(?! tệ)")
_OF_THE_PEOPLE = re.compile(
    r"(ủy ban|uỷ ban|hội đồng|tòa án|toà án|viện kiểm sát|quân đội|công an|quỹ tín dụng|an ninh|"
    r"quốc phòng toàn|thầy thuốc|nhà giáo|nghệ sĩ|nghệ nhân|lực lượng vũ trang)\s+$",
    re.I,
)
"""Names and compounds in which `nhân dân` keeps its small letter (Decree 30, Annex II, V.1)."""


def spaces(ledger: Ledger) -> Iterator[Problem]:
    """P550: a space before a sign."""
    for prose in all_prose(ledger.conference):
        for found in _SPACE_BEFORE.finditer(prose):
            yield Problem("P550", place_in(prose, found.start(), found.end()), {"sign": found.group(1)})


def aliens(ledger: Ledger) -> Iterator[Problem]:
    """P551: a Greek or Cyrillic letter, which looks like a Latin one."""
    for prose in all_prose(ledger.conference):
        for found in _ALIEN.finditer(prose):
            values = {"letter": found.group(), "code": f"U+{ord(found.group()):04X}"}
            yield Problem("P551", place_in(prose, found.start(), found.end()), values)


def people(ledger: Ledger) -> Iterator[Problem]:
    """P552: `nhân dân` with a small letter where the people are meant."""
    for prose in all_prose(ledger.conference):
        for found in _PEOPLE.finditer(prose):
            if not _OF_THE_PEOPLE.search(prose[: found.start()]):
                yield Problem("P552", place_in(prose, found.start(), found.end()), {})
