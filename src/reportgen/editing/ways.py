"""Ways made walkable: where a way leads through a short form, that is written out first.

`đơn vị: phường X` is `đơn vị: {tên: phường X}` where somebody wants to set the unit's organ; a single plan is the first
of a list. Keys that are in the file in another spelling are taken as they stand there.
"""

from __future__ import annotations

from typing import Any

from reportgen.editing.content import Content
from reportgen.editing.operations import Add, Operation, Set, Way
from reportgen.model import Conference
from reportgen.model.keys import Key, Shape, keys_of
from reportgen.model.section import Section

Kind = type[Any]


def opened(content: Content, operation: Operation) -> Content:
    """The content with the short forms on the operation's way written out."""
    way = operation.way
    ahead: Way = (*way, operation.number) if isinstance(operation, Add) else way
    return _open(content, ahead, Conference, Shape.ONE)


def within(content: Content, operation: Operation) -> Operation:
    """A text put where a short form stood that was written out meanwhile: it goes behind the key that it stands for, so
    that an older page does not wipe out the others."""
    if not isinstance(operation, Set) or not isinstance(operation.content, str):
        return operation
    held: Content = content
    kind: Kind = Conference
    shape = Shape.ONE
    for part in operation.way:
        if isinstance(part, int) or shape is Shape.KEYED:
            shape = Shape.ONE
        elif (key := _key(kind, part)) is not None:
            kind, shape = key.kind, key.shape
        else:
            return operation
        held = _below(held, part)
    short = getattr(kind, "shorthand", "")
    if shape is Shape.KEYED or not short or not isinstance(held, dict):
        return operation
    return Set((*operation.way, _as_typed(held, short, kind)), operation.content)


def _below(held: Content, part: str | int) -> Content:
    if isinstance(part, int):
        return held[part] if isinstance(held, list) and part < len(held) else ""
    return held.get(part, "") if isinstance(held, dict) else ""


def _open(content: Content, way: Way, kind: Kind, shape: Shape) -> Content:
    if not way:
        return content
    first, *rest = way
    if isinstance(first, int):
        held = content if isinstance(content, list) else [content] if content != "" else []
        return [_open(one, tuple(rest), kind, Shape.ONE) if number == first else one for number, one in enumerate(held)]
    if shape is Shape.KEYED:
        if not isinstance(content, dict) or first not in content:
            return content
        return {**content, first: _open(content[first], tuple(rest), kind, Shape.ONE)}
    if isinstance(content, str) and content.strip() and issubclass(kind, Section) and kind.shorthand:
        content = {kind.shorthand: content}
    key = _key(kind, first)
    if not isinstance(content, dict) or first not in content or key is None:
        return content
    return {**content, first: _open(content[first], tuple(rest), key.kind, key.shape)}


def _key(kind: Kind, name: str) -> Key | None:
    if not issubclass(kind, Section):
        return None
    known = kind.canonical(name.strip())
    return next((key for key in keys_of(kind) if key.key == known), None)


def spelt(content: Content, way: Way, kind: Kind = Conference) -> Way:
    """The way with its keys as they stand in the file: `nam` where the page says `năm`; without the number of a single
    entry that stands without a list."""
    found: list[str | int] = []
    section: Kind | None = kind
    shape = Shape.ONE
    held: Content = content
    for part in way:
        name = part
        if isinstance(part, int):
            shape = Shape.ONE
            if part == 0 and held and not isinstance(held, list):
                continue
            held = held[part] if isinstance(held, list) and 0 <= part < len(held) else ""
        elif shape is Shape.KEYED or section is None:
            held = held.get(part, "") if isinstance(held, dict) else ""
            shape = Shape.ONE
        else:
            name = _as_typed(held, part, section)
            key = _key(section, part)
            held = held.get(name, "") if isinstance(held, dict) else ""
            section, shape = (key.kind, key.shape) if key is not None else (None, Shape.ONE)
        found.append(name)
    return tuple(found)


def _as_typed(held: Content, part: str, section: Kind) -> str:
    if not isinstance(held, dict) or part in held or not issubclass(section, Section):
        return part
    return next((key for key in held if section.canonical(key.strip()) == part), part)
