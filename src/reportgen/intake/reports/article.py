"""An article on a conference, from a portal's page or from Word: headline, author, captions, day, place, guests.

In: the file. Out: a draft of an input, with every paragraph that says something else as it was, for the secretary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import unescape
from pathlib import Path

from reportgen.compare.edited import edited
from reportgen.files.bounded import read_bounded
from reportgen.intake.opening import MOST_BYTES, REASONS, SECONDS, unreadable
from reportgen.intake.reports.drafting import Draft
from reportgen.names.persons import read_person
from reportgen.names.pieces import whole
from reportgen.names.units import leveled
from reportgen.problems import Failure, Place, Problem
from reportgen.proofread.opening import kind_of
from reportgen.proofread.text import Paragraph, Role
from reportgen.verify.docx_parts import DocxError
from reportgen.verify.guarded import GuardedError, guarded

HTML, WORD = "html", "docx"
MOST_PIECES = 2_000
LEAST_WORDS = 80
"""A text of fewer words is no article."""
HEADLINE = 40
STANDFIRST = 90
"""Most words of a headline and of a standfirst."""
BYLINE = 6
_CAPTION = re.compile(r"<figcaption\b[^>]{0,200}>(.{1,2000}?)</figcaption>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,500}>")
_PICTURE = re.compile(r"^\s*\[?\(?(?:ảnh|hình)\s*(?:minh họa)?\s*\d*\s*[\]:.)]\s*", re.IGNORECASE)
_CREDIT = re.compile(r"\s*\(?Ảnh:\s*([^.()]{2,60})\)?\.?\s*$")
_YEARS = (
    re.compile(r"tổng kết[^.\d]{0,160}?năm\s+(20\d\d)", re.IGNORECASE),
    re.compile(r"(?:kết quả|chỉ tiêu|công tác)[^.\d]{0,60}?năm\s+(20\d\d)", re.IGNORECASE),
    re.compile(r"(?<!\d)(20\d\d)(?!\d)"),
)
"""What tells the year under review, the surest first."""
_WHEN = re.compile(
    r"(?:(?P<part>sáng|trưa|chiều|tối)\s+)?(?:ngày\s+)?(?<!\d)(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?:[/-](?P<year>20\d\d))?",
    re.IGNORECASE,
)
_PLACE = re.compile(r",?\s+tại\s+([^,.;]{4,90})", re.IGNORECASE)
_UNIT = re.compile(r"(?:phường|xã|thị trấn|đặc khu)(?:\s+[A-ZĐÀ-Ỹ][\w’'-]*){1,4}")
_GUESTS = re.compile(
    r"(?P<role>(?:Tới |Đến |Về |Cùng |Tham )?[Dd]ự(?:(?:,| và)? chỉ đạo| và phát biểu)?[^.:;]{0,40}?(?:\scó|:|\slà)"
    r"|Chủ trì[^.:;]{0,30}?(?:\scó|:|\slà))\s*(?P<who>[^.]{5,900})\."
)
_SEVERAL = re.compile(r"^các (?:đồng chí|ông, bà|ông|bà)\s*:\s*")
_CROWD = re.compile(
    r"[Dd]ự[^.:;]{0,30}?\scó\s+((?:(?:trên|hơn|gần|khoảng)\s+)?\d+\s+đại biểu)(?:\s+là\s+([^.]{5,400}))?\."
)
_SOURCE = re.compile(r"^(?:theo|nguồn)\s*:?\s+(?=\S)", re.IGNORECASE)
_AUTHOR = re.compile(r"^(?:tác giả|tin,? ảnh|bài,? ảnh|tin, bài|bài và ảnh|tin và ảnh)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of an article with what its file says of it: `title`, `caption`, `byline`, `list`, "" for none."""

    text: str
    kind: str = ""


def read_article(file: Path) -> tuple[Piece, ...] | Failure | None:
    """The paragraphs of an article; None for a file that is none; a failure for what cannot be read."""
    try:
        content = read_bounded(file, MOST_BYTES)
    except OSError as error:
        return Failure.of(unreadable(file, error))
    kind = kind_of(content, file.name)
    if kind not in {HTML, WORD}:
        return None
    try:
        found = guarded(partial(pieces_of, content, kind), SECONDS)
    except GuardedError:
        found = "endless"
    if isinstance(found, str):
        return Failure.of(Problem(REASONS.get(found, REASONS["damaged"]), Place(file), {"file": file.name}))
    words = sum(len(piece.text.split()) for piece in found)
    return found if words >= LEAST_WORDS else None


def pieces_of(content: bytes, kind: str) -> tuple[Piece, ...] | str:
    """The paragraphs in a file's bytes; the reason, a key of `REASONS`, where it cannot be read."""
    try:
        found = _of_word(content) if kind == WORD else _of_page(content)
        return tuple(found)[:MOST_PIECES]
    except DocxError as error:
        return error.reason
    except (MemoryError, RecursionError):
        return "endless"


def _of_word(content: bytes) -> Iterator[Piece]:
    for passage in edited(content).passages:
        style = next((kind for begin, kind in STYLES.items() if passage.style.startswith(begin)), "")
        heading = "title" if passage.heading else ""
        if not passage.row and not any("_mau_fiction" in name for name in passage.names):
            yield Piece(passage.text, style or heading)


