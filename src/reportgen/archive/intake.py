"""What of a built folder goes into the archive, and whether it is whole.

In: a folder that `reportgen build` made. Out: a `Delivery`, every file in memory and held against the manifest; or
problems. Nothing is believed for its name: a file must be one itself, of a name that a build gives, with the digest
that the manifest has for it; the input and its pictures are known by their digests or lie within the input's folder.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reportgen.archive.adding import Package, version_of
from reportgen.archive.annex import FIELDS, unfit
from reportgen.archive.bag import MOST_BYTES, read_file
from reportgen.archive.description import PAPERS, SOURCE, TEXTS, Description, Paper
from reportgen.archive.place import MOST_KEY, plain_name
from reportgen.archive.renditions import attached, record_of, text_of, title_of
from reportgen.build.digest import sha256
from reportgen.build.manifest import MANIFEST, PAPER
from reportgen.files.names import LONGEST_NAME, portable, real_path
from reportgen.model.reading import Input, bind
from reportgen.official.issuing import REPORT, REPORT_KIND
from reportgen.official.letterhead import head_of, record
from reportgen.papers import TEMPLATE_ENDINGS, find_papers
from reportgen.problems import Failure, Place, Problem
from reportgen.source import parse_source
from reportgen.vietnamese.letters import nfc

MOST_MANIFEST = 4 * 1024 * 1024
_SYMBOL = re.compile(r"^Số:? ?[^-/]*[-/]")
"""What stands before the symbol of a paper: `Số: …/`."""
"""The abbreviation of the paper whose number and day stand for the whole set."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the archivist adds of her own: where the input lies, and fields of Annex VI."""

    input: Path | None = None
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Delivery:
    """A whole set: `files` by their path in the payload, `tags` by their path in the bag.

    `described` lacks what only the archive can give: identifier and predecessor. `names` are what its folder is
    called but for the version, now and while it was a draft; `left` are names in the folder that no manifest knows.
    """

    folder: Path
    files: Mapping[str, bytes]
    tags: Mapping[str, bytes]
    described: Description
    names: tuple[str, ...]
    left: tuple[str, ...] = ()


def take_in(folder: Path, wanted: Wanted) -> Delivery | Failure:
    """The folder's papers with what they were made of, or all that is wrong."""
    recorded = _manifest(folder)
    if isinstance(recorded, Failure):
        return recorded
    manifest, record_bytes = recorded
    built, wrong = _built(folder, manifest)
    source = _source(folder, manifest, wanted, built)
    wrong += source.problems if isinstance(source, Failure) else ()
    if wrong or isinstance(source, Failure):
        return Failure(tuple(wrong))
    path, content = source
    given = bind(parse_source(path, content))
    if given.conference is None:
        return Failure.of(Problem("H107", Place(path), {"file": str(path)}))
    materials, wrong = _materials(given, built)
    papers = _papers(folder, built, given, wanted)
    wrong += _misfits(folder, papers)
    if wrong:
        return Failure(tuple(wrong))
    files = {f"{PAPERS}/{name}": piece for name, piece in {**built, MANIFEST: record_bytes}.items()}
    files |= {f"{SOURCE}/{path.name}": content} | {f"{SOURCE}/{name}": piece for name, piece in materials.items()}
    tags = {paper.text: text_of(paper.key, built).encode() for paper in papers}
    described = replace(_described(given, papers), source=f"data/{SOURCE}/{path.name}")
    return Delivery(folder, files, tags, described, _names(given, described), _left(folder, built))


def package_of(delivery: Delivery) -> Package:
    """What its bag is made of: the next version of its report."""
    named = partial(version_of, described=delivery.described, names=delivery.names)
    return Package(delivery.files, delivery.tags, named)


