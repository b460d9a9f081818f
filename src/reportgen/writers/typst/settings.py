"""A layout file as Typst's settings and functions. Every size in them comes from the layout.

A style becomes functions: `p…` sets a paragraph, `s…` one in a block of its own, `c…` the words of a table's cell. A
row's height is given by two fixed edges around its baseline, so that rows stand as far apart as the layout says,
whatever is in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from reportgen.layout.standards import FOOTNOTE, MM_PER_PT, Page, Standard, Style
from reportgen.layout.standards.metrics import ASCENT, DESCENT
from reportgen.writers.typst.literal import literal, mm, pt

RAISED, LOWERED, SMALL = 0.5, 0.2, 0.7
"""Letters above and below the row: how far, in their own size, and their share of the text's size."""

_FIXED = """
#set par(leading: 0pt, spacing: 0pt, linebreaks: "simple")
#set block(spacing: 0pt)
#set text(lang: "vi", hyphenate: false, fallback: false, overhang: false)
#set underline(evade: false)
#show heading: it => it.body
#show figure: it => it.body
#let b(body) = text(weight: "bold", body)
#let i(body) = text(style: "italic", body)
#let rule(across, weight) = block(width: 100%, height: weight,
  align(center, rect(width: across, height: weight, fill: black)))
#let bar(x, y, across, down, fill) = place(top + left, dx: x, dy: y, rect(width: across, height: down, fill: fill))
#let spanning(whole, body) = context {
  let own = measure(body).height
  box(width: 100%, height: 0pt, place(top + left, dy: (whole - own) / 2, body))
}
"""


def settings(standard: Standard) -> str:
    """The head of a paper's source."""
    fonts = ", ".join(map(literal, standard.fonts_pdf))
    lines = chain(
        [
            _FIXED,
            f"#set text(font: ({fonts},))",
            f"#let up(body) = text(size: {SMALL}em, baseline: -{RAISED}em, body)",
            f"#let down(body) = text(size: {SMALL}em, baseline: {LOWERED}em, body)",
        ],
        _page(standard),
        _notes(standard),
        chain.from_iterable(_functions(style, place, standard) for place, style in _numbered(standard)),
    )
    return "\n".join(lines) + "\n"


def _numbered(standard: Standard) -> Iterator[tuple[int, Style]]:
    return enumerate(standard.styles.values())


def functions(standard: Standard) -> Mapping[str, int]:
    """Role → the number in the names of its two functions."""
    return {style.role: place for place, style in _numbered(standard)}


def edges(style: Style) -> tuple[float, float]:
    """How far a row of the style reaches above and below its baseline, pt."""
    line = style.line or (ASCENT + DESCENT) * style.size
    above = line / 2 + (ASCENT - DESCENT) / 2 * style.size
    return above, line - above


def letters(style: Style) -> str:
    """The settings of a style's letters."""
    above, below = edges(style)
    weight, slant = ("bold" if style.bold else "regular"), ("italic" if style.italic else "normal")
    colour = f", fill: rgb({literal(style.color)})" if style.color != "#000000" else ""
    return (
        f'#set text(size: {pt(style.size)}, weight: "{weight}", style: "{slant}", '
        f"top-edge: {pt(above)}, bottom-edge: {pt(-below)}{colour})"
    ).removeprefix("#")


def paragraph(style: Style, numbers: Mapping[str, int]) -> str:
    """The name of the function that sets a paragraph. One that may be parted anywhere is no block of its own: only then
    does a row with a footnote go overleaf with it."""
    boxed = style.keep_next or style.border or style.left or style.right
    return f"{'s' if boxed else 'p'}{numbers[style.role]}"


def _functions(style: Style, number: int, standard: Standard) -> Iterator[str]:
    justified = str(style.align == "justify").lower()
    align = "left" if style.align == "justify" else style.align
    words = "underline(body)" if style.underline else "body"
    first = f"first-line-indent: (amount: {mm(style.first)}, all: true)"
    set_ = f"{letters(style)}; set par(justify: {justified}, {first}); set align({align})"
    heading = f"show heading: {letters(style)}"
    inside = f"{set_}; if first == none {{par({words})}} else {{{heading}; first; {words}}}"
    sides = f"left: {mm(style.left)}, right: {mm(style.right)}"
    body, box = f"{{{inside}}}", f"inset: ({sides})"
    if style.border:
        half = style.border / 2
        frame = (
            f"inset: (x: 0pt, y: {pt(style.padding + half)}), stroke: {pt(style.border)} + rgb({literal(style.color)})"
        )
        body, box = f"pad({sides}, block(width: 100%, {frame}, {body}))", f"inset: (x: {pt(half)})"
    yield f"#let p{number}(body) = {{{set_}; par({words})}}"
    yield (
        f"#let s{number}(body, whole: false, first: none) = "
        f"block(width: 100%, sticky: {str(style.keep_next).lower()}, breakable: not whole, {box}, {body})"
    )
    if style.role.startswith("cell"):
        yield f"#let c{number}(body) = {{{letters(style)}; set par(justify: {justified}); {words}}}"


def inset(style: Style, standard: Standard) -> str:
    """The space between a cell's grid lines and its words."""
    half = standard.table_border / 2
    across = pt(standard.table_padding / MM_PER_PT + half)
    return f"(x: {across}, top: {pt(style.before + half)}, bottom: {pt(style.after + half)})"


def _page(standard: Standard) -> Iterator[str]:
    """Pages, and their numbers: none on the first page of the paper and of an annex."""
    style = standard.styles["page_number"]
    yield f"#let number(across) = place(top + center, dx: across, dy: {mm(standard.number_from_edge)}, context {{"
    yield "  let count = counter(page).get().first()"
    yield f"  if count > 1 {{ {letters(style)}; str(count) }}"
    yield "})"
    yield f"#set page({sheet(standard.portrait)})"


def sheet(page: Page) -> str:
    """The settings of a page."""
    margins = f"top: {mm(page.top)}, bottom: {mm(page.bottom)}, left: {mm(page.left)}, right: {mm(page.right)}"
    number = f"foreground: number({mm((page.left - page.right) / 2)})"
    return f"width: {mm(page.width)}, height: {mm(page.height)}, margin: ({margins}), {number}"


def _notes(standard: Standard) -> Iterator[str]:
    """Footnotes: their numbers in the text and at the foot, the line above them."""
    notes = standard.notes
    if FOOTNOTE not in standard.styles:
        return
    style = standard.styles[FOOTNOTE]
    size = style.size * notes.number
    raised = f"size: {pt(size)}, baseline: {pt(-size * RAISED)}"
    height = f"height: {pt(notes.border + notes.padding)}"
    line = f"separator: block(width: 100%, {height}, line(length: 100%, stroke: {pt(notes.border)}))"
    yield f"#set super(typographic: false, {raised})"
    yield f"#let mark(body) = text({raised}, body)"
    yield f"#set footnote.entry({line}, clearance: {pt(notes.before)}, gap: 0pt, indent: 0pt)"
    justified = str(style.align == "justify").lower()
    yield (
        f"#show footnote.entry: it => block(above: 0pt, below: 0pt, width: 100%, "
        f"{{{letters(style)}; set par(leading: 0pt, justify: {justified}, first-line-indent: 0pt); par(it.note.body)}})"
    )
