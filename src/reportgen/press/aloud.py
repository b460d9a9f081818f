"""A text as it is read aloud over loudspeakers: every number, date, hour, unit, sign and abbreviation in words.

ước đạt 41,795 tỷ đồng, bằng 100,3% kế hoạch    ->  ước đạt bốn mươi mốt phẩy bảy trăm chín mươi lăm tỷ đồng, bằng …
ngày 14/12/2023                                 ->  ngày mười bốn tháng mười hai năm hai nghìn không trăm hai mươi ba
7/10 khu; 95 - 97%; HĐND                        ->  bảy trên mười khu; chín mươi lăm đến …; Hội đồng nhân dân

Rules in a row, each for one kind of writing; what an earlier one has read a later one does not see. An abbreviation
that no table holds is spelt by the names of its letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from reportgen.names.indicators import COMMON
from reportgen.vietnamese.letters import ROMAN
from reportgen.vietnamese.numerals import DIGITS, decimal_in_words, digit_by_digit, in_words

SPELT: Mapping[str, str] = MappingProxyType(
    {
        **COMMON,
        "ATM": "a tê em", "BCH": "Ban Chấp hành", "BTV": "Ban Thường vụ", "CA": "Công an", "CCB": "Cựu chiến binh",
        "COVID": "cô vít", "COVID-19": "cô vít mười chín", "CP": "Chính phủ", "DN": "doanh nghiệp",
        "HĐND": "Hội đồng nhân dân", "HND": "Hội Nông dân", "KDC": "khu dân cư", "KH": "kế hoạch",
        "LĐLĐ": "Liên đoàn Lao động", "LHPN": "Liên hiệp Phụ nữ", "MTTQ": "Mặt trận Tổ quốc", "OCOP": "ô cốp",
        "QR": "quy rờ", "TDP": "tổ dân phố", "THPT": "trung học phổ thông", "TNCS": "Thanh niên Cộng sản",
        "TNHH": "trách nhiệm hữu hạn", "TP": "thành phố", "TTg": "Thủ tướng Chính phủ", "TW": "Trung ương",
        "TƯ": "Trung ương", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc", "UBND": "Ủy ban nhân dân", "USD": "đô la Mỹ",
        "VH-XH": "văn hóa, xã hội", "VNĐ": "đồng",
    }
)  # fmt: skip
"""Abbreviation → the words that are read for it."""
_NAMES = (
    "A a, Ă á, Â ớ, B bê, C xê, D dê, Đ đê, E e, Ê ê, F ép, G giê, H hát, I i, J gi, K ca, L e lờ, M em mờ, N en nờ, "
    "O o, Ô ô, Ơ ơ, P pê, Q quy, R e rờ, S ét, T tê, U u, Ư ư, V vê, W vê kép, X ích, Y i dài, Z dét"
)
LETTERS: Mapping[str, str] = MappingProxyType({one[0]: one[2:] for one in _NAMES.split(", ")})
"""The names of letters, by which an abbreviation is spelt that no table knows."""
MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "km²": "ki-lô-mét vuông", "km2": "ki-lô-mét vuông", "m²": "mét vuông", "m2": "mét vuông", "m³": "mét khối",
        "m3": "mét khối", "ha": "héc-ta", "km": "ki-lô-mét", "kg": "ki-lô-gam", "cm": "xen-ti-mét", "mm": "mi-li-mét",
        "m": "mét", "g": "gam", "kWh": "ki-lô-oát giờ", "kW": "ki-lô-oát", "kWp": "ki-lô-oát píc", "kV": "ki-lô-vôn",
        "kVA": "ki-lô-vôn am-pe", "l": "lít", "%": "phần trăm", "‰": "phần nghìn", "°C": "độ xê", "đ": "đồng",
    }
)  # fmt: skip
"""Sign behind a number → the words that are read for it."""
SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "≥": "ít nhất ",
        "≤": "không quá ",
        ">": "trên ",
        "<": "dưới ",
        "±": "cộng trừ ",
        "+": "cộng ",
        "&": "và",
        "=": "bằng",
    }
)
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_TENTH = 10
FIRST_OF_A_MONTH = "mùng"


def read_aloud(text: str, declared: Mapping[str, str] = MappingProxyType({})) -> str:
    """The text in words. `declared`: abbreviations of the input, which come before the usual ones."""
    words = _DOCUMENT.sub(_document, text.replace("\u00a0", " ").replace("\u202f", " "))
    words = _ROMAN.sub(_roman, words)
    words = _abbreviations({**SPELT, **declared})(words)
    for pattern, read in RULES:
        words = pattern.sub(read, words)
    return re.sub(r" {2,}", " ", words).strip()


def number_aloud(written: str) -> str:
    """`7.575,0`, `05`, `41,795` in words; a long row of digits that begins with a zero digit by digit."""
    whole, _, decimals = written.replace(".", "").partition(",")
    if whole.startswith("0") and len(whole) > 2:
        return digit_by_digit(whole)
    return decimal_in_words(whole, decimals)


def day_aloud(day: int) -> str:
    """`mùng năm`, `mười bốn`: the day of a month."""
    return f"{FIRST_OF_A_MONTH} {in_words(day)}" if day <= _TENTH else in_words(day)


def month_aloud(month: int) -> str:
    """`tháng tư`, `tháng mười hai`."""
    return "tháng tư" if month == 4 else f"tháng {in_words(month)}"


def _year(found: str | None) -> str:
    return f" năm {in_words(int(found))}" if found else ""


def _date(found: re.Match[str]) -> str:
    """`sáng 26/12` is `sáng ngày hai mươi sáu …`; two days of one month are read with what stands between them."""
    before = found["before"] or ""
    said = before if "ngày" in before.lower() else f"{before}ngày "
    last = f"{_BETWEEN[found['joiner'].strip()]}{day_aloud(int(found['last']))}" if found["last"] else ""
    year = _year(found.groupdict().get("year"))
    return f"{said}{day_aloud(int(found['day']))}{last} {month_aloud(int(found['month']))}{year}"


_BETWEEN = {"-": " đến ", "–": " đến ", "và": " và ", "đến": " đến "}


def _spoken_date(found: re.Match[str]) -> str:
    return f"ngày {day_aloud(int(found[1]))} {month_aloud(int(found[2]))}{_year(found[3])}"


def _hour(found: re.Match[str]) -> str:
    minutes = int(found["minutes"] or 0)
    return f"{in_words(int(found['hour']))} giờ" + (f" {in_words(minutes)} phút" if minutes else "")


def _document(found: re.Match[str]) -> str:
    return f"số {in_words(int(found['number']))}{_year(found['year'])}"


def _roman(found: re.Match[str]) -> str:
    values = [_ROMAN_DIGITS[letter] for letter in found[2]]
    value = sum(-at if at < after else at for at, after in zip(values, [*values[1:], 0], strict=True))
    return f"{found[1]}{_ordinal(value) if found[1].strip().lower() == 'thứ' else in_words(value)}"


_ROMAN_DIGITS = {letter: value for value, letter in ROMAN if len(letter) == 1}


def _ordinal(number: int) -> str:
    return {1: "nhất", 4: "tư"}.get(number, in_words(number))


def _per(found: re.Match[str]) -> str:
    """`đồng/người/năm` is `đồng một người một năm`."""
    first, *others = found.group().split("/")
    return " một ".join([first, *(MEASURES.get(one, one) for one in others)])


_MEASURE = "|".join(map(re.escape, sorted(MEASURES, key=len, reverse=True)))
_NOUN = r"[^\W\d_]+"
_DOCUMENT = re.compile(r"\bsố (?P<number>\d{1,5})(?:/(?P<year>(?:19|20)\d\d))?[/-][A-ZĐ]{1,5}\w*(?:[/-][A-ZĐ]\w*)*")
"""Nghị quyết số 12/NQ-HĐND, Nghị định số 30/2020/NĐ-CP: the symbol is not read."""
_ROMAN = re.compile(r"\b((?i:quý|thứ|khóa|kỳ|đợt|phần|chương|hạng|loại|cấp) )([IVX]{1,5})\b")
"""quý I, lần thứ XIII"""
_BEFORE_A_DAY = r"\b(?:ngày|sáng|trưa|chiều|tối) "
_DAYS = r"(?<![\d.,/])(?P<day>[0-3]?\d)(?:(?P<joiner> ?[-–] ?| và | đến )(?P<last>[0-3]?\d))?/(?P<month>1[0-2]|0?[1-9])"
RULES: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = (
    # 14/12/2023, 14-15/12/2023; without a year only behind a word that says that it is a day
    (re.compile(rf"(?P<before>{_BEFORE_A_DAY})?{_DAYS}/(?P<year>(?:19|20)\d\d)(?![\d/])", re.IGNORECASE), _date),
    (re.compile(rf"(?P<before>{_BEFORE_A_DAY}){_DAYS}(?![\d/%])", re.IGNORECASE), _date),
    (re.compile(r"\bngày (\d{1,2}) tháng (\d{1,2})(?: năm (\d{4}))?"), _spoken_date),
    (re.compile(r"\b(tháng )0?(\d{1,2})/((?:19|20)\d\d)\b"), lambda m: f"{month_aloud(int(m[2]))}{_year(m[3])}"),
    (re.compile(r"\btháng 0?(1[0-2]|[1-9])(?!\d|[,.]\d)"), lambda m: month_aloud(int(m[1]))),
    # 7h30, 07 giờ 30 phút
    (re.compile(r"\b(?P<hour>[0-2]?\d) ?(?:h|giờ)(?: ?(?P<minutes>[0-5]\d)(?: phút)?)?(?!\w)"), _hour),
    (re.compile(r"\b(thứ )(\d{1,2})(?![\d./]|,\d)"), lambda m: f"{m[1]}{_ordinal(int(m[2]))}"),
    # 7/10 khu
    (re.compile(rf"(?<![\d/])({_NUMBER})/({_NUMBER})(?![\d/])"), lambda m: f"{m[1]} trên {m[2]}"),
    # 95 - 97%, 2021 - 2025
    (re.compile(rf"({_NUMBER}) ?[-–] ?(?=\d)"), lambda m: f"{m[1]} đến "),
    (re.compile(rf"(?<=\d) ?({_MEASURE})(?![^\W\d_])"), lambda m: f" {MEASURES[m[1]]}"),
    (re.compile("(?<!\\w)(?:km[²2]|m[²³])", re.IGNORECASE), lambda m: MEASURES[m.group().lower()]),
    (re.compile("[²³]"), lambda m: {"²": " vuông", "³": " khối"}[m.group()]),
    (re.compile(r"\bđiểm %"), lambda _: "điểm phần trăm"),
    (re.compile("%"), lambda _: " phần trăm"),
    (re.compile(rf"{_NOUN}(?:/{_NOUN}[²³]?)+"), _per),
    (re.compile(f"[{''.join(SIGNS)}] ?"), lambda m: SIGNS[m.group().strip()]),
    (re.compile(_NUMBER), lambda m: f" {number_aloud(m.group())} "),
    (re.compile(r"\d"), lambda m: f" {DIGITS[int(m.group())]} "),
    (re.compile(r" +([.,;:!?)”])"), lambda m: m[1]),
    (re.compile(r"([(“]) +"), lambda m: m[1]),
    # kinh tế - xã hội
    (re.compile(r" [-–] "), lambda _: ", "),
    (re.compile("[/_*#|~^]"), lambda _: " "),
)
"""What is written → what is read, in this order."""


def _abbreviations(full: Mapping[str, str]) -> Callable[[str], str]:
    known = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, sorted(full, key=len, reverse=True)))})(?![\w-])")

    def read(words: str) -> str:
        return _SHORT.sub(_by_letters, known.sub(lambda found: full[found[1]], words))

    return read


_SHORT = re.compile(r"(?<![\w-])[A-ZĐĂÂÊÔƠƯ]{2,6}(?:-[A-ZĐĂÂÊÔƠƯ]{1,6})*(?![\w-])")
"""Capitals that are no word of Vietnamese: they hold no vowel with a tone mark."""


def _by_letters(found: re.Match[str]) -> str:
    return " ".join(LETTERS[letter] for letter in found.group() if letter in LETTERS)
