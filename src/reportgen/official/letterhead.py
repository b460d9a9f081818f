"""The head and foot of the official paper: what the input says, else what the kind of body writes.

Every line can be overridden in the input (`văn bản`). What is not known yet stays blank, as in a draft: `…`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportgen.layout.standards import Marks, Standard, choose
from reportgen.layout.standards.metrics import width
from reportgen.model import Conference
from reportgen.model.leaves import Prose
from reportgen.model.letterhead import Signer
from reportgen.names.organs import PARTY, STATE, Organ
from reportgen.names.persons import in_full
from reportgen.official.issuing import Issue, body_of, day_of, is_of_the_party, issue_of
from reportgen.official.urgency import Urgency, urgency
from reportgen.vietnamese.days import blank_day, full_day
from reportgen.vietnamese.letters import fold

BLANK = "…"
HEADED = "UBND"
"""The symbol of the body whose head decides in his own right on some matters, as on awards."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines above a signature, and the name below it, "" while that is open."""

    power: tuple[str, ...]
    office: str
    name: str


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead and the signature of one paper. Texts as printed; tuples are lines."""

    party: bool
    standard: Standard
    parent: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    number_typed: str
    """The number as the input has it, "" while there is none."""
    place_date: str
    day: date
    """The paper's day, also while it is not signed."""
    signed_on: date | None
    subject: str
    """The subject that the input gives, "" for none."""
    submitted: str
    """To whom the paper is submitted, without the word for it; "" for nobody."""
    addressees: tuple[str, ...]
    bases: tuple[Prose, ...]
    draft: str
    urgency: Urgency | None
    signatures: tuple[Signature, ...]
    """At least one, from left to right."""
    recipients: tuple[str, ...]
    organ_name: str
    """The body's short name within a sentence: `UBND phường Trưng Vương`."""
    organ_full: str
    place: str


def _without_type(subject: str, paper_key: str) -> str:
    """A subject without the type of the paper, which stands above it: `Báo cáo kết quả …` of a report."""
    words, count = subject.split(), paper_key.count("-") + 1
    typed = fold(" ".join(words[:count])).replace(" ", "-").strip(":,")
    rest = " ".join(words[count:])
    return rest[:1].upper() + rest[1:] if rest and typed == paper_key else subject


def head_of(
    conference: Conference, paper_key: str, kind: str, recipients: Sequence[str] = (), *, by_head: bool = False
) -> Head:
    """The head of a paper whose type has the abbreviation `kind` (`BC`). `recipients` are those of a paper of which the
    input names none. `by_head`: the head of a People's Committee signs in his own right, as on awards.
    """
    unit, paper, body = conference.unit, issue_of(conference, paper_key), body_of(conference)
    party = is_of_the_party(body, paper.regime)
    signing = replace(body, power=()) if by_head and body.symbol == HEADED else body
    signed, day = paper.date.first if paper.date else None, day_of(conference, paper)
    standard = choose(PARTY if party else STATE, day)
    place = str(paper.place or place_name(unit.name))
    parent = str(paper.parent).split("\n") if paper.parent else _lines(body.parent, conference)
    issuer = list(map(str, paper.issuer)) or [line for part in body.issuer for line in _lines(part, conference)]
    return Head(
        party=party,
        standard=standard,
        parent=_broken(parent, "parent", standard),
        issuer=_broken(issuer, "issuer", standard),
        number=number_line(str(paper.number or ""), kind, body, standard.marks),
        number_typed=str(paper.number or ""),
        place_date=f"{place}, {full_day(signed) if signed else blank_day(conference.year.number)}",
        day=day,
        signed_on=signed,
        subject=_without_type(str(paper.subject or ""), paper_key),
        submitted=re.sub(r"^trình\s+", "", str(paper.submitted or ""), flags=re.IGNORECASE),
        addressees=tuple(map(str, paper.addressees)),
        bases=paper.bases,
        draft=str(paper.draft or ""),
        urgency=urgency(paper.urgency) if paper.urgency else None,
        signatures=tuple(_signature(signer, signing, party=party) for signer in paper.signers or (None,)),
        recipients=_recipients(list(map(str, paper.recipients)) or recipients, body, standard.marks),
        organ_name=_filled(body.short, conference),
        organ_full=_filled(body.full, conference),
        place=place,
    )


def _signature(signer: Signer | None, body: Organ, *, party: bool) -> Signature:
    """Power, office and name. A deputy of a State body signs for its head (`KT.`, Decree 30, I.II.7); in the Party a
    deputy secretary signs for the committee, never `K/T`."""
    office = signing_office(str(signer.office), body).upper() if signer and signer.office else body.office
    power = (str(signer.power),) if signer and signer.power else tuple(body.power)
    deputy = office.startswith("PHÓ ") and not (party and body.power)
    if deputy and not (signer and signer.power):
        power = (*power, f"{'K/T' if party else 'KT.'} {body.office}")
    elif deputy and len(power) == 1 and power[0].startswith("KT."):
        power = (*body.power, *power)
    return Signature(power, office, str(signer.name) if signer and signer.name else "")


def signing_office(office: str, body: Organ) -> str:
    """The office as it stands above a signature: of several the one in the body that signs, without the body's name
    and the unit's (`Phó Bí thư Đảng ủy, Chủ tịch UBND xã` is `Chủ tịch`)."""
    offices = [part.strip() for part in re.split(r",| kiêm ", office) if not _POWER.match(part.strip())] or [office]
    if not body.power and fold(body.office) in fold(offices[0]):
        return offices[0][: fold(offices[0]).index(fold(body.office)) + len(body.office)]
    names = sorted((fold(name) for name in body.names), key=len, reverse=True)
    own = next((part for part in offices if any(name in fold(part) for name in names)), offices[0])
    level = _OF_A_UNIT.search(own)
    ends = [at for name in names if (at := fold(own).find(f" {name}")) > 0]
    ends += [level.start()] if level else []
    return own[: min(ends)].rstrip() if ends else own


