"""Units as offices abbreviate them behind a number: `65tr/người`, `186 trđ`, `12 hv`, `03 đ/c`."""

from __future__ import annotations

import re

_SHORT = (
    (re.compile(r"(?<=\d)\s*(?:trđ|tr\.\s?đ|tr\s?đồng|tr\.đồng|tr đ)(?![\w.])", re.IGNORECASE), " triệu đồng"),
    (re.compile(r"(?<=\d)\s*tr(?=\s*/)", re.IGNORECASE), " triệu đồng"),
    (re.compile(r"(?<=\d)\s*tr(?=$|[\s,;.)])"), " triệu đồng"),
    (re.compile(r"(?<=\d)\s*(?:tỷ|tỉ)\s?đ(?![\w.])", re.IGNORECASE), " tỷ đồng"),
    (re.compile(r"(?<=\d)\s*(?:đ/c|đc)(?!\w)"), " đồng chí"),
    (re.compile(r"(?<=\d)\s*hv(?!\w)"), " hội viên"),
    (re.compile(r"(?<=\d)\s*ng(?:\.|(?!\w))"), " người"),
    (re.compile(r"(?<=\d)\s*sp(?!\w)"), " sản phẩm"),
    (re.compile(r"(?<=\d)\s*ccb(?!\w)", re.IGNORECASE), " cựu chiến binh"),
    (re.compile(r"(?<=\d)\s*(?:th|t/h)(?=$|[,;.)])", re.IGNORECASE), " trường hợp"),
)
_UNIT_TWICE = re.compile(r"(?<![\d.,])(\d[\d.,]*)\s+([^\W\d_][^\d/,;()]*?)\s*/\s*(\d[\d.,]*)\s+\2(?![^\W\d_])")
"""`2.104 hộ/2.310 hộ` is `2.104/2.310 hộ`."""


def in_full(text: str) -> str:
    """The text with its units in full; another text is left as it is."""
    for short, full in _SHORT:
        text = short.sub(full, text)
    text = _AT_A_PRICE.sub(r"\g<count> \g<noun> (\g<price> \g<money>/\g<noun>)", text)
    return _TWO_COUNTS.sub(_parted, _UNIT_TWICE.sub(r"\1/\3 \2", text))


_AT_A_PRICE = re.compile(
    r"^(?P<count>\d[\d.]*)\s+(?P<noun>[^\W\d_][^\d/,;()%]*?)\s*[x×]\s*"
    r"(?P<price>\d[\d.,]*)\s*(?P<money>(?:nghìn |triệu |tỷ )?đồng)(?:/(?P=noun))?$"
)
"""`250 suất x 300.000 đồng` is `250 suất (300.000 đồng/suất)`."""
_TWO_COUNTS = re.compile(r"^(\d[\d.]*)\s+([^\W\d_][^\d/,;()%]*?)\s*/\s*(\d[\d.]*)\s+([^\W\d_][^\d/,;()%]*)$")


def _parted(found: re.Match[str]) -> str:
    """`12 lớp/360 học viên`: two nouns are two figures; one that says more of the same noun is the whole of n/m."""
    count, noun, other, other_noun = found.groups()
    first, second = (int(number.replace(".", "") or 0) for number in (count, other))
    if other_noun.startswith(noun) and second >= first:
        return f"{count}/{other} {other_noun}"
    return f"{count} {noun} ({other} {other_noun})"
