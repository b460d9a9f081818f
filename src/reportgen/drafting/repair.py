"""An input mended where that is safe: letters composed, needless blanks, `14/12` without its year, `tỉ` in figures.

In: a file's bytes. Out: the bytes mended, with every change; or problems, where the file cannot be read. Comments,
keys, references, names of files and of indicators stay as they are (but that all letters are composed). What is mended
is read again and must say what it said before; otherwise the file is left alone.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from reportgen.drafting.canonical import canonical_changes
from reportgen.drafting.change import Change
from reportgen.model import Conference
from reportgen.model.content import Topic
from reportgen.model.indicators import Indicator
from reportgen.model.keys import Shape, keys_of
from reportgen.model.leaves import Days, Figure, Flag, Leaf, Prose, Words, Year
from reportgen.model.press import Photo, Press
from reportgen.model.reading import bind
from reportgen.model.section import Section
from reportgen.problems import Failure, Flaw, Place, Problem, in_order
from reportgen.problems.catalog import has_errors
from reportgen.quantity import Quantity, find_quantities, read_quantity
from reportgen.source import Mapping, Node, Scalar, Sequence, Source, parse_source, scalars
from reportgen.vietnamese.letters import nfc

NAMES = frozenset(
    {
        (Photo, "tệp"),
        (Indicator, "gồm"),
        (Indicator, "tích của"),
        (Topic, "bảng chỉ tiêu"),
        (Press, "điểm nhấn"),
    }
)
"""Keys whose texts name something elsewhere, letter for letter."""

LAST_EARLY_MONTH = 3
"""A day without a year up to the end of this month lies in the year after the one under review: what closes a year
comes after it."""

_LINE = re.compile(r"(\r\n|[\r\n])")
_LEAD = re.compile(r"\s*(?:(?:[-+*]|\d{1,3}[.)]|#{1,6})\s+)*")
_MENDS = re.compile(
    r"(?P<kept>\{\{[^{}\n]*\}\})"
    r"|(?P<slash>(?<=\d)(?: +/ *| */ +)(?=\d))"
    r"|(?P<before>(?<=\d) +(?=%(?!\w))|(?<=[\w)\]}”\"'%]) +(?=[,.;:](?:\s+(?![\d\s])|[”\")\]]|$))"
    r"|(?<=[^\W\d]) +(?=[,.;:]\s))"
    r"|(?P<blanks>(?<=\S) {2,}(?=\S))"
    r"|(?P<spelling>\btỉ\b)"
)
_MENDED = {"slash": "/", "before": "", "blanks": " ", "spelling": "tỷ"}
_DAY = re.compile(r"(?:ngày\s+)?\d{1,2}(?P<sign>[/.])(?P<month>\d{1,2})")
_TWO_DAYS = re.compile(r"(?:ngày\s+)?\d{1,2}(?:/\d{1,2})?\s*(?:-|–|và|đến)\s*\d{1,2}(?P<sign>/)(?P<month>\d{1,2})")
_BLANKS = " \t"
_YEAR = re.compile(r"[/.]\d{4}")


@dataclass(frozen=True, slots=True)
class Repaired:
    """The file's bytes as they should be, and what was changed for that."""

    content: bytes
    changes: tuple[Change, ...] = ()


class _Typed(NamedTuple):
    """A scalar with the kind of leaf that the model reads from it."""

    scalar: Scalar
    leaf: type[Leaf]


def repair(path: Path, raw: bytes) -> Repaired | Failure:
    """The file mended; problems where it has errors of text or syntax, or where mending would change its meaning."""
    source = parse_source(path, raw)
    if source.root is None or has_errors(source.problems):
        return Failure(source.problems)
    composed, changes = _composed(source.text)
    if changes:
        source = parse_source(path, composed.encode())
    if source.root is None:
        return Failure.of(Problem("B923", Place(path, changes[0].line, changes[0].column)))
    edits = sorted({*_in_texts(source), *_trailing(source)}, key=lambda edit: (edit.line, edit.column))
    content = _applied(source.text, edits)
    spoilt = _spoilt(source, parse_source(path, content.encode()))
    if spoilt is not None:
        return Failure.of(Problem("B923", spoilt))
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    content, understood = _understood(path, content)
    everything = sorted([*changes, *edits, *understood], key=lambda change: (change.line, change.column))
    return Repaired(mark + content.encode(), tuple(everything))


