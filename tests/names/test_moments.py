"""Days, places, lists, headings, names of indicators, spellings: what stands around them is taken away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.names.indicators import is_bare_key, led_by_verb, readable, shall_be_few
from reportgen.names.lists import items, unnumbered
from reportgen.names.moments import day_and_place, read_day, read_part, read_place
from reportgen.vietnamese.accents import lost_marks, one_spelling


@pytest.mark.parametrize(
    ("typed", "day", "part"),
    [
        ("Sáng ngày 25/12/2024", "25/12/2024", "sáng"),
        ("8h00 ngày 22/12/2025", "22/12/2025", "sáng"),
        ("14 giờ 30 phút, 3/1/2026", "3/1/2026", "chiều"),
        ("ngày 18 tháng 12 năm 2025", "18/12/2025", None),
        ("thứ Hai, ngày 22-12-2025", "22-12-2025", None),
        ("25/12/25", "25/12/2025", None),
        ("14-15/12/2023", "14-15/12/2023", None),
        ("Tối 24/12/2024", "24/12/2024", "tối"),
    ],
)
def test_a_day_is_read_with_the_words_around_it(typed: str, day: str, part: str | None) -> None:
    read = read_part(typed)
    assert (read_day(typed), read.text if read else None) == (day, part)


def test_a_place_behind_a_day_is_parted_from_it() -> None:
    day, place = day_and_place("Chiều 20/12/2025, tại Hội trường tầng 2")
    assert place is not None
    assert (day.text, place.text) == ("Chiều 20/12/2025", "tại Hội trường tầng 2")
    assert day_and_place("8h00 ngày 22/12/2025")[1] is None


@pytest.mark.parametrize("before", ["", "tại ", "Tại ", "tại tại ", "Địa điểm: ", "ở "])
def test_a_place_is_read_without_the_words_before_it(before: str) -> None:
    assert read_place(f"{before}Hội trường UBND xã.").text == "Hội trường UBND xã"


PLACES = ["UBND tỉnh (b/c)", "Thường trực Đảng ủy", "Lưu: VT"]


@pytest.mark.parametrize(
    "typed",
    ["; ".join(PLACES), ";".join(PLACES), "\n".join(PLACES), "- " + "\n- ".join(PLACES),
     "1) " + " 2) ".join(PLACES[:2]) + " 3) " + PLACES[2], "1. " + "\n2. ".join(PLACES)],
)  # fmt: skip
def test_several_things_in_one_text_are_several(typed: str) -> None:
    assert [item.text for item in items(typed)][1:2] == PLACES[1:2]
    assert len(items(typed)) == 3


@given(st.lists(st.sampled_from(["Chậm giải ngân", "Thiếu cán bộ", "Đường hỏng"]), min_size=2, max_size=6))
def test_numbered_items_are_parted_whatever_stands_behind_them(texts: list[str]) -> None:
    typed = " ".join(f"{number}) {text};" for number, text in enumerate(texts, 1))
    assert [item.text for item in items(typed)] == texts


@pytest.mark.parametrize("number", ["I. ", "II- ", "1. ", "2 - ", "1.2. ", "A. ", "a) ", "III/ "])
def test_a_heading_loses_its_own_number(number: str) -> None:
    expected = "Phát triển kinh tế"
    assert unnumbered(f"{number}{expected}").text == (expected if number != "II- " else f"{number}{expected}")


@pytest.mark.parametrize("heading", ["Công nghiệp", "5 nhiệm vụ trọng tâm", "C", "Đầu tư công", "Y tế", "An ninh"])
def test_other_headings_stay(heading: str) -> None:
    assert unnumbered(heading).text == heading


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Thu NSNN", "thu ngân sách nhà nước"),
        ("Hộ nghèo", "hộ nghèo"),
        ("Đảng viên mới", "đảng viên mới"),
        ("Đảng bộ vững mạnh", "Đảng bộ vững mạnh"),
        ("Nhà đại đoàn kết", "nhà đại đoàn kết"),
        ("Hội LHPN", "Hội LHPN"),
        ("OCOP", "OCOP"),
    ],
)
def test_a_name_reads_right_in_mid_sentence(typed: str, read: str) -> None:
    assert readable(typed) == read


def test_what_a_name_tells() -> None:
    assert led_by_verb("giúp hội viên thoát nghèo") == ("giúp", "hội viên thoát nghèo")
    assert led_by_verb("hội viên mới") is None
    assert all(map(shall_be_few, ["tỷ lệ hộ nghèo", "tai nạn giao thông", "tội phạm ma túy", "trẻ em suy dinh dưỡng"]))
    assert not any(
        map(shall_be_few, ["hộ nghèo được hỗ trợ", "số hộ thoát nghèo", "vụ vi phạm bị xử lý", "thu ngân sách"])
    )
    assert all(map(is_bare_key, ["doi_thoai", "ho thoat ngheo", "viec lam"]))
    assert not any(map(is_bare_key, ["cho vay", "OCOP", "thu", "đối thoại", "số_hộ"]))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Uỷ ban, Đảng uỷ, thuỷ lợi", "Ủy ban, Đảng ủy, thủy lợi"),
        ("hoà bình, khoẻ, xoè, HOÀ BÌNH", "hòa bình, khỏe, xòe, HÒA BÌNH"),
        ("quý, quỹ, quỳ, hoàn thành, khuỷu, toán", "quý, quỹ, quỳ, hoàn thành, khuỷu, toán"),
    ],
)
def test_one_spelling_of_the_tone_is_printed(typed: str, printed: str) -> None:
    assert one_spelling(typed) == printed


@given(st.text(max_size=80))
def test_one_spelling_keeps_the_length_and_is_stable(text: str) -> None:
    once = one_spelling(text)
    assert len(once) == len(text)
    assert one_spelling(once) == once


def test_words_that_lost_their_marks() -> None:
    assert all(map(lost_marks, ["thoat", "thuong", "viec", "nuoc", "khiem"]))
    assert not any(map(lost_marks, ["cho", "khoang", "loi", "nghe", "quang", "giao", "đất"]))
