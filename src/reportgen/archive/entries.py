"""The rows of an addition, made from its line in the ledger and its bag."""

from __future__ import annotations

from pathlib import Path

from reportgen.archive.bag import read_file
from reportgen.archive.chain import Link
from reportgen.archive.contents import contents_of
from reportgen.archive.description import Description, Paper, read_description
from reportgen.archive.index import MOST_PAPERS, TABLES, Entry, Row
from reportgen.archive.place import bag_folder
from reportgen.vietnamese.letters import fold

MOST_TEXT = 64 * 1024 * 1024


def entry_of(root: Path, link: Link) -> Entry:
    """The rows of an addition, from its bag; `BagError` if that cannot be read."""
    folder = bag_folder(root, link.identifier)
    described = read_description(folder)
    contents = contents_of(folder, described)
    papers = () if described.signed and not described.differs else described.papers
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    for place, paper in enumerate(papers):
        number = link.number * MOST_PAPERS + place
        text = kept_text(folder, paper)
        rows["papers"].append(
            (number, link.number, paper.key, paper.kind, fold(f"{paper.kind} {paper.name} {paper.key}"), paper.title,
             _file(paper), text)
        )  # fmt: skip
        rows["fields"] += [(number, name, value) for name, value in paper.fields.items()]
        folded = fold(text)
        rows["people"] += [(number, name, fold(name)) for name in contents.people if fold(name) in folded]
        rows["topics"] += [(number, title, fold(title)) for title in contents.topics]
    rows["figures"] = [
        (link.number, figure.key, figure.name, fold(figure.name), figure.year, figure.part, figure.written)
        for figure in contents.figures
    ]
    return Entry(
        link.number, {**{table: tuple(found) for table, found in rows.items()}, "addition": _head(link, described)}
    )


def _head(link: Link, described: Description) -> tuple[Row, ...]:
    signed = described.signed or ("", "")
    return (
        (link.number, link.identifier, link.digest, described.year, described.unit, fold(described.unit),
         described.organ, described.number, described.date, described.title, described.replaces, *signed),
    )  # fmt: skip


def kept_text(folder: Path, paper: Paper) -> str:
    """A paper's words as the bag keeps them, "" where they are not there."""
    try:
        return read_file(folder / paper.text, MOST_TEXT).decode("utf-8", "replace")
    except OSError:
        return ""


def _file(paper: Paper) -> str:
    return next((file for file in paper.files if file.endswith(".pdf")), paper.files[0] if paper.files else "")
