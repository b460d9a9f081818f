"""How the components of any paper look, against the layout of its regime (rules 1-4 of section 9).

A person may choose within the range that the regime allows, so sizes are held against the range, not against ours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from reportgen.layout.standards import Style
from reportgen.verify.finding import ALIGNED, FACES, NONE, NOWHERE, Finding, Told, component, line_under, same, span
from reportgen.verify.recognised import PARTY, TITLES, Recognised
from reportgen.verify.shown import RIGHT, Shown

SIZE = 0.26
"""Half of the half point that Word's sizes are given in, and rounding, pt."""
UPPER = frozenset({"country", "party", "parent", "issuer", "type", "power", "office"})
"""Components in capitals (II.1-5, II.7)."""
NEEDED = {
    "nhà nước": ("country", "motto", "issuer", "number", "place_date", "type", "subject", "signer", "recipients_head"),
    "đảng": ("party", "issuer", "star", "number", "place_date", "type", "subject", "signer", "recipients_head"),
}
"""What every paper of the regime has (II.1-9)."""
STATE_SIGNS, PARTY_SIGNS = frozenset({"TM.", "KT.", "TL.", "TUQ."}), frozenset({"T/M", "K/T", "T/L"})
LETTERS = ("bold", "italic", "underline")


MINUTES, IN_MINUTES = "BIÊN BẢN", frozenset({"place_date"})
"""Minutes say when and where in their text, not at their head (Decree 30, III, model 1.9)."""


def missing(paper: Recognised) -> Iterator[Finding]:
    """A component that the regime asks for was not found."""
    kind = paper.first("type")
    minutes = kind is not None and " ".join(kind.words.split()) == MINUTES
    known = {*paper.roles, *(role for role, _ in TITLES.values()), *(IN_MINUTES if minutes else ())}
    for role in NEEDED[paper.regime]:
        if role not in known:
            yield Finding("V951", component(paper.standard.styles[role]), Told("có", "there"), NONE)


def regimes(paper: Recognised) -> Iterator[Finding]:
    """One title, and only the signs of its regime (rule 1)."""
    _, words = TITLES[paper.regime]
    name = Told("Thể thức", "Regime")
    if paper.titles != (paper.regime,):
        found = ", ".join(TITLES[regime][1] for regime in paper.titles)
        yield Finding("V941", name, same(words), same(found) if found else NONE)
    sign, strange = ("/", STATE_SIGNS) if paper.regime == PARTY else (".", PARTY_SIGNS)
    for row in paper.roles.get("power", ()):
        head = row.words.split()[0]
        if head in strange:
            yield Finding("V941", name, same(re.sub(r"[./]", sign, head)), same(head), row.where)
    if "star" in paper.roles and paper.regime != PARTY:
        yield Finding("V941", name, Told("đường kẻ dưới cơ quan ban hành", "a line under the issuer"), same("*"))


def wrapped(paper: Recognised) -> Iterator[Finding]:
    """The title takes one row (rule 4)."""
    role, _ = TITLES[paper.regime]
    rows = paper.roles.get(role, ())
    if len(rows) > 1:
        found = Told(f"{len(rows)} dòng", f"{len(rows)} rows")
        yield Finding("V921", component(paper.standard.styles[role]), Told("một dòng", "one row"), found, rows[0].where)


def letters(paper: Recognised) -> Iterator[Finding]:
    """Size, weight, slant, underlining, capitals and alignment of each component (rule 3)."""
    for role, rows in paper.roles.items():
        style = paper.standard.styles.get(role)
        for row in rows if style else ():
            assert style is not None
            yield from _row(style, row)


def _row(style: Style, row: Shown) -> Iterator[Finding]:
    name = component(style)
    if not style.low - SIZE <= row.size <= style.high + SIZE:
        yield Finding("V911", name, span(style.low, style.high, "pt"), span(row.size, row.size, "pt"), row.where)
    for key in LETTERS:
        needed, found = getattr(style, key), getattr(row, key)
        drawn = key == "underline" and not needed  # a drawn line below is no underlining
        if needed != found and not drawn:
            code, yes, no = FACES[key]
            words = (yes, no) if needed else (no, yes)
            yield Finding(f"V9{code[2:]}", name, *words, row.where)
    if style.role in UPPER and not row.words.isupper() and row.words.strip("- *"):
        yield Finding("V918", name, Told("chữ in hoa", "capitals"), same(row.words[:40]), row.where)
    if row.align and row.align != style.align and style.align == "center":
        yield Finding("V915", name, ALIGNED[style.align], ALIGNED.get(row.align, same(row.align)), row.where)


def text(paper: Recognised) -> Iterator[Finding]:
    """The size that most of the text is set in, and its alignment (II.6)."""
    rows = [row for row in paper.text if row.column != RIGHT]
    style = paper.standard.styles["body"]
    sizes = Counter[float]()
    aligned = Counter[str]()
    for row in rows:
        sizes[row.size] += len(row.words)
        aligned[row.align] += len(row.words)
    if not sizes:
        return
    size, align = sizes.most_common(1)[0][0], aligned.most_common(1)[0][0]
    if not style.low - SIZE <= size <= style.high + SIZE:
        yield Finding("V911", component(style), span(style.low, style.high, "pt"), span(size, size, "pt"))
    if align and align != style.align:
        yield Finding("V915", component(style), ALIGNED[style.align], ALIGNED.get(align, same(align)), NOWHERE)


def lines(paper: Recognised) -> Iterator[Finding]:
    """In a PDF a line is drawn below motto or title, and in the State's papers below the issuer (II.1b, II.2b).

    A DOCX may hold it as a border, a shape or a picture; there it is not looked for.
    """
    for role in ("motto", "issuer") if paper.regime != PARTY else ("party",):
        row = paper.roles[role][-1] if role in paper.roles else None
        if row is not None and not row.align and not row.underline:
            yield Finding("V923", line_under(paper.standard.styles[role]), Told("có", "there"), NONE, row.where)


RULES: tuple[Callable[[Recognised], Iterator[Finding]], ...] = (regimes, missing, wrapped, letters, text, lines)
