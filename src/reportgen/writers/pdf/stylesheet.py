"""A layout file as CSS for WeasyPrint. Every size in it comes from the layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.layout.standards import DEFAULT_STYLE, FOOTNOTE, Leader, Page, Rule, Standard, Style

_RESET = """
* { margin: 0; padding: 0; border: 0 }
html { font-family: %(fonts)s; color: black; line-height: normal; hyphens: none;
  word-spacing: 0.001pt /* no kerning across blanks: it is lost where a line is justified, which then overflows */ }
h1, h2, h3, h4, h5, h6 { font-size: inherit; font-weight: normal; break-inside: avoid;
  bookmark-label: attr(data-label) " " content(text) }
ol, ul { list-style: none }
li { display: block }
[data-label]::before { content: attr(data-label) " " }
[data-label].own-line::before { content: attr(data-label) "\\a"; white-space: pre }
section.annex, section.annex_wide, section.sheet { break-before: page }
.row { display: table-row; break-inside: avoid }
.side { display: table-cell; vertical-align: top }
.kept { break-inside: avoid }
.byline, .source_line { break-before: avoid }
figure { break-inside: avoid }
table { table-layout: fixed; border-collapse: collapse }
tr { break-inside: avoid }
td, th { vertical-align: middle }
td br + *, sup, sub { line-height: 0 }
sup { font-size: 70%%; vertical-align: 0.5em }
sub { font-size: 70%%; vertical-align: -0.2em }
a { color: inherit; text-decoration: none }
.footnote { float: footnote; footnote-policy: line }
.footnote::footnote-call, .footnote::footnote-marker { vertical-align: 0.5em; line-height: 0 }
.footnote::footnote-call { content: counter(footnote) }
.footnote::footnote-marker { content: counter(footnote) " "; list-style-position: inside }
[data-target]::after { content: target-counter(attr(data-target), page) }
img { image-rendering: pixelated; display: block; margin: 0 auto; max-width: 100%% }
"""


def stylesheet(standard: Standard, annexes: Sequence[bool] = ()) -> str:
    """The whole CSS of a paper in that layout. `annexes`: whether each, in order, is on landscape pages."""
    fonts = ", ".join(f'"{name}"' for name in standard.fonts_pdf)
    return "\n".join(
        [
            _RESET % {"fonts": fonts},
            *_pages(standard),
            *_columns(standard),
            *_annexes(standard, annexes),
            *_styles(standard),
            *_notes(standard),
            _leader(standard.leader),
            *_rules(standard),
        ]
    )


def _pages(standard: Standard) -> Iterator[str]:
    number = standard.styles["page_number"]
    yield _page("", standard.portrait, standard)
    yield f"@page {{ @top-center {{ content: counter(page); font-size: {number.size:g}pt }} }}"
    yield "@page :first { @top-center { content: none } }"


def annex_page(place: int) -> str:
    """The name of the pages of an annex: each annex is numbered anew, without a number on its first page."""
    return f"annex{place}"


def _annexes(standard: Standard, annexes: Sequence[bool]) -> Iterator[str]:
    for place, wide in enumerate(annexes):
        name = annex_page(place)
        yield _page(name, standard.landscape if wide else standard.portrait, standard)
        yield f"@page :nth(1 of {name}) {{ counter-reset: page 1; @top-center {{ content: none }} }}"


def _page(name: str, page: Page, standard: Standard) -> str:
    margins = f"{page.top:g}mm {page.right:g}mm {page.bottom:g}mm {page.left:g}mm"
    header = f"@top-center {{ vertical-align: top; padding-top: {standard.number_from_edge:g}mm }}"
    return f"@page {name} {{ size: {page.width:g}mm {page.height:g}mm; margin: {margins}; {header} }}"


def _columns(standard: Standard) -> Iterator[str]:
    """Groups set side by side, as tables without borders."""
    form = "display: table; table-layout: fixed; border-collapse: collapse; break-inside: avoid"
    for role, columns in standard.columns.items():
        yield f".{role} {{ {form}; margin-top: {columns.before:g}pt }}"
    if "signatures" in standard.columns:
        yield f".recipients {{ margin-top: {standard.columns['signatures'].before:g}pt }}"


def _styles(standard: Standard) -> Iterator[str]:
    for style in standard.styles.values():
        tags = [tag for tag, role in DEFAULT_STYLE.items() if role == style.role and tag not in {"ol", "ul"}]
        selectors = ", ".join([f".{style.role}", *(f"{tag}:not([class])" for tag in tags)])
        yield f"{selectors} {{ {'; '.join(_declarations(style))} }}"
    cells = [style.role for style in standard.styles.values() if style.role.startswith("cell")]
    border = f"border: {standard.table_border:g}pt solid black"
    for role in cells:
        style = standard.styles[role]
        padding = f"{style.before:g}pt {standard.table_padding:g}mm {style.after:g}pt"
        yield f".{role} {{ {border}; margin: 0; padding: {padding} }}"


def _declarations(style: Style) -> Iterator[str]:
    yield f"font-size: {style.size:g}pt"
    yield f"font-weight: {'bold' if style.bold else 'normal'}"
    yield f"font-style: {'italic' if style.italic else 'normal'}"
    yield f"color: {style.color}"
    yield f"text-align: {style.align}"
    yield f"text-indent: {style.first:g}mm"
    yield f"margin: {style.before:g}pt {style.right:g}mm {style.after:g}pt {style.left:g}mm"
    if style.border:
        yield f"border: {style.border:g}pt solid; padding: {style.padding:g}pt 0"
    yield f"line-height: {f'{style.line:g}pt' if style.line else 'normal'}"
    if style.leader:
        yield "display: flex; align-items: flex-end"
    if style.underline:
        yield "text-decoration: underline"
    if style.keep_next:
        yield "break-after: avoid"
    yield "orphans: 2; widows: 2"


def _notes(standard: Standard) -> Iterator[str]:
    notes = standard.notes
    if FOOTNOTE in standard.styles:
        size = standard.styles[FOOTNOTE].size * notes.number
        yield f".footnote::footnote-call, .footnote::footnote-marker {{ font-size: {size:g}pt }}"
        area = f"margin-top: {notes.before:g}pt; padding-top: {notes.padding:g}pt"
        yield f"@page {{ @footnote {{ border-top: {notes.border:g}pt solid; {area} }} }}"


def _leader(leader: Leader) -> str:
    """The dots stand on the baseline: a quarter of an em above the foot of their row."""
    size = f"flex: 1 0 {leader.least:g}mm; margin: 0 {leader.gap:g}mm 0.25em"
    return f".leader {{ {size}; border-bottom: {leader.border:g}pt dotted }}"


def _rules(standard: Standard) -> Iterator[str]:
    return (_rule(rule) for rule in standard.rules.values())


def _rule(rule: Rule) -> str:
    return f"hr.{rule.role} {{ border-top: {rule.weight:g}pt solid black; margin: {rule.gap:g}pt auto 0 }}"
