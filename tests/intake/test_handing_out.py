"""The workbook for the departments: what it holds, and that `import` takes it back as it was."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from reportgen.drafting.scalars import scalar
from reportgen.figures.ledger import Ledger
from reportgen.intake.book import book
from reportgen.intake.handing_out import sheets_out
from reportgen.intake.merging import Choice, merge
from reportgen.intake.opening import sheets_of
from reportgen.intake.standing import same_figure
from reportgen.intake.taking import Given, Taken, Wanted, take
from reportgen.intake.writing import new_input
from reportgen.model import Conference
from reportgen.model.indicators import Indicator
from reportgen.model.reading import Input, bind, read_input
from reportgen.source import parse_source

EXAMPLES = sorted((ROOT / "inputs").glob("*.yaml"))


def handed_out(read: Input) -> bytes:
    assert read.conference is not None
    return book(sheets_out(Ledger(read.conference)), "Các chỉ tiêu năm 2025")


def taken(content: bytes, year: int) -> Taken:
    sheets = sheets_of(content, "bang.xlsx")
    assert isinstance(sheets, tuple)
    found = take([Given(Path("bang.xlsx"), sheets)], Wanted(year))
    assert isinstance(found, Taken)
    return found


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_a_table_that_was_handed_out_changes_nothing(file: Path) -> None:
    read = read_input(file)
    assert read.conference is not None
    found = taken(handed_out(read), read.conference.year.number)
    assert found.notes == ()
    assert found.left == 0
    merged = merge(read.source, found, lambda difference: pytest.fail(str(difference)))
    assert merged.text == read.source.text


UNITS = ("tỷ đồng", "triệu đồng/người/năm", "hộ", "%", "ha", "‰", "tấn/ha", "km²", "lượt khách")
NUMBERS = st.one_of(
    st.integers(0, 99_999_999).map(lambda number: f"{number:,}".replace(",", ".")),
    st.decimals(0, 99_999, places=2).map(lambda number: f"{number:,}".translate(str.maketrans(",.", ".,"))),
    st.integers(0, 9).map(lambda number: f"0{number}"),
)
HEDGES = st.sampled_from(("", "", "ước ", "trên ", "≥ ", "gần "))
SETTERS = st.lists(
    st.sampled_from(("", "tỉnh", "HĐND phường", "Nghị quyết Đại hội Đảng bộ phường lần thứ I", "UBND thành phố")),
    unique=True,
    max_size=3,
)
NAMES = st.lists(
    st.text("abcdefghiklmnoờăđ ếộ", min_size=3, max_size=20)
    .map(lambda name: " ".join(name.split()))
    .filter(lambda name: len(name) > 2),
    min_size=1,
    max_size=5,
    unique=True,
)


@st.composite
def inputs(draw: st.DrawFn) -> str:
    """An input whose indicators use every column of a table."""
    lines = ["năm: 2025", "đơn vị: xã Bình An", "chỉ tiêu:"]
    for number, name in enumerate(draw(NAMES)):
        unit = draw(st.sampled_from(UNITS))

        def figure(unit: str = unit) -> str:
            text = f"{draw(HEDGES)}{draw(NUMBERS)}"
            return scalar(f"{text}{unit}" if unit in "%‰" else f"{text} {unit}")

        lines += [f"  muc_{number}:", f"    tên: {scalar(name)}"]
        if group := draw(st.sampled_from(("", "Kinh tế", "Văn hóa - xã hội"))):
            lines.append(f"    nhóm: {group}")
        if draw(st.booleans()):
            lines.append(f"    thực hiện: {figure()}")
        if setters := draw(SETTERS):
            lines.append("    kế hoạch:")
            for setter in setters:
                lines += [f"      - giao bởi: {setter}", f"        giá trị: {figure()}"] if setter else []
                lines += [f"      - giá trị: {figure()}"] if not setter else []
        for key in ("năm trước", "năm sau"):
            if draw(st.booleans()):
                lines.append(f"    {key}: {figure()}")
        if draw(st.booleans()):
            lines += ["    theo đơn vị:", f"      Thôn Đông: {figure()}", f"      Thôn Đoài: {figure()}"]
        if draw(st.booleans()):
            lines += ["    các năm:", f"      2022: {figure()}"]
        if note := draw(st.sampled_from(("", "Số sơ bộ", "5 xã báo cáo"))):
            lines.append(f"    ghi chú: {note}")
    return "\n".join(lines) + "\n"


def figures(conference: Conference) -> dict[str, dict[str, str]]:
    """Every figure of every indicator, by what it is."""
    return {key: dict(_of(one)) for key, one in conference.indicators.items()}


def _of(one: Indicator) -> list[tuple[str, str]]:
    found = [("thực hiện", one.result), ("năm trước", one.before.value if one.before else None)]
    found += [(f"kế hoạch {plan.setter or ''}", plan.value) for plan in one.plans]
    found += [(f"năm sau {plan.setter or ''}", plan.value) for plan in one.after]
    found += [*one.breakdown.items(), *one.history.items()]
    return [(what, str(figure.words)) for what, figure in found if figure is not None]


@given(inputs())
@settings(max_examples=40, deadline=None)
def test_handing_out_and_taking_back_is_the_identity(text: str) -> None:
    read = bind(parse_source(Path("a.yaml"), text.encode()))
    assert read.conference is not None
    found = taken(handed_out(read), 2025)
    assert {note.problem.code for note in found.notes} <= {"N126"}, "a part of a household is doubted, as in any table"
    merged = merge(read.source, found, lambda _: Choice.OLD)
    assert merged.differences == []
    assert merged.text == text
    again = bind(parse_source(Path("b.yaml"), new_input(found, ["bang.xlsx"], "s").encode())).conference
    assert again is not None
    before, after = figures(read.conference), figures(again)
    assert {key: set(one) for key, one in before.items()} == {key: set(after[key]) for key in before}
    assert all(same_figure(before[key][what], after[key][what]) for key in before for what in before[key])
    for key, one in read.conference.indicators.items():
        assert (again.indicators[key].name, again.indicators[key].group or None) == (one.name, one.group or None)
        assert str(again.indicators[key].note or "") == str(one.note or "")


def test_only_the_cells_for_figures_are_open_and_ratios_are_formulas() -> None:
    read = read_input(ROOT / "inputs" / "dang-uy-xa-minh-hoa-2026.yaml")
    made = openpyxl.load_workbook(BytesIO(handed_out(read)))
    sheet = made.worksheets[0]
    assert sheet.protection.sheet
    assert sheet["D7"].protection.locked is False
    assert sheet["B7"].protection.locked
    assert sheet["H7"].value == '=IF(AND(ISNUMBER(G7),ISNUMBER(D7)),IF(D7<>0,G7/D7,""),"")'
    assert made.sheetnames == ["Phát triển kinh tế - xã hội", "Xây dựng Đảng"]


def test_the_same_input_gives_the_same_bytes() -> None:
    read = read_input(EXAMPLES[0])
    assert handed_out(read) == handed_out(read)


def test_what_a_department_fills_in_is_put_where_it_belongs() -> None:
    text = (
        "năm: 2025\nđơn vị: xã Bình An\nchỉ tiêu:\n  thu:\n    tên: thu ngân sách   # tỷ đồng\n"
        "    kế hoạch: 41,67 tỷ đồng\n"
    )
    read = bind(parse_source(Path("a.yaml"), text.encode()))
    made = openpyxl.load_workbook(BytesIO(handed_out(read)))
    sheet = made.active
    place = next(cell for cell in sheet[5] if cell.value == "thực hiện").column
    row = next(row for row in range(6, 9) if sheet.cell(row, 2).value == "thu ngân sách")
    sheet.cell(row, place, 41.795).number_format = "#,##0.000"
    target = BytesIO()
    made.save(target)
    merged = merge(read.source, taken(target.getvalue(), 2025), lambda _: Choice.OLD)
    assert merged.text == f"{text}    thực hiện: 41,795 tỷ đồng\n"
