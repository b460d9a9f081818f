"""Every line that `init` writes behind a `#` works when the sign is taken away: alone, and a block of them together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen.drafting.fresh import Answers, first_file
from reportgen.model.reading import bind
from reportgen.source import parse_source

TEXT = first_file(Answers(2025, "phường Bình An"), "schema.json")
LINES = TEXT.split("\n")
_OFFERED = re.compile(r"^ *# (?=[ -]*[\w-][^.;]*:(?: |$)|- )")
_SAYING = re.compile(r"^(?:#$|# yaml-|# [A-ZĐÀ-Ỹ]|# - |# +\{\{|#     nội dung: \||#       )")


def blocks() -> list[tuple[int, int]]:
    """First and last line of each run of lines that may be uncommented, from 0."""
    found: list[tuple[int, int]] = []
    for place, line in enumerate(LINES):
        if found and found[-1][1] == place - 1 and re.match(r" *#   ", line):
            found[-1] = (found[-1][0], place)
        elif _OFFERED.match(line) and not _SAYING.match(line):
            found.append((place, place))
    return found


@pytest.mark.parametrize(("first", "last"), blocks(), ids=lambda place: str(place + 1))
def test_a_line_works_when_it_is_uncommented(first: int, last: int) -> None:
    opened = [
        re.sub(r"^( *)# ", r"\1", line, count=1) if first <= place <= last else line for place, line in enumerate(LINES)
    ]
    given = bind(parse_source(Path("a.yaml"), "\n".join(opened).encode()))
    assert [(problem.code, problem.place.line) for problem in given.problems if problem.code[0] in "FK"] == []


def test_there_are_many_of_them() -> None:
    assert len(blocks()) > 40
