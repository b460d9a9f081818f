"""Official layouts as data: one file per regime and period, read by the stylesheet, the Word styles and the checker.

Lengths are in mm, type sizes in pt. A paper's regime and date choose the file (`choose`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml

from reportgen.tree.numbering import Form

MM_PER_PT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Style:
    """How one component is set. Sizes in pt, `first`, `left` and `right` in mm, `before`, `after` and `line` in pt.

    `line` is the exact line height, 0 for single spacing. `border` is the weight of a frame around it, 0 for none, and
    `padding` the space between its text and the frame above and below, pt. `low` and `high` bound the size that the
    regime allows, equal to `size` where no range is known. `builtin` is Word's own style that this one stands for, ""
    if none.
    """

    role: str
    name: str
    size: float
    low: float
    high: float
    builtin: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    color: str = "#000000"
    align: str = "left"
    first: float = 0
    left: float = 0
    right: float = 0
    border: float = 0
    padding: float = 0
    before: float = 0
    after: float = 0
    line: float = 0
    keep_next: bool = False
    leader: bool = False
    """Whether dots lead to a page number at the right margin."""
    widows: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size and margins, mm."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float

    @property
    def text_width(self) -> float:
        """Width between the margins, mm."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Height between the margins, mm."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line: `share` of the text line above it (1 for as long as that line), weight and gap above in pt."""

    role: str
    share: float
    weight: float
    gap: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks set side by side: the width of each column, mm, and the space above the group, pt."""

    widths: tuple[float, ...]
    before: float = 0


@dataclass(frozen=True, slots=True)
class Signing:
    """The place left for a signature and a seal between title and name (Decree 30, I.II.7d, 8a), mm.

    `space` is its height, at least `least`. The image of the signature, at most `image` wide, stands in the middle of
    the column; the seal, `seal` across, covers the left `share` of it.
    """

    space: float
    least: float
    image: float
    seal: float
    share: float


@dataclass(frozen=True, slots=True)
class Notes:
    """The foot of a page with footnotes: space above its line, weight of the line and space below it, pt; a note's
    number as a share of its size."""

    before: float
    padding: float
    border: float
    number: float


@dataclass(frozen=True, slots=True)
class Leader:
    """Dots before a page number: weight, pt; the least length and the gap at both ends, mm."""

    border: float
    least: float
    gap: float


@dataclass(frozen=True, slots=True)
class Marks:
    """The signs that a regime puts into a paper's text.

    `number` is the pattern of the line under the issuer, `body_end` ends the text, `power` parts the letters of a
    signing power (`TM.`, `T/M`). Bases and recipients each end in `…_end`, the last of them in `…_last`.
    """

    body_end: str
    number: str
    basis_lead: str
    basis_end: str
    basis_last: str
    recipient_end: str
    recipient_last: str
    power: str


@dataclass(frozen=True, slots=True)
class Standard:
    """One layout file. `small` holds the sizes to fall back to, as a set, where a letterhead's line does not fit."""

    regime: str
    name: str
    since: date
    font: str
    fonts_pdf: tuple[str, ...]
    portrait: Page
    landscape: Page
    number_from_edge: float
    columns: Mapping[str, Columns]
    signing: Signing | None
    rules: Mapping[str, Rule]
    table_border: float
    table_padding: float
    chart_heights: Mapping[str, tuple[float, float]]
    """Kind of chart → its height, mm, and what each point adds to it."""
    notes: Notes
    leader: Leader
    numbering: Mapping[str, Form]
    styles: Mapping[str, Style]
    marks: Marks
    small: Mapping[str, float]


DEFAULT_STYLE = MappingProxyType(
    {
        "p": "body",
        "td": "cell",
        "th": "cell_head",
        "figcaption": "caption",
        "h1": "type",
        "ul": "dashes",
        "ol": "numbers",
    }
)
"""The style of a tag that bears no role."""
FOOTNOTE, FIGURE = "footnote", "figure"
"""The styles of footnotes, which a layout without it has none of, and of pictures and charts."""


