"""What is written reads as the same quantity, in canonical form."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.quantity import as_json, read_quantity, write_number, write_quantity
from strategies import written_quantities

CANONICAL = (
    ("41,795tỉ đồng", "41,795~tỷ~đồng"),
    ("1250 hộ", "1.250~hộ"),
    ("06 tập thể", "06~tập~thể"),
    ("96,5 %", "96,5%"),
    ("1,05 ‰", "1,05‰"),
    ("800m2", "800~m²"),
    ("0,5 điểm %", "0,5~điểm~%"),
    ("5 tỷ 137 triệu/07 tỷ 950 triệu đồng", "5~tỷ~137~triệu/07~tỷ~950~triệu~đồng"),
    ("10-15%", "10~-~15%"),
    (">= 45 tỷ đồng", "≥ 45~tỷ~đồng"),
    ("90% trở lên", "từ 90% trở lên"),
    ("luỹ kế đạt 38 tỷ đồng", "lũy kế 38~tỷ~đồng"),
    ("tăng ước 5%", "ước tăng 5%"),
    ("Không có", "Không~có"),
    ("thứ 1/17 phường", "thứ 1/17~phường"),
    ("0,36%(05 hộ)", "0,36% (05~hộ)"),
)


@pytest.mark.parametrize(("text", "expected"), CANONICAL, ids=[row[0] for row in CANONICAL])
def test_a_quantity_is_written_in_canonical_form(text: str, expected: str) -> None:
    quantity = read_quantity(text).quantity
    assert quantity is not None
    assert write_quantity(quantity).replace("\u00a0", "~") == expected


@given(written_quantities())
def test_reading_what_was_written_gives_the_same_quantity(text: str) -> None:
    quantity = read_quantity(text).quantity
    assert quantity is not None
    again = read_quantity(write_quantity(quantity)).quantity
    assert again == quantity
    assert again is not None
    assert write_quantity(again) == write_quantity(quantity)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("28936", None, "28.936"),
        ("41.795", None, "41,795"),
        ("-1234567.5", None, "-1.234.567,5"),
        ("100.25", 1, "100,3"),
        ("-100.25", 1, "-100,3"),
        ("99.95", 1, "100,0"),
        ("-0.04", 1, "0,0"),
        ("2.5", 0, "3"),
        ("0", None, "0"),
    ],
)
def test_a_number_is_grouped_and_rounded_half_away_from_zero(value: str, decimals: int | None, expected: str) -> None:
    assert write_number(Decimal(value), decimals) == expected


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_a_written_number_reads_back(value: Decimal) -> None:
    quantity = read_quantity(write_number(value)).quantity
    assert quantity is not None
    assert quantity.value == value


def test_a_fraction_is_written_to_the_digits_asked() -> None:
    assert write_number(Fraction(2, 3), 2) == "0,67"


def test_json_has_plain_strings_in_the_unit_and_null_for_what_is_open() -> None:
    quantity = read_quantity("hơn 41,70 tỷ đồng").quantity
    assert quantity is not None
    fields = as_json(quantity)
    assert (fields["value"], fields["unit"], fields["low"], fields["high"]) == (
        "41700000000",
        "đồng",
        "41700000000",
        None,
    )
    assert (fields["hedge"], fields["of"], fields["text"]) == ("hơn", None, "hơn 41,70 tỷ đồng")


def test_json_of_a_count_out_of_all_has_both() -> None:
    quantity = read_quantity("2.570/2.683 hộ").quantity
    assert quantity is not None
    assert (as_json(quantity)["value"], as_json(quantity)["of"]) == ("2570", "2683")
