"""A hedge widens what a number stands for; it switches no check off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.checks import check
from reportgen.model.reading import Input

INPUT = """
năm: 2025
đơn vị: phường Bình An
chỉ tiêu:
  thu:
    tên: tổng thu ngân sách nhà nước
    thực hiện: {result}
    {other}
kết quả:
  - nội dung: {text}
"""


def codes(written: Callable[[str], Input], result: str, other: str, text: str = "Kinh tế ổn định.") -> list[str]:
    return [problem.code for problem in check(written(INPUT.format(result=result, other=other, text=text)))]


@pytest.mark.parametrize(
    ("result", "other", "code"),
    [
        ("gần 64,5 tỷ đồng", 'kế hoạch: {giá trị: "96,2 tỷ đồng", tỷ lệ: "78,4%"}', "R401"),
        ("96,2 tỷ đồng", 'kế hoạch: {giá trị: "khoảng 64,5 tỷ đồng", tỷ lệ: "119,1%"}', "R401"),
        ("41,7 tỷ đồng", 'kế hoạch: {giá trị: "41,7 tỷ đồng", tỷ lệ: gần 80%}', "R401"),
        ("41,7 tỷ đồng", 'kế hoạch: {giá trị: "41,7 tỷ đồng", tỷ lệ: khoảng 120%}', "R401"),
        ("hơn 88,1 tỷ đồng", 'năm trước: {giá trị: "47,3 tỷ đồng", tăng giảm: "giảm 80,1%"}', "R405"),
        ("trên 500 hộ", "năm trước: {giá trị: 250 hộ, tăng giảm: tăng 260 %}", "R405"),
        ("gần 305 tỷ đồng", "kế hoạch: {giá trị: 305 tỷ đồng, đánh giá: vượt}", "R420"),
        ("hơn 305 tỷ đồng", "kế hoạch: {giá trị: 305 tỷ đồng, đánh giá: không đạt}", "R420"),
        ("ước khoảng 305 tỷ đồng", "kế hoạch: {giá trị: 360 tỷ đồng, đánh giá: vượt}", "R420"),
        ("khoảng 60 hộ", "theo đơn vị: {Khu 1: 20 hộ, Khu 2: 25 hộ}", "R413"),
        ("gần 60/80 hộ", 'tỷ lệ: "91,2%"', "R403"),
    ],
)
def test_what_no_value_near_the_number_explains_is_an_error(
    written: Callable[[str], Input], result: str, other: str, code: str
) -> None:
    assert codes(written, result, other) == [code]


@pytest.mark.parametrize(
    ("result", "other"),
    [
        ("gần 64,5 tỷ đồng", 'kế hoạch: {giá trị: "96,2 tỷ đồng", tỷ lệ: "66,8%"}'),
        ("trên 3.500 tỷ đồng", 'kế hoạch: {giá trị: "3.400 tỷ đồng", tỷ lệ: "105,1%"}'),
        ("157 tỷ đồng", "kế hoạch: {giá trị: 100 tỷ đồng, tỷ lệ: trên 100%}"),
        ("157 tỷ đồng", "kế hoạch: {giá trị: 100 tỷ đồng, tỷ lệ: vượt hơn 50%}"),
        ("hơn 88,1 tỷ đồng", 'năm trước: {giá trị: "47,3 tỷ đồng", tăng giảm: "tăng 86,9%"}'),
        ("100 tỷ đồng", 'năm trước: {giá trị: 112 tỷ đồng, tăng giảm: giảm trên 10%}'),
        ("khoảng 305 tỷ đồng", "kế hoạch: {giá trị: 305 tỷ đồng, đánh giá: vượt}"),
        ("hơn 305 tỷ đồng", "kế hoạch: {giá trị: 305 tỷ đồng, đánh giá: vượt}"),
        ("trên 50 hộ", "theo đơn vị: {Khu 1: 21 hộ, Khu 2: 31 hộ}"),
        ("dưới 90 vụ", "năm trước: {giá trị: 100 vụ, tăng giảm: giảm 25%}"),
    ],
)  # fmt: skip
def test_what_a_value_near_the_number_explains_is_no_alarm(
    written: Callable[[str], Input], result: str, other: str
) -> None:
    assert codes(written, result, other) == []


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("gần 305 tỷ đồng", ["P510"]),
        ("250 tỷ đồng", ["P510"]),
        ("342 tỷ đồng", []),
        ("gần 350 tỷ đồng", []),
        ("345,2 tỷ đồng", []),
    ],
)
def test_prose_beside_a_hedged_result_is_held_to_what_it_stands_for(
    written: Callable[[str], Input], typed: str, wanted: list[str]
) -> None:
    text = f"Tổng thu ngân sách nhà nước đạt {typed}."
    assert codes(written, "hơn 342 tỷ đồng", "nhóm: Kinh tế", text) == wanted


def test_of_a_hedged_result_the_direction_is_known(written: Callable[[str], Input]) -> None:
    text = "Tổng thu ngân sách nhà nước giảm so với năm 2024, không đạt kế hoạch."
    other = "năm trước: 250 tỷ đồng\n    kế hoạch: 300 tỷ đồng"
    assert sorted(codes(written, "hơn 342 tỷ đồng", other, text)) == ["P520", "P521"]
