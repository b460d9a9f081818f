"""A mistake of syntax hides neither malformed figures nor wrong ratios on other lines, and invents none.

What may depend on the mistake, names, keys and totals, is not told until it is mended.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import AS_PRINTED, EXAMPLE, ROOT
from reportgen.checks import check
from reportgen.model.reading import bind
from reportgen.source import parse_source

WRONG = """\
năm: 2025
đơn vị:
  tên: phường A
  tỉnh: tỉnh B
chỉ tiêu:
  thu:
    tên: tổng thu
    thực hiện: 120 tỷ đồng
    kế hoạch:
      - giao bởi: HĐND phường
        giá trị: 100 tỷ đồng
        tỷ lệ: 130%
  chi:
    tên: tổng chi
    thực hiện: 91.77%
"""

DAMAGES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "indented with a tab": lambda line: re.sub(r"^ +", "\t", line),
        "indented with a tab and blanks": lambda line: re.sub(r"^  ", "\t", line),
        "without colon": lambda line: re.sub(r":( |$)", r"\1", line, count=1),
        "no blank after the colon": lambda line: line.replace(": ", ":", 1),
        "no blank after the dash": lambda line: line.replace("- ", "-", 1),
        "open quote": lambda line: re.sub(r": (?=.)", ': "', line, count=1),
        "open brace": lambda line: re.sub(r": (?=.)", ": {", line, count=1),
        "stray bracket": lambda line: f"{line} ]",
        "reserved sign": lambda line: re.sub(r": (?=.)", ": %", line, count=1),
        "reference": lambda line: re.sub(r": .*", ": {{ thu }} đồng", line),
        "colon in the value": lambda line: re.sub(r": (.*) ", r": \1: ", line),
        "too deep": lambda line: f" {line}",
        "not deep enough": lambda line: line.removeprefix(" "),
    }
)
FILES = (EXAMPLE, AS_PRINTED, *sorted((ROOT / "inputs").glob("*-minh-hoa-*.yaml")))
LINES = {file: file.read_text("utf-8").split("\n") for file in FILES}
MOST_LINES = max(map(len, LINES.values())) - 1


def found(text: str) -> set[tuple[str, int]]:
    source = parse_source(Path("phuong.yaml"), text.encode())
    return {(problem.code, problem.place.line) for problem in check(bind(source))}


@pytest.mark.parametrize(
    ("written", "damaged", "syntax"),
    [
        ("    tên: tổng chi", "\ttên: tổng chi", ("F140", 14)),
        ("    tên: tổng thu", "\t  tên: tổng thu", ("F140", 7)),
        ("      - giao bởi: HĐND phường", "      - giao bởi:HĐND phường", ("F142", 10)),
        ("    tên: tổng thu", '    tên: "tổng thu', ("F144", 7)),
        ("    tên: tổng thu", "    tên: tổng: thu", ("F146", 7)),
        ("  chi:", "  chi", ("F141", 13)),
        ("  tên: phường A", "  tên: {phường A", ("F145", 3)),
        ("  tên: phường A", "  tên: @phường A", ("F147", 3)),
    ],
)
def test_all_three_mistakes_are_told_at_once(written: str, damaged: str, syntax: tuple[str, int]) -> None:
    assert found(WRONG) >= {("R401", 12), ("Q303", 15)}
    assert WRONG.count(written) == 1
    assert found(WRONG.replace(written, damaged)) == {syntax, ("R401", 12), ("Q303", 15)}


@pytest.mark.parametrize("damaged", ["\tkế hoạch:", "\t- giao bởi: HĐND phường\n\t\tgiá trị: 1 tỷ đồng"])
def test_where_the_indent_would_be_a_guess_nothing_more_is_told(damaged: str) -> None:
    text = WRONG.replace("    kế hoạch:", damaged)
    assert {code for code, _ in found(text)} == {"F140"}


@settings(max_examples=150)
@given(st.sampled_from(FILES), st.integers(0, MOST_LINES), st.sampled_from(sorted(DAMAGES)))
def test_no_line_is_wrong_because_another_is_damaged(file: Path, number: int, damage: str) -> None:
    lines = LINES[file]
    number %= len(lines)
    whole = parse_source(file, "\n".join(lines).encode())
    spoilt = "\n".join([*lines[:number], DAMAGES[damage](lines[number]), *lines[number + 1 :]])
    source = parse_source(file, spoilt.encode())
    if source.root is not None:
        return
    clean = {(problem.code, problem.place.line) for problem in check(bind(whole))}
    told = {(problem.code, problem.place.line) for problem in check(bind(source))}
    assert {one for one in told - clean if one[0].startswith(("Q", "R"))} == set()


@example('năm: "20\n  25" x\nđơn vị: {tên: a,\n  tỉnh: b: c}\n')
@given(st.text(alphabet="ab:\"'{}[],-\n\r\t #%|>", max_size=60))
def test_every_mended_line_is_a_line_of_the_file(text: str) -> None:
    source = parse_source(Path("phuong.yaml"), text.encode())
    if source.mended is not None:
        assert source.root is None
        assert source.mended.lines
        assert max(source.mended.lines) <= len(source.lines)
