"""Units multiply, divide and convert exactly."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from reportgen.quantity import convert, divide, multiply, parse_unit, same_dimension


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("1", "tấn", "tạ", 10),
        ("1", "tấn", "kg", 1000),
        ("1", "km²", "ha", 100),
        ("1", "ha", "m2", 10_000),
        ("71.37", "tấn/ha", "tạ/ha", Fraction("713.7")),
        ("41.795", "tỷ đồng", "triệu đồng", 41_795),
        ("50", "triệu đồng/người/năm", "đồng/người/năm", 50_000_000),
        ("1.05", "‰", "%", Fraction("0.105")),
        ("1.5", "lần", "%", 150),
        ("28", "giường bệnh/10.000 dân", "giường bệnh/người", Fraction(28, 10_000)),
        ("12", "tháng", "năm", 1),
    ],
)
def test_a_value_converts_exactly(value: str, source: str, target: str, expected: Fraction) -> None:
    assert convert(Decimal(value), source, target) == expected


@pytest.mark.parametrize(("a", "b"), [("ha", "tấn"), ("đồng", "USD"), ("hộ", "ha"), ("%", "điểm %"), ("tấn/ha", "tấn")])
def test_units_of_different_things_do_not_convert(a: str, b: str) -> None:
    assert not same_dimension(a, b)
    assert convert(Decimal(1), a, b) is None


def test_area_times_yield_is_output() -> None:
    area, crop_yield, output = parse_unit("ha"), parse_unit("tạ/ha"), parse_unit("tạ")
    assert area is not None
    assert crop_yield is not None
    assert multiply(area, crop_yield) == output


def test_output_by_area_is_yield_and_its_name_parses() -> None:
    output, area = parse_unit("tấn"), parse_unit("m²")
    assert output is not None
    assert area is not None
    crop_yield = divide(output, area)
    again = parse_unit(crop_yield.name)
    assert again is not None
    assert again.dimension == crop_yield.dimension


@pytest.mark.parametrize("text", ["tấn/", "tấn//ha", "a/b/c/d/e/f/g/h"])
def test_a_broken_unit_is_none(text: str) -> None:
    assert parse_unit(text) is None


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (1, "quý", "năm", Fraction(1, 4)),
        (1, "tháng", "năm", Fraction(1, 12)),
        (1, "tháng", "quý", Fraction(1, 3)),
        (1, "tuần", "ngày", 7),
        (1, "ngày", "giờ", 24),
        (1, "giờ", "phút", 60),
        (1, "ha", "m²", 10_000),
        (1, "km²", "ha", 100),
        (1, "km", "m", 1000),
        (1, "m", "cm", 100),
        (1, "cm", "mm", 10),
        (1, "m³", "lít", 1000),
        (1, "tấn", "kg", 1000),
        (1, "tấn", "tạ", 10),
        (1, "tạ", "kg", 100),
        (1, "yến", "kg", 10),
        (1, "%", "‰", 10),
        (1, "tỷ đồng", "triệu đồng", 1000),
        (1, "triệu đồng", "nghìn đồng", 1000),
        (1, "vạn dân", "người", 10_000),
        (60, "triệu đồng/người/năm", "triệu đồng/người/tháng", 5),
        (1, "tấn/ha", "tạ/ha", 10),
    ],
)
def test_every_measure_has_the_factor_that_it_has_in_the_world(
    value: int, source: str, target: str, expected: Fraction | int
) -> None:
    assert convert(Decimal(value), source, target) == expected
