"""Lines typed below one another are two sentences where they look so, and one where a text was wrapped."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.prose.lines import lines_apart

_TEXT = "năm là xã Đảng bộ các cấp Ủy ban ở đồng chí Ổn Ánh tổ chức ăn ấp ý kiến Nhân dân đạt"
WORDS = st.sampled_from(_TEXT.split())


@given(st.lists(WORDS, min_size=5, max_size=80), st.integers(30, 110))
def test_a_wrapped_text_stays_one(words: list[str], width: int) -> None:
    text = textwrap.fill(" ".join(words), width)
    assert lines_apart(text) == text


@pytest.mark.parametrize(
    ("typed", "paragraphs"),
    [
        ("Phong trào sôi nổi\nCác thôn đều tham gia rất đông", 2),
        ("Phong trào sôi nổi.\nCác thôn đều tham gia rất đông", 1),
        ("Phong trào sôi nổi\nđược các thôn tham gia rất đông", 1),
        ("Phong trào sôi nổi\nƯu tiên các thôn khó khăn", 2),
        ("năm tiến hành\nđại hội đảng bộ các cấp trong toàn tỉnh", 1),
        ("- Một việc\n- Hai việc", 1),
        ("| A | B |\n|---|---|\n| 1 | 2 |", 1),
    ],
)
def test_two_lines_are_two_paragraphs_where_they_were_typed_so(typed: str, paragraphs: int) -> None:
    assert len(lines_apart(typed).split("\n\n")) == paragraphs
