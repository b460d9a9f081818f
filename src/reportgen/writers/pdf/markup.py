"""A typeset tree to the HTML that WeasyPrint lays out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from reportgen.layout.contents import entry_target
from reportgen.layout.document import Document
from reportgen.layout.standards import DEFAULT_STYLE, FIGURE, FOOTNOTE, Standard
from reportgen.layout.typeset import ANNEXES, WIDE, is_short
from reportgen.tree import Element, Node, text
from reportgen.tree.notes import NOTE
from reportgen.tree.vocabulary import INLINE, SIGNATURES, TAGS, Content
from reportgen.writers.pdf.stylesheet import annex_page, stylesheet

_RENAMED = {"label": "data-label"}
_TAGS = {NOTE: "span"}
"""Elements of the tree that HTML has no element for."""
_DEFAULTS = {**DEFAULT_STYLE, NOTE: FOOTNOTE, "figure": FIGURE}
_OWN = frozenset({"width", "widths", "data-part", "page"})


def page(document: Document) -> str:
    """A whole HTML page with its stylesheet and metadata."""
    facts = document.metadata
    annexes = [section for section in document.tree.elements if section.role in ANNEXES]
    children = [_on_pages(child, annexes) for child in document.tree.children]
    tree = document.tree.holding(tuple(_kept_together(children)))
    issued = facts.issued.isoformat()
    head = [
        f"<title>{escape(facts.title)}</title>",
        f'<meta name="author" content="{escape(facts.author)}">' if facts.author else "",
        f'<meta name="description" content="{escape(facts.subject)}">' if facts.subject else "",
        f'<meta name="keywords" content="{escape(", ".join(facts.keywords))}">' if facts.keywords else "",
        '<meta name="generator" content="reportgen">',
        f'<meta name="dcterms.created" content="{issued}">',
        f'<meta name="dcterms.modified" content="{issued}">',
        f"<style>{stylesheet(document.standard, [annex.role == WIDE for annex in annexes])}</style>",
    ]
    body = "".join(_written(tree, document.standard))
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">{"".join(head)}</head><body>{body}</body></html>'
    )


def _kept_together(children: Sequence[Node]) -> Iterator[Node]:
    """The closing words, the signature block and recipients below it in one box that does not break: WeasyPrint parts
    them otherwise."""
    together: list[Node] = []
    for child in children:
        role = child.role if isinstance(child, Element) else ""
        if together and role not in {*SIGNATURES, "recipients"}:
            yield Element("div", "kept", (), tuple(together))
            together = []
        if together or role == "closing":
            together.append(child)
        else:
            yield child
    if together:
        yield Element("div", "kept", (), tuple(together))


def _on_pages(child: Node, annexes: Sequence[Element]) -> Node:
    """An annex with the name of its pages; everything else as it is."""
    place = next((place for place, annex in enumerate(annexes) if annex is child), None)
    return child if place is None or isinstance(child, str) else child.having(page=annex_page(place))


def _written(element: Element, standard: Standard) -> Iterator[str]:
    tag = _TAGS.get(element.tag, element.tag)
    yield f"<{tag}{''.join(_attributes(element, standard))}>"
    if element.tag == "p" and standard.styles[_role(element)].leader:
        yield f'{_link(element)}<span class="leader"></span><span data-target="#{entry_target(element)}"></span></p>'
        return
    if element.tag == "table":
        yield from (f'<col style="width:{width}mm">' for width in element.get("widths").split())
    for child in _moved_spaces(_unwrapped(element.children)):
        if isinstance(child, str):
            yield escape(child, quote=False)
        elif child.tag in {"ol", "ul"} and element.tag == "li":
            continue
        else:
            yield from _written(child, standard)
    if TAGS[element.tag].content is not Content.NOTHING:
        yield f"</{tag}>"
    if element.tag == "li":
        for nested in element.elements:
            if nested.tag in {"ol", "ul"}:
                yield from _written(nested, standard)


def _link(entry: Element) -> str:
    """The words of an entry in the table of contents; its page is counted when the pages are laid out.

    In a box of their own: WeasyPrint 70 loses a link that is itself an item of a flexible box.
    """
    link = entry.elements[0]
    return f'<span><a href="{escape(link.get("href"))}">{escape(text(link), quote=False)}</a></span>'


def _unwrapped(children: Sequence[Node]) -> Iterator[Node]:
    """The children with the text of figures (`<data>`) run into the text around it: a PDF has no use for their
    origin."""
    run = ""
    for child in children:
        if isinstance(child, Element) and child.tag != "data":
            if run:
                yield run
            yield child
            run = ""
        else:
            run += child if isinstance(child, str) else text(child)
    if run:
        yield run


def _moved_spaces(children: Iterable[Node]) -> Iterator[Node]:
    """A space before emphasised text moves into it.

    WeasyPrint 70 breaks a line after its first word where a text that ends in a space fits without that space only.
    """
    waiting = ""
    for child in children:
        if isinstance(child, str):
            yield from [waiting] if waiting else []
            waiting = child
            continue
        moves = waiting.endswith(" ") and child.tag in INLINE - {"br", NOTE}
        yield from [waiting.rstrip(" ") if moves else waiting] if waiting else []
        yield child.holding((" ", *child.children)) if moves else child
        waiting = ""
    if waiting:
        yield waiting


def _attributes(element: Element, standard: Standard) -> Iterator[str]:
    form = standard.numbering.get(element.role)
    own_line = " own-line" if form and form.own_line else ""
    role = _role(element)
    if role and element.tag not in {"ol", "ul"}:
        yield f' class="{role}{own_line}"'
    if style := _style(element, standard):
        yield f' style="{style}"'
    for name, value in element.attributes:
        counted = name == "label" and element.tag == NOTE
        if not counted and name not in _OWN:
            yield f' {_RENAMED.get(name, name)}="{escape(value)}"'


def _role(element: Element) -> str:
    return element.role or (_DEFAULTS.get(element.tag, ""))


def _style(element: Element, standard: Standard) -> str:
    if element.role in ANNEXES:
        return f"page:{element.get('page')}"
    if element.tag in {"hr", "img"} or element.role == "side":
        return f"width:{element.get('width')}mm"
    if element.tag == "table" or element.role in standard.columns:
        kept = ";break-inside:avoid" if element.tag == "table" and is_short(element) else ""
        return f"width:{sum(float(width) for width in element.get('widths').split()):g}mm{kept}"
    if element.tag == "tr" and any(standard.styles[_role(cell)].keep_next for cell in element.elements):
        return "break-after:avoid"
    return ""
