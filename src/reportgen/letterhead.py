"""The head and foot of the official paper: what the input says, else what the kind of body writes.

Every line can be overridden in the input (`văn bản`). What is not known yet stays blank, as in a draft: `…`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportgen.days import blank_day, full_day
from reportgen.model import Conference
from reportgen.organs import Organ, organ
from reportgen.vietnamese import fold

BLANK = "…"
PARTY = "đảng"


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead and the signature of one paper. Texts as printed; tuples are lines."""

    party: bool
    parent: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    place_date: str
    signed_on: date | None
    power: tuple[str, ...]
    office: str
    signer: str
    recipients: tuple[str, ...]
    organ_name: str
    """The body's short name within a sentence: `UBND phường Trưng Vương`."""
    organ_full: str
    place: str


def head_of(conference: Conference, kind: str) -> Head:
    """The head of a paper whose type has the abbreviation `kind` (`BC`)."""
    unit, paper = conference.unit, conference.letterhead
    body = organ(unit.organ) or organ(None)
    assert body is not None, "the table holds the default body"
    party = fold(paper.regime or body.regime) == fold(PARTY)
    day = paper.date.first if paper.date else None
    place = str(paper.place or place_name(unit.name))
    signer = paper.signer
    return Head(
        party=party,
        parent=tuple(str(paper.parent).split("\n")) if paper.parent else _lines(body.parent, conference),
        issuer=tuple(map(str, paper.issuer))
        or tuple(line for part in body.issuer for line in _lines(part, conference)),
        number=number_line(str(paper.number or ""), kind, body, party=party),
        place_date=f"{place}, {full_day(day) if day else blank_day(conference.year.number)}",
        signed_on=day,
        power=(str(signer.power),) if signer and signer.power else tuple(body.power),
        office=str(signer.office).upper() if signer and signer.office else body.office,
        signer=str(signer.name) if signer and signer.name else "",
        recipients=_recipients(tuple(map(str, paper.recipients)), body),
        organ_name=_filled(body.short, conference),
        organ_full=_filled(body.full, conference),
        place=place,
    )


def number_line(number: str, kind: str, body: Organ, *, party: bool) -> str:
    """`Số: 215/BC-UBND` (State), `Số 15-BC/ĐU` (Party); the number alone is completed, without one `…` stands for
    it."""
    own = number if number and not number.isdigit() else ""
    count = f"{int(number):02d}" if number.isdigit() else BLANK
    if party:
        return f"Số {own or f'{count}-{kind}/{body.symbol}'}"
    return f"Số: {own or f'{count}/{kind}-{body.symbol}'}"


def place_name(unit: str) -> str:
    """The place before the date: the unit's name, in full where it is a number (Decree 30, I.II.4a)."""
    words = unit.split()
    levels = {"phuong", "xa", "thi tran", "dac khu"}
    for length in (2, 1):
        if fold(" ".join(words[:length])) in levels and len(words) > length:
            rest = " ".join(words[length:])
            return unit[:1].upper() + unit[1:] if rest[:1].isdigit() else rest
    return unit


def _recipients(given: tuple[str, ...], body: Organ) -> tuple[str, ...]:
    """One a line, `;` behind each and `.` behind the last, which is always the archive's copy."""
    lines = [line.strip().rstrip(";.,").removeprefix("-").strip() for line in given]
    if not any(fold(line).startswith("luu") for line in lines):
        lines.append(body.archive.rstrip("."))
    return tuple(f"{line}{';' if place < len(lines) else '.'}" for place, line in enumerate(lines, 1))


def _lines(pattern: str, conference: Conference) -> tuple[str, ...]:
    if not pattern or ("{ABOVE}" in pattern and not conference.unit.above):
        return ()
    return tuple(_filled(pattern, conference).split("\n"))


def _filled(pattern: str, conference: Conference) -> str:
    unit, above = str(conference.unit.name), str(conference.unit.above or "")
    return pattern.format(unit=unit, UNIT=unit.upper(), ABOVE=above.upper())
