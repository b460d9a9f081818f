"""Totals whose parts stand below them, and what several texts say of one thing."""

from __future__ import annotations

import pytest

from reportgen.proofread.proofreading import proofread
from reportgen.proofread.readers.html import read_html
from reportgen.proofread.readers.plain import read_plain

OPENER = "Tổng diện tích gieo trồng 412,5 ha, gồm:"
ITEMS = ("Lúa 286,0 ha, đạt 102% kế hoạch;", "Ngô 74,5 ha;", "Rau màu 52,0 ha.")


def told(*texts: str) -> list[list[tuple[str, str]]]:
    """Kind and quotation of what is found in each text."""
    found = proofread([read_plain(text).text for text in texts])
    return [[(str(one.kind), one.span.quote) for one in of_text] for of_text in found]


def items(*texts: str) -> str:
    return "\n\n".join((OPENER, "\n".join(f"- {text}" for text in texts), "Kinh tế phát triển."))


def test_a_list_that_reaches_its_total_is_left_alone() -> None:
    assert told(items(*ITEMS)) == [[]]


def test_a_list_that_misses_its_total_is_told_at_the_total() -> None:
    assert told(items(*ITEMS[:2], "Rau màu 42,0 ha.")) == [[("sum", "412,5 ha")]]


def test_the_items_of_a_page_are_a_list_too() -> None:
    page = f"<p>{OPENER}</p><ul><li>Lúa 286,0 ha</li><li>Ngô 74,5 ha</li><li>Rau màu 42,0 ha</li></ul>"
    (found,) = proofread([read_html(page).text])
    assert [(str(one.kind), one.span.quote, len(one.others)) for one in found] == [("sum", "412,5 ha", 3)]


def test_some_parts_may_only_be_too_large() -> None:
    some = items("Lúa 286,0 ha;", "Ngô 74,5 ha.").replace("gồm", "trong đó")
    assert told(some) == [[]]
    assert told(some.replace("286,0", "486,0")) == [[("sum", "486,0 ha")]]


@pytest.mark.parametrize("other", ["Cây khác.", "Ngô 45 tạ/ha;", "Ngô 74,5/80 ha;", "Ngô và các loại khác;"])
def test_an_item_that_is_not_understood_leaves_the_list_alone(other: str) -> None:
    assert told(items("Lúa 286,0 ha;", other, "Rau màu 52,0 ha.")) == [[]]


SAID = "Tổng thu ngân sách nhà nước đạt {} tỷ đồng."
TITLE = "Báo cáo kết quả thực hiện nhiệm vụ năm {}\n\n"


def test_a_headline_is_held_against_the_text() -> None:
    assert told(f"# {SAID.format('45,2')}\n\n{SAID.format('42,5')}") == [[("twice", "42,5 tỷ đồng")]]


def test_texts_of_one_year_are_held_against_one_another_and_others_are_not() -> None:
    texts = [TITLE.format(year) + SAID.format(value) for year, value in ((2024, "45,2"), (2024, "42,5"))]
    assert told(*texts) == [[], [("twice", "42,5 tỷ đồng")]]
    assert told(texts[0], texts[1].replace("2024", "2023")) == [[], []]


def test_a_text_without_a_year_goes_with_the_only_year_there_is() -> None:
    assert told(TITLE.format(2024) + SAID.format("45,2"), SAID.format("42,5")) == [[], [("twice", "42,5 tỷ đồng")]]


def test_rounder_values_and_targets_are_no_contradiction() -> None:
    hedged = SAID.format("hơn 45")
    assert told(f"{hedged}\n\n{SAID.format('45,2')}") == [[]]
    assert told(f"{SAID.format('45,2')}\n\nMục tiêu năm 2025:\n\n- Tổng thu ngân sách nhà nước đạt 50 tỷ đồng;") == [[]]


def test_the_likely_base_of_a_wrong_ratio_is_told() -> None:
    text = "Thu 45,2 tỷ đồng, bằng 118,6% kế hoạch (kế hoạch 40 tỷ đồng), tăng 18,6% so với năm 2023 (38,1 tỷ đồng)."
    ((found,),) = proofread([read_plain(text).text])
    assert found.values["slip"].startswith("Có lẽ tính trên số của năm trước")
