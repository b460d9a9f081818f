"""Comparisons are intervals: no rounding raises a false alarm, and no wrong digit passes."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportgen.figures import intervals
from reportgen.figures.intervals import Interval, Standing, Verdict
from reportgen.quantity import Quantity, read_quantity, write_number
from strategies import Measured, grouped, measured


def q(text: str) -> Quantity:
    quantity = read_quantity(text).quantity
    assert quantity is not None, text
    return quantity


def interval(result: Interval | None) -> Interval:
    assert result is not None
    return result


RATIOS = (
    # result, plan, typed ratio, verdict
    ("41,795 tỷ đồng", "41,67 tỷ đồng", "100,3%", Verdict.AGREES),
    ("41.795 triệu đồng", "41,67 tỷ đồng", "100,3%", Verdict.AGREES),
    ("2.570 hộ", "2.683 hộ", "95,79%", Verdict.AGREES),
    ("2.570 hộ", "2.683 hộ", "95,8%", Verdict.AGREES),
    ("2.570 hộ", "2.683 hộ", "95,78%", Verdict.TRUNCATED),
    ("2.570 hộ", "2.683 hộ", "96,46%", Verdict.WRONG),
    ("2.129 hộ", "2.570 hộ", "91,77%", Verdict.WRONG),
    ("2.129 hộ", "2.570 hộ", "82,84%", Verdict.AGREES),
    ("ước 41,795 tỷ đồng", "41,67 tỷ đồng", "trên 100%", Verdict.AGREES),
    ("41,795 tỷ đồng", "42,67 tỷ đồng", "trên 100%", Verdict.WRONG),
    ("3 tỷ đồng", "2 tỷ đồng", "1,5 lần", Verdict.AGREES),
    ("1.500 kg", "1 tấn", "150%", Verdict.AGREES),
)


@pytest.mark.parametrize(("result", "plan", "typed", "verdict"), RATIOS)
def test_a_typed_ratio_is_wrong_only_where_no_allowed_value_rounds_to_it(
    result: str, plan: str, typed: str, verdict: Verdict
) -> None:
    assert intervals.agrees(q(typed), interval(intervals.ratio(q(result), q(plan)))) is verdict


def test_counts_are_exact_and_measures_are_as_precise_as_written() -> None:
    assert interval(intervals.ratio(q("2.570 hộ"), q("2.683 hộ"))).exact
    rough = interval(intervals.ratio(q("3 tỷ đồng"), q("7 tỷ đồng")))
    assert (rough.low, rough.high) == (Fraction(250, 75) * 10, Fraction(350, 65) * 10)


@pytest.mark.parametrize(("a", "b"), [("5 ha", "5 tấn"), ("5 hộ", "5 người"), ("5 hộ", "0 hộ"), ("5 ha", "0 ha")])
def test_no_ratio_where_units_differ_or_the_base_may_be_zero(a: str, b: str) -> None:
    assert intervals.ratio(q(a), q(b)) is None


def test_a_bare_number_takes_the_unit_of_the_other() -> None:
    assert interval(intervals.ratio(q("2.570"), q("2.683 hộ"))).unit == "%"


def test_the_hedge_of_an_operand_is_remembered() -> None:
    assert interval(intervals.ratio(q("ước 41 tỷ đồng"), q("40 tỷ đồng"))).hedges == ("ước",)


def test_a_share_is_n_of_m() -> None:
    assert interval(intervals.share(q("2.570/2.683 hộ"))).nominal == Fraction(257_000, 2_683)
    assert intervals.share(q("2.570 hộ")) is None


@pytest.mark.parametrize(
    ("now", "before", "typed", "verdict"),
    [
        ("41,795 tỷ đồng", "38,1 tỷ đồng", "tăng 9,7%", Verdict.AGREES),
        ("41,795 tỷ đồng", "38,1 tỷ đồng", "tăng 9,9%", Verdict.WRONG),
        ("95 hộ", "100 hộ", "giảm 5%", Verdict.AGREES),
        ("95 hộ", "100 hộ", "tăng 5%", Verdict.WRONG),
    ],
)
def test_growth_has_a_direction(now: str, before: str, typed: str, verdict: Verdict) -> None:
    assert intervals.agrees(q(typed), interval(intervals.growth(q(now), q(before)))) is verdict


@pytest.mark.parametrize(
    ("now", "before", "typed", "verdict"),
    [
        ("53,67 triệu đồng", "50,32 triệu đồng", "tăng 3,35 triệu đồng", Verdict.AGREES),
        ("0,36%", "0,86%", "giảm 0,5 điểm %", Verdict.AGREES),
        ("0,36%", "0,86%", "giảm 0,5%", Verdict.AGREES),
        ("05 hộ", "12 hộ", "giảm 7 hộ", Verdict.AGREES),
        ("05 hộ", "12 hộ", "giảm 8 hộ", Verdict.WRONG),
    ],
)
def test_a_difference_of_percentages_is_in_points(now: str, before: str, typed: str, verdict: Verdict) -> None:
    assert intervals.agrees(q(typed), interval(intervals.difference(q(now), q(before)))) is verdict


def test_parts_reach_their_total_or_do_not() -> None:
    parts = [q("4.900 người"), q("5.064 người")]
    assert intervals.agrees(q("9.964 người"), interval(intervals.total(parts))) is Verdict.AGREES
    assert intervals.agrees(q("9.965 người"), interval(intervals.total(parts))) is Verdict.WRONG


def test_a_structure_may_miss_a_hundred_by_its_rounding_only() -> None:
    thirds = [q("33,3%")] * 3
    assert intervals.agrees(q("100%"), interval(intervals.total(thirds))) is Verdict.AGREES
    assert (
        intervals.agrees(q("100,0%"), interval(intervals.total([q("33,3%"), q("33,3%"), q("32,3%")]))) is Verdict.WRONG
    )


def test_parts_of_different_units_have_no_total() -> None:
    assert intervals.total([q("5 ha"), q("5 tấn")]) is None
    assert intervals.total([]) is None


@pytest.mark.parametrize(
    ("a", "b", "typed", "verdict"),
    [
        ("7,2 ha", "50 tạ/ha", "36 tấn", Verdict.AGREES),
        ("7,2 ha", "50 tạ/ha", "360 tạ", Verdict.AGREES),
        ("7,2 ha", "50 tạ/ha", "360 tấn", Verdict.WRONG),
        ("10 suất", "500.000 đồng", "5.000.000 đồng", Verdict.AGREES),
        ("500.000 đồng", "10 suất", "5 triệu đồng", Verdict.AGREES),
        ("10 suất", "500.000 đồng/suất", "5 triệu đồng", Verdict.AGREES),
        ("10 suất", "500.000 đồng/suất", "50 triệu đồng", Verdict.WRONG),
    ],
)
def test_area_times_yield_and_count_times_value_are_checked_in_any_unit(
    a: str, b: str, typed: str, verdict: Verdict
) -> None:
    assert intervals.agrees(q(typed), interval(intervals.product(q(a), q(b)))) is verdict


def test_the_whole_bases_that_a_ratio_allows() -> None:
    assert list(intervals.possible_bases(q("91,77%"), Decimal(2129))) == [2320]
    assert intervals.possible_count(q("91,77%"), Decimal(2129))
    assert not intervals.possible_count(q("96,46%"), Decimal(2570))


STANDINGS = (
    # result, target, standing
    ("44 tỷ đồng", ">= 45 tỷ đồng", Standing.BELOW),
    ("45 tỷ đồng", ">= 45 tỷ đồng", Standing.MET),
    ("46.000 triệu đồng", ">= 45 tỷ đồng", Standing.EXCEEDED),
    ("90%", "trên 90%", Standing.BELOW),
    ("91%", "trên 90%", Standing.EXCEEDED),
    ("9%", "10 - 15%", Standing.BELOW),
    ("10%", "10 - 15%", Standing.MET),
    ("16%", "10 - 15%", Standing.EXCEEDED),
    ("0,36%", "dưới 1%", Standing.MET),
    ("1%", "dưới 1%", Standing.BELOW),
    ("5%", "không quá 5%", Standing.MET),
    ("6%", "không quá 5%", Standing.BELOW),
    ("6 hộ", "6 hộ", Standing.MET),
    ("7 hộ", "6 hộ", Standing.EXCEEDED),
    ("7 hộ", "6 ha", Standing.UNKNOWN),
)


@pytest.mark.parametrize(("result", "target", "expected"), STANDINGS)
def test_a_result_stands_below_at_or_beyond_its_target(result: str, target: str, expected: Standing) -> None:
    assert intervals.standing(q(result), q(target)) is expected


def test_where_lower_is_better_less_is_beyond_the_target() -> None:
    assert intervals.standing(q("5 hộ"), q("6 hộ"), lower_is_better=True) is Standing.EXCEEDED
    assert intervals.standing(q("7 hộ"), q("6 hộ"), lower_is_better=True) is Standing.BELOW


@pytest.mark.parametrize(
    ("a", "b", "most", "decimals"),
    [
        ("41,795 tỷ đồng", "41,67 tỷ đồng", 1, 1),
        ("41,795 tỷ đồng", "41,67 tỷ đồng", 2, 1),
        ("2.570 hộ", "2.683 hộ", 1, 1),
        ("2.570 hộ", "2.683 hộ", 2, 2),
        ("3 tỷ đồng", "7 tỷ đồng", 1, 0),
        ("41,8 tỷ đồng", "41,7 tỷ đồng", 2, 0),
    ],
)
def test_a_percentage_has_as_many_decimals_as_its_operands_allow(a: str, b: str, most: int, decimals: int) -> None:
    assert intervals.honest_decimals(interval(intervals.ratio(q(a), q(b))), most) == decimals


def rounded(value: Fraction, decimals: int) -> Fraction:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return Fraction(exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP))


@given(measured(), measured(), st.integers(0, 3))
def test_no_rounding_of_operands_and_ratio_raises_a_false_alarm(a: Measured, b: Measured, decimals: int) -> None:
    true = Fraction(a.true) / Fraction(b.true) * 100
    typed = q(f"{write_number(rounded(true, decimals), decimals)}%")
    assert intervals.agrees(typed, interval(intervals.ratio(q(a.text), q(b.text)))) is Verdict.AGREES


@given(st.lists(measured(), min_size=1, max_size=8), st.integers(0, 3))
def test_no_rounding_of_parts_and_total_raises_a_false_alarm(parts: list[Measured], decimals: int) -> None:
    true = sum((Fraction(part.true) for part in parts), Fraction(0))
    typed = q(f"{write_number(rounded(true, decimals), decimals)} tỷ đồng")
    assert intervals.agrees(typed, interval(intervals.total([q(part.text) for part in parts]))) is Verdict.AGREES


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 2), st.integers(-500, 500))
def test_every_wrong_digit_beyond_rounding_and_cutting_off_is_found(n: int, m: int, decimals: int, off: int) -> None:
    scaled = Fraction(n, m) * 100 * 10**decimals
    steps = int(scaled + Fraction(1, 2)) + off
    assume(steps >= 0)
    typed = q(f"{write_number(Fraction(steps, 10**decimals), decimals)}%")
    verdict = intervals.agrees(typed, interval(intervals.ratio(q(f"{grouped(n)} hộ"), q(f"{grouped(m)} hộ"))))
    if abs(steps - scaled) <= Fraction(1, 2):
        assert verdict is Verdict.AGREES
    elif steps <= scaled <= steps + 1:
        assert verdict is Verdict.TRUNCATED
    else:
        assert verdict is Verdict.WRONG


@given(st.integers(1, 10**4), st.integers(1, 10**4), st.integers(0, 2))
def test_a_ratio_that_was_computed_from_whole_numbers_is_always_possible(n: int, m: int, decimals: int) -> None:
    assume(n <= m)
    share = rounded(Fraction(n, m) * 100, decimals)
    typed = q(f"{write_number(share, decimals)}%")
    assert intervals.possible_count(typed, Decimal(n))
    assert typed.written_low <= 0 or m in intervals.possible_bases(typed, Decimal(n))
