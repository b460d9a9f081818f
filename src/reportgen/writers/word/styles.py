"""A layout file as Word's styles part.

Every style of the layout is a named paragraph style with its Vietnamese name. Where Word has a style of its own for the
same thing (`builtin`), it is that style, with the Vietnamese name as its alias, so that outline, navigation and the
table of contents work.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from reportgen.layout.standards import Standard, Style
from reportgen.writers.word.footnotes import REFERENCE
from reportgen.writers.word.numbering import numbered_style, style_id
from reportgen.writers.word.units import NAMESPACES, eighths, half_points, points, twips

RULE, BREAK, TABLE = "rule", "section_break", "PaperTable"
SIDES = ("top", "left", "bottom", "right")
"""Of a frame, in the order that the schema asks for."""


def styles_part(standard: Standard) -> str:
    """The whole styles part."""
    return "".join(
        [f"<w:styles {NAMESPACES}>", _defaults(standard), *_fixed(standard), *_paragraphs(standard), "</w:styles>"]
    )


def _defaults(standard: Standard) -> str:
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f"{_fonts(standard)}{_size(standard.styles['body'].size)}"
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault>"
        "</w:docDefaults>"
    )


def _fonts(standard: Standard) -> str:
    font = quoteattr(standard.font)
    return f"<w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font} w:cs={font}/>"


def _size(size: float) -> str:
    return f'<w:sz w:val="{half_points(size)}"/><w:szCs w:val="{half_points(size)}"/>'


def _fixed(standard: Standard) -> Iterator[str]:
    """The styles that a Word file cannot do without, and those of lines and tables."""
    yield '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph '
        'Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    yield (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority '
        'w:val="99"/>'
        '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    yield (
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "<w:semiHidden/></w:style>"
    )
    yield (
        f'<w:style w:type="character" w:styleId="{REFERENCE}"><w:name w:val="footnote reference"/>'
        '<w:aliases w:val="Số chú thích"/><w:rPr><w:b w:val="0"/><w:i w:val="0"/><w:vertAlign w:val="superscript"/>'
        "</w:rPr></w:style>"
    )
    border = f'w:val="single" w:sz="{eighths(standard.table_border)}" w:space="0" w:color="000000"'
    sides = "".join(f"<w:{side} {border}/>" for side in (*SIDES, "insideH", "insideV"))
    pad = twips(standard.table_padding)
    yield (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="Bảng số liệu"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{sides}</w:tblBorders><w:tblCellMar>'
        f'<w:left w:w="{pad}" w:type="dxa"/><w:right w:w="{pad}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    for key, name, line in ((RULE, "Đường kẻ", 60), (BREAK, "Ngắt phần", 20)):
        yield (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="{line}" w:lineRule="exact"/></w:pPr>'
            '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'
        )


def _paragraphs(standard: Standard) -> Iterator[str]:
    for style in standard.styles.values():
        yield _paragraph(style, standard)


def _paragraph(style: Style, standard: Standard) -> str:
    key = style_id(style)
    name = style.builtin.lower() if style.builtin.startswith("Heading") else style.builtin or style.name
    alias = f"<w:aliases w:val={quoteattr(style.name)}/>" if style.builtin else ""
    custom = "" if style.builtin else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{key}"><w:name w:val={quoteattr(name)}/>{alias}'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{"".join(_paragraph_properties(style, standard))}</w:pPr>'
        f"<w:rPr>{''.join(_run_properties(style))}</w:rPr></w:style>"
    )


def _paragraph_properties(style: Style, standard: Standard) -> Iterator[str]:
    """In the order that the schema asks for (CT_PPrBase)."""
    if style.keep_next:
        yield "<w:keepNext/>"
    yield "<w:widowControl/>"
    yield numbered_style(style.role, standard)
    if style.border:
        weight, color = eighths(style.border), style.color.removeprefix("#")
        border = f'w:val="single" w:sz="{weight}" w:space="{round(style.padding)}" w:color="{color}"'
        yield f"<w:pBdr>{''.join(f'<w:{side} {border}/>' for side in SIDES)}</w:pBdr>"
    if style.leader:
        place = twips(standard.portrait.text_width)
        yield f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{place}"/></w:tabs>'
    exact = f' w:line="{points(style.line)}" w:lineRule="exact"' if style.line else ' w:line="240" w:lineRule="auto"'
    yield f'<w:spacing w:before="{points(style.before)}" w:after="{points(style.after)}"{exact}/>'
    yield f'<w:ind w:left="{twips(style.left)}" w:right="{twips(style.right)}" w:firstLine="{twips(style.first)}"/>'
    yield f'<w:jc w:val="{"both" if style.align == "justify" else style.align}"/>'
    if style.builtin.startswith("Heading"):
        yield f'<w:outlineLvl w:val="{int(style.builtin.split()[1]) - 1}"/>'


def _run_properties(style: Style) -> Iterator[str]:
    yield f'<w:b w:val="{int(style.bold)}"/><w:bCs w:val="{int(style.bold)}"/>'
    yield f'<w:i w:val="{int(style.italic)}"/><w:iCs w:val="{int(style.italic)}"/>'
    yield f'<w:color w:val="{style.color.removeprefix("#")}"/>'
    yield _size(style.size)
    if style.underline:
        yield '<w:u w:val="single"/>'
