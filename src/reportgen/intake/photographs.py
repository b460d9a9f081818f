"""A folder of photographs as proposals for an article's pictures (`ảnh`), in the order in which they were taken.

In: the folder, the input's folder. Out: comment lines that the user makes entries of, for nobody knows the captions.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from reportgen.drafting.scalars import one_line, scalar
from reportgen.files.names import real_path
from reportgen.intake.edits import Edits, is_flow, last_line
from reportgen.intake.standing import Field
from reportgen.model.conference import Conference
from reportgen.model.press import Press
from reportgen.press.pictures import DAMAGED, KINDS, MOST_FILES
from reportgen.problems import Failure, Place, Problem
from reportgen.source import Mapping as MappingNode
from reportgen.source import Sequence as SequenceNode
from reportgen.source import Source

ENDINGS = frozenset({".jpg", ".jpeg", ".jpe", ".png", ".webp", ".heic", ".heif", ".tif", ".tiff"})
EXIF, TAKEN, SAVED = 0x8769, 36867, 306
"""Tags of Exif 2.32: its own directory, when the picture was taken, when its file was written."""
WRITTEN = "%Y:%m:%d %H:%M:%S"
PRESS, PHOTOS = "tin bài", "ảnh"


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture's file, from the input's folder on, and when it was taken; None where it does not say."""

    file: str
    taken: datetime | None = None


@dataclass(frozen=True, slots=True)
class Album:
    """The photographs of a folder in order, and what cannot be read."""

    folder: str
    photographs: tuple[Photograph, ...]
    problems: tuple[Problem, ...] = ()


def album(folder: Path, beside: Path) -> Album | Failure:
    """The photographs of a folder; a problem if there are none, or they lie outside the input's folder `beside`."""
    try:
        inside = real_path(folder).is_relative_to(real_path(beside))
        files = sorted(islice((one for one in folder.iterdir() if one.suffix.lower() in ENDINGS), MOST_FILES))
    except OSError as error:
        values = {"file": folder.name, "reason": error.strerror or str(error)}
        return Failure.of(Problem("N107", Place(folder), values))
    if not inside:
        return Failure.of(Problem("N173", Place(folder), {"folder": str(folder), "beside": str(beside)}))
    read = {file: _taken(file) for file in files if file.is_file()}
    if not read:
        return Failure.of(Problem("N172", Place(folder), {"folder": str(folder)}))
    base = real_path(beside)
    found = [
        Photograph((real_path(folder) / file.name).relative_to(base).as_posix(), taken)
        for file, taken in read.items()
        if not isinstance(taken, Problem)
    ]
    problems = tuple(one for one in read.values() if isinstance(one, Problem))
    found.sort(key=lambda one: (one.taken is None, one.taken.isoformat() if one.taken else "", one.file))
    return Album(real_path(folder).relative_to(base).as_posix(), tuple(found), problems)


def _taken(file: Path) -> datetime | Problem | None:
    """When a picture was taken, as its camera says; a problem for what is no picture."""
    from PIL import Image
    from pillow_heif import register_heif_opener

    register_heif_opener()
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(file, formats=KINDS) as image:
            exif = image.getexif()
            said = exif.get_ifd(EXIF).get(TAKEN) or exif.get(SAVED)
    except DAMAGED:
        return Problem("N171", Place(file), {"file": file.name})
    return _moment(said)


def _moment(said: object) -> datetime | None:
    try:
        return datetime.strptime(str(said).strip("\0 "), WRITTEN)  # noqa: DTZ007
    except ValueError:
        return None


def proposals(one: Album, indent: int, known: str = "") -> Iterator[str]:
    """The comment lines, without photographs that the text `known` names already."""
    fresh = [photograph for photograph in one.photographs if photograph.file not in known]
    pad = " " * indent
    if fresh:
        yield f"{pad}# Ảnh trong thư mục {one_line(one.folder)}, theo giờ chụp. Dùng ảnh nào thì bỏ dấu # ở ba dòng của"
        yield f"{pad}# ảnh ấy, viết chú thích và mô tả; ảnh không dùng thì xóa."
    for photograph in fresh:
        when = f"{photograph.taken:%H:%M} ngày {_day(photograph.taken)}" if photograph.taken else "không rõ giờ chụp"
        yield f"{pad}# - tệp: {scalar(photograph.file)}   # {when}"
        yield f"{pad}#   chú thích:"
        yield f"{pad}#   mô tả:"


def _day(moment: datetime) -> str:
    return f"{moment.day}/{moment.month}/{moment.year}"


def with_proposals(source: Source, one: Album) -> str:
    """The input's text with the proposals where its pictures stand."""
    assert source.root is not None
    edits = Edits()
    press = _field(source.root, Conference, PRESS)
    photos = _field(press.node, Press, PHOTOS) if press is not None else None
    if photos is not None:
        column = photos.key.place.column - 1 + 2
        if isinstance(photos.node, SequenceNode) and not is_flow(photos.node, source.lines):
            column = photos.node.place.column - 1
        edits.insert(last_line(photos.node, photos.key), proposals(one, column, source.text))
        return edits.applied(source.text)
    lines = list(proposals(one, 4, source.text))
    if press is None and lines:
        edits.insert(len(source.lines), (f"{PRESS}:", f"  {PHOTOS}:", *lines))
    elif press is not None and lines:
        block = not isinstance(press.node, MappingNode) or not is_flow(press.node, source.lines)
        empty_or_block = block and (isinstance(press.node, MappingNode) or not _text(press))
        head = [f"  {PHOTOS}:"] if empty_or_block else []
        edits.insert(last_line(press.node, press.key), (*head, *lines))
    return edits.applied(source.text)


def _text(held: Field) -> str:
    return getattr(held.node, "text", "").strip()


def _field(node: object, section: type[Conference] | type[Press], key: str) -> Field | None:
    """The entry of a mapping by its canonical key."""
    if not isinstance(node, MappingNode):
        return None
    found = (Field(name, value) for name, value in node if section.canonical(name.text.strip()) == key)
    return next(found, None)


def in_new(part: str, albums: Sequence[Album]) -> str:
    """The template's part of the article with the proposals below its pictures."""
    lines = part.splitlines()
    at = next((number for number, line in enumerate(lines, 1) if line.strip() == f"{PHOTOS}:"), len(lines))
    added = [line for one in albums for line in proposals(one, 4)]
    return "".join(f"{line}\n" for line in (*lines[:at], *added, *lines[at:]))
