"""The structure tree of a finished PDF, built anew after the paper's own (PDF/UA-1, ISO 32000-1, 14.8.4).

Typst tags paragraphs, headings, cells and figures, and knows neither lists nor articles where a paper's labels are its
own. Its elements stay, with all that hangs on them; what groups them is made after the tree: articles, sections, lists
with their items, tables with head and body and cells that span, contents with their entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from reportgen.layout.contents import ENTRIES
from reportgen.tree import Element
from reportgen.tree.vocabulary import LEAVES
from reportgen.writers.typst.markup import Kind, Slot

WORDS = frozenset({"/P", "/TD", "/TH", *(f"/H{level}" for level in range(1, 7))})
FIGURE = "/Figure"
BLOCKS = WORDS | {FIGURE, "/Document", "/Div", "/Table", "/THead", "/TBody", "/TR", "/NonStruct"}
GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "article": "/Art",
        "section": "/Sect",
        "div": "/Div",
        "nav": "/TOC",
        "ol": "/L",
        "ul": "/L",
        "table": "/Table",
        "thead": "/THead",
        "tbody": "/TBody",
        "tr": "/TR",
    }
)
"""Tag → structure type of what groups."""
LEAF_TYPES: Mapping[str, str] = MappingProxyType({"th": "/TH", "td": "/TD", "figcaption": "/Caption", "li": "/LBody"})
"""Tag → structure type of a leaf that Typst has another one for."""


class MismatchError(RuntimeError):
    """The file does not show the elements that were written into its source; a fault of ours or of a new Typst."""


def restructure(pdf: pikepdf.Pdf, tree: Element, slots: Sequence[Slot]) -> Mapping[int, Sequence[Any]]:
    """Give the file the structure of the tree. `slots`: what was written, in order. Id of an element of the tree →
    the file's elements for it."""
    root, document = pdf.Root.StructTreeRoot, _document(pdf)
    made: dict[int, list[Any]] = {}
    for element, one in shown(pdf, slots):
        made.setdefault(id(element), []).append(one)
    builder = _Builder(pdf, made)
    document.K = Array(builder.all([tree], document))
    _name_notes(pdf, root, document)
    _name_figures(pdf, made)
    return made


def _document(pdf: pikepdf.Pdf) -> Any:
    top = pdf.Root.StructTreeRoot.K
    return top[0] if isinstance(top, Array) else top


def shown(pdf: pikepdf.Pdf, slots: Sequence[Slot]) -> Iterator[tuple[Element, Any]]:
    """Each element that was written and what the compiled file has for it; `MismatchError` if they do not fit."""
    found = list(_found(_document(pdf)))
    kinds = [Kind.FIGURE if one.S == FIGURE else Kind.WORDS for one in found]
    wanted = [Kind.FIGURE if slot.kind is Kind.FIGURE else Kind.WORDS for slot in slots]
    if kinds != wanted:
        raise MismatchError(f"{len(wanted)} elements written, {len(kinds)} found")
    pairs = zip(slots, found, strict=True)
    return ((slot.element, one) for slot, one in pairs if slot.kind is not Kind.NOTHING)


def links(elements: Iterable[Any]) -> Iterator[Any]:
    """The annotations of the links below some elements."""
    for element in elements:
        for link in (child for child in _kids(element) if Name.Link == child.S):
            for piece in link.K if isinstance(link.K, Array) else [link.K]:
                if isinstance(piece, Dictionary) and "/Obj" in piece:
                    yield piece.Obj


def _found(element: Any) -> Iterator[Any]:
    """Typst's elements for paragraphs, headings, cells and figures, in order."""
    for child in _kids(element):
        kind = str(child.S)
        if kind == FIGURE or (kind in WORDS and not any(str(inner.S) in BLOCKS for inner in _kids(child))):
            yield child
        else:
            yield from _found(child)


def _kids(element: Any) -> Iterator[Any]:
    """The elements right below one."""
    below = element.get("/K")
    for child in below if isinstance(below, Array) else [below]:
        if isinstance(child, Dictionary) and "/S" in child:
            yield child


