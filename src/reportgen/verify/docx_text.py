"""The text of a DOCX as a reader sees it: paragraphs in order, with the labels that Word would count."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACEHOLDER = re.compile(r"%(\d)")


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
    """Every paragraph that has text or a label, label first."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = ET.fromstring(package.read("word/document.xml"))
        numbering = _numbering(
            ET.fromstring(package.read("word/numbering.xml")), ET.fromstring(package.read("word/styles.xml"))
        )
    counter = _Counter(numbering)
    found = (_paragraph(paragraph, counter) for paragraph in body.iter(f"{W}p"))
    return [text for text in found if text]


def _paragraph(paragraph: ET.Element, counter: _Counter) -> str:
    label = counter.label(paragraph)
    text = "".join(_text(paragraph))
    return f"{label} {text}".strip()


def _text(paragraph: ET.Element) -> Iterator[str]:
    for node in paragraph.iter():
        if node.tag == f"{W}t":
            yield node.text or ""
        elif node.tag in {f"{W}br", f"{W}tab"}:
            yield " "


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
            level = int(own_level.get(f"{W}val", "0")) if own_level is not None else level
        return number, level

    @staticmethod
    def _count(levels: Mapping[int, Level], counts: Mapping[int, int], level: int) -> str:
        return COUNTS[levels[level].counts](counts.get(level, 1))


def _roman(number: int) -> str:
    result = ""
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            result += letters
            number -= value
    return result


COUNTS: Mapping[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "decimal": str,
    "lowerLetter": lambda number: chr(ord("a") + number - 1),
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
        levels[number] = _overridden(abstract[owners[number]], entry)
        if entry.find(f"{W}lvlOverride") is not None:
            restarts.add(number)
    return Numbering(levels, owners, frozenset(restarts), dict(_styled(styles)))


def _levels(entry: ET.Element) -> dict[int, Level]:
    return {int(level.get(f"{W}ilvl", "0")): _level(level) for level in entry.findall(f"{W}lvl")}


def _level(level: ET.Element) -> Level:
    def value(name: str, default: str) -> str:
        found = level.find(f"{W}{name}")
        return found.get(f"{W}val", default) if found is not None else default

    return Level(value("numFmt", "decimal"), value("lvlText", ""), int(value("start", "1")))


def _overridden(levels: Mapping[int, Level], entry: ET.Element) -> dict[int, Level]:
    result = dict(levels)
    for override in entry.findall(f"{W}lvlOverride"):
        place = int(override.get(f"{W}ilvl", "0"))
        start, own = override.find(f"{W}startOverride"), override.find(f"{W}lvl")
        if own is not None:
            result[place] = _level(own)
        if start is not None:
            result[place] = Level(result[place].counts, result[place].text, int(start.get(f"{W}val", "1")))
    return result


def _styled(styles: ET.Element) -> Iterator[tuple[str, tuple[str, int]]]:
    for style in styles.findall(f"{W}style"):
        number = style.find(f"{W}pPr/{W}numPr/{W}numId")
        level = style.find(f"{W}pPr/{W}numPr/{W}ilvl")
        if number is not None:
            place = int(level.get(f"{W}val", "0")) if level is not None else 0
            yield style.get(f"{W}styleId", ""), (number.get(f"{W}val", ""), place)
