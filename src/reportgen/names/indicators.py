"""An indicator's name as it stands in mid-sentence, whatever it was typed as: a heading, a verb, an abbreviation.

Thu NSNN                      ->  thu ngân sách nhà nước
Giúp hội viên thoát nghèo     ->  giúp 05 hội viên thoát nghèo
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType

from reportgen.vietnamese.accents import lost_marks
from reportgen.vietnamese.letters import fold

COMMON: Mapping[str, str] = MappingProxyType(
    {
        "ANTT": "an ninh trật tự", "ATGT": "an toàn giao thông", "ATTP": "an toàn thực phẩm", "BQ": "bình quân",
        "BHXH": "bảo hiểm xã hội", "BHYT": "bảo hiểm y tế", "BVMT": "bảo vệ môi trường", "CCHC": "cải cách hành chính",
        "CNTT": "công nghệ thông tin", "DVC": "dịch vụ công", "DVCTT": "dịch vụ công trực tuyến",
        "GCN": "giấy chứng nhận", "GDĐT": "giáo dục và đào tạo", "GĐVH": "gia đình văn hóa",
        "GPMB": "giải phóng mặt bằng",
        "GTNT": "giao thông nông thôn", "GTSX": "giá trị sản xuất", "HTX": "hợp tác xã",
        "KHHGĐ": "kế hoạch hóa gia đình", "KT-XH": "kinh tế - xã hội", "NSNN": "ngân sách nhà nước",
        "NTM": "nông thôn mới", "PCCC": "phòng cháy, chữa cháy", "PCTN": "phòng, chống tham nhũng",
        "QLNN": "quản lý nhà nước", "QP-AN": "quốc phòng - an ninh", "QSDĐ": "quyền sử dụng đất",
        "SDD": "suy dinh dưỡng", "TDTT": "thể dục thể thao", "THCS": "trung học cơ sở", "TNGT": "tai nạn giao thông",
        "TTHC": "thủ tục hành chính", "TTCN": "tiểu thủ công nghiệp", "VHVN": "văn hóa, văn nghệ",
        "VSMT": "vệ sinh môi trường", "XD": "xây dựng", "XDCB": "xây dựng cơ bản", "XKLĐ": "xuất khẩu lao động",
    }
)  # fmt: skip
"""The offices' abbreviations of what is counted and done, and what they stand for."""
_SHORT = re.compile(rf"(?<![\w/&-])(?:{'|'.join(sorted(map(re.escape, COMMON), key=len, reverse=True))})(?![\w/&-])")

_VERBS = (
    "giúp", "tặng", "trao tặng", "trao", "kết nạp", "tổ chức", "xây dựng", "hỗ trợ", "vận động", "thành lập",
    "phát hiện", "xử lý", "giải quyết", "tiếp nhận", "tiếp", "cấp", "mở", "sửa chữa", "làm mới", "nâng cấp",
    "khởi công", "triển khai", "phát triển", "giới thiệu", "tuyên truyền", "hòa giải", "thăm", "thăm hỏi", "khám",
    "tư vấn", "đào tạo", "bồi dưỡng", "tham gia", "duy trì", "ra mắt", "ban hành", "kiểm tra", "giám sát", "bàn giao",
    "huy động", "công nhận", "khen thưởng", "xóa", "cho vay", "trợ giúp", "hiến", "nạo vét", "trồng", "thu gom",
)  # fmt: skip
_VERB = re.compile(rf"({'|'.join(sorted(_VERBS, key=len, reverse=True))})\s+(?=\S)", re.IGNORECASE)
_PROPER = frozenset({"Đảng", "Nhà", "Nhân", "Mặt", "Quốc", "Chính"})
"""First words that may keep their capital: `Đảng bộ`, `Nhà nước`, `Nhân dân`, `Quốc hội`."""
_COMMON_NOUNS = (
    "đảng viên",
    "nhà ở",
    "nhà văn",
    "nhà đại",
    "nhà tình",
    "nhà vệ",
    "nhà dột",
    "quốc phòng",
    "mặt bằng",
    "nhân khẩu",
)

_FEW = re.compile(
    r"\b(?:ho (?:can )?ngheo|ngheo da chieu|sinh con thu (?:3|ba)|tai nan|toi pham|pham toi|pham phap|suy dinh duong|"
    r"tu vong|that nghiep|bo hoc|tao hon|bao luc|vi pham|ma tuy|no xau|no dong|don thu vuot cap|chay no|vu chay)"
)
_MANY = re.compile(
    r"\b(?:thoat|giam|xoa|duoc|ho tro|giup|tang qua|vay|phong|xu ly|giai quyet|phat hien|dieu tra|kham pha|tham gia|"
    r"cai nghien|qua|suat|trao|cham lo|ung ho|dong gop|bao hiem|bhyt|tuyen truyen|khong|ho ngheo co|nha)\b"
)


def readable(name: str, known: Collection[str] = ()) -> str:
    """A name as it is read in mid-sentence: without the capital of a heading, its usual abbreviations in full but for
    those that the text itself explains (`known`)."""
    spelt = _SHORT.sub(lambda short: short[0] if short[0] in known else COMMON[short[0]], name.strip())
    first, _, rest = spelt.partition(" ")
    if not first[:1].isupper() or first[1:] != first[1:].lower() or len(first) == 1:
        return spelt
    proper = first in _PROPER and not spelt.lower().startswith(_COMMON_NOUNS)
    second = rest.partition(" ")[0]
    named = second[:1].isupper() and not (second.isupper() and led_by_verb(spelt) is not None)
    return spelt if proper or named else spelt[:1].lower() + spelt[1:]


def led_by_verb(name: str) -> tuple[str, str] | None:
    """Verb and rest of a name that says what was done: `giúp`, `hội viên thoát nghèo`; None for a thing's name."""
    found = _VERB.match(name)
    return (found[1], name[found.end() :]) if found else None


def shall_be_few(name: str) -> bool:
    """Whether of what a name counts less is better: poverty, accidents, offences; unless it tells what was done about
    them (`hộ nghèo được hỗ trợ`)."""
    plain = fold(name)
    return _FEW.search(plain) is not None and _MANY.search(plain) is None


def is_bare_key(name: str) -> bool:
    """Whether a name was typed without accents, as a key for machines: `doi_thoai`, `ho thoat ngheo`."""
    words = name.replace("_", " ").split()
    plain = all(word.isascii() and word.isalpha() and word.islower() for word in words)
    return plain and ("_" in name or len(words) > 2 or any(lost_marks(word) for word in words))
