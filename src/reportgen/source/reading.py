"""A file, from its bytes to nodes: each stage adds its problems, and the first that cannot go on ends the reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from reportgen.problems import Failure, Problem, in_order
from reportgen.source.comments import cut_by_a_sign
from reportgen.source.events import parse
from reportgen.source.nodes import Mapping, Mended, Source
from reportgen.source.syntax import explain
from reportgen.source.tabs import explain_tabs
from reportgen.source.text import Text, decode, decomposed, read_bytes, unseen_characters, without_unseen
from reportgen.source.tree import build

MOST_MENDED = 12
"""Syntax errors found in one go; each costs another parse."""

FOLLOWING = frozenset({"F106", "F121"})
"""Codes that only repeat what a syntax error already explains."""


def read_source(path: Path) -> Source:
    """Reads a file; a `Source` without root where it is not there or cannot be understood."""
    raw = read_bytes(path)
    return _nothing(path, raw.problems) if isinstance(raw, Failure) else parse_source(path, raw)


def parse_source(path: Path, raw: bytes) -> Source:
    """Reads the bytes of the file `path`, which is only named in places."""
    text = decode(path, raw)
    if isinstance(text, Failure):
        shown = any(problem.code in {"F107", "F111"} for problem in text.problems)
        return _nothing(path, text.problems, raw.decode("utf-8", "replace") if shown else "")
    read = _parse(text)
    cut = cut_by_a_sign(read.root, text.lines) if read.root is not None else ()
    problems = in_order([*unseen_characters(text), *decomposed(text), *read.problems, *cut])
    return Source(path, text.content, text.lines, read.root, problems, raw, read.mended)


class _Read(NamedTuple):
    """The root, or, of a text that needed mending, what its rest says."""

    root: Mapping | None
    problems: tuple[Problem, ...]
    mended: Mended | None = None


def _parse(text: Text) -> _Read:
    """What is wrong with syntax and structure, with what can be read."""
    text = whole = replace(text, content=without_unseen(text.content))
    wrong: list[Problem] = []
    indented: frozenset[int] = frozenset()
    for _ in range(MOST_MENDED):
        parsed = parse(text)
        if parsed.limit:
            return _Read(None, (*wrong, parsed.limit))
        if not parsed.stop:
            root, structure = build(text, parsed.events)
            if not wrong:
                return _Read(root, structure)
            lines = _differing(whole, text)
            told = (one for one in structure if one.code not in FOLLOWING and one.place.line not in indented)
            return _Read(None, (*wrong, *told), Mended(root, lines) if root is not None else None)
        if indented & {text.position(parsed.stop.at)[0], text.position(parsed.stop.since)[0]}:
            break
        tabs = explain_tabs(text, parsed.stop)
        found, mended = tabs or explain(text, parsed.stop, parsed.events)
        wrong.extend(found)
        if mended is None or mended == text.content:
            break
        if tabs:
            indented = _differing(text, replace(text, content=mended))
        text = replace(text, content=mended)
    return _Read(None, tuple(wrong))


def _differing(one: Text, other: Text) -> frozenset[int]:
    """Lines, from 1, that differ; both texts have the same number of them."""
    pairs = zip(one.lines, other.lines, strict=True)
    return frozenset(number for number, (line, mended) in enumerate(pairs, 1) if line != mended)


def _nothing(path: Path, problems: tuple[Problem, ...], content: str = "") -> Source:
    text = Text(path, content.removeprefix("\ufeff"))
    return Source(path, text.content, text.lines, None, problems)
