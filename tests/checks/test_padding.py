"""Zeros that a sheet adds: a warning where a whole column has them, an error where one figure has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.checks import check
from reportgen.model.reading import Input

INPUT = """
năm: 2025
đơn vị: phường Bình An
chỉ tiêu:
  a: {{tên: hộ trồng cây, thực hiện: 338 hộ, kế hoạch: {{giá trị: 267 hộ, tỷ lệ: "{first}"}}}}
  b: {{tên: hộ văn hóa, thực hiện: 2.570/2.683 hộ, tỷ lệ: "{second}"}}
"""

CHANGES = """
năm: 2025
đơn vị: phường Bình An
chỉ tiêu:
  a: {{tên: hộ trồng cây, thực hiện: 338 hộ, năm trước: {{giá trị: 267 hộ, tăng giảm: "{first}"}}}}
  b: {{tên: hộ văn hóa, thực hiện: 255 hộ, năm trước: {{giá trị: 268 hộ, tăng giảm: "{second}"}}}}
"""


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("126,60%", "95,80%", ["R408", "R408"]),
        ("127,00%", "96,00%", ["R408", "R408"]),
        ("126,60%", "95,79%", ["R401"]),
        ("126,60%", "95,8%", ["R401"]),
        ("127,60%", "95,80%", ["R401", "R408"]),
        ("126,6%", "95,8%", []),
    ],
)
def test_ratios(written: Callable[[str], Input], first: str, second: str, wanted: list[str]) -> None:
    assert [one.code for one in check(written(INPUT.format(first=first, second=second)))] == wanted


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("tăng 26,60%", "giảm 4,90%", ["R408", "R408"]),
        ("tăng 26,60%", "giảm 4,90 %", ["R408", "R408"]),
        ("tăng 26,59%", "giảm 4,20%", ["R405"]),
        ("tăng 29,60%", "giảm 4,90%", ["R405", "R408"]),
    ],
)
def test_changes(written: Callable[[str], Input], first: str, second: str, wanted: list[str]) -> None:
    assert [one.code for one in check(written(CHANGES.format(first=first, second=second)))] == wanted