STYLES = {
    "title": "title",
    "caption": "caption",
    "byline": "byline",
    "source": "source",
    "list": "list",
    "dash": "list",
}
"""How the name of a style begins → what its paragraphs are."""


def _of_page(content: bytes) -> Iterator[Piece]:
    from reportgen.proofread.opening import read_bytes

    text = read_bytes(content, "bai.html").text
    captions = {
        " ".join(unescape(_TAG.sub(" ", found)).split()) for found in _CAPTION.findall(content.decode(errors="replace"))
    }
    for block in text.blocks:
        if isinstance(block, Paragraph) and block.text:
            kinds = {Role.HEADING: "title", Role.ITEM: "list"}
            yield Piece(block.text, "caption" if block.text in captions else kinds.get(block.role, ""))


def article_draft(pieces: Sequence[Piece]) -> tuple[Draft, list[str]] | None:
    """The draft, and the paragraphs that it does not hold; None where no year or unit is told."""
    whole_text = "\n".join(piece.text for piece in pieces)
    year = next((found for pattern in _YEARS if (found := pattern.search(whole_text))), None)
    unit = _UNIT.search(whole_text)
    if year is None or unit is None:
        return None
    rest = list(pieces)
    press: Draft = {"tiêu đề": _headline(rest), "sapo": _standfirst(rest)}
    press |= _signed(rest)
    press["ảnh"] = list(_photos(rest))
    event, told = _event(rest, int(year[1]))
    left = [piece.text for piece in rest if piece.text not in told]
    draft: Draft = {
        "năm": year[1],
        "đơn vị": {"tên": leveled(whole(unit.group())).text},
        "hội nghị": event,
        "tin bài": press,
    }
    return draft, left


def _headline(rest: list[Piece]) -> str:
    titles = [piece for piece in rest if piece.kind == "title"] or rest[:1]
    first = titles[0]
    if len(first.text.split()) > HEADLINE:
        return ""
    rest.remove(first)
    return first.text.rstrip(".")


def _standfirst(rest: list[Piece]) -> str:
    """The paragraph below the headline, where another one opens the story with its day."""
    if len(rest) < 3 or rest[0].kind or len(rest[0].text.split()) > STANDFIRST:
        return ""
    if _WHEN.search(rest[0].text) and not _WHEN.search(rest[1].text):
        return ""
    return rest.pop(0).text


def _signed(rest: list[Piece]) -> Draft:
    """Author and source at the end."""
    signed: Draft = {}
    for piece in list(rest[-4:]):
        short = len(piece.text.split()) <= BYLINE and not piece.text.rstrip().endswith((".", ";", ":"))
        if _SOURCE.match(piece.text) and len(piece.text.split()) <= 2 * BYLINE:
            signed["nguồn"] = _SOURCE.sub("", piece.text)
        elif _AUTHOR.match(piece.text) or piece.kind == "byline" or (short and not piece.kind and piece.text.istitle()):
            signed["tác giả"] = _AUTHOR.sub("", piece.text)
        else:
            continue
        rest.remove(piece)
    return signed


def _photos(rest: list[Piece]) -> Iterator[Draft]:
    for piece in list(rest):
        if piece.kind != "caption" and not _PICTURE.match(piece.text):
            continue
        rest.remove(piece)
        credit = _CREDIT.search(piece.text)
        caption = _PICTURE.sub("", piece.text[: credit.start()] if credit is not None else piece.text).strip()
        if caption:
            yield {"chú thích": caption, "tác giả": credit[1].strip() if credit is not None else ""}


def _event(rest: Sequence[Piece], year: int) -> tuple[Draft, set[str]]:
    """What the opening says of the conference, and the paragraphs that say nothing else."""
    event: Draft = {}
    told: set[str] = set()
    for piece in rest:
        when = _WHEN.search(piece.text)
        if when is not None and "ngày" not in event:
            number = int(when["year"] or (year + (int(when["month"]) <= 3)))
            event["ngày"] = f"{int(when['day'])}/{int(when['month'])}/{number}"
            event["buổi"] = (when["part"] or "").lower()
            place = _PLACE.search(piece.text[when.end() : when.end() + 160])
            event["địa điểm"] = place[1].strip() if place is not None else ""
        for found in _GUESTS.finditer(piece.text):
            _gather(event, found["role"], _SEVERAL.sub("", found["who"]))
        crowd = _CROWD.search(piece.text)
        if crowd is not None:
            event["số người dự"], event["thành phần"] = crowd[1], (crowd[2] or "").strip()
    return event, told


def _gather(event: Draft, role: str, who: str) -> None:
    chairs = role.lower().startswith("chủ trì")
    key = "chủ trì" if chairs else "đại biểu"
    doing = "dự và chỉ đạo" if "chỉ đạo" in role else ""
    for part in re.split(r";\s*", who):
        person = read_person(part.strip())
        if person.name is None or person.group or not person.office:
            continue
        entry = {"họ tên": person.name.text, "chức vụ": person.office.text, "vai trò": "" if chairs else doing}
        event.setdefault(key, []).append(entry)
