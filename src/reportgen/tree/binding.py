"""Spaces at which no line breaks: between number and unit, within names of documents and within dates.

Computed figures bring theirs with them; here they are put into the words that a person typed. Decree 30 asks for none
of it, usage does: `12 tỷ đồng`, `Nghị quyết số 12/NQ-HĐND`, `khoản 2 Điều 103`, `ngày 24 tháng 12`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reportgen.tree.element import Element

NO_BREAK = "\u00a0"
Change = Callable[[str], str]
_MEASURES = "tỷ|tỉ|triệu|nghìn|ngàn|đồng|USD|ha|km²|km2|km|m²|m2|m³|m3|m|tấn|tạ|yến|kg|lít|kWh|người|hộ|lượt|con"
_NUMBERED = "[Đđ]iều|[Kk]hoản|[Cc]hương|[Pp]hụ lục|[Pp]hần|[Mm]ục|[Bb]ảng|[Bb]iểu đồ|[Nn]gày|[Tt]háng|[Nn]ăm|[Qq]uý"
_PAIRS = re.compile(
    rf"(\d) ((?:{_MEASURES})\b(?:(?<=[ỷỉ]) đồng\b|(?<=triệu) đồng\b|(?<=nghìn) đồng\b|(?<=ngàn) đồng\b)?)"
    rf"|\b({_NUMBERED}) (\d[\d/.-]*|[IVX]+\b)"
    r"|\b([Ss]ố) (\d+[/-][\w/-]+)"
    r"|\b([Đđ]iểm) ([a-zđ]\b)"
    r"|([≥≤]) (\d)"
)
"""What stands on one line, as pairs of groups around the space."""
_SIGNED = re.compile(r"(?<=[≥≤]) (?=\d)")


def bound(words: str) -> str:
    """The words with their spaces of that kind made no-break."""
    return _PAIRS.sub(lambda pair: pair.group().replace(" ", NO_BREAK), words) if " " in words else words


def with_bound_spaces(element: Element) -> Element:
    """The element with all text below it bound.

    In a table only a sign keeps to its number: a narrow column breaks where it can.
    """
    return _with(bound, element)


def _with(change: Change, element: Element) -> Element:
    change = _signs if element.tag == "table" else change
    return element.holding(
        tuple(change(child) if isinstance(child, str) else _with(change, child) for child in element.children)
    )


def _signs(words: str) -> str:
    return _SIGNED.sub(NO_BREAK, words)
