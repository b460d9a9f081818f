"""What only the article's web forms need: a description for each picture, a usable address of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.ledger import Ledger
from reportgen.problems import Problem
from reportgen.vietnamese import fold

_ADDRESS = re.compile(r"https?://[\w-]+(\.[\w-]+)+(:\d+)?(/[^\s\"<>\\^`{|}]*)?", re.ASCII)


def described(ledger: Ledger) -> Iterator[Problem]:
    """A705: a picture without a description. A706: one that only says the caption again."""
    for photo in ledger.conference.press.photos:
        if photo.file is None:
            continue
        if photo.alternative is None:
            problem = photo.file.problem("A705", file=str(photo.file))
        elif _words(photo.alternative) == _words(photo.caption):
            problem = photo.alternative.problem("A706")
        else:
            problem = None
        if problem is not None:
            yield problem


def _words(text: str) -> str:
    return fold(text).rstrip(".")


def addressed(ledger: Ledger) -> Iterator[Problem]:
    """A710: what stands as the page's address is none."""
    page = ledger.conference.press.page
    problem = page.problem("A710", text=str(page)) if page and not _ADDRESS.fullmatch(page) else None
    if problem is not None:
        yield problem
