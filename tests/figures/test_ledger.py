"""Results against plans: what reaches, what passes, what falls short, and how it is said and tabled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures.intervals import Standing
from reportgen.figures.ledger import Ledger
from reportgen.figures.parts import part
from reportgen.figures.phrase import plain
from reportgen.figures.table import indicator_table
from reportgen.model.reading import Input, bind
from reportgen.source import parse_source

Write = Callable[[str], Input]


def ledger(text: str) -> Ledger:
    conference = bind(
        parse_source(Path("a.yaml"), f"năm: 2025\nđơn vị: phường A\nchỉ tiêu:\n{text}".encode())
    ).conference
    assert conference is not None
    return Ledger(conference)


def standing(entries: str) -> Standing:
    return ledger(f"  a: {{tên: chỉ tiêu, {entries}}}\n").lines["a"].standing


PLANS = (
    # A rate that shall fall: points against points.
    ("thực hiện: '2,1%', năm trước: '2,9%', kế hoạch: 'giảm 0,5%', thấp là tốt: có", Standing.EXCEEDED),
    ("thực hiện: '2,4%', năm trước: '2,9%', kế hoạch: 'giảm 0,5 điểm %', thấp là tốt: có", Standing.MET),
    ("thực hiện: '2,6%', năm trước: '2,9%', kế hoạch: 'giảm 0,5%'", Standing.BELOW),
    ("thực hiện: '3,1%', năm trước: '2,9%', kế hoạch: 'giảm 0,5%'", Standing.BELOW),
    # An amount that shall grow: percent of last year's, or an amount.
    ("thực hiện: 110 tỷ đồng, năm trước: 100 tỷ đồng, kế hoạch: 'tăng 10%'", Standing.MET),
    ("thực hiện: 112 tỷ đồng, năm trước: 100 tỷ đồng, kế hoạch: 'tăng 10%'", Standing.EXCEEDED),
    ("thực hiện: 109 tỷ đồng, năm trước: 100 tỷ đồng, kế hoạch: 'tăng 8 - 10%'", Standing.MET),
    ("thực hiện: 12 vụ, năm trước: 15 vụ, kế hoạch: giảm 2 vụ, thấp là tốt: có", Standing.EXCEEDED),
    # Rounding makes no failure: 104,96 % of last year's is a growth of 5,0 %.
    ("thực hiện: '52,48 tỷ đồng', năm trước: 50 tỷ đồng, kế hoạch: 'tăng 5,0%'", Standing.MET),
    ("thực hiện: 15 tỷ đồng, năm trước: 14 tỷ đồng, kế hoạch: 'tăng 10%'", Standing.BELOW),
    ("thực hiện: '0,9%', năm trước: '1,3%', kế hoạch: 'giảm 0,5%', thấp là tốt: có", Standing.BELOW),
    # A result that is a change itself needs no last year.
    ("thực hiện: 'tăng 8,5%', kế hoạch: 'tăng 8%'", Standing.EXCEEDED),
    ("thực hiện: 'giảm 0,4%', kế hoạch: 'giảm 0,5%', thấp là tốt: có", Standing.BELOW),
    ("thực hiện: '45%', năm trước: '44%', kế hoạch: 'tăng 2%'", Standing.BELOW),
    ("thực hiện: 41 tỷ đồng, năm trước: 37 tỷ đồng, kế hoạch: tăng 5.000 triệu đồng", Standing.BELOW),
    ("thực hiện: 'giảm 0,8%', kế hoạch: 'giảm 0,5 điểm %', thấp là tốt: có", Standing.EXCEEDED),
    ("thực hiện: 34 hộ, năm trước: 50 hộ, kế hoạch: giảm không quá 10 hộ", Standing.BELOW),
    ("thực hiện: 2.570/2.683 hộ, năm trước: 2.500/2.683 hộ, kế hoạch: tăng 50 hộ", Standing.EXCEEDED),
    # Nothing to compare with.
    ("thực hiện: '2,1%', kế hoạch: 'giảm 0,5%'", Standing.UNKNOWN),
    ("thực hiện: 41 tỷ đồng, năm trước: 37 tỷ đồng, kế hoạch: gấp 1,1 lần", Standing.UNKNOWN),
    # What shall be low passes its ceiling as what shall be high passes its floor.
    ("thực hiện: '3,42%', kế hoạch: '≤ 3,5%', thấp là tốt: có", Standing.EXCEEDED),
    ("thực hiện: '3,5%', kế hoạch: '≤ 3,5%', thấp là tốt: có", Standing.MET),
    ("thực hiện: '3,42%', kế hoạch: '≤ 3,5%'", Standing.MET),
    ("thực hiện: '3,6%', kế hoạch: 'dưới 3,5%', thấp là tốt: có", Standing.BELOW),
)


@pytest.mark.parametrize(("entries", "wanted"), PLANS)
def test_a_result_stands_to_its_plan(entries: str, wanted: Standing) -> None:
    assert standing(entries) is wanted


@given(st.integers(1, 500), st.integers(1, 500), st.integers(1, 100))
def test_a_planned_decrease_is_held_against_the_decrease(now: int, before: int, planned: int) -> None:
    found = standing(f"thực hiện: {now} vụ, năm trước: {before} vụ, kế hoạch: giảm {planned} vụ")
    fell = before - now
    wanted = Standing.EXCEEDED if fell > planned else Standing.MET if fell == planned else Standing.BELOW
    assert found is wanted


TARGETS = "năm sau: [{giao bởi: tỉnh, giá trị: 130 hộ}, {giao bởi: HĐND xã, giá trị: 135 hộ}]"
SAID = (
    ("tên: tỷ lệ hộ nghèo, thực hiện: '2,1%', năm trước: '2,9%', kế hoạch: 'giảm 0,5%', thấp là tốt: có", "",
     "tỷ lệ hộ nghèo còn 2,1%, vượt kế hoạch (giảm 0,5 điểm %), giảm 0,8 điểm % so với năm 2024"),
    ("tên: thu ngân sách, thực hiện: 9 tỷ đồng, năm sau: 'tăng 10%'", "chỉ tiêu năm sau",
     "thu ngân sách tăng 10% so với năm 2025"),
    ("tên: hộ nghèo, thực hiện: 18 hộ, năm sau: giảm 5 hộ, thấp là tốt: có", "chỉ tiêu năm sau",
     "số hộ nghèo giảm 5 hộ so với năm 2025"),
    ("tên: hộ nghèo, thực hiện: 18 hộ, năm sau: 10 hộ, thấp là tốt: có", "chỉ tiêu năm sau", "số hộ nghèo còn 10 hộ"),
    ("tên: vụ vi phạm, thực hiện: 12 vụ, năm trước: 9 vụ, thấp là tốt: có", "",
     "12 vụ vi phạm, tăng 03 vụ so với năm 2024"),
    ("tên: số vụ vi phạm, thực hiện: 12 vụ, năm trước: 9 vụ, thấp là tốt: có", "",
     "số vụ vi phạm ở mức 12 vụ, tăng 03 vụ so với năm 2024"),
    (f"tên: hộ kinh doanh, thực hiện: 120 hộ, {TARGETS}",
     "chỉ tiêu năm sau", "130 hộ kinh doanh (kế hoạch tỉnh giao), 135 hộ (kế hoạch HĐND xã giao)"),
    ("tên: thu ngân sách, thực hiện: 9 tỷ đồng, năm sau: 'tăng 10% so với năm 2025'", "chỉ tiêu năm sau",
     "thu ngân sách tăng 10% so với năm 2025"),
    ("tên: tỷ lệ hộ dùng nước sạch, thực hiện: 2.570/2.683 hộ, năm sau: '≥ 97%'", "chỉ tiêu năm sau",
     "tỷ lệ hộ dùng nước sạch đạt từ 97% trở lên"),
    ("tên: nợ thuế, thực hiện: 3 tỷ đồng, kế hoạch: 5 tỷ đồng, thấp là tốt: có", "",
     "nợ thuế còn 3 tỷ đồng, bằng 60% kế hoạch"),
    ("tên: tỷ suất sinh, thực hiện: '3,5‰', kế hoạch: '5‰', thấp là tốt: có", "",
     "tỷ suất sinh còn 3,5‰, thấp hơn 1,5‰ so với kế hoạch"),
    ("tên: hộ nghèo, thực hiện: 34 hộ, năm trước: 50 hộ, kế hoạch: giảm không quá 10 hộ", "",
     "34 hộ nghèo, chưa đạt kế hoạch (giảm không quá 10 hộ), giảm 16 hộ so với năm 2024"),
    ("tên: thu, thực hiện: 41 tỷ đồng, kế hoạch: {giá trị: 'tăng 10%', đánh giá: đạt}", "",
     "thu đạt 41 tỷ đồng, đạt kế hoạch"),
    ("tên: chi bộ tốt trở lên, thực hiện: 22/24 chi bộ, năm sau: 'từ 92% trở lên'", "chỉ tiêu năm sau",
     "tỷ lệ chi bộ tốt trở lên đạt ít nhất 92%"),
)  # fmt: skip


@pytest.mark.parametrize(("entries", "name", "wanted"), SAID)
def test_it_is_said_in_words_that_fit(entries: str, name: str, wanted: str) -> None:
    said = part(ledger(f"  a: {{{entries}}}\n").lines["a"], name)
    assert said is not None
    assert plain(said).replace("\u00a0", " ") == wanted


def test_the_order_of_plans_does_not_count() -> None:
    one, other = "{giao bởi: tỉnh, giá trị: 100 tấn}", "{giao bởi: HĐND xã, giá trị: 110 tấn}"
    for plans in (f"{one}, {other}", f"{other}, {one}"):
        found = ledger(f"  a: {{thực hiện: 110 tấn, kế hoạch: [{plans}]}}\n")
        assert (len(found.reached), len(found.exceeded)) == (1, 0)


def test_parts_are_said_as_they_are_counted() -> None:
    lines = ledger(
        "  tong: {tên: đảng viên, thực hiện: 12 đảng viên, gồm: [thon, truong]}\n"
        "  thon: {tên: 'đảng viên ở chi bộ thôn, bản', thực hiện: 8 đảng viên}\n"
        "  truong: {tên: đảng viên ở trường học, thực hiện: 4 đảng viên}\n"
    )
    said = plain(part(lines.lines["tong"], "trong đó") or ()).replace("\u00a0", " ")
    assert said == "trong đó có 8 đảng viên ở chi bộ thôn, bản; 4 đảng viên ở trường học"


def cells(text: str, shows: str) -> list[tuple[str, list[str]]]:
    """The columns of that kind: heading, and the cells below it."""
    table = indicator_table(ledger(text))
    return [
        (column.heading, [plain(row.cells[place]).replace("\u00a0", " ") for row in table.rows])
        for place, column in enumerate(table.columns)
        if column.shows == shows
    ]


def test_no_plan_is_lost_where_many_set_plans() -> None:
    setters = ("tỉnh", "HĐND xã", "Tỉnh ủy", "Nghị quyết Đại hội", "")
    text = "".join(
        f"  a{place}: {{thực hiện: 9 hộ, kế hoạch: {{giao bởi: {setter or '~'}, giá trị: {place + 1} hộ}}}}\n"
        if setter
        else f"  a{place}: {{thực hiện: 9 hộ, kế hoạch: {place + 1} hộ}}\n"
        for place, setter in enumerate(setters)
    )
    columns = cells(text + "  b: {thực hiện: 9 hộ, kế hoạch: {giao bởi: tỉnh, giá trị: 9 hộ}}\n", "plan")
    assert [heading for heading, _ in columns] == ["Tỉnh giao", "HĐND xã giao", "Nơi khác giao"]
    assert columns[-1][1] == ["", "", "3", "4", "5", ""]


def test_several_targets_of_next_year_stand_in_one_cell_with_who_set_them() -> None:
    targets = "năm sau: [{giao bởi: tỉnh, giá trị: 130 hộ}, {giao bởi: HĐND xã, giá trị: 135 hộ}]"
    assert cells(f"  a: {{thực hiện: 120 hộ, {targets}}}\n", "after") == [
        ("KH năm 2026", ["130 (tỉnh); 135 (HĐND xã)"])
    ]


def test_a_change_and_a_bound_keep_their_words_in_another_scale() -> None:
    text = (
        "  a: {tên: thu, thực hiện: 41 tỷ đồng, năm trước: 37 tỷ đồng, kế hoạch: tăng 5.000 triệu đồng}\n"
        "  b: {tên: chi, thực hiện: 41 tỷ đồng, kế hoạch: '≥ 40.000 triệu đồng'}\n"
    )
    assert cells(text, "plan") == [("KH năm 2025", ["tăng 5", "≥ 40"])]


@pytest.mark.parametrize(
    ("result", "plan", "said"),
    [
        ("9.994", "10.000", "99,9%"),
        ("9.995", "10.000", "99,95%"),
        ("9.996", "10.000", "99,96%"),
        ("99.995", "100.000", "gần 100%"),
        ("10.004", "10.000", "100,04%"),
        ("100.004", "100.000", "hơn 100%"),
        ("10.000", "10.000", "100%"),
    ],
)
def test_only_what_is_100_percent_is_printed_as_that(result: str, plan: str, said: str) -> None:
    whole = ledger(f"  a: {{tên: số hộ, thực hiện: {result} hộ, kế hoạch: {plan} hộ}}\n").lines["a"]
    assert f"bằng {said} kế hoạch" in plain(part(whole, "") or ()).replace("\u00a0", " ")


def test_two_plans_of_one_setter_are_told_apart() -> None:
    plans = "[{giao bởi: A, giá trị: 40 ha}, {giao bởi: A, điều chỉnh: có, giá trị: 41 ha}]"
    assert cells(f"  a: {{thực hiện: 42 ha, kế hoạch: {plans}}}\n", "plan")[0][1] == ["40 (A); 41 (A điều chỉnh)"]


def test_a_result_of_none_takes_the_unit_of_its_plan() -> None:
    text = "  a: {tên: hộ nghèo, thực hiện: Không có, năm trước: 05 hộ, kế hoạch: '≤ 3 hộ'}\n"
    assert cells(text, "unit") == [("ĐVT", ["Hộ"])]
    assert cells(text, "before") == [("TH năm 2024", ["05"])]
    assert cells(text, "plan") == [("KH năm 2025", ["≤ 3"])]
