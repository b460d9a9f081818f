"""One line of the catalog of problems."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.problems import Severity


@dataclass(frozen=True, slots=True)
class Wording:
    """A message and its hint in one language; `{name}` blanks are filled from the problem's values."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a code means: how bad it is, and its words in Vietnamese and English.

    `example` is a short piece of input that is wrong and its mended form, for `reportgen explain` and the manual.
    """

    severity: Severity
    vi: Wording
    en: Wording
    example: str = ""
