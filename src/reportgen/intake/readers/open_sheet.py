"""An .ods (OpenDocument 1.3, part 3) to sheets. Each cell holds what it shows beside what is stored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import NamedTuple

from lxml import etree

from reportgen.intake.cells import Cell, Merged, Sheet, Trap
from reportgen.intake.number_formats import general, shown
from reportgen.intake.readers.package import refuse_harm
from reportgen.intake.readers.texts import one_line
from reportgen.proofread.readers.package import Package, xml_root
from reportgen.verify.docx_parts import DocxError

_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_T = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_X = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_S = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_F = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
MOST_CELLS = 400_000
MOST_REPEATED = 200
"""A row or cell that holds something is repeated so often at most; empty ones as often as they like."""
_NUMERAL = re.compile(r"\d(?:[\d.,\u00a0\u202f ]*\d)?")
MOST_DECIMALS = 12


class _Styles(NamedTuple):
    bold: frozenset[str]
    unseen: frozenset[str]


def read_open_sheet(content: bytes) -> tuple[Sheet, ...]:
    """The sheets; `DocxError` if the package is damaged, locked or made to harm."""
    refuse_harm(content)
    package = Package(content)
    if "content.xml" not in package.names():
        raise DocxError("damaged", "content.xml")
    if b"encryption-data" in (package.content("META-INF/manifest.xml") if _has_manifest(package) else b""):
        raise DocxError("locked", "encryption-data")
    root = xml_root(package.content("content.xml"))
    styles = _styles(root)
    return tuple(_sheet(table, styles) for table in root.iterfind(f"{_O}body/{_O}spreadsheet/{_T}table"))


def _has_manifest(package: Package) -> bool:
    return "META-INF/manifest.xml" in package.names()


def _styles(root: etree._Element) -> _Styles:
    bold, unseen = set(), set()
    for style in root.iterfind(f"{_O}automatic-styles/{_S}style"):
        text, table = style.find(f"{_S}text-properties"), style.find(f"{_S}table-properties")
        if text is not None and text.get(f"{_F}font-weight") == "bold":
            bold.add(style.get(f"{_S}name", ""))
        if table is not None and table.get(f"{_T}display") == "false":
            unseen.add(style.get(f"{_S}name", ""))
    return _Styles(frozenset(bold), frozenset(unseen))


def _sheet(table: etree._Element, styles: _Styles) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {}
    merged: list[Merged] = []
    hidden: list[int] = []
    row = 0
    for line in _below(table, f"{_T}table-row"):
        repeated = _count(line, "number-rows-repeated")
        found = list(_cells(line, styles))
        times = min(repeated, MOST_REPEATED) if found else 0
        for number in range(row, row + times):
            cells.update({(number, column): cell for column, cell, _ in found})
        merged += [
            Merged(row, row + down - 1, at, at + across - 1) for at, _, (down, across) in found if down * across > 1
        ]
        if line.get(f"{_T}visibility", "visible") != "visible":
            hidden += range(row, row + min(repeated, MOST_REPEATED))
        if len(cells) > MOST_CELLS:
            raise DocxError("large", "content.xml")
        row += repeated
    return Sheet(
        one_line(table.get(f"{_T}name", "")),
        cells,
        tuple(merged),
        frozenset(hidden),
        frozenset(_hidden_columns(table)),
        hidden=table.get(f"{_T}style-name", "") in styles.unseen,
    )


def _below(parent: etree._Element, tag: str, depth: int = 0) -> Iterator[etree._Element]:
    """Rows or columns, those in groups and headers too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif (
            isinstance(child.tag, str) and child.tag.startswith(_T) and depth < 10 and not child.tag.endswith("}table")
        ):
            yield from _below(child, tag, depth + 1)


def _hidden_columns(table: etree._Element) -> Iterator[int]:
    at = 0
    for column in _below(table, f"{_T}table-column"):
        repeated = _count(column, "number-columns-repeated")
        if column.get(f"{_T}visibility", "visible") != "visible":
            yield from range(at, at + min(repeated, MOST_REPEATED))
        at += repeated


