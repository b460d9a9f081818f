"""Charts: which indicators have one, and that Word and PDF draw the same numbers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import FICTIONAL
from reportgen.figures.charts import Chart, charts
from reportgen.figures.ledger import Ledger
from reportgen.figures.part import Part, Shows
from reportgen.layout.document import Document, Metadata
from reportgen.layout.standards import choose
from reportgen.layout.typeset import typeset
from reportgen.model.reading import Input, read_input
from reportgen.papers import papers_for, render
from reportgen.tree import Element, walk
from reportgen.verify.proofs import prove_docx, prove_pdf
from reportgen.writers.pdf import write_pdf
from reportgen.writers.pdf.chart import chart_svg
from reportgen.writers.word import write_docx

Write = Callable[[str], Input]
STATE = choose("nhà nước", None)
FILE = Path("a")
HEAD = "năm: 2025\nđơn vị: xã Bình An\n"


def drawn(written: Write, indicators: str) -> tuple[Chart, ...]:
    given_input = written(f"{HEAD}chỉ tiêu:\n{indicators}")
    assert given_input.conference is not None, given_input.problems
    return charts(Ledger(given_input.conference))


def shown(chart: Chart) -> list[tuple[str, str]]:
    return [(point.label, point.text) for point in chart.points]


def test_three_years_make_a_chart_of_columns(written: Write) -> None:
    (chart,) = drawn(
        written,
        "  thu:\n    tên: thu ngân sách\n    thực hiện: 12,5 tỷ đồng\n    năm trước: 11 tỷ đồng\n"
        "    các năm: {2023: '9,8 tỷ đồng'}\n",
    )
    assert (chart.kind, chart.title, chart.unit) == ("columns", "thu ngân sách qua các năm", "tỷ đồng")
    assert shown(chart) == [("2023", "9,8"), ("2024", "11"), ("2025", "12,5")]
    assert [point.value for point in chart.points] == ["9.8", "11", "12.5"]
    assert [(point.figure, point.part) for point in chart.points][1] == ("thu", Part(Shows.BEFORE))


def test_two_years_make_none(written: Write) -> None:
    assert drawn(written, "  thu: {tên: thu, thực hiện: 12 tỷ đồng, các năm: {2024: 11 tỷ đồng}}\n") == ()


def test_a_year_that_is_no_plain_number_leaves_the_chart_out(written: Write) -> None:
    years = "các năm: {2022: 90%, 2023: 91%, 2024: trên 92%}"
    assert drawn(written, f"  nuoc: {{tên: tỷ lệ dùng nước sạch, thực hiện: 95%, {years}}}\n") == ()


def test_a_structure_makes_a_chart_of_bars_in_percent(written: Write) -> None:
    (chart,) = drawn(
        written,
        "  dan_so: {tên: dân số, thực hiện: 9.964 người, gồm: [nam, nữ]}\n"
        "  nam: {tên: nam, thực hiện: 4.900 người}\n  nữ: {tên: nữ, thực hiện: 5.064 người}\n",
    )
    assert (chart.kind, chart.title, chart.unit) == ("bars", "cơ cấu dân số năm 2025", "%")
    assert shown(chart) == [("nam", "49,2"), ("nữ", "50,8")]


def test_a_structure_given_in_percent_keeps_its_numbers_and_its_name(written: Write) -> None:
    (chart,) = drawn(
        written,
        "  co_cau: {tên: cơ cấu kinh tế, thực hiện: 100%, gồm: [cn, dv]}\n"
        "  cn: {tên: công nghiệp, thực hiện: '57,35%'}\n  dv: {tên: dịch vụ, thực hiện: '42,65%'}\n",
    )
    assert chart.title == "cơ cấu kinh tế năm 2025"
    assert shown(chart) == [("công nghiệp", "57,35"), ("dịch vụ", "42,65")]


def test_parts_without_a_result_make_none(written: Write) -> None:
    assert drawn(written, "  a: {tên: a, thực hiện: 10 hộ, gồm: [b, c]}\n  b: {tên: b}\n  c: {tên: c}\n") == ()


@pytest.fixture(scope="module")
def report() -> Document:
    document = render(read_input(FICTIONAL), papers_for(None)["bao-cao"])
    assert isinstance(document, Document)
    return document


def charts_of(tree: Element) -> list[Element]:
    return [element for element in walk(tree) if element.tag == "chart"]


def test_word_and_pdf_draw_the_tree_s_numbers(report: Document) -> None:
    assert len(charts_of(report.tree)) == 9
    assert prove_docx(write_docx(report), report.tree, report.standard, FILE) == ()
    assert prove_pdf(write_pdf(report).content, report.tree, report.standard, FILE) == ()


def other_number(tree: Element) -> Element:
    """The tree with one number of a chart changed."""
    if tree.tag == "point" and tree.get("text") == "50,7":
        return tree.having(text="50,8", value="50.8")
    children = (child if isinstance(child, str) else other_number(child) for child in tree.children)
    return tree.holding(tuple(children))


def test_another_number_in_a_chart_is_found(report: Document) -> None:
    other = other_number(report.tree)
    assert other != report.tree
    assert {p.code for p in prove_docx(write_docx(report), other, report.standard, FILE)} == {"B911"}
    assert {p.code for p in prove_pdf(write_pdf(report).content, other, report.standard, FILE)} == {"B911"}


def test_a_chart_says_its_numbers_to_who_cannot_see_it(report: Document) -> None:
    chart = charts_of(report.tree)[0]
    assert chart.get("alt") == "Biểu đồ 1. Cơ cấu dân số thường trú năm 2025 (%): nam 49,3; nữ 50,7."
    with zipfile.ZipFile(io.BytesIO(write_docx(report))) as package:
        assert f'descr="{chart.get("alt")}"' in package.read("word/document.xml").decode()


def test_word_s_chart_is_drawn_from_a_workbook_with_the_same_numbers(report: Document) -> None:
    package = zipfile.ZipFile(io.BytesIO(write_docx(report)))
    parts = [name for name in package.namelist() if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
    assert len(parts) == len(charts_of(report.tree))
    assert len(set(package.namelist())) == len(package.namelist())
    for number, chart in enumerate(charts_of(report.tree), 1):
        relations = package.read(f"word/charts/_rels/chart{number}.xml.rels").decode()
        assert f"/word/embeddings/chart{number}.xlsx" in relations or f"../embeddings/chart{number}.xlsx" in relations
        book = zipfile.ZipFile(io.BytesIO(package.read(f"word/embeddings/chart{number}.xlsx")))
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
        space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        numbers = [cell.findtext(f"{space}v") for cell in sheet.iter(f"{space}c") if cell.get("t") != "s"]
        assert list(map(float, filter(None, numbers))) == [float(point.get("value")) for point in chart.elements]


def test_drawings_are_numbered_each_once(report: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(report))) as package:
        numbers = re.findall(r'<wp:docPr id="(\d+)"', package.read("word/document.xml").decode())
    assert len(numbers) == len(set(numbers)) == 9


VALUES = st.decimals(min_value=-10_000, max_value=10_000, places=1)
NAMES = st.text("abc đươ-", min_size=1, max_size=60).map(lambda text: " ".join(text.split()) or "x")
POINTS = st.lists(st.tuples(NAMES, VALUES), min_size=1, max_size=12)


@given(st.sampled_from(["columns", "bars"]), POINTS)
def test_nothing_of_a_chart_stands_outside_its_frame(kind: str, points: list[tuple[str, object]]) -> None:
    values = [(name, str(abs(value) if kind == "bars" else value)) for name, value in points]  # type: ignore[arg-type]
    children = tuple(Element("point", "", (("label", n), ("text", v), ("value", v))) for n, v in values)
    figure = Element("figure", "", (), (Element("chart", "", (("kind", kind),), children),))
    tree = typeset(Element("article", "", (), (figure,)), STATE)
    svg = ET.fromstring(chart_svg(charts_of(tree)[0], STATE.portrait.text_width, STATE))
    width, height = float(svg.get("width", "").removesuffix("pt")), float(svg.get("height", "").removesuffix("pt"))
    space = "{http://www.w3.org/2000/svg}"
    for box in svg.iter(f"{space}rect"):
        left, top = float(box.get("x", "")), float(box.get("y", ""))
        assert left >= -0.1 and left + float(box.get("width", "")) <= width + 0.1
        assert top >= -0.1 and top + float(box.get("height", "")) <= height + 0.1
    assert [words.text for words in svg.iter(f"{space}text") if words.text] != []


def test_a_chart_has_the_height_of_its_layout() -> None:
    point = Element("point", "", (("label", "a"), ("text", "1"), ("value", "1")))
    for kind, height in (("columns", "56"), ("bars", "20")):
        figure = Element("figure", "", (), (Element("chart", "", (("kind", kind),), (point, point)),))
        made = Document("thu", typeset(Element("article", "", (), (figure,)), STATE), STATE, Metadata("Thử"))
        assert charts_of(made.tree)[0].get("height") == height
        assert prove_pdf(write_pdf(made).content, made.tree, STATE, FILE) != ()  # a figure without alternative text


def test_of_many_units_the_ten_foremost_are_drawn(written: Callable[[str], Input]) -> None:
    entries = "".join(f"      xã {number}: {number + 10} ha\n" for number in range(21))
    made = written(
        f"năm: 2025\nđơn vị: tỉnh Minh Họa\nchỉ tiêu:\n  rung:\n    thực hiện: 420 ha\n    theo đơn vị:\n{entries}"
    )
    assert made.conference is not None
    (chart,) = charts(Ledger(made.conference))
    assert [point.text for point in chart.points] == [str(number) for number in range(30, 20, -1)]
