"""Broken writing is named for what it is, with the likely reading as a hint."""

from __future__ import annotations

import string

import pytest

from reportgen.problems import Severity
from reportgen.problems.catalog.quantities import ENTRIES
from reportgen.quantity import find_quantities, read_quantity

BROKEN = (
    # field, code, likely reading
    ("nhiều", "Q301", None),
    ("", "Q301", None),
    ("152,%", "Q302", "152%"),
    ("95,%", "Q302", "95%"),
    ("152, %", "Q302", "152 %"),
    ("7,ha", "Q302", "7ha"),
    ("91.77%", "Q303", "91,77%"),
    ("7.2 ha", "Q303", "7,2 ha"),
    ("1.53 triệu", "Q303", "1,53 triệu"),
    ("0.125 ha", "Q303", "0,125 ha"),
    ("1250.5 ha", "Q303", "1.250,5 ha"),
    ("28,936.5", "Q304", "28.936,5"),
    ("1,028,936.5 triệu đồng", "Q304", "1.028.936,5 triệu đồng"),
    ("0 68%", "Q305", "0,68%"),
    ("12 5%", "Q305", "12,5%"),
    ("1.2345", "Q306", "1,2345"),
    ("12.34.567", "Q306", "1.234.567"),
    ("1.2.3,4,5", "Q323", ""),
    ("068.000 đồng", "Q306", "68.000 đồng"),
    ("12,345,678", "Q307", "12.345.678"),
    ("12,345,678 đồng", "Q307", "12.345.678 đồng"),
    ("giảm -1,3 ha", "Q308", "giảm 1,3 ha"),
    ("tăng -5%", "Q308", "tăng 5%"),
    ("28 936 triệu đồng", "Q309", "28.936 triệu đồng"),
    ("1 028 936 đồng", "Q309", "1.028.936 đồng"),
    ("9" * 60, "Q310", ""),
    ("15 - 10%", "Q313", None),
    ("10 hộ, 20 người", "Q314", None),
    ("tỷ lệ 10%", "Q314", None),
    ("-5 hộ", "Q315", "5 hộ"),
    ("68 triệu 682 tỷ đồng", "Q316", None),
    ("5 tỷ 1068 triệu đồng", "Q316", None),
    ("10 hộ và 20 người", "Q317", None),
    ("14/12/2023", "Q318", None),
    ("8 giờ 00", "Q318", None),
    ("215/BC-UBND", "Q318", None),
    ("5/0 hộ", "Q320", None),
    ("7,2 ha m²", "Q321", None),
    ("5 tấn tạ/ha", "Q321", None),
    ("10 triệu đồng USD", "Q321", None),
    ("673ha/550 tấn", "Q322", None),
)

DOUBTFUL = (
    # field, code, likely writing, value that is kept
    ("41.795 tỷ đồng", "Q311", "41,795 tỷ đồng", "41795000000000"),
    ("71.375 tạ/ha", "Q311", "71,375 tạ/ha", "71375"),
    ("1250 hộ", "Q312", "1.250", "1250"),
    ("12500,5 tấn", "Q312", "12.500,5", "12500.5"),
    ("2,570 hộ", "Q319", None, "2.570"),
)


@pytest.mark.parametrize(("text", "code", "likely"), BROKEN, ids=[row[0] or "empty" for row in BROKEN])
def test_a_broken_field_has_no_value_but_a_code_and_a_likely_reading(text: str, code: str, likely: str | None) -> None:
    reading = read_quantity(text)
    assert reading.quantity is None
    assert [flaw.code for flaw in reading.flaws] == [code]
    assert reading.flaws[0].values.get("likely") == likely


@pytest.mark.parametrize(
    ("text", "code", "likely"), [row for row in BROKEN if row[2]], ids=[row[0] for row in BROKEN if row[2]]
)
def test_the_likely_reading_reads(text: str, code: str, likely: str) -> None:
    assert read_quantity(likely).quantity is not None


@pytest.mark.parametrize(("text", "code", "likely", "kept"), DOUBTFUL, ids=[row[0] for row in DOUBTFUL])
def test_a_doubtful_field_keeps_its_value_and_says_why(text: str, code: str, likely: str | None, kept: str) -> None:
    reading = read_quantity(text)
    assert reading.quantity is not None
    assert f"{reading.quantity.value:f}".removesuffix("0") == kept.removesuffix("0")
    assert [(flaw.code, flaw.values.get("likely")) for flaw in reading.flaws] == [(code, likely)]


@pytest.mark.parametrize("text", ["28.936 triệu đồng", "1.536 triệu đồng", "hơn 3.500 tỷ đồng", "1.250 hộ", "1.125 ha"])
def test_plain_thousands_raise_no_doubt(text: str) -> None:
    assert read_quantity(text).flaws == ()


PROSE = (
    ("bằng 152,% KH Thành phố giao", "Q302", "152,%"),
    ("đạt 91.77%.", "Q303", "91.77%"),
    ("trồng 7.2 ha lúa", "Q303", "7.2 ha"),
    ("còn 0 68% hộ nghèo", "Q305", "0 68%"),
    ("thu 28,936.5 triệu đồng", "Q304", "28,936.5 triệu đồng"),
    ("giảm -1,3 ha so với năm 2022", "Q308", "giảm -1,3 ha"),
    ("thu 12,345,678 đồng", "Q307", "12,345,678 đồng"),
    ("có 1250 hộ", "Q312", "1250"),
)


@pytest.mark.parametrize(("text", "code", "where"), PROSE, ids=[row[0] for row in PROSE])
def test_broken_numbers_are_found_in_running_text(text: str, code: str, where: str) -> None:
    found = find_quantities(text)
    assert [(flaw.code, found.text[flaw.start : flaw.end]) for flaw in found.flaws] == [(code, where)]


def test_a_section_number_in_running_text_is_no_broken_number() -> None:
    assert find_quantities("như đã nêu tại tiểu mục 2.1 ở trên").flaws == ()


def test_every_code_is_in_the_catalog_and_every_entry_is_reached() -> None:
    assert {row[1] for row in (*BROKEN, *DOUBTFUL)} == set(ENTRIES)


def test_what_is_readable_is_never_an_error_and_what_is_not_always_is() -> None:
    assert all(ENTRIES[row[1]].severity is Severity.ERROR for row in BROKEN)
    assert all(ENTRIES[row[1]].severity is not Severity.ERROR for row in DOUBTFUL)


@pytest.mark.parametrize("text", [row[0] for row in (*BROKEN, *DOUBTFUL)])
def test_the_catalog_asks_for_no_blank_that_a_flaw_does_not_fill(text: str) -> None:
    for flaw in read_quantity(text).flaws:
        entry = ENTRIES[flaw.code]
        for words in (entry.vi.message, entry.vi.hint, entry.en.message, entry.en.hint):
            blanks = {name for _, name, _, _ in string.Formatter().parse(words) if name}
            assert blanks <= set(flaw.values)


@pytest.mark.parametrize("code", [code for code, entry in ENTRIES.items() if entry.example])
def test_the_example_of_an_entry_is_wrong_before_the_arrow_and_right_behind_it(code: str) -> None:
    wrong, right = ENTRIES[code].example.split(" → ")
    assert code in [flaw.code for flaw in read_quantity(wrong).flaws]
    assert read_quantity(right).quantity is not None
    assert read_quantity(right).flaws == ()
