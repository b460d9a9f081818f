"""What no official paper contains, whatever it came from: doubled words, lost marks, stray signs, common misspellings.

In: a text. Out: slips with their places. The rules are a table; the same ones read an input and a finished paper.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from reportgen.vietnamese.accents import lost_marks

Found = Iterator[tuple[int, int, dict[str, str]]]


class Slip(NamedTuple):
    """A slip of a kind, a name of `RULES`; `values` are what its message says."""

    kind: str
    start: int
    end: int
    values: dict[str, str]


def slips(text: str) -> Iterator[Slip]:
    """All slips of a text, rule by rule."""
    for kind, rule in RULES.items():
        yield from (Slip(kind, start, end, values) for start, end, values in rule(text))


_DOUBLED = re.compile(r"(?<![\w/.,-])([^\W\d_]+(?: [^\W\d_]+){0,4})[ \u00a0]+\1(?![\w/-])", re.IGNORECASE)
_SAID_ONCE = """
tại của và các là đã được có cho với để trong trên từ những đạt do về bằng cùng đến theo này bị sẽ đang gồm như khi nên
tỉnh xã phường thôn huyện còn rất chưa cũng đều vẫn một hoặc nhưng mà
"""
SAID_ONCE = frozenset(_SAID_ONCE.split())
"""Words of one syllable that nothing doubles; others meet at the border of two words: `thi công công trình`."""
_ADDRESSES = re.compile(
    r"(?<!\w)(?:đồng chí (?:các đồng chí|đ/c|ông|bà)|(?:ông|bà) (?:đồng chí|đ/c|ông|bà))(?= [^\W\d_])", re.IGNORECASE
)
_TWICE_A_BODY = re.compile(
    r"(?<!\w)(?:Ủy ban nhân dân UBND|UBND Ủy ban nhân dân|Hội đồng nhân dân HĐND|Đảng ủy ĐU)(?!\w)"
)


def doubled(text: str) -> Found:
    """`tại tại Hội trường`, `đồng chí ông`, `Ủy ban nhân dân UBND xã`."""
    for found in _DOUBLED.finditer(text):
        if " " in found[1] or found[1].lower() in SAID_ONCE:
            yield *found.span(), {"text": found[0]}
    for sign in (_ADDRESSES, _TWICE_A_BODY):
        yield from ((*found.span(), {"text": found[0]}) for found in sign.finditer(text))


_DOTS = re.compile(r"(?:…|\.{3,})(?=\s*$|\s*[;,.\n]|\s+[^\W\d_])")


def open_ends(text: str) -> Found:
    """`Tiếp tục thực hiện...`: what was left to be filled in."""
    for found in _DOTS.finditer(text):
        yield *found.span(), {}


_WORD = re.compile(r"(?<![\w@/.'’-])[a-zA-Z]{2,}(?![\w@/'’-]|\.\w)")
_TELEX = re.compile(r"(?:dd[a-z]{1,5}|[a-z]{0,4}(?:aa|ee|oo|aw|ow|uw)[a-z]{0,3}[sfrxj])", re.IGNORECASE)
_LOANS = "set net top hot chat kit clip test boot jeep wow foot look book school root room zoom facebook"
_FOREIGN = frozenset(_LOANS.split())
_ACCENTED = re.compile("[À-ỹĂăĐđƠơƯư]")


def without_marks(text: str) -> Found:
    """`Tổ chức doi thoai`, `ddaauf tuw`: words without their marks among words that have them."""
    if not _ACCENTED.search(text):
        return
    for found in _WORD.finditer(text):
        word = found[0]
        telex = _TELEX.fullmatch(word) is not None and word.lower() not in _FOREIGN
        if telex or (word.islower() and word not in _FOREIGN and lost_marks(word)):
            yield *found.span(), {"text": word}


_BARE = re.compile(
    r"(?<!\w)(?P<before>[^\W\d_]+)\s+(?P<number>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?=\s*(?:[.;]\s*$|[.;]\s+\D|$))",
    re.MULTILINE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = """
