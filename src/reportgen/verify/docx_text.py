"""The text of a DOCX as a reader sees it: paragraphs in order, with the labels that Word would count."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from reportgen.verify.docx_parts import EMPTY, C, Parts, R, W, docx_parts

_PLACEHOLDER = re.compile(r"%(\d)")
_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "smartTag", "customXml"))
"""Elements around paragraphs that do not show themselves."""
_HIDDEN = frozenset(f"{W}{name}" for name in ("del", "txbxContent", "instrText"))
"""Elements in paragraphs whose text is not the paragraph's."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its words, label first, and where it stands; `EMPTY` for what is not around it.

    `section` counts from 0.
    """

    element: ET.Element
    words: str
    table: ET.Element
    row: ET.Element
    cell: ET.Element
    section: int


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: how it counts and what its label looks like (`%1.`)."""

    counts: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """Lists by number → levels by index; `abstract` says which lists count together."""

    levels: Mapping[str, Mapping[int, Level]]
    abstract: Mapping[str, str]
    restarts: frozenset[str]
    styles: Mapping[str, tuple[str, int]]


def docx_paragraphs(content: bytes) -> list[str]:
    """The words of every paragraph that has text or a label, label first."""
    return [paragraph.words for paragraph in paragraphs(docx_parts(content)) if paragraph.words]


def paragraphs(parts: Parts) -> list[Paragraph]:
    """Every paragraph of the body, those without text too."""
    walker = _Walker(_Counter(_numbering(parts.numbering, parts.styles)))
    body = parts.document.find(f"{W}body")
    return list(walker.walk(body if body is not None else EMPTY, EMPTY, EMPTY, EMPTY))


def footnotes(parts: Parts) -> list[Paragraph]:
    """The footnotes, the number of each first; not the lines that Word keeps among them."""
    found = (note for note in parts.footnotes.iter(f"{W}footnote") if note.get(f"{W}type", "normal") == "normal")
    return [
        Paragraph(p, f"{note.get(f'{W}id', '')} {''.join(docx_words(p))}".strip(), EMPTY, EMPTY, EMPTY, 0)
        for note in found
        for p in note.iter(f"{W}p")
    ]


def charts(parts: Parts) -> list[tuple[tuple[str, str], ...]]:
    """The charts in the order of the text: of each point its name and its value."""
    called = (chart.get(f"{R}id", "") for chart in parts.document.iter(f"{C}chart"))
    return [_points(parts.charts.get(key, EMPTY)) for key in called]


def _points(chart: ET.Element) -> tuple[tuple[str, str], ...]:
    names, values = (
        [point.findtext(f"{C}v", "") for point in chart.iterfind(f".//{C}{kind}//{C}pt")] for kind in ("cat", "val")
    )
    return tuple(zip(names, values, strict=False))


class _Walker:
    """Goes through a body once."""

    def __init__(self, counter: _Counter) -> None:
        self.counter = counter
        self.section = 0

    def walk(self, parent: ET.Element, table: ET.Element, row: ET.Element, cell: ET.Element) -> Iterator[Paragraph]:
        """The paragraphs below the element."""
        for child in parent:
            if child.tag == f"{W}p":
                yield Paragraph(child, self._words(child), table, row, cell, self.section)
                self.section += child.find(f"{W}pPr/{W}sectPr") is not None
            elif child.tag == f"{W}tbl":
                yield from self.walk(child, child, EMPTY, EMPTY)
            elif child.tag == f"{W}tr":
                yield from self.walk(child, table, child, EMPTY)
            elif child.tag == f"{W}tc":
                yield from self.walk(child, table, row, child)
            elif child.tag in _WRAPPERS:
                yield from self.walk(child, table, row, cell)

    def _words(self, paragraph: ET.Element) -> str:
        label = self.counter.label(paragraph)
        return f"{label} {''.join(docx_words(paragraph))}".strip()


def docx_words(element: ET.Element) -> Iterator[str]:
    """The text below an element, a blank for a tab or a line break, its number for the call of a footnote."""
    for node in element:
        if node.tag == f"{W}t":
            yield node.text or ""
        elif node.tag in {f"{W}br", f"{W}tab", f"{W}cr"}:
            yield " "
        elif node.tag == f"{W}footnoteReference":
            yield node.get(f"{W}id", "")
        elif node.tag not in _HIDDEN and len(node):
            yield from docx_words(node)


