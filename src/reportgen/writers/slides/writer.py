"""A tree as slides: what stands before the first section is the first slide, each section one more.

In: a typeset document in the layout of slides. Out: a PPTX, byte for byte the same for the same document.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from reportgen.layout.document import Document
from reportgen.layout.standards import FIGURE, MM_PER_PT, Standard, Style
from reportgen.layout.standards.metrics import width
from reportgen.layout.typeset import style_of
from reportgen.tree import Element, text
from reportgen.tree.vocabulary import HEADINGS, LEAVES
from reportgen.writers.slides.shapes import Box, Paragraph, add_chart, add_table, add_text

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide

TITLE_ONLY = 5
"""python-pptx's default template: the layout with a title alone."""
FOOTER = 8.0
"""Height of the line with the unit's name, mm."""
LEAST_CHART = 45.0
"""Height of a chart, mm: in a lower one PowerPoint breaks the numbers."""
LINE = 1.2
"""Line height as a share of the size."""
_AXIS = re.compile(rb'(<c:(?:axId|crossAx) val=")-')
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def write_pptx(document: Document) -> bytes:
    """The finished file."""
    import pptx

    made = pptx.Presentation()
    page = document.standard.portrait
    made.slide_width, made.slide_height = _emu(page.width), _emu(page.height)
    _master(made, document)
    for content, notes in _slides(document.tree):
        _slide(made, document, content, notes)
    _properties(made, document)
    raw = io.BytesIO()
    made.save(raw)
    return _repeatable(raw.getvalue())


def _slides(tree: Element) -> Iterator[tuple[tuple[Element, ...], str]]:
    """The parts of each slide, and what the speaker says to it."""
    first = tuple(child for child in tree.elements if child.tag != "section")
    yield first, tree.get("notes")
    for child in tree.elements:
        if child.tag == "section":
            yield child.elements, child.get("notes")


def _slide(made: Presentation, document: Document, content: tuple[Element, ...], notes: str) -> None:
    slide = made.slides.add_slide(made.slide_layouts[TITLE_ONLY])
    standard, page = document.standard, document.standard.portrait
    box = Box(page.left, page.top, page.text_width, page.text_height - FOOTER)
    heading = next((part for part in content if part.tag in HEADINGS), None)
    for part in content:
        if part is heading:
            box = _titled(slide, part, style_of(part, standard), box)
        else:
            box = _put(slide, part, document, box)
    if heading is None:
        slide.shapes.title.element.getparent().remove(slide.shapes.title.element)
    if notes:
        slide.notes_slide.notes_text_frame.text = notes


def _titled(slide: Slide, part: Element, style: Style, box: Box) -> Box:
    """The slide's title, which programs that read slides aloud look for."""
    height = _height([Paragraph(text(part), style)], box.width)
    before = style.before * MM_PER_PT
    add_text(slide.shapes.title, [Paragraph(text(part), style)], box.below(before).of_height(height))
    return box.below(before + height + style.after * MM_PER_PT)


def _put(slide: Slide, part: Element, document: Document, box: Box) -> Box:
    """A part in the box; the room that is left below it."""
    standard = document.standard
    if part.tag == "table":
        return box.below(add_table(slide, part, standard, box))
    if part.tag == FIGURE:
        chart = part.elements[0]
        height = min(max(float(chart.get("height")), LEAST_CHART), box.height - FOOTER)
        add_chart(slide, chart, document, box.of_height(height))
        captions = [Paragraph(text(leaf), style_of(leaf, standard)) for leaf in part.elements[1:]]
        return _lines(slide, captions, box.below(height))
    return _lines(slide, list(_paragraphs(part, standard)), box)


def _lines(slide: Slide, paragraphs: list[Paragraph], box: Box) -> Box:
    if not paragraphs:
        return box
    before = paragraphs[0].style.before * MM_PER_PT
    height = _height(paragraphs, box.width)
    shape = slide.shapes.add_textbox(0, 0, 0, 0)
    add_text(shape, paragraphs, box.below(before).of_height(height))
    return box.below(before + height)


def _paragraphs(part: Element, standard: Standard) -> Iterator[Paragraph]:
    """The paragraphs of a part; items of a list with the labels that the layout gives them."""
    if part.tag in {"ul", "ol"}:
        for item in part.elements:
            yield Paragraph(text(item), standard.styles[part.role], item.get("label"))
    elif part.tag in LEAVES:
        yield Paragraph(text(part), style_of(part, standard))
    else:
        for child in part.elements:
            yield from _paragraphs(child, standard)


def _height(paragraphs: list[Paragraph], available: float) -> float:
    """How tall the paragraphs are, mm, as measured with the layout's font."""
    total = 0.0
    for number, paragraph in enumerate(paragraphs):
        style = paragraph.style
        rows = max(1, -(-width(paragraph.full, style) // (available - style.left - style.right)))
        total += (rows * style.size * LINE + (style.before if number else 0)) * MM_PER_PT
    return total


def _master(made: Presentation, document: Document) -> None:
    """The unit's name at the foot of every slide: the footer that the master has, in the layout's look."""
    standard, page = document.standard, document.standard.portrait
    line = Paragraph(document.metadata.organ, standard.styles["page_number"])
    box = Box(page.left, page.height - page.bottom - FOOTER / 2, page.text_width, FOOTER / 2)
    for shape in made.slide_master.placeholders:
        if shape.placeholder_format.type == _footer():
            add_text(shape, [line], box)


def _footer() -> Any:
    from pptx.enum.shapes import PP_PLACEHOLDER

    return PP_PLACEHOLDER.FOOTER


def _properties(made: Presentation, document: Document) -> None:
    properties, metadata = made.core_properties, document.metadata
    issued = datetime.combine(metadata.issued, time())
    properties.title, properties.subject = metadata.title[:255], metadata.subject[:255]
    properties.author, properties.last_modified_by = metadata.author[:255], metadata.author[:255]
    properties.language, properties.category = "vi-VN", metadata.kind
    properties.created = properties.modified = issued
    properties.revision = 1


def _emu(millimetres: float) -> Any:
    from pptx.util import Mm

    return Mm(millimetres)


def _repeatable(raw: bytes) -> bytes:
    """The same package with a fixed time in its archive, and axes numbered from zero, as the format wants them."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = _AXIS.sub(rb"\1", before.read(name)) if name.startswith("ppt/charts/chart") else before.read(name)
            after.writestr(zipfile.ZipInfo(name, ZIP_TIME), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
