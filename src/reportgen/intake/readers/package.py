"""A workbook's package looked at before a library opens it: how much it unpacks to, how many cells, no entities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.parsers import expat

from reportgen.intake.cells import column_number
from reportgen.proofread.readers.package import Package
from reportgen.verify.docx_parts import DocxError

MOST_TAGS = 1_000_000
"""Tags of all sheets together: 2,000 rows of 12 columns have 100,000."""
MOST_SPREAD = 200_000
"""Cells that are merged with others or stand in a linked range; each costs as much as one that is written in."""
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_LEFT_ALONE = (".bin", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf")


@dataclass(slots=True)
class Used:
    """What the sheets of a package hold: up to which row and column (from 1) something is written."""

    rows: int = 1
    columns: int = 1
    lost: bool = False
    """Whether some formula's value was never saved."""
    spread: int = 0
    """Cells that are merged or linked."""


def refuse_harm(content: bytes) -> Used:
    """What the sheets hold; `DocxError` for a package that is damaged, too large or made to harm."""
    package = Package(content)
    used, tags = Used(), 0
    for name in sorted(package.names()):
        if name.lower().endswith(_LEFT_ALONE) or name.endswith("/"):
            continue
        part = package.content(name)
        tags += part.count(b"<")
        if tags > MOST_TAGS:
            raise DocxError("large", name)
        if name.lower().endswith((".xml", ".rels", ".vml")):
            _Part(used).parse(part, of_sheet="worksheets/" in name)
        if used.spread > MOST_SPREAD:
            raise DocxError("large", name)
    return used


class _Part:
    """One part, gone through once; a document type, the only door to entities, is refused."""

    def __init__(self, used: Used) -> None:
        self.used = used
        self.at = (0, 0)
        self.formula = self.text = False
        self.parser = expat.ParserCreate()

    def parse(self, part: bytes, *, of_sheet: bool) -> None:
        """Look at the part; of a sheet also at its cells."""
        self.parser = parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = _refuse
        if of_sheet:
            parser.StartElementHandler = self._start
            parser.EndElementHandler = self._end
        try:
            parser.Parse(part, True)
        except expat.ExpatError as error:
            raise DocxError("damaged", str(error)) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "c":
            self.text = attributes.get("t") == "str"
            self.at = _place(attributes.get("r", "")) or (self.at[0], self.at[1] + 1)
        elif kind == "row":
            self.at = (_whole(attributes.get("r", ""), self.at[0] + 1), 0)
        elif kind in {"v", "is", "f"}:
            self.used.rows, self.used.columns = max(self.used.rows, self.at[0]), max(self.used.columns, self.at[1])
            self.formula |= kind == "f" and not self.text
            if self.formula and kind == "v":
                self.parser.CharacterDataHandler = self._value
        elif kind in {"mergeCell", "hyperlink"}:
            self.used.spread += _area(attributes.get("ref", ""))

    def _value(self, _: str) -> None:
        """The value of a formula: there is one."""
        self.formula = False
        self.parser.CharacterDataHandler = None

    def _end(self, name: str) -> None:
        if self.formula and name.rpartition(":")[2] == "c":
            self.used.lost, self.formula = True, False


def _place(reference: str) -> tuple[int, int] | None:
    """Row and column from 1 of `F12`; None for anything else."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    return int(found[2]), column_number(found[1]) + 1


def _whole(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else default


def _area(reference: str) -> int:
    """How many cells `A1:F12` has."""
    first, _, last = reference.partition(":")
    one, other = _place(first), _place(last or first)
    if one is None or other is None:
        return 0
    return (abs(other[0] - one[0]) + 1) * (abs(other[1] - one[1]) + 1)


def _refuse(*_: object) -> None:
    raise DocxError("hostile", "<!DOCTYPE>")
