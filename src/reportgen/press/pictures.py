"""Pictures of the input: found within its folder, checked, and made fit for print.

In: the photograph as the input names it. Out: a `Picture`, upright and in sRGB, whose bytes carry nothing of the camera
(place, serial number), or a problem at the file's name.
"""

from __future__ import annotations

import io
import math
import struct
import warnings
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.files.names import real_path
from reportgen.layout.document import Picture
from reportgen.model.leaves import Words
from reportgen.problems import Failure, Place, Problem
from reportgen.vietnamese.accents import one_spelling
from reportgen.vietnamese.letters import nfc

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 100_000_000
MOST_DECODED = 50_000_000
"""Pixels that are held in the memory at once, four bytes each and more: a JPEG is made smaller while it is read."""
LONGEST_SIDE = 65_535
"""Pixels, as many as a JPEG can have: Pillow keeps a note of every row."""
PRINT_PIXELS = 2000
"""A picture wider or higher than this is made smaller: 165 mm at 300 dots an inch."""
QUALITY = 88
INDEXED = frozenset({"1", "P"})
"""Pillow's modes whose numbers are no colours, so that none lies between two of them."""
DAMAGED = (OSError, ValueError, SyntaxError, TypeError, EOFError, struct.error)
"""Pillow reports a damaged file by any of these, depending on the format and on what in it is damaged; that a file is
no picture is an OSError."""
KINDS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "HEIF")
"""Pillow's names of what is read; HEIF is what telephones save."""


def read_picture(file: Words, folder: Path) -> Picture | Failure:
    """The picture that the input names, relative to its folder."""
    target = picture_file(str(file), folder)
    if isinstance(target, str):
        return _failure(target, file)
    try:
        state = target.stat()
    except OSError:
        return _failure("A701", file)
    opened = _opened(target, state.st_mtime_ns, state.st_size)
    return opened if isinstance(opened, Picture) else _failure(opened[0], file, **opened[1])


def picture_file(name: str, folder: Path) -> Path | str:
    """Where the picture of that name lies in a folder; a code for what is not there (A701), or lies outside (A702)."""
    try:
        target = real_path(folder / _as_stored(name.replace("\\", "/"), folder))
        if not target.is_relative_to(real_path(folder)):
            return "A702"
        return target if target.is_file() else "A701"
    except (OSError, RuntimeError, ValueError):
        # A name too long, a loop of links, a NUL in the name.
        return "A701"


def _as_stored(name: str, folder: Path) -> str:
    """The name as the folder has it: composed or not, in other letters' case, with the tone on the other vowel."""
    if (folder / name).exists():
        return name
    wanted = _plain_name(name)
    parent = folder / Path(name).parent
    if not parent.resolve().is_relative_to(folder.resolve()) or not parent.is_dir():
        return name
    beside = (entry.name for entry in islice(parent.iterdir(), MOST_FILES))
    found = next((other for other in beside if _plain_name(other) == wanted.rpartition("/")[2]), None)
    return name if found is None else str(Path(name).parent / found)


def _plain_name(name: str) -> str:
    return one_spelling(nfc(name)).casefold()


MOST_FILES = 10_000
"""So many files of a folder are looked at for a picture in another spelling."""


@lru_cache(maxsize=32)
def _opened(target: Path, _changed: int, _size: int) -> Picture | tuple[str, dict[str, str]]:
    """The picture of a file in one state of it; a code and its values where there is none. One file may stand in
    several papers, and a preview reads it again and again."""
    from PIL import Image, ImageFile
    from pillow_heif import register_heif_opener

    register_heif_opener()
    Image.MAX_IMAGE_PIXELS = None
    # WeasyPrint, once imported, lets a file that was cut off pass as a picture that is grey from there on.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(target, formats=KINDS) as image:
            pixels = image.width * image.height
            image.draft("RGB", (PRINT_PIXELS, PRINT_PIXELS))
            if pixels > MOST_PIXELS or image.width * image.height > MOST_DECODED:
                limit = MOST_PIXELS if pixels > MOST_PIXELS else MOST_DECODED
                return "A704", {"pixels": str(math.ceil(pixels / 1_000_000)), "limit": str(limit // 1_000_000)}
            if max(image.size) > LONGEST_SIDE:
                return "A703", {}
            plain = _plain(image)
    except DAMAGED:
        return "A703", {}
    target_bytes = io.BytesIO()
    plain.save(target_bytes, "JPEG", quality=QUALITY)
    return Picture(target_bytes.getvalue(), "image/jpeg", *plain.size)


def _plain(image: Image) -> Image:
    """The pixels alone: upright, at most of print size, in sRGB, on white where they were transparent."""
    from PIL import Image as Pillow
    from PIL import ImageOps

    # Made smaller first: what follows makes copies.
    small = image.convert("RGBA") if image.has_transparency_data or image.mode in INDEXED else image
    small.thumbnail((PRINT_PIXELS, PRINT_PIXELS))
    upright = ImageOps.exif_transpose(small)
    if upright.has_transparency_data:
        upright = Pillow.alpha_composite(Pillow.new("RGBA", upright.size, "white"), upright.convert("RGBA"))
    plain = Pillow.new("RGB", upright.size)
    plain.paste(_in_srgb(upright))
    return plain


def _in_srgb(image: Image) -> Image:
    """The colours of a picture that has a profile, as a telephone's, in the screen's own."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            changed = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            # A damaged profile, or one of another kind of colours: then the numbers are taken as they are.
            return image.convert("RGB")
        assert changed is not None, "not asked to change it in place"
        return changed
    return image.convert("RGB")


def _failure(code: str, file: Words, **values: str) -> Failure:
    return Failure.of(Problem(code, file.place() or Place(Path()), {"file": str(file), **values}))
