"""Deep proofs: the papers of a bag opened and made anew.

A PDF still conforms; the words and fields that the bag keeps are the papers'; and
the papers come out of their input again, byte for byte, where the versions that made them are installed.
"""

from __future__ import annotations

import json
import platform
import tempfile
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Any

from reportgen import __version__
from reportgen.archive.bag import DATA, MOST_BYTES, manifest_entries, read_file
from reportgen.archive.chain import Link
from reportgen.archive.description import DESCRIPTION, PAPERS, SOURCE, Paper, read_description
from reportgen.archive.entries import kept_text
from reportgen.archive.place import bag_folder
from reportgen.archive.proving import Depth
from reportgen.archive.quick import QUICK
from reportgen.archive.renditions import pdf_text, record_of, text_of
from reportgen.build import Request, build
from reportgen.build.digest import sha256
from reportgen.build.manifest import MANIFEST
from reportgen.papers import find_papers
from reportgen.problems import Place, Problem
from reportgen.verify.proofs import SHOWN_RULES, broken_rules, profiles


def _conforms(root: Path, link: Link) -> Iterator[Problem]:
    """Our PDFs conform to both standards. What came back signed is as the office made it."""
    folder = bag_folder(root, link.identifier)
    described = read_description(folder)
    files = [file for paper in described.papers for file in paper.files if file.endswith(".pdf")]
    for file in files if not described.signed else ():
        content = read_file(folder / file, MOST_BYTES)
        for profile, name in profiles(content):
            if broken := broken_rules(content, profile):
                rules = "; ".join(f"{rule}: {message}" for rule, message in broken[:SHOWN_RULES])
                yield Problem("H140", Place(folder / file), {"standard": name, "rules": rules})


def _kept(root: Path, link: Link) -> Iterator[Problem]:
    """The words that the bag keeps are the papers', and the fields are those of their metadata."""
    folder = bag_folder(root, link.identifier)
    described = read_description(folder)
    for paper in described.papers:
        built = {PurePosixPath(file).name: read_file(folder / file, MOST_BYTES) for file in paper.files}
        words = pdf_text(next(iter(built.values()))) if described.signed else text_of(paper.key, built)
        if words != kept_text(folder, paper):
            yield Problem("H144", Place(folder / paper.text), {"file": paper.text})
        if not described.signed and not _says(paper, built):
            yield Problem("H144", Place(folder / DESCRIPTION), {"file": DESCRIPTION})


def _says(paper: Paper, built: Mapping[str, bytes]) -> bool:
    return record_of(built[f"{paper.key}.pdf"]).items() <= dict(paper.fields).items()


def _rebuilt(root: Path, link: Link) -> Iterator[Problem]:
    """The papers, made anew from what the bag holds, are the same bytes."""
    folder = bag_folder(root, link.identifier)
    described = read_description(folder)
    if not described.source:
        return
    record = json.loads(read_file(folder / DATA / PAPERS / MANIFEST, MOST_BYTES))
    if missing := _other_versions(record):
        yield Problem("H142", Place(folder), {"versions": missing})
        return
    prefix = f"{DATA}{PAPERS}/"
    entries = manifest_entries(folder, "manifest-sha256.txt").items()
    wanted = {path.removeprefix(prefix): digest for path, digest in entries if path.startswith(prefix)}
    del wanted[MANIFEST]
    with tempfile.TemporaryDirectory() as work:
        source = _laid_out(folder, Path(work)) / PurePosixPath(described.source).name
        formats = tuple(dict.fromkeys(name.partition(".")[2] for name in wanted if not name.endswith(".jpg")))
        stems = {name.partition(".")[0] for name in wanted}
        papers = tuple(key for key in find_papers(source.parent)[0] if any(_is_of(stem, key) for stem in stems))
        pdfa = "3a" if "pdf/a-3a" in record["checks"]["proofs"] else "2a"
        made: dict[str, str] = {}
        engines = {str(entry["file"]): str(entry.get("engine", "")) for entry in record["outputs"]}
        for engine in sorted(set(engines.values()) - {""}) or [""]:
            outcome = build(Request(source, Path(work) / "outputs", papers, formats, pdfa, engine))
            own = (file for file in outcome.files if engines.get(file.name) in {engine, "", None})
            made |= {file.name: sha256(file.read_bytes()) for file in own}
    for name in sorted(wanted):
        if made.get(name) != wanted[name]:
            yield Problem("H141", Place(folder / DATA / PAPERS / name), {"file": name})


def _is_of(stem: str, key: str) -> bool:
    """Whether a file belongs to the paper: its own name, or that of something that lies beside it."""
    return stem == key or stem.startswith(f"{key}-")


def _other_versions(record: Mapping[str, Any]) -> str:
    """The recorded versions that are not installed here, "" where all are."""
    here = {"reportgen": __version__, "python": ".".join(platform.python_version_tuple()[:2])}
    there = {"reportgen": record["reportgen"], **record["versions"]}
    for entry in record["outputs"]:
        there |= entry.get("engine_versions", {})
    here |= {name: found for name in there.keys() - here.keys() if (found := _installed(name))}
    return ", ".join(f"{name} {version}" for name, version in there.items() if here.get(name) != version)


def _installed(package: str) -> str:
    """The version of a package here, "" if it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _laid_out(folder: Path, work: Path) -> Path:
    """The input with its pictures and templates, copied to where it can be built."""
    prefix = f"{DATA}{SOURCE}/"
    target = work / "inputs"
    for path in manifest_entries(folder, "manifest-sha256.txt"):
        if path.startswith(prefix):
            file = target / path.removeprefix(prefix)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(read_file(folder / path, MOST_BYTES))
    return target


DEEP = Depth((_conforms, _kept, *QUICK.of_bags, _rebuilt), QUICK.of_index)
