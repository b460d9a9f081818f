"""One line of the catalog of problems."""

from __future__ import annotations

from typing import NamedTuple

from reportgen.problems import Severity


class Wording(NamedTuple):
    """A message and its hint in one language; `{name}` blanks are filled from the problem's values."""

    message: str
    hint: str = ""


class Entry(NamedTuple):
    """What a code means: how bad it is, and its words in Vietnamese and English.

    `example` is a short piece of input that is wrong and its mended form, for `reportgen explain` and the manual.
    """

    severity: Severity
    vi: Wording
    en: Wording
    example: str = ""
