"""Where nodes begin and end in the lines of their file."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.source import Mapping, Node, Scalar, Sequence, scalars

_OPEN, _CLOSE, _QUOTES = "{[", "}]", "\"'"


@dataclass(frozen=True, slots=True)
class Extents:
    """The nodes of one file. Lines and columns count from 1; an end is behind the last character."""

    lines: tuple[str, ...]

    def is_flow(self, node: Node) -> bool:
        """Whether a mapping or list is written within braces or brackets."""
        if isinstance(node, Scalar):
            return False
        line = self.lines[node.place.line - 1]
        return line[node.place.column - 1 : node.place.column] in {"{", "["}

    def of(self, node: Node) -> tuple[tuple[int, int], tuple[int, int]]:
        """Beginning and end of a flow collection, or of a text of one line."""
        place = node.place
        if isinstance(node, Scalar):
            if not node.spans:
                width = 2 if node.quoted else 0
                return (place.line, place.column), (place.line, place.column + width)
            last = node.spans[-1]
            return (place.line, place.column), (last.line, last.column + last.width + node.quoted)
        line, column = self._closing(node)
        return (place.line, place.column), (line, column + 1)

    def on_one_line(self, scalar: Scalar) -> bool:
        """Whether a text begins and ends on the line of its place, and is no block."""
        if {scalar.place.line} < {span.line for span in scalar.spans} or not scalar.spans:
            return False
        if {span.line for span in scalar.spans} != {scalar.place.line} or "\n" in scalar.text:
            return False
        above = self.lines[scalar.place.line - 2].rstrip() if scalar.place.line > 1 else ""
        before = self.lines[scalar.place.line - 1][: scalar.place.column - 1]
        return bool(before.strip()) or not _opens_block(above)

    def last_line(self, node: Node, key: Scalar | None = None) -> int:
        """The last line of a node, with the key that it stands behind."""
        least = max(node.place.line, key.place.line if key is not None else 0)
        if self.is_flow(node):
            assert not isinstance(node, Scalar), "a collection"
            return max(least, self._closing(node)[0])
        if isinstance(node, Scalar):
            line = max((span.line for span in node.spans), default=least)
            return max(least, line)
        below: list[Node] = [value for _, value in node] if isinstance(node, Mapping) else list(node.items)
        keys = [name for name, _ in node] if isinstance(node, Mapping) else []
        ends = [self.last_line(one) for one in below] + [name.place.line for name in keys]
        return max([least, *ends])

    def dash_before(self, item: Node, column: int, last: int) -> int:
        """The line of the dash that an entry stands behind, below the line `last`."""
        for number in range(last + 1, item.place.line + 1):
            line = self.lines[number - 1]
            if line[column : column + 1] == "-" and line[column + 1 : column + 2] in {"", " ", "\t"}:
                before = line[:column].strip()
                if not before.startswith("#"):
                    return number
        return item.place.line

    def _closing(self, node: Mapping | Sequence) -> tuple[int, int]:
        """Line and column of the brace or bracket that closes a collection: the first that closes it behind all texts
        inside."""
        inside = [span for scalar in scalars(node) for span in scalar.spans]
        ends = {(span.line, span.column): span.column + span.width for span in inside}
        depth, number, at = 0, node.place.line, node.place.column - 1
        while number <= len(self.lines):
            line = self.lines[number - 1]
            while at < len(line):
                if (number, at + 1) in ends:
                    at = ends[number, at + 1] - 1
                    continue
                letter = line[at]
                if letter == "#" and line[at - 1 : at].isspace():
                    break
                depth += (letter in _OPEN) - (letter in _CLOSE)
                if depth == 0:
                    return number, at + 1
                at += 1
            number, at = number + 1, 0
        return node.place.line, node.place.column


def _opens_block(line: str) -> bool:
    head = line.partition(" #")[0].rstrip()
    return head.endswith((": |", ": >", ": |-", ": >-", ": |+", ": >+", "- |", "- >", "- |-", "- >-", "- |+", "- >+"))
