"""What the model understood, written where it belongs: a unit's body and province, a person's office, a result's plan.

    đơn vị: UBND xã Tam Hợp, tỉnh Minh Họa
    đơn vị: {tên: xã Tam Hợp, cơ quan: UBND, tỉnh: tỉnh Minh Họa}

In: a source that can be read. Out: changes of single lines, which leave comments and order as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reportgen.drafting.change import Change
from reportgen.drafting.scalars import in_flow, scalar
from reportgen.model import Conference
from reportgen.model.keys import Shape, keys_of
from reportgen.model.leaves import Leaf, Words
from reportgen.model.reading import content
from reportgen.model.section import Section
from reportgen.model.shapes import Row, Table
from reportgen.source import Mapping, Node, Scalar, Sequence, Source
from reportgen.vietnamese.accents import one_spelling


def canonical_changes(source: Source) -> Iterator[Change]:
    """The changes that write each understood text in its canonical form."""
    assert source.root is not None
    changes = _changes(source.root, Conference, source, None)
    yield from (change for change in changes if change.before != change.after)


def _changes(node: Node, kind: type[Section] | type[Leaf], source: Source, key: Words | None) -> Iterator[Change]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _changes(item, kind, source, key)
    elif issubclass(kind, Section) and isinstance(node, Scalar):
        yield from _of_text(node, kind, source, key)
    elif issubclass(kind, Section) and isinstance(node, Mapping):
        yield from _of_section(node, kind, source, key)


def _of_text(node: Scalar, kind: type[Section], source: Source, key: Words | None) -> Iterator[Change]:
    """A text that stands for a section, as the section that it was understood as."""
    if not kind.shorthand or not node.text.strip() or not _on_one_line(node):
        return
    words = Words(one_spelling(node.text), node, key)
    table = kind.understood(kind.from_words(words))
    short = kind.in_short(table)
    if short is None:
        yield _replaced(node, source, _flow(table))
    elif short != words:
        yield _replaced(node, source, _text(short, node, source))


def _of_section(node: Mapping, kind: type[Section], source: Source, key: Words | None) -> Iterator[Change]:
    before = Table(
        {
            Words(name, given): content(value, Words(name, given))
            for given, value in node
            if (name := _name(kind, given))
        },
        node.place,
        key,
    )
    after = kind.understood(before)
    values = {name: value for given, value in node if (name := _name(kind, given))}
    added = {name: value for name, value in after.items() if name not in before}
    whole = set(before) <= set(after)
    for entry in keys_of(kind) if whole else ():
        value = values.get(entry.key)
        if value is None:
            continue
        old, new = before.get(entry.key), after.get(entry.key)  # type: ignore[call-overload]
        carrier = entry.key == kind.shorthand and bool(added)
        if isinstance(value, Scalar) and _on_one_line(value) and (carrier or new != old):
            text = _raw(value, source) if new == old else _text(new, value, source)
            text = text if isinstance(new, Words) else _flow(new)
            inserted = _inserted(added, node, source) if carrier else ""
            lines = inserted.startswith("\n")
            if text != _raw(value, source) or (inserted and not lines):
                yield _replaced(value, source, text if lines else text + inserted)
            if lines:
                line = value.place.line
                yield Change(line, len(source.lines[line - 1]) + 1, "canonical", "", inserted)
        elif entry.shape is Shape.KEYED or entry.key == "chỉ tiêu":
            for own, held in value if isinstance(value, Mapping) else ():
                yield from _changes(held, entry.kind, source, Words(own.text, own))
        else:
            yield from _changes(value, entry.kind, source, None)


def _name(kind: type[Section], given: Scalar) -> str | None:
    return kind.canonical(one_spelling(given.text.strip()))


def _inserted(added: dict[Any, Any], node: Mapping, source: Source) -> str:
    """New entries behind the one that they came from: on lines of their own, or within the braces."""
    first = node.entries[0][0].place
    braces = "{" in source.lines[first.line - 1][: first.column - 1]
    start = ", " if braces else "\n" + " " * (first.column - 1)
    return "".join(f"{start}{name}: {_flow(value) if braces else _block(value)}" for name, value in added.items())


def _block(value: Any) -> str:
    return scalar(_tidy(str(value))) if isinstance(value, Words) else _flow(value)


def _flow(value: Any) -> str:
    if isinstance(value, Table):
        return "{" + ", ".join(f"{name}: {_flow(held)}" for name, held in value.items()) + "}"
    if isinstance(value, Row):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return in_flow(_tidy(str(value)))


_BLANK_BEFORE_STOP = re.compile(r"(?<=[\w)\]}”\"'%]) +(?=[,.;:](?:\s+(?![\d\s])|[”\")\]]|$))")


def _tidy(text: str) -> str:
    """Without what the next mending would take away: a blank that a cut left before a stop."""
    return _BLANK_BEFORE_STOP.sub("", text)


def _text(words: str, node: Scalar, source: Source) -> str:
    """A text as it is written in the place of another: safe within braces where those stand before it."""
    before = source.lines[node.place.line - 1][: node.place.column - 1]
    return (in_flow if "{" in before or "[" in before else scalar)(_tidy(str(words)))


def _on_one_line(node: Scalar) -> bool:
    return len({span.line for span in node.spans}) == 1 and node.spans[0].line == node.place.line


def _raw(node: Scalar, source: Source) -> str:
    line, start = source.lines[node.place.line - 1], node.place.column - 1
    return line[start : start + node.place.width]


def _replaced(node: Scalar, source: Source, text: str) -> Change:
    return Change(node.place.line, node.place.column, "canonical", _raw(node, source), text)
