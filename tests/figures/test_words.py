"""Results that are no numbers: `mức xanh`, `vượt dự toán`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.checks import check
from reportgen.figures.ledger import Ledger
from reportgen.figures.parts import part
from reportgen.figures.phrase import plain
from reportgen.figures.table import indicator_table
from reportgen.model.reading import Input


@pytest.mark.parametrize(
    ("name", "typed", "sentence", "cell"),
    [
        ("chuyển đổi số", "thực hiện: mức xanh", "chuyển đổi số đạt mức xanh", "Mức xanh"),
        ("thu ngân sách", "thực hiện: vượt dự toán", "thu ngân sách vượt dự toán", "Vượt dự toán"),
        ("xếp loại chính quyền", "thực hiện: Xuất sắc.", "xếp loại chính quyền đạt xuất sắc", "Xuất sắc"),
        ("quy hoạch chung", "bằng lời: chưa được duyệt", "quy hoạch chung chưa được duyệt", "Chưa được duyệt"),
        ("tiêu chí số 10", "bằng lời: OCOP 4 sao", "tiêu chí số 10 đạt OCOP 4 sao", "OCOP 4 sao"),
    ],
)
def test_a_result_in_words_reads_right_in_sentence_and_table(
    written: Callable[[str], Input], name: str, typed: str, sentence: str, cell: str
) -> None:
    given = written(f"năm: 2025\nđơn vị: xã A\nchỉ tiêu:\n  a: {{tên: {name}, {typed}}}\n")
    assert given.conference is not None, given.problems
    assert check(given) == ()
    line = Ledger(given.conference).lines["a"]
    assert plain(part(line, "") or ()) == sentence
    assert cell in [plain(found) for row in indicator_table(Ledger(given.conference)).rows for found in row.cells]


def test_words_that_grade_nothing_are_told(written: Callable[[str], Input]) -> None:
    given = written("năm: 2025\nđơn vị: xã A\nchỉ tiêu:\n  a: {tên: hộ nghèo, thực hiện: nhiều hộ}\n")
    assert [problem.code for problem in check(given)] == ["Q301"]


def test_what_stands_in_no_group_comes_last_below_a_heading(written: Callable[[str], Input]) -> None:
    entries = [("a", "Kinh tế"), ("b", ""), ("c", "Xã hội")]
    lines = "".join(
        f"  {key}: {{tên: số {key}, thực hiện: 1 hộ{group and f', nhóm: {group}'}}}\n" for key, group in entries
    )
    given = written(f"năm: 2025\nđơn vị: xã A\nchỉ tiêu:\n{lines}")
    assert given.conference is not None
    rows = indicator_table(Ledger(given.conference)).rows
    assert [row.number for row in rows] == ["I", "1", "II", "1", "III", "1"]
    assert [row.group for row in rows if row.group] == ["Kinh tế", "Xã hội", "Các chỉ tiêu khác"]
