"""A dot in an amount of tỷ: thousands or decimals, as the other figures of the indicator say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.checks import check
from reportgen.model.reading import Input

ONE = """
năm: 2025
đơn vị: phường Bình An
chỉ tiêu:
  thu:
    tên: tổng giá trị sản xuất
    thực hiện: {result}
    năm trước: {before}
"""


def codes(written: Callable[[str], Input], result: str, before: str) -> list[str]:
    return [problem.code for problem in check(written(ONE.format(result=result, before=before)))]


@pytest.mark.parametrize("before", ["6.165,3 tỷ đồng", "6.165.300 triệu đồng", "6.100 tỷ đồng"])
def test_a_clear_figure_of_the_indicator_decides(written: Callable[[str], Input], before: str) -> None:
    assert codes(written, "6.842 tỷ đồng", before) == []
    assert codes(written, "ước 6.842 tỷ đồng", before) == []


@pytest.mark.parametrize("before", ["6.165 tỷ đồng", "6,165 tỷ đồng"])
def test_without_one_or_against_one_the_warning_stays(written: Callable[[str], Input], before: str) -> None:
    assert "Q311" in codes(written, "6.842 tỷ đồng", before)
