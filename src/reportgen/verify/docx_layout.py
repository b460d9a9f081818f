"""A DOCX measured against the layout: sections, page number, styles as they come out, letterhead, lines, tables.

In: the parts beside the tree. Out: findings. Nothing is laid out here: a style's real values after inheritance and the
sections' measures say what Word will show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from reportgen.layout.standards import Page, Standard, Style
from reportgen.layout.standards.metrics import width
from reportgen.tree import squeezed
from reportgen.tree.vocabulary import SIGNATURES
from reportgen.verify.docx_looks import MM_PER_TWIP, Look, Looks, look
from reportgen.verify.docx_parts import EMPTY, Parts, R, W, value
from reportgen.verify.docx_text import Paragraph, docx_words, footnotes, whole
from reportgen.verify.finding import (
    ALIGNED,
    FACES,
    MARGINS,
    NONE,
    PAGE_NUMBER,
    PAPER,
    SIGNATURE,
    Finding,
    Told,
    component,
    line_under,
    measure,
    off_by,
    same,
    size_of,
    span,
)
from reportgen.verify.leaves import LETTERHEAD, ONE_ROW, SHARES, TABLE, Leaf, Leaves

LENGTH = 0.1
"""A twentieth of a point is the file's unit: lengths are exact but for rounding, mm."""
RULE = 0.8
"""The length of a line follows from the text's, which is worked out from tabled widths of letters, mm."""
LANGUAGE = "vi-VN"
YES, NO = Told("có", "yes"), Told("không", "no")


@dataclass(frozen=True, slots=True)
class WordPaper:
    """A DOCX beside the tree it was made from: paragraph with text `n` of the file is leaf `n`."""

    parts: Parts
    paragraphs: tuple[Paragraph, ...]
    written: tuple[Paragraph, ...]
    """The paragraphs that have text."""
    wanted: Leaves
    standard: Standard
    looks: Looks
    notes: tuple[Paragraph, ...]
    """The footnotes."""

    @property
    def sections(self) -> list[ET.Element]:
        """The properties of each section."""
        return list(self.parts.document.iter(f"{W}sectPr"))


def word_paper(parts: Parts, paragraphs: Sequence[Paragraph], wanted: Leaves, standard: Standard) -> WordPaper:
    """The parts beside the tree; the text must have been proved to be the tree's."""
    written = tuple(paragraph for paragraph in paragraphs if paragraph.words)
    return WordPaper(parts, tuple(paragraphs), written, wanted, standard, Looks(parts), tuple(footnotes(parts)))


def sections(paper: WordPaper) -> Iterator[Finding]:
    """Each section's paper and margins (I.I.1-3), and where its page number stands (I.I.7)."""
    for number, (found, page) in enumerate(zip(paper.sections, paper.wanted.pages, strict=False)):
        where = Told(f"phần {number + 1}", f"section {number + 1}")
        yield from section(found, page, where)
        if value(found, f"{W}titlePg", default="1" if found.find(f"{W}titlePg") is not None else "0") in {"0", "false"}:
            yield Finding("V806", PAGE_NUMBER, NONE, Told("có ở trang đầu", "on the first page"), where)
        edge = twips(value(found, f"{W}pgMar", "header"))
        if abs(edge - paper.standard.number_from_edge) > LENGTH:
            from_edge = Told("Số trang, cách mép trên", "Page number, from the upper edge")
            yield Finding("V808", from_edge, measure(paper.standard.number_from_edge, "mm"), measure(edge, "mm"), where)
        if number and value(found, f"{W}pgNumType", "start") != "1":
            yield Finding("V808", PAGE_NUMBER, same("1"), Told("đếm tiếp", "goes on counting"), where)
    count, wanted = len(paper.sections), len(paper.wanted.pages)
    if count != wanted:
        named = Told("Số phần có trang riêng", "Sections with pages of their own")
        yield Finding("V801", named, same(str(wanted)), same(str(count)))


