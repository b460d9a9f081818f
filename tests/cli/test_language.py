"""click's own messages in Vietnamese: the catalogue is compiled, whole, and has nothing that click no longer says."""

from __future__ import annotations

import io
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from reportgen.cli.language import DOMAIN, LOCALE, asked_for

FOLDER = LOCALE / "vi" / "LC_MESSAGES"
SPEAKING = ("core.py", "exceptions.py", "formatting.py", "parser.py", "decorators.py", "types.py")
"""The modules of click whose messages a run of the program can show."""
OF_PROGRAMMERS = (
    "Choice(", "(dynamic)", "Name '", "Invalid start character", "Value must be an iterable", "DeprecationWarning",
    "Do you want to continue", "Confirm the action", "%(prog)s", "is not a valid UUID", "is not a valid boolean",
    "does not match the format",
    "No options defined", "Boolean option", "Arguments take exactly", "{len_type} values are required",
    "is not executable", "The value of", "Could not determine", "does not exist.",
)  # fmt: skip
"""Beginnings or parts of messages that no command of ours can cause."""


def catalogue() -> Catalog:
    with (FOLDER / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file)


def of_click() -> set[str]:
    """The messages that click marks for translation; of those in several numbers, the one for a single thing."""
    found = set()
    keywords = {"_": None, "gettext": None, "ngettext": (1, 2)}
    folder = str(Path(click.__file__).parent)
    for name, _, message, _, _ in extract_from_dir(folder, [("**.py", "python")], keywords=keywords):
        if name in SPEAKING:
            found.add(message[0] if isinstance(message, tuple) else message)
    return {message for message in found if message}


def test_the_compiled_catalogue_is_up_to_date() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue())
    assert compiled.getvalue() == (FOLDER / f"{DOMAIN}.mo").read_bytes(), "run `make messages`"


def test_everything_that_click_can_say_to_a_user_is_translated() -> None:
    known = {entry.id[0] if isinstance(entry.id, tuple) else entry.id for entry in catalogue() if entry.string}
    missing = {text for text in of_click() - known if not any(part in text for part in OF_PROGRAMMERS)}
    assert missing == set()


def test_nothing_is_translated_that_click_does_not_say() -> None:
    known = {entry.id[0] if isinstance(entry.id, tuple) else entry.id for entry in catalogue() if entry.id}
    assert known - of_click() <= {"required", "Error: The value you entered was invalid."}


@pytest.mark.parametrize(
    ("arguments", "lang"),
    [
        ([], "vi"),
        (["build", "a.yaml"], "vi"),
        (["--lang", "en", "build"], "en"),
        (["build", "--lang=en"], "en"),
        (["build", "--lang", "fr"], "vi"),
        (["--lang"], "vi"),
    ],
)
def test_the_language_is_read_from_the_arguments(arguments: list[str], lang: str) -> None:
    assert asked_for(arguments) == lang
