"""What an article's machine-readable forms say of it, taken from the tree and the metadata once for all of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, time, timedelta, timezone
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from reportgen.layout.document import Document
from reportgen.tree import Element, text, walk

VIETNAM = timezone(timedelta(hours=7))
TITLE = frozenset({"headline"})
"""The role of what every portal asks for in a field of its own."""
FIELDS = TITLE | {"standfirst", "byline", "source_line"}
"""The roles of what newsrooms' systems, NukeViet among them, ask for in fields of their own."""


def said_by(document: Document, role: str) -> str:
    """The words of the first element of a role, "" without one."""
    return next((" ".join(text(part).split()) for part in walk(document.tree) if part.role == role), "")


def source_of(document: Document) -> str:
    """Who the article is taken from; who publishes it where it is their own."""
    return said_by(document, "source_line").removeprefix("Theo ") or document.metadata.organ


def without(tree: Element, roles: Collection[str]) -> Element:
    """The tree without its blocks of these roles."""
    return tree.holding(tuple(block for block in tree.elements if block.role not in roles))


def description(document: Document) -> str:
    """The standfirst, else what the paper is about."""
    return said_by(document, "standfirst") or document.metadata.subject


def alternative(document: Document, source: str) -> str:
    """What a picture shows, in words."""
    return next(part.get("alt") for part in walk(document.tree) if part.tag == "img" and part.get("src") == source)


def address(document: Document, name: str = "") -> str:
    """The address of the page, or of a file beside it; the bare name where the page's is unknown."""
    return urljoin(document.metadata.address, name)


def identifier(document: Document, name: str = "") -> str:
    """A name for the article, or for a file beside it, that stays the same when its words change: its address, else
    one made of who says it, on what day and in which paper."""
    facts = document.metadata
    made = "/".join([facts.organ, facts.issued.isoformat(), document.paper, name])
    return address(document, name) if facts.address else uuid5(NAMESPACE_URL, made).urn


def published(document: Document) -> datetime | None:
    """The beginning of the day in Vietnam, for the input knows the day alone; None where it knows none."""
    day = document.metadata.published
    return datetime.combine(day, time(), VIETNAM) if day is not None else None


def moment(document: Document) -> str:
    """The same in ISO 8601, "" where it is not known."""
    when = published(document)
    return when.isoformat() if when is not None else ""
