"""The digest of frozen data, the same in every process: of a paper's document, so that what would be written again
letter by letter need not be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from reportgen.layout.document import Document
from reportgen.tree import Element

UNWRITTEN = frozenset({"remarks"})
"""Parts of a document that are told, not written: they know where on this machine the input lies."""


def sha256(content: bytes) -> str:
    """The digest in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def document_digest(document: Document) -> str:
    """The digest of all that is written of a document."""
    made = hashlib.sha256()
    for name in _names(Document):
        if name not in UNWRITTEN:
            for piece in _pieces(getattr(document, name)):
                made.update(piece)
    return made.hexdigest()


def _pieces(value: Any) -> Iterator[bytes]:
    """Bytes that tell two values apart: each is preceded by its kind and its length."""
    if isinstance(value, Element):
        yield b"<%d,%d," % (len(value.attributes), len(value.children))
        yield repr((value.tag, value.role, value.attributes)).encode()
        for child in value.children:
            yield from _pieces(child)
    elif isinstance(value, bytes):
        yield b"b%d:" % len(value)
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        yield f"({type(value).__name__}".encode()
        for name in _names(type(value)):
            yield from _pieces(getattr(value, name))
    elif isinstance(value, Mapping):
        yield b"{%d" % len(value)
        for key in sorted(value):
            yield from _pieces(key)
            yield from _pieces(value[key])
    elif isinstance(value, tuple | list):
        yield b"[%d" % len(value)
        for entry in value:
            yield from _pieces(entry)
    elif isinstance(value, frozenset):
        yield from _pieces(sorted(value))
    else:
        text = repr(value).encode()
        yield b"=%d:" % len(text)
        yield text


@lru_cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(entry.name for entry in fields(kind))