def section(found: ET.Element, page: Page, where: Told) -> Iterator[Finding]:
    """A section's paper and margins against a page of the layout."""
    size = found.find(f"{W}pgSz")
    size = EMPTY if size is None else size
    across, down = twips(size.get(f"{W}w", "0")), twips(size.get(f"{W}h", "0"))
    if abs(across - page.width) > 0.5 or abs(down - page.height) > 0.5:
        yield Finding("V801", PAPER, size_of(page.width, page.height), size_of(across, down), where)
    for side, name in MARGINS.items():
        measured, needed = twips(value(found, f"{W}pgMar", side)), getattr(page, side)
        if abs(measured - needed) > LENGTH:
            yield Finding("V802", name, measure(needed, "mm"), measure(measured, "mm"), where)


def page_number(paper: WordPaper) -> Iterator[Finding]:
    """Each section's header holds the page number, centred, and the first page's none (I.I.7)."""
    style = paper.standard.styles["page_number"]
    for found in paper.sections:
        headers = {
            entry.get(f"{W}type", "default"): entry.get(f"{R}id", "") for entry in found.iter(f"{W}headerReference")
        }
        if "default" not in headers:
            yield Finding("V807", PAGE_NUMBER, YES, NONE)
            continue
        numbers = [p for p in paper.parts.headers.get(headers["default"], EMPTY).iter(f"{W}p") if has_page_field(p)]
        if not numbers:
            yield Finding("V807", PAGE_NUMBER, YES, NONE)
        for paragraph in numbers:
            yield from _looks_like(style, look(paper.looks.paragraph(paragraph)), NONE_HERE)
        first = paper.parts.headers.get(headers.get("first", ""), EMPTY)
        if any(has_page_field(paragraph) for paragraph in first.iter(f"{W}p")):
            yield Finding("V806", PAGE_NUMBER, NONE, Told("có ở trang đầu", "on the first page"))


NONE_HERE = Told("đầu trang", "header")


def has_page_field(paragraph: ET.Element) -> bool:
    """Whether the paragraph prints the page's number."""
    simple = (field.get(f"{W}instr", "") for field in paragraph.iter(f"{W}fldSimple"))
    nested = (field.text or "" for field in paragraph.iter(f"{W}instrText"))
    return any(instruction.split()[:1] == ["PAGE"] for instruction in (*simple, *nested))


def styles(paper: WordPaper) -> Iterator[Finding]:
    """Every paragraph comes out as its style in the layout, every run with its emphasis and no other."""
    seen: dict[tuple[str, str], tuple[Finding, ...]] = {}
    for paragraph, leaf in zip(paper.written, paper.wanted.leaves, strict=True):
        own = paragraph.element.find(f"{W}pPr")
        plain = own is not None and all(child.tag in PLAIN for child in own)
        key = (value(own, f"{W}pStyle") if own is not None else "", leaf.style.role)
        if not plain or key not in seen:
            found = look(paper.looks.paragraph(paragraph.element))
            problems = tuple(_looks_like(leaf.style, found, _where(paragraph)))
            if plain:
                seen[key] = problems
            yield from problems
        yield from _runs(paper, paragraph, leaf)


def notes(paper: WordPaper) -> Iterator[Finding]:
    """Every footnote comes out as the layout's footnotes do."""
    for paragraph, leaf in zip(paper.notes, paper.wanted.notes, strict=True):
        yield from _looks_like(leaf.style, look(paper.looks.paragraph(paragraph.element)), _where(paragraph))


PLAIN = frozenset(f"{W}{name}" for name in ("pStyle", "keepNext", "sectPr", "rPr"))
"""Properties of a paragraph that do not change its look."""


