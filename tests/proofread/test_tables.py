"""Tables: ratio columns against their columns, totals both ways, slips of scale; and tables that are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.proofread.proofreading import proofread
from reportgen.proofread.readers.plain import read_plain
from reportgen.proofread.text import Cell, Paragraph, Table, Text

HEAD = "| STT | Chỉ tiêu | ĐVT | TH năm 2023 | KH năm 2024 | ƯTH năm 2024 | So sánh (%) TH/KH | So với cùng kỳ (%) |"
RULE = "|---|---|---|---|---|---|---|---|"
ROWS = (
    "| 1 | Thu ngân sách | tỷ đồng | 38,1 | 40 | 45,2 | 113 | 118,6 |",
    "| 2 | Giá trị sản xuất | tỷ đồng | 1.176 | 1.260 | 1.284 | 101,9 | 109,2 |",
    "| 3 | Sản lượng lương thực | tấn | 3.700 | 3.720 | 3.744 | 100,6 | 101,2 |",
    "| 4 | Đàn bò | con | 1.100 | 1.120 | 1.140 | 101,8 | 103,6 |",
    "| 5 | Hộ nghèo | hộ | 54 | 40 | 36 | 90 | 66,7 |",
)
VILLAGES = (
    "| TT | Thôn | Tổng số hộ | Hộ nghèo | Hộ khác |",
    "|---|---|---|---|---|",
    "| 1 | Thôn A | 120 | 5 | 115 |",
    "| 2 | Thôn B | 230 | 7 | 223 |",
    "| 3 | Thôn C | 150 | 4 | 146 |",
    "| 4 | Thôn D | 90 | 3 | 87 |",
    "|  | Tổng cộng | 590 | 19 | 571 |",
)


def told(*lines: str) -> list[tuple[str, str]]:
    """Kind and quotation of what is found in a Markdown text."""
    (found,) = proofread([read_plain("\n".join(lines)).text])
    return [(str(one.kind), one.span.quote) for one in found]


def changed(rows: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    """The rows with one cell changed, which stands there once."""
    text = "\n".join(rows)
    assert text.count(old) == 1
    return tuple(text.replace(old, new).split("\n"))


def test_a_right_table_is_left_alone() -> None:
    assert told(HEAD, RULE, *ROWS) == []
    assert told(*VILLAGES) == []


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("| 100,6 |", "| 106,6 |", "ratio"),
        ("| 109,2 |", "| 102,9 |", "ratio"),
        ("| 66,7 |", "| 76,7 |", "ratio"),
        ("| 1.120 |", "| 1.210 |", "ratio"),
    ],
)
def test_a_ratio_that_its_two_columns_do_not_give(old: str, new: str, kind: str) -> None:
    found = told(HEAD, RULE, *changed(ROWS, old, new))
    assert [one for one, _ in found] == [kind]


def test_a_rule_that_no_head_names_is_proved_by_the_rows() -> None:
    head = HEAD.replace("So sánh (%) TH/KH", "Tỷ lệ (%)").replace("So với cùng kỳ (%)", "Đạt (%)")
    assert told(head, RULE, *changed(ROWS, "| 100,6 |", "| 106,6 |")) == [("ratio", "106,6")]


def test_the_row_of_labels_says_what_a_column_is_made_of() -> None:
    table = (
        "| TT | Nội dung | Kế hoạch | Thực hiện | Tỷ lệ |",
        "|---|---|---|---|---|",
        "| A | B | 1 | 2 | 3=2/1 |",
        "| 1 | Trồng rừng | 40 | 45 | 112,5 |",
        "| 2 | Kết nạp đảng viên | 10 | 12 | 102 |",
    )
    assert told(*table) == []  # as many rows break the rule as keep it: nothing is certain
    assert told(*table, "| 3 | Mô hình | 4 | 5 | 125 |") == [("ratio", "102")]


def test_growth_and_differences_are_known_too() -> None:
    table = (
        "| TT | Nội dung | ĐVT | Năm 2023 | Năm 2024 | Tăng, giảm | Tăng, giảm (%) |",
        "|---|---|---|---|---|---|---|",
        "| 1 | Đơn thư | đơn | 50 | 45 | -5 | -10 |",
        "| 2 | Vụ việc | vụ | 20 | 25 | 5 | 25 |",
        "| 3 | Hồ sơ | hồ sơ | 400 | 460 | 60 | 15 |",
        "| 4 | Lượt tiếp | lượt | 80 | 88 | 9 | 10 |",
    )
    assert told(*table) == [("difference", "9")]


def test_a_whole_number_of_an_unknown_unit_may_be_a_rounded_one() -> None:
    table = (
        "| TT | Nội dung | Năm 2023 | Năm 2024 | Tăng, giảm |",
        "|---|---|---|---|---|",
        "| 1 | Lúa | 50 | 45 | -5 |",
        "| 2 | Ngô | 20 | 25 | 5 |",
        "| 3 | Rau | 400 | 460 | 60 |",
        "| 4 | Lạc | 80 | 88 | 9 |",
    )
    assert told(*table) == []


def test_padded_decimals_of_a_sheet_are_right() -> None:
    assert told(HEAD, RULE, *changed(ROWS, "| 101,9 |", "| 101,90 |")) == []


@pytest.mark.parametrize(
    ("old", "new", "quotes"),
    [
        ("| 590 |", "| 690 |", ["690"]),
        ("| 571 |", "| 517 |", ["517"]),
        ("| 150 |", "| 105 |", ["105", "590"]),
    ],
)
def test_totals_are_held_against_rows_and_columns(old: str, new: str, quotes: list[str]) -> None:
    assert set(told(*changed(VILLAGES, old, new))) >= {("sum", quote) for quote in quotes}


def test_a_group_is_the_sum_of_its_rows() -> None:
    table = (
        "| STT | Nội dung | ĐVT | Năm 2023 | Năm 2024 |",
        "|---|---|---|---|---|",
        "| I | Tổng đàn gia súc | con | 4.750 | 4.865 |",
        "| 1 | Trâu | con | 330 | 312 |",
        "| 2 | Bò | con | 1.120 | 1.140 |",
        "| 3 | Lợn | con | 3.300 | 3.431 |",
        "| II | Gia cầm | con | 90.000 | 95.000 |",
    )
    assert told(*table) == [("sum", "4.865")]


def test_what_is_not_added_is_no_sum() -> None:
    table = (
        "| STT | Nội dung | ĐVT | Năm 2023 | Năm 2024 |",
        "|---|---|---|---|---|",
        "| 1 | Lúa | ha | 640 | 645 |",
        "| - | Năng suất | tạ/ha | 58,5 | 58,9 |",
        "| - | Sản lượng | tấn | 3.744 | 3.799 |",
        "| 2 | Ngô | ha | 120 | 118 |",
        "| - | Năng suất | tạ/ha | 45 | 45,5 |",
        "| - | Sản lượng | tấn | 540 | 537 |",
    )
    assert told(*table) == []


def test_a_figure_ten_times_its_neighbours_is_told() -> None:
    found = told(HEAD, RULE, *changed(ROWS, "| 3.744 | 100,6 | 101,2 |", "| 37.440 | - | - |"))
    assert found == [("jump", "37.440")]


def test_the_unit_may_stand_in_the_name() -> None:
    table = (
        "| TT | Nội dung | Năm 2023 | Năm 2024 |",
        "|---|---|---|---|",
        "| I | Lúa cả năm (ha) | 640 | 652 |",
        "| 1 | Vụ xuân (ha) | 330 | 336 |",
        "| 2 | Vụ mùa (ha) | 310 | 315 |",
        "| II | Năng suất (tạ/ha) | 118 | 121 |",
        "| 1 | Vụ xuân (tạ/ha) | 60 | 62 |",
        "| 2 | Vụ mùa (tạ/ha) | 58 | 58 |",
    )
    # Hectares are rounded, so 651 may be 652; what a hectare gives is not added.
    assert told(*table) == []
    assert told(*changed(table, "| 652 |", "| 625 |")) == [("sum", "625")]


def test_merged_heads_name_their_columns() -> None:
    def cell(text: str, row: int, column: int, rows: int = 1, columns: int = 1) -> Cell:
        return Cell((Paragraph(text, row * 10 + column + 1, inside="x"),), row, column, rows, columns)

    head = (
        cell("TT", 0, 0, rows=2),
        cell("Chỉ tiêu", 0, 1, rows=2),
        cell("TH năm trước", 0, 2, rows=2),
        cell("KH năm", 0, 3, rows=2),
        cell("ƯTH năm", 0, 4, rows=2),
        cell("So sánh (%)", 0, 5, columns=2),
        cell("ƯTH/KH", 1, 5),
        cell("ƯTH/năm trước", 1, 6),
    )
    body = (
        ("1", "Thu", "38,1", "40", "45,2", "131", "118,6"),
        ("2", "Đàn bò", "1.100", "1.120", "1.140", "101,8", "103,6"),
        ("3", "Tổng vốn", "120", "130", "150", "115,4", "125"),
    )
    cells = tuple(cell(text, row + 2, column) for row, texts in enumerate(body) for column, text in enumerate(texts))
    (found,) = proofread([Text((Table((*head, *cells)),))])
    assert [(str(one.kind), one.span.quote) for one in found] == [("ratio", "131")]


def test_a_table_of_words_is_left_alone() -> None:
    assert told("| Việc | Người |", "|---|---|", "| Họp | A |", "| Ghi | B |") == []


def test_hostile_tables_take_no_time(tmp_path: Path) -> None:
    wide = "|" + " 1 |" * 5000
    assert told(wide, "|---" * 5000 + "|", *[wide] * 40) == []
