"""The operations on what a file says. Each leaves the content that it is done on as it is and gives a new one.

A way that leads nowhere is a `LookupError`: the page that asked has an older state of the file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from reportgen.editing.content import Content

Way: TypeAlias = "tuple[str | int, ...]"
"""Keys and numbers of entries, from 0, that lead to a place."""


@dataclass(frozen=True, slots=True)
class Set:
    """Puts a content at a place, in the place of what is there; missing keys on the way are made, and the next entry of
    a list."""

    way: Way
    content: Content


@dataclass(frozen=True, slots=True)
class Add:
    """Puts a content into a list before the entry of that number, or at its end; an absent list is made."""

    way: Way
    number: int
    content: Content


@dataclass(frozen=True, slots=True)
class Remove:
    """Takes an entry of a list or a key of a mapping away; nothing where there is no such key."""

    way: Way


@dataclass(frozen=True, slots=True)
class Move:
    """Puts an entry or a key to another number among its neighbours."""

    way: Way
    number: int


@dataclass(frozen=True, slots=True)
class Rename:
    """Gives a key another name, in its place."""

    way: Way
    name: str


Operation = Set | Add | Remove | Move | Rename


def done(content: Content, operation: Operation) -> Content:
    """The content with the operation done."""
    *before, last = operation.way or ("",)
    match operation:
        case Set(way=(), content=new):
            return new
        case Set(content=new):
            return _at(content, before, lambda held: _put(held, last, new))
        case Add(way=way, number=number, content=new):
            return _at(content, list(way), lambda held: _inserted(held, number, new))
        case Remove():
            return _at(content, before, lambda held: _without(held, last))
        case Move(number=number):
            return _at(content, before, lambda held: _moved(held, last, number))
        case Rename(name=name):
            return _at(content, before, lambda held: _renamed(held, last, name))


def _at(content: Content, way: list[str | int], change: Callable[[Content], Content]) -> Content:
    """The content with a change at the end of a way."""
    if not way:
        return change(content)
    first, *rest = way
    return _put(content, first, _at(_held(content, first), rest, change))


def _held(content: Content, part: str | int) -> Content:
    if isinstance(part, int):
        held = content or []
        if not isinstance(held, list) or not 0 <= part <= len(held):
            raise LookupError(part)
        return held[part] if part < len(held) else ""
    if content == "":
        return ""
    if not isinstance(content, dict):
        raise LookupError(part)
    return content.get(part, "")


def _put(content: Content, part: str | int, new: Content) -> Content:
    if isinstance(part, int):
        held = content or []
        if not isinstance(held, list) or not 0 <= part <= len(held):
            raise LookupError(part)
        return [*held[:part], new, *held[part + 1 :]]
    if content == "":
        return {part: new}
    if not isinstance(content, dict):
        raise LookupError(part)
    return {**content, part: new}


def _inserted(content: Content, number: int, new: Content) -> Content:
    if content == "":
        return [new]
    if not isinstance(content, list):
        raise LookupError(number)
    at = max(0, min(number, len(content)))
    return [*content[:at], new, *content[at:]]


def _without(content: Content, part: str | int) -> Content:
    if isinstance(content, dict):
        return {key: held for key, held in content.items() if key != part}
    if isinstance(content, list) and isinstance(part, int) and 0 <= part < len(content):
        return [held for number, held in enumerate(content) if number != part]
    raise LookupError(part)


def _moved(content: Content, part: str | int, number: int) -> Content:
    at = max(0, number)
    if isinstance(content, dict) and part in content:
        keys = [key for key in content if key != part]
        return {key: content[key] for key in [*keys[:at], str(part), *keys[at:]]}
    if isinstance(content, list) and isinstance(part, int) and 0 <= part < len(content):
        rest = [held for place, held in enumerate(content) if place != part]
        return [*rest[:at], content[part], *rest[at:]]
    raise LookupError(part)


def _renamed(content: Content, part: str | int, name: str) -> Content:
    if not isinstance(content, dict) or part not in content or (name != part and name in content) or not name:
        raise LookupError(name)
    return {name if key == part else key: held for key, held in content.items()}