def _runs(paper: WordPaper, paragraph: Paragraph, leaf: Leaf) -> Iterator[Finding]:
    """Emphasis of a paragraph's runs; `at` counts letters behind the label, which Word sets in the style's own face."""
    if len(leaf.segments) == 1 and paragraph.element.find(f"{W}r/{W}rPr") is None:
        return
    style, at = leaf.style, leaf.length - len(squeezed("".join(docx_words(paragraph.element))))
    base = paper.looks.paragraph(paragraph.element)
    for run in paragraph.element.iter(f"{W}r"):
        letters = len(squeezed("".join(docx_words(run))))
        if letters:
            found, face = look(paper.looks.run(run, base)), leaf.face(at)
            yield from _letters(style, found, (face.bold, face.italic), _where(paragraph))
        at += letters


def _looks_like(style: Style, found: Look, where: Told) -> Iterator[Finding]:
    name = component(style)
    yield from _letters(style, found, (style.bold, style.italic), where)
    if found.align != style.align:
        aligned = ALIGNED.get(found.align, same(found.align))
        yield Finding("V815", name, ALIGNED[style.align], aligned, where)
    for side in ("first", "left"):
        needed, measured = getattr(style, side), getattr(found, side)
        if abs(needed - measured) > LENGTH:
            yield Finding("V816", name, measure(needed, "mm"), measure(measured, "mm"), where)
    if abs(found.line - style.line) > LENGTH or (not style.line and abs(found.share - 1) > 0.01):
        shown = measure(found.line, "pt") if found.line else Told(*(f"{found.share:g} {words}" for words in ROWS))
        needed_line = measure(style.line, "pt") if style.line else Told(*(f"1 {words}" for words in ROWS))
        yield Finding("V817", name, needed_line, shown, where)
    for side in ("before", "after"):
        needed, measured = getattr(style, side), getattr(found, side)
        if abs(needed - measured) > LENGTH:
            yield Finding("V819", name, measure(needed, "pt"), measure(measured, "pt"), where)
    if style.keep_next and not found.keep_next:
        yield Finding("V831", name, Told("đi liền đoạn sau", "kept with the next"), NO, where)


ROWS = ("dòng", "rows")


def _letters(style: Style, found: Look, face: tuple[bool, bool], where: Told) -> Iterator[Finding]:
    name = component(style)
    if abs(found.size - style.size) > LENGTH:
        yield Finding("V811", name, measure(style.size, "pt"), measure(found.size, "pt"), where)
    for key, needed in (("bold", face[0]), ("italic", face[1])):
        if getattr(found, key) != needed:
            code, yes, no = FACES[key]
            yield Finding(code, name, yes if needed else no, no if needed else yes, where)
    if style.underline and not found.underline:
        code, yes, no = FACES["underline"]
        yield Finding(code, name, yes, no, where)


def fonts(paper: WordPaper) -> Iterator[Finding]:
    """The font is the layout's (I.I.4), the language Vietnamese."""
    name = Told("Phông chữ", "Font")
    for font in sorted({look(paper.looks.of_style(value(p.element, f"{W}pPr/{W}pStyle"))).font for p in paper.written}):
        if font != paper.standard.font:
            yield Finding("V805", name, same(paper.standard.font), same(font or "–"))
    language = look(paper.looks.of_style("")).language
    if language != LANGUAGE:
        yield Finding("V835", Told("Ngôn ngữ", "Language"), same(LANGUAGE), same(language or "–"))


def letterhead(paper: WordPaper) -> Iterator[Finding]:
    """Columns as wide as the layout says; Quốc hiệu on one row; number and date in one row of the table (II.1-4)."""
    rows: dict[str, ET.Element] = {}
    for paragraph, leaf in zip(paper.written, paper.wanted.leaves, strict=True):
        if leaf.group not in {LETTERHEAD, *SIGNATURES}:
            continue
        rows[leaf.style.role] = paragraph.row
        wide = twips(value(paragraph.cell, f"{W}tcPr/{W}tcW", "w"))
        if abs(wide - leaf.width) > LENGTH:
            yield Finding("V826", component(leaf.style), measure(leaf.width, "mm"), measure(wide, "mm"))
        text = "".join(docx_words(paragraph.element))
        if leaf.style.role in ONE_ROW and width(text, leaf.style) > wide:
            yield Finding("V821", component(leaf.style), Told("một dòng", "one row"), Told("hai dòng", "two rows"))
        if leaf.group in SIGNATURES and paragraph.row.find(f"{W}trPr/{W}cantSplit") is None:
            yield Finding("V833", SIGNATURE, Told("không ngắt trang", "kept together"), NO)
    if "number" in rows and "place_date" in rows and rows["number"] is not rows["place_date"]:
        style = paper.standard.styles["place_date"]
        yield Finding("V822", component(style), Told("cùng dòng", "level"), Told("khác dòng", "another row"))


