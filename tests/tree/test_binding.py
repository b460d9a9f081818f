"""What stays on one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.tree import lines, parse, with_bound_spaces
from reportgen.tree.binding import bound


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("thu 12 tỷ đồng trong năm", "thu 12~tỷ~đồng trong năm"),
        ("hỗ trợ 1.250 triệu đồng", "hỗ trợ 1.250~triệu~đồng"),
        ("trồng 41,5 ha rừng", "trồng 41,5~ha rừng"),
        ("có 28 người, 06 hộ", "có 28~người, 06~hộ"),
        ("Nghị quyết số 12/NQ-HĐND ngày 20 tháng 7 năm 2025", "Nghị quyết số~12/NQ-HĐND ngày~20 tháng~7 năm~2025"),
        ("Nghị quyết số 05-NQ/ĐU", "Nghị quyết số~05-NQ/ĐU"),
        ("điểm a khoản 2 Điều 103 Chương XII", "điểm~a khoản~2 Điều~103 Chương~XII"),
        ("chi tiết tại Phụ lục I kèm theo", "chi tiết tại Phụ~lục~I kèm theo"),
        ("quý IV, năm 2025", "quý~IV, năm~2025"),
        ("một số 5 khu phố", "một số 5 khu phố"),
        ("năm Vạn điều", "năm Vạn điều"),
        ("12 mô hình", "12 mô hình"),
        ("điểm anh", "điểm anh"),
    ],
)
def test_number_and_unit_names_of_documents_and_dates_are_not_parted(typed: str, printed: str) -> None:
    assert bound(typed).replace("\u00a0", "~") == printed


def test_a_narrow_column_of_a_table_breaks_where_it_can() -> None:
    table = "<table><tbody><tr><td>TH năm 2025</td><td>≥ 200</td></tr></tbody></table>"
    bound_tree = with_bound_spaces(parse(f"<article><p>năm 2025</p>{table}</article>"))
    assert [line.text for line in lines(bound_tree)] == ["năm\u00a02025", "TH năm 2025", "≥\u00a0200"]


@given(st.text("số12/ NQđgàyăm tỷ.-"))
def test_only_the_kind_of_spaces_changes(words: str) -> None:
    assert bound(words).replace("\u00a0", " ") == words.replace("\u00a0", " ")
    assert bound(bound(words)) == bound(words)
