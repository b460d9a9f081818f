"""The article's body for the editor of a content-management system: only tags that its sanitizer leaves.

The tags are among those of NukeViet 4.5's `NV_ALLOWED_HTML_TAGS` (no `thead`, no `data`, no `section`), and those that
CKEditor keeps. There is no class, no style and no script: the portal's own stylesheet decides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from html import escape
from types import MappingProxyType

from reportgen.layout.document import Document
from reportgen.tree import Element
from reportgen.tree.vocabulary import TAGS, Content
from reportgen.writers.web.copies import copies_of
from reportgen.writers.web.facts import TITLE, without

WRITTEN: Mapping[str, str] = MappingProxyType(
    {
        **{tag: tag for tag in ("p", "h2", "h3", "ul", "ol", "li", "table", "tr", "th", "td")},
        **{tag: tag for tag in ("figure", "img", "figcaption", "strong", "em", "u", "sup", "sub", "a", "br", "hr")},
        "h1": "h2",
        "h4": "h3",
        "h5": "h3",
        "h6": "h3",
        **dict.fromkeys(
            ("article", "section", "div", "nav", "thead", "tbody", "data", "span", "note", "chart", "point"), ""
        ),
    }
)
"""Tag of the tree → tag of the fragment, "" for its content alone."""
assert WRITTEN.keys() == TAGS.keys()
INNER: Mapping[str, str] = MappingProxyType(
    {
        "table": "tbody",
        **dict.fromkeys(("standfirst", "byline"), "strong"),
        **dict.fromkeys(("quote", "caption", "fiction", "source_line"), "em"),
    }
)
"""Tag or role → a tag around its content: one body for all rows of a table; what stands out without a stylesheet."""
_KEPT = frozenset({"colspan", "rowspan", "start", "alt", "href"})


def write_fragment(document: Document) -> bytes:
    """Everything but the headline, UTF-8."""
    return (fragment(document, TITLE) + "\n").encode()


def fragment(document: Document, roles: Collection[str]) -> str:
    """The tree without the paragraphs of these roles, a block a line."""
    return "\n".join("".join(_written(block, document)) for block in without(document.tree, roles).elements)


def _written(element: Element, document: Document) -> Iterator[str]:
    tag, inner = WRITTEN[element.tag], INNER.get(element.role or element.tag, "")
    yield f"<{tag}{''.join(_attributes(element, document))}>" if tag else ""
    yield f"<{inner}>" if inner else ""
    for child in element.children:
        if isinstance(child, str):
            yield escape(child, quote=False)
        else:
            yield from _written(child, document)
    yield f"</{inner}>" if inner else ""
    yield f"</{tag}>" if tag and TAGS[element.tag].content is not Content.NOTHING else ""


def _attributes(element: Element, document: Document) -> Iterator[str]:
    for name, value in element.attributes:
        if name in _KEPT:
            yield f' {name}="{escape(value)}"'
    if element.tag == "img":
        largest = copies_of(document, element.get("src"))[-1]
        yield f' src="{largest.name}" width="{largest.width}" height="{largest.height}"'
