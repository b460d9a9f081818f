"""Where a jump by a power of ten begins and where it ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.checks import check
from reportgen.checks.jumps import power_of_ten
from reportgen.model.reading import Input
from reportgen.quantity import Quantity, read_quantity


def q(text: str) -> Quantity:
    quantity = read_quantity(text).quantity
    assert quantity is not None
    return quantity


@pytest.mark.parametrize(
    ("value", "other", "power"),
    [
        ("49 tỷ đồng", "10 tỷ đồng", 0),  # 4,9 times: grown
        ("74,9 tỷ đồng", "10 tỷ đồng", 0),  # 7,49
        ("75 tỷ đồng", "10 tỷ đồng", 10),  # 7,5
        ("100 tỷ đồng", "10 tỷ đồng", 10),
        ("135 tỷ đồng", "10 tỷ đồng", 10),  # 13,5
        ("135,1 tỷ đồng", "10 tỷ đồng", 0),
        ("399 tỷ đồng", "10 tỷ đồng", 0),  # 39,9
        ("400 tỷ đồng", "10 tỷ đồng", 100),  # 40
        ("2.500 tỷ đồng", "10 tỷ đồng", 100),  # 250
        ("2.501 tỷ đồng", "10 tỷ đồng", 0),
        ("4.000 tỷ đồng", "10 tỷ đồng", 1000),
        ("41.795 triệu đồng", "41,7 tỷ đồng", 0),  # the same in another scale
        ("41.795 tỷ đồng", "41,7 tỷ đồng", 1000),
        ("29 vụ", "290 vụ", 0),  # a count below 30 is too small for a scale
        ("30 vụ", "300 vụ", 10),
        ("2 vụ", "20 vụ", 0),
        ("5 ha", "50 tấn", 0),  # different things
        ("0 hộ", "50 hộ", 0),
    ],
)
def test_a_jump_is_ten_a_hundred_or_more_times_give_or_take(value: str, other: str, power: int) -> None:
    assert (power_of_ten(q(value), q(other)), power_of_ten(q(other), q(value))) == (power, power)


YEARS = """
năm: 2024
đơn vị: phường Bình An
chỉ tiêu:
  khach: {{tên: lượt khách, thực hiện: {now} lượt, năm trước: {last} lượt, các năm: {{{earlier}}}}}
"""


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        (("300", "2.140", "21.600", "2.390", "8.600", "9.390"), ["R431"]),
        (("2.140", "21.600", "2.390", "2.400", "2.500"), ["R431"]),
        (("9.000", "8.600", "860", "9.100", "9.390"), ["R431"]),
        (("3.000", "30.100", "32.000", "33.000", "35.000"), ["R431"]),
        (("300", "900", "2.700", "8.100", "16.000"), []),
        (("2.140", "6.600", "2.390", "2.400", "2.500"), []),
    ],
)
def test_a_year_is_held_to_the_years_beside_it(
    written: Callable[[str], Input], values: tuple[str, ...], wanted: list[str]
) -> None:
    *earlier, last, now = values
    years = ", ".join(f"{2024 - len(values) + 1 + place}: {value} lượt" for place, value in enumerate(earlier))
    text = YEARS.format(now=now, last=last, earlier=years)
    assert [problem.code for problem in check(written(text))] == wanted
