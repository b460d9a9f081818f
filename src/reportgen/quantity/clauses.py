"""A whole clause in the place of a result: `1.245,6 tỷ đồng, đạt 102% KH, tăng 8,9% so với cùng kỳ`.

In: a text. Out: the result, and what the clause says beside it: plan, ratio to the plan, change since last year, a
second figure; each with its place. A text that is one figure, or that is not understood to its end, is left as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from reportgen.quantity.reading import read_quantity

_NUMBER = r"\d[\d.,]*"
_PLAN = r"(?:kế hoạch|KH|chỉ tiêu|CT|dự toán|DT)(?:\s+(?:giao|năm|đề ra|được giao|của năm))?"
_SINCE = r"(?:\s*(?:so với|so|với)\s+[^,;]+)?"
_CUT = r"(?:\s*[,;]\s*|\s+)"
_BEHIND: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "ratio",
        re.compile(
            rf"{_CUT}(?:(?:đạt|bằng)\s+(?=\d)|(?=vượt))(?P<text>(?:vượt\s+)?{_NUMBER}\s*%)"
            rf"\s*(?:so với\s+)?{_PLAN}(?!\w)",
            re.IGNORECASE,
        ),
    ),
    ("plan", re.compile(rf"(?:{_CUT}|\s*/\s*)\(?{_PLAN}\s*:?\s+(?P<text>{_NUMBER}[^,;()]*)\)?", re.IGNORECASE)),
    ("change", re.compile(rf"{_CUT}(?P<text>(?:tăng|giảm)\s+{_NUMBER}[^,;]*?){_SINCE}(?=[,;]|$)", re.IGNORECASE)),
    (
        "share",
        re.compile(rf"{_CUT}(?:đạt|chiếm|bằng|tỷ lệ)(?:\s+tỷ lệ)?\s+(?P<text>{_NUMBER}\s*%)(?=[,;]|$)", re.IGNORECASE),
    ),
    (
        "beside",
        re.compile(
            rf"{_CUT}(?:với )?(?:tổng )?(?:trị giá|tổng trị giá|số tiền|kinh phí)\s*:?\s+(?P<text>{_NUMBER}[^,;]*)",
            re.IGNORECASE,
        ),
    ),
)
"""What may follow a result, each with the text that stands for it."""
_SHARED = re.compile(rf"(?P<result>\D*{_NUMBER}\s*/\s*\d[^()%]*?)\s*\((?:đạt |bằng )?(?P<share>{_NUMBER}\s*%)\)")
"""n/m with its own share behind it: `46/48 chi bộ (95,8%)`."""


class Said(NamedTuple):
    """A part of the clause as it is to be read, and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause says. `said` holds, by kind (`ratio`, `plan`, `change`, `share`), what stands beside the result."""

    result: Said
    said: dict[str, Said] = field(default_factory=dict)


def read_clause(text: str) -> Clause | None:
    """The parts of a clause; None for a single figure and for what is not understood."""
    if shared := _SHARED.fullmatch(text):
        share = Said(shared["share"], *shared.span("share"))
        return Clause(Said(shared["result"], *shared.span("result")), {"share": share})
    if read_quantity(text).quantity is not None and not read_quantity(text).flaws:
        return None
    marks = sorted(
        (found.start(), found.end(), kind, Said(found["text"].strip(), *found.span("text")))
        for kind, sign in _BEHIND
        if (found := sign.search(text)) is not None
    )
    if not marks or len({kind for _, _, kind, _ in marks}) != len(marks):
        return None
    at = marks[0][0]
    result = Said(text[:at].strip(), 0, at)
    said: dict[str, Said] = {}
    for start, end, kind, part in marks:
        if start < at:  # read already, as a part of the one before
            continue
        if text[at:start].strip(" ,;"):
            return None
        said[kind], at = part, end
    if text[at:].strip(" .,;)"):
        return None
    readable = all(read_quantity(part.text).quantity is not None for part in (result, *said.values()))
    return _settled(result, said) if readable else None


def _settled(result: Said, said: dict[str, Said]) -> Clause:
    """The second figure in brackets behind the result."""
    beside = said.pop("beside", None)
    if beside is not None:
        result = Said(f"{result.text} ({beside.text})", result.start, beside.end)
    return Clause(result, said)
