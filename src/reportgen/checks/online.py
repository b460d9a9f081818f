"""What the article's pictures and web forms need: pictures that can be read, a description for each, a usable address
of the page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import islice

from reportgen.figures.ledger import Ledger
from reportgen.files.names import portable
from reportgen.problems import Failure, Problem
from reportgen.vietnamese.letters import fold

MOST_PHOTOS = 50
"""A picture story has twenty."""
_ADDRESS = re.compile(r"https?://[\w-]+(\.[\w-]+)+(:\d+)?(/[^\s\"<>\\^`{|}]*)?", re.ASCII)


def readable(ledger: Ledger) -> Iterator[Problem]:
    """A701 to A704: a picture that is not there, lies elsewhere, cannot be read or is too large."""
    for photo in islice(ledger.conference.press.photos, MOST_PHOTOS):
        place = photo.file.place() if photo.file is not None else None
        if photo.file is not None and place is not None:
            from reportgen.press.pictures import read_picture

            picture = read_picture(photo.file, place.file.parent)
            yield from picture.problems if isinstance(picture, Failure) else ()


def described(ledger: Ledger) -> Iterator[Problem]:
    """A705: a picture without a description. A706: one that only repeats the caption. A707: one whose name not every
    machine, nor the archive, can hold."""
    for photo in ledger.conference.press.photos:
        if photo.file is None:
            continue
        if not all(portable(step) for step in posixpath.normpath(photo.file).split("/") if step not in {"", ".."}):
            yield from filter(None, [photo.file.problem("A707", file=str(photo.file))])
        if photo.alternative is None:
            problem = photo.file.problem("A705", file=str(photo.file))
        elif _words(photo.alternative) == _words(photo.caption):
            problem = photo.alternative.problem("A706")
        else:
            problem = None
        if problem is not None:
            yield problem


def not_too_many(ledger: Ledger) -> Iterator[Problem]:
    """A708: more photographs than an article can show; each is read and written in several sizes."""
    photos = ledger.conference.press.photos
    for photo in photos[MOST_PHOTOS : MOST_PHOTOS + 1]:
        problem = photo.caption.problem("A708", count=str(len(photos)), most=str(MOST_PHOTOS))
        yield from filter(None, [problem])


def _words(text: str) -> str:
    return fold(text).rstrip(".")


def addressed(ledger: Ledger) -> Iterator[Problem]:
    """A710: what stands as the page's address is none."""
    page = ledger.conference.press.page
    problem = page.problem("A710", text=str(page)) if page and not _ADDRESS.fullmatch(page) else None
    if problem is not None:
        yield problem