_POWER = re.compile(r"(?:KT|TM|TL|TUQ|K/T|T/M|T/L)\b", re.IGNORECASE)
"""How a power begins that was typed with the office: the program sets it by itself."""
_OF_A_UNIT = re.compile(r" (?:UBND|HĐND|UBMTTQ|MTTQ|Ủy ban|Đảng ủy|Hội|xã|phường|thị trấn|đặc khu)(?= |$)")


def number_line(number: str, kind: str, body: Organ, marks: Marks) -> str:
    """`Số: 215/BC-UBND` (State), `Số 15-BC/ĐU` (Party); a bare number is completed, `…` stands for one not given."""
    if number and not _BARE_NUMBER.fullmatch(number):
        return marks.number.partition("{count}")[0] + number
    count = number.lstrip("0").zfill(2) if number else BLANK
    return marks.number.format(count=count, kind=kind, symbol=body.symbol)


def number_of(conference: Conference, issue: Issue, kind: str) -> str:
    """The number line of another paper of the conference: `Số 310/QĐ-UBND`, without the colon that a letterhead has."""
    standard = choose(PARTY if is_of_the_party(body_of(conference), issue.regime) else STATE, day_of(conference, issue))
    return number_line(str(issue.number or ""), kind, body_of(conference), standard.marks).replace(":", "")


_BARE_NUMBER = re.compile("[0-9]{1,6}")
_NUMBER = re.compile(r"\D*(\d+)[/-](\S+)")


def record(head: Head, kind: str, subject: str) -> dict[str, str]:
    """The fields of Decree 30, Annex VI, that an official paper knows of itself; what is not known is absent."""
    number = _NUMBER.match(head.number)
    signed = [signature for signature in head.signatures if signature.name]
    told = [line.rstrip(";.,") for line in head.recipients]
    to = [line for line in told if not fold(line).startswith(("luu", "nhu tren"))]
    fields = {
        "FileCatalog": str(head.signed_on.year) if head.signed_on else "",
        "TypeName": kind,
        "CodeNumber": number.group(1) if number else "",
        "CodeNotation": number.group(2) if number else "",
        "IssuedDate": head.signed_on.isoformat() if head.signed_on else "",
        "OrganName": head.organ_full,
        "Subject": subject,
        "Language": "Tiếng Việt",
        "Position": "; ".join(signature.office for signature in signed),
        "FullName": "; ".join(signature.name for signature in signed),
        "To.OrganName": "; ".join(to),
    }
    return {name: value for name, value in fields.items() if value}


LEVELS = (" PHƯỜNG ", " XÃ ", " ĐẶC KHU ", " THỊ TRẤN ", " TỈNH ", " THÀNH PHỐ ")
"""Before these a name is broken by sense."""


def _broken(lines: Sequence[str], role: str, standard: Standard) -> tuple[str, ...]:
    """The lines, those that are wider than the left column broken by sense, else at the space nearest the middle."""
    room = standard.columns["letterhead"].widths[0]
    result: list[str] = []
    for line in lines:
        if width(line, standard.styles[role]) <= room or " " not in line:
            result.append(line)
            continue
        at = next((line.index(level) for level in LEVELS if level in line), 0)
        spaces = [place for place, letter in enumerate(line) if letter == " "]
        at = at or min(spaces, key=lambda place: abs(place - len(line) / 2))
        result += _broken([line[:at], line[at + 1 :]], role, standard)
    return tuple(result)


def place_name(unit: str) -> str:
    """The place before the date: the unit's name, in full where it is a number (Decree 30, I.II.4a)."""
    words = unit.split()
    levels = {"phuong", "xa", "thi tran", "dac khu"}
    for length in (2, 1):
        if fold(" ".join(words[:length])) in levels and len(words) > length:
            rest = " ".join(words[length:])
            return unit[:1].upper() + unit[1:] if rest[:1].isdigit() else rest
    return unit


_LOW_ARCHIVE = re.compile(r"^Lưu:? ?VT(?!\w)", re.IGNORECASE)


def _recipients(given: Sequence[str], body: Organ, marks: Marks) -> tuple[str, ...]:
    """One a line with the regime's signs behind it; the last is always the archive's copy."""
    bare = [in_full(line.strip().rstrip(";.,").lstrip("-+ ")) for line in given]
    lines = [_LOW_ARCHIVE.sub("Lưu: VT", line[:1].upper() + line[1:]) for line in bare]
    if not any(fold(line).startswith("luu") for line in lines):
        lines.append(body.archive.rstrip("."))
    ends = [marks.recipient_end] * (len(lines) - 1) + [marks.recipient_last]
    return tuple(f"{line}{end}" for line, end in zip(lines, ends, strict=True))


def _lines(pattern: str, conference: Conference) -> tuple[str, ...]:
    if not pattern or ("{ABOVE}" in pattern and not (conference.unit.above or conference.unit.province)):
        return ()
    return tuple(_filled(pattern, conference).split("\n"))


def _filled(pattern: str, conference: Conference) -> str:
    unit = str(conference.unit.name)
    above = str(conference.unit.above or conference.unit.province or "")
    return pattern.format(unit=unit, UNIT=unit.upper(), ABOVE=above.upper())
