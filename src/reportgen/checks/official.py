"""What an official paper may not say at its head and foot (standards, section 9: rules 1, 5, 6, 8-11, 13, 17, 20)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reportgen.checks.telling import place_in
from reportgen.figures.ledger import Ledger
from reportgen.model.leaves import Words
from reportgen.official.issuing import (
    REPORT,
    REPORT_KIND,
    Issue,
    body_of,
    day_of,
    is_of_the_party,
    issue_of,
    issues,
)
from reportgen.official.urgency import urgency
from reportgen.problems import Problem
from reportgen.vietnamese.letters import fold

TWO_LEVELS = date(2025, 7, 1)
"""From this day there are no districts (Luật Tổ chức chính quyền địa phương số 72/2025/QH15)."""
OLD_LEVELS = ("huyện ", "quận ", "thị xã ", "thị trấn ")
OWN_CITIES = frozenset(fold(name) for name in ("Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"))
"""Cities that are units of the first level; others were units of a province until then."""
NUMBER_LENGTH, SYMBOL_LENGTH = 11, 30
LENGTHS = {"subject": 500, "office": 100, "name": 50, "organ": 200}
"""Field lengths of the records system (Decree 30, Annex VI)."""

_TYPE = "[A-ZĐ][A-ZĐiry]*"  # TTr, CTr, QyĐ, QĐi
_STATE = re.compile(rf"\d+/{_TYPE}(-[A-ZĐ]+)*")
_PARTY = re.compile(rf"\d+-{_TYPE}/[A-ZĐ]+(-[A-ZĐ]+)*")
_LAW = re.compile(r"\b(Luật|Bộ luật|Pháp lệnh)\b[^;,]*?\bsố\s+\d")
_SECRET = re.compile(r"\b(?:TUYỆT |TỐI )?MẬT\b")


def _papers(ledger: Ledger) -> Iterator[tuple[Issue, bool]]:
    """The letterheads that the input speaks of, each with whether it follows the Party's rules."""
    body = body_of(ledger.conference)
    return ((paper, is_of_the_party(body, paper.regime)) for paper in issues(ledger.conference))


def regimes(ledger: Ledger) -> Iterator[Problem]:
    """L701: regime and body, or regime and the sign of the signing power, do not go together."""
    own = is_of_the_party(body_of(ledger.conference))
    for paper, party in _papers(ledger):
        if paper.regime is not None and party is not own:
            yield Problem("L701", place_in(paper.regime), {"text": str(paper.regime), "regime": _name(own)})
        wrong, sign = (r"[TK]+\w*\.", "/") if party else (r"[TK]\w*/", ".")
        for power in (signer.power for signer in paper.signers if signer.power is not None):
            if re.match(wrong, power):
                yield Problem("L702", place_in(power), {"text": str(power), "regime": _name(party), "sign": sign})


def _name(party: bool) -> str:
    return "của Đảng" if party else "của Nhà nước"


def numbers(ledger: Ledger) -> Iterator[Problem]:
    """L703 form of the number, L704 its abbreviation, L710 lengths."""
    for paper, party in _papers(ledger):
        number = paper.number
        if number is None or re.fullmatch("[0-9]{1,6}", number):
            continue
        if not (_PARTY if party else _STATE).fullmatch(number):
            example = "15-BC/ĐU" if party else "215/BC-UBND"
            yield Problem("L703", place_in(number), {"text": str(number), "example": example})
            continue
        first, _, rest = number.partition("-" if party else "/")
        kind = re.split(r"[-/]", rest)[0]
        # Which type another paper is of, its folder says: `papers.rendering` holds its number against that.
        if number is ledger.conference.letterhead.number and kind != REPORT_KIND:
            yield Problem("L704", place_in(number), {"text": str(number), "kind": kind, "wanted": REPORT_KIND})
        if len(first) > NUMBER_LENGTH or len(rest) > SYMBOL_LENGTH:
            yield Problem("L710", place_in(number), {"length": str(len(number)), "most": str(SYMBOL_LENGTH)})


