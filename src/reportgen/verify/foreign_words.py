"""What the components of any paper say, against the rules of its regime (rules 5-16, 18 and 20 of section 9)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date

from reportgen.verify.finding import Finding, Told, component, same
from reportgen.verify.recognised import PARTY, TYPES, Recognised, date_of, day_words, is_annex
from reportgen.verify.shown import Shown
from reportgen.vietnamese.slips import slips

TWO_LEVELS = date(2025, 7, 1)
"""From this day there are no districts (Luật Tổ chức chính quyền địa phương số 72/2025/QH15)."""
_OLD = re.compile(r"\b(HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\s+\S", re.IGNORECASE)
_NEW = re.compile(r"\bĐẶC KHU\s+\S", re.IGNORECASE)
_HONOUR = re.compile(
    r"^(?:(?:PGS|GS|TS|ThS|BS|DS|KS|CN)\b\.?|đồng chí\b|ông\b|bà\b|(?:Thượng|Đại|Trung|Thiếu) (?:tướng|tá|úy)\b)", re.I
)
_SECRET = re.compile(r"^\W*(?:TUYỆT |TỐI )?MẬT\W*$")
_BLANKS = re.compile(r"\S {2,}\S|\s[,;:.!?](?:\s|$)")
_REFERENCE = re.compile(r"\(Kèm theo (.+?) số\s*(\S+?),? (ngày .+? năm \S+)", re.IGNORECASE)
POINTS = "abcdđeghiklmnopqrstuvxy"
"""Letters of points: the Vietnamese alphabet without ă â ê ô ơ ư (II.6đ)."""
SHAPES = {
    PARTY: (re.compile(r"^Số\s+(\S*?)-([A-ZĐ][A-ZĐiry]*)/([A-ZĐ]+(?:-[A-ZĐ]+)*)$"), "Số 15-BC/ĐU"),
    "": (re.compile(r"^Số:\s*(\S*?)/([A-ZĐ][A-ZĐiry]*)((?:-[A-ZĐ]+)+)$"), "Số: 215/BC-UBND"),
}
"""Regime → the form of number and symbol, and an example (II.3)."""


def number(paper: Recognised) -> Iterator[Finding]:
    """Number and symbol have the regime's form; the abbreviation is that of the type (rules 5, 6)."""
    row, kind = paper.first("number"), paper.first("type")
    if row is None:
        return
    name = component(paper.standard.styles["number"])
    shape, example = SHAPES.get(paper.regime, SHAPES[""])
    words = row.words.strip()
    found = shape.match(words)
    if not found:
        blank = re.match(r"^Số\s*:?\s*[….\s]*$", words)
        code = "V943" if blank else "V942"
        yield Finding(code, name, same(example), same(words), row.where)
        return
    count, symbol = found[1], found[2]
    if not count.strip("…."):
        yield Finding("V943", name, same(example), same(words), row.where)
    elif count.isdigit() and len(count) < 2:
        yield Finding("V942", name, same(f"0{count}"), same(count), row.where)
    wanted = TYPES.get(" ".join(kind.words.split())) if kind else None
    if wanted and not symbol.startswith(wanted[:2]):
        yield Finding("V944", name, same(wanted), same(symbol), row.where)


def day(paper: Recognised) -> Iterator[Finding]:
    """Days below 10 and the months 1 and 2 have a nought, other months none; the day exists (rule 7)."""
    row = paper.first("place_date")
    written = day_words(row.words) if row else None
    if row is None or written is None or not all(part.isdigit() for part in written):
        return
    name = component(paper.standard.styles["place_date"])
    of_day, month, year = written
    if date_of(row.words) is None:
        there = Told("ngày có trong lịch", "a day of the calendar")
        yield Finding("V946", name, there, same(f"{of_day}/{month}/{year}"), row.where)
        return
    wanted = (
        f"ngày {int(of_day):02d} tháng {int(month):02d}"
        if int(month) < 3
        else f"ngày {int(of_day):02d} tháng {int(month)}"
    )
    found = f"ngày {of_day} tháng {month}"
    if wanted != found:
        yield Finding("V945", name, same(wanted), same(found), row.where)


