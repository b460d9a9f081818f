"""The parts put together as a DOCX, byte for byte the same for the same document.

python-docx gives the package (content types, relationships, properties); the parts' content is ours. It writes the
clock into the archive, so the archive is written anew with a fixed time.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from reportgen.layout.document import Document
from reportgen.tree import Element
from reportgen.writers.chart_sheet import workbook
from reportgen.writers.word.body import Writer
from reportgen.writers.word.chart import SPACE, chart_part
from reportgen.writers.word.footnotes import SETTINGS
from reportgen.writers.word.numbering import numbering_part, style_id
from reportgen.writers.word.styles import styles_part
from reportgen.writers.word.units import NAMESPACES, emu

if TYPE_CHECKING:
    import docx.document

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format that [MS-OSHARED] gives to custom properties."""
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
PROPERTY_LENGTH = 255
"""python-docx and Word take no longer core properties."""
CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LEFTOVERS = ("/thumbnail", "/stylesWithEffects", "/customXml")


@dataclass(frozen=True, slots=True)
class Frame:
    """The number of a drawing in its paper, and the width of the column that it stands in, mm."""

    number: int
    width: float


def write_docx(document: Document) -> bytes:
    """The finished file."""
    import docx
    from docx.oxml import parse_xml

    package = docx.Document()
    counted = count(1)

    def drawing(element: Element, width: float) -> str:
        return DRAWINGS[element.tag](package, document, element, Frame(next(counted), width))

    writer = Writer(document, drawing)
    body = writer.body(_header(package, document))
    old = package.element.body
    package.element.replace(old, parse_xml(body))
    _replace(package.part._styles_part, styles_part(document.standard))
    _replace(package.part.numbering_part, numbering_part(document.standard, writer.lists))
    noted = writer.footnotes()
    _footnotes(package, noted)
    _settings(package, SETTINGS if noted else "")
    _properties(package, document)
    _drop_leftovers(package)
    _record(package, document.metadata.record)
    raw = io.BytesIO()
    package.save(raw)
    return _repeatable(raw.getvalue())


def _replace(part: object, xml: str) -> None:
    """Other content for a part. python-docx has no call for it: its XML parts hold the root in `_element`."""
    from docx.oxml import parse_xml

    part._element = parse_xml(xml)  # type: ignore[attr-defined]


def _header(package: docx.document.Document, document: Document) -> str:
    """A header with the page number; the reference to it."""
    from docx.oxml import parse_xml

    style = style_id(document.standard.styles["page_number"])
    part, relation = package.part.add_header_part()  # type: ignore[no-untyped-call]
    part._element = parse_xml(
        f'<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:fldSimple w:instr=" PAGE ">'
        "<w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>"
    )
    return f'<w:headerReference w:type="default" r:id="{relation}"/>'


def _picture(package: docx.document.Document, document: Document, element: Element, frame: Frame) -> str:
    """A picture as an inline drawing, as wide as the layout has it."""
    from docx.oxml.shape import CT_Inline
    from docx.shared import Emu
    from lxml import etree

    source = element.get("src")
    picture = document.pictures[source]
    relation, _ = package.part.get_or_add_image(io.BytesIO(picture.content))
    shown = float(element.get("width"))
    height = shown * picture.height / picture.width
    inline = CT_Inline.new_pic_inline(frame.number, relation, source, Emu(emu(shown)), Emu(emu(height)))
    inline.docPr.set("descr", element.get("alt"))
    return f"<w:drawing>{etree.tostring(inline, encoding='unicode')}</w:drawing>"


def _chart(package: docx.document.Document, document: Document, element: Element, frame: Frame) -> str:
    """A chart as an inline drawing over the whole width, with its own part and workbook."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    whole, number, height = package.part.package, frame.number, float(element.get("height"))
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), WORKBOOK, workbook(element, document), whole)
    xml = (XML_HEAD + chart_part(element, document.standard)).encode()
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CHART, xml, whole)
    part.relate_to(book, f"{OFFICE}/relationships/package")
    relation = package.part.relate_to(part, f"{OFFICE}/relationships/chart")
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{emu(frame.width)}" '
        f'cy="{emu(height)}"/><wp:docPr id="{number}" name="chart {number}" '
        f'descr={quoteattr(element.get("alt"))}/><a:graphic><a:graphicData uri="{SPACE}"><c:chart '
        f'xmlns:c="{SPACE}" r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


DRAWINGS = {"img": _picture, "chart": _chart}
"""Element → what draws it."""


def _settings(package: docx.document.Document, footnotes: str) -> None:
    """Word 2013's layout rules instead of the compatibility mode of python-docx's template."""
    from docx.oxml import parse_xml

    uri = "http://schemas.microsoft.com/office/word"
    part = package.part._settings_part
    part._element = parse_xml(
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{footnotes}<w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _properties(package: docx.document.Document, document: Document) -> None:
    facts, core = document.metadata, package.core_properties
    day = datetime.combine(facts.issued, datetime.min.time())
    core.title = facts.title[:PROPERTY_LENGTH]
    core.subject = facts.subject[:PROPERTY_LENGTH]
    core.author = core.last_modified_by = facts.author[:PROPERTY_LENGTH]
    core.category = facts.kind[:PROPERTY_LENGTH]
    core.identifier = facts.identifier[:PROPERTY_LENGTH]
    core.keywords = ", ".join(facts.keywords)[:PROPERTY_LENGTH]
    core.comments = ""
    core.language = "vi-VN"
    core.revision = 1
    core.created = core.modified = day


def _footnotes(package: docx.document.Document, xml: str) -> None:
    """The part with the footnotes; python-docx has no call for it."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    if xml:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part = Part(PackURI("/word/footnotes.xml"), kind, (XML_HEAD + xml).encode(), package.part.package)
        package.part.relate_to(part, f"{OFFICE}/relationships/footnotes")


def _record(package: docx.document.Document, fields: Mapping[str, str]) -> None:
    """Annex VI's fields as custom properties, where Word shows them; python-docx has no call for the part."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    if not fields:
        return
    properties = "".join(
        f'<property fmtid="{CUSTOM_FORMAT}" pid="{place}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for place, (name, value) in enumerate(fields.items(), 2)
    )
    namespaces = f'xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes"'
    xml = f"{XML_HEAD}<Properties {namespaces}>{properties}</Properties>"
    whole = package.part.package
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    part = Part(PackURI("/docProps/custom.xml"), kind, xml.encode(), whole)
    whole.relate_to(part, f"{OFFICE}/relationships/custom-properties")


def _drop_leftovers(package: docx.document.Document) -> None:
    """python-docx's template carries a picture of an empty page and parts of an older Word, which nothing uses."""
    for relations in (package.part.package.rels, package.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(LEFTOVERS)]:
            del relations[key]


def _repeatable(raw: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, old.read(name))
    return target.getvalue()