def drawn_lines(paper: WordPaper) -> Iterator[Finding]:
    """A line stands under its component, centred, as long as the layout says."""
    drawn = dict(_drawn(paper))
    for rule in paper.wanted.rules:
        leaf = paper.wanted.leaves[rule.under]
        name = line_under(leaf.style)
        line = drawn.get(rule.under)
        if line is None:
            yield Finding("V823", name, YES, NONE)
            continue
        length = leaf.width - line.left - line.right
        share = paper.standard.rules[rule.role].share
        low, high = (1.0, 1.0) if share == 1 else SHARES
        widths = [min(width(row.strip(), leaf.style), leaf.width) for row in _own_rows(paper.written[rule.under])]
        if not low * min(widths) - RULE <= length <= high * max(widths) + RULE:
            needed = span(low * widths[-1], high * widths[-1], "mm")
            yield Finding("V824", name, needed, measure(length, "mm"))
        if abs(line.left - line.right) > RULE:
            yield Finding("V815", name, ALIGNED["center"], off_by((line.left - line.right) / 2))


def _drawn(paper: WordPaper) -> Iterator[tuple[int, Look]]:
    """The paragraphs without text that have a border above: number of the leaf that they stand under → look."""
    leaf = -1
    for paragraph in paper.paragraphs:
        if paragraph.words:
            leaf += 1
        elif paragraph.element.find(f"{W}pPr/{W}pBdr/{W}top") is not None:
            yield leaf, look(paper.looks.paragraph(paragraph.element))


def _own_rows(paragraph: Paragraph) -> list[str]:
    """The paragraph's text, parted at its own line breaks."""
    rows = [""]
    for node in paragraph.element.iter():
        if node.tag == f"{W}t":
            rows[-1] += node.text or ""
        elif node.tag == f"{W}br":
            rows.append("")
    return [row for row in rows if row]


def tables(paper: WordPaper) -> Iterator[Finding]:
    """Header rows of a table repeat on each page, and its rows do not split."""
    name = Told("Bảng", "Table")
    found: list[ET.Element] = []
    for paragraph, leaf in zip(paper.written, paper.wanted.leaves, strict=True):
        if leaf.group == TABLE and paragraph.table not in found[-1:]:
            found.append(paragraph.table)
    for table, wanted in zip(found, paper.wanted.head_rows, strict=False):
        rows = list(table.iter(f"{W}tr"))
        marked = sum(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows)
        if marked != wanted:
            heads = Told("Số dòng tiêu đề lặp lại của bảng", "Repeated header rows of a table")
            yield Finding("V834", heads, same(str(wanted)), same(str(marked)))
        if any(row.find(f"{W}trPr/{W}cantSplit") is None for row in rows):
            yield Finding("V834", name, Told("dòng không ngắt trang", "rows kept whole"), NO)


def _where(paragraph: Paragraph) -> Told:
    words = paragraph.words
    return same(f"“{words[:30]}{'…' if len(words) > 30 else ''}”")


def twips(text: str) -> float:
    """A length of the file, in twentieths of a point, as mm; 0 where it is none."""
    return (-1 if text.startswith("-") else 1) * whole(text.removeprefix("-")) * MM_PER_TWIP


RULES: tuple[Callable[[WordPaper], Iterator[Finding]], ...] = (
    sections,
    page_number,
    styles,
    notes,
    fonts,
    letterhead,
    drawn_lines,
    tables,
)
