"""What a bag says of its contents (`mo-ta.json`), for people and for the index: unit, year, papers with their fields.

It is a tag file of the bag, so the ledger fixes it as it fixes the papers. Beside it, `chu/` holds each paper's text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from reportgen.archive.bag import BagError, read_file
from reportgen.archive.place import bag_folder

DESCRIPTION = "mo-ta.json"
FORM = "reportgen-archive-1"
"""The form of this file; a later one gets another name."""
PAPERS, SOURCE, TEXTS = "van-ban", "nguon", "chu"
"""Folders: of the built papers and of their sources, in the payload; of the papers' texts, in the bag."""
MOST_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper. `files` and `text` are paths in the bag; `fields` are those of Annex VI, and empty for what is no
    official paper."""

    key: str
    name: str
    title: str
    files: tuple[str, ...]
    text: str
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def kind(self) -> str:
        """What sort of paper it is."""
        return self.fields.get("TypeName") or self.name


@dataclass(frozen=True, slots=True)
class Description:
    """One addition: the papers of a conference, or one that came back signed.

    `number` is the report's as it is printed (`215/BC-UBND`), `date` its day (ISO), both "" where there is none yet.
    `source` is the input's path in the bag, "" for a signed paper. `replaces` is the identifier of the version before.
    `signed` of a signed paper: the identifier and the key of the paper that it belongs to; `differs` the words of that
    paper which it does not hold, "" where it holds all: what differs is searched for itself.
    """

    identifier: str
    unit: str
    province: str
    year: int
    organ: str
    number: str
    date: str
    title: str
    papers: tuple[Paper, ...]
    source: str = ""
    replaces: str = ""
    signed: tuple[str, str] | None = None
    differs: str = ""

    def as_json(self) -> bytes:
        """The file's bytes."""
        record: dict[str, Any] = {"form": FORM, **_plain(self)}
        if not self.differs:
            del record["differs"]  # as bags are that were made before any differed
        record["papers"] = [{**_plain(paper), "fields": dict(paper.fields)} for paper in self.papers]
        return json.dumps(record, ensure_ascii=False, indent=2).encode() + b"\n"


def _plain(value: Paper | Description) -> dict[str, Any]:
    return {entry.name: getattr(value, entry.name) for entry in fields(value)}


def description_of(root: Path, identifier: str) -> Description:
    """The description of the bag of that identifier; `BagError` if there is none, or it speaks of another bag."""
    found = read_description(bag_folder(root, identifier))
    if found.identifier != identifier:
        raise BagError(DESCRIPTION)
    return found


def read_description(folder: Path) -> Description:
    """A bag's description; `BagError` if there is none of ours."""
    try:
        record = json.loads(read_file(folder / DESCRIPTION, MOST_BYTES))
        return _description(record)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BagError(DESCRIPTION) from error


def _description(record: dict[str, Any]) -> Description:
    if record.pop("form") != FORM:
        raise ValueError(FORM)
    papers = tuple(
        Paper(**{**entry, "files": tuple(entry["files"]), "fields": dict(entry["fields"])})
        for entry in record["papers"]
    )
    signed = record["signed"]
    words = [value for name, value in record.items() if name not in {"year", "papers", "signed"}]
    words += [value for paper in papers for value in (paper.key, paper.name, paper.title, paper.text, *paper.files)]
    words += [value for paper in papers for pair in paper.fields.items() for value in pair]
    paths = [PurePosixPath(path) for paper in papers for path in (paper.text, *paper.files)]
    if any(path.is_absolute() or ".." in path.parts for path in paths):
        raise ValueError(DESCRIPTION)
    if not isinstance(record["year"], int) or not all(isinstance(value, str) for value in (*words, *(signed or ()))):
        raise TypeError(DESCRIPTION)
    return Description(**{**record, "papers": papers, "signed": (signed[0], signed[1]) if signed else None})
