"""What a proof of the layout finds: which component, what is needed, what stands there, where.

A proof gathers findings; the same one on many paragraphs becomes one problem that counts them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from reportgen.layout.standards import Style
from reportgen.problems import Place, Problem

SHOWN_PLACES = 5


class Told(NamedTuple):
    """A word or a measure in Vietnamese and in English."""

    vi: str
    en: str


NOWHERE, NONE = Told("", ""), Told("không có", "none")
PAPER = Told("Khổ giấy", "Paper")
PAGE_NUMBER = Told("Số trang", "Page number")
SIGNATURE = Told("Khối chữ ký", "Signature block")
SIGNING = Told("Chỗ ký và đóng dấu", "Place for signature and seal")
MARGINS: Mapping[str, Told] = MappingProxyType(
    {
        "top": Told("Lề trên", "Top margin"),
        "bottom": Told("Lề dưới", "Bottom margin"),
        "left": Told("Lề trái", "Left margin"),
        "right": Told("Lề phải", "Right margin"),
    }
)
ALIGNED: Mapping[str, Told] = MappingProxyType(
    {
        "left": Told("sát lề trái", "left"),
        "right": Told("sát lề phải", "right"),
        "center": Told("giữa dòng", "centred"),
        "justify": Told("đều hai bên", "justified"),
    }
)
FACES: Mapping[str, tuple[str, Told, Told]] = MappingProxyType(
    {
        "bold": ("V812", Told("đậm", "bold"), Told("không đậm", "not bold")),
        "italic": ("V813", Told("nghiêng", "italic"), Told("đứng", "upright")),
        "underline": ("V814", Told("gạch chân", "underlined"), Told("không gạch chân", "not underlined")),
    }
)
"""Property of letters → the code where it is wrong, and the words for having it and for not having it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that is not kept. `where` is "" for the file as a whole."""

    code: str
    component: Told
    needed: Told
    found: Told
    where: Told = NOWHERE


def component(style: Style) -> Told:
    """A component by its name in the layout: Vietnamese, and the role for readers of English."""
    return Told(style.name, style.role.replace("_", " "))


def same(word: str) -> Told:
    """What reads alike in both languages."""
    return Told(word, word)


def measure(value: float, unit: str) -> Told:
    """`12,7 mm`, in English `12.7 mm`; at most one digit behind the mark."""
    text = f"{value:.1f}".removesuffix(".0")
    return Told(f"{text.replace('.', ',')} {unit}", f"{text} {unit}")


def span(low: float, high: float, unit: str) -> Told:
    """`13-14 pt`, one value where both are the same."""
    if low == high:
        return measure(low, unit)
    one, other = measure(low, "").vi.strip(), measure(high, unit)
    return Told(f"{one}-{other.vi}", f"{one.replace(',', '.')}-{other.en}")


def off_by(value: float) -> Told:
    """How far from its place something stands, mm."""
    length = measure(value, "mm")
    return Told(f"lệch {length.vi}", f"off by {length.en}")


def size_of(width: float, height: float) -> Told:
    """The size of a page, mm."""
    return same(f"{width:.0f} × {height:.0f} mm")


def line_under(style: Style) -> Told:
    """The drawn line under a component."""
    name = component(style)
    return Told(f"Đường kẻ dưới “{name.vi}”", f"Line under {name.en}")


def on_page(place: int) -> Told:
    """The page of an index from 0."""
    return Told(f"trang {place + 1}", f"page {place + 1}")


def as_problems(findings: Iterable[Finding], file: Path) -> tuple[Problem, ...]:
    """One problem for what is found alike in several places."""
    places: dict[tuple[str, Told, Told, Told], list[Told]] = {}
    for finding in findings:
        key = (finding.code, finding.component, finding.needed, finding.found)
        places.setdefault(key, []).append(finding.where)
    return tuple(_problem(key, where, file) for key, where in places.items())


def _problem(key: tuple[str, Told, Told, Told], where: list[Told], file: Path) -> Problem:
    code, component, needed, found = key
    values = {"component": component, "needed": needed, "found": found, "where": _listed(where)}
    flat = {name: told.vi for name, told in values.items()} | {f"{name}_en": told.en for name, told in values.items()}
    return Problem(code, Place(file), flat)


def _listed(where: list[Told]) -> Told:
    """` (trang 1, trang 3, …)`, "" for the file as a whole."""
    shown = list(dict.fromkeys(place for place in where if place.vi))
    if not shown:
        return NOWHERE
    more = ", …" if len(shown) > SHOWN_PLACES else ""
    vi, en = (", ".join(words) for words in zip(*shown[:SHOWN_PLACES], strict=True))
    return Told(f" ({vi}{more})", f" ({en}{more})")
