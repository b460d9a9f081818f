"""Every notation that real reports contain reads as the value, the unit and the precision that it stands for."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.quantity import Quantity, read_quantity
from reportgen.quantity.numerals import plain
from strategies import near_notations, written_quantities


def read(text: str) -> Quantity:
    reading = read_quantity(text)
    assert reading.quantity is not None, reading.flaws
    return reading.quantity


VALUES = (
    # text, value in the unit, unit, place of the last digit
    ("41,795 tỷ đồng", "41795000000", "đồng", "1000000"),
    ("28.936 triệu đồng", "28936000000", "đồng", "1000000"),
    ("1.536 triệu đồng", "1536000000", "đồng", "1000000"),
    ("55.722,974 triệu đồng", "55722974000", "đồng", "1000"),
    ("682 tỷ 068 triệu đồng", "682068000000", "đồng", "1000000"),
    ("1 tỷ 250 triệu 500 nghìn đồng", "1250500000", "đồng", "1000"),
    ("5 triệu 500 nghìn 250 đồng", "5500250", "đồng", "0"),
    ("1,2 tỉ", "1200000000", "đồng", "100000000"),
    ("1,2 tỷ VNĐ", "1200000000", "đồng", "100000000"),
    ("3,5 nghìn tỷ đồng", "3500000000000", "đồng", "100000000000"),
    ("500 ngàn đồng", "500000", "đồng", "1000"),
    ("319.317.000 đồng", "319317000", "đồng", "0"),
    ("319.317.000đ", "319317000", "đồng", "0"),
    ("06 tập thể", "6", "tập thể", "0"),
    ("2.570 hộ", "2570", "hộ", "0"),
    ("2.683 hộ đăng ký gia đình văn hóa", "2683", "hộ đăng ký gia đình văn hóa", "0"),
    ("12 chậu lan hồ điệp", "12", "chậu lan hồ điệp", "0"),
    ("20 nghìn lượt khách", "20000", "lượt khách", "1000"),
    ("1,5 triệu lượt khách", "1500000", "lượt khách", "100000"),
    ("71,37tấn/ha", "71.37", "tấn/ha", "0.01"),
    ("50,32 triệu đồng/người/năm", "50320000", "đồng/người/năm", "10000"),
    ("50,32 triệu đồng/ người/ năm", "50320000", "đồng/người/năm", "10000"),
    ("28 giường bệnh/10.000 dân", "28", "giường bệnh/10.000 dân", "1"),
    ("241,9 tấn", "241.9", "tấn", "0.1"),
    ("550ha", "550", "ha", "1"),
    ("800m²", "800", "m²", "1"),
    ("800 m2", "800", "m²", "1"),
    ("1,5 km2", "1.5", "km²", "0.1"),
    ("96,5%", "96.5", "%", "0.1"),
    ("96,5 %", "96.5", "%", "0.1"),
    ("96,5 phần trăm", "96.5", "%", "0.1"),
    ("1,05‰", "1.05", "‰", "0.01"),
    ("0,5 điểm %", "0.5", "điểm %", "0.1"),
    ("0,5 điểm phần trăm", "0.5", "điểm %", "0.1"),
    ("-1,3%", "-1.3", "%", "0.1"),
    ("5 năm", "5", "năm", "0"),
    ("Không có", "0", "", "0"),
    ("không", "0", "", "0"),
    ("không có hộ nghèo", "0", "hộ nghèo", "0"),
    ("-", "0", "", "0"),
    ("0", "0", "", "0"),
    ("00", "0", "", "0"),
    ("2.570", "2570", "", "0"),
    ("2023", "2023", "", "0"),
    ("41,795\u00a0tỷ\u00a0đồng", "41795000000", "đồng", "1000000"),
    ("41,795tỷ đồng", "41795000000", "đồng", "1000000"),
    ("41,795 TỶ ĐỒNG", "41795000000", "đồng", "1000000"),
)


@pytest.mark.parametrize(("text", "value", "unit", "quantum"), VALUES, ids=[row[0] for row in VALUES])
def test_an_amount_has_its_exact_value_its_unit_and_the_place_of_its_last_digit(
    text: str, value: str, unit: str, quantum: str
) -> None:
    quantity = read(text)
    assert (quantity.value, quantity.unit, quantity.quantum) == (Decimal(value), unit, Decimal(quantum))
    assert quantity.exact == (quantum == "0")
    assert not read_quantity(text).flaws


@pytest.mark.parametrize(
    ("text", "n", "m", "unit"),
    [
        ("6/6 hộ", "6", "6", "hộ"),
        ("59/59 tuyến phố", "59", "59", "tuyến phố"),
        ("2.570/2.683 hộ", "2570", "2683", "hộ"),
        ("673/550ha", "673", "550", "ha"),
        ("673ha/550ha", "673", "550", "ha"),
        ("7/10 khu", "7", "10", "khu"),
        ("7 / 10 khu", "7", "10", "khu"),
        ("5/7,5 tỷ đồng", "5000000000", "7500000000", "đồng"),
        ("5 tỷ 137 triệu/07 tỷ 950 triệu đồng", "5137000000", "7950000000", "đồng"),
        ("6/6", "6", "6", ""),
    ],
)
def test_a_count_out_of_all_keeps_both_numbers_in_one_unit(text: str, n: str, m: str, unit: str) -> None:
    quantity = read(text)
    assert (quantity.value, quantity.of, quantity.unit) == (Decimal(n), Decimal(m), unit)


@pytest.mark.parametrize(
    ("text", "place", "peers", "unit"),
    [("thứ 1/17", "1", "17", "thứ"), ("xếp thứ 1/17 phường", "1", "17", "phường"), ("đứng thứ 3", "3", None, "thứ")],
)
def test_a_rank_is_told_from_a_share(text: str, place: str, peers: str | None, unit: str) -> None:
    quantity = read(text)
    assert quantity.rank
    assert (quantity.value, quantity.of, quantity.unit) == (Decimal(place), peers and Decimal(peers), unit)


HEDGED = (
    # text, hedge, relation, low, high in the unit; None is open
    ("41,795 tỷ đồng", "", "=", "41794500000", "41795500000"),
    ("2.570 hộ", "", "=", "2570", "2570"),
    ("28.936 triệu đồng", "", "=", "28935500000", "28936500000"),
    ("ước 41,795 tỷ đồng", "ước", "=", "41794500000", "41795500000"),
    ("ước đạt 41,795 tỷ đồng", "ước", "=", "41794500000", "41795500000"),
    ("khoảng 200 người", "khoảng", "=", "200", "200"),
    ("ước khoảng 41 tỷ đồng", "ước khoảng", "=", "40500000000", "41500000000"),
    ("xấp xỉ 100%", "xấp xỉ", "=", "99.5", "100.5"),
    ("hơn 3.500 tỷ đồng", "hơn", ">", "3500000000000", None),
    ("trên 100 đại biểu", "trên", ">", "100", None),
    ("gần 42 tỷ đồng", "gần", "<", None, "42000000000"),
    ("dưới 1%", "dưới", "<", None, "1"),
    ("từ 90% trở lên", "trở lên", ">=", "90", None),
    ("90% trở lên", "trở lên", ">=", "90", None),
    ("5 hộ trở xuống", "trở xuống", "<=", None, "5"),
    ("lũy kế 38 tỷ đồng", "lũy kế", "=", "37500000000", "38500000000"),
    ("luỹ kế 38 tỷ đồng", "lũy kế", "=", "37500000000", "38500000000"),
    ("≥ 97%", "", ">=", "97", None),
    (">= 45 tỷ đồng", "", ">=", "45000000000", None),
    ("> 5 ha", "", ">", "5", None),
    ("≤ 5%", "", "<=", None, "5"),
    ("< 1%", "", "<", None, "1"),
    ("không quá 5%", "không quá", "<=", None, "5"),
    ("tối đa 5%", "tối đa", "<=", None, "5"),
    ("tối thiểu 5 mô hình", "tối thiểu", ">=", "5", None),
    ("ít nhất 5 mô hình", "ít nhất", ">=", "5", None),
    ("không dưới 95%", "không dưới", ">=", "95", None),
    ("10 - 15%", "", "range", "10", "15"),
    ("10% - 15%", "", "range", "10", "15"),
    ("từ 10 đến 15%", "", "range", "10", "15"),
    ("2.350-2.400 USD", "", "range", "2350", "2400"),
    ("2.350–2.400 USD/người", "", "range", "2350", "2400"),
    ("500 triệu - 1 tỷ đồng", "", "range", "500000000", "1000000000"),
)


@pytest.mark.parametrize(("text", "hedge", "relation", "low", "high"), HEDGED, ids=[row[0] for row in HEDGED])
def test_hedges_bounds_and_ranges_open_the_value_on_their_side(
    text: str, hedge: str, relation: str, low: str | None, high: str | None
) -> None:
    quantity = read(text)
    assert (quantity.hedge, quantity.relation.value) == (hedge, relation)
    assert (quantity.low, quantity.high) == (low and Decimal(low), high and Decimal(high))


def test_a_hedge_leaves_the_interval_of_the_number_as_written() -> None:
    quantity = read("hơn 3.500 tỷ đồng")
    assert (quantity.written_low, quantity.written_high) == (Decimal(3_499_500_000_000), Decimal(3_500_500_000_000))


@pytest.mark.parametrize(
    ("text", "change", "value", "against"),
    [
        ("tăng 3,35 triệu đồng so với năm 2022", "tăng", "3350000", "so với năm 2022"),
        ("giảm 0,5%", "giảm", "0.5", ""),
        ("giảm 05 hộ so với cùng kỳ", "giảm", "5", "so với cùng kỳ"),
        ("gấp 1,5 lần", "gấp", "1.5", ""),
        ("gấp hơn 2 lần", "gấp", "2", ""),
        ("ước tăng trên 5%", "tăng", "5", ""),
        ("vượt 2,5% kế hoạch", "vượt", "2.5", ""),
        ("giảm còn 1,2%", "", "1.2", ""),
    ],
)
def test_a_change_is_a_size_with_a_direction_and_what_it_is_against(
    text: str, change: str, value: str, against: str
) -> None:
    quantity = read(text)
    assert (quantity.change.value, quantity.value, quantity.against) == (change, Decimal(value), against)


@pytest.mark.parametrize(
    "text", ["38 tỷ đồng đến hết tháng 11", "đến hết tháng 11 đạt 38 tỷ đồng", "Đến hết tháng 11, ước đạt 38 tỷ đồng"]
)
def test_the_date_that_a_value_stands_at_is_kept_before_or_behind_it(text: str) -> None:
    assert read(text).as_of.lower() == "đến hết tháng 11"


def test_a_second_way_of_saying_it_stands_beside() -> None:
    quantity = read("0,36%(05 hộ)")
    assert (quantity.value, quantity.unit) == (Decimal("0.36"), "%")
    assert quantity.beside is not None
    assert (quantity.beside.value, quantity.beside.unit) == (Decimal(5), "hộ")


def test_what_a_measured_value_is_of_is_not_its_unit() -> None:
    quantity = read("241,9 tấn xi măng")
    assert (quantity.unit, quantity.noun) == ("tấn", "xi măng")


@pytest.mark.parametrize(
    ("cell", "column", "value", "unit"),
    [
        ("41,795", "tỷ đồng", "41795000000", "đồng"),
        ("từ 90 trở lên", "%", "90", "%"),
        ("-", "hộ", "0", "hộ"),
        ("Không có", "hộ", "0", "hộ"),
        ("5 ha", "hộ", "5", "ha"),
    ],
)
def test_the_unit_of_a_column_is_meant_where_a_cell_has_none(cell: str, column: str, value: str, unit: str) -> None:
    quantity = read_quantity(cell, unit=column).quantity
    assert quantity is not None
    assert (quantity.value, quantity.unit, quantity.text) == (Decimal(value), unit, cell)


def test_decomposed_text_reads_the_same_and_offsets_count_in_the_composed_form() -> None:
    composed = "hơn 3.500 tỷ đồng"
    reading = read_quantity(unicodedata.normalize("NFD", composed))
    assert reading.quantity == read(composed)
    assert reading.text == composed
    assert (reading.quantity.start, reading.quantity.end) == (0, len(composed))


@given(st.one_of(st.text(), near_notations()))
def test_any_text_reads_as_a_quantity_or_has_a_flaw_inside_it(text: str) -> None:
    reading = read_quantity(text)
    assert reading.quantity is not None or reading.flaws
    for flaw in reading.flaws:
        assert 0 <= flaw.start <= flaw.end <= len(reading.text)


@given(written_quantities())
def test_every_written_quantity_reads_and_the_bounds_enclose_the_value(text: str) -> None:
    quantity = read(text)
    assert quantity.low is None or quantity.low <= quantity.value
    assert quantity.high is None or quantity.value <= quantity.high
    assert "E" not in plain(quantity.value)


@pytest.mark.parametrize(
    "text", ["1" * 10_000, "1." * 5_000, "1(" * 199 + ")", "1 tỷ " + "1 triệu " * 10_000, "(" * 9_999]
)
def test_hostile_fields_end_in_a_flaw(text: str) -> None:
    assert read_quantity(text).quantity is None
