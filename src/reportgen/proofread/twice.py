"""One thing said twice: digits and words, how many parts a unit has, an indicator with two values in one paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportgen.figures import intervals
from reportgen.proofread.broken import Broken
from reportgen.proofread.finding import Kind
from reportgen.proofread.mentions import PERCENT, YEAR, Mention, Part
from reportgen.proofread.reckoning import alike, amount, opened
from reportgen.quantity import Relation, parse_unit, write_number
from reportgen.vietnamese.spoken import spoken

_IN_WORDS = re.compile(r"\s*\((?:viết )?(?:bằng chữ\s*:?\s*)?(?P<words>[^()\d]{2,200})\)")
_WORD = re.compile(r"\w+")
_CURRENCY = frozenset({"đồng", "chẵn", "việt", "nam"})


def in_words(found: Sequence[Mention]) -> Iterator[Broken]:
    """`14.205.000.000 đồng (mười bốn tỷ hai trăm năm mươi triệu đồng)`."""
    for mention in found:
        said = _IN_WORDS.match(mention.tail)
        if said is None or mention.quantity.of is not None or mention.quantity.upper is not None:
            continue
        words = _WORD.findall(said["words"])
        number = spoken(words)
        if number is None or not _only_unit(words[number[1] :], mention):
            continue
        value, quantity = Fraction(number[0]), mention.quantity
        unit, base = parse_unit(quantity.unit_text), parse_unit(quantity.unit)
        scale = unit.factor / base.factor if unit is not None and base is not None else Fraction(1)
        low, high = Fraction(quantity.written_low), Fraction(quantity.written_high)
        if not any(low <= value * by <= high for by in (1, scale)):
            yield Broken(Kind.TWICE, mention, f"“{said['words'].strip()}” = {write_number(value)}", variant="words")


def _only_unit(rest: Sequence[str], mention: Mention) -> bool:
    known = {*_CURRENCY, *mention.quantity.unit.split(), *mention.quantity.unit_text.lower().split()}
    return all(word in known for word in rest)


STRUCTURAL = frozenset(
    {"tổ dân phố", "thôn", "khu phố", "khu dân cư", "xóm", "ấp", "bản", "khóm", "buôn", "làng", "khu", "chi bộ"}
)
"""What a unit is divided into: there is one number of them."""
_UNIT_HAS = re.compile(
    r"(?:(?:toàn|cả|hiện) (?:xã|phường|thị trấn|đặc khu|địa bàn)"
    r"|(?:xã|phường|thị trấn|đặc khu|đảng bộ)(?: [^\d,;.]{0,30})?)"
    r"\s+(?:hiện\s+)?(?:nay\s+)?(?:có|gồm(?: có)?)\s*$"
)
_UNRESTRICTED = re.compile(r"\s*(?:[.,;)]|$|với\s|và\s)")
_REACHED = re.compile(r"\s*(?:[.,;)]|$|đạt danh hiệu|đạt chuẩn văn hóa|được công nhận|văn hóa)")
MERGED = re.compile(r"sáp nhập|sắp xếp|chia tách|hợp nhất|giải thể")


@dataclass(frozen=True, slots=True)
class Told:
    """A level as a paper tells it: its name and period, and where."""

    name: str
    period: str
    mention: Mention
    place: int
    """Which sentence of the paper."""


def declared(found: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """The parts that a unit is said to have: `Toàn phường có 26 tổ dân phố.`"""
    for mention in found:
        quantity = mention.quantity
        plain = quantity.relation is Relation.EQUAL and not quantity.hedges and quantity.upper is None
        if quantity.unit not in STRUCTURAL or quantity.of is not None or not plain or mention.part is not Part.LEVEL:
            continue
        if _UNIT_HAS.search(mention.lead) and _UNRESTRICTED.match(mention.tail):
            yield quantity.unit, mention


def against_declared(found: Sequence[Mention], known: Mapping[str, Mention]) -> Iterator[tuple[Broken, Mention]]:
    """n/m of more parts than the unit has, or of fewer where nothing narrows them."""
    for mention in found:
        quantity = mention.quantity
        base = known.get(quantity.unit)
        if base is None or base is mention or quantity.unit not in STRUCTURAL:
            continue
        number = quantity.of
        if number is None:
            again = _UNIT_HAS.search(mention.lead) and _UNRESTRICTED.match(mention.tail)
            number = quantity.value if again and mention.part is Part.LEVEL and not quantity.hedges else None
        if number is None or number == base.quantity.value:
            continue
        if number > base.quantity.value or _REACHED.match(mention.tail):
            first, second = (write_number(one) for one in (base.quantity.value, number))
            yield Broken(Kind.TWICE, mention, f"{first} và {second} {quantity.unit}"), base


_HEADS = re.compile(
    r"^(?:tổng )?(?:thu ngân sách|chi ngân sách|giá trị sản xuất|thu nhập bình quân|tỷ lệ hộ nghèo|tỷ lệ hộ cận nghèo"
    r"|tỷ lệ bao phủ|diện tích gieo trồng|diện tích gieo cấy|sản lượng lương thực|sản lượng thủy sản|dân số|đàn gia súc"
    r"|đàn gia cầm|đàn lợn|đàn trâu|đàn bò|vốn đầu tư|thu thuế|tỷ lệ che phủ|tỷ lệ hộ dân|tỷ lệ chất thải"
    r"|tốc độ tăng trưởng|số hộ nghèo|bình quân lương thực|doanh thu)"
)
"""What a unit has one value of in a year; only such names are held against one another."""
_EDGES = re.compile(r"[.,;:(–]|(?<!\w)(?:trong đó|gồm|nhất là)(?!\w)")
_TRIMMED = re.compile(
    r"(?<!\w)(?:ước|tính|thực hiện|đạt được|đạt|là|còn|ở mức|có|lên|được|khoảng|hơn|gần|trên|xấp xỉ|bằng|kết quả|cả năm"
    rf"|năm {YEAR}|toàn (?:xã|phường|thị trấn)|của (?:xã|phường|thị trấn)|đến hết tháng \d+(?:/{YEAR})?"
    rf"|đến ngày [\d/]+|đến nay|hết năm {YEAR})(?!\w)"
)
_PERIOD = re.compile(
    rf"năm ({YEAR})|(\d+) tháng|quý ([ivx]+|\d)|(cùng kỳ)|(tháng \d+)|(vụ \w+)|(nhiệm kỳ)|(giai đoạn)|(mỗi|hằng|hàng)"
)
_ASIDE = re.compile(
    r"phấn đấu|mục tiêu|kế hoạch năm|chỉ tiêu|dự kiến|dự toán|đề ra|nghị quyết|so với|từ|đề nghị|nhiệm vụ"
)


def name_in(lead: str) -> str:
    """The name of a figure in the words before it: those of its clause, without what says how it was reached."""
    start = max((edge.end() for edge in _EDGES.finditer(lead)), default=0)
    return " ".join(_TRIMMED.sub(" ", lead[start:]).split())


def named(found: Sequence[Mention], place: int) -> Iterator[Told]:
    """The unit's own indicators with their values."""
    for mention in found:
        quantity = mention.quantity
        if mention.part is not Part.LEVEL or quantity.of is not None or mention.depth or not quantity.unit:
            continue
        name = name_in(mention.lead)
        if _ASIDE.search(mention.lead) or quantity.upper is not None or not _HEADS.match(name):
            continue
        period = " ".join(sorted({found.group() for found in _PERIOD.finditer(mention.lead)}))
        if len(name.split()) > 1 and len(name) < 120:
            yield Told(name, period, mention, place)