def _understood(path: Path, content: str) -> tuple[str, list[Change]]:
    """The text with what was understood in its place; as it is where the model would then read anything else."""
    source = parse_source(path, content.encode())
    edits = sorted({*canonical_changes(source)}, key=lambda change: (change.line, change.column))
    if not edits:
        return content, []
    written = _applied(source.text, edits)
    before, after = bind(source), bind(parse_source(path, written.encode()))
    same = before.conference is not None and before.conference == after.conference
    return (written, edits) if same and len(after.problems) <= len(before.problems) else (content, [])


def _composed(text: str) -> tuple[str, list[Change]]:
    """The text in NFC, and the first changed place of each line."""
    pieces = _LINE.split(text)
    changes = []
    for number, line in enumerate(pieces[::2], 1):
        whole = nfc(line)
        if whole != line:
            at = next(place for place, pair in enumerate(zip_longest(line, whole)) if pair[0] != pair[1])
            changes.append(Change(number, at + 1, "composed", "", ""))
            pieces[2 * number - 2] = whole
    return "".join(pieces), changes


def _applied(text: str, edits: list[Change]) -> str:
    pieces = _LINE.split(text)
    for edit in reversed(edits):
        line = pieces[2 * edit.line - 2]
        start = edit.column - 1
        pieces[2 * edit.line - 2] = line[:start] + edit.after + line[start + len(edit.before) :]
    return "".join(pieces)


# Texts


def _in_texts(source: Source) -> Iterator[Change]:
    """What is to be mended inside the texts that the model knows."""
    assert source.root is not None
    typed = tuple(_typed(source.root, Conference))
    year = next((read.number for each in typed if isinstance(read := _year(each), Year)), None)
    for scalar, leaf in typed:
        if leaf is Days:
            yield from _dated(scalar, year) if year is not None else ()
        elif leaf not in {Year, Flag}:
            for line, start, end in _stretches(scalar):
                yield from _in_stretch(source.lines[line - 1], (line, start, end), leaf)


def _year(each: _Typed) -> Year | Flaw | None:
    return Year.read(Words(each.scalar.text)) if each.leaf is Year else None


def _stretches(scalar: Scalar) -> Iterator[tuple[int, int, int]]:
    """Each line of a text: its number, and the offsets in the line between which the text stands."""
    lines: dict[int, tuple[int, int]] = {}
    for span in scalar.spans:
        start, end = lines.get(span.line, (span.column - 1, 0))
        lines[span.line] = (start, max(end, span.column - 1 + span.width))
    yield from ((line, start, end) for line, (start, end) in lines.items())


def _in_stretch(line: str, stretch: tuple[int, int, int], leaf: type[Leaf]) -> Iterator[Change]:
    number, start, end = stretch
    written = line[start:end]
    if leaf is Prose and written.startswith("|"):  # a table: its blanks align the columns
        return
    lead = _LEAD.match(written)
    edits = [
        Change(number, start + found.start() + 1, found.lastgroup, found.group(), _MENDED[found.lastgroup])
        for found in _MENDS.finditer(written, lead.end() if lead else 0)
        if found.lastgroup is not None and found.lastgroup in _wanted(leaf)
    ]
    mended = _applied(line[:end], [replace(edit, line=1) for edit in edits])[start:]
    if edits and _figures(written, leaf) in {None, _figures(mended, leaf)}:
        yield from edits


def _wanted(leaf: type[Leaf]) -> frozenset[str]:
    """The kinds of mends that a leaf's text may get."""
    kinds = {"blanks", "before"}
    if leaf in {Figure, Prose}:
        kinds.add("slash")
    if leaf is Figure:
        kinds.add("spelling")
    return frozenset(kinds)


def _figures(text: str, leaf: type[Leaf]) -> tuple[Quantity, ...] | None:
    """What a text says in figures; None for a figure that cannot be read."""
    if leaf is Figure:
        quantity = read_quantity(text).quantity
        return None if quantity is None else (_bare(quantity),)
    return tuple(map(_bare, find_quantities(text).quantities))


def _bare(quantity: Quantity) -> Quantity:
    """The quantity, the blanks in its words aside."""
    as_of, against = (" ".join(words.split()) for words in (quantity.as_of, quantity.against))
    return replace(quantity, as_of=as_of, against=against)


