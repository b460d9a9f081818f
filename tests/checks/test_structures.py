"""Shares of a whole make 100%, which is exact; rounded shares miss it by half a last digit each at most."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.checks import check
from reportgen.model.reading import Input, bind
from reportgen.quantity import write_number
from reportgen.source import parse_source

HEAD = "năm: 2025\nđơn vị: phường Bình An\n"


def codes(written: Callable[[str], Input], text: str) -> list[str]:
    return [problem.code for problem in check(written(HEAD + text))]


def parts(whole: str, *shares: str, key: str = "thực hiện") -> str:
    names = ", ".join(f"p{number}" for number in range(len(shares)))
    lines = "".join(f'  p{number}: {{{key}: "{share}"}}\n' for number, share in enumerate(shares))
    return f"chỉ tiêu:\n  co_cau: {{tên: cơ cấu kinh tế, {whole}gồm: [{names}]}}\n{lines}"


WHOLES = ['thực hiện: "100%", ', "", 'thực hiện: "120 tỷ đồng", ']

SHARES = [
    (("44,0%", "31,0%", "27,0%"), ["R412"]),
    (("44%", "31%", "27%"), ["R412"]),
    (("24,10%", "41,27%", "34,66%"), ["R412"]),
    (("44%", "31%", "23%"), ["R412"]),
    (("44%", "31%", "26%"), []),
    (("24,10%", "41,27%", "34,64%"), []),
    (("33,3%", "33,3%", "33,3%"), []),
    (("khoảng 44%", "31%", "27%"), []),
]


@pytest.mark.parametrize("whole", WHOLES)
@pytest.mark.parametrize(("shares", "wanted"), SHARES)
def test_parts_in_percent_make_the_whole(
    written: Callable[[str], Input], whole: str, shares: tuple[str, ...], wanted: list[str]
) -> None:
    assert codes(written, parts(whole, *shares)) == wanted


def test_a_structure_of_an_earlier_year_does_so_too(written: Callable[[str], Input]) -> None:
    shares = [f"thực hiện: {now}, các năm: {{2023: {then}}}" for now, then in (("40%", "44%"), ("60%", "58%"))]
    lines = "".join(f"  p{number}: {{{share}}}\n" for number, share in enumerate(shares))
    assert codes(written, f"chỉ tiêu:\n  co_cau: {{tên: cơ cấu kinh tế, gồm: [p0, p1]}}\n{lines}") == ["R412"]


@pytest.mark.parametrize("column", ["kế hoạch", "năm trước", "năm sau"])
def test_a_planned_structure_and_last_year_s_do_so_too(written: Callable[[str], Input], column: str) -> None:
    assert codes(written, parts("", "44%", "31%", "27%", key=column)) == ["R412"]


def test_parts_of_an_earlier_year_reach_its_total(written: Callable[[str], Input]) -> None:
    text = """chỉ tiêu:
  dan_so: {tên: dân số, thực hiện: 100 người, các năm: {2023: 97 người}, gồm: [nam, nữ]}
  nam: {thực hiện: 49 người, các năm: {2023: 48 người}}
  nữ: {thực hiện: 51 người, các năm: {2023: 50 người}}
