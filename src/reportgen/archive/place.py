"""Where things lie in an archive's folder, and who may work on it.

    <archive>/so-cai.jsonl                       the ledger of additions (`chain`)
    <archive>/chi-muc.sqlite                     the index (`index`)
    <archive>/<year>/<unit>/<name>/              one bag an addition (`bag`)
    <archive>/.dang-them-*                       a bag that is being made

An identifier is the bag's path below the archive. Only plain letters, digits and hyphens make one, so no text of an
input can lead elsewhere; and a link in the place of a folder is refused.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportgen.files.system import LOCK, locked, synced
from reportgen.vietnamese.letters import fold

ARCHIVE = Path("kho-luu-tru")
"""The archive that the commands work on without `--archive`."""
LEDGER, INDEX = "so-cai.jsonl", "chi-muc.sqlite"
UNFINISHED = ".dang-them-"
"""The first letters of the folder in which a bag is made."""
MOST_UNIT, MOST_NAME, MOST_KEY = 60, 90, 40
"""Characters of a folder's name: far below what any file system allows."""
IDENTIFIER = re.compile(rf"\d{{4}}/[a-z0-9-]{{1,{MOST_UNIT + 4}}}/[a-z0-9-]{{1,{MOST_NAME + MOST_KEY + 20}}}")
_PLAIN = re.compile(r"[a-z0-9]+")
_YEAR = re.compile(r"\d{4}")


def plain_name(text: str, most: int, empty: str = "khong-ten") -> str:
    """The text in plain small letters joined by hyphens, cut to `most` characters; `empty` where nothing is left."""
    return "-".join(_PLAIN.findall(fold(text)))[:most].strip("-") or empty


def bag_folder(root: Path, identifier: str) -> Path:
    """The folder of an addition; `ValueError` for what is no identifier, such as a path that leads elsewhere."""
    if not IDENTIFIER.fullmatch(identifier):
        raise ValueError(identifier)
    return root / identifier


@contextmanager
def working_alone(root: Path) -> Iterator[None]:
    """Nobody else adds to the archive, and nobody reads its ledger, meanwhile."""
    with locked(root):
        yield


@contextmanager
def reading(root: Path) -> Iterator[None]:
    """Nobody adds to the archive meanwhile. Works on an archive that cannot be written."""
    with locked(root, shared=True):
        yield


def own_folder(root: Path, folder: Path) -> None:
    """Make the folder below the root, each step a folder of its own; `OSError` (ELOOP) where a link stands for one."""
    step = root
    for name in folder.relative_to(root).parts:
        step = step / name
        if step.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(step))
        if not step.is_dir():
            step.mkdir()
            synced(step.parent)


def unfinished(root: Path) -> tuple[Path, ...]:
    """Folders in which a bag was being made, or still is."""
    with os.scandir(root) as entries:
        return tuple(sorted(Path(entry.path) for entry in entries if entry.name.startswith(UNFINISHED)))


def bags(root: Path) -> Iterator[str]:
    """The identifiers of all folders that stand in the place of a bag, in order."""
    for year in _folders(root):
        if _YEAR.fullmatch(year.name):
            for unit in _folders(year):
                for folder in _folders(unit):
                    identifier = folder.relative_to(root).as_posix()
                    if IDENTIFIER.fullmatch(identifier):
                        yield identifier


def strays(root: Path) -> Iterator[Path]:
    """What lies in the archive outside bags and is not its own: strange files, links, odd and empty folders."""
    own = {LEDGER, INDEX, f"{INDEX}-journal", LOCK}
    for entry in _entries(root):
        if entry.name in own and is_file(entry):
            continue
        if _YEAR.fullmatch(entry.name) and _is_folder(entry):
            yield from _strays_of_year(root, entry)
        elif not entry.name.startswith(UNFINISHED):
            yield entry


def _strays_of_year(root: Path, year: Path) -> Iterator[Path]:
    units = _entries(year)
    if not units:
        yield year
    for unit in units:
        folders = _entries(unit) if _is_folder(unit) else []
        if not folders:
            yield unit
        for folder in folders:
            if not _is_folder(folder) or not IDENTIFIER.fullmatch(folder.relative_to(root).as_posix()):
                yield folder


def _folders(parent: Path) -> list[Path]:
    return [entry for entry in _entries(parent) if _is_folder(entry)]


def _entries(parent: Path) -> list[Path]:
    return sorted(parent.iterdir())


def _is_folder(entry: Path) -> bool:
    return stat.S_ISDIR(entry.lstat().st_mode)


def is_file(entry: Path) -> bool:
    """Whether it is a file itself, not a link to one."""
    return stat.S_ISREG(entry.lstat().st_mode)
