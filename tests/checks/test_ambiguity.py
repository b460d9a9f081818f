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


@pytest.mark.parametrize("before", ["6.165 tỷ đồng", "7.415 tỷ đồng"])
def test_so_do_others_of_its_size_that_have_a_dot_too(written: Callable[[str], Input], before: str) -> None:
    assert codes(written, "6.842 tỷ đồng", before) == []
    assert codes(written, "6.842 tỷ đồng", before + "\n    các năm: {2022: 5.975 tỷ đồng, 2023: 6.010 tỷ đồng}") == []


@pytest.mark.parametrize("unit", ["%", "lần", "tạ/ha"])
def test_in_every_unit(written: Callable[[str], Input], unit: str) -> None:
    assert codes(written, f"1.842{unit}", f"1.765{unit}") == []


@pytest.mark.parametrize("before", ["6,165 tỷ đồng", "165 tỷ đồng", "6,842 tỷ đồng"])
def test_against_another_size_the_warning_stays(written: Callable[[str], Input], before: str) -> None:
    assert "Q311" in codes(written, "6.842 tỷ đồng", before)


def test_alone_it_stays_until_somebody_says_why_it_is_right(written: Callable[[str], Input]) -> None:
    text = ONE.format(result="6.842 tỷ đồng", before="0 đồng").replace("    năm trước: 0 đồng\n", "")
    assert [problem.code for problem in check(written(text))] == ["Q311"]
    silenced = text + "    bỏ qua: {Q311: số do tỉnh công bố}\n"
    assert [problem.code for problem in check(written(silenced))] == []


def test_an_error_of_writing_is_not_silenced(written: Callable[[str], Input]) -> None:
    text = ONE.format(result="6.84 tỷ đồng", before="6,1 tỷ đồng") + "    bỏ qua: {Q303: vì thế}\n"
    assert {problem.code for problem in check(written(text))} == {"Q303"}
