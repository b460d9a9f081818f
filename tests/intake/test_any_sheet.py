"""Sheets of any content: nothing raises, what is written can be read, what is put into it again changes nothing."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportgen.intake.cells import Cell, Merged, Sheet, Trap
from reportgen.intake.merging import Choice, merge
from reportgen.intake.readers.texts import one_line
from reportgen.intake.taking import Given, Taken, Wanted, take
from reportgen.intake.writing import new_input
from reportgen.model.reading import bind
from reportgen.problems.catalog import has_errors
from reportgen.source import parse_source

HEADS = """\
TT|Chỉ tiêu|Nội dung|ĐVT|TH năm 2024|Kế hoạch năm 2025|KH 2025 tỉnh giao|Tỉnh|HĐND xã|%|Ước TH 2025|Thực hiện
So sánh (%)|TH 2025/KH 2025|Tăng, giảm|KH 2026|Ghi chú|Thôn 1|2023|Chia theo thôn|Đánh giá|Khóa|9 tháng|kế hoạch:tỉnh
""".replace("\n", "|").split("|")[:-1]
TEXTS = """\
I|II|1|1.1|a)|-|…|x|A|Dân số|- Nam|+ Nữ|Trong đó:|Gồm: Lúa|KINH TẾ|Tỷ đồng|%|Hộ|"
ĐVT: triệu đồng|41,795|1.234,5
2.570/2.683|≥ 97|10 - 11|Đạt|ước 5|41.8|#|: |{a: b}|Ghi chú: x|Thu (tỷ đồng)|không có|null|yes
'|\\|a: b # c|Diện tích|[x]
*|&a|!b|---|? x|> y|@|`|0x1F|~|08|1e5
""".replace("\n", "|").split("|")[:-1]
TRAPS = [Cell("#REF!", trap=Trap.ERROR), Cell("=A1", trap=Trap.UNCOMPUTED), Cell("1/3/2025", trap=Trap.DATE)]
CELLS = st.one_of(
    st.sampled_from(HEADS).map(Cell),
    st.sampled_from(TEXTS).map(lambda text: Cell(one_line(text))),
    st.decimals(-(10**6), 10**6, places=2).map(lambda value: Cell(f"{value}".replace(".", ","), value)),
    st.integers(0, 9999).map(lambda value: Cell(str(value), Decimal(value))),
    st.sampled_from(TEXTS).map(lambda text: Cell(one_line(text), bold=True, indent=1)),
    st.sampled_from(TRAPS),
    st.text(min_size=1, max_size=12).map(lambda text: Cell(one_line(text))).filter(lambda cell: bool(cell.shown)),
)
PLACES = st.tuples(st.integers(0, 9), st.integers(0, 7))
FIRST = {(0, 0): Cell("TT"), (0, 1): Cell("Chỉ tiêu"), (0, 2): Cell("ĐVT"), (0, 3): Cell("Thực hiện năm 2025")}


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    cells = draw(st.dictionaries(PLACES, CELLS, min_size=1, max_size=50))
    if draw(st.booleans()):
        cells = {**cells, **FIRST}
    merged = draw(st.lists(st.tuples(PLACES, PLACES), max_size=2))
    spans = [Merged(*sorted((one[0], other[0])), *sorted((one[1], other[1]))) for one, other in merged]
    hidden = draw(st.frozensets(st.integers(0, 9), max_size=1))
    return Sheet(draw(st.sampled_from(("", "Sheet1", "Kinh tế"))), cells, tuple(spans), hidden)


@given(sheets())
@settings(max_examples=300, deadline=None)
@example(Sheet("", {**FIRST, (1, 1): Cell("Thu"), (1, 3): Cell("5", Decimal(5))}))
def test_nothing_raises_and_what_is_written_can_be_read(sheet: Sheet) -> None:
    found = take([Given(Path("a.xlsx"), (sheet,))], Wanted(2025))
    if not isinstance(found, Taken):
        assert found.problems
        return
    text = new_input(found, ["a.xlsx"], "s")
    read = bind(parse_source(Path("a.yaml"), text.encode()))
    assert read.conference is not None
    assert not has_errors(read.problems), (read.problems, text)
    assert set(read.conference.indicators) == {one.key for one in found.entries}
    again = merge(read.source, found, lambda _: Choice.OLD)
    assert again.added == 0
    assert again.text == text