"""
    assert codes(written, text) == ["R410"]


@pytest.mark.parametrize("whole", ['thực hiện: "100%", ', ""])
@pytest.mark.parametrize(("shares", "wanted"), SHARES)
def test_the_shares_by_unit_make_the_whole(
    written: Callable[[str], Input], whole: str, shares: tuple[str, ...], wanted: list[str]
) -> None:
    units = ", ".join(f'Ngành {number}: "{share}"' for number, share in enumerate(shares))
    text = f"chỉ tiêu:\n  a: {{tên: cơ cấu kinh tế, {whole}theo đơn vị: {{{units}}}}}\n"
    assert codes(written, text) == wanted


def test_rates_of_several_units_are_no_structure(written: Callable[[str], Input]) -> None:
    for rates in ("Khu 1: 98%, Khu 2: 97%", "Khu 1: 47%, Khu 2: 55%", "Khu 1: 100%, Khu 2: 100%"):
        text = f"chỉ tiêu:\n  a: {{tên: tỷ lệ hộ dùng nước sạch, theo đơn vị: {{{rates}}}}}\n"
        assert codes(written, text) == []


def table(*rows: str, head: str = "Ngành | Tỷ trọng (%)") -> str:
    body = "".join(f"      | {row} |\n" for row in (head, " | ".join("---" for _ in head.split("|")), *rows))
    return f"kết quả:\n  - nội dung: |\n{body}"


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (("Nông nghiệp | 44", "Công nghiệp | 31", "Dịch vụ | 27", "Tổng | 100"), ["R460"]),
        (("Nông nghiệp | 24,10", "Công nghiệp | 41,27", "Dịch vụ | 34,66", "Tổng | 100,00"), ["R460"]),
        (("Nông nghiệp | 24,10%", "Công nghiệp | 41,27%", "Dịch vụ | 34,66%"), ["R412"]),
        (("Nông nghiệp | 44", "Công nghiệp | 31", "Dịch vụ | 26", "Tổng | 100"), []),
        (("Nông nghiệp | 24,1", "Công nghiệp | 41,3", "Dịch vụ | 34,6"), []),
    ],
)
def test_a_column_of_shares_makes_the_whole(
    written: Callable[[str], Input], rows: tuple[str, ...], wanted: list[str]
) -> None:
    assert codes(written, table(*rows)) == wanted


@pytest.mark.parametrize(("last", "wanted"), [("27%", ["R461"]), ("25%", [])])
def test_a_row_of_shares_makes_the_whole(written: Callable[[str], Input], last: str, wanted: list[str]) -> None:
    rows = ("2024 | 45% | 31% | 24% | 100%", f"2025 | 44% | 31% | {last} | 100%")
    assert codes(written, table(*rows, head="Năm | Nông nghiệp | Công nghiệp | Dịch vụ | Cộng")) == wanted


@pytest.mark.parametrize(
    ("whole", "shares", "wanted"),
    [
        ("tăng 9%", ("tăng 3%", "tăng 4%"), ["R414"]),
        ("tăng 5%", ("tăng 8%", "giảm 2%"), []),
        ("giảm 5%", ("tăng 8%", "giảm 2%"), ["R414"]),
        ("tăng 30 hộ", ("tăng 10 hộ", "tăng 25 hộ"), ["R410"]),
        ("tăng 7 hộ", ("tăng 10 hộ", "giảm 3 hộ"), []),
        ("tăng 13 hộ", ("tăng 10 hộ", "giảm 3 hộ"), ["R410"]),
    ],
)
def test_a_change_and_the_changes_of_its_parts_fit(
    written: Callable[[str], Input], whole: str, shares: tuple[str, ...], wanted: list[str]
) -> None:
    text = parts(f"thực hiện: {whole}, ", *shares).replace("cơ cấu kinh tế", "giá trị sản xuất")
    assert codes(written, text) == wanted


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=6), st.integers(0, 2), st.booleans())
def test_true_shares_rounded_are_no_alarm(amounts: list[int], decimals: int, by_unit: bool) -> None:
    shares = [f"{write_number(Fraction(100 * amount, sum(amounts)), decimals)}%" for amount in amounts]
    by_name = ", ".join(f'Ngành {number}: "{share}"' for number, share in enumerate(shares))
    units = f'chỉ tiêu:\n  a: {{tên: cơ cấu kinh tế, thực hiện: "100%", theo đơn vị: {{{by_name}}}}}\n'
    given_ = bind(
        parse_source(Path("a.yaml"), (HEAD + (units if by_unit else parts('thực hiện: "100%", ', *shares))).encode())
    )
    assert "R412" not in {problem.code for problem in check(given_)}
