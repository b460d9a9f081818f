"""Where a jump by a power of ten begins and where it ends."""

from __future__ import annotations

import pytest

from reportgen.checks.jumps import power_of_ten
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
