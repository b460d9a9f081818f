"""A file, from its bytes to nodes: each stage adds its problems, and the first that cannot go on ends the reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportgen.problems import Problem, in_order
from reportgen.source.events import parse
from reportgen.source.nodes import Mapping, Source
from reportgen.source.syntax import explain
from reportgen.source.text import Text, decode, decomposed, read_bytes, unseen_characters, without_unseen
from reportgen.source.tree import build

MOST_MENDED = 12
"""Syntax errors found in one go; each costs another parse."""

FOLLOWING = frozenset({"F106", "F121"})
"""Codes that only repeat what a syntax error already explains."""


def read_source(path: Path) -> Source:
    """Reads a file; a `Source` without root where it is not there or cannot be understood."""
    raw = read_bytes(path)
    return _nothing(path, raw) if isinstance(raw, Problem) else parse_source(path, raw)


def parse_source(path: Path, raw: bytes) -> Source:
    """Reads the bytes of the file `path`, which is only named in places."""
    text = decode(path, raw)
    if isinstance(text, Problem):
        return _nothing(path, text, raw.decode("utf-8", "replace") if text.code == "F107" else "")
    root, wrong = _parse(text)
    problems = in_order([*unseen_characters(text), *decomposed(text), *wrong])
    return Source(path, text.content, text.lines, root, problems, raw)


def _parse(text: Text) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The root, and what is wrong with syntax and structure. Only a text that needed no mending has a root."""
    text = replace(text, content=without_unseen(text.content))
    wrong: list[Problem] = []
    for _ in range(MOST_MENDED):
        parsed = parse(text)
        if parsed.limit:
            return None, (*wrong, parsed.limit)
        if not parsed.stop:
            root, structure = build(text, parsed.events)
            if not wrong:
                return root, structure
            return None, (*wrong, *(problem for problem in structure if problem.code not in FOLLOWING))
        found, mended = explain(text, parsed.stop, parsed.events)
        wrong.extend(found)
        if mended is None or mended == text.content:
            break
        text = replace(text, content=mended)
    return None, tuple(wrong)


def _nothing(path: Path, problem: Problem, content: str = "") -> Source:
    text = Text(path, content.removeprefix("\ufeff"))
    return Source(path, text.content, text.lines, None, (problem,))
