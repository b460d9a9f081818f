"""A person as typed: address, academic title, name, offices, role, in any order and with any sign between them.

Đồng chí Lê Văn Dũng – Phó Giám đốc Sở Tài chính (dự, chỉ đạo)
Chủ tịch UBND xã Phạm Văn Cường
các đ/c Thường trực Đảng ủy, HĐND, UBND xã                        a group
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.names.pieces import Piece, cut, parted, reworded, whole
from reportgen.vietnamese.letters import fold

ROLES = ("dự", "dự và chỉ đạo", "chỉ đạo", "dự và phát biểu", "chủ trì", "điều hành")
"""What a person may do at a conference, as it begins a sentence."""


def known_role(text: str) -> str | None:
    """The role as `ROLES` writes it (`dự, chỉ đạo` is `dự và chỉ đạo`); None for one that is not among them."""
    wanted = re.sub(r",\s*", " va ", fold(text.strip()))
    return next((role for role in ROLES if fold(role) == wanted), None)


_ADDRESS = re.compile(
    r"(?P<comrade>(?:đồng chí|đ/c|đ\.c|đ\.chí|đc)(?=[\s.:]))|(?P<other>(?:ông|bà|anh|chị)(?=\s)|(?:ô|b)\.(?=\s?\w))",
    re.IGNORECASE,
)
_ADDRESSES = frozenset({"dong chi", "d/c", "d.c", "dc", "ong", "ba"})
_RANK = re.compile(
    r"(?:(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|đại đức|thượng tọa|hòa thượng|linh mục|mục sư|sư cô|ni sư)(?=\s)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:(?:pgs|gs|ts|tskh|ths|th\.s|bs|bsck ?i{1,2}|cn|ks|ncs|ck ?i{1,2})\.?(?=[\s,]|(?<=\.))|"
    r"(?:phó giáo sư|giáo sư|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|cử nhân|nhà giáo(?: ưu tú| nhân dân)?)(?=\s))[\s,.]*",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:các|những|cùng|toàn thể|tập thể|đại diện|lãnh đạo|đoàn đại biểu|thường trực|ban thường vụ|nhân dân|"
    r"(?:hơn|gần|trên|khoảng)?\s*\d+)(?=\s)",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"\s*[,;:|\n]\s*|\s+[-–—]\s*|\s*[–—]\s*|\s*\(|\)\s*[-–—,]?\s*")
_OFFICE = re.compile(
    r"(?:q\.|quyền |nguyên )?(?:bí thư|phó|chủ tịch|chủ nhiệm|trưởng|giám đốc|ủy viên|uv\w*|hiệu trưởng|chánh|tổ|"
    r"đội trưởng|"
    r"chi hội trưởng|tổng|thường trực|cán bộ|công chức|chuyên viên|thư ký|viện trưởng|kế toán|đại biểu|chính trị viên|"
    r"chỉ huy|thường vụ|ct|pct|bt|pbt|gđ|pgđ|lãnh đạo|thủ tướng|bộ trưởng|thứ trưởng)(?=\s|$|\.)",
    re.IGNORECASE,
)
_FIRST_WORDS = """
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh mai lam doan trinh truong luong dao ha cao
ta luu to thai chu quach phung dam kieu trieu chau la tang vuong lai khuat mac thach kim son danh lo lu vang giang ma
sung thao cu tong quang ca cam deo hu vi luc nong be hua hoa loc dieu ksor rmah siu kpa nay ro nie mlo eban y k h ayun
buon krong adrong hmok puih alang arat bling zoram cil rcom kbuor an ba bach bang che chung cong dong dai giap han hinh
khong khuc lien luyen mong nghiem ngan ninh nhan nhu on ong phi phu quan si sai tao tien tieu ton ung uong van viet
vien xa au dich tu thuy bien hong kha khau pha sa tham thieu tua hang sam po tat dat ja qua thong bo
"""
_FAMILY = frozenset(_FIRST_WORDS.split())
"""First words of persons' names, folded, of the peoples of Vietnam."""
LONGEST_NAME, LONGEST_MIXED = 6, 4
_MIDDLE = frozenset({"thị", "văn"})
"""Middle names that tell a name, though they are typed small."""
_VOWEL = re.compile("[aeiouy]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """What a text says of a person. `group`: it speaks of several, or of an office without a name."""

    name: Piece | None
    office: Piece | None = None
    role: Piece | None = None
    address: Piece | None = None
    group: bool = False


def read_person(text: str) -> PersonName:
    """The parts of a person's mention; a group keeps its words as its name."""
    rest, address = _addressed(whole(text.rstrip(" .;")))
    if _GROUP.match(rest.text) and not (rest.text[:1].isupper() and _is_name(_first(rest))):
        return PersonName(_in_full(whole(text.rstrip(" .;"))), group=True)
    name: Piece | None = None
    role: Piece | None = None
    offices: list[Piece] = []
    for part in map(_untitled, _parts(rest)):
        if known_role(part.text) and part.text[:1].islower():
            role = reworded(part, f"{role.text}, {part.text}") if role else part
        elif name is None and (found := _named(part)) is not None:
            name, before = found
            offices += [before] if before is not None and before.text else []
        else:
            offices.append(part)
    office = _joined(offices)
    if name is None and len(offices) > 1 and offices[0].text[:1].isupper() and not _OFFICE.match(offices[0].text):
        return PersonName(_as_name(offices[0]), _joined(offices[1:]), role, address)
    if name is None:
        return PersonName(_in_full(rest), role=role, address=address, group=True)
    return PersonName(name, office, role, address)


def _as_name(piece: Piece) -> Piece:
    """What stands where a name is wanted, an office behind it: each word of a name with a capital (`Trần Đức long`),
    two names that `và` joins without abbreviations."""
    words = piece.text.split()
    if fold(words[0]) in _FAMILY and len(words) <= LONGEST_MIXED and all(word.isalpha() for word in words):
        return reworded(piece, " ".join(word.capitalize() if word.islower() else word for word in words))
    return _in_full(piece)


def means_several(text: str) -> bool:
    """Whether a text begins as one of several persons does: `các đồng chí …`, `đại diện …`."""
    return _GROUP.match(_addressed(whole(text))[0].text) is not None


def is_name(text: str) -> bool:
    """Whether a text is a person's name and nothing else."""
    return _is_name(text)


def is_office(text: str) -> bool:
    """Whether a text is an office without a name."""
    return _OFFICE.match(text) is not None and read_person(text).group


def _first(piece: Piece) -> str:
    return next((part.text for part in parted(piece, _SIGNS)), "")


def _parts(piece: Piece) -> list[Piece]:
    """The parts between signs; a role in brackets that holds a comma is one."""
    found = re.search(r"\(([^()]*)\)\s*$", piece.text)
    if found and known_role(found[1]):
        return [*parted(cut(piece, 0, found.start()), _SIGNS), cut(piece, found.start(1), found.end(1))]
    return [part for part in parted(piece, _SIGNS) if fold(part.text) not in _ADDRESSES]


def _addressed(piece: Piece) -> tuple[Piece, Piece | None]:
    """The piece without the words of address before it, and the address where it is not the common one."""
    address: Piece | None = None
    while found := _ADDRESS.match(piece.text):
        if found["other"]:
            word = {"ô.": "ông", "b.": "bà"}.get(found["other"].lower(), found["other"].lower())
            address = Piece(word, piece.start, piece.start + found.end())
        piece = cut(piece, found.end() + (piece.text[found.end() : found.end() + 1] in ".:"), len(piece.text))
    rank = _RANK.match(piece.text)
    if rank is None:
        return piece, address
    words = f"{address.text if address else 'đồng chí'} {rank.group().capitalize()}"
    return cut(piece, rank.end(), len(piece.text)), Piece(words, piece.start, piece.start + rank.end())


def _untitled(piece: Piece) -> Piece:
    """Without academic titles, which papers do not print before a name (Decree 30, Annex I, II.7c)."""
    while (found := _TITLE.match(piece.text)) and (
        _is_name(piece.text[found.end() :]) or _TITLE.match(piece.text, found.end())
    ):
        piece = cut(piece, found.end(), len(piece.text))
    rest, _ = _addressed(piece) if _ADDRESS.match(piece.text) else (piece, None)
    return rest


def _named(piece: Piece) -> tuple[Piece, Piece | None] | None:
    """The name in a part, and the office typed before it without a sign: `Chủ tịch UBND xã Phạm Văn Cường`."""
    if _is_name(piece.text):
        return _capital(piece), None
    if not _OFFICE.match(piece.text):
        return None
    words = list(re.finditer(r"\S+", piece.text))
    for word in words[max(1, len(words) - 5) : -1]:
        tail = piece.text[word.start() :]
        small = tail.islower() and not piece.text.islower()  # “Hiệu trưởng các trường học …” names nobody
        if fold(word.group()) in _FAMILY and _is_name(tail) and not small:
            return cut(piece, word.start(), len(piece.text)), cut(piece, 0, word.start())
    return None


def _is_name(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= LONGEST_NAME or _OFFICE.match(text):
        return False
    capital = all(word[:1].isupper() and not (len(word) > 1 and word.isupper()) for word in words)
    shouted = text.isupper() and fold(words[0]) in _FAMILY
    small = text.islower() and fold(words[0]) in _FAMILY and len(words) >= 3
    return all(re.fullmatch(r"[^\W\d_]+(?:['’\-.][^\W\d_]*)*", word) for word in words) and (
        capital or shouted or small or _is_mixed(words)
    )


def _is_mixed(words: list[str]) -> bool:
    """Whether a name is typed partly in capitals, partly in small letters: `Nguyễn thị hoa`, `TRẦN VĂN Bình`. A word in
    capitals without a vowel is an abbreviation."""
    if not (words[0][:1].isupper() and fold(words[0]) in _FAMILY and 3 <= len(words) <= LONGEST_MIXED):
        return False
    syllables = all(not word.isupper() or _VOWEL.search(fold(word)) for word in words)
    return syllables and (words[1] in _MIDDLE or all(word[:1].isupper() for word in words))


def _capital(piece: Piece) -> Piece:
    """A name typed in small letters or in capitals, or partly so, as names are written."""
    words = piece.text.split()
    if piece.text.islower() or piece.text.isupper():
        return reworded(piece, " ".join(map(str.capitalize, words)))
    if _is_mixed(words):
        return reworded(
            piece, " ".join(word.capitalize() if word.islower() or word.isupper() else word for word in words)
        )
    return reworded(piece, " ".join(words))


def _joined(offices: list[Piece]) -> Piece | None:
    if not offices:
        return None
    text = ", ".join(office.text for office in offices)
    return _in_full(Piece(text, offices[0].start, offices[-1].end))


_SHORT = (
    (re.compile(r"(?<![\w/])(?:các )?đ/c(?![\w/])", re.IGNORECASE), "đồng chí"),
    (re.compile(r"(?<!\w)PCT(?!\w)"), "Phó Chủ tịch"),
    (re.compile(r"(?<!\w)CT(?= (?:UBND|HĐND|UBMTTQ|Hội)\b)"), "Chủ tịch"),
    (re.compile(r"(?<!\w)PBT(?!\w)"), "Phó Bí thư"),
    (re.compile(r"(?<!\w)BT(?= (?:Đảng|Đoàn|Chi))"), "Bí thư"),
    (re.compile(r"(?<!\w)UV ?BTV(?!\w)"), "Ủy viên Ban Thường vụ"),
    (re.compile(r"(?<!\w)UV ?BCH(?!\w)"), "Ủy viên Ban Chấp hành"),
    (re.compile(r"(?<!\w)BTV(?= (?:Đảng|Tỉnh|Thành|Huyện|Quận|Hội|Đoàn))"), "Ban Thường vụ"),
    (re.compile(r"(?<!\w)BCH(?= (?:Đảng|Hội|Đoàn))"), "Ban Chấp hành"),
    (re.compile(r"(?<!\w)HUV(?!\w)"), "Huyện ủy viên"),
    (re.compile(r"(?<!\w)ĐUV(?!\w)"), "Đảng ủy viên"),
    (re.compile(r"(?<!\w)ĐBQH(?!\w)"), "đại biểu Quốc hội"),
    (re.compile(r"(?<!\w)PCVP(?!\w)"), "Phó Chánh Văn phòng"),
    (re.compile(r"(?<!\w)CVP(?!\w)"), "Chánh Văn phòng"),
    (re.compile(r"(?<=Phó Bí thư )TT(?!\w)|^TT(?= (?:Đảng|HĐND|Huyện|Tỉnh|Thành))"), "Thường trực"),
    (re.compile(r"(?<!\w)PGĐ(?!\w)"), "Phó Giám đốc"),
    (re.compile(r"(?<!\w)GĐ(?!\w)"), "Giám đốc"),
    (re.compile(r"^VP(?= |$)"), "Văn phòng"),
)
"""The offices' usual abbreviations, which papers spell out."""


def in_full(text: str) -> str:
    """Offices and addresses without their abbreviations."""
    several = re.sub(r"(?<![\w/])các đ/c(?![\w/])", "các đồng chí", text, flags=re.IGNORECASE)
    for short, full in _SHORT:
        several = short.sub(full, several)
    return several


def _in_full(piece: Piece) -> Piece:
    return reworded(piece, in_full(piece.text))
