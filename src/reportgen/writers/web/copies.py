"""Copies of a document's pictures for the web, in the sizes that screens need, and a thumbnail.

Which copies there are follows from the picture's size alone, so a page can be written before any is made. No copy is
larger than its picture.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from reportgen.layout.document import Document, Picture
from reportgen.writers.web.labels import labelled

WIDTHS = (480, 960, 1600)
"""Pixels: a telephone, a telephone with a dense screen or a tablet, a desk."""
THUMBNAIL = 320
"""Pixels that the longer side of a thumbnail has at most."""
QUALITY = 82


@dataclass(frozen=True, slots=True)
class Copy:
    """A file beside the page, and its size in pixels."""

    name: str
    width: int
    height: int


def copies_of(document: Document, source: str) -> tuple[Copy, ...]:
    """The copies of a picture, from the smallest to the largest; that has the picture's plain name."""
    picture = document.pictures[source]
    largest = min(WIDTHS[-1], picture.width)
    smaller = [_copy(document, source, width, f"-{width}") for width in WIDTHS if width < largest]
    return (*smaller, _copy(document, source, largest, ""))


def thumbnail_of(document: Document, source: str) -> Copy:
    """The small picture of lists and previews."""
    picture = document.pictures[source]
    longer = max(picture.width, picture.height)
    return _copy(document, source, round(picture.width * min(1, THUMBNAIL / longer)), "-nho")


def _copy(document: Document, source: str, width: int, mark: str) -> Copy:
    picture, name = document.pictures[source], PurePath(source)
    height = max(1, round(picture.height * width / picture.width))
    return Copy(f"{document.paper}-{name.stem}{mark}{name.suffix}", max(1, width), height)


def copy_names(document: Document) -> tuple[str, ...]:
    """The names of the files that `write_copies` makes."""
    return tuple(copy.name for source in document.pictures for copy in _all(document, source))


def write_copies(document: Document) -> dict[str, bytes]:
    """The files of all copies, each with its caption and credit."""
    return {
        copy.name: content
        for source, picture in document.pictures.items()
        for copy, content in _written(picture, _all(document, source), document)
    }


def _all(document: Document, source: str) -> list[Copy]:
    return [*copies_of(document, source), thumbnail_of(document, source)]


def _written(picture: Picture, copies: list[Copy], document: Document) -> Iterator[tuple[Copy, bytes]]:
    from PIL import Image

    with Image.open(io.BytesIO(picture.content)) as image:
        image.load()
        for copy in copies:
            if copy.width == picture.width:
                content = picture.content
            else:
                target = io.BytesIO()
                small = image.resize((copy.width, copy.height), Image.Resampling.LANCZOS, reducing_gap=2.0)
                small.save(target, "JPEG", quality=QUALITY, optimize=True, progressive=True)
                content = target.getvalue()
            yield copy, labelled(content, picture.caption, picture.credit, picture.credit or document.metadata.organ)
