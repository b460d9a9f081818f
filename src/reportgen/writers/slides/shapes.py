"""What stands on a slide: text, tables and charts, each a native object of PowerPoint's. Lengths in mm, sizes in pt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reportgen.layout.document import Document
from reportgen.layout.standards import MM_PER_PT, Standard, Style
from reportgen.layout.typeset import style_of
from reportgen.tree import Element, text
from reportgen.writers.chart_sheet import workbook

if TYPE_CHECKING:
    from pptx.slide import Slide


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide."""

    left: float
    top: float
    width: float
    height: float

    def below(self, taken: float) -> Box:
        """What is left of it below so much."""
        return replace(self, top=self.top + taken, height=max(self.height - taken, 1))

    def of_height(self, height: float) -> Box:
        """Its upper part."""
        return replace(self, height=height)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in a style, behind a label of a list."""

    words: str
    style: Style
    label: str = ""

    @property
    def full(self) -> str:
        """The label and the words."""
        return f"{self.label} {self.words}".strip()


def add_text(shape: Any, paragraphs: list[Paragraph], box: Box) -> None:
    """The paragraphs in a shape, which gets the box's place and size."""
    from pptx.enum.text import MSO_ANCHOR
    from pptx.util import Mm

    shape.left, shape.top, shape.width, shape.height = map(Mm, (box.left, box.top, box.width, box.height))
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, paragraph in enumerate(paragraphs):
        placed = frame.paragraphs[0] if not number else frame.add_paragraph()
        set_paragraph(placed, paragraph, first=not number)


def set_paragraph(placed: Any, paragraph: Paragraph, *, first: bool = False) -> None:
    """A paragraph's words with the look of its style."""
    from pptx.dml.color import RGBColor
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    style = paragraph.style
    placed.alignment = {"center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}.get(style.align, PP_ALIGN.LEFT)
    placed.space_before, placed.space_after = Pt(0 if first else style.before), Pt(0)
    run = placed.add_run()
    run.text = paragraph.full
    run.font.size, run.font.bold, run.font.italic = Pt(style.size), style.bold, style.italic
    run.font.name = FONT
    run.font.color.rgb = RGBColor.from_string(style.color.removeprefix("#"))
    run.font.language_id = _vietnamese()


FONT = "Times New Roman"


def _vietnamese() -> Any:
    from pptx.enum.lang import MSO_LANGUAGE_ID

    return MSO_LANGUAGE_ID.VIETNAMESE


def add_table(slide: Slide, table: Element, standard: Standard, box: Box) -> float:
    """A native table; its height, mm."""
    from pptx.util import Mm

    rows = [row for part in table.elements for row in part.elements]
    widths = [float(share) for share in table.get("widths").split()]
    height = len(rows) * standard.styles["cell"].size * 1.8 * MM_PER_PT
    frame = slide.shapes.add_table(len(rows), len(widths), *map(Mm, (box.left, box.top, box.width, height)))
    made = frame.table
    for column, share in zip(made.columns, widths, strict=True):
        column.width = Mm(box.width * share / sum(widths))
    for at, row in enumerate(rows):
        for place, cell in enumerate(row.elements):
            set_paragraph(
                made.cell(at, place).text_frame.paragraphs[0], Paragraph(text(cell), style_of(cell, standard))
            )
    return height


def add_chart(slide: Slide, chart: Element, document: Document, box: Box) -> None:
    """A native chart with its numbers as they are printed, and its description for who cannot see it."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Mm, Pt

    data = CategoryChartData()
    data.categories = [point.get("label") for point in chart.elements]
    data.add_series(chart.get("unit"), [float(point.get("value")) for point in chart.elements])
    upright = chart.get("kind") == "columns"
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if upright else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.shapes.add_chart(kind, *map(Mm, (box.left, box.top, box.width, box.height)), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", chart.get("alt"))
    made, style = frame.chart, document.standard.styles["chart"]
    made.part.chart_workbook.update_from_xlsx_blob(workbook(chart, document))
    made.has_legend, made.has_title = False, False
    made.font.size, made.font.name = Pt(style.size), FONT
    plot = made.plots[0]
    plot.has_data_labels, plot.gap_width = True, 60
    plot.data_labels.font.size = Pt(style.size)
    for number, point in enumerate(chart.elements):
        plot.series[0].points[number].data_label.text_frame.text = point.get("text")
    made.value_axis.visible = False
    made.value_axis.has_major_gridlines = False
    made.value_axis.minimum_scale = 0
    if not upright:
        made.category_axis.reverse_order = True
