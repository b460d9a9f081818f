"""Next year's target against the result, plans that are ranges, and names that only the unit says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.checks import check
from reportgen.model.reading import Input

INPUT = """
năm: 2025
đơn vị: phường Bình An
chỉ tiêu:
  gia_tri: {{tên: tổng giá trị sản xuất, thực hiện: 8.420 triệu đồng, năm sau: 9.510 triệu đồng}}
  lua: {{tên: sản lượng lúa, thực hiện: 235 tấn, kế hoạch: 200 - 220 tấn}}
  to_dan_pho: 18 tổ dân phố
{section}:
  - nội dung: "{text}"
"""


def codes(written: Callable[[str], Input], text: str, section: str = "kết quả") -> list[str]:
    return [problem.code for problem in check(written(INPUT.format(text=text, section=section)))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tổng giá trị sản xuất đạt 9.510 triệu đồng, tăng 15,9% so với năm 2025.", ["P510"]),
        ("Tổng giá trị sản xuất đạt 9.510 triệu đồng, tăng 15,9% so với thực hiện năm 2025.", ["P510"]),
        ("Tổng giá trị sản xuất đạt 9.510 triệu đồng, tăng 15,9%.", ["P510"]),
        ("Tổng giá trị sản xuất đạt {{ gia_tri.năm sau }}, tăng 15,9%.", ["P510"]),
        ("Tổng giá trị sản xuất đạt 9.510 triệu đồng, tăng 12,9% so với năm 2025.", []),
        ("Tổng giá trị sản xuất tăng 1.090 triệu đồng, bằng 112,9% so với năm 2025.", []),
        ("Thu hút đầu tư tăng 15,9%.", ["P511"]),
    ],
)
def test_a_target_of_next_year_is_held_against_the_result(
    written: Callable[[str], Input], text: str, wanted: list[str]
) -> None:
    text = INPUT.format(section="phương hướng", text=text).replace("  - nội dung:", "  mục tiêu:")
    assert [problem.code for problem in check(written(text))] == wanted


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        ('{giá trị: 9.510 triệu đồng, tỷ lệ: "115,9%"}', ["R401"]),
        ('{giá trị: 9.510 triệu đồng, tỷ lệ: "tăng 15,9%"}', ["R401"]),
        ('{giá trị: 9.510 triệu đồng, tỷ lệ: "112,9%"}', []),
        ('{giá trị: "≥ 9.510 triệu đồng", tỷ lệ: "tăng 12,9%"}', []),
        ("95.100 triệu đồng", ["R430"]),
        ("tăng 12%", []),
    ],
)
def test_its_ratio_and_its_size_too(written: Callable[[str], Input], after: str, wanted: list[str]) -> None:
    head = "năm: 2025\nđơn vị: phường Bình An\nchỉ tiêu:\n"
    text = f"{head}  a: {{tên: tổng giá trị, thực hiện: 8.420 triệu đồng, năm sau: {after}}}\n"
    assert [problem.code for problem in check(written(text))] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sản lượng lúa vượt 15 tấn so với kế hoạch.", []),
        ("Sản lượng lúa vượt 35 tấn so với kế hoạch.", []),
        ("Sản lượng lúa vượt 25 tấn so với kế hoạch.", ["P511"]),
        ("Sản lượng lúa vượt 6,8% kế hoạch.", []),
    ],
)
def test_of_a_range_both_ends_are_reckoned_with(written: Callable[[str], Input], text: str, wanted: list[str]) -> None:
    assert codes(written, text) == wanted


@pytest.mark.parametrize(("ratio", "wanted"), [("110%", []), ("106,8%", []), ("131%", ["R401"]), ("98%", ["R401"])])
def test_a_ratio_to_a_range_lies_between_those_to_its_ends(
    written: Callable[[str], Input], ratio: str, wanted: list[str]
) -> None:
    plan = f'{{giá trị: 200 - 220 tấn, tỷ lệ: "{ratio}"}}'
    text = f"năm: 2025\nđơn vị: phường A\nchỉ tiêu:\n  a: {{tên: thóc, thực hiện: 235 tấn, kế hoạch: {plan}}}\n"
    assert [problem.code for problem in check(written(text))] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Phường có 15 tổ dân phố.", ["P510"]),
        ("Toàn phường hiện có 15 tổ dân phố với các ngành nghề.", ["P510"]),
        ("Phường có 18 tổ dân phố.", []),
        ("Có 15 tổ dân phố đạt chuẩn.", ["P511"]),
        ("Khen thưởng 15 tổ dân phố.", ["P511"]),
    ],
)
def test_a_name_that_only_the_unit_says_is_a_name(
    written: Callable[[str], Input], text: str, wanted: list[str]
) -> None:
    assert codes(written, text) == wanted
    named = INPUT.replace("to_dan_pho: 18 tổ dân phố", "to: {{tên: số tổ dân phố, thực hiện: 18 tổ dân phố}}")
    assert [problem.code for problem in check(written(named.format(text=text, section="kết quả")))] == wanted
