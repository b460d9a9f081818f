"""The engines that lay out pages and write PDF: one table of name → what each does and what it needs.

In: a document. Out: its pages, and their PDF. WeasyPrint writes what is handed over, unless another one is asked for;
where the machine lacks Pango, which WeasyPrint needs, Typst takes its place if it is installed, and the author is told.
An engine is imported when it is used.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from reportgen.layout.document import Document
from reportgen.layout.standards import Standard
from reportgen.problems import Failure, Place, Problem

Made = TypeVar("Made")
VARIABLE = "REPORTGEN_ENGINE"
"""The environment's variable that names an engine."""


class Laid(Protocol):
    """Pages laid out: how many, and on which page, as its number is printed, a named heading of the text stands."""

    @property
    def pages(self) -> int:
        """How many there are."""

    @property
    def places(self) -> Mapping[str, int]:
        """Name of a heading → its page."""


class Written(Protocol):
    """A finished PDF."""

    @property
    def content(self) -> bytes:
        """Its bytes."""

    @property
    def pages(self) -> int:
        """How many pages it has."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What lays out pages."""

    name: str
    lay_out: Callable[[Document], Laid]
    """Puts the numbers of pages into a table of contents that has none yet; `LettersError` where the font lacks
    letters."""
    write_pdf: Callable[[Document, Any], Written]
    packages: tuple[str, ...]
    """Packages whose versions decide what the pages look like."""
    lacking: Callable[[], str]
    """Why it cannot be used on this machine, "" if it can."""
    has_font: Callable[[Standard], bool]


def _weasyprint() -> Engine:
    def lay_out(document: Document) -> Laid:
        from reportgen.writers.pdf import lay_out

        return lay_out(document)

    def write_pdf(document: Document, laid: Any = None) -> Written:
        from reportgen.writers.pdf import write_pdf

        return write_pdf(document, laid)

    def has_font(standard: Standard) -> bool:
        from reportgen.writers.fontconfig import has_one_of

        return has_one_of(standard.fonts_pdf)

    return Engine("weasyprint", lay_out, write_pdf, ("weasyprint",), _without_pango, has_font)


def _typst() -> Engine:
    def lay_out(document: Document) -> Laid:
        from reportgen.writers.typst import lay_out

        return lay_out(document)

    def write_pdf(document: Document, laid: Any = None) -> Written:
        from reportgen.writers.typst import write_pdf

        return write_pdf(document, laid)

    def has_font(standard: Standard) -> bool:
        from reportgen.writers.typst.engine import has_one_of

        return has_one_of(standard.fonts_pdf)

    return Engine("typst", lay_out, write_pdf, ("typst", "pikepdf"), _without_typst, has_font)


@cache
def _without_pango() -> str:
    try:
        from reportgen.writers.pdf.engine import weasyprint  # noqa: F401 - Pango is loaded when it is imported
    except (OSError, ImportError) as error:
        return str(error).splitlines()[0]
    return ""


def _without_typst() -> str:
    missing = [name for name in ("typst", "pikepdf") if find_spec(name) is None]
    return f"No module named {', '.join(missing)}" if missing else ""


ENGINES: Mapping[str, Engine] = MappingProxyType({engine.name: engine for engine in (_weasyprint(), _typst())})
"""Name → engine; the first is taken where none is asked for."""
DEFAULT, SUBSTITUTE = ENGINES
LACKING: Mapping[str, str] = MappingProxyType({"weasyprint": "M901", "typst": "M905"})
"""Engine → the code that says what it lacks."""


def engine_for(wanted: str, file: Path) -> tuple[Engine, tuple[Problem, ...]] | Failure:
    """The engine of that name, "" for the environment's or the default one, with what the author is told of it."""
    named = wanted or os.environ.get(VARIABLE, "")
    engine = ENGINES.get(named or DEFAULT)
    if engine is None:
        return Failure.of(Problem("M907", Place(file), {"name": named, "known": ", ".join(ENGINES)}))
    reason = engine.lacking()
    if not reason:
        return engine, ()
    if not named and not ENGINES[SUBSTITUTE].lacking():
        told = Problem("M906", Place(file), {"reason": reason})
        return ENGINES[SUBSTITUTE], (told,)
    return Failure.of(Problem(LACKING[engine.name], Place(file), {"reason": reason}))


def quickest(wanted: str = "") -> str:
    """The name of the engine for pages that are looked at while they are written: Typst where it is installed."""
    named = wanted or os.environ.get(VARIABLE, "")
    return named or (DEFAULT if ENGINES[SUBSTITUTE].lacking() else SUBSTITUTE)


def laying_out(
    wanted: str, standard: Standard, file: Path, work: Callable[[Engine], Made]
) -> tuple[Made, tuple[Problem, ...]] | Failure:
    """What the work makes with the engine and what the author is told, or what the machine lacks for it."""
    chosen = engine_for(wanted, file)
    if isinstance(chosen, Failure):
        return chosen
    engine, told = chosen
    families = ", ".join(standard.fonts_pdf)
    if not engine.has_font(standard):
        return Failure.of(Problem("M904", Place(file), {"families": families}))
    from reportgen.writers.missing import LettersError

    try:
        return work(engine), told
    except LettersError as error:
        return Failure.of(Problem("M903", Place(file), {"fonts": str(error), "families": families}))
