"""In which language the program speaks: one for a whole run, chosen before its commands are set up.

click writes its own messages through gettext; the catalogue for them is `locale/vi/LC_MESSAGES/reportgen.po`, compiled
by `make messages`. English is click's own. What the program says itself stands in `words`.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Sequence
from pathlib import Path

LANGUAGES = ("vi", "en")
DOMAIN = "reportgen"
LOCALE = Path(__file__).parent / "locale"


class _Chosen:
    """The language of this run."""

    lang = LANGUAGES[0]


def choose(lang: str) -> None:
    """Speak this language from now on."""
    _Chosen.lang = lang
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)


def chosen() -> str:
    """The language that was chosen, Vietnamese without a choice."""
    return _Chosen.lang


def asked_for(arguments: Sequence[str]) -> str:
    """The language that the arguments ask for, Vietnamese without."""
    for place, argument in enumerate(arguments):
        wanted = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and place + 1 < len(arguments):
            wanted = arguments[place + 1]
        if wanted in LANGUAGES:
            return wanted
    return LANGUAGES[0]
