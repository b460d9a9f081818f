"""An edited DOCX as the comparison reads it: paragraphs and rows of tables, with the names that the paper gave them.

In: the bytes. Out: what a reader sees, tracked changes accepted, with who made them and what was remarked at them. A
table of contents is left out, for it repeats the headings; so are headers and footers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from lxml import etree

from reportgen.proofread.readers.docx import SHIFT, Leaves, docx_text
from reportgen.proofread.readers.package import RELATION, Package, W
from reportgen.proofread.text import Paragraph, Role, Table
from reportgen.tree.origins import PREFIX
from reportgen.verify.docx_parts import DocxError
from reportgen.verify.guarded import GuardedError, guarded

MOST_REMARKS = 500
"""So many comments of a file are told."""
MOST_PASSAGES, MOST_LETTERS = 20_000, 5_000_000
"""A longer file is no report of one conference: three hundred pages have a tenth of that."""
CELLS = " | "
"""Between the cells of a row, where a row is read as one text."""
_TRACKED = {f"{W}ins": "ins", f"{W}del": "del", f"{W}moveFrom": "del", f"{W}moveTo": "ins"}


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change: who made it, and the day (`2025-12-20`), "" where the file does not say."""

    author: str
    day: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: who wrote it, when, what, and the number of the paragraph that it stands at, 0 for none."""

    author: str
    day: str
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a row of a table with ` | ` between its cells. `number` counts the file's paragraphs from 1.

    `names` are those that begin in it, `parts` those that began before and reach into it.
    """

    text: str
    number: int
    names: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    row: bool = False
    heading: bool = False
    note: bool = False
    revisions: tuple[Revision, ...] = ()
    style: str = ""
    """The name of the paragraph's style, in small letters."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A whole file. `gone` are the names of paragraphs without letters, with who deleted them where it was tracked."""

    passages: tuple[Passage, ...]
    remarks: tuple[Remark, ...] = ()
    gone: Mapping[str, tuple[Revision, ...]] = field(default_factory=dict)


def read_edited(content: bytes) -> Edited | str:
    """The file, read in a process of its own; the reason why it cannot be, a key of `verify.inspection.REASONS`."""
    try:
        return guarded(partial(_read, content))
    except GuardedError:
        return "endless"


def _read(content: bytes) -> Edited | str:
    try:
        found = edited(content)
        whole = sum(len(passage.text) for passage in found.passages)
        return "large" if len(found.passages) > MOST_PASSAGES or whole > MOST_LETTERS else found
    except DocxError as error:
        return error.reason
    except (MemoryError, RecursionError):
        return "endless"


def edited(content: bytes) -> Edited:
    """The file; `DocxError` if it cannot be read."""
    package = Package(content)
    read, leaves, roots = docx_text(package)
    main = roots.get(package.main)
    if main is None:
        raise DocxError("damaged", package.main)
    marks = _Marks(main)
    elements = {number: _paragraph(leaves, origins) for number, origins in read.origins.items()}
    passages: list[Passage] = []
    for block in read.text.blocks:
        made = _rows(block, elements, marks) if isinstance(block, Table) else _alone(block, elements, marks)
        passages += made
    joined = tuple(_joined(passages, elements, marks))
    numbers = {id(element): number for number, element in elements.items() if element is not None}
    known = frozenset(name for passage in joined for name in passage.names)
    gone = {name: revisions for name, revisions in marks.emptied.items() if name not in known}
    return Edited(joined, tuple(_remarks(package, main, numbers)), gone)


class _Marks:
    """Where names begin and end in a body, paragraph by paragraph (by their identity)."""

    def __init__(self, main: etree._Element) -> None:
        self.begins: dict[int, list[str]] = {}
        self.reaches: dict[int, list[str]] = {}
        self.emptied: dict[str, tuple[Revision, ...]] = {}
        waiting: list[str] = []
        open_names: dict[str, str] = {}
        seen: set[str] = set()
        begun: list[str] = []
        self.kept: list[etree._Element] = []
        current: etree._Element | None = None
        said = False
        for event, element in etree.iterwalk(main, events=("start", "end")):
            if element.tag == f"{W}p":
                current, said = (element, False) if event == "start" else (None, said)
                if event == "start":
                    self.kept.append(element)
                    begun, waiting = waiting, []
                    self.begins[id(element)] = begun
                elif not said:
                    waiting += [name for name in begun if name in open_names.values()]
                    closed = [name for name in begun if name not in waiting]
                    self.emptied |= dict.fromkeys(closed, revisions_of(element))
            elif event == "end":
                continue
            elif element.tag == f"{W}bookmarkStart" and element.get(f"{W}name", "").startswith(PREFIX):
                name = element.get(f"{W}name", "")
                again = name in seen  # LibreOffice begins a name anew in each paragraph that it reaches into
                open_names = {number: known for number, known in open_names.items() if known != name}
                open_names[element.get(f"{W}id", "")] = name
                seen.add(name)
                if not again:
                    (begun if current is not None else waiting).append(name)
            elif element.tag == f"{W}bookmarkEnd":
                open_names.pop(element.get(f"{W}id", ""), None)
            elif element.tag == f"{W}t" and (element.text or "").strip() and current is not None and not said:
                said = next(element.iterancestors(f"{W}moveFrom"), None) is None
                reaching = [name for name in open_names.values() if name not in begun]
                self.reaches[id(current)] = reaching


