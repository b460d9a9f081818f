"""A workbook's package looked at before a library opens it: how much it unpacks to, how many cells, no entities."""

from __future__ import annotations

from xml.parsers import expat

from reportgen.proofread.readers.package import Package
from reportgen.verify.docx_parts import DocxError

MOST_TAGS = 1_500_000
"""Tags of all sheets together: 2,000 rows of 12 columns have 100,000."""
_LEFT_ALONE = (".bin", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf")


def refuse_harm(content: bytes) -> bool:
    """Whether some cell has a formula; `DocxError` for a package that is damaged, too large or made to harm."""
    package = Package(content)
    tags, formulas = 0, False
    for name in sorted(package.names()):
        if name.lower().endswith(_LEFT_ALONE) or name.endswith("/"):
            continue
        part = package.content(name)
        tags += part.count(b"<")
        if tags > MOST_TAGS:
            raise DocxError("large", name)
        if name.lower().endswith((".xml", ".rels", ".vml")):
            refuse_entities(part)
        formulas |= "sheet" in name and (b"<f" in part or b":f" in part)
    return formulas


def refuse_entities(part: bytes) -> None:
    """`DocxError` for a part that is damaged or has a document type, the only door to entities."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise DocxError("damaged", str(error)) from error


def _refuse(*_: object) -> None:
    raise DocxError("hostile", "<!DOCTYPE>")
