"""The components of a stranger's paper, recognised by their words and places.

In: the rows of a paper. Out: which rows are Quốc hiệu, issuer, number, date, type, subject, recipients, signature, and
which are the text; the regime that the title at the upper right tells; the layout that held on the paper's date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from reportgen.layout.standards import Standard, choose
from reportgen.verify.shown import LEFT, RIGHT, Shown
from reportgen.vietnamese.letters import fold

STATE, PARTY = "nhà nước", "đảng"
TITLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        STATE: ("country", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        PARTY: ("party", "ĐẢNG CỘNG SẢN VIỆT NAM"),
    }
)
"""Regime → the role and the words of its title."""
MOTTO = "Độc lập - Tự do - Hạnh phúc"
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "NGHỊ QUYẾT": "NQ",
        "QUYẾT ĐỊNH": "QĐ",
        "CHỈ THỊ": "CT",
        "QUY CHẾ": "QC",
        "QUY ĐỊNH": "QyĐ",
        "THÔNG CÁO": "TC",
        "THÔNG BÁO": "TB",
        "HƯỚNG DẪN": "HD",
        "CHƯƠNG TRÌNH": "CTr",
        "KẾ HOẠCH": "KH",
        "PHƯƠNG ÁN": "PA",
        "ĐỀ ÁN": "ĐA",
        "DỰ ÁN": "DA",
        "BÁO CÁO": "BC",
        "BIÊN BẢN": "BB",
        "TỜ TRÌNH": "TTr",
        "KẾT LUẬN": "KL",
        "GIẤY MỜI": "GM",
    }
)
"""Types of papers and their abbreviations in the symbol (Decree 30, Annex III, I; Party: KL)."""
HEAD, FOOT = 60, 30
"""The letterhead is among so many first rows; the signature among so many rows from where the foot begins."""
SUBJECT = 8
"""Rows of a subject at most."""
_DATE = re.compile(r"ngày\s*(\S*)\s*tháng\s*(\S*)\s*năm\s*(\d{4}|\S*)", re.IGNORECASE)
_NUMBER = re.compile(r"^Số\b", re.IGNORECASE)
_POWER = re.compile(
    r"^(?:TM|KT|TL|TUQ|Q)\s*\.|^(?:T/M|K/T|T/L)\b|^(?:TM|KT)\s|^(?:THƯ KÝ|CHỦ TỌA|NGƯỜI GHI BIÊN BẢN|CHỦ TRÌ HỘI NGHỊ)$"
)
_RECIPIENTS = re.compile(r"^nơi\s+nhận", re.IGNORECASE)
_ANNEX = re.compile(r"^(?:phụ\s+lục|danh\s+sách)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recognised:
    """Role → its rows, in the order of the paper; `text` are the rows between title and signature."""

    regime: str
    titles: tuple[str, ...]
    """The regimes whose titles stand there."""
    standard: Standard
    roles: Mapping[str, tuple[Shown, ...]]
    text: tuple[Shown, ...]
    annexes: tuple[Shown, ...]
    """The rows behind the signature."""
    day: date | None

    def first(self, role: str) -> Shown | None:
        """The role's first row, None if it was not found."""
        return self.roles[role][0] if self.roles.get(role) else None


UNRULED = frozenset({"BẢN GIAO ƯỚC THI ĐUA", "GIAO ƯỚC THI ĐUA", "GIẤY KHEN", "BẰNG KHEN", "GIẤY CHỨNG NHẬN"})
"""Papers that bear Quốc hiệu though no model of the decree is theirs."""


