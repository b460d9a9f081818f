"""A file, from its bytes to nodes: each stage adds its problems, and the first that cannot go on ends the reading."""

from __future__ import annotations

from pathlib import Path

from reportgen.problems import Problem, in_order
from reportgen.source.nodes import Source
from reportgen.source.text import Text, decode, decomposed, read_bytes, unseen_characters, without_unseen
from reportgen.source.tree import build, events_of


def read_source(path: Path) -> Source:
    """Reads a file; a `Source` without root where it is not there or cannot be understood."""
    raw = read_bytes(path)
    return _nothing(path, raw) if isinstance(raw, Problem) else parse_source(path, raw)


def parse_source(path: Path, raw: bytes) -> Source:
    """Reads the bytes of the file `path`, which is only named in places."""
    text = decode(path, raw)
    if isinstance(text, Problem):
        return _nothing(path, text, raw.decode("utf-8", "replace") if text.code == "F107" else "")
    problems = [*unseen_characters(text), *decomposed(text)]
    content = without_unseen(text.content)
    parsed = events_of(text, content)
    root = None
    if parsed.limit:
        problems.append(parsed.limit)
    elif parsed.error:
        problems.append(Problem("F160", text.place(0)))
    else:
        root, wrong = build(text, content, parsed.events)
        problems.extend(wrong)
    return Source(path, text.content, text.lines, root, in_order(problems))


def _nothing(path: Path, problem: Problem, content: str = "") -> Source:
    text = Text(path, content.removeprefix("\ufeff"))
    return Source(path, text.content, text.lines, None, (problem,))
