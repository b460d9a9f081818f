"""Whole numbers in words."""

from __future__ import annotations

import pytest

from reportgen.vietnamese.spoken import spoken


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("năm", 5),
        ("mười lăm", 15),
        ("hai mươi mốt", 21),
        ("một trăm linh năm", 105),
        ("một nghìn không trăm linh hai", 1002),
        ("một triệu rưỡi", 1_500_000),
        ("hai nghìn tỷ", 2_000_000_000_000),
        ("mười bốn tỷ hai trăm linh năm triệu", 14_205_000_000),
    ],
)
def test_words_say_the_number(words: str, number: int) -> None:
    assert spoken(words.split()) == (number, len(words.split()))


def test_the_number_ends_where_other_words_begin() -> None:
    assert spoken(["hai", "trăm", "triệu", "đồng", "chẵn"]) == (200_000_000, 3)
    assert spoken(["đồng"]) is None
    assert spoken([]) is None
