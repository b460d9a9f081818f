"""Running text: which digits are quantities, where they stand, and which are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.quantity import find_quantities
from strategies import near_notations

FOUND = (
    # text, what is found: as written, value, unit
    (
        "Tổng thu NSNN trên địa bàn phường ước đạt 41,795 tỷ đồng, bằng 100,3% KH điều chỉnh",
        [("ước đạt 41,795 tỷ đồng", "41795000000", "đồng"), ("100,3%", "100.3", "%")],
    ),
    ("tổng chi 28.936 triệu đồng.", [("28.936 triệu đồng", "28936000000", "đồng")]),
    (
        "2.570/2.683 hộ đạt (95,79%); 7/10 khu 5 năm liên tục",
        [("2.570/2.683 hộ", "2570", "hộ"), ("95,79%", "95.79", "%"), ("7/10 khu", "7", "khu"), ("5 năm", "5", "năm")],
    ),
    ("thu 5 tỷ 137 triệu/07 tỷ 950 triệu đồng", [("5 tỷ 137 triệu/07 tỷ 950 triệu đồng", "5137000000", "đồng")]),
    (
        "năng suất 71,37tấn/ha trên 673/550ha",
        [("71,37tấn/ha", "71.37", "tấn/ha"), ("trên 673/550ha", "673", "ha")],
    ),
    ("xếp thứ 1/17 phường", [("xếp thứ 1/17 phường", "1", "phường")]),
    ("tỷ lệ hộ nghèo 0,36%(05 hộ)", [("0,36%", "0.36", "%"), ("05 hộ", "5", "hộ")]),
    ("- 5 hộ nghèo - 0,68% tổng số", [("5 hộ nghèo", "5", "hộ nghèo"), ("0,68%", "0.68", "%")]),
    ("- Trồng 10 cây\n- 12 cây", [("10 cây", "10", "cây"), ("12 cây", "12", "cây")]),
    ("phấn đấu từ 90% trở lên, đạt 10 - 15%", [("từ 90% trở lên", "90", "%"), ("10 - 15%", "10", "%")]),
    ("từ 38 tỷ lên 41 tỷ", [("38 tỷ", "38000000000", "đồng"), ("41 tỷ", "41000000000", "đồng")]),
    ("đạt 38 tỷ đồng đến hết tháng 11", [("38 tỷ đồng đến hết tháng 11", "38000000000", "đồng")]),
    ("trong đó nam 4.900, nữ 5.064", [("4.900", "4900", ""), ("5.064", "5064", "")]),
    ("khen thưởng 06 tập thể, 08 cá nhân", [("06 tập thể", "6", "tập thể"), ("08 cá nhân", "8", "cá nhân")]),
    ("giảm 0,5 điểm %; gấp 1,5 lần", [("giảm 0,5 điểm %", "0.5", "điểm %"), ("gấp 1,5 lần", "1.5", "lần")]),
    ("CPI -1,3% trong năm", [("-1,3%", "-1.3", "%")]),
    ("tổng số 215 hộ, có 2024 hộ", [("215 hộ", "215", "hộ"), ("2024 hộ", "2024", "hộ")]),
)


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[row[0] for row in FOUND])
def test_quantities_are_found_in_order_with_their_words(text: str, expected: list[tuple[str, str, str]]) -> None:
    quantities = find_quantities(text).quantities
    assert [(one.text, f"{one.value.normalize():f}", one.unit) for one in quantities] == expected


NO_QUANTITIES = (
    "Ngày 14/12, ngày 14/12/2023, ngày 14 tháng 12 năm 2023, 14-12-2023, 14.12.2023",
    "tháng 11/2023, quý 3/2023, quý III, tháng 11, năm 2021, 2022 và 2023",
    "từ ngày 10 đến 15/12; kỷ niệm 27/7, 20-11, 2-9",
    "lúc 8 giờ 00, 8h00, 07 giờ 30 phút, 14h30, 8h",
    "Báo cáo số 215/BC-UBND, Nghị quyết số 05-NQ/ĐU, Nghị định số 30/2020/NĐ-CP, 36-HD/VPTW",
    "Nghị quyết 18, Chỉ thị số 05, TCVN 14159:2024",
    "ĐT: 0203.3854.123, 0912 345 678, 0912345678, +84 203 385 4123, 1900 1234",
    "1. Kinh tế",
    "1.1. Thu ngân sách",
    "1.1 Thu ngân sách",
    "2) Văn hóa",
    "**3.** Quốc phòng",
    "Điều 5, khoản 2, Phần I, Chương 3, Phụ lục 1, mục 2",
    "Khu phố 1, Phường 1, thôn 3, tổ dân phố số 5, Quận 5, quốc lộ 18, QL18, ngõ 12",
    "thôn 3, 5 và 7; khu 1,2; khu 1 - 3",
    "COVID-19, 4G, A4, VNEN2",
    "nhiệm kỳ 2021-2026, giai đoạn 2021 - 2025, năm học 2023-2024",
    "Đại hội lần thứ 25, Kỳ họp thứ 10, khóa 12, thứ 3 hằng tuần, đợt 1, mũi 2",
    "6 tháng đầu năm, 11 tháng năm 2023",
    "xem (1), (2) và [3]; https://uongbi.gov.vn/2023/12; a1@b2.vn",
    "Đến hết tháng 11 tỷ lệ giải ngân",
)


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_dates_numbers_of_documents_and_numbers_in_names_are_no_quantities(text: str) -> None:
    found = find_quantities(text)
    assert ([one.text for one in found.quantities], found.flaws) == ([], ())


@given(st.one_of(st.text(), near_notations()))
def test_whatever_the_text_offsets_lie_inside_it_and_give_the_words(text: str) -> None:
    found = find_quantities(text)
    for quantity in found.quantities:
        assert found.text[quantity.start : quantity.end] == quantity.text != ""
        assert found.text.startswith(quantity.number, quantity.number_start)
    for flaw in found.flaws:
        assert 0 <= flaw.start < flaw.end <= len(found.text)
    ends = [one.end for one in found.quantities]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    "piece", ["1 ", "1.", "1 tỷ ", "5 triệu ", "thôn 3, ", "1/", "1-", "a@", "đến hết ", "0 0 ", "("]
)
def test_a_text_of_a_hundred_thousand_characters_is_read(piece: str) -> None:
    found = find_quantities(piece * (100_000 // len(piece)))
    assert len(found.text) > 90_000
