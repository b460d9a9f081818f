"""Widths of columns and lengths of rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import EXAMPLE, FICTIONAL
from reportgen.layout.document import Document
from reportgen.layout.standards import choose
from reportgen.layout.typeset import column_needs, fitted, shared, typeset
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.tree import MarkupError, parse, walk

STATE = choose("nhà nước", None)


def test_the_rule_under_the_motto_is_as_long_as_the_motto() -> None:
    root = typeset(
        parse('<article><p class="motto">Độc lập - Tự do - Hạnh phúc</p><hr class="rule_motto"/></article>'), STATE
    )
    assert float(root.elements[1].get("width")) == pytest.approx(60.5, abs=0.1)  # Decree 30, I.II.1b; measured


def test_the_rule_under_the_subject_is_a_share_of_its_last_line() -> None:
    root = typeset(
        parse('<article><p class="subject">Kết quả rất dài<br/>năm 2023</p><hr class="rule_subject"/></article>'), STATE
    )
    assert 5 < float(root.elements[1].get("width")) < 10


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(MarkupError, match="no such style"):
        typeset(parse('<article><p class="comic">x</p></article>'), STATE)


def test_a_table_fills_the_text_width_and_a_wide_one_the_landscape_page() -> None:
    table = "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>x</td><td>y z</td></tr></tbody></table>"
    root = typeset(parse(f'<article>{table}<section class="annex_wide">{table}</section></article>'), STATE)
    sums = [sum(map(float, found.get("widths").split())) for found in walk(root) if found.tag == "table"]
    assert sums == [pytest.approx(165, abs=0.1), pytest.approx(252, abs=0.1)]


NEEDS = st.lists(
    st.tuples(st.floats(1, 60), st.floats(0, 200)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    min_size=1,
    max_size=12,
)


@given(NEEDS, st.floats(50, 300))
def test_fitted_columns_fill_the_width_and_hold_their_longest_word_where_all_do(
    needs: list[tuple[float, float]], available: float
) -> None:
    widths = fitted(needs, available)
    assert sum(widths) == pytest.approx(available)
    if sum(least for least, _ in needs) <= available:
        assert all(width >= least - 1e-6 for width, (least, _) in zip(widths, needs, strict=True))


@given(NEEDS, st.floats(50, 300), st.data())
def test_shared_columns_fill_the_width_and_hold_their_longest_word_where_all_do(
    needs: list[tuple[float, float]], available: float, data: st.DataObject
) -> None:
    least = [need for need, _ in needs]
    shares = data.draw(st.lists(st.floats(1, 60), min_size=len(least), max_size=len(least)))
    widths = shared(least, shares, available)
    assert sum(widths) == pytest.approx(available)
    if sum(least) <= available:
        assert all(width >= need - 1e-6 for width, need in zip(widths, least, strict=True))


@pytest.mark.parametrize("file", [EXAMPLE, FICTIONAL], ids=lambda file: file.stem)
def test_every_word_of_the_examples_tables_fits_its_column(file: Path) -> None:
    document = render(read_input(file), papers_for(None)["bao-cao"])
    assert isinstance(document, Document)
    tables = [element for element in walk(document.tree) if element.tag == "table"]
    assert tables
    for table in tables:
        widths = [float(width) for width in table.get("widths").split()]
        needs = column_needs(table, document.standard)
        assert [place for place, (least, _) in enumerate(needs) if widths[place] < least - 0.01] == []
