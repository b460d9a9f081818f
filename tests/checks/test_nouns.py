"""Plan, last year and result are compared in one unit, or the reader is told that they are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.checks import check
from reportgen.model.reading import Input

HEAD = "năm: 2025\nđơn vị: phường Bình An\nchỉ tiêu:\n"


def codes(written: Callable[[str], Input], text: str) -> list[str]:
    return [problem.code for problem in check(written(HEAD + text))]


@pytest.mark.parametrize("key", ["kế hoạch", "năm trước", "năm sau"])
@pytest.mark.parametrize(
    ("result", "other", "wanted"),
    [
        ("05 hội viên", "4", []),
        ("98,5%", "97,2", []),
        ("05 hội viên", "3 hv", []),
        ("05 hội viên", "4.000", ["R441"]),
        ("12 đơn", "9 vụ", ["R443"]),
        ("12 mô hình", "9 câu lạc bộ", ["R443"]),
        ("05 hội viên", "4 hội viên", []),
        ("05 hội viên", "4 đồng chí", []),
        ("12 hộ nghèo", "15 hộ", []),
        ("12 htx", "9 hợp tác xã", []),
        ("05 hội viên", "0", []),
        ("Không có", "4 vụ", []),
    ],
)
def test_a_figure_in_another_noun_is_told_and_in_none_takes_the_result_s(
    written: Callable[[str], Input], key: str, result: str, other: str, wanted: list[str]
) -> None:
    assert codes(written, f'  a: {{tên: chỉ tiêu, thực hiện: "{result}", {key}: "{other}"}}\n') == wanted


def test_the_unit_of_all_may_stand_once(written: Callable[[str], Input]) -> None:
    assert codes(written, "  a: {tên: x, thực hiện: 05 hội viên, kế hoạch: 4, đơn vị tính: Hội viên}\n") == []


@pytest.mark.parametrize(
    ("whole", "first", "second", "wanted"),
    [
        ("12 đơn", "5 vụ", "4 vụ", ["R444", "R444"]),
        ("12 đơn", "5 đơn khiếu nại", "4 đơn tố cáo", ["R410"]),
        ("9 đơn", "5 đơn khiếu nại", "4 đơn tố cáo", []),
        ("30 hộ", "12 hộ nghèo", "19 hộ cận nghèo", ["R410"]),
        ("31 hộ", "12 hộ nghèo", "19 hộ cận nghèo", []),
        ("150 đại biểu", "90 nam", "50 nữ", ["R410"]),
        ("22 tập thể và cá nhân", "10 tập thể", "12 cá nhân", []),
    ],
)
def test_parts_in_another_noun_add_up_or_are_told(
    written: Callable[[str], Input], whole: str, first: str, second: str, wanted: list[str]
) -> None:
    text = f"  a: {{tên: tổng số, thực hiện: “{whole}”, gồm: [b, c]}}\n  b: {first}\n  c: {second}\n"
    assert codes(written, text.replace("“", '"').replace("”", '"')) == wanted


def test_a_year_and_a_unit_in_another_noun_are_told(written: Callable[[str], Input]) -> None:
    text = "  a: {tên: đơn thư, thực hiện: 9 đơn, các năm: {2023: 7 vụ}, theo đơn vị: {Khu 1: 4 vụ, Khu 2: 5 đơn}}\n"
    assert codes(written, text) == ["R443", "R443"]
