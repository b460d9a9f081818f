"""Archives of any size, made quickly: an index of synthetic papers, and bags like those of a ward with photographs."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

from reportgen.archive.adding import Added, Package, add, version_of
from reportgen.archive.chain import BEGINNING, Link
from reportgen.archive.index import FORM, MOST_PAPERS, SCHEMA, TABLES, WORDS, Entry, Row, connect, insert
from reportgen.archive.intake import Delivery, Wanted, take_in
from reportgen.archive.place import INDEX, LEDGER
from reportgen.archive.upkeep import index_followed
from reportgen.vietnamese.letters import fold

DAY = date(2026, 1, 5)
FIRST_YEAR, YEARS, UNITS = 2000, 26, 50
FEWEST, MOST = 40, 160
"""Sentences of a synthetic paper: 5 to 20 kB."""


def sentences(texts: Sequence[str]) -> list[str]:
    """The sentences of real papers, which the synthetic ones are put together from."""
    return [piece.strip() for text in texts for piece in re.split(r"(?<=[.;])\s+|\n", text) if len(piece.strip()) > 30]


def large_index(root: Path, papers: int, known: Sequence[str]) -> None:
    """An archive's ledger and index of so many papers, two an addition, without its bags."""
    root.mkdir()
    links: list[Link] = []
    with closing(connect(root / INDEX, "rwc")) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for statement in (*filter(str.strip, SCHEMA.split(";\n")), WORDS):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {FORM}")
        for number, text in enumerate(_texts(papers, known)):
            if number % 2 == 0:
                links.append(_link(links))
                rows: list[Row] = []
            rows.append(_paper(links[-1].number, number % 2, text))
            if number % 2 or number == papers - 1:
                insert(connection, _entry(links[-1], rows))
        connection.execute("COMMIT")
    (root / LEDGER).write_bytes(b"".join(link.line for link in links))


def _texts(papers: int, known: Sequence[str]) -> Iterator[str]:
    """Texts of sentences in any order, some words of each exchanged, so that no two papers are alike."""
    chance = random.Random(1)
    words = sorted({word for sentence in known for word in sentence.split()})
    for _ in range(papers):
        chosen = [chance.choice(known).split() for _ in range(chance.randint(FEWEST, MOST))]
        for sentence in chosen:
            sentence[chance.randrange(len(sentence))] = f"{chance.choice(words)} {chance.randint(1, 9999)}"
        yield "\n".join(" ".join(sentence) for sentence in chosen) + "\n"


def _link(links: Sequence[Link]) -> Link:
    number = len(links) + 1
    year, unit = FIRST_YEAR + number % YEARS, number % UNITS
    name = f"{year}/xa-thu-{unit}/{number}-bc-ubnd-{year}-12-20-v1"
    digest = hashlib.sha512(name.encode()).hexdigest()
    return Link(number, name, digest[:64], digest, links[-1].digest if links else BEGINNING)


def _paper(number: int, place: int, text: str) -> Row:
    kind = ("Báo cáo", "Tin bài")[place]
    key = ("bao-cao", "tin-bai")[place]
    return (number * MOST_PAPERS + place, number, key, kind, fold(kind), text[:80], f"data/van-ban/{key}.pdf", text)


def _entry(link: Link, papers: Sequence[Row]) -> Entry:
    year, unit = int(link.identifier[:4]), f"xã thứ {link.number % UNITS}"
    head = (link.number, link.identifier, link.digest, year, unit, fold(unit), f"Ủy ban nhân dân {unit}",
            f"{link.number}/BC-UBND", f"{year}-12-20", "Báo cáo", "", "", "")  # fmt: skip
    rows: dict[str, tuple[Row, ...]] = dict.fromkeys(TABLES, ())
    return Entry(link.number, {**rows, "papers": tuple(papers), "addition": (head,)})


def bags(root: Path, built: Path, numbers: Iterable[int], photograph: int) -> None:
    """Add sets like the built one under these numbers, each with a picture of so many random bytes, index and all."""
    for number in numbers:
        delivery = take_in(built, Wanted())
        assert isinstance(delivery, Delivery), delivery
        files = {**delivery.files, "nguon/anh/quang-canh.jpg": random.Random(number).randbytes(photograph)}
        named = partial(version_of, described=delivery.described, names=[f"{number}-bc-ubnd-2025-12-20"])
        added = add(root, Package(files, delivery.tags, named), DAY)
        assert isinstance(added, Added), added
        assert index_followed(root) == ()