def choose(regime: str, on: date | None) -> Standard:
    """The newest layout of the regime that holds on that day; without a date, the newest."""
    fitting = [standard for standard in _all() if standard.regime == regime and (on is None or standard.since <= on)]
    oldest_first = sorted(fitting or [s for s in _all() if s.regime == regime], key=lambda standard: standard.since)
    return oldest_first[-1] if fitting else oldest_first[0]


def regimes() -> frozenset[str]:
    """The regimes that there are layouts of."""
    return frozenset(standard.regime for standard in _all())


def font_families() -> frozenset[tuple[str, ...]]:
    """The families that papers are set in, each layout's in the order in which they are looked for."""
    return frozenset(standard.fonts_pdf for standard in _all())


@cache
def _all() -> tuple[Standard, ...]:
    folder = resources.files(__name__)
    return tuple(
        _standard(yaml.load(entry.read_bytes(), Loader=yaml.CSafeLoader))
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".yaml")
    )


def _standard(data: Mapping[str, Any]) -> Standard:
    page = data["page"]
    return Standard(
        regime=data["regime"],
        name=data["name"],
        since=data["since"],
        font=data["font"]["word"],
        fonts_pdf=tuple(data["font"]["pdf"]),
        portrait=_page(page["portrait"]),
        landscape=_page(page["landscape"]),
        number_from_edge=page["number"]["from_edge"],
        columns={
            name: Columns(tuple(entry["widths"]), entry.get("before", 0)) for name, entry in data["columns"].items()
        },
        signing=_signing(data["signing"]) if "signing" in data else None,
        rules={role: _rule(role, entry) for role, entry in data["rules"].items()},
        table_border=data["table"]["border"],
        table_padding=data["table"]["padding"],
        chart_heights={
            "columns": (float(data["chart"]["columns"]), 0.0),
            "bars": (float(data["chart"]["bars"]), float(data["chart"]["bar"])),
        },
        notes=Notes(*(float(data["notes"][name]) for name in ("before", "padding", "border", "number"))),
        leader=Leader(*(float(data["leader"][name]) for name in ("border", "least", "gap"))),
        numbering={role: _form(role, entry) for role, entry in data["numbering"].items()},
        styles=_styles(data),
        marks=_marks(data["marks"]),
        small={role: float(size) for role, size in data["small"].items()},
    )


def _marks(entry: Mapping[str, Any]) -> Marks:
    basis, recipient = entry["basis"], entry["recipient"]
    return Marks(
        body_end=entry["body_end"],
        number=entry["number"],
        basis_lead=basis["lead"],
        basis_end=basis["end"],
        basis_last=basis["last"],
        recipient_end=recipient["end"],
        recipient_last=recipient["last"],
        power=entry["power"],
    )


def _page(entry: Mapping[str, Any]) -> Page:
    return Page(*(float(entry[side]) for side in ("width", "height", "top", "bottom", "left", "right")))


def _signing(entry: Mapping[str, Any]) -> Signing:
    return Signing(*(float(entry[name]) for name in ("space", "least", "image", "seal", "share")))


def _rule(role: str, entry: Mapping[str, Any]) -> Rule:
    share = 1.0 if entry["length"] == "text" else float(entry["length"])
    return Rule(role, share, float(entry["weight"]), float(entry["gap"]))


def _form(role: str, entry: Mapping[str, Any]) -> Form:
    return Form(role, entry["pattern"], entry["digits"], entry["level"], entry.get("own_line", False))


def _styles(data: Mapping[str, Any]) -> dict[str, Style]:
    """All styles by role; above the signer's name the place for signature and seal stays free."""
    styles = {role: _style(role, entry) for role, entry in data["styles"].items()}
    if "signing" in data:
        styles["signer"] = replace(styles["signer"], before=round(data["signing"]["space"] / MM_PER_PT, 1))
    return styles


def _style(role: str, entry: Mapping[str, Any]) -> Style:
    low, _, high = str(entry.get("range", entry["size"])).partition("-")
    settings = {name: value for name, value in entry.items() if name not in {"range", "src"}}
    return Style(role=role, low=float(low), high=float(high or low), source=str(entry.get("src", "")), **settings)