def differing(first: Told, second: Told) -> Broken | None:
    """The later of two values of one indicator, where no rounding and no hedge brings them together."""
    if first.name != second.name or not _same_period(first.period, second.period):
        return None
    one, other = opened(first.mention.quantity), opened(second.mention.quantity)
    if one is None or other is None or (one.unit in PERCENT) is not (other.unit in PERCENT):
        return None
    other = alike(other, one)
    here = intervals.in_unit(intervals.written(other), one.unit) if other is not None else None
    if here is None:
        return None
    there = intervals.written(one)
    if here.low <= there.high and there.low <= here.high:
        return None
    return Broken(Kind.TWICE, second.mention, f"{amount(first.mention.quantity)} và {amount(second.mention.quantity)}")


def _same_period(first: str, second: str) -> bool:
    years = [set(re.findall(YEAR, words)) for words in (first, second)]
    others = [re.sub(rf"năm {YEAR}", "", words).split() for words in (first, second)]
    return others[0] == others[1] and (not years[0] or not years[1] or years[0] == years[1])


_AHEAD = re.compile(
    r"phấn đấu|mục tiêu|phương hướng|chỉ tiêu (?:chủ yếu|chính|năm)|nhiệm vụ (?:trọng tâm|năm|chủ yếu)|dự kiến"
)
_BACK = re.compile(r"kết quả (?:đạt được|thực hiện|cụ thể)|đã (?:đạt|thực hiện|hoàn thành)|đánh giá chung|tình hình")


_TITLED = re.compile(r"tổng kết|báo cáo|kết quả")
"""A title tells of both years; what follows it tells of the one that is over."""


HEADING = 150
"""A sentence shorter than that, without a stop, is a heading or opens a list: what it says holds for what follows."""


def looks_ahead(plain: str, before: bool) -> tuple[bool, bool]:
    """Whether a sentence tells of targets, and whether what follows it does: from a heading or a colon that says so on,
    up to a sentence that tells of results again."""
    if _AHEAD.search(plain) is None:
        still = before and not _BACK.search(plain)
        return still, still
    if _TITLED.search(plain):
        return False, False
    opens = len(plain) < HEADING and not plain.rstrip().endswith((".", ";"))
    return True, before or opens
