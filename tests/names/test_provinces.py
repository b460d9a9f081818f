"""The merging of 2025: 29 provinces went into 34 that go on."""

from __future__ import annotations

import pytest

from reportgen.names.provinces import MERGED, merged_into


def test_twenty_nine_of_sixty_three_were_merged_into_some_that_go_on() -> None:
    assert 63 - len(MERGED) == 34
    assert all(merged_into(province) is None for province in MERGED.values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tỉnh Hà Giang", "tỉnh Tuyên Quang"),
        ("Hoà Bình", "tỉnh Phú Thọ"),
        ("tỉnh Bình Dương", "thành phố Hồ Chí Minh"),
        ("tỉnh Quảng Ninh", None),
        ("tỉnh Minh Họa", None),
    ],
)
def test_a_province_s_name_leads_to_the_one_that_it_belongs_to(old: str, new: str | None) -> None:
    assert merged_into(old) == new
