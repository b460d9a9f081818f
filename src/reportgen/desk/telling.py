"""Problems as the page shows them: each with the way to its field, and a mend where the program knows one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from reportgen.desk.form import canonical
from reportgen.drafting.repair import Repaired, repair
from reportgen.editing import Way
from reportgen.editing.content import content_of
from reportgen.editing.ways import spelt
from reportgen.problems import Place, Problem
from reportgen.problems.catalog import hint, message, severity
from reportgen.source import Mapping, Node, Scalar, Source

RATIO = "tỷ lệ"
SHARED = frozenset({"R201", "R202", "R203", "R204"})


class Ways:
    """The way to each place of a file."""

    def __init__(self, source: Source) -> None:
        self.by_line: dict[int, list[tuple[int, Way]]] = {}
        self.of_name: dict[str, Way] = {}
        if source.root is not None:
            for place, way in _walk(source.root, ()):
                self.by_line.setdefault(place.line, []).append((place.column, way))
        self._lines = sorted(self.by_line)

    def at(self, place: Place) -> Way:
        """The way to what stands at a place, or just before it; () for the file as a whole."""
        here = sorted(self.by_line.get(place.line, ()))
        before = [way for column, way in here if column <= place.column]
        if before:
            return before[-1]
        if here:
            return here[0][1]
        line = max((one for one in self._lines if one <= place.line), default=0)
        return max(self.by_line[line])[1] if line and place.line else ()


def _walk(node: Node, way: Way) -> Iterator[tuple[Place, Way]]:
    if isinstance(node, Scalar):
        yield node.place, way
        yield from ((Place(node.place.file, span.line, span.column), way) for span in node.spans[:200])
    elif isinstance(node, Mapping):
        for key, value in node:
            yield key.place, (*way, key.text)
            yield from _walk(value, (*way, key.text))
    else:
        for number, item in enumerate(node.items):
            yield item.place, (*way, number)
            yield from _walk(item, (*way, number))


def told(problems: Sequence[Problem], source: Source, lang: str) -> list[dict[str, Any]]:
    """All problems, errors first, then in the order of the file."""
    ways, mended = Ways(source), _mended_lines(source)
    order = ("error", "warning", "notice")
    shown = [_one(problem, ways, mended, source, lang) for problem in problems]
    return sorted(shown, key=lambda one: order.index(one["severity"]))


def _one(problem: Problem, ways: Ways, mended: frozenset[int], source: Source, lang: str) -> dict[str, Any]:
    way = ways.at(problem.place) if problem.place.file == source.path else ()
    line = problem.place.line if problem.place.file == source.path else 0
    return {
        "code": problem.code,
        "severity": str(severity(problem.code)),
        "message": message(problem, lang),
        "hint": hint(problem, lang),
        "line": line,
        "column": problem.place.column,
        "width": problem.place.width,
        "way": list(known_way(source, way)),
        "mend": _mend(problem, way, mended, line),
    }


def _mend(problem: Problem, way: Way, mended: frozenset[int], line: int) -> dict[str, Any] | None:
    """What a button does: operations, or the mending of a line as `fmt` does it."""
    guess = problem.values.get("guess", "")
    if problem.code == "K201" and guess and way:
        return {"what": "rename", "text": guess, "operations": [{"do": "rename", "way": list(way), "name": guess}]}
    if way and way[-1] == RATIO and problem.code.startswith("R"):
        return {"what": "computed", "text": "", "operations": [{"do": "remove", "way": list(way)}]}
    return {"what": "line", "text": "", "line": line} if line in mended else None


def known_way(source: Source, way: Way) -> Way:
    """The way with the keys as the page knows them."""
    if source.root is None:
        return way
    content = content_of(source.root)
    tidied = canonical(content)
    made: list[str | int] = []
    for number, part in enumerate(way):
        if isinstance(part, int):
            made.append(part)
            continue
        held = _held(tidied, tuple(made))
        names = list(held) if isinstance(held, dict) else []
        same = next((name for name in names if spelt(content, (*way[:number], name))[-1] == part), part)
        made.append(part if part in names else same)
    return tuple(made)


def _held(content: Any, way: Way) -> Any:
    for part in way:
        try:
            content = content[part]
        except (LookupError, TypeError):
            return ""
    return content


def _mended_lines(source: Source) -> frozenset[int]:
    made = repair(source.path, source.raw) if source.raw else None
    return frozenset(change.line for change in made.changes) if isinstance(made, Repaired) else frozenset()


def line_mended(path: Path, source: Source, line: int) -> str | None:
    """The text with one line mended; None where there is nothing to mend."""
    made = repair(path, source.raw)
    if not isinstance(made, Repaired):
        return None
    changes: Iterable[Any] = [change for change in made.changes if change.line == line]
    lines = source.text.split("\n")
    for change in sorted(changes, key=lambda one: -one.column):
        text, at = lines[line - 1], change.column - 1
        if text[at : at + len(change.before)] == change.before:
            lines[line - 1] = text[:at] + change.after + text[at + len(change.before) :]
    text = "\n".join(lines)
    return text if text != source.text else None
