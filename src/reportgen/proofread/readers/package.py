"""The parts of a DOCX, taken out of the package once, each bounded before it is unpacked.

A part with a document type is refused: it is the only door to entities. `DocxError` says why a package cannot be read.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from lxml import etree

from reportgen.verify.docx_parts import DOCUMENT_TYPE, MOST_BYTES, RELATIONS, DocxError, refuse_odd_names

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"
RELATION = DOCUMENT_TYPE.rpartition("/")[0]
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeError, KeyError)


class Package:
    """A DOCX's parts by name. `main` is its document's."""

    def __init__(self, content: bytes) -> None:
        self._left = MOST_BYTES
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(content))
            refuse_odd_names(self.zip.namelist())
            self.main = next((path for kind, path in self.related("") if kind == DOCUMENT_TYPE), MAIN)
        except DAMAGED as error:
            raise DocxError("damaged", str(error)) from error

    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self.zip.namelist())

    def content(self, path: str) -> bytes:
        """A part's bytes, from what is left of the bound."""
        try:
            with self.zip.open(path) as stream:
                content = stream.read(self._left + 1)
        except DAMAGED as error:
            raise DocxError("damaged", path) from error
        except RuntimeError as error:  # zipfile says so of a part that asks for a password
            raise DocxError("locked", str(error)) from error
        if len(content) > self._left:
            raise DocxError("large", path)
        self._left -= len(content)
        return content

    def root(self, path: str) -> etree._Element | None:
        """A part's root; None if there is no such part."""
        return xml_root(self.content(path)) if path in self.names() else None

    def related(self, source: str) -> Iterator[tuple[str, str]]:
        """The relations of a part: their type, and the path of what they lead to inside the package."""
        folder, name = posixpath.split(source)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        for entry in root.iter(f"{RELATIONS}Relationship") if root is not None else ():
            if entry.get("TargetMode") != "External":
                target = entry.get("Target", "")
                inside = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                yield entry.get("Type", ""), posixpath.normpath(inside)


def xml_root(content: bytes) -> etree._Element:
    """The root of a part; `DocxError` if it is damaged or has a document type."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(content, True)
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (expat.ExpatError, etree.XMLSyntaxError) as error:
        raise DocxError("damaged", str(error)) from error


def _refuse(*_: object) -> None:
    raise DocxError("hostile", "<!DOCTYPE>")
