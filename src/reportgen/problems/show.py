"""Problems shown: for people with the line and a caret, for machines as JSON."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TextIO

from reportgen.problems import Place, Problem, Severity
from reportgen.problems.catalog import hint, message, severity

LINE_WIDTH = 100
"""So many characters of a long line are shown around the place."""

_WORDS = {
    "vi": {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTICE: "lưu ý"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"},
}
CONTROL = {"\t": " ", "\n": " "}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTICE: "36"}


class Style(NamedTuple):
    """How problems are shown: language, and whether the terminal shows colours."""

    lang: str = "vi"
    colour: bool = False

    @classmethod
    def on(cls, stream: TextIO, lang: str) -> Style:
        """The style for a stream: colours on a terminal, unless the user asked for none (NO_COLOR)."""
        return cls(lang, colour=stream.isatty() and "NO_COLOR" not in os.environ)


def as_text(problems: Iterable[Problem], lines: Mapping[Path, Sequence[str]], style: Style) -> str:
    """One paragraph a problem. `lines` are the files' own lines; a file that is not there shows no line."""
    return "\n".join(piece for problem in problems for piece in _shown(problem, lines, style))


def _shown(problem: Problem, lines: Mapping[Path, Sequence[str]], style: Style) -> Iterator[str]:
    place = problem.place
    where = f"{place.file}:{place.line}:{place.column}" if place.line else str(place.file)
    return told(problem, where, pointed(place, lines), style)


def told(problem: Problem, where: str, shown: Iterable[str], style: Style) -> Iterator[str]:
    """The lines that tell a problem: where it is and what is wrong, the place shown, how to mend it."""
    grade = severity(problem.code)
    word = _WORDS[style.lang][grade]
    mark = f"\033[1;{_COLOURS[grade]}m{word} {problem.code}\033[0m" if style.colour else f"{word} {problem.code}"
    yield f"{harmless(where)}: {mark}: {harmless(message(problem, style.lang))}"
    yield from shown
    if advice := hint(problem, style.lang):
        yield f"      → {harmless(advice)}"


def pointed(place: Place, lines: Mapping[Path, Sequence[str]]) -> Iterator[str]:
    """The place's line with carets under it, a long line cut around it; nothing where the line is not known."""
    known = lines.get(place.file, ())
    if 0 < place.line <= len(known):
        yield from with_carets(known[place.line - 1], place.line, place.column, place.width)


def with_carets(line: str, number: int, column: int, width: int) -> Iterator[str]:
    """A line with its number and carets under the place, cut around it where it is long."""
    start = max(0, column - 1 - LINE_WIDTH // 2) if len(line) > LINE_WIDTH else 0
    shown = harmless(line[start : start + LINE_WIDTH]).rstrip()
    before = line[start : column - 1]
    length = max(1, min(width, len(shown) - (column - 1 - start)))
    marked = line[column - 1 : column - 1 + length]
    head = f"{number:5d} | "
    yield f"{head}{'…' if start else ''}{shown}"
    pad = " " * (len(head) - 2) + "| "
    yield f"{pad}{' ' * (_cells(before) + bool(start))}{'^' * max(1, _cells(marked))}"


def harmless(text: str) -> str:
    """The text with a sign for each control character: what a file holds may not command the terminal."""
    return "".join(
        letter if letter.isprintable() or letter == "\u00a0" else CONTROL.get(letter, "�") for letter in text
    )


def _cells(text: str) -> int:
    """How many columns a terminal gives to the text: combining marks take none, wide letters two."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def as_records(problems: Iterable[Problem], lang: str) -> list[dict[str, object]]:
    """Problems as plain records: code, severity, message, file, line, column, hint."""
    return [
        {
            "code": problem.code,
            "severity": str(severity(problem.code)),
            "message": message(problem, lang),
            "file": str(problem.place.file),
            "line": problem.place.line,
            "column": problem.place.column,
            "hint": hint(problem, lang),
        }
        for problem in problems
    ]


def as_json(problems: Iterable[Problem], lang: str) -> str:
    """One JSON array of the records."""
    return json.dumps(as_records(problems, lang), ensure_ascii=False, indent=2)


def summary(problems: Sequence[Problem], lang: str) -> str:
    """`2 lỗi, 1 cảnh báo`; "" without problems."""
    grades = [severity(problem.code) for problem in problems]
    counts = [(grades.count(grade), _WORDS[lang][grade]) for grade in Severity]
    plural = "s" if lang == "en" else ""
    return ", ".join(f"{count} {word}{plural if count > 1 else ''}" for count, word in counts if count)
