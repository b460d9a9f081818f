"""The archive's certificate: one page, PDF/A, with the hash of the ledger's head, to be signed and kept elsewhere.

It is made like every paper: a template, one tree, the PDF writer and its proofs. The same archive gives the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.archive.bag import BagError, read_info
from reportgen.archive.chain import Link, head_of
from reportgen.archive.place import bag_folder
from reportgen.layout.document import Metadata
from reportgen.papers import sheet
from reportgen.problems import Failure, Place, Problem
from reportgen.verify.proofs import prove_pdf
from reportgen.writers.engines import laying_out

TEMPLATE = "chung/chung-nhan-kho.xml.j2"
MOST_YEARS = 12
"""Rows of years on one page; what is older is one row together."""
GROUP = 8
"""Letters of a hash that stand together, so that people can compare them."""
SHOWN = 16


@dataclass(frozen=True, slots=True)
class Year:
    """A row of the certificate: counts as they are printed, and the beginning of the last addition's hash."""

    name: str
    additions: str
    files: str
    bytes: str
    head: str


@dataclass(frozen=True, slots=True)
class State:
    """What the certificate says."""

    additions: str
    files: str
    bytes: str
    last: str
    day: str
    head: str
    ledger: str
    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True)
class _Counted:
    """An addition with the files and bytes of its payload, and its day."""

    link: Link
    files: int
    size: int
    day: str


def certificate(root: Path, links: Sequence[Link], file: Path) -> bytes | Failure:
    """The PDF's bytes for these additions, proved; problems where a bag cannot be read or a proof fails."""
    try:
        counted = [_counted(root, link) for link in links]
    except BagError as error:
        return Failure.of(Problem("H133", Place(root), {"reason": str(error)}))
    if not counted:
        return Failure.of(Problem("H146", Place(root), {"folder": str(root)}))
    state = _state(counted)
    facts = Metadata(
        title=f"Chứng nhận kho lưu trữ điện tử sau {state.additions} lần thêm",
        kind="Chứng nhận",
        identifier=links[-1].digest,
        issued=date.fromisoformat(counted[-1].day),
    )
    document = sheet(TEMPLATE, {"state": state}, facts)
    made = laying_out("", document.standard, file, lambda engine: engine.write_pdf(document, None).content)
    if isinstance(made, Failure):
        return made
    content, _ = made
    wrong = prove_pdf(content, document.tree, document.standard, file)
    return Failure(wrong) if wrong else content


def _counted(root: Path, link: Link) -> _Counted:
    info = dict(read_info(bag_folder(root, link.identifier)))
    try:
        size, _, files = info["Payload-Oxum"].partition(".")
        return _Counted(link, int(files), int(size), date.fromisoformat(info["Bagging-Date"]).isoformat())
    except (KeyError, ValueError) as error:
        raise BagError(link.identifier) from error


def _state(counted: Sequence[_Counted]) -> State:
    links = [one.link for one in counted]
    content = b"".join(link.line for link in links)
    by_year: dict[str, list[_Counted]] = {}
    for one in counted:
        by_year.setdefault(one.link.identifier.partition("/")[0], []).append(one)
    names = sorted(by_year, reverse=True)
    recent, older = names[:MOST_YEARS], names[MOST_YEARS:]
    years = [_year(name, by_year[name]) for name in recent]
    if older:
        rest = sorted((one for name in older for one in by_year[name]), key=lambda one: one.link.number)
        years.append(_year(f"≤ {older[0]}", rest))
    return State(
        additions=_number(len(counted)),
        files=_number(sum(one.files for one in counted)),
        bytes=_number(sum(one.size for one in counted)),
        last=links[-1].identifier,
        day="{2}/{1}/{0}".format(*counted[-1].day.split("-")),
        head=_grouped(head_of(links)),
        ledger=_grouped(hashlib.sha512(content).hexdigest()),
        years=tuple(years),
    )


def _year(name: str, counted: Sequence[_Counted]) -> Year:
    return Year(
        name=name,
        additions=_number(len(counted)),
        files=_number(sum(one.files for one in counted)),
        bytes=_number(sum(one.size for one in counted)),
        head=_grouped(counted[-1].link.digest[:SHOWN]),
    )


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _grouped(digest: str) -> str:
    return " ".join(_pieces(digest))


def _pieces(digest: str) -> Iterable[str]:
    return (digest[at : at + GROUP] for at in range(0, len(digest), GROUP))
