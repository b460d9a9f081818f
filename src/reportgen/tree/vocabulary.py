"""What a paper's template may write: tags, what they hold, their attributes.

Roles (the `class` attribute) are not listed here: a role is the name of a style in the layout file of the regime, and
`typeset` refuses one that the layout does not have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class Content(Enum):
    """What may stand inside a tag."""

    BLOCKS = "blocks"
    INLINE = "inline"
    ITEM = "inline text, then nested lists"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag's content, where it may stand, and its attributes besides `class`."""

    content: Content
    inside: frozenset[str]
    attributes: frozenset[str] = frozenset()


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


SIDES: Mapping[str, int] = MappingProxyType({"letterhead": 2, "signatures": 2, "signatures_2": 2, "signatures_3": 3})
"""Groups that are set side by side, and how many stand in a row."""
SIGNATURES = frozenset(SIDES) - {"letterhead"}
"""Signature blocks: beside the recipients, and those of two and three signers."""
FLOW = _names("article section div.side")
TEXT = _names("h1 h2 h3 h4 h5 h6 p li th td figcaption strong em u sup sub data a span note")

SOURCE = "data-source"
"""The attribute that tells where a paragraph's words come from."""

TAGS: Mapping[str, Tag] = MappingProxyType(
    {
        "article": Tag(Content.BLOCKS, frozenset(), _names("lang notes")),
        "section": Tag(Content.BLOCKS, _names("article section"), _names("notes")),
        "div": Tag(Content.BLOCKS, _names("article section div.row") | {f"div.{group}" for group in SIDES}),
        "nav": Tag(Content.BLOCKS, _names("article")),
        **{f"h{level}": Tag(Content.INLINE, FLOW, _names(f"label id {SOURCE}")) for level in range(1, 7)},
        "p": Tag(Content.INLINE, FLOW | {"nav"}, _names(SOURCE)),
        "hr": Tag(Content.NOTHING, FLOW, _names("width")),
        "ol": Tag(Content.BLOCKS, FLOW | {"li"}, _names("start")),
        "ul": Tag(Content.BLOCKS, FLOW | {"li"}),
        "li": Tag(Content.ITEM, _names("ol ul"), _names(f"label {SOURCE}")),
        "table": Tag(Content.BLOCKS, FLOW, _names("widths")),
        "thead": Tag(Content.BLOCKS, _names("table")),
        "tbody": Tag(Content.BLOCKS, _names("table")),
        "tr": Tag(Content.BLOCKS, _names("thead tbody")),
        "th": Tag(Content.INLINE, _names("tr"), _names(f"colspan rowspan scope {SOURCE}")),
        "td": Tag(Content.INLINE, _names("tr"), _names(f"colspan rowspan {SOURCE}")),
        "figure": Tag(Content.BLOCKS, FLOW),
        "img": Tag(Content.NOTHING, _names("figure"), _names("src alt width height")),
        "chart": Tag(Content.BLOCKS, _names("figure"), _names("kind unit alt height")),
        "point": Tag(Content.NOTHING, _names("chart"), _names("label text value data-figure data-part")),
        "figcaption": Tag(Content.INLINE, _names("figure"), _names(SOURCE)),
        "strong": Tag(Content.INLINE, TEXT),
        "em": Tag(Content.INLINE, TEXT),
        "u": Tag(Content.INLINE, TEXT),
        "sup": Tag(Content.INLINE, TEXT),
        "sub": Tag(Content.INLINE, TEXT),
        "span": Tag(Content.INLINE, TEXT),
        "a": Tag(Content.INLINE, TEXT - {"a"}, _names("href")),
        "note": Tag(Content.INLINE, TEXT - {"a", "figcaption"}, _names("label")),
        "data": Tag(Content.INLINE, TEXT - {"data"}, _names("value data-figure data-part")),
        "br": Tag(Content.NOTHING, TEXT),
    }
)

HEADINGS = tuple(f"h{level}" for level in range(1, 7))
INLINE = frozenset(name for name, tag in TAGS.items() if tag.inside and tag.inside <= TEXT)
"""Tags that stand within a paragraph."""
LEAVES = frozenset(name for name, tag in TAGS.items() if tag.content in {Content.INLINE, Content.ITEM}) - INLINE
"""Tags that are one paragraph of the paper each."""
