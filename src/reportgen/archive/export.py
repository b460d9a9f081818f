"""The descriptive fields of all archived papers for other systems: as a table, as XML, and as Archivematica takes them.

`csv` and `xml` have one record a paper with the fields of Annex VI under their names in the records system.
`archivematica` has one line a file, as `metadata/metadata.csv` of a transfer whose `objects/` holds the archive's
folders: Dublin Core first, then the same fields as further columns.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from xml.etree import ElementTree as ET

from reportgen.archive.annex import FIELDS, SEPARATOR
from reportgen.archive.description import Description, Paper
from reportgen.archive.spreadsheet import as_csv
from reportgen.writers.xmp import RECORD

KEPT = ("identifier", "paper", "unit", "year", "title", "replaces", "signed_of", "files")
"""What stands before the fields: where the paper is in the archive."""
RECIPIENT = "To."


def as_table(entries: Iterable[Description]) -> bytes:
    """CSV for spreadsheets; files are parted by `; `."""
    rows = ([*_kept(entry, paper), *_values(paper)] for entry in entries for paper in entry.papers)
    return as_csv([*KEPT, *FIELDS], rows).encode()


def _kept(entry: Description, paper: Paper) -> list[str]:
    files = SEPARATOR.join(f"{entry.identifier}/{file}" for file in paper.files)
    signed = "/".join(entry.signed or ())
    return [entry.identifier, paper.key, entry.unit, str(entry.year), paper.title, entry.replaces, signed, files]


def _values(paper: Paper) -> list[str]:
    return [paper.fields.get(name, "") for name in FIELDS]


def as_xml(entries: Iterable[Description]) -> bytes:
    """One `<document>` a paper, UTF-8; a recipient's fields stand in a `<To>` of its own."""
    root = ET.Element("documents", {"xmlns": RECORD})
    for entry in entries:
        for paper in entry.papers:
            kept = dict(zip(KEPT, _kept(entry, paper), strict=True))
            document = ET.SubElement(root, "document", {name: kept[name] for name in ("identifier", "paper")})
            for name in ("unit", "year", "title", "replaces", "signed_of"):
                _leaf(document, name, kept[name])
            for file in paper.files:
                _leaf(document, "file", f"{entry.identifier}/{file}")
            _fields(document, paper)
    ET.indent(root)
    content: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return content + b"\n"


def _fields(document: ET.Element, paper: Paper) -> None:
    recipients: dict[int, ET.Element] = {}
    for name, value in paper.fields.items():
        if not name.startswith(RECIPIENT):
            _leaf(document, name, value)
            continue
        for place, piece in enumerate(value.split(SEPARATOR)):
            if place not in recipients:
                recipients[place] = ET.SubElement(document, "To")
            _leaf(recipients[place], name.removeprefix(RECIPIENT), piece)


def _leaf(parent: ET.Element, name: str, text: str) -> None:
    if text:
        ET.SubElement(parent, name).text = text


DUBLIN_CORE: Mapping[str, Callable[[Description, Paper, str], str]] = MappingProxyType(
    {
        "dc.title": lambda _, paper, __: paper.title,
        "dc.identifier": lambda entry, paper, _: entry.number if paper.fields else f"{entry.identifier}/{paper.key}",
        "dc.creator": lambda entry, paper, _: paper.fields.get("OrganName", entry.organ),
        "dc.publisher": lambda entry, _, __: entry.organ,
        "dc.contributor": lambda _, paper, __: paper.fields.get("FullName", ""),
        "dc.date": lambda entry, paper, _: paper.fields.get("IssuedDate", entry.date),
        "dc.type": lambda _, paper, __: paper.kind,
        "dc.format": lambda _, __, file: file.rpartition(".")[2],
        "dc.language": lambda _, __, ___: "vi",
        "dc.description": lambda _, paper, __: paper.fields.get("Subject", ""),
        "dc.coverage": lambda entry, _, __: f"{entry.unit}, {entry.year}",
        "dc.source": lambda entry, _, __: entry.identifier,
        "dc.relation": lambda entry, _, __: "/".join(entry.signed or ()) or entry.replaces,
    }
)
"""Column → what stands in it for a file of a paper."""


def as_archivematica(entries: Iterable[Description]) -> bytes:
    """`metadata.csv`: one line a file."""

    def lines() -> Iterator[list[str]]:
        for entry in entries:
            for paper in entry.papers:
                for file in paper.files:
                    core = [said(entry, paper, file) for said in DUBLIN_CORE.values()]
                    yield [f"objects/{entry.identifier}/{file}", *core, *_values(paper)]

    return _csv(["filename", *DUBLIN_CORE, *FIELDS], lines())


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table for a program: every value as it is."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return target.getvalue().encode()


FORMS: Mapping[str, Callable[[Iterable[Description]], bytes]] = MappingProxyType(
    {"csv": as_table, "xml": as_xml, "archivematica": as_archivematica}
)
"""Name of a form → what writes it."""
