"""Numerals that are no quantities: dates, hours, years, document numbers, phones, headings, numbers inside names.

In: a text and its tokens. Out: the tokens whose digits count nothing. Every pattern is bounded, so the work is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.quantity.amounts import Source
from reportgen.quantity.counters import GROUPS
from reportgen.quantity.measure import measure_at
from reportgen.quantity.tokens import Gap, Kind, fold, phrase_before
from reportgen.quantity.words import BEFORE, Role

_D, _M = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])"
_DAYTIME = "(?:(?:sáng|trưa|chiều|tối|đêm|từ|đến|hết) )?ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng|mồng|dịp"

_SPANS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        # Dates: 14/12/2023, 14-12-2023, 14.12.2023; 11/2023; year pairs 2021 - 2026.
        (r"(?<![\w.,/])[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:19|20)[0-9]{2}(?![\w])", 0),
        (r"(?<![\w.,/])[0-9]{1,2}/(?:19|20)[0-9]{2}(?![\w]|[.,][0-9])", 0),
        (r"(?<![\w.,/])(?:19|20)[0-9]{2} ?[-–/] ?(?:19|20)[0-9]{2}(?![\w]|[.,][0-9])", 0),
        # Days of a month: 15-20/11, 15/10 - 20/11; ngày 20-11, sáng 20/11, but no "mỗi ngày 5-10 lượt".
        (rf"(?<![\w.,/]){_D} ?[-–] ?{_D}/{_M}(?![\w/]|[.,][0-9])", 0),
        (rf"(?<![\w.,/]){_D}/{_M} ?[-–] ?{_D}/{_M}(?![\w/]|[.,][0-9])", 0),
        (rf"(?<!\w)(?<!mỗi )(?<!một )(?<!hằng )(?:{_DAYTIME}) {_D}[-/]{_M}(?![\w/-]|[.,][0-9])", re.IGNORECASE),
        # Numbers of documents: 215/BC-UBND, 30/2020/NĐ-CP, 05-NQ/ĐU, 14159:2024.
        (
            r"(?<![\w.,/])[0-9]{1,6}[a-z]?(?:/[0-9]{4})?[/-]"
            r"[A-ZĐƯ]{2,12}[0-9]{0,2}(?:[-/&][A-ZĐƯ]{1,12}[0-9]{0,2}){0,4}(?!\w)",
            0,
        ),
        (r"(?<![\w.,])[0-9]{1,6}:(?:19|20)[0-9]{2}(?![\w])", 0),
        # Hours: 8 giờ 00, 8h00, 07 giờ 30 phút, 14h, 14:30.
        (r"(?<![\w.,/])(?:[01]?[0-9]|2[0-4])\s?(?:giờ|h|g)(?:\s?[0-5][0-9](?:\s?(?:phút|'|’|p))?)?(?![\w²])", 0),
        (r"(?<![\w.,/:])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?![\w:])", 0),
        # Phones: 0203.3854.123, 0912 345 678, +84 203 385 4123, 1900 1234.
        (r"(?<![\w.,])(?:\+84|0)[ .-]?[0-9]{1,4}[ .-]?[0-9]{3,4}[ .-]?[0-9]{3,4}(?!\w)", 0),
        (r"(?<![\w.,])1[89]00[ .][0-9]{4}(?!\w)", 0),
        # Headings and items at the start of a line: 1., 1.1., 2), 1/, "1.1 Thu"; (1), [1] anywhere.
        (r"^[ \t>#*_+-]{0,8}\(?[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)](?![0-9%])(?=\s|[^\W\d_]|[*_]|$)", re.MULTILINE),
        (r"^[ \t>#*_+-]{0,8}[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[ \t]{1,4}[*_]{0,2}[A-ZĐÀ-Ỹ][^\W\d_]?)", re.MULTILINE),
        (r"^[ \t>#*_+-]{0,8}[0-9]{1,2}/(?=[ \t]+[^\W\d_])", re.MULTILINE),
        (r"\([0-9]{1,2}\)|\[[0-9]{1,3}\]", 0),
        # Addresses.
        (r"(?:https?://|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w.-]{1,200}", 0),
        # Periods: 6 tháng đầu năm, 9 tháng năm 2023.
        (r"(?<![\w.,/])[0-9]{1,2}\s(?:tháng|quý)\s(?:đầu|cuối)\s", 0),
        (r"(?<![\w.,/])[0-9]{1,2}\stháng\snăm\s(?:19|20)[0-9]{2}(?!\w)", 0),
    )
)  # fmt: skip

_PLAIN = re.compile(
    r"[1-9][0-9]{0,2}(?:\.[0-9]{3})*(?:,[0-9]+)? ?(?:[%‰]|(?!(?:giờ|h|g)(?![\w²])|tháng|quý)[^\W\d_][^\d/:@]*)"
)
"""A lone numeral with its unit, as most fields are: nothing of `_SPANS` can cover it."""

_PLACES = """
khu phố, khu, khu dân cư, khu vực, phường, xã, thôn, xóm, ấp, bản, làng, khóm, buôn, tổ, tổ dân phố, tổ nhân dân, đội,
quận, huyện, cụm, chi bộ, chi hội, đường, phố, ngõ, ngách, hẻm, nhà số, số nhà, quốc lộ, ql, tỉnh lộ, tl, hương lộ,
km, lô, tầng, phòng, trạm, vùng, tiểu khu, đảng bộ, chi đoàn, trường, nhà văn hóa khu, nhà văn hóa thôn
"""

_DOCUMENTS = """
nghị quyết, quyết định, chỉ thị, kế hoạch, kết luận, thông báo, công văn, báo cáo, tờ trình, đề án, nghị định, thông
tư, luật, hướng dẫn, quy định, văn bản, chương trình, điều, khoản, mục, chương, phần, phụ lục, bảng, biểu, mẫu, hình,
ảnh, trang, dự án, tiểu dự án, tiêu chí, nhiệm vụ, chuyên đề, tập, hiến pháp, pháp lệnh, đơn số, bài, số tài khoản,
stk
"""

_ORDERS = """
tháng, quý, lần thứ, khóa, kỳ họp thứ, kỳ họp, phiên họp thứ, phiên thứ, lần, đợt, vòng, mũi, giai đoạn, cấp, cấp độ,
mức độ, mức, hạng, loại, nhóm, lớp, khối, giải, thứ, ngày, mùng, mồng, hôm, sáng, trưa, chiều, tối, đêm, quyển, kỳ,
hội nghị lần thứ, đại hội lần thứ, đt, điện thoại, sđt, hotline, tel, fax, tiết, tuần thứ, năm thứ, nhóm nợ, bậc, thế
kỷ, top
"""

_LISTS = (_PLACES, _DOCUMENTS, _ORDERS)
NAME_WORDS = {
    fold(word): fold(word) for table in _LISTS for word in (" ".join(item.split()) for item in table.split(","))
}
"""Folded words that a number behind them belongs to: `thôn 3`, `Điều 5`, `tháng 11`."""

_BETWEEN = (frozenset((fold("số"),)), frozenset((":",)))
"""What may stand between such a word and its number: `Nghị quyết số 05`, `ĐT: 3854123`."""

GRANTING = frozenset(("cấp",))
"""Words that are verbs where things or people follow the number: `cấp 54 thẻ`, `trợ cấp 15 hộ`; `cấp 3` is a level."""

_FRACTION_OF = frozenset(("số", "tổng", "diện"))
"""What a fraction is of: `3/4 số hộ`, `2/3 diện tích`."""

_LIST_MARKS = frozenset((",", "và", "-", "–", ";", fold("đến"), "&"))
_COUNTED = frozenset(("đạt", "có", "được", "là", "còn", ":", "(", fold("bằng"), "=", "ước", "giảm", "tăng"))
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DAY = re.compile(r"0?[1-9]|[12][0-9]|3[01]")
_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_ORDINAL = re.compile(r"[0-9]{1,6}")


def not_counted(source: Source) -> frozenset[int]:
    """The indexes of the number tokens that are no quantities."""
    masked = set(_inside_spans(source))
    for index, token in enumerate(source.tokens):
        if token.kind is Kind.NUMBER and index not in masked:
            masked.update(_as_name(source, index, masked) or _as_date(source, index) or _as_code(source, index))
    return frozenset(masked)


def _inside_spans(source: Source) -> Iterator[int]:
    if _PLAIN.fullmatch(source.text):
        return
    covered = bytearray(len(source.text) + 1)
    for pattern in _SPANS:
        for found in pattern.finditer(source.text):
            start, end = found.span()
            covered[start:end] = b"\1" * (end - start)
    for index, token in enumerate(source.tokens):
        if token.kind is Kind.NUMBER and covered[token.start]:
            yield index


def _as_name(source: Source, index: int, masked: set[int]) -> tuple[int, ...]:
    """The numerals of a name from `index` on: one, or a list of them (`thôn 3, 5 và 7`); none if it is no name."""
    place = index
    for marks in reversed(_BETWEEN):
        if source.key(place - 1) in marks:
            place -= 1
    word = phrase_before(source.tokens, place, NAME_WORDS)
    if word is None or source.tokens[index].gap > Gap.SPACE or not _ORDINAL.fullmatch(source.tokens[index].text):
        return _listed_as_name(source, index) if word and not _measured(source, index) else ()
    counted = source.is_number(word.at - 1) and word.at - 1 not in masked
    if counted or _ranked(source, place, word.at, index) or _measured(source, index):
        return ()
    if source.key(place - 1) in GRANTING and _counts_things(source, index):
        return ()
    if source.key(index + 1) == "/" and source.is_number(index + 2):
        return (index, index + 2)
    return (index, *_more_of_list(source, index + 1))


def _listed_as_name(source: Source, index: int) -> tuple[int, ...]:
    """`khu 1,2` without a space is one token."""
    return (index,) if re.fullmatch(r"[0-9]{1,2}(?:,[0-9]{1,2}){1,9}", source.tokens[index].text) else ()


def _ranked(source: Source, place: int, named_from: int, index: int) -> bool:
    """Whether the number is a rank: `xếp thứ 3`, `thứ 1/17`; `lần thứ 25` and `thứ 3` alone are names."""
    rank = phrase_before(source.tokens, place, BEFORE)
    if rank is None or rank.value.role is not Role.RANK or rank.at > named_from:
        return False
    return place - rank.at > 1 or source.key(index + 1) == "/"


def _measured(source: Source, index: int) -> bool:
    """Whether the number counts after all, for what follows it: `đường 5 km`, `ngày 241,9 tấn`."""
    after = measure_at(source.tokens, index + 1)
    return after is not None and (after.physical or after.scaled)


def _counts_things(source: Source, index: int) -> bool:
    """Whether people, things or events are counted there, no bodies or places."""
    after = measure_at(source.tokens, index + 1)
    return after is not None and fold(after.name) not in GROUPS


def _more_of_list(source: Source, index: int) -> Iterator[int]:
    while source.key(index) in _LIST_MARKS and source.is_number(index + 1):
        if not _bare_ordinal(source, index + 1):
            return
        yield index + 1
        index += 2


def _bare_ordinal(source: Source, index: int) -> bool:
    after = source.key(index + 1)
    return (
        len(source.tokens[index].text) <= 2 and after not in ("%", "/") and measure_at(source.tokens, index + 1) is None
    )


def _as_date(source: Source, index: int) -> tuple[int, ...]:
    """A year, or a day and month without unit: `năm 2023`, `15/12`, `20-11`."""
    text = source.tokens[index].text
    if _YEAR.fullmatch(text) and (source.key(index - 1) == "năm" or measure_at(source.tokens, index + 1) is None):
        return (index,)
    if source.key(index + 1) not in ("/", "-") or not source.is_number(index + 2):
        return ()
    if not (_DAY.fullmatch(text) and _MONTH.fullmatch(source.tokens[index + 2].text)):
        return ()
    unit, followed = measure_at(source.tokens, index + 1), measure_at(source.tokens, index + 3)
    glued = source.tokens[index + 1].gap is Gap.NONE is source.tokens[index + 2].gap
    shared = source.key(index + 3) in _FRACTION_OF
    dated = glued and unit is None and followed is None and not shared and source.key(index - 1) not in _COUNTED
    return (index, index + 2) if dated else ()


def _as_code(source: Source, index: int) -> tuple[int, ...]:
    """Digits joined to letters: `COVID-19`, `BC/2023`, `4G`; `550ha` is none, for ha is a unit."""
    token, before = source.tokens[index], source.key(index - 1)
    joined = before in ("-", "/") and token.gap is Gap.NONE is source.tokens[index - 1].gap and index > 1
    if joined and source.tokens[index - 2].kind is Kind.WORD and source.tokens[index - 2].text.isupper():
        return (index,)
    after = source.tokens[index + 1] if index + 1 < len(source.tokens) else None
    if after and after.kind is Kind.WORD and after.gap is Gap.NONE and measure_at(source.tokens, index + 1) is None:
        return (index,)
    return ()