năm tháng ngày quý số khu phố tổ thôn xóm ấp bản đội điều khoản lục bảng lần thứ đoạn loại hạng tuần khóa kỳ đợt lộ
đường ngõ ngách hẻm kiệt cấp mức độ bước kilomet tiểu vụ lớp nhóm mục phần chương hình biểu mẫu trang phường quận tầng
vùng giờ iii ii i và đến vitamin covid zone km nghị hiệu tập chuẩn đề bài
"""
NUMBERED = frozenset(_NUMBERED.split())
"""Words behind which a number is a name."""


def bare_numbers(text: str) -> Found:
    """`Cùng dự có 80.`: a number at the end of a sentence that counts nothing."""
    for found in _BARE.finditer(text):
        if (
            found["before"].lower() not in NUMBERED
            and not found["before"].isupper()
            and not _YEAR.fullmatch(found["number"])
        ):
            yield *found.span("number"), {"text": found["number"]}


_PAIRS: Mapping[str, str] = {")": "(", "]": "[", "”": "“", "»": "«"}
_HALVES = re.compile(f"[{re.escape(''.join([*_PAIRS, *_PAIRS.values()]))}]")
_ITEM_LETTER = re.compile(r"(?:^|[\s;:,.])(?:[a-zđA-Z]|\d{1,2}|[ivxIVX]{1,4})\)")


def unpaired(text: str) -> Found:
    """A bracket or a quotation mark without its other half. `1)` begins an item unless it ends what a bracket began:
    `(khiển trách 2, cảnh cáo 1)`."""
    halves = [(found.start(), found[0]) for found in _HALVES.finditer(text)]
    items = frozenset(found.end() - 1 for found in _ITEM_LETTER.finditer(text)) if halves else frozenset()
    yield from min((list(_alone(halves, labels)) for labels in (items, frozenset[int]())), key=len)


def _alone(halves: Sequence[tuple[int, str]], items: frozenset[int]) -> Found:
    open_ones: list[tuple[str, int]] = []
    for place, letter in halves:
        if letter in _PAIRS.values():
            open_ones.append((letter, place))
        elif place not in items:
            if open_ones and open_ones[-1][0] == _PAIRS[letter]:
                open_ones.pop()
            else:
                yield place, place + 1, {"sign": letter}
    for letter, place in open_ones:
        yield place, place + 1, {"sign": letter}


_STOPS = re.compile(
    r"(?P<twice>,\s*,|;\s*;|:\s*:|(?<![.\d])\.\.(?!\.)|,\s*\.(?!\w)|;\s*\.(?!\.)|\.\s*;|,\s*;)|"
    r"(?P<close>(?<=[^\W\d_])[,;:](?=[^\W\d_])(?!//))|(?P<inside>\( (?=\w)|(?<=\w) \))"
)


def stops(text: str) -> Found:
    """`,,`, `thôn,xóm`, `( 5 hộ )`."""
    for found in _STOPS.finditer(text):
        yield *found.span(), {"text": found[0].strip() or found[0]}


_MISSPELT: Mapping[str, str] = MappingProxyType(
    {
        "sử lý": "xử lý", "sử phạt": "xử phạt", "xuất xắc": "xuất sắc", "suất sắc": "xuất sắc", "bổ xung": "bổ sung",
        "sát nhập": "sáp nhập", "trao dồi": "trau dồi", "tựu chung": "tựu trung", "đường xá": "đường sá",
        "sơ xuất": "sơ suất", "giành cho": "dành cho", "dành thắng lợi": "giành thắng lợi", "kỹ luật": "kỷ luật",
        "kỷ năng": "kỹ năng", "kỷ thuật": "kỹ thuật", "nghành": "ngành", "ngành ngề": "ngành nghề",
        "ngiên cứu": "nghiên cứu", "ngiệp vụ": "nghiệp vụ", "nghĩ hưu": "nghỉ hưu", "sữa chữa": "sửa chữa",
        "sữa đổi": "sửa đổi", "sửa chửa": "sửa chữa", "xảy da": "xảy ra", "chính xát": "chính xác",
        "triễn khai": "triển khai", "phát triễn": "phát triển", "kiễm tra": "kiểm tra", "hổ trợ": "hỗ trợ",
        "hỗ chợ": "hỗ trợ", "tổ chứt": "tổ chức", "cũng cố": "củng cố", "nâng lực": "năng lực", "chử ký": "chữ ký",
        "công tát": "công tác", "kết quã": "kết quả", "vân động": "vận động", "tuyên chuyền": "tuyên truyền",
        "chuyền thống": "truyền thống", "trú trọng": "chú trọng", "trương trình": "chương trình",
        "chỉ chích": "chỉ trích", "1 số": "một số", "1 vài": "một vài", "1 cách": "một cách",
        "lảnh đạo": "lãnh đạo", "giử vững": "giữ vững", "bão đảm": "bảo đảm", "bảo hiễm": "bảo hiểm",
    }
)  # fmt: skip
_SPELT_WRONG = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _MISSPELT))})(?!\w)", re.IGNORECASE)


def misspelt(text: str) -> Found:
    """`sử lý`, `xuất xắc`."""
    for found in _SPELT_WRONG.finditer(text):
        yield *found.span(), {"text": found[0], "right": _MISSPELT[found[0].lower()]}


_BEGINNINGS = """
Và|Đạt|Các|Những|Giúp|Tăng|Giảm|Được|Có|Trong|Thực hiện|Triển khai|Tiếp tục|Xây dựng|Phối hợp|Tuyên truyền|Vận động|
Duy trì|Hoàn thành|Tập trung|Đẩy mạnh|Công tác|Ngoài ra|Tuy nhiên|Bên cạnh|Do đó|Vì vậy|Kết quả
"""
_RUN_TOGETHER = re.compile(
    r"(?<!\w)(?P<before>[^\W\d_]+|(?<![.,])\d[\d.,]*(?<![.,])%?) "
    rf"(?=(?:{_BEGINNINGS.replace(chr(10), '')})(?= (?P<next>\w)))(?P<word>[^\W\d_]+)"
)


def run_together(text: str) -> Found:
    """`… 126 hội viên mới Giúp 05 hội viên …`: a sentence begins where none has ended."""
    for found in _RUN_TOGETHER.finditer(text):
        if found["before"][:1].isupper() or found["next"].isupper():
            continue
        yield *found.span("word"), {"text": found["word"]}


RULES: Mapping[str, Callable[[str], Found]] = MappingProxyType(
    {
        "doubled": doubled,
        "open": open_ends,
        "marks": without_marks,
        "bare": bare_numbers,
        "pair": unpaired,
        "stops": stops,
        "misspelt": misspelt,
        "together": run_together,
    }
)
"""Name of a kind → what finds its slips."""
