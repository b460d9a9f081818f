"""How a DOCX really shows a paragraph: defaults, styles with what they are based on, then its own properties.

ECMA-376, part 1, 17.7.2. Sizes in pt, indents in mm, spacing in pt. A measure is None where the file says nothing that
this reader knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from reportgen.verify.docx_parts import EMPTY, Parts, W, value

DEEPEST = 20
"""Styles stand on at most so many others: a file in which they go round in a circle ends."""
MM_PER_TWIP = 25.4 / 1440
ALIGNMENTS = {"both": "justify", "distribute": "justify", "start": "left", "end": "right"}
OFF = frozenset({"0", "false", "off", "none"})
SINGLE = 240
"""A single-spaced row in the unit of `line` without an exact height."""


class Look(NamedTuple):
    """What a reader sees. `line` is the exact height of a row, 0 for single; `share` is rows' height in single rows."""

    font: str
    size: float
    bold: bool
    italic: bool
    underline: bool
    caps: bool
    small: bool
    align: str
    first: float
    left: float
    right: float
    before: float
    after: float
    line: float
    share: float
    keep_next: bool
    language: str


Properties = Mapping[str, str]
"""Name of a property → its value: `sz` → `28`, `spacing.before` → `120`, `b` → `1`."""


class Looks:
    """The looks of a file's paragraphs and runs. Those of styles are worked out once."""

    def __init__(self, parts: Parts) -> None:
        self.styles = {style.get(f"{W}styleId", ""): style for style in parts.styles.iter(f"{W}style")}
        self.default = next(
            (
                key
                for key, style in self.styles.items()
                if style.get(f"{W}default") == "1" and _kind(style) == "paragraph"
            ),
            "",
        )
        self.base = dict(_properties(_child(parts.styles, "docDefaults/{w}pPrDefault/{w}pPr")))
        self.base |= dict(_properties(_child(parts.styles, "docDefaults/{w}rPrDefault/{w}rPr")))
        self.known: dict[str, Properties] = {}
        self.plain: dict[str, Look] = {}
        self.levels = dict(_levels(parts.numbering))

    def of_style(self, key: str) -> Properties:
        """All properties that a paragraph style gives."""
        if key not in self.known:
            chain = list(self._chain(key or self.default))
            merged = dict(self.base)
            for style in reversed(chain):
                merged |= _own(style)
            self.known[key] = merged
        return self.known[key]

    def paragraph(self, paragraph: ET.Element) -> Properties:
        """All properties of a paragraph, those of its style among them."""
        own = paragraph.find(f"{W}pPr")
        if own is None:
            return self.of_style("")
        style = self.of_style(value(own, f"{W}pStyle"))
        if len(own) == 1 and own[0].tag == f"{W}pStyle":
            return style
        numbering = value(own, f"{W}numPr/{W}numId"), value(own, f"{W}numPr/{W}ilvl", default="0")
        return {**style, **self.levels.get(numbering, {}), **dict(_properties(own))}

    def run(self, run: ET.Element, paragraph: Properties) -> Properties:
        """All properties of a run."""
        own = run.find(f"{W}rPr")
        if own is None:
            return paragraph
        merged = dict(paragraph)
        for style in reversed(list(self._chain(value(own, f"{W}rStyle")))):
            merged |= dict(_properties(_child(style, "rPr")))
        return merged | dict(_properties(own))

    def _chain(self, key: str) -> Iterator[ET.Element]:
        for _ in range(DEEPEST):
            style = self.styles.get(key)
            if style is None:
                return
            yield style
            key = value(style, f"{W}basedOn")


def look(properties: Properties) -> Look:
    """The properties as measures."""
    get = properties.get
    exact = get("spacing.lineRule") == "exact"
    height = _number(get("spacing.line"), SINGLE)
    return Look(
        font=get("rFonts.ascii", ""),
        size=_number(get("sz"), 20) / 2,
        bold=_on(get("b")),
        italic=_on(get("i")),
        underline=_on(get("u")),
        caps=_on(get("caps")),
        small=get("vertAlign", "baseline") != "baseline",
        align=ALIGNMENTS.get(get("jc", "left"), get("jc", "left")),
        first=(_number(get("ind.firstLine")) - _number(get("ind.hanging"))) * MM_PER_TWIP,
        left=_number(get("ind.left", get("ind.start"))) * MM_PER_TWIP,
        right=_number(get("ind.right", get("ind.end"))) * MM_PER_TWIP,
        before=_number(get("spacing.before")) / 20,
        after=_number(get("spacing.after")) / 20,
        line=height / 20 if exact else 0,
        share=0 if exact or get("spacing.lineRule") == "atLeast" else height / SINGLE,
        keep_next=_on(get("keepNext")),
        language=get("lang.val", ""),
    )


def _own(style: ET.Element) -> dict[str, str]:
    return dict(_properties(_child(style, "pPr"))) | dict(_properties(_child(style, "rPr")))


def _properties(parent: ET.Element) -> Iterator[tuple[str, str]]:
    for child in parent:
        name = child.tag.removeprefix(W)
        if name in COMPOUND:
            yield from ((f"{name}.{key.removeprefix(W)}", text) for key, text in child.items())
        elif name not in {"rPr", "sectPr"}:
            yield name, child.get(f"{W}val", "1")


COMPOUND = frozenset({"spacing", "ind", "rFonts", "lang"})
"""Properties of several values."""


def _levels(numbering: ET.Element) -> Iterator[tuple[tuple[str, str], Properties]]:
    """List and level → the indents that a paragraph in it takes over."""
    abstract = {entry.get(f"{W}abstractNumId", ""): entry for entry in numbering.iter(f"{W}abstractNum")}
    for entry in numbering.iter(f"{W}num"):
        for level in abstract.get(value(entry, f"{W}abstractNumId"), EMPTY).iter(f"{W}lvl"):
            key = entry.get(f"{W}numId", ""), level.get(f"{W}ilvl", "0")
            indents = {name: text for name, text in _properties(_child(level, "pPr")) if name.startswith("ind.")}
            yield key, indents


def _child(parent: ET.Element, path: str) -> ET.Element:
    found = parent.find(W + path.format(w=W))
    return EMPTY if found is None else found


def _kind(style: ET.Element) -> str:
    return style.get(f"{W}type", "")


def _on(text: str | None) -> bool:
    return text is not None and text not in OFF


def _number(text: str | None, default: float = 0) -> float:
    """A measure in the file's own unit; what is no number counts as not said."""
    try:
        return float(text) if text else default
    except ValueError:
        return default
