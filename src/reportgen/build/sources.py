"""What papers are made from: the input, pictures, a unit's own templates, and what of program and machine decides what
they look like. As digests, so that a later run can tell whether anything has changed.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from reportgen import __version__
from reportgen.build.digest import sha256
from reportgen.files.bounded import read_bounded
from reportgen.files.packaged import PACKAGE, packaged_templates
from reportgen.layout.standards import font_families
from reportgen.model import Conference
from reportgen.papers import TEMPLATE_ENDINGS, own_templates
from reportgen.press.pictures import picture_file

LARGEST = 256 * 1024 * 1024
"""Bytes of a file that are read to tell whether it has changed."""
OPTIONAL = ("typst", "pikepdf")
"""Packages that may be installed beside those that the program needs."""
PANGO = ("libpango-1.0.so.0", "libpango-1.0-0.dll", "libpango-1.0.dylib")
"""Names of the library that WeasyPrint sets lines with, system by system."""
FONTS = ("REPORTGEN_FONTS", "fonts")
"""The variable that names folders with fonts, and the folder that is taken where it names none."""
_REQUIRED = re.compile(r"[\w.-]+")


@dataclass(frozen=True, slots=True)
class Sources:
    """What a folder of papers was made from. `input`, `templates` and `tools` are digests, `pictures` names as they are
    typed with theirs ("" for a file that is not there), `how` the form of PDF and the engine that were asked for."""

    input: str
    pictures: Mapping[str, str]
    templates: str
    tools: str
    how: str


def sources_of(content: bytes, folder: Path, names: Iterable[str], how: str) -> Sources:
    """The sources of an input with these bytes, which lies in that folder and names these pictures."""
    return Sources(sha256(content), _pictures(names, folder), _own_templates(folder), tools(), how)


def picture_names(conference: Conference) -> tuple[str, ...]:
    """The files of photographs that the input names."""
    return tuple(dict.fromkeys(str(photo.file) for photo in conference.press.photos if photo.file))


def _pictures(names: Iterable[str], folder: Path) -> dict[str, str]:
    """Name as it is typed → digest of the file, "" where there is none."""
    found = {}
    for name in names:
        file = picture_file(name, folder)
        found[name] = _digest(file) if isinstance(file, Path) else ""
    return found


def _own_templates(folder: Path) -> str:
    """The digest of the unit's own templates, "" where it has none."""
    own = own_templates(folder)
    return _digest_of_all(_templates(own), own) if own is not None else ""


def template_files(folder: Path) -> dict[str, Path]:
    """The unit's own templates: name below the folder's `templates` → file."""
    own = own_templates(folder)
    return {file.relative_to(own).as_posix(): file for file in _templates(own)} if own is not None else {}


def _templates(own: Path) -> Iterator[Path]:
    for file in sorted([*own.glob("*"), *own.glob("*/*")]):
        if file.suffix in TEMPLATE_ENDINGS and file.is_file():
            yield file


@cache
def tools() -> str:
    """The digest of the program, of the packages that it uses, of Pango and of the papers' fonts."""
    papers = packaged_templates()
    own = _digest_of_all(_program(), PACKAGE), _digest_of_all(sorted(papers.rglob("*")), papers)
    packages = sorted(_packages("reportgen", {}).items())
    return sha256(repr((__version__, *own, packages, _pango(), tuple(_fonts()))).encode())


def _program() -> list[Path]:
    return sorted(file for file in PACKAGE.rglob("*") if file.suffix not in {".pyc", ".pyo"})


def _packages(name: str, found: dict[str, str]) -> Mapping[str, str]:
    """Package → version, of all that this one needs and of the optional ones that are there."""
    try:
        known = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return found
    found[name] = known.version
    for requirement in known.requires or ():
        needed = _REQUIRED.match(requirement)
        if needed is not None and needed[0] not in found and ("extra ==" not in requirement or needed[0] in OPTIONAL):
            _packages(needed[0], found)
    return found


def _pango() -> str:
    for name in PANGO:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        library.pango_version_string.restype = ctypes.c_char_p
        version: bytes = library.pango_version_string()
        return version.decode()
    return ""


def _fonts() -> Iterator[str]:
    """The digests of the fonts that papers are set in, and of those that the office has put beside its inputs."""
    from reportgen.writers.fontconfig import files_of

    for family in sorted(font_families()):
        for file in files_of(family):
            yield _digest(file)
    variable, usual = FONTS
    for folder in filter(None, os.environ.get(variable, usual).split(os.pathsep)):
        if Path(folder).is_dir():
            yield _digest_of_all(sorted(Path(folder).glob("*")), Path(folder))


def _digest_of_all(files: Iterable[Path], base: Path) -> str:
    """One digest of files and of their names below the base."""
    made = hashlib.sha256()
    for file in files:
        if file.is_file():
            made.update(f"{file.relative_to(base).as_posix()}:".encode())
            made.update(_digest(file).encode())
    return made.hexdigest()


def _digest(file: Path) -> str:
    """The digest of a file; of what says that it cannot be read."""
    try:
        return sha256(read_bounded(file, LARGEST))
    except OSError as error:
        return f"!{error.errno}"
