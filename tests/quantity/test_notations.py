"""Notations of offices: two nouns at a slash, shorthand, denominators, fractions, days, what changed from what."""

from __future__ import annotations

import pytest

from reportgen.quantity import find_quantities, read_quantity, write_quantity


def shown(text: str) -> list[str]:
    """The quantities of a running text: value, m of n/m, unit."""
    return [
        f"{one.change.value} {one.value:f}{f'/{one.of:f}' if one.of is not None else ''} {one.unit}".strip()
        for one in find_quantities(text).quantities
    ]


FIELDS = (
    # field, value, unit
    ("12 đ/c", "12", "đồng chí"),
    ("25 trđ", "25000000", "đồng"),
    ("25 tr.đ", "25000000", "đồng"),
    ("50 tr đồng", "50000000", "đồng"),
    ("1,2 tỷđ", "1200000000", "đồng"),
    ("65tr/người", "65000000", "đồng/người"),
    ("65 trđ/người/năm", "65000000", "đồng/người/năm"),
    ("1,5 triệu/hộ", "1500000", "đồng/hộ"),
    ("8,5 bác sĩ/vạn dân", "8.5", "bác sĩ/10.000 dân"),
    ("123 thuê bao/100 dân", "123", "thuê bao/100 dân"),
    ("30 kg/người/6 tháng", "30", "kg/người/6 tháng"),
    ("750.000 đồng/phần", "750000", "đồng/phần"),
    ("12,5 tấn rác/ngày", "12.5", "tấn/ngày"),
    ("12,5 tấn rác thải sinh hoạt/ngày", "12.5", "tấn/ngày"),
    ("27,5 độ C", "27.5", "độ C"),
    ("2 x 500 kVA", "1000", "kVA"),
    ("5 sào 3 thước", "78", "thước"),
    ("2 tấn 5 tạ", "25", "tạ"),
    ("gấp đôi", "2", "lần"),
    ("tăng gấp rưỡi", "1.5", "lần"),
    ("gấp ba lần", "3", "lần"),
)


@pytest.mark.parametrize(("field", "value", "unit"), FIELDS)
def test_a_field_is_read(field: str, value: str, unit: str) -> None:
    reading = read_quantity(field)
    assert reading.flaws == ()
    assert reading.quantity is not None
    assert (f"{reading.quantity.value.normalize():f}", reading.quantity.unit) == (value, unit)


@pytest.mark.parametrize("field", [field for field, _, _ in FIELDS])
def test_what_is_written_of_it_reads_as_the_same(field: str) -> None:
    first = read_quantity(field).quantity
    assert first is not None
    assert read_quantity(write_quantity(first)).quantity == first


def test_shorthand_is_spelt_out_in_print() -> None:
    for short, long in (("12 đ/c", "12 đồng chí"), ("25 tr.đ", "25 triệu đồng"), ("65trđ/ha", "65 triệu đồng/ha")):
        quantity = read_quantity(short).quantity
        assert quantity is not None
        assert write_quantity(quantity).replace("\u00a0", " ") == long


@pytest.mark.parametrize(
    ("field", "n", "m"), [("3/4 số hộ", "3", "4"), ("5 hộ nghèo/120 hộ", "5", "120"), ("6 hộ/7 hộ nghèo", "6", "7")]
)
def test_a_share_of_one_thing_is_n_of_m(field: str, n: str, m: str) -> None:
    quantity = read_quantity(field).quantity
    assert quantity is not None
    assert (str(quantity.value), str(quantity.of)) == (n, m)


@pytest.mark.parametrize(
    "field", ["12 lớp/360 học viên", "15 vụ/20 đối tượng", "07 ca/0 ca tử vong", "20 điểm/300 bánh xe", "3 trạm/2 xã"]
)
def test_two_nouns_are_two_figures(field: str) -> None:
    reading = read_quantity(field)
    assert (reading.quantity, [flaw.code for flaw in reading.flaws]) == (None, ["Q317"])


def test_a_noun_that_no_table_knows_gets_its_dots_too() -> None:
    assert [flaw.code for flaw in read_quantity("1460 bánh chưng").flaws] == ["Q312"]
    assert read_quantity("1460").flaws == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mở 12 lớp/360 học viên.", ["12 lớp", "360 học viên"]),
        ("Xử lý 15 vụ/20 đối tượng.", ["15 vụ", "20 đối tượng"]),
        ("Ghi nhận 27 ca mắc/0 ca tử vong.", ["27 ca mắc", "0 ca tử vong"]),
        ("Có 6/7 hộ thoát nghèo.", ["6/7 hộ"]),
        ("Cấp 54 thẻ cho hội viên.", ["54 thẻ"]),
        ("Đã cung cấp 25 suất ăn, trợ cấp 15 hộ.", ["25 suất ăn", "15 hộ"]),
        ("Trường đạt chuẩn mức 2, học sinh cấp 3.", []),
        ("Ngày 20-11 tổ chức gặp mặt.", []),
        ("Từ 15-20/11 tổ chức hội thi; sáng 20/11 tổ chức lễ.", []),
        ("Hộ nghèo giảm từ 3,2% xuống còn 2,1%.", ["3.2 %", "2.1 %"]),
        ("Số vụ tăng từ 2 vụ lên 11 vụ.", ["2 vụ", "11 vụ"]),
        ("Phấn đấu giảm từ 0,5% trở lên.", ["giảm 0.5 %"]),
        ("Thu gom 12,5 tấn rác/ngày.", ["12.5 tấn/ngày"]),
        ("Tặng quà trị giá 750.000 đồng/phần.", ["750000 đồng/phần"]),
        ("Lắp đặt 2 x 500 kVA.", ["1000 kVA"]),
        ("Cao hơn kế hoạch 2,5 điểm %; tại thôn 1,2.", ["2.5 điểm %"]),
        ("Chi trả qua thẻ 86 đối tượng số tiền: 21.500.000 đồng.", ["86 đối tượng", "21500000 đồng"]),
    ],
)
def test_prose_is_read(text: str, wanted: list[str]) -> None:
    assert shown(text) == wanted
    assert find_quantities(text).flaws == ()
