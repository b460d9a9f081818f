"""Which units are to send: a list of names in a YAML file, or the first column of a table, one unit a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from reportgen.files.bounded import read_bounded
from reportgen.names.units import read_unit
from reportgen.problems import Failure, Place, Problem
from reportgen.source import Mapping, Node, Scalar, Sequence, read_source
from reportgen.vietnamese.letters import fold, nfc

MOST_BYTES = 4 * 1024 * 1024
MOST_UNITS = 20_000
HEADS = frozenset({"don vi", "ten don vi", "ten", "xa, phuong", "unit", "stt"})
"""What the head of the column may say, folded."""


def expected_units(file: Path | None) -> tuple[str, ...] | Failure:
    """The names, in order and each once; none without a file."""
    if file is None:
        return ()
    if file.suffix.lower() in {".yaml", ".yml"}:
        names = _of_yaml(file)
        if isinstance(names, Failure):
            return names
    else:
        try:
            text = nfc(read_bounded(file, MOST_BYTES).decode("utf-8-sig"))
            names = list(_of_table(text))
        except (OSError, UnicodeDecodeError, csv.Error):
            return _unreadable(file)
    whole = tuple(dict.fromkeys(read_unit(name).name.text for name in names if name.strip()))[:MOST_UNITS]
    return whole or _unreadable(file)


def _unreadable(file: Path) -> Failure:
    return Failure.of(Problem("G154", Place(file), {"file": file.name}))


def _of_yaml(file: Path) -> list[str] | Failure:
    """Every text of the file's lists; behind keys, whatever they are called."""
    source = read_source(file)
    if source.root is None:
        return Failure(source.problems)
    return list(_texts(source.root))


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
    elif isinstance(node, Mapping):
        for _, value in node:
            yield from _texts(value)


def _of_table(text: str) -> Iterator[str]:
    sign = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    for row in csv.reader(io.StringIO(text), delimiter=sign):
        cell = next((cell.strip() for cell in row if cell.strip() and not cell.strip().isdigit()), "")
        if cell and fold(cell) not in HEADS and not cell.startswith("#"):
            yield cell
