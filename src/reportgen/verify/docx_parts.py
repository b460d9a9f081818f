"""The parts of a DOCX that the proofs read, taken out of the package once.

A stranger's file may be made to harm: what it unpacks to is bounded before it is unpacked, and a part with a document
type (the only door to entities) is refused.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET
from xml.parsers import expat

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
DOCUMENT_TYPE = R.strip("{}") + "/officeDocument"
MOST_BYTES = 64 * 1024 * 1024
"""A part of text larger than that is no paper: 500 pages unpack to 15 MB."""
MOST_PARTS = 5000
EMPTY = ET.Element("empty")


class DocxError(ValueError):
    """The package cannot be read. `reason` is a key of `REASONS` in the catalog: damaged, hostile, large, locked."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason, self.detail = reason, detail


@dataclass(frozen=True, slots=True)
class Parts:
    """Roots of the parts. `headers` and `charts` are by relation; a part that is not there is an empty element."""

    document: ET.Element
    styles: ET.Element
    numbering: ET.Element
    settings: ET.Element
    footnotes: ET.Element
    headers: Mapping[str, ET.Element]
    charts: Mapping[str, ET.Element]


def docx_parts(content: bytes) -> Parts:
    """The parts; `DocxError` if the package is damaged or made to harm."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _Package(package).parts()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeError) as error:
        raise DocxError("damaged", str(error)) from error
    except ET.ParseError as error:
        raise DocxError("damaged", str(error)) from error
    except RuntimeError as error:
        # zipfile says so of a part that asks for a password.
        raise DocxError("locked", str(error)) from error


def refuse_odd_names(names: Sequence[str]) -> None:
    """`DocxError` for too many parts, and for one name twice: readers would not agree which part it is."""
    if len(names) > MOST_PARTS:
        raise DocxError("large", str(len(names)))
    twice = [name for name, count in Counter(map(str.casefold, names)).items() if count > 1]
    if twice:
        raise DocxError("damaged", twice[0])


class _Package:
    def __init__(self, package: zipfile.ZipFile) -> None:
        self.package = package
        self.left = MOST_BYTES
        refuse_odd_names(package.namelist())

    def parts(self) -> Parts:
        """All parts that are read."""
        main = self._targets("").get(DOCUMENT_TYPE, ["word/document.xml"])[0]
        found = self._targets(main)
        prefix = DOCUMENT_TYPE.rpartition("/")[0]
        styles, numbering, settings, notes = (
            self._root(found.get(f"{prefix}/{name}", [""])[0])
            for name in ("styles", "numbering", "settings", "footnotes")
        )
        headers = {key: self._root(path) for key, path in self._relations(main, f"{prefix}/header")}
        charts = {key: self._root(path) for key, path in self._relations(main, f"{prefix}/chart")}
        return Parts(self._root(main, needed=True), styles, numbering, settings, notes, headers, charts)

    def _targets(self, source: str) -> dict[str, list[str]]:
        result: dict[str, list[str]] = {}
        for kind, _, path in self._all_relations(source):
            result.setdefault(kind, []).append(path)
        return result

    def _relations(self, source: str, wanted: str) -> list[tuple[str, str]]:
        return [(key, path) for kind, key, path in self._all_relations(source) if kind == wanted]

    def _all_relations(self, source: str) -> list[tuple[str, str, str]]:
        folder, name = posixpath.split(source)
        root = self._root(posixpath.join(folder, "_rels", f"{name}.rels"))
        return [
            (entry.get("Type", ""), entry.get("Id", ""), _inside(folder, entry.get("Target", "")))
            for entry in root.iter(f"{RELATIONS}Relationship")
            if entry.get("TargetMode") != "External"
        ]

    def _root(self, path: str, *, needed: bool = False) -> ET.Element:
        if path not in self.package.NameToInfo:
            if needed:
                raise DocxError("damaged", path)
            return EMPTY
        return safe_xml(self._bytes(path))

    def _bytes(self, path: str) -> bytes:
        """A part's bytes; more than the header of the archive promises, or than is left of the bound, is refused."""
        with self.package.open(path) as stream:
            content = stream.read(self.left + 1)
        if len(content) > self.left:
            raise DocxError("large", path)
        self.left -= len(content)
        return content


def safe_xml(content: bytes) -> ET.Element:
    """The root of a part; `DocxError` if it has a document type."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise DocxError("damaged", str(error)) from error
    return ET.fromstring(content)


def _refuse(*_: object) -> None:
    raise DocxError("hostile", "<!DOCTYPE>")


def _inside(folder: str, target: str) -> str:
    """The path of a relation's target in the package."""
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))


def value(parent: ET.Element, path: str, name: str = "val", default: str = "") -> str:
    """An attribute of the child at the path, the default where either is missing."""
    child = parent.find(path)
    return default if child is None else child.get(W + name, default)