class _Counter:
    """Runs the counters of all lists, as Word does: a level restarts behind a higher one."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.counts: dict[str, dict[int, int]] = {}

    def label(self, paragraph: ET.Element) -> str:
        """The paragraph's label, "" if it has none."""
        number, level = self._list_of(paragraph)
        levels = self.numbering.levels.get(number)
        if levels is None or level not in levels:
            return ""
        shared = number if number in self.numbering.restarts else self.numbering.abstract[number]
        counts = self.counts.setdefault(shared, {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [known for known in counts if known > level]:
            del counts[deeper]
        return _PLACEHOLDER.sub(lambda mark: self._count(levels, counts, int(mark.group(1)) - 1), levels[level].text)

    def _list_of(self, paragraph: ET.Element) -> tuple[str, int]:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        number, level = self.numbering.styles.get(style.get(f"{W}val", ""), ("", 0)) if style is not None else ("", 0)
        own = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        own_level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
        if own is not None:
            number = own.get(f"{W}val", "")
            level = whole(own_level.get(f"{W}val", "0")) if own_level is not None else level
        return number, level

    @staticmethod
    def _count(levels: Mapping[int, Level], counts: Mapping[int, int], level: int) -> str:
        if level not in levels:
            return ""
        return COUNTS.get(levels[level].counts, str)(counts.get(level, 1))


def whole(text: str) -> int:
    """A whole number of the file; 0 where a stranger wrote none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST else 0


def _roman(number: int) -> str:
    result = ""
    number = min(number, 10 * LONGEST)
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            result += letters
            number -= value
    return result


LONGEST = 20
"""Word counts aa, bb, cc behind z; a stranger's list may begin at a billion."""
COUNTS: Mapping[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "decimal": str,
    "lowerLetter": lambda number: chr(ord("a") + (number - 1) % 26) * min((number + 25) // 26, LONGEST),
    "bullet": lambda _: "",
    "none": lambda _: "",
}


def _numbering(root: ET.Element, styles: ET.Element) -> Numbering:
    abstract = {entry.get(f"{W}abstractNumId", ""): _levels(entry) for entry in root.findall(f"{W}abstractNum")}
    levels: dict[str, Mapping[int, Level]] = {}
    owners: dict[str, str] = {}
    restarts: set[str] = set()
    for entry in root.findall(f"{W}num"):
        number = entry.get(f"{W}numId", "")
        base = entry.find(f"{W}abstractNumId")
        owners[number] = base.get(f"{W}val", "") if base is not None else ""
        levels[number] = _overridden(abstract.get(owners[number], {}), entry)
        if entry.find(f"{W}lvlOverride") is not None:
            restarts.add(number)
    return Numbering(levels, owners, frozenset(restarts), dict(_styled(styles)))


def _levels(entry: ET.Element) -> dict[int, Level]:
    return {whole(level.get(f"{W}ilvl", "0")): _level(level) for level in entry.findall(f"{W}lvl")}


def _level(level: ET.Element) -> Level:
    def value(name: str, default: str) -> str:
        found = level.find(f"{W}{name}")
        return found.get(f"{W}val", default) if found is not None else default

    return Level(value("numFmt", "decimal"), value("lvlText", ""), whole(value("start", "1")))


def _overridden(levels: Mapping[int, Level], entry: ET.Element) -> dict[int, Level]:
    result = dict(levels)
    for override in entry.findall(f"{W}lvlOverride"):
        place = whole(override.get(f"{W}ilvl", "0"))
        start, own = override.find(f"{W}startOverride"), override.find(f"{W}lvl")
        if own is not None:
            result[place] = _level(own)
        if start is not None and place in result:
            result[place] = Level(result[place].counts, result[place].text, whole(start.get(f"{W}val", "1")))
    return result


def _styled(styles: ET.Element) -> Iterator[tuple[str, tuple[str, int]]]:
    for style in styles.findall(f"{W}style"):
        number = style.find(f"{W}pPr/{W}numPr/{W}numId")
        level = style.find(f"{W}pPr/{W}numPr/{W}ilvl")
        if number is not None:
            place = whole(level.get(f"{W}val", "0")) if level is not None else 0
            yield style.get(f"{W}styleId", ""), (number.get(f"{W}val", ""), place)
