"""A word before a number (`gần`, `hơn`, `khoảng`) widens it by a few percent; it does not switch a check off."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.checks import check
from reportgen.checks.firm import HEDGE, reckoned
from reportgen.model.reading import Input
from reportgen.quantity import read_quantity

WRONG = {
    'thu: {thực hiện: "gần 64,5 tỷ đồng", kế hoạch: {giá trị: "96,2 tỷ đồng", tỷ lệ: "78,4%"}}': "R401",
    'chi: {thực hiện: "hơn 88,1 tỷ đồng", năm trước: {giá trị: "47,3 tỷ đồng", tăng giảm: "giảm 80,1%"}}': "R405",
    "lúa: {thực hiện: gần 305 tấn, kế hoạch: {giá trị: 305 tấn, đánh giá: vượt}}": "R420",
    "hộ: {tên: hộ dùng nước sạch, thực hiện: hơn 900/1.000 hộ, tỷ lệ: 97%}": "R403",
    "vốn: {tên: vốn vay, thực hiện: hơn 342 tỷ đồng}\nđánh giá chung: Vốn vay đạt gần 305 tỷ đồng.": "P510",
}
RIGHT = [
    'thu: {thực hiện: "gần 64,5 tỷ đồng", kế hoạch: {giá trị: "96,2 tỷ đồng", tỷ lệ: "67%"}}',
    'chi: {thực hiện: "hơn 88,1 tỷ đồng", năm trước: {giá trị: "47,3 tỷ đồng", tăng giảm: "tăng 86,5%"}}',
    "lúa: {thực hiện: hơn 305 tấn, kế hoạch: {giá trị: 305 tấn, đánh giá: vượt}}",
    "lúa: {thực hiện: khoảng 305 tấn, kế hoạch: {giá trị: 305 tấn, đánh giá: đạt}}",
    "hộ: {tên: hộ dùng nước sạch, thực hiện: hơn 900/1.000 hộ, tỷ lệ: 91%}",
    "vốn: {tên: vốn vay, thực hiện: hơn 342 tỷ đồng}\nđánh giá chung: Vốn vay đạt 345 tỷ đồng.",
]


def codes(given_: Input) -> set[str]:
    return {problem.code for problem in check(given_)}


def text(entry: str) -> str:
    return f"năm: 2024\nđơn vị: xã A\nchỉ tiêu:\n  {entry}\n"


@pytest.mark.parametrize(("entry", "code"), WRONG.items(), ids=list(WRONG.values()))
def test_what_no_value_that_the_word_allows_can_be_is_told(
    entry: str, code: str, written: Callable[[str], Input]
) -> None:
    assert code in codes(written(text(entry)))


@pytest.mark.parametrize("entry", RIGHT)
def test_what_the_word_allows_is_no_alarm(entry: str, written: Callable[[str], Input]) -> None:
    assert codes(written(text(entry))) <= {"R450"}


@given(st.integers(1, 10**6), st.sampled_from(["gần", "ngót", "hơn", "trên", "khoảng", "xấp xỉ", "chừng"]))
def test_the_number_itself_is_always_allowed_and_the_widening_small(number: int, word: str) -> None:
    wide = reckoned(read_quantity(f"{word} {number} hộ").quantity)
    assert wide is not None
    assert wide.written_low <= number <= wide.written_high
    assert wide.written_high - wide.written_low <= 2 * max(number * HEDGE, Decimal(1))
    assert (wide.written_low == number) == (word in {"hơn", "trên"})
    assert (wide.written_high == number) == (word in {"gần", "ngót"})
