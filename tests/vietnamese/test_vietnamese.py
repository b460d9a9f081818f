"""Vietnamese text: folding, order, guesses, numbering."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.letters import POINT_LETTERS, closest, fold, nfc, point_letter, roman

KEYS = ("thực hiện", "kế hoạch", "năm trước", "năm sau", "tên", "tỷ lệ", "giá trị")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("thuc hien", "thực hiện"),
        ("THỰC_HIỆN", "thực hiện"),
        ("ke-hoach", "kế hoạch"),
        ("kế hoạhc", "kế hoạch"),
        ("ten", "tên"),
        ("năm truơcs", "năm trước"),
        ("ghi chú", None),
        ("", None),
        ("x" * 100_000, None),
    ],
)
def test_what_was_meant(word: str, meant: str | None) -> None:
    assert closest(word, KEYS) == meant


def test_a_key_without_diacritics_wins_over_a_nearer_spelling() -> None:
    assert closest("tinh", ("tính", "tĩn")) == "tính"


def test_folding_leaves_no_diacritics() -> None:
    assert fold("ĐẶNG Thị Ước, tỷ lệ Ỡ") == "dang thi uoc, ty le o"


@given(st.text())
def test_folding_is_the_same_for_composed_and_decomposed_text(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(nfc(text))


@given(st.text())
def test_folding_takes_off_every_mark_letter_by_letter(text: str) -> None:
    apart = unicodedata.normalize("NFD", text.casefold())
    assert fold(text) == "".join(letter for letter in apart if not unicodedata.combining(letter)).replace("đ", "d")


def test_points_are_lettered_in_the_vietnamese_alphabet() -> None:
    assert POINT_LETTERS[:7] == ("a", "b", "c", "d", "đ", "e", "g")
    assert [point_letter(number) for number in (1, 5, len(POINT_LETTERS), len(POINT_LETTERS) + 1)] == [
        "a",
        "đ",
        "y",
        "aa",
    ]


def test_roman_numerals() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 40, 1994)] == ["I", "IV", "IX", "XIV", "XL", "MCMXCIV"]
