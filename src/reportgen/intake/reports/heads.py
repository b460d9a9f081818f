"""The letterhead and the signatures of a report as keys of an input: unit, number, day, subject, signer, recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reportgen.intake.reports.reading import ReportFile
from reportgen.names.organs import PARTY, Organ, organs
from reportgen.names.pieces import whole
from reportgen.names.units import level_of, leveled
from reportgen.vietnamese.letters import fold

_NUMBER = re.compile(r"^Số\s*:?\s*", re.IGNORECASE)
_PLACE = re.compile(r"^(.+?),\s*ngày", re.IGNORECASE)
_BASIS = re.compile(r"^(?:căn cứ|thực hiện|theo|xét)\s", re.IGNORECASE)
_TO = re.compile(r"^kính gửi\s*:?\s*", re.IGNORECASE)
_LEAD = re.compile(r"^[-–+]\s*")
MOST_BASES = 40
BLANK = "…"


def letterhead(file: ReportFile) -> dict[str, Any]:
    """`đơn vị` and `văn bản` as the letterhead has them."""
    issuer = " ".join(file.roles.get("issuer", ()))
    parent = " ".join(file.roles.get("parent", ()))
    kind, unit = _body(issuer, parent, file)
    signers = _signer(file, kind)
    day = file.day
    paper: dict[str, Any] = {
        "thể thức": file.regime if kind is not None and kind.regime != file.regime else "",
        "số": _number(file.first("number")),
        "ngày": f"{day.day}/{day.month}/{day.year}" if day is not None else "",
        "trích yếu": _subject(file.roles.get("subject", ())),
        "kính gửi": list(_addressees(file)),
        "căn cứ": list(_bases(file)),
        "người ký": signers,
        "nơi nhận": [line for line in map(_bare, file.roles.get("recipient", ())) if line],
    }
    body: dict[str, Any] = {"tên": unit, "cơ quan": kind.names[0] if kind is not None else ""}
    body |= _above(kind, parent)
    return {"đơn vị": body, "văn bản": paper}


def _bare(line: str) -> str:
    return _LEAD.sub("", line).strip().rstrip(";.,").strip()


def _number(row: str) -> str:
    number = _NUMBER.sub("", row).strip()
    return "" if number.startswith((BLANK, "/", "...")) else number


def _subject(rows: Sequence[str]) -> str:
    return " ".join(rows).strip()


def _body(issuer: str, parent: str, file: ReportFile) -> tuple[Organ | None, str]:
    """The kind of body and the unit, by the lines that each kind writes."""
    for kind in organs():
        lines = ((" ".join(kind.issuer), issuer), (kind.parent.replace("\n", " "), parent))
        unit = next((found for pattern, line in lines if (found := _unit_in(pattern, line))), "")
        own = all(_fits(pattern, line) for pattern, line in lines[:1])
        if unit and own:
            return kind, _as_written(unit, file)
    level = _LEVEL.search(f" {issuer}")
    return None, _as_written(level[1], file) if level is not None else ""


def _unit_in(pattern: str, line: str) -> str:
    """The unit in a line that is written after the pattern; "" where it is not."""
    begin, named, end = pattern.partition("{UNIT}")
    if not named or not fold(line).startswith(fold(begin)) or not fold(line).endswith(fold(end)):
        return ""
    unit = line[len(begin) : len(line) - len(end)].strip()
    return unit if level_of(unit.lower()) else ""


def _fits(pattern: str, line: str) -> bool:
    """Whether a line is written after the pattern."""
    return bool(_unit_in(pattern, line)) if "{UNIT}" in pattern else fold(pattern) == fold(line)


_LEVEL = re.compile(r"\s((?:PHƯỜNG|XÃ|ĐẶC KHU|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ)\s.+)$")


def _as_written(unit: str, file: ReportFile) -> str:
    """The unit's name as the text writes it: `PHƯỜNG LẠC GIANG` → `phường Lạc Giang`."""
    if not unit:
        return ""
    wanted = re.compile(re.escape(unit), re.IGNORECASE)
    for row in file.rows:
        found = wanted.search(row.words)
        if found is not None and not found.group().isupper():
            return leveled(whole(found.group())).text
    return leveled(whole(unit.lower())).text


def _above(kind: Organ | None, parent: str) -> dict[str, str]:
    """The unit above, where the first line of the letterhead names it."""
    begin, found, _ = kind.parent.partition("{ABOVE}") if kind is not None else ("", "", "")
    if not found or not fold(parent).startswith(fold(begin)):
        return {}
    above = leveled(whole(parent[len(begin) :].strip().lower())).text
    return {"tỉnh" if above.startswith("tỉnh ") else "cấp trên": above}


def _signer(file: ReportFile, kind: Organ | None) -> dict[str, str]:
    """Who signed; power and office only where they are not the usual ones of the body."""
    name = file.first("signer")
    powers = list(file.roles.get("power", ()))
    office = " ".join(file.roles.get("office", ()))
    if kind is not None and not office and powers:
        office = powers.pop()
    usual = list(kind.power) if kind is not None else []
    signer = {"họ tên": "" if name.strip(".") in {"", BLANK} else name}
    if powers and powers != usual and not powers[-1].startswith(("KT.", "K/T")):
        signer["quyền hạn"] = " ".join(powers)
    if office and (kind is None or office != kind.office):
        signer["chức vụ"] = office
    return signer


def _addressees(file: ReportFile) -> Iterator[str]:
    """Who the report is sent to, behind `Kính gửi:` at the beginning of the text."""
    opened = False
    for row in file.rows[:MOST_BASES]:
        if _TO.match(row.words):
            opened = True
            if rest := _bare(_TO.sub("", row.words)):
                yield rest
        elif opened and _LEAD.match(row.words):
            yield _bare(row.words)
        elif opened:
            return


def _bases(file: ReportFile) -> Iterator[str]:
    """The bases before the text proper."""
    for row in file.rows[:MOST_BASES]:
        words = _LEAD.sub("", row.words)
        if _BASIS.match(words) and words.rstrip().endswith((";", ",")):
            yield words.rstrip(" ;,")


def of_the_party(file: ReportFile) -> bool:
    """Whether the report is one of the Party's."""
    return file.regime == PARTY


def is_head(row: str) -> bool:
    """Whether a row of the text belongs to what `letterhead` takes."""
    words = _LEAD.sub("", row)
    return bool(_TO.match(row)) or (bool(_BASIS.match(words)) and words.rstrip().endswith((";", ",")))