def _cells(line: etree._Element, styles: _Styles) -> Iterator[tuple[int, Cell, tuple[int, int]]]:
    at = 0
    for one in line:
        if one.tag not in {f"{_T}table-cell", f"{_T}covered-table-cell"}:
            continue
        repeated = _count(one, "number-columns-repeated")
        cell = _cell(one, styles)
        span = (_count(one, "number-rows-spanned"), _count(one, "number-columns-spanned"))
        if cell is not None:
            for column in range(at, at + min(repeated, MOST_REPEATED)):
                yield column, cell, span
        at += repeated


def _count(element: etree._Element, name: str) -> int:
    return _whole(element.get(f"{_T}{name}", "1"))


def _whole(text: str) -> int:
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 8 else 1


def _cell(one: etree._Element, styles: _Styles) -> Cell | None:
    raw = "\n".join(_text(paragraph) for paragraph in one.iterfind(f"{_X}p"))
    text = one_line(raw)
    kind = one.get(f"{_O}value-type", "")
    bold = one.get(f"{_T}style-name", "") in styles.bold
    if one.get(f"{_CALC}value-type") == "error" or (
        kind == "string" and text.startswith(("#", "Err:")) and _formula(one)
    ):
        return Cell(text or "#?", trap=Trap.ERROR)
    if _formula(one) and not text and not kind:
        return Cell(one_line(one.get(f"{_T}formula", "")), trap=Trap.UNCOMPUTED)
    if kind in {"date", "time"}:
        return Cell(text, trap=Trap.DATE)
    value = _number(one.get(f"{_O}value", "")) if kind in {"float", "percentage", "currency"} else None
    if value is not None:
        return numeral(value, text, bold=bold)
    blanks = (len(raw) - len(raw.lstrip(" \t\u00a0"))) // 2
    return Cell(text, bold=bold, indent=blanks) if text else None


def _formula(one: etree._Element) -> bool:
    return bool(one.get(f"{_T}formula"))


def _number(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) < 300 else None


def _text(paragraph: etree._Element) -> str:
    """A paragraph's letters; several blanks in a row are an element."""
    letters = [paragraph.text or ""]
    for child in paragraph:
        if child.tag == f"{_X}s":
            letters.append(" " * min(_whole(child.get(f"{_X}c", "1")), MOST_REPEATED))
        elif child.tag in {f"{_X}tab", f"{_X}line-break"}:
            letters.append(" ")
        elif isinstance(child.tag, str) and not child.tag.startswith(_O):
            letters.append("".join(child.itertext()))
        letters.append(child.tail or "")
    return "".join(letters)


def numeral(value: Decimal, text: str, *, bold: bool) -> Cell:
    """The number with the decimals that the text shows, in whichever country's notation that is."""
    scaled = value * 100 if "%" in text else value
    found = _NUMERAL.search(text)
    if found is None:
        return Cell(text, scaled, bold=bold) if text else Cell(general(scaled), scaled, bold=bold)
    digits = re.sub(r"\D", "", found.group()).lstrip("0")
    for places in range(MOST_DECIMALS):
        rounded = abs(scaled).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        if f"{rounded:f}".replace(".", "").lstrip("0") == digits and _has_places(found.group(), places):
            pattern = "#,##0" + (f".{'0' * places}" if places else "")
            numeral = shown(abs(scaled), pattern)[0]
            sign = "-" if scaled < 0 and "-" in text[: found.start()] else ""
            before = text[: found.start()].replace("-", "") if sign else text[: found.start()]
            return Cell(one_line(f"{before}{sign}{numeral}{text[found.end() :]}"), scaled, bold=bold)
    return Cell(text, scaled, bold=bold)


def _has_places(numeral: str, places: int) -> bool:
    """Whether so many digits stand behind the numeral's last sign, which for none may part thousands."""
    behind = len(numeral) - 1 - max(numeral.rfind("."), numeral.rfind(","))
    return behind == places if places else not re.search(r"[.,]", numeral) or behind == 3
