"""Figures called by their names again: where a text says exactly what a reference would print, the reference stands.

In: the draft of a report and the conference that it gives. Out: the draft with `{{ key }}` for whole phrases; figures
that the text calls estimated are so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from reportgen.figures.ledger import Ledger
from reportgen.figures.parts import part
from reportgen.figures.phrase import plain
from reportgen.intake.entries import Entry
from reportgen.intake.reports.drafting import Draft
from reportgen.model import Conference

PROSE = frozenset(
    {"đặc điểm tình hình", "đánh giá chung", "kết quả", "hạn chế", "nguyên nhân", "bài học", "phương hướng"}
)
"""Keys whose texts may call figures."""
NO_PROSE = frozenset({"mục", "bảng chỉ tiêu"})
"""Keys below those whose texts call none."""
LEAST_WORDS = 4
_DIGIT = re.compile(r"\d")
_ESTIMATED = r"(?<!\w)ước(?: đạt| tính| thực hiện| tính đạt| có)? "


def estimated(entries: Sequence[Entry], texts: Sequence[str]) -> tuple[Entry, ...]:
    """The entries, those marked as estimates that a text calls so."""
    whole = "\n".join(texts)
    return tuple(
        replace(entry, result=f"ước {entry.result}")
        if entry.result[:1].isdigit() and re.search(_ESTIMATED + re.escape(entry.result) + r"(?!\w)", whole)
        else entry
        for entry in entries
    )


def called(body: Draft, conference: Conference) -> Draft:
    """The draft with references for phrases."""
    phrases = sorted(_phrases(conference), key=lambda one: -len(one[0]))

    def change(text: str) -> str:
        if text.startswith("|") or not _DIGIT.search(text):
            return text
        for words, key in phrases:
            if words in text.lower():
                text = _replaced(text, words, f"{{{{ {key} }}}}")
        return text

    return {key: _through(value, change) if key in PROSE else value for key, value in body.items()}


def _phrases(conference: Conference) -> Iterator[tuple[str, str]]:
    """What references print, in small letters, with the reference."""
    for line in Ledger(conference):
        if line.result is None or line.indicator.sentence is not None:
            continue
        words = plain(part(line, "") or ()).replace("\u00a0", " ").lower()
        if _DIGIT.search(words) and len(words.split()) >= LEAST_WORDS:
            yield words, line.key


def _replaced(text: str, words: str, reference: str) -> str:
    pattern = re.compile(rf"(?<!\w)(?:Có )?{re.escape(words)}(?![\w,.]*\d)(?!\w)", re.IGNORECASE)
    return pattern.sub(lambda found: found.group()[:3] + reference if _keeps(found, text) else reference, text)


def _keeps(found: re.Match[str], text: str) -> bool:
    """Whether `Có` before the phrase was in mid-sentence, where a reference does not write it."""
    before = text[: found.start()].rstrip()
    return found.group().lower().startswith("có ") and bool(before) and before[-1] not in ".!?:"


def _through(value: Any, change: Callable[[str], str]) -> Any:
    """A draft with all its texts changed, line by line; headings stay."""
    if isinstance(value, str):
        return "\n".join(change(line) for line in value.split("\n"))
    if isinstance(value, dict):
        return {
            key: inner if key in {"mục", "bảng chỉ tiêu"} else _through(inner, change) for key, inner in value.items()
        }
    return [_through(inner, change) for inner in value]
