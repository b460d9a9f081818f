"""The record of a built folder: what lies in it, from what it was made, what was checked.

It holds no clock: the same input gives the same manifest.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from reportgen import __version__
from reportgen.files.bounded import read_bounded
from reportgen.writers.engines import ENGINES
from reportgen.writers.formats import FORMATS, PICTURE

MANIFEST = "manifest.json"
LARGEST = 4 * 1024 * 1024
PAPER = re.compile(rf"[\w-]+\.({'|'.join(map(re.escape, (*FORMATS, PICTURE)))})")
"""Names that a manifest of ours can hold; what else it says is not believed."""
RECORDED = ("weasyprint", "python-docx", "jinja2", "markdown-it-py", "pydantic", "PyYAML")
"""Packages whose version decides what the papers look like."""


def previous_outputs(folder: Path) -> tuple[Mapping[str, Any], ...]:
    """The records of the papers that the folder's manifest names; none where it has no readable manifest."""
    try:
        record = json.loads(read_bounded(folder / MANIFEST, LARGEST))
        return tuple(entry for entry in record["outputs"] if PAPER.fullmatch(entry["file"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        # Not there, or not ours: then it names nothing of ours.
        return ()


def output_record(name: str, content: bytes, input_digest: str, engine: str | None = None) -> dict[str, Any]:
    """The record of one paper's file. `engine`: what laid out its pages."""
    record = {"file": name, "sha256": sha256(content), "bytes": len(content), "input_sha256": input_digest}
    if engine is None:
        return record
    versions = {package: metadata.version(package) for package in ENGINES[engine].packages}
    return {**record, "engine": engine, "engine_versions": versions}


def manifest(source: Path, content: bytes, outputs: Sequence[Mapping[str, Any]], checks: Mapping[str, Any]) -> bytes:
    """The whole record, as UTF-8 JSON. `content` is the input's bytes."""
    versions = {"python": ".".join(platform.python_version_tuple()[:2])}
    record = {
        "reportgen": __version__,
        "input": {"file": source.name, "sha256": sha256(content), "bytes": len(content)},
        "outputs": sorted(outputs, key=lambda entry: str(entry["file"])),
        "versions": versions | {name: metadata.version(name) for name in RECORDED},
        "checks": checks,
    }
    return json.dumps(record, ensure_ascii=False, indent=2).encode() + b"\n"


def sha256(content: bytes) -> str:
    """The digest in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