def recognised(rows: Sequence[Shown], wanted: str = "") -> Recognised | None:
    """The components; None if no regime shows, or if it is of a kind that none rules. `wanted` is the regime to hold it
    to, "" for the one that shows."""
    plain = [row for row in rows if not row.figures]
    if not wanted and any(" ".join(row.words.split()) in UNRULED for row in plain[:HEAD]):
        return None
    begin = next((place for place, row in enumerate(plain[:HEAD]) if _type(row)), None)
    head = plain[: begin if begin is not None else HEAD // 3]
    roles = _head(head)
    titles = tuple(regime for regime, (role, _) in TITLES.items() if role in roles)
    regime = wanted or (titles[0] if titles else "")
    if not regime:
        return None
    after = len(head)
    if begin is not None:
        roles["type"] = [plain[begin]]
        after = _subject(plain, begin + 1, roles)
    end = _foot_begins(plain, after)
    rest = _foot(plain[end : end + FOOT], roles)
    day = date_of(roles["place_date"][0].words) if "place_date" in roles else None
    frozen = {role: tuple(found) for role, found in roles.items()}
    last = end + rest
    return Recognised(
        regime,
        titles,
        choose(regime, day),
        MappingProxyType(frozen),
        tuple(plain[after:end]),
        tuple(plain[last:]),
        day,
    )


def date_of(words: str) -> date | None:
    """The day in `ngày 14 tháng 12 năm 2023`; None if there is none or it does not exist."""
    found = _DATE.search(words)
    if not found or not all(part.isdigit() for part in found.groups()):
        return None
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_words(words: str) -> tuple[str, str, str] | None:
    """Day, month and year as they are written."""
    found = _DATE.search(words)
    return (found[1], found[2], found[3]) if found else None


def is_annex(row: Shown) -> bool:
    """Whether an annex begins with the row."""
    return bool(_ANNEX.match(row.words)) and len(row.words) < HEAD


def _type(row: Shown) -> bool:
    return " ".join(row.words.split()) in TYPES


def _head(rows: Sequence[Shown]) -> dict[str, list[Shown]]:
    roles: dict[str, list[Shown]] = {}
    open_title = False
    for row in rows:
        title = next((role for role, words in TITLES.values() if _part_of(words, row)), "")
        if open_title and not title and row.column == RIGHT and fold(row.words) in WRAPPED:
            title = next(role for role, _ in TITLES.values() if role in roles)
        role = title or next((role for role, shows in SIGNS.items() if shows(row) and role not in roles), "")
        if not role and "number" not in roles and row.column == LEFT and row.words.isupper():
            role = "issuer" if row.bold else "parent"
        open_title = bool(title) and not any(fold(words) in fold(row.words) for _, words in TITLES.values())
        if role:
            roles.setdefault(role, []).append(row)
    return roles


WRAPPED = frozenset({"viet nam", "nghia viet nam", "san viet nam", "chu nghia viet nam"})
"""What a title's second row holds where the first has fewer than four of its words less."""


def _part_of(title: str, row: Shown) -> bool:
    """Whether the row holds a title, or four words of it and nothing else."""
    words = fold(" ".join(row.words.split()))
    return fold(title) in words or (words.count(" ") >= 3 and words in fold(title))


def _is_motto(row: Shown) -> bool:
    return re.sub(r"\W+", " ", fold(MOTTO)) in re.sub(r"\W+", " ", fold(row.words))


SIGNS: Mapping[str, Callable[[Shown], bool]] = MappingProxyType(
    {
        "motto": _is_motto,
        "number": lambda row: bool(_NUMBER.match(row.words)),
        "place_date": lambda row: bool(_DATE.search(row.words)),
        "star": lambda row: row.words.strip() in {"*", "***"},
    }
)
"""Role in the letterhead → how its row is known."""


def _subject(rows: Sequence[Shown], place: int, roles: dict[str, list[Shown]]) -> int:
    """Takes the rows of the subject; where the text begins."""
    for row in rows[place : place + SUBJECT]:
        if set(row.words) <= set("-–_ ") and row.words:
            roles.setdefault("subject_end", []).append(row)
            return place + 1
        if not row.bold or re.match(r"[IVX]+[.\-]\s|\d+[.)]\s|phần\s", row.words, re.IGNORECASE):
            return place
        roles.setdefault("subject", []).append(row)
        place += 1
    return place


def _foot_begins(rows: Sequence[Shown], after: int) -> int:
    """The first row of recipients or signature, whichever comes first; the end of the rows if there is neither."""
    marks = [
        place
        for place, row in enumerate(rows[after:], after)
        if _RECIPIENTS.match(row.words) or (_POWER.match(row.words) and row.words.isupper())
    ]
    return marks[0] if marks else len(rows)


def _foot(rows: Sequence[Shown], roles: dict[str, list[Shown]]) -> int:
    """Takes recipients and signature; how many rows they are."""
    last = 0
    for place, row in enumerate(rows):
        role = _foot_role(row, roles)
        if is_annex(row):
            break
        if role:
            roles.setdefault(role, []).append(row)
            last = place + 1
    return last


def _ended(recipients: Sequence[Shown]) -> bool:
    """Whether the archive's copy, the last recipient, stands there."""
    last = recipients[-1].words if recipients else ""
    return bool(re.match(r"[-–+]\s*lưu\b", last, re.IGNORECASE)) and last.endswith(".")


def _foot_role(row: Shown, roles: Mapping[str, list[Shown]]) -> str:
    words = row.words
    if _ended(roles.get("recipient", ())) and row.column != RIGHT:
        return ""
    if _RECIPIENTS.match(words):
        return "recipients_head"
    if row.column == RIGHT and words.isupper() and "signer" not in roles:
        return "power" if _POWER.match(words) or "power" not in roles else "office"
    if row.column == RIGHT and ("power" in roles or "office" in roles) and "signer" not in roles:
        return "signer" if words[:1].isupper() or words.strip(".") == "…" else ""
    if (
        "recipients_head" in roles
        and row.column != RIGHT
        and (words.startswith(("-", "–", "+")) or "recipient" in roles)
    ):
        return "recipient"
    return ""
