"""Shares of a whole make 100% exactly; rounded ones may miss it by half a last digit each, and no more."""

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

HEAD = "năm: 2024\nđơn vị: xã A\nchỉ tiêu:\n"


def of(shares: list[str], *, total: bool, by_unit: bool) -> str:
    result = ", thực hiện: 100%" if total else ""
    if by_unit:
        parts = ", ".join(f'p{place}: "{share}"' for place, share in enumerate(shares))
        return f"{HEAD}  cc: {{tên: cơ cấu kinh tế{result}, theo đơn vị: {{{parts}}}}}\n"
    names = ", ".join(f"p{place}" for place in range(len(shares)))
    parts = "".join(f'  p{place}: {{tên: ngành {place}, thực hiện: "{share}"}}\n' for place, share in enumerate(shares))
    return f"{HEAD}  cc: {{tên: cơ cấu kinh tế{result}, gồm: [{names}]}}\n{parts}"


@pytest.mark.parametrize("shares", [["44,0%", "31,0%", "27,0%"], ["44%", "31%", "27%"], ["24,10%", "41,27%", "34,66%"]])
@pytest.mark.parametrize(("total", "by_unit"), [(True, False), (True, True), (False, True)])
def test_shares_that_make_no_whole_are_told(
    shares: list[str], total: bool, by_unit: bool, written: Callable[[str], Input]
) -> None:
    problems = check(written(of(shares, total=total, by_unit=by_unit)))
    assert [problem.code for problem in problems if problem.code[0] == "R"] == ["R412"]


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=6), st.integers(0, 2), st.booleans())
def test_true_shares_rounded_are_no_alarm(amounts: list[int], decimals: int, by_unit: bool) -> None:
    shares = [f"{write_number(Fraction(100 * amount, sum(amounts)), decimals)}%" for amount in amounts]
    given_ = bind(parse_source(Path("a.yaml"), of(shares, total=True, by_unit=by_unit).encode()))
    assert "R412" not in {problem.code for problem in check(given_)}
