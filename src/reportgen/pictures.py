"""Pictures of the input: found within its folder, checked, and made fit for print.

In: the photograph as the input names it. Out: a `Picture` whose bytes carry nothing of the camera (place, serial
number), or a problem at the file's name.
"""

from __future__ import annotations

import io
from pathlib import Path

from reportgen.document import Picture
from reportgen.model.leaves import Words
from reportgen.problems import Place, Problem

MOST_PIXELS = 100_000_000
PRINT_PIXELS = 2000
"""A picture wider or higher than this is made smaller: 165 mm at 300 dots an inch."""
QUALITY = 88


def read_picture(file: Words, folder: Path) -> Picture | Problem:
    """The picture that the input names, relative to its folder."""
    try:
        target = (folder / str(file)).resolve()
        inside, there = target.is_relative_to(folder.resolve()), target.is_file()
    except (OSError, RuntimeError, ValueError):
        # A name too long, a loop of links, a NUL in the name.
        return _problem("A701", file)
    if not inside:
        return _problem("A702", file)
    return _opened(target, file) if there else _problem("A701", file)


def _opened(target: Path, file: Words) -> Picture | Problem:
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(target, formats=("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")) as image:
            if image.width * image.height > MOST_PIXELS:
                millions = str(round(image.width * image.height / 1_000_000))
                return _problem("A704", file, pixels=millions, limit=str(MOST_PIXELS // 1_000_000))
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        # Pillow reports a damaged file by any of these, depending on the format.
        return _problem("A703", file)
    upright.thumbnail((PRINT_PIXELS, PRINT_PIXELS))
    plain = Image.new("RGB", upright.size)
    plain.paste(upright)
    target_bytes = io.BytesIO()
    plain.save(target_bytes, "JPEG", quality=QUALITY)
    return Picture(target_bytes.getvalue(), "image/jpeg", *plain.size)


def _problem(code: str, file: Words, **values: str) -> Problem:
    return Problem(code, file.place() or Place(Path()), {"file": str(file), **values})