def levels(paper: Recognised) -> Iterator[Finding]:
    """The issuer is a body of its time: no districts from 1/7/2025, no đặc khu before (rule 8)."""
    if paper.day is None:
        return
    forbidden, since = (_OLD, "từ 01/7/2025") if paper.day >= TWO_LEVELS else (_NEW, "trước 01/7/2025")
    for role in ("parent", "issuer"):
        for row in paper.roles.get(role, ()):
            if found := forbidden.search(row.words):
                needed = Told(f"đơn vị hành chính có {since}", "a unit that existed on the paper's date")
                yield Finding("V957", component(paper.standard.styles[role]), needed, same(found[0]), row.where)


def signer(paper: Recognised) -> Iterator[Finding]:
    """KT. stands above the head's title and a deputy's (rule 9); no honours before the name (rule 10)."""
    rows = (*paper.roles.get("power", ()), *paper.roles.get("office", ()))
    lines = [row.words for row in rows]
    name = component(paper.standard.styles["power"])
    for place, line in enumerate(lines):
        if re.match(r"K/?T\b", line) and not any(other.startswith("PHÓ") for other in lines[place:]):
            yield Finding("V947", name, same("PHÓ …"), same(" / ".join(lines)), rows[place].where)
    person = paper.first("signer")
    if person is not None and (found := _HONOUR.match(person.words)):
        plain = person.words[found.end() :].strip(" .")
        code = "V949" if paper.regime == PARTY else "V948"
        yield Finding(code, component(paper.standard.styles["signer"]), same(plain), same(person.words), person.where)


def recipients(paper: Recognised) -> Iterator[Finding]:
    """Lines end `;`, the last, `Lưu`, ends `.`; the State's has VT, the Party's has not (rule 11)."""
    rows = _joined(paper.roles.get("recipient", ()))
    if not rows:
        return
    name, marks = component(paper.standard.styles["recipient"]), paper.standard.marks
    for row in rows[:-1]:
        if not row.words.rstrip().endswith(marks.recipient_end):
            yield Finding("V950", name, same(f"… {marks.recipient_end}"), same(row.words[:60]), row.where)
    last = rows[-1]
    wanted = "- Lưu …." if paper.regime == PARTY else "- Lưu: VT, …."
    kept = "Lưu" in last.words and ("VT" in last.words) == (paper.regime != PARTY)
    if not kept or not last.words.rstrip().endswith(marks.recipient_last):
        yield Finding("V950", name, same(wanted), same(last.words[:60]), last.where)


def _joined(rows: tuple[Shown, ...]) -> list[Shown]:
    """One entry a recipient: a row that does not begin with a dash goes on with the one above."""
    result: list[Shown] = []
    for row in rows:
        if row.words.startswith(("-", "–", "+")) or not result:
            result.append(row)
        else:
            result[-1] = result[-1]._replace(words=f"{result[-1].words} {row.words}")
    return result


def end(paper: Recognised) -> Iterator[Finding]:
    """The text ends in the regime's mark, once (rule 12)."""
    name, mark = Told("Kết thúc nội dung", "End of the text"), paper.standard.marks.body_end
    rows = [row for row in paper.text if row.words.strip() and not row.words.strip().isdigit()]
    if not rows:
        return
    last = rows[-1].words.rstrip()
    ends = last.endswith(mark) and not (mark == "." and last.endswith("./."))
    if not ends:
        yield Finding("V952", name, same(mark), same(f"… {last[-20:]}"), rows[-1].where)
    twice = [row for row in rows[:-1] if row.words.rstrip().endswith("./.")]
    for row in twice:
        yield Finding("V952", name, same(mark), same(f"… {row.words[-20:]}"), row.where)


