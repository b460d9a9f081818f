"""Inputs and outputs at addresses: any that fsspec knows (`s3://bucket/inputs/xa-a.yaml`, `sftp://…`, `memory://…`).

An input is fetched with the pictures and templates beside it, worked on as bytes, and its files are put to where they
belong, the manifest last: what it does not name is not there yet. Which files are as they were built is told by their
sizes alone, for a store would have to send each of them to tell more.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportgen.build import Outcome, Wish
from reportgen.build.manifest import LARGEST, MANIFEST, Record, record_of
from reportgen.build.unit import Result, Unit, named_beside, work
from reportgen.papers import TEMPLATE_ENDINGS
from reportgen.problems import Place, Problem
from reportgen.source.text import LARGEST_FILE

ENDINGS = (".yaml", ".yml")
TEMPLATES = "templates"
MOST_TEMPLATES = 200
LARGEST_BESIDE = 256 * 1024 * 1024
"""Bytes of a picture or a template that are fetched; a larger one counts as not there."""


class FetchError(Exception):
    """A place that cannot be read from or written to, with the reason."""


@dataclass(frozen=True, slots=True)
class Address:
    """A place on a file system of fsspec's. `path` is without the protocol and ends without a slash."""

    text: str
    system: Any
    path: str

    def below(self, name: str) -> str:
        """The path of a file in this folder."""
        return f"{self.path}/{name}"


def is_address(place: str) -> bool:
    """Whether a place is an address rather than a path."""
    return "://" in place


def address(text: str) -> Address:
    """The place of that address; `FetchError` where no file system is known by it, or cannot be reached."""
    try:
        from fsspec.core import url_to_fs

        system, path = url_to_fs(text)
    except Exception as error:  # what a file system raises is its own business, and that of the packages behind it
        raise _because(error) from error
    return Address(text, system, path.rstrip("/"))


def _because(error: Exception) -> FetchError:
    words = str(error).strip().splitlines()
    return FetchError(f"{type(error).__name__}: {words[0] if words else ''}".rstrip(": "))


def inputs_at(text: str) -> tuple[str, ...]:
    """The addresses of the inputs at an address: itself, or all files in that folder. `FetchError` as in `address`."""
    if text.endswith(ENDINGS):
        return (text,)
    place = address(text)
    try:
        names = place.system.ls(place.path, detail=False)
    except Exception as error:
        raise _because(error) from error
    inputs = sorted(posixpath.basename(name) for name in names if name.endswith(ENDINGS))
    return tuple(f"{text.rstrip('/')}/{name}" for name in inputs)


def work_at(given: str, outputs: str, wish: Wish, *, force: bool = False) -> Outcome:
    """Build the papers of an input at an address, or into one."""
    name = posixpath.basename(given)
    file = Path(name)
    folder = f"{outputs.rstrip('/')}/{file.stem}"
    try:
        unit, result = _worked(given, folder, wish, force=force)
    except FetchError as error:
        problem = Problem("B919", Place(file), {"input": given, "outputs": outputs, "reason": str(error)})
        return Outcome(file, Path(folder), (), (problem,))
    files = sorted({*result.files, *result.kept, *([MANIFEST] if result.kept else [])})
    return Outcome(
        file,
        Path(folder),
        tuple(Path(folder) / one for one in files) if not result.failed else (),
        result.problems,
        result.lines,
        frozenset(Path(folder) / one for one in result.kept),
        unit.older.warnings if not result.files and not result.failed else 0,
    )


def _worked(given: str, folder: str, wish: Wish, *, force: bool) -> tuple[Unit, Result]:
    source, target = address(given), address(folder)
    try:
        unit = _fetched(source, target, wish, force=force)
        result = work(unit)
        if not result.failed and result.files:
            _put(result, target)
    except Exception as error:
        raise _because(error) from error
    return unit, result


def _fetched(source: Address, target: Address, wish: Wish, *, force: bool) -> Unit:
    content: bytes = source.system.cat_file(source.path, start=0, end=LARGEST_FILE + 1)
    folder, name = posixpath.split(source.path)
    beside = dict(_beside(source.system, folder, named_beside(name, content)))
    record = _record(target)
    intact = frozenset() if force else frozenset(_intact(target, record))
    return Unit(name, content, beside, wish, record, intact)


def _beside(system: Any, folder: str, pictures: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The pictures that an input names, none from outside its folder, and its own templates."""
    for name in pictures:
        inside = posixpath.normpath(name.replace("\\", "/"))
        if not inside.startswith(("/", "..")) and _size(system, f"{folder}/{inside}") <= LARGEST_BESIDE:
            yield inside, system.cat_file(f"{folder}/{inside}")
    for file in _templates(system, f"{folder}/{TEMPLATES}")[:MOST_TEMPLATES]:
        if _size(system, file) <= LARGEST_BESIDE:
            yield posixpath.relpath(file, folder), system.cat_file(file)


def _templates(system: Any, folder: str) -> list[str]:
    if not system.isdir(folder):
        return []
    return sorted(file for file in system.find(folder, maxdepth=2) if file.endswith(tuple(TEMPLATE_ENDINGS)))


def _size(system: Any, path: str) -> int:
    """Bytes of a file; more than any that is fetched where there is none."""
    try:
        found = system.info(path)
    except FileNotFoundError:
        return LARGEST_BESIDE + 1
    return int(found["size"] or 0) if found["type"] == "file" else LARGEST_BESIDE + 1


def _record(target: Address) -> Record:
    try:
        content: bytes = target.system.cat_file(target.below(MANIFEST), start=0, end=LARGEST)
    except FileNotFoundError:
        return Record()
    return record_of(content)


def _intact(target: Address, record: Record) -> Iterator[str]:
    """The names of the files that are there in the size in which they were built."""
    if not record.outputs:
        return
    found: Mapping[str, Any] = {
        posixpath.basename(entry["name"]): entry["size"] for entry in target.system.ls(target.path, detail=True)
    }
    for name, entry in record.outputs.items():
        if found.get(name) == entry.get("bytes"):
            yield name


def _put(result: Result, target: Address) -> None:
    """Put the files, the manifest last, each in one step where the file system knows transactions, as stores do."""
    system = target.system
    system.makedirs(target.path, exist_ok=True)
    with system.transaction:
        for name, content in result.files.items():
            if name != MANIFEST:
                _write(system, target.below(name), content)
    with system.transaction:
        _write(system, target.below(MANIFEST), result.files[MANIFEST])
    for name in sorted(result.dropped):
        if system.exists(target.below(name)):
            system.rm_file(target.below(name))


def _write(system: Any, path: str, content: bytes) -> None:
    with system.open(path, "wb") as file:
        file.write(content)