def levels(ledger: Ledger) -> Iterator[Problem]:
    """L705: a level of administration that did not exist on the paper's day, as a body of that day."""
    unit, day = ledger.conference.unit, day_of(ledger.conference, issue_of(ledger.conference, REPORT))
    for name in (unit.name, unit.above):
        if name is None:
            continue
        lowered = name.lower()
        city = lowered.startswith("thành phố ") and fold(name)[len("thanh pho ") :] not in OWN_CITIES
        gone = day >= TWO_LEVELS and (lowered.startswith(OLD_LEVELS) or city)
        early = day < TWO_LEVELS and lowered.startswith("đặc khu ")
        if gone or early:
            yield Problem("L705", place_in(name), {"text": str(name), "day": f"{day:%d/%m/%Y}"})


def signers(ledger: Ledger) -> Iterator[Problem]:
    """L706: `KT.` without a deputy's office.

    L716: `TM.` in a body led by its head (Decree 30, article 13).
    """
    led = not body_of(ledger.conference).power
    for signer, party in ((signer, party) for paper, party in _papers(ledger) for signer in paper.signers):
        if led and signer.power is not None and re.match(r"TM\b|T/M", signer.power):
            yield Problem("L716", place_in(signer.power), {"text": str(signer.power)})
        deputy = (not party or led) and fold(signer.office or "").startswith("pho ")
        if signer.power is not None and re.search(r"\bKT\b|K/T", signer.power) and not deputy:
            yield Problem("L706", place_in(signer.power), {"text": str(signer.power)})


def recipients(ledger: Ledger) -> Iterator[Problem]:
    """L708: the archive's line in the other regime's form. L709: addressees without `Như trên`."""
    for paper, party in _papers(ledger):
        for line in paper.recipients:
            if fold(line).lstrip("- ").startswith("luu") and (re.search(r"\bVT\b", line) is not None) is party:
                example = "Lưu Văn phòng Đảng ủy" if party else "Lưu: VT"
                yield Problem("L708", place_in(line), {"text": str(line), "example": example})
        if paper.addressees and paper.recipients and not fold(paper.recipients[0]).lstrip("- ").startswith("nhu tren"):
            yield Problem("L709", place_in(paper.recipients[0]), {})


def lengths(ledger: Ledger) -> Iterator[Problem]:
    """L710: longer than the field of the records system."""
    fields: list[tuple[Words | None, str]] = []
    for paper in issues(ledger.conference):
        fields.append((paper.subject, "subject"))
        fields += [(organ_name, "organ") for organ_name in (*paper.issuer, *paper.recipients)]
        fields += [field for signer in paper.signers for field in ((signer.office, "office"), (signer.name, "name"))]
    for words, field in fields:
        if words is not None and len(words) > LENGTHS[field]:
            yield Problem("L710", place_in(words), {"length": str(len(words)), "most": str(LENGTHS[field])})


def urgencies(ledger: Ledger) -> Iterator[Problem]:
    """L714: a grade of urgency that there is none of; grades of secrecy are told by `secrets`."""
    for grade in (paper.urgency for paper in issues(ledger.conference) if paper.urgency is not None):
        if urgency(grade) is None and not _SECRET.search(grade.upper()):
            yield Problem("L714", place_in(grade), {"text": str(grade)})


def drafts(ledger: Ledger) -> Iterator[Problem]:
    """L715: a dated paper without a number (rule 5). Where neither is known yet, nothing is said before it is built."""
    for paper in issues(ledger.conference):
        if paper.number is None and paper.date is not None:
            yield Problem("L715", place_in(paper.date.words), {})


def bases(ledger: Ledger) -> Iterator[Problem]:
    """L711: a law quoted with its number in a State paper (Decree 30, I.II.6b)."""
    for basis in (basis for paper, party in _papers(ledger) if not party for basis in paper.bases):
        if law := _LAW.search(basis):
            yield Problem("L711", place_in(basis, law.start(), law.end()), {"text": law.group(1)})


def secrets(ledger: Ledger) -> Iterator[Problem]:
    """L713: a grade of secrecy. Such a paper may not be made by a program like this."""
    lines = [
        words
        for paper in issues(ledger.conference)
        for words in (paper.subject, paper.number, paper.urgency, paper.draft, paper.parent)
    ]
    for words in (
        *lines,
        *(line for paper in issues(ledger.conference) for line in (*paper.issuer, *paper.recipients)),
    ):
        if words is not None and (grade := _SECRET.search(words)):
            yield Problem("L713", place_in(words, grade.start(), grade.end()), {"text": grade.group()})