def _dated(scalar: Scalar, year: int) -> Iterator[Change]:
    """The year behind a day that lacks it."""
    text = scalar.text.strip()
    found = _DAY.fullmatch(text) or _TWO_DAYS.fullmatch(text)
    stretches = tuple(_stretches(scalar))
    if found is None or len(stretches) != 1:
        return
    ((line, _, end),) = stretches
    added = f"{found['sign']}{year + 1 if int(found['month']) <= LAST_EARLY_MONTH else year}"
    if not isinstance(Days.read(Words(text + added)), Flaw):
        yield Change(line, end + 1, "year", "", added)


def _trailing(source: Source) -> Iterator[Change]:
    """Blanks at the end of a line. Those of a comment stay, and two behind a line of a text of several lines: there
    they are Markdown's line break."""
    assert source.root is not None
    covered: dict[int, list[tuple[int, int, bool]]] = {}
    for scalar in scalars(source.root):
        for place, start, end in _stretches(scalar):
            covered.setdefault(place, []).append((start, end, not scalar.quoted))
    for number, line in enumerate(source.lines, 1):
        kept = _without_trailing(line)
        texts = covered.get(number, [])
        if kept == line or _has_comment(kept, texts):
            continue
        in_text = any(several and end >= len(kept) and start == _indent(line) for start, end, several in texts)
        if not in_text or len(line) - len(kept) == 1:
            yield Change(number, len(kept) + 1, "trailing", line[len(kept) :], "")


def _without_trailing(line: str) -> str:
    """The line without the blanks at its end; one that a backslash escapes stays."""
    kept = line.rstrip(_BLANKS)
    return line[: len(kept) + 1] if kept.endswith("\\") else kept


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _has_comment(line: str, texts: list[tuple[int, int, bool]]) -> bool:
    signs = (place for place, letter in enumerate(line) if letter == "#")
    return any(not any(start <= place < end for start, end, _ in texts) for place in signs)


# The model's leaves among the nodes


def _typed(node: Node, kind: type[Section] | type[Leaf], *, keyed: bool = False) -> Iterator[_Typed]:
    """The scalars below a node that the model reads, with the leaf that it reads from each. `keyed`: the node's own
    keys are the secretary's."""
    if keyed:
        for _, value in node if isinstance(node, Mapping) else ():
            yield from _typed(value, kind)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _typed(item, kind)
    elif issubclass(kind, Leaf):
        if isinstance(node, Scalar):
            yield _Typed(node, kind)
    elif isinstance(node, Scalar):
        if kind.shorthand:
            yield from _typed(node, _shapes(kind)[kind.shorthand][0])
    else:
        yield from _in_section(node, kind)


def _in_section(node: Mapping, section: type[Section]) -> Iterator[_Typed]:
    for key, value in node:
        name = section.canonical(key.text.strip())
        if name is not None and (section, name) not in NAMES:
            kind, keyed = _shapes(section)[name]
            yield from _typed(value, kind, keyed=keyed)


@cache
def _shapes(section: type[Section]) -> dict[str, tuple[type[Any], bool]]:
    """Key → the leaf or section behind it, and whether that stands behind keys of the secretary's."""
    return {field.key: (field.kind, field.shape is Shape.KEYED) for field in keys_of(section)}


# The proof


def _spoilt(before: Source, after: Source) -> Place | None:
    """Where the mended file no longer says what it said; None if it does."""
    assert before.root is not None
    if after.root is None:
        found = in_order(after.problems)
        return found[0].place if found else Place(before.path)
    return _differs(before.root, after.root)


def _differs(one: Node, other: Node) -> Place | None:
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        said, says = _sense(one.text), _sense(other.text)
        year = says.removeprefix(said)
        same = said == says or (says.startswith(said) and _YEAR.fullmatch(year))
        return None if same else one.place
    if isinstance(one, Sequence) and isinstance(other, Sequence) and len(one.items) == len(other.items):
        pairs = zip(one.items, other.items, strict=True)
        return next((place for place in (_differs(*pair) for pair in pairs) if place), None)
    if isinstance(one, Mapping) and isinstance(other, Mapping) and len(one.entries) == len(other.entries):
        for (key, value), (same_key, other_value) in zip(one, other, strict=True):
            place = key.place if key.text != same_key.text else _differs(value, other_value)
            if place is not None:
                return place
        return None
    return one.place


def _sense(text: str) -> str:
    """The text without what mending may change."""
    single = " ".join(text.split())
    tight = re.sub(r" (?=[,.;:%])", "", re.sub(r"(?<=\d) ?/ ?(?=\d)", "/", single))
    return re.sub(r"\btỉ\b", "tỷ", tight)
