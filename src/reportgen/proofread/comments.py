"""A DOCX with Word comments at figures, and as it was in all else.

In: the file's bytes and what stands where. Out: the bytes of a DOCX in which only the document, its comments, its
relations and the list of content types differ; every other part is the same byte for byte. Runs are split at the
figure, so that the comment holds it and nothing else; a finding in a footnote or a header is told at its call, or at
the start of the text, where Word allows a comment.
"""

from __future__ import annotations

import copy
import io
import posixpath
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from reportgen.proofread.readers.docx import SHIFT, Leaves, docx_text
from reportgen.proofread.readers.package import RELATION, Package, W
from reportgen.verify.docx_parts import RELATIONS, DocxError

AUTHOR, INITIALS = "reportgen", "rg"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
COMMENTS = "comments"
LISTED = "[Content_Types].xml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Comment:
    """What is told at the letters of a paragraph, from `start` up to `end`."""

    paragraph: int
    start: int
    end: int
    text: str


def commented(content: bytes, comments: Sequence[Comment]) -> bytes:
    """The DOCX with the comments; `DocxError` if it cannot be read."""
    package = Package(content)
    read, leaves, roots = docx_text(package)
    main = roots[package.main]
    path, root = _comments(package)
    number = _first_number(root, main)
    placed = [(_place(read.origins[one.paragraph], one), one.text) for one in comments]
    runs = _cut(leaves, [place for place, _ in placed if _inside(leaves, place, package.main)])
    for offset, (place, text) in enumerate(placed):
        identifier = str(number + offset)
        first, last = runs.get(place, (None, None))
        if first is None or last is None:
            first = last = _stand_in(main, leaves, place)
        if first is not None and last is not None:
            _mark(first, last, identifier)
            root.append(_written(text, identifier))
    changed = {package.main: _bytes(main), path: _bytes(root)}
    if path not in package.names():
        changed |= _announced(package, path)
    return _packed(package, changed)


class Place(NamedTuple):
    """Letters by their leaves: from `start` of the leaf `first` up to `end` of the leaf `last`."""

    first: int
    start: int
    last: int
    end: int


Runs = tuple[etree._Element | None, etree._Element | None]
"""The first and the last run of a place."""


def _place(origins: Sequence[int], comment: Comment) -> Place:
    begin, stop = int(origins[comment.start]), int(origins[comment.end - 1])
    return Place(begin // SHIFT, begin % SHIFT, stop // SHIFT, stop % SHIFT + 1)


def _inside(leaves: Leaves, place: Place, part: str) -> bool:
    return leaves.parts[place.first] == part == leaves.parts[place.last]


def _comments(package: Package) -> tuple[str, etree._Element]:
    """The path and the root of the part of comments, a new one where there is none."""
    for kind, path in package.related(package.main):
        if kind == f"{RELATION}/{COMMENTS}":
            found = package.root(path)
            if found is not None:
                return path, found
    folder = posixpath.dirname(package.main)
    taken = package.names()
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(len(taken) + 1))
    return next(name for name in names if name not in taken), etree.Element(f"{W}comments", nsmap={"w": W.strip("{}")})


def _first_number(root: etree._Element, main: etree._Element) -> int:
    """A number above those of all comments that there are."""
    known = [
        element.get(f"{W}id", "")
        for element in (*root.iter(f"{W}comment"), *main.iter(f"{W}commentRangeStart", f"{W}commentReference"))
    ]
    return max((int(text) for text in known if text.isascii() and text.isdigit() and len(text) < 10), default=-1) + 1


def _cut(leaves: Leaves, places: Sequence[Place]) -> dict[Place, Runs]:
    """Split the runs wherever a place begins or ends; the runs of each place."""
    cuts: dict[int, set[int]] = {}
    for place in places:
        cuts.setdefault(place.first, set()).add(place.start)
        cuts.setdefault(place.last, set()).add(place.end)
    pieces = {leaf: _split(leaves.elements[leaf], sorted(cuts[leaf])) for leaf in sorted(cuts)}
    return {
        place: (_begins(pieces[place.first], place.start), _ends(pieces[place.last], place.end)) for place in places
    }


def _begins(pieces: Sequence[tuple[int, etree._Element]], offset: int) -> etree._Element | None:
    return next((run for start, run in reversed(pieces) if start <= offset), None)


def _ends(pieces: Sequence[tuple[int, etree._Element]], offset: int) -> etree._Element | None:
    return next((run for start, run in reversed(pieces) if start < offset), None)


def _split(leaf: etree._Element, cuts: Sequence[int]) -> list[tuple[int, etree._Element]]:
    """The runs that the leaf's letters stand in once it is cut there, each with the offset where it begins."""
    run = _run(leaf)
    if run is None:
        return []
    if leaf.getparent() is not run:
        return [(0, run)]
    text = (leaf.text or "") if leaf.tag == f"{W}t" else ""
    pieces: list[tuple[int, etree._Element]] = []
    for cut in reversed(cuts):
        fresh = _cut_off(run, leaf, cut, text)
        if fresh is not None and cut < max(len(text), 1):
            pieces.append((cut, fresh))
    here = _run(leaf)
    if here is not None:
        pieces.append((0, here))
    return sorted(pieces, key=lambda piece: piece[0])