def annexes(paper: Recognised) -> Iterator[Finding]:
    """The text names its annexes (rule 14); `(Kèm theo …)` names this paper (rule 15)."""
    heads = [row for row in paper.annexes if is_annex(row)]
    name = Told("Phụ lục", "Annex")
    if heads and not any("phụ lục" in row.words.lower() or "kèm theo" in row.words.lower() for row in paper.text):
        yield Finding(
            "V953", name, Told("được nhắc trong nội dung", "named in the text"), Told("không được nhắc", "not")
        )
    numbered = [bool(re.match(r"phụ lục\s+[IVX]+\b", row.words, re.IGNORECASE)) for row in heads]
    if len(heads) > 1 and not all(numbered):
        yield Finding("V953", name, same("Phụ lục I, II, …"), same(heads[numbered.index(False)].words))
    elif numbered == [True]:
        yield Finding("V953", name, same("Phụ lục"), same(heads[0].words), heads[0].where)
    whole = " ".join(row.words for row in paper.annexes)
    own, day_row = paper.first("number"), paper.first("place_date")
    for found in _REFERENCE.finditer(whole):
        if own and found[2] not in own.words:
            yield Finding("V954", name, same(own.words), same(found[2]))
        elif day_row and date_of(found[3]) != paper.day and date_of(found[3]):
            yield Finding("V954", name, same(day_row.words), same(found[3]))


def points(paper: Recognised) -> Iterator[Finding]:
    """Points are counted by the Vietnamese alphabet (rule 16)."""
    name, before = Told("Điểm", "Points"), ""
    for row in paper.text:
        found = re.match(r"([a-zđ])\)\s", row.words)
        if not found:
            continue
        letter = found[1]
        wanted = POINTS[POINTS.index(before) + 1] if before in POINTS[:-1] and before else "a"
        if letter not in {wanted, "a"}:
            yield Finding("V955", name, same(f"{wanted})"), same(f"{letter})"), row.where)
        before = letter


def spelling(paper: Recognised) -> Iterator[Finding]:
    """Composed letters, single blanks, no blank before a mark (rule 18). In a PDF blanks are gaps of any width."""
    rows = [row for found in paper.roles.values() for row in found] + list(paper.text)
    for row in rows:
        if not unicodedata.is_normalized("NFC", row.words):
            yield Finding("V956", CODE, Told("chữ dựng sẵn (NFC)", "composed letters (NFC)"), Told("chữ tổ hợp", "NFD"))
        elif row.align and (found := _BLANKS.search(row.words)):
            shown = row.words[max(0, found.start() - 12) : found.end() + 12]
            needed = Told("một dấu cách, không cách trước dấu câu", "single blanks, none before a mark")
            yield Finding("V956", CODE, needed, same(f"“{shown}”"), row.where)


CODE = Told("Cách gõ chữ", "Typing")


CERTAIN = frozenset({"doubled", "misspelt", "marks"})
"""Kinds of slips that are certain in anybody's paper."""


def wording(paper: Recognised) -> Iterator[Finding]:
    """Hints at words: doubled, without their marks, misspelt."""
    for row in paper.text:
        for slip in slips(row.words) if not is_annex(row) else ():
            if slip.kind in CERTAIN:
                found = row.words[slip.start : slip.end]
                yield Finding(
                    "V959", Told("Lời văn", "Wording"), Told("gõ đúng", "right"), same(f"“{found}”"), row.where
                )


def secrets(paper: Recognised) -> Iterator[Finding]:
    """No mark of secrecy (rule 20)."""
    rows = (*paper.roles.get("parent", ()), *paper.roles.get("issuer", ()), *paper.text[:3])
    for row in rows:
        if _SECRET.match(row.words):
            yield Finding("V958", Told("Dấu mức độ mật", "Mark of secrecy"), Told("không có", "none"), same(row.words))


RULES: tuple[Callable[[Recognised], Iterator[Finding]], ...] = (
    number,
    day,
    levels,
    signer,
    recipients,
    end,
    annexes,
    points,
    spelling,
    wording,
    secrets,
)
