"""Comparing words in prose against the numbers of the one indicator that their clause speaks of.

`vượt`, `đạt`, `chưa đạt` with a plan; `tăng`, `giảm` since last year; `tăng … lần` for gấp … lần. Clauses of intent
(`phấn đấu`, `để`) and sections on next year say nothing of results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportgen.checks.firm import firm
from reportgen.checks.material import Material
from reportgen.checks.passages import Passage
from reportgen.checks.telling import against, amount, place_in, said
from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Standing, Verdict
from reportgen.figures.ledger import Line
from reportgen.problems import Problem
from reportgen.quantity import Change

_PLAN = r"(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|KH)\b"
_FEW_WORDS = r"(?:[^\W\d_]+ ){0,3}?"
CLAIMS = (
    (re.compile(rf"\b(?:không|chưa) (?:đạt|hoàn thành) (?:được )?{_FEW_WORDS}{_PLAN}"), {Standing.BELOW}),
    (re.compile(rf"(?<!không )(?<!chưa )\bvượt (?:mức )?{_FEW_WORDS}{_PLAN}"), {Standing.EXCEEDED}),
    (re.compile(rf"(?<!không )(?<!chưa )\b(?:đạt|hoàn thành) {_PLAN}"), {Standing.MET, Standing.EXCEEDED}),
)
"""What a clause claims → the standings that it can be said of."""

_LAST_YEAR = r"so (?:với )?(?:cùng kỳ|năm trước|năm \d{4})"
SINCE = re.compile(rf"\b(tăng|giảm)\b(?:(?!tăng|giảm)[^;]){{0,60}}?\b{_LAST_YEAR}", re.IGNORECASE)
COMPARING = re.compile(r"vượt|đạt|hoàn thành|tăng|giảm", re.IGNORECASE)
INTENT = re.compile(r"\b(?:phấn đấu|để|nhằm|sẽ|cần|quyết tâm|yêu cầu|tiếp tục|nỗ lực|nếu)\b", re.IGNORECASE)
NEXT_YEAR = frozenset({"directions", "pledge"})
WORDS = {Standing.BELOW: "chưa đạt", Standing.MET: "đạt", Standing.EXCEEDED: "vượt"}


def wording(material: Material) -> Iterator[Problem]:
    """P520 to P522: each clause that speaks of one indicator."""
    for passage in material.passages:
        if passage.section in NEXT_YEAR:
            continue
        for clause in passage.clauses:
            text = passage.text[slice(*clause)]
            if not COMPARING.search(text) or INTENT.search(text):
                continue
            line = _spoken_of(passage, clause, material)
            if line is not None:
                yield from _standing(passage, clause[0], text, line)
                yield from _direction(passage, clause[0], text, line)
                yield from _times(passage, clause, line)


def _spoken_of(passage: Passage, clause: tuple[int, int], material: Material) -> Line | None:
    """The one indicator that a clause refers to or names; None for none or several."""
    referred = passage.referred(material, clause)
    if referred:
        return material.lines[referred[0]] if len(referred) == 1 else None
    named = material.namings.named(passage.text[slice(*clause)])
    return named[0] if len(named) == 1 else None


def _standing(passage: Passage, start: int, text: str, line: Line) -> Iterator[Problem]:
    known = [held for held in line.held if held.standing is not Standing.UNKNOWN]
    result = firm(line.result)
    if result is None or not known:
        return
    for pattern, meant in CLAIMS:
        found = pattern.search(text)
        if found and not any(held.possible & meant for held in known):
            value = known[0].plan.value
            assert value is not None, "its standing is known"
            values = {"figure": line.key, "typed": found.group(), "name": line.name, "right": WORDS[known[0].standing]}
            values |= {"result": amount(result), "base": said(value.quantity), **against(value)}
            yield Problem("P520", place_in(passage.words, start + found.start(), start + found.end()), values)


def _direction(passage: Passage, start: int, text: str, line: Line) -> Iterator[Problem]:
    before, difference = line.indicator.before, line.difference
    found, result = SINCE.search(text), firm(line.result)
    if not found or difference is None or before is None or before.value is None or result is None:
        return
    up = found.group(1).lower() == "tăng"
    if (difference.high <= 0) if up else (difference.low >= 0):
        right = "tăng" if difference.nominal > 0 else "giảm" if difference.nominal < 0 else "không đổi"
        values = {"figure": line.key, "typed": found.group(1), "name": line.name, "right": right}
        values |= {"now": amount(result), "before": said(before.value.quantity), **against(before.value)}
        yield Problem("P521", place_in(passage.words, start + found.start(1), start + found.end(1)), values)


def _times(passage: Passage, clause: tuple[int, int], line: Line) -> Iterator[Problem]:
    before = line.indicator.before
    ratio = intervals.ratio(line.result, line.before) if line.result and line.before else None
    if ratio is None or before is None or before.value is None:
        return
    for quantity in passage.numbers_in(clause):
        if quantity.unit != "lần" or quantity.change is not Change.UP:
            continue
        factor, growth = _in_times(ratio, 0), _in_times(ratio, 100)
        gap = replace(quantity, change=Change.TIMES)
        if intervals.agrees(quantity, growth) is Verdict.WRONG and intervals.agrees(gap, factor) is Verdict.AGREES:
            values = {"figure": line.key, "typed": said(quantity), "right": said(gap), **against(before.value)}
            yield Problem("P522", place_in(passage.words, quantity.start, quantity.end), values)


def _in_times(ratio: Interval, less: int) -> Interval:
    nominal, low, high = ((end - less) / 100 for end in (ratio.nominal, ratio.low, ratio.high))
    return Interval(nominal, low, high, "lần")
