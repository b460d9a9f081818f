"""Problems as people see them."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reportgen.problems import Place, Problem
from reportgen.problems.show import Style, as_json, as_text, summary

FILE = Path("phuong.yaml")


def shown(line: str, column: int, width: int) -> list[str]:
    problem = Problem("K204", Place(FILE, 1, column, width))
    return as_text([problem], {FILE: [line]}, Style()).split("\n")


def test_a_problem_shows_its_place_its_line_a_caret_and_the_mend() -> None:
    assert shown('tên: ""', 6, 2) == [
        "phuong.yaml:1:6: lỗi K204: Mục này để trống.",
        '    1 | tên: ""',
        "      |      ^^",
        "      → Điền nội dung, hoặc xóa cả dòng nếu không có gì để ghi.",
    ]


def test_a_file_as_a_whole_shows_no_line() -> None:
    problem = Problem("F101", Place(FILE))
    assert as_text([problem], {}, Style("en")).split("\n")[0] == "phuong.yaml: error F101: There is no such file."


def test_the_caret_stands_under_the_letter_also_behind_combining_marks() -> None:
    line = "te\u0302n: x"  # e with a combining circumflex
    assert shown(line, 7, 1)[2] == "      |      ^"


def test_a_long_line_is_cut_around_the_place() -> None:
    _, line, caret, _ = shown("a" * 300 + "X" + "b" * 300, 301, 1)
    assert len(line) < 130
    assert line[caret.index("^")] == "X"


@given(st.text(), st.integers(1, 200), st.integers(1, 50))
def test_nothing_in_a_file_commands_the_terminal(line: str, column: int, width: int) -> None:
    problem = Problem("K208", Place(FILE, 1, column, width), {"key": line, "names": "năm"})
    text = as_text([problem], {FILE: [line]}, Style())
    assert all(letter.isprintable() or letter in "\n\u00a0" for letter in text)


def test_json_has_the_seven_fields() -> None:
    record = json.loads(as_json([Problem("K203", Place(FILE, 2, 3), {"key": "năm"})], "vi"))[0]
    assert list(record) == ["code", "severity", "message", "file", "line", "column", "hint"]
    assert (record["code"], record["severity"], record["line"], record["column"]) == ("K203", "error", 2, 3)


def test_the_summary_counts_by_severity() -> None:
    problems = [Problem("K203", Place(FILE)), Problem("K203", Place(FILE)), Problem("R450", Place(FILE))]
    assert summary(problems, "vi") == "2 lỗi, 1 lưu ý"
    assert summary(problems, "en") == "2 errors, 1 notice"
    assert summary([], "vi") == ""
