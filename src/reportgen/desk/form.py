"""The form that an input is filled in with: every key of the model, as the page draws it.

In: the model. Out: sections by name, each with its keys: label, explanation, how many, and what kind of text.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from reportgen.drafting.schema import SUGGESTED
from reportgen.editing.content import Content
from reportgen.model import Conference
from reportgen.model.keys import Key, Shape, keys_of, sections
from reportgen.model.leaves import Days, Figure, Flag, Leaf, Prose, Year
from reportgen.model.section import Section

KINDS = {Prose: "prose", Figure: "figure", Flag: "flag", Days: "day", Year: "year"}
"""Leaf → the kind of field; all others are a line of text."""


@cache
def form() -> dict[str, Any]:
    """All sections."""
    return {
        "root": Conference.__name__,
        "sections": {
            section.__name__: {"short": section.shorthand, "keys": [_key(section, key) for key in keys_of(section)]}
            for section in sections()
        },
    }


def _key(section: type[Section], key: Key) -> dict[str, Any]:
    below = issubclass(key.kind, Section)
    return {
        "key": key.key,
        "label": key.key[:1].upper() + key.key[1:],
        "help": key.description,
        "many": key.shape is Shape.MANY,
        "keyed": key.shape is Shape.KEYED,
        "required": key.required,
        "section": key.kind.__name__ if below else "",
        "kind": "" if below else KINDS.get(key.kind, "line"),
        "suggested": list(SUGGESTED.get((section.__name__, key.key), ())),
    }


def canonical(content: Content, kind: type[Section] | type[Leaf] = Conference, *, keyed: bool = False) -> Content:
    """The content with its keys as the model has them, whatever their spelling in the file."""
    if isinstance(content, list):
        return [canonical(held, kind) for held in content]
    if not isinstance(content, dict) or not issubclass(kind, Section):
        return content
    if keyed:
        return {key: canonical(held, kind) for key, held in content.items()}
    known = {key.key: key for key in keys_of(kind)}
    made: dict[str, Content] = {}
    for typed, held in content.items():
        name = kind.canonical(typed.strip())
        key = known.get(name) if name is not None else None
        if key is None or name is None or name in made:
            made[typed] = held
        else:
            made[name] = canonical(held, key.kind, keyed=key.shape is Shape.KEYED)
    return made
