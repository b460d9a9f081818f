"""A whole clause in the place of a result: result, plan, ratio, change, second figure, each with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.quantity.clauses import read_clause

SAID = {
    "1.245,6 tỷ đồng, đạt 102% KH, tăng 8,9% so với cùng kỳ": (
        "1.245,6 tỷ đồng", {"ratio": "102%", "change": "tăng 8,9%"},
    ),
    "52,4 tỷ đồng, vượt 4,8% KH": ("52,4 tỷ đồng", {"ratio": "vượt 4,8%"}),
    "6.240 tấn/KH 6.100 tấn": ("6.240 tấn", {"plan": "6.100 tấn"}),
    "8.510 triệu đồng (KH 8.000 triệu đồng)": ("8.510 triệu đồng", {"plan": "8.000 triệu đồng"}),
    "15/15 thanh niên đạt 100%": ("15/15 thanh niên", {"share": "100%"}),
    "3 vụ giảm 2 vụ": ("3 vụ", {"change": "giảm 2 vụ"}),
    "250 suất, trị giá 75 triệu đồng": ("250 suất (75 triệu đồng)", {}),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "parts"), SAID.items(), ids=list(SAID))
def test_the_parts_of_a_clause_stand_each_in_its_place(typed: str, parts: tuple[str, dict[str, str]]) -> None:
    clause = read_clause(typed)
    assert clause is not None
    assert (clause.result.text, {kind: said.text for kind, said in clause.said.items()}) == parts
    assert all(typed[said.start : said.end] == said.text for said in clause.said.values())


@pytest.mark.parametrize("typed", ["126", "đạt 95,2%", "95% trở lên", "2,1% (54 hộ)", "86,5 tỷ", "Không có", "đạt tốt"])
def test_a_single_figure_and_what_is_not_understood_are_left_alone(typed: str) -> None:
    assert read_clause(typed) is None


@given(st.text(max_size=60))
def test_any_text_is_read_or_left_alone(typed: str) -> None:
    clause = read_clause(typed)
    assert clause is None or clause.result.text