def _manifest(folder: Path) -> tuple[Mapping[str, Any], bytes] | Failure:
    """The manifest's record, its parts of the right kinds, and its bytes."""
    failure = Failure.of(Problem("H101", Place(folder), {"folder": str(folder)}))
    try:
        content = read_file(folder / MANIFEST, MOST_MANIFEST)
        record = json.loads(content)
        outputs = [(entry["file"], entry["sha256"], entry["input_sha256"]) for entry in record["outputs"]]
        named = record["input"]["file"], record["input"]["sha256"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return failure
    good = all(isinstance(part, str) for entry in (*outputs, named) for part in entry) and outputs
    return (record, content) if good and isinstance(record, dict) else failure


def _built(folder: Path, manifest: Mapping[str, Any]) -> tuple[dict[str, bytes], list[Problem]]:
    """The papers' bytes by name, and those that are not as they were built."""
    built: dict[str, bytes] = {}
    wrong: list[Problem] = []
    for entry in manifest["outputs"]:
        name = entry["file"]
        if not PAPER.fullmatch(name) or not portable(name):
            wrong.append(Problem("H104", Place(folder / MANIFEST), {"name": name[:LONGEST_NAME]}))
            continue
        place = Place(folder / name)
        try:
            built[name] = read_file(folder / name, MOST_BYTES)
        except OSError:
            wrong.append(Problem("H103", place, {"file": name}))
            continue
        if sha256(built[name]) != entry["sha256"]:
            wrong.append(Problem("H102", place, {"file": name}))
        elif entry["input_sha256"] != manifest["input"]["sha256"]:
            wrong.append(Problem("H105", place, {"file": name, "input": manifest["input"]["file"]}))
    if not wrong and not any(name.endswith(".pdf") for name in built):
        wrong.append(Problem("H109", Place(folder), {"folder": str(folder)}))
    return built, wrong


def _source(
    folder: Path, manifest: Mapping[str, Any], wanted: Wanted, built: Mapping[str, bytes]
) -> tuple[Path, bytes] | Failure:
    """The input that the manifest names: where it lies, or where it would lie, and its bytes. The digest decides."""
    name, digest = manifest["input"]["file"], manifest["input"]["sha256"]
    if not portable(name):
        return Failure.of(Problem("B905", Place(folder / MANIFEST), {"name": name[:LONGEST_NAME]}))
    beside = [folder, folder.parent, folder.parent.parent, folder.parent.parent / "inputs", Path("inputs"), Path()]
    for file in [wanted.input] if wanted.input else [place / name for place in beside]:
        try:
            content = read_file(file, MOST_MANIFEST)
        except OSError:
            continue
        if sha256(content) == digest:
            return file.parent / name, content
    if not wanted.input:
        for pdf in (content for file, content in built.items() if file.endswith(".pdf")):
            found = attached(pdf, name)
            if found is not None and sha256(found) == digest:
                return folder / name, found
    return Failure.of(Problem("H106", Place(folder), {"file": str(wanted.input or name), "name": name}))


def _materials(given: Input, built: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[Problem]]:
    """The pictures and the unit's own templates that the papers were made with, by their path beside the input."""
    assert given.conference is not None
    folder = given.path.parent
    names = {str(photo.file) for photo in given.conference.press.photos if photo.file}
    found: dict[str, bytes] = {}
    wrong: list[Problem] = []
    for name in sorted(names):
        content = _beside(folder, name)
        if content is None:
            wrong.append(Problem("H108", Place(given.path), {"file": name}))
        else:
            found[posixpath.normpath(name)] = content
    try:
        found |= dict(_own_templates(folder, {name.partition(".")[0] for name in built}))
    except OSError as error:
        wrong.append(Problem("H108", Place(given.path), {"file": str(error.filename)}))
    composed = [nfc(name) for name in found]
    wrong += [Problem("H108", Place(given.path), {"file": name}) for name in found if composed.count(nfc(name)) > 1]
    return found, wrong


def _own_templates(folder: Path, keys: set[str]) -> Iterator[tuple[str, bytes]]:
    """All files of the unit's own templates, where one of the papers was made with them."""
    own = [paper for paper in find_papers(folder)[0].values() if paper.own and paper.key in keys]
    for file in sorted(own[0].folder.parent.glob("*/*")) if own else ():
        plain = portable(file.name) and portable(file.parent.name)
        if file.suffix in TEMPLATE_ENDINGS and plain and not file.is_symlink():
            yield f"templates/{file.parent.name}/{file.name}", read_file(file, MOST_MANIFEST)


def _beside(folder: Path, name: str) -> bytes | None:
    """A picture's bytes as the input names it; None where that leads outside, or to no file."""
    path = posixpath.normpath(name)
    if path.startswith("/") or not all(portable(step) for step in path.split("/")):
        return None
    try:
        target = real_path(folder / path)
        return read_file(target, MOST_BYTES) if target.is_relative_to(real_path(folder)) else None
    except (OSError, RuntimeError, ValueError):
        return None


def _papers(folder: Path, built: Mapping[str, bytes], given: Input, wanted: Wanted) -> tuple[Paper, ...]:
    """The papers by key, each with all its forms."""
    known = find_papers(given.path.parent)[0]
    keys = sorted({name.removesuffix(".pdf") for name in built if name.endswith(".pdf")}, key=len, reverse=True)
    forms: dict[str, list[str]] = {key: [] for key in sorted(keys)}
    for name in sorted(built):
        stem = name.partition(".")[0]
        # A picture beside a page, a form without a PDF: with the paper whose name it begins with, else with the first.
        owner = next((key for key in keys if stem == key or stem.startswith(f"{key}-")), sorted(keys)[0])
        forms[owner].append(name)
    papers = []
    for key, names in forms.items():
        pdf = built[f"{key}.pdf"]
        fields = record_of(pdf)
        name = known[key].name if key in known else key
        paths = tuple(f"data/{PAPERS}/{form}" for form in names)
        papers.append(Paper(key, name, title_of(pdf), paths, f"{TEXTS}/{key}.txt", _completed(fields, given, wanted)))
    return tuple(papers)


def _completed(fields: Mapping[str, str], given: Input, wanted: Wanted) -> dict[str, str]:
    """The fields of an official paper with what the input and the archivist know besides, in the annex's order."""
    if not fields:
        return {}
    assert given.conference is not None
    whole = {"FileCatalog": str(given.conference.year.number), **fields, **wanted.fields}
    return {name: whole[name] for name in FIELDS if whole.get(name)}


def _misfits(folder: Path, papers: tuple[Paper, ...]) -> Iterator[Problem]:
    for paper in papers:
        for wrong in unfit(paper.fields):
            values = {"paper": paper.key, "field": wrong.name, "meaning": FIELDS[wrong.name].meaning}
            values |= {"needed": wrong.needed, "length": str(len(wrong.value)), "value": wrong.value[:60]}
            yield Problem("H110", Place(folder), values)


def _described(given: Input, papers: tuple[Paper, ...]) -> Description:
    """The set as a whole, by its report's number and day; the conference's day where the report has none."""
    conference = given.conference
    assert conference is not None
    head = head_of(conference, REPORT, REPORT_KIND)
    known = record(head, "", "")
    days = conference.event.days
    day = head.signed_on or (days.last if days else None)
    main = next((paper for paper in papers if paper.fields), papers[0])
    return Description(
        identifier="",
        unit=str(conference.unit.name),
        province=str(conference.unit.province or ""),
        year=conference.year.number,
        organ=head.organ_full,
        number=head.number.removeprefix("Số").lstrip(": ") if "CodeNumber" in known else "",
        date=day.isoformat() if day else "",
        title=main.title,
        papers=papers,
    )


def _names(given: Input, described: Description) -> tuple[str, ...]:
    """`215-bc-ubnd-2025-12-19`; `chua-so-bc-ubnd-…` of a report without a number. Behind its own name those that it had
    while it was a draft."""
    assert given.conference is not None
    days = given.conference.event.days
    symbol = _SYMBOL.sub("", head_of(given.conference, REPORT, REPORT_KIND).number)
    dates = [described.date, days.last.isoformat() if days else "", ""]
    drafts = [f"chua-so-{plain_name(symbol, MOST_KEY)}-{date or 'chua-ngay'}" for date in dates]
    own = [f"{plain_name(described.number, MOST_KEY)}-{described.date or 'chua-ngay'}"] if described.number else []
    return tuple(dict.fromkeys([*own, *drafts]))


def _left(folder: Path, built: Mapping[str, bytes]) -> tuple[str, ...]:
    known = {*built, MANIFEST}
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.name not in known))
