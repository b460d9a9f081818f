"""The text of slides as a reader sees it: shapes in order, tables by rows."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")


def slides_of(content: bytes) -> tuple[str, ...]:
    """The words of each slide, in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        numbered = {int(found[1]): name for name in package.namelist() if (found := _SLIDE.fullmatch(name))}
        return tuple(_words(package.read(name)) for _, name in sorted(numbered.items()))


def _words(slide: bytes) -> str:
    return "".join(run.text or "" for run in ET.fromstring(slide).iter(f"{A}t"))