def _paragraph(leaves: Leaves, origins: Sequence[int]) -> etree._Element | None:
    if not len(origins):
        return None
    leaf = leaves.elements[origins[0] // SHIFT]
    return next((above for above in leaf.iterancestors(f"{W}p")), None)


def _alone(block: Paragraph, elements: Mapping[int, etree._Element | None], marks: _Marks) -> Iterator[Passage]:
    element = elements[block.number]
    if element is None or block.role is Role.MARGIN or _of_contents(element):
        return
    yield Passage(
        block.text,
        block.number,
        tuple(marks.begins.get(id(element), ())),
        tuple(marks.reaches.get(id(element), ())),
        heading=block.role is Role.HEADING,
        note=block.role is Role.NOTE,
        revisions=revisions_of(element),
        style=_style(element),
    )


def _rows(table: Table, elements: Mapping[int, etree._Element | None], marks: _Marks) -> Iterator[Passage]:
    """The rows of a table of figures; of one that only sets things side by side the paragraphs."""
    if _is_frame(table, elements, marks):
        for cell in table.cells:
            for paragraph in cell.paragraphs:
                if paragraph.text:
                    yield from _alone(paragraph, elements, marks)
        return
    rows: dict[int, list[list[Paragraph]]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(list(cell.paragraphs))
    for cells in rows.values():
        inside = [
            elements[paragraph.number] for cell in cells for paragraph in cell if elements[paragraph.number] is not None
        ]
        joined = CELLS.join(" ".join(paragraph.text for paragraph in cell if paragraph.text) for cell in cells)
        text = " ".join(joined.split())
        names = tuple(name for element in inside for name in marks.begins.get(id(element), ()))
        changed = tuple(
            dict.fromkeys(one for element in inside if element is not None for one in revisions_of(element))
        )
        if text.replace("|", "").strip():
            first = next(paragraph.number for cell in cells for paragraph in cell if paragraph.text)
            yield Passage(text, first, names, row=True, revisions=changed)


FRAMES = ("_rg_mau_country", "_rg_mau_party", "_rg_mau_signer", "_rg_mau_power", "_rg_mau_recipient", "_rg_mau_office")
"""Names that stand in a letterhead or at the signatures."""
_TITLES = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "Nơi nhận:")


def _is_frame(table: Table, elements: Mapping[int, etree._Element | None], marks: _Marks) -> bool:
    for cell in table.cells:
        for paragraph in cell.paragraphs:
            element = elements[paragraph.number]
            names = marks.begins.get(id(element), ()) if element is not None else ()
            if paragraph.text.startswith(_TITLES) or any(name.startswith(FRAMES) for name in names):
                return True
    return False


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val", "").lower() if style is not None else ""


def _of_contents(paragraph: etree._Element) -> bool:
    if _style(paragraph).startswith(("toc", "contents")):
        return True
    control = next(paragraph.iterancestors(f"{W}sdt"), None)
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery") if control is not None else None
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def _joined(
    passages: Sequence[Passage], elements: Mapping[int, etree._Element | None], marks: _Marks
) -> Iterator[Passage]:
    """The passages; one whose end of paragraph was deleted, tracked, is one with the next."""
    before: Passage | None = None
    for found in passages:
        passage = found if before is None else _one(before, found)
        before = None
        element = elements.get(found.number)
        gone = element.find(f"{W}pPr/{W}rPr/{W}del") if element is not None and not found.row else None
        if gone is not None:
            before = passage
        else:
            yield passage
    if before is not None:
        yield before


def _one(first: Passage, second: Passage) -> Passage:
    revisions = tuple(dict.fromkeys((*first.revisions, *second.revisions)))
    text = f"{first.text.rstrip()} {second.text.lstrip()}"
    names = (*first.names, *second.names)
    return Passage(text, first.number, names, first.parts, heading=first.heading, note=first.note, revisions=revisions)


def revisions_of(paragraph: etree._Element) -> tuple[Revision, ...]:
    """Who changed a paragraph, each with the day, once."""
    found = (
        Revision(element.get(f"{W}author", "").strip(), element.get(f"{W}date", "")[:10])
        for element in paragraph.iter(*_TRACKED)
    )
    return tuple(dict.fromkeys(found))


def _remarks(package: Package, main: etree._Element, numbers: Mapping[int, int]) -> Iterator[Remark]:
    places: dict[str, int] = {}
    for call in main.iter(f"{W}commentRangeStart", f"{W}commentReference"):
        paragraph = next(call.iterancestors(f"{W}p"), None)
        places.setdefault(call.get(f"{W}id", ""), numbers.get(id(paragraph), 0) if paragraph is not None else 0)
    path = next((path for kind, path in package.related(package.main) if kind == f"{RELATION}/comments"), "")
    root = package.root(path) if path else None
    comments = list(root.iter(f"{W}comment")) if root is not None else []
    for comment in comments[:MOST_REMARKS]:
        text = " ".join("".join(leaf.text or "" for leaf in comment.iter(f"{W}t")).split())
        day = comment.get(f"{W}date", "")[:10]
        yield Remark(comment.get(f"{W}author", "").strip(), day, text, places.get(comment.get(f"{W}id", ""), 0))
