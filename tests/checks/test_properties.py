"""No false alarm under any correct rounding; every digit that rounding does not explain is found; nothing raises."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.checks import check
from reportgen.model.reading import Input, bind
from reportgen.problems.catalog import ENTRIES
from reportgen.quantity import write_number
from reportgen.source import parse_source
from strategies import Measured, measured

INPUTS = Path(__file__).parents[2] / "inputs"
EXAMPLES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(INPUTS.glob("*.yaml"))}
HEAD = "năm: 2023\nđơn vị: phường Bình An\nchỉ tiêu:\n"
JUMPS = {"R430", "R431", "R450", "Q312", "Q311"}
"""Codes on which random operands may well fall: they compare sizes, not sums."""


def read(text: str) -> Input:
    return bind(parse_source(Path("phuong.yaml"), text.encode()))


def codes(text: str) -> set[str]:
    return {problem.code for problem in check(read(HEAD + text))} - JUMPS


def rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def percent(value: Decimal, places: int) -> str:
    return f"{write_number(rounded(abs(value), places), places)}%"


@given(measured(), measured(), st.integers(0, 2))
def test_a_ratio_rounded_correctly_is_no_alarm(result: Measured, plan: Measured, places: int) -> None:
    ratio = percent(result.true / plan.true * 100, places)
    assert (
        codes(f'  a: {{thực hiện: "{result.text}", kế hoạch: {{giá trị: "{plan.text}", tỷ lệ: "{ratio}"}}}}\n') == set()
    )


@given(measured(), measured(), st.integers(0, 2))
def test_growth_rounded_correctly_is_no_alarm(now: Measured, before: Measured, places: int) -> None:
    growth = (now.true / before.true - 1) * 100
    change = f"{'tăng' if growth >= 0 else 'giảm'} {percent(growth, places)}"
    assert (
        codes(f'  a: {{thực hiện: "{now.text}", năm trước: {{giá trị: "{before.text}", tăng giảm: "{change}"}}}}\n')
        == set()
    )


@given(st.lists(measured("ha"), min_size=2, max_size=8), st.integers(0, 3))
def test_parts_rounded_correctly_reach_the_total(parts: list[Measured], places: int) -> None:
    total = rounded(sum((part.true for part in parts), Decimal(0)), places)
    names = ", ".join(f"p{number}" for number in range(len(parts)))
    lines = "".join(f'  p{number}: "{part.text}"\n' for number, part in enumerate(parts))
    assert codes(f'  a: {{thực hiện: "{write_number(total, places)} ha", gồm: [{names}]}}\n{lines}') == set()


@given(st.integers(1, 10**5), st.integers(1, 10**5), st.integers(0, 2))
def test_the_share_of_a_count_rounded_correctly_is_no_alarm(n: int, m: int, places: int) -> None:
    n, m = min(n, m), max(n, m)
    ratio = percent(Decimal(n) / Decimal(m) * 100, places)
    whole, alone = f"{write_number(Decimal(n))}/{write_number(Decimal(m))} hộ", f"{write_number(Decimal(n))} hộ"
    assert codes(f'  a: {{thực hiện: "{whole}", tỷ lệ: "{ratio}"}}\n') == set()
    assert codes(f'  a: {{thực hiện: "{alone}", tỷ lệ: "{ratio}"}}\n') == set()


@given(st.integers(1, 10**5), st.integers(1, 10**5), st.integers(0, 2), st.integers(2, 999))
def test_a_share_that_is_off_by_two_units_of_its_last_digit_is_an_error(n: int, m: int, places: int, off: int) -> None:
    n, m = min(n, m), max(n, m)
    typed = rounded(Decimal(n) / Decimal(m) * 100, places) + off * Decimal(1).scaleb(-places)
    whole = f"{write_number(Decimal(n))}/{write_number(Decimal(m))} hộ"
    assert codes(f'  a: {{thực hiện: "{whole}", tỷ lệ: "{write_number(typed, places)}%"}}\n') == {"R403"}


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=8), st.integers(1, 10**4))
def test_a_sum_of_counts_that_is_off_at_all_is_an_error(parts: list[int], off: int) -> None:
    values = "".join(f"Khu {number}: {write_number(Decimal(part))} hộ, " for number, part in enumerate(parts))
    total = write_number(Decimal(sum(parts) + off))
    assert codes(f"  a: {{thực hiện: {total} hộ, theo đơn vị: {{{values}}}}}\n") == {"R413"}


@given(measured("ha"), measured("tạ/ha"))
def test_a_product_rounded_correctly_is_no_alarm(area: Measured, crop: Measured) -> None:
    output = rounded(area.true * crop.true / 10, 1)
    assert (
        codes(
            f'  a: {{thực hiện: "{write_number(output, 1)} tấn", tích của: [b, c]}}\n'
            f'  b: "{area.text}"\n  c: "{crop.text}"\n'
        )
        == set()
    )


def blanks(code: str) -> set[str]:
    """The names that a code's wording wants filled, in both languages."""
    entry = ENTRIES[code]
    texts = (text for wording in (entry.vi, entry.en) for text in (wording.message, wording.hint))
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


@given(st.sampled_from(sorted(EXAMPLES)), st.data())
def test_a_damaged_example_raises_nothing_and_every_place_lies_in_the_file(name: str, data: st.DataObject) -> None:
    text = EXAMPLES[name]
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start, min(start + 40, len(text))))
    put = data.draw(
        st.sampled_from(["", "0", "{{", "}}", "|", "-", "5/0", "gồm: [a]", "%", "\n", "“", "năm 2022", "12,"])
    )
    text = text[:start] + put + text[stop:]
    source = parse_source(Path("phuong.yaml"), text.encode())
    for problem in check(bind(source)):
        assert blanks(problem.code) <= problem.values.keys(), problem.code
        assert 0 <= problem.place.line <= max(1, len(source.lines))
        if problem.place.line:
            assert 1 <= problem.place.column <= len(source.lines[problem.place.line - 1]) + 1


@pytest.mark.parametrize("count", [3000])
def test_a_chain_of_own_words_as_long_as_the_file_raises_nothing(count: int) -> None:
    lines = "".join(f'  c{n}: {{thực hiện: 5 hộ, cách viết: "{{{{ c{n + 1} }}}}"}}\n' for n in range(count))
    assert "P505" not in codes(f"{lines}  c{count}: 5 hộ\n")
