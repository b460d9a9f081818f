"""Changes of a text at places of its lines, made all at once: pieces put in others' place, lines behind lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reportgen.source import Mapping, Node, Scalar, Sequence, scalars
from reportgen.source.text import LINE_END


@dataclass(slots=True)
class Edits:
    """Lines count from 1, columns from 1 in characters, as places do."""

    replaced: list[tuple[int, int, str, str]] = field(default_factory=list)
    inserted: dict[int, list[str]] = field(default_factory=dict)

    def replace(self, line: int, column: int, before: str, after: str) -> None:
        """Put `after` where `before` stands."""
        self.replaced.append((line, column, before, after))

    def insert(self, line: int, lines: Iterable[str]) -> None:
        """Put lines behind a line, behind those that were put there already."""
        self.inserted.setdefault(line, []).extend(lines)

    def __bool__(self) -> bool:
        return bool(self.replaced or self.inserted)

    def applied(self, text: str) -> str:
        """The text with all changes; its own line ends are kept."""
        found = LINE_END.search(text)
        end = found.group() if found else "\n"
        pieces = LINE_END.split(text)
        ends = [one.group() for one in LINE_END.finditer(text)]
        for line, column, before, after in sorted(self.replaced, reverse=True):
            old = pieces[line - 1]
            pieces[line - 1] = old[: column - 1] + after + old[column - 1 + len(before) :]
        result: list[str] = []
        for number, piece in enumerate(pieces, 1):
            own = ends[number - 1] if number <= len(ends) else ""
            added = self.inserted.get(number, ())
            result.append(piece + (own or (end if added else "")))
            result += [f"{line}{end}" for line in added]
        return "".join(result)


def last_line(node: Node, key: Scalar) -> int:
    """The last line that something below a key stands on."""
    lines = [key.place.line]
    for scalar in scalars(node):
        lines.append(scalar.place.line)
        lines += [span.line for span in scalar.spans]
    return max(lines)


def is_flow(node: Node, lines: tuple[str, ...]) -> bool:
    """Whether a mapping or list is written within braces or brackets."""
    line = lines[node.place.line - 1]
    return not isinstance(node, Scalar) and line[node.place.column - 1 : node.place.column] in {"{", "["}


def in_flow_around(scalar: Scalar, lines: tuple[str, ...]) -> bool:
    """Whether braces or brackets stand open before a text on its line."""
    before = lines[scalar.place.line - 1][: scalar.place.column - 1]
    return before.count("{") > before.count("}") or before.count("[") > before.count("]")


_OPEN, _CLOSE, _QUOTES = "{[", "}]", "\"'"


def closing(node: Mapping | Sequence, lines: tuple[str, ...]) -> tuple[int, int]:
    """Line and column of the brace or bracket that closes a mapping or list."""
    depth, quote = 0, ""
    for number in range(node.place.line, len(lines) + 1):
        line = lines[number - 1]
        for at in range(node.place.column - 1 if number == node.place.line else 0, len(line)):
            letter = line[at]
            if quote:
                quote = "" if letter == quote and not (quote == '"' and line[at - 1] == "\\") else quote
            elif letter in _QUOTES and line[at - 1 : at] in {" ", "{", "[", ",", ":"}:
                quote = letter
            elif letter == "#" and line[at - 1 : at] == " ":
                break
            else:
                depth += (letter in _OPEN) - (letter in _CLOSE)
            if depth == 0:
                return number, at + 1
    return node.place.line, node.place.column


def more(texts: Iterable[str], before: str) -> str:
    """Texts as further ones of a mapping or list; `before` is what stands before the brace that closes it."""
    joined = ", ".join(texts)
    left = before.rstrip()
    return f" {joined}" if left.endswith(",") else joined if left.endswith(("{", "[")) else f", {joined}"


def raw(scalar: Scalar, lines: tuple[str, ...]) -> str:
    """A text of one line as it is written, with its quotes; "" for an absent one."""
    if not scalar.text and not scalar.quoted and not scalar.spans:
        line = lines[scalar.place.line - 1]
        return line[scalar.place.column - 1 : scalar.place.column + 1] if _quotes(line, scalar) else ""
    return lines[scalar.place.line - 1][scalar.place.column - 1 : scalar.place.column - 1 + scalar.place.width]


def _quotes(line: str, scalar: Scalar) -> bool:
    return line[scalar.place.column - 1 : scalar.place.column + 1] in {'""', "''"}


def on_one_line(scalar: Scalar) -> bool:
    """Whether a text begins and ends on one line."""
    return {scalar.place.line} >= {span.line for span in scalar.spans}
