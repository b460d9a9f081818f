"""The record of a built folder: what lies in it, from what it was made, what was checked.

It holds no clock: the same input gives the same manifest.
"""

from __future__ import annotations

import json
import platform
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

from reportgen import __version__
from reportgen.build.digest import sha256
from reportgen.build.making import Made, Making, Wish
from reportgen.build.sources import Sources, picture_names, sources_of
from reportgen.checks import Examination
from reportgen.files.bounded import read_bounded
from reportgen.model.reading import Input
from reportgen.problems import Severity
from reportgen.problems.catalog import severity
from reportgen.writers.engines import ENGINES
from reportgen.writers.formats import FORMATS, PICTURE

MANIFEST = "manifest.json"
LARGEST = 4 * 1024 * 1024
LARGEST_OUTPUT = 256 * 1024 * 1024
PAPER = re.compile(rf"[\w-]+\.({'|'.join(map(re.escape, (*FORMATS, PICTURE)))})")
"""Names that a manifest of ours can hold; what else it says is not believed."""
RECORDED = ("weasyprint", "python-docx", "jinja2", "markdown-it-py", "pydantic", "PyYAML")
"""Packages whose version decides what the papers look like."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a folder's manifest says: its files by name, what all of them were made from (None where single papers were
    built since), and how many warnings the input had."""

    outputs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    sources: Sources | None = None
    warnings: int = 0


def read_record(folder: Path) -> Record:
    """What the folder's manifest says; an empty record where it has no readable manifest."""
    try:
        content = read_bounded(folder / MANIFEST, LARGEST)
    except OSError:
        return Record()
    return record_of(content)


def record_of(content: bytes) -> Record:
    """What a manifest with these bytes says; an empty record where it is none."""
    try:
        said = json.loads(content)
        outputs = {entry["file"]: entry for entry in said["outputs"] if PAPER.fullmatch(entry["file"])}
        warnings = said.get("checks", {}).get("warnings", 0)
        return Record(outputs, _sources(said.get("made_from")), warnings if isinstance(warnings, int) else 0)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        # Not ours: then it names nothing of ours.
        return Record()


def _sources(said: Any) -> Sources | None:
    """What the papers were made from; `TypeError` for what no manifest of ours says."""
    if said is None:
        return None
    sources = Sources(**said)
    if not all(isinstance(name, str) for name in sources.pictures):
        raise TypeError
    return sources


def previous_outputs(folder: Path) -> tuple[Mapping[str, Any], ...]:
    """The records of the papers that the folder's manifest names; none where it has no readable manifest."""
    return tuple(read_record(folder).outputs.values())


def intact(folder: Path, entry: Mapping[str, Any]) -> bool:
    """Whether a file of the folder is the one that was built."""
    file = folder / str(entry["file"])
    try:
        return not file.is_symlink() and sha256(read_bounded(file, LARGEST_OUTPUT)) == entry.get("sha256")
    except OSError:
        return False


def holds(record: Record, content: bytes, folder: Path, wish: Wish, there: Callable[[Mapping[str, Any]], bool]) -> bool:
    """Whether all that a set of papers was made from is what it was, and the papers are what they were (`there`).

    `content` is the input's bytes, `folder` where it lies.
    """
    if record.sources is None or not wish.whole:
        return False
    now = sources_of(content, folder, record.sources.pictures, wish.how)
    return now == record.sources and all(map(there, record.outputs.values()))


def written_from(record: Record, there: Callable[[Mapping[str, Any]], bool]) -> dict[str, str]:
    """File name → the digest that it was written from, "" for one that is not what it was."""
    return {name: str(entry.get("written_from", "")) if there(entry) else "" for name, entry in record.outputs.items()}


def manifest(given: Input, wish: Wish, making: Making, older: Record) -> bytes:
    """The whole record, as UTF-8 JSON, of a folder in which that was made beside what an older record names."""
    content = given.source.raw
    digest = sha256(content)
    left = {} if wish.whole else {name: entry for name, entry in older.outputs.items() if name not in making.files}
    kept = {name: {**older.outputs[name], "input_sha256": digest} for name in making.kept}
    made = {name: _output(name, made, digest) for name, made in making.files.items()}
    versions = {"python": ".".join(platform.python_version_tuple()[:2])}
    record = {
        "reportgen": __version__,
        "input": {"file": given.path.name, "sha256": digest, "bytes": len(content)},
        "outputs": sorted({**left, **kept, **made}.values(), key=lambda entry: str(entry["file"])),
        "versions": versions | {name: metadata.version(name) for name in RECORDED},
        "checks": _checked(making.examined, wish),
    }
    assert given.conference is not None
    sources = sources_of(content, given.path.parent, picture_names(given.conference), wish.how)
    if wish.whole or sources == older.sources:
        record["made_from"] = asdict(sources)
    return json.dumps(record, ensure_ascii=False, indent=2).encode() + b"\n"


def _output(name: str, made: Made, input_digest: str) -> dict[str, Any]:
    """The record of one file."""
    record = {
        "file": name,
        "sha256": sha256(made.content),
        "bytes": len(made.content),
        "input_sha256": input_digest,
        "written_from": made.written_from,
    }
    if not made.engine:
        return record
    versions = {package: metadata.version(package) for package in ENGINES[made.engine].packages}
    return {**record, "engine": made.engine, "engine_versions": versions}


def _checked(examined: Examination, wish: Wish) -> Mapping[str, object]:
    """What the manifest says of the checks."""
    grades = [severity(problem.code) for problem in examined.problems]
    return {
        "warnings": grades.count(Severity.WARNING),
        "notices": grades.count(Severity.NOTICE),
        "silenced": [{"code": code, "figure": figure, "reason": reason} for code, figure, reason in examined.silenced],
        "proofs": ["text", "layout", f"pdf/a-{wish.pdfa}", "pdf/ua-1", "fonts"],
    }
