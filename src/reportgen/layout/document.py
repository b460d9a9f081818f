"""One paper, ready to be written: its tree and what the files say about themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from reportgen.layout.standards import Standard
from reportgen.problems import Problem
from reportgen.tree import Element


@dataclass(frozen=True, slots=True)
class Metadata:
    """The record fields of a paper (Decree 30, Annex VI) that the file itself carries.

    `issued` stands for the file's creation time too, so that the same input gives the same bytes.
    """

    title: str
    kind: str = ""
    subject: str = ""
    author: str = ""
    organ: str = ""
    identifier: str = ""
    keywords: tuple[str, ...] = ()
    issued: date = date(2000, 1, 1)
    published: date | None = None
    """The day that an article tells its readers of, None where the input knows none."""
    address: str = ""
    """The address of the web page that the paper becomes, "" if unknown."""
    record: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Annex VI's fields by their names in the records system (`CodeNumber`); empty for what is no official paper."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes as they go into a paper, its size in pixels, and what its copies say of themselves.

    `credit` is who took it, "" if unknown.
    """

    content: bytes
    media_type: str
    width: int
    height: int
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A typeset tree with its layout and metadata. `pictures` are by the `src` that the tree names."""

    paper: str
    tree: Element
    standard: Standard
    metadata: Metadata
    pictures: Mapping[str, Picture] = field(default_factory=lambda: MappingProxyType({}))
    remarks: tuple[Problem, ...] = ()
    """What its author should look at."""
    outlined: Element | None = None
    """The tree with its table of contents, for a paper that may turn out long; None if it never has one."""
    attachment: tuple[str, bytes] | None = None
    """Name and bytes of the source that the PDF carries, which makes it PDF/A-3a; None for PDF/A-2a."""