def _cut_off(run: etree._Element, leaf: etree._Element, cut: int, text: str) -> etree._Element | None:
    """What stands behind the cut, in a run of its own; None where nothing stands before or behind it."""
    before = [child for child in leaf.itersiblings(preceding=True) if child.tag != f"{W}rPr"]
    behind = list(leaf.itersiblings())
    if (cut == 0 and not before) or (cut >= len(text) and cut > 0 and not behind):
        return None
    fresh = etree.Element(f"{W}r", dict(run.attrib))
    properties = run.find(f"{W}rPr")
    if properties is not None:
        fresh.append(copy.deepcopy(properties))
    if cut == 0:
        fresh.append(leaf)
    elif cut < len(leaf.text or ""):
        rest = etree.SubElement(fresh, f"{W}t", {SPACE: "preserve"})
        rest.text, leaf.text = (leaf.text or "")[cut:], (leaf.text or "")[:cut]
        leaf.set(SPACE, "preserve")
    for child in behind:
        fresh.append(child)
    run.addnext(fresh)
    return fresh


def _run(leaf: etree._Element) -> etree._Element | None:
    found = leaf.getparent()
    while found is not None and found.tag != f"{W}r":
        found = found.getparent()
    return found


def _stand_in(main: etree._Element, leaves: Leaves, place: Place) -> etree._Element | None:
    """Where a comment on a footnote or a header goes: to the footnote's call, to the text's first run."""
    note = next((one for one in leaves.elements[place.first].iterancestors(f"{W}footnote", f"{W}endnote")), None)
    if note is not None:
        name = str(note.tag).replace("footnote", "footnoteReference").replace("endnote", "endnoteReference")
        calls = (call for call in main.iter(name) if call.get(f"{W}id") == note.get(f"{W}id"))
        call = next(calls, None)
        if call is not None:
            return _run(call)
    return next(main.iter(f"{W}r"), None)


def _mark(first: etree._Element, last: etree._Element, identifier: str) -> None:
    """Put the range and the reference of a comment around runs."""
    number = {f"{W}id": identifier}
    first.addprevious(etree.Element(f"{W}commentRangeStart", number))
    closing, reference = etree.Element(f"{W}commentRangeEnd", number), etree.Element(f"{W}r")
    etree.SubElement(reference, f"{W}commentReference", number)
    last.addnext(closing)
    closing.addnext(reference)


def _written(text: str, identifier: str) -> etree._Element:
    names = {f"{W}id": identifier, f"{W}author": AUTHOR, f"{W}initials": INITIALS}
    comment = etree.Element(f"{W}comment", names)
    for line in text.splitlines():
        run = etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r")
        etree.SubElement(run, f"{W}t", {SPACE: "preserve"}).text = line
    return comment


def _announced(package: Package, path: str) -> dict[str, bytes]:
    """The relation and the content type of a new part of comments."""
    folder, name = posixpath.split(package.main)
    beside = posixpath.join(folder, "_rels", f"{name}.rels")
    relations, types = package.root(beside), package.root(LISTED)
    if relations is None:
        relations = etree.Element(f"{RELATIONS}Relationships", nsmap={None: RELATIONS.strip("{}")})
    if types is None:
        raise DocxError("damaged", LISTED)
    known = {entry.get("Id") for entry in relations}
    fresh = next(name for name in (f"rIdS{number}" for number in range(len(known) + 1)) if name not in known)
    target = posixpath.relpath(path, folder)
    etree.SubElement(relations, f"{RELATIONS}Relationship", Id=fresh, Type=f"{RELATION}/{COMMENTS}", Target=target)
    etree.SubElement(types, f"{TYPES}Override", PartName=f"/{path}", ContentType=COMMENTS_TYPE)
    return {beside: _bytes(relations), LISTED: _bytes(types)}


def _bytes(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def _packed(package: Package, changed: dict[str, bytes]) -> bytes:
    """The package anew: the parts in their order, those that changed in their place, new ones behind."""
    target = io.BytesIO()
    known = package.names()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as fresh:
        for entry in package.zip.infolist():
            content = changed[entry.filename] if entry.filename in changed else package.zip.read(entry)
            kept = zipfile.ZipInfo(entry.filename, entry.date_time)
            kept.compress_type, kept.external_attr = entry.compress_type, entry.external_attr
            fresh.writestr(kept, content)
        for name in sorted(changed.keys() - known):
            made = zipfile.ZipInfo(name, FIRST_DAY)
            made.compress_type = zipfile.ZIP_DEFLATED
            fresh.writestr(made, changed[name])
    return target.getvalue()