class _Builder:
    """Makes the elements that group, top down, since each names the one above it."""

    def __init__(self, pdf: pikepdf.Pdf, made: Mapping[int, Sequence[Any]]) -> None:
        self.pdf = pdf
        self.made = made

    def all(self, elements: Iterable[Element], parent: Any) -> list[Any]:
        """Structure elements for those of the tree."""
        return [built for element in elements for built in self._one(element, parent)]

    def _one(self, element: Element, parent: Any) -> Iterator[Any]:
        if element.tag == "li":
            yield self._item(element, parent)
        elif element.tag == "figure":
            yield from self._figure(element, parent)
        elif element.role in ENTRIES.values() and len(self.made.get(id(element), ())) > 1:
            yield self._group("/TOCI", self.made[id(element)], parent)
        elif parent.S == Name.TOC:
            yield from self._leaf(element, parent, "/Caption")
        elif element.tag in LEAVES:
            yield from self._leaf(element, parent)
        elif element.tag in GROUPS:
            group = self._new(GROUPS[element.tag], parent)
            below = self.all(element.elements, group)
            if below:
                group.K = Array(below)
                yield group

    def _new(self, kind: str, parent: Any) -> Any:
        return self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(kind), P=parent))

    def _group(self, kind: str, members: Iterable[Any], parent: Any) -> Any:
        group = self._new(kind, parent)
        group.K = Array(members)
        for member in members:
            member.P = group
        return group

    def _leaf(self, element: Element, parent: Any, kind: str = "") -> Iterator[Any]:
        kind = kind or LEAF_TYPES.get(element.tag, "")
        for one in self.made.get(id(element), ()):
            one.P = parent
            if kind:
                one.S = Name(kind)
            if element.tag in {"th", "td"}:
                _head_or_cell(one, element)
            yield one

    def _item(self, element: Element, parent: Any) -> Any:
        """An item: its words, and the lists in it."""
        item = self._new("/LI", parent)
        nested = [child for child in element.elements if child.tag in {"ol", "ul"}]
        if not nested:
            item.K = Array(self._leaf(element, item))
            return item
        body = self._new("/LBody", item)
        body.K = Array([*self._leaf(element, body, "/P"), *self.all(nested, body)])
        item.K = Array([body])
        return item

    def _figure(self, element: Element, parent: Any) -> Iterator[Any]:
        """A picture with its caption; one without a picture is its caption alone."""
        pictures = [one for child in element.elements for one in self.made.get(id(child), ()) if one.S == FIGURE]
        words = [child for child in element.elements if child.tag not in {"img", "chart"}]
        for picture in pictures:
            picture.P = parent
            yield picture
        yield from self.all(words, parent)


def _head_or_cell(one: Any, element: Element) -> None:
    """How far a cell spans; of every head that it heads its column."""
    said = Dictionary(O=Name.Table)
    for name, attribute in (("ColSpan", "colspan"), ("RowSpan", "rowspan")):
        if int(element.get(attribute) or 1) > 1:
            said[f"/{name}"] = int(element.get(attribute))
    if element.tag == "th":
        said.Scope = Name.Column
    one.A = Array([said])
    if "/ID" in one:
        del one.ID


def _name_notes(pdf: pikepdf.Pdf, root: Any, document: Any) -> None:
    """The tree of names holds what has one: footnotes (PDF/UA-1, 7.9)."""
    named = sorted((bytes(one.ID), one) for one in _below(document) if "/ID" in one)
    if "/IDTree" in root:
        del root.IDTree
    if named:
        names = Array([piece for name, one in named for piece in (pikepdf.String(name), one)])
        limits = Array([pikepdf.String(named[0][0]), pikepdf.String(named[-1][0])])
        leaf = pdf.make_indirect(Dictionary(Names=names, Limits=limits))
        root.IDTree = pdf.make_indirect(Dictionary(Kids=Array([leaf])))


def _below(element: Any) -> Iterator[Any]:
    for child in _kids(element):
        yield child
        yield from _below(child)


def _name_figures(pdf: pikepdf.Pdf, made: Mapping[int, Sequence[Any]]) -> None:
    """What pages draw of a figure bears its name, so that a reader tells its letters from those of the text."""
    marks: dict[Any, list[int]] = {}
    pages = {page.obj.objgen: page for page in pdf.pages}
    for one in (one for group in made.values() for one in group if one.S == FIGURE):
        inside = one.K if isinstance(one.K, Array) else [one.K]
        for mark in inside:
            number = mark if isinstance(mark, int) else mark.get("/MCID") if isinstance(mark, Dictionary) else None
            sheet = one.get("/Pg") if isinstance(mark, int) else (mark.get("/Pg") or one.get("/Pg"))
            if number is not None and sheet is not None:
                marks.setdefault(sheet.objgen, []).append(int(number))
    for sheet, numbers in marks.items():
        drawn = pages[sheet].Contents
        content = drawn.read_bytes()
        for number in numbers:
            content = re.sub(rb"/Span<</MCID %d(?=[/>])" % number, b"/Figure<</MCID %d" % number, content)
        drawn.write(content)
