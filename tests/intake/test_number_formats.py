"""What a cell shows, by its number and its format; held once against what LibreOffice shows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.intake.cells import Cell
from reportgen.intake.number_formats import shown
from reportgen.intake.readers.open_sheet import numeral

SHOWN = [
    ("41.795", "General", "41,795"),
    ("41.795", "#,##0.0", "41,8"),
    ("41.795", "0", "42"),
    ("1234.5678", "#,##0.00", "1.234,57"),
    ("1234.5678", "0.0", "1234,6"),
    ("1234.5", "# ##0.0", "1.234,5"),
    ("2.5", "0", "3"),
    ("-2.5", "0", "-3"),
    ("0.9646", "0.00%", "96,46%"),
    ("0.9646", "0%", "96%"),
    ("1.5", "0.###", "1,5"),
    ("1", "0.0##", "1,0"),
    ("3", "00", "03"),
    ("0", "#", ""),
    ("0", '#,##0;-#,##0;"-"', "-"),
    ("0", '_-* #,##0.0_-;-* #,##0.0_-;_-* "-"??_-;_-@_-', "-"),
    ("12", '_-* #,##0.0_-;-* #,##0.0_-;_-* "-"??_-;_-@_-', "12,0"),
    ("-5", "#,##0;(#,##0)", "(5)"),
    ("-0.004", "0.0", "0,0"),
    ("-0.004", "0.0;-0.0", "-0,0"),
    ("41.8", '#,##0.0 "tỷ đồng"', "41,8 tỷ đồng"),
    ("41.8", '"ước "0.0', "ước 41,8"),
    ("41.8", '0.0\\ "tr/ng"', "41,8 tr/ng"),
    ("41800000", "#,##0.0,,", "41,8"),
    ("41800", "[Red]#,##0", "41.800"),
    ("41800", "[$₫-42A]#,##0", "₫41.800"),
    ("0.1", "General", "0,1"),
    ("0.30000000000000004", "General", "0,3"),
    ("33.333333333333336", "General", "33,33333333"),
    ("1e15", "General", "1000000000000000"),
    ("1e-7", "General", "0,0000001"),
    ("1.5", "# ?/?", "1,5"),
    ("1500", "0.00E+00", "1500"),
    ("5", "", "5"),
    ("5", "@", "5"),
]


@pytest.mark.parametrize(("value", "pattern", "text"), SHOWN)
def test_a_number_is_shown_as_its_format_says(value: str, pattern: str, text: str) -> None:
    assert shown(Decimal(value), pattern)[0] == text


@given(st.decimals(-(10**12), 10**12, places=4), st.integers(0, 4), st.booleans())
def test_what_is_shown_is_the_number_rounded(value: Decimal, places: int, grouped: bool) -> None:
    pattern = ("#,##0" if grouped else "0") + (f".{'0' * places}" if places else "")
    text = shown(value, pattern)[0]
    back = Decimal(text.replace(".", "").replace(",", "."))
    assert abs(back - value) <= Decimal(1).scaleb(-places) / 2


@given(st.decimals(-(10**9), 10**9, places=3), st.text(max_size=40))
def test_no_format_breaks_it(value: Decimal, pattern: str) -> None:
    assert isinstance(shown(value, pattern)[0], str)


@pytest.mark.parametrize(
    ("value", "text", "cell"),
    [
        ("41.795", "41.8", "41,8"),
        ("41.795", "41,8", "41,8"),
        ("1234.5", "1,234.50", "1.234,50"),
        ("1234.5", "1.234,50", "1.234,50"),
        ("1234567", "1,234,567", "1.234.567"),
        ("0.9646", "96.46%", "96,46%"),
        ("-5.25", "-5.3", "-5,3"),
        ("0", "-", "-"),
        ("1.5", "1.5 tỷ", "1,5 tỷ"),
    ],
)
def test_an_open_sheet_s_text_is_read_in_any_country_s_notation(value: str, text: str, cell: str) -> None:
    assert numeral(Decimal(value), text, bold=False).shown == cell
    assert isinstance(numeral(Decimal(value), text, bold=False), Cell)
