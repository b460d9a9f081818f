"""What a PDF's metadata stream says beyond what an engine writes: PDF/UA-1, and the record of the paper.

The record's fields are those of Decree 30/2020/NĐ-CP, Annex VI (outgoing documents). What Dublin Core has a name for is
said in Dublin Core; the rest stands in a schema of its own, described as PDF/A-2 (ISO 19005-2, 6.6.2.3) asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from reportgen.layout.document import Metadata

RECORD = "urn:nd-30-2020-nd-cp:phu-luc-vi#"
"""The namespace of Annex VI's fields; the decree names none."""

_RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
_UA = f"""<rdf:Description {_RDF} rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
"""
_EXTENSION = f"""<rdf:Description {_RDF} rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>{{schemas}}</rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
_SCHEMA = """<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{name}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>
"""
_PROPERTY = """<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>
<pdfaProperty:valueType>{kind}</pdfaProperty:valueType><pdfaProperty:category>{category}</pdfaProperty:category>
<pdfaProperty:description>{description}</pdfaProperty:description></rdf:li>
"""

FIELDS = {
    "FileCatalog": "Năm hình thành hồ sơ (VI, 1.2)",
    "TypeName": "Tên loại văn bản (VI, 3)",
    "CodeNumber": "Số của văn bản (VI, 4)",
    "CodeNotation": "Ký hiệu của văn bản (VI, 5)",
    "IssuedDate": "Ngày, tháng, năm văn bản (VI, 6)",
    "OrganName": "Tên cơ quan ban hành (VI, 7)",
    "Subject": "Trích yếu nội dung (VI, 8)",
    "Language": "Ngôn ngữ (VI, 9)",
    "PageAmount": "Số trang của văn bản (VI, 10)",
    "Position": "Chức vụ người ký (VI, 12.1)",
    "FullName": "Họ và tên người ký (VI, 12.2)",
    "To.OrganName": "Tên nơi nhận (VI, 13.2)",
}
"""Annex VI's fields that a paper knows of itself, with their meaning."""


def descriptions(facts: Metadata, pages: int) -> bytes:
    """RDF to stand before the end of the metadata's RDF element, UTF-8."""
    pieces = [_UA, *record(facts, pages), _EXTENSION.format(schemas=schemas(facts, pages))]
    return "".join(pieces).encode()


def record(facts: Metadata, pages: int, *, language: bool = True) -> Iterator[str]:
    """The record of the paper, nothing where it has none. `language`: whether no one else says the language."""
    if facts.record:
        yield from _dublin_core(facts, language=language)
        yield _own(_fields(facts, pages))


def schemas(facts: Metadata, pages: int) -> str:
    """The descriptions of the schemas that are no part of PDF/A-2, as items of a bag."""
    described = _SCHEMA.format(
        name="PDF/UA identification schema",
        uri="http://www.aiim.org/pdfua/ns/id/",
        prefix="pdfuaid",
        properties=_property("part", "Integer", "Part of ISO 14289 that the file follows"),
    )
    if not facts.record:
        return described
    properties = "".join(_property(name, "Text", FIELDS[name]) for name in _fields(facts, pages))
    return described + _SCHEMA.format(
        name="Nghị định 30/2020/NĐ-CP, Phụ lục VI", uri=RECORD, prefix="vn", properties=properties
    )


def _fields(facts: Metadata, pages: int) -> dict[str, str]:
    return {name: value for name, value in {**facts.record, "PageAmount": str(pages)}.items() if value}


def _property(name: str, kind: str, description: str) -> str:
    category = "internal" if kind == "Integer" else "external"
    return _PROPERTY.format(name=name, kind=kind, category=category, description=escape(description))


def _own(record: dict[str, str]) -> str:
    fields = "".join(f"<vn:{name}>{escape(value)}</vn:{name}>" for name, value in record.items())
    return f'<rdf:Description {_RDF} rdf:about="" xmlns:vn="{RECORD}">{fields}</rdf:Description>\n'


def _dublin_core(facts: Metadata, *, language: bool) -> Iterator[str]:
    """Type, identifier, publisher, signer, language and day; title, creator and description are the engine's."""
    yield _dc("type", "Bag", [facts.record.get("TypeName", "")])
    if facts.identifier:
        yield (
            f'<rdf:Description {_RDF} rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:identifier>{escape(facts.identifier)}</dc:identifier></rdf:Description>\n"
        )
    yield _dc("publisher", "Bag", [facts.record.get("OrganName", "")])
    yield _dc("contributor", "Bag", [facts.record.get("FullName", "")])
    if language:
        yield _dc("language", "Bag", ["vi"])
    yield _dc("date", "Seq", [facts.record.get("IssuedDate", "")])


def _dc(name: str, kind: str, values: Sequence[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values if value)
    if not items:
        return ""
    return (
        f'<rdf:Description {_RDF} rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:{name}><rdf:{kind}>{items}</rdf:{kind}></dc:{name}></rdf:Description>\n"
    )
