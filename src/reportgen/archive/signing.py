"""A PDF that came back signed or sealed, tied to the paper that it belongs to by its text, and kept byte for byte.

In: a PDF that anybody may have made. The index gives the papers that share phrases with it; of those the one is taken
whose letters it holds nearly all. What a signature adds does not count against it.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from reportgen.archive.adding import Package, rendition_of
from reportgen.archive.bag import MOST_BYTES, BagError, read_file
from reportgen.archive.description import PAPERS, TEXTS, Description, Paper, read_description
from reportgen.archive.entries import kept_text
from reportgen.archive.index import MOST_PAPERS, opened
from reportgen.archive.place import bag_folder
from reportgen.archive.renditions import pdf_text
from reportgen.archive.searching import damaged
from reportgen.files.names import real_path
from reportgen.problems import Failure, Place, Problem
from reportgen.vietnamese.letters import fold

PHRASES, PHRASE = 16, 6
"""So many phrases of so many words lead to the papers that are looked at."""
CANDIDATES = 20
LETTERS = 12
"""Texts are compared by all their runs of so many letters."""
LIKELY, MEASURED = 0.5, 6
"""The share of a paper's kept words that make it likely, and how many likely ones are read anew from their PDFs: the
order of words in tables depends on the reader."""
ENOUGH = 0.95
"""The share of a paper's PDF that a signed copy of it holds at least."""
_MARK = b"%PDF-"
_WORD = re.compile(r"[^\W_]+")


_SAID = re.compile(r"\d[\d.,/]*\d|\w+")
"""A number with its signs, or a word."""
MOST_NAMED = 12
"""Differing words that a message names."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paper that may be the one, the share of it that the signed PDF holds, and the paper's own words."""

    share: float
    number: int
    described: Description
    paper: Paper
    text: str = ""


def take_signed(root: Path, file: Path, *, differing: bool = False) -> Package | Failure:
    """What to archive of a signed PDF, or why nobody can tell what it is. One that lacks words of its paper is another
    text, and taken only where it is known to be `differing`."""
    read = _read(file)
    if isinstance(read, Failure):
        return read
    content, text = read
    try:
        candidates = _candidates(root, text)
    except sqlite3.Error as error:
        return damaged(root, error)
    best = _best(root, candidates, text)
    if best is None or best.share < ENOUGH:
        near = f"{best.described.identifier} ({best.paper.key})" if best else "…"
        values = {"near": near, "percent": str(round(100 * best.share) if best else 0)}
        return _failure("H116", file, **values)
    differs = _missing(best.text, text)
    if differs and not differing:
        paper = f"{best.described.identifier} ({best.paper.key})"
        return _failure("H117", file, paper=paper, missing=differs, instead=_missing(text, best.text) or "…")
    return _package(best, content, text, differs)


def _read(file: Path) -> tuple[bytes, str] | Failure:
    """The PDF's bytes and its words."""
    try:
        content = read_file(real_path(file), MOST_BYTES)
    except (OSError, RuntimeError):
        return _failure("H114", file)
    text = pdf_text(content) if _MARK in content[:1024] else None
    if text is None:
        return _failure("H114", file)
    return (content, text) if _WORD.search(text) else _failure("H115", file)


def _failure(code: str, file: Path, **values: str) -> Failure:
    return Failure.of(Problem(code, Place(file), {"file": str(file), **values}))


def _missing(text: str, other: str) -> str:
    """The words and numbers of a text that another has not, or not so often, as a message names them."""
    had = Counter(_SAID.findall(other))
    missing = []
    for word in _SAID.findall(text):
        had[word] -= 1
        if had[word] < 0:
            missing.append(f"“{word}”")
    return ", ".join([*missing[:MOST_NAMED], *(["…"] if len(missing) > MOST_NAMED else [])])


def _package(best: Candidate, content: bytes, text: str, differs: str) -> Package:
    name = f"{best.paper.key}-da-ky.pdf"
    base = best.described
    paper = Paper(
        key=best.paper.key,
        name=best.paper.name,
        title=best.paper.title,
        files=(f"data/{PAPERS}/{name}",),
        text=f"{TEXTS}/{best.paper.key}.txt",
        fields=best.paper.fields,
    )
    described = Description(
        identifier="",
        unit=base.unit,
        province=base.province,
        year=base.year,
        organ=base.organ,
        number=base.number,
        date=base.date,
        title=paper.title,
        papers=(paper,),
        signed=(base.identifier, paper.key),
        differs=differs,
    )
    named = partial(rendition_of, described=described, base=base.identifier)
    return Package({f"{PAPERS}/{name}": content}, {paper.text: text.encode()}, named)


def _candidates(root: Path, text: str) -> list[Candidate]:
    """The papers that share phrases with the text, the one that it holds most of first."""
    with opened(root) as connection:
        rows = connection.execute(
            "SELECT p.addition, a.identifier, p.key FROM words JOIN papers p ON p.id = words.rowid"
            " JOIN additions a ON a.number = p.addition WHERE words MATCH ? ORDER BY words.rank LIMIT ?",
            (_phrases(text), CANDIDATES),
        ).fetchall()
    runs = _runs(text)
    found = []
    for number, identifier, key in rows:
        folder = bag_folder(root, identifier)
        try:
            described = read_description(folder)
        except BagError:
            continue
        paper = next((paper for paper in described.papers if paper.key == key), None)
        if paper is None:
            continue
        mine = _runs(kept_text(folder, paper))
        found.append(Candidate(len(mine & runs) / max(1, len(mine)), number * MOST_PAPERS, described, paper))
    return sorted(found, key=lambda candidate: (candidate.share, candidate.number), reverse=True)


def _phrases(text: str) -> str:
    """An FTS5 expression: any of some phrases, spread over the text."""
    words = _WORD.findall(fold(text))
    step = max(1, (len(words) - PHRASE) // PHRASES)
    starts = range(0, max(1, len(words) - PHRASE), step)
    phrases = (f'"{" ".join(words[start : start + PHRASE])}"' for start in starts)
    return f"folded : ({' OR '.join(phrases)})"


def _runs(text: str) -> frozenset[str]:
    letters = "".join(_WORD.findall(text.casefold()))
    return frozenset(letters[at : at + LETTERS] for at in range(max(1, len(letters) - LETTERS + 1)))


def _best(root: Path, candidates: Sequence[Candidate], text: str) -> Candidate | None:
    """The paper whose own PDF, read like the signed one, has most in common with it; of equal ones the last version.
    Where none is likely, the nearest."""
    runs = _runs(text)
    likely = [candidate for candidate in candidates[:MEASURED] if candidate.share >= LIKELY]
    measured = []
    for candidate in likely:
        pdf = next((file for file in candidate.paper.files if file.endswith(".pdf")), "")
        own = pdf_text(read_file(bag_folder(root, candidate.described.identifier) / pdf, MOST_BYTES)) or ""
        mine = _runs(own)
        measured.append(replace(candidate, share=len(mine & runs) / max(1, len(mine)), text=own))
    return max(measured, key=lambda one: (one.share, one.number), default=next(iter(candidates), None))
