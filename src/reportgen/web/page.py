"""The article as a web page on its own: semantic, good on a telephone, and telling machines what it is.

Figures are `<data>` elements with their exact value and the indicator that they come from. Pictures lie beside the
page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

from reportgen.document import Document
from reportgen.tree import Element, text, walk
from reportgen.tree.vocabulary import TAGS, Content

_STYLE = """
:root { color-scheme: light dark }
body { max-width: 42rem; margin: 0 auto; padding: 1rem; font: 1.0625rem/1.6 "Times New Roman", Tinos, serif }
h1 { font-size: 1.6rem; line-height: 1.25 } .standfirst { font-weight: bold }
img { max-width: 100%; height: auto } figure { margin: 1rem 0 }
.caption, figcaption, .fiction { font-style: italic; font-size: .95rem } .byline { text-align: right; font-weight: bold
} table { border-collapse: collapse; display: block; overflow-x: auto }
th, td { border: 1px solid; padding: .2rem .5rem }
"""
_KEPT = frozenset({"value", "data-figure", "data-part", "colspan", "rowspan", "scope", "start", "alt", "href"})
"""Attributes of the tree that a page needs; widths and labels are the business of print."""


def write_page(document: Document) -> bytes:
    """The whole page, UTF-8."""
    facts = document.metadata
    description = next((text(part) for part in walk(document.tree) if part.role == "standfirst"), facts.subject)
    pictures = [picture_name(document, name) for name in document.pictures]
    head = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(facts.title)}</title>",
        *(_meta(*pair) for pair in _described(document, description, pictures)),
        f'<script type="application/ld+json">{_linked_data(document, description, pictures)}</script>',
        f"<style>{_STYLE}</style>",
    ]
    body = "".join(_written(document.tree, document))
    page = ["<!DOCTYPE html>", '<html lang="vi">', "<head>", *head, "</head>", "<body>"]
    return "\n".join([*page, f"<main>{body}</main>", "</body>", "</html>", ""]).encode()


def picture_name(document: Document, source: str) -> str:
    """The file beside the page that holds a picture."""
    return f"{document.paper}-{source}"


def _described(document: Document, description: str, pictures: list[str]) -> Iterator[tuple[str, str, str]]:
    """Kind of attribute, name and content of each tag for search engines and social networks."""
    facts = document.metadata
    yield "name", "description", description
    yield "name", "author", facts.author
    yield "property", "og:type", "article"
    yield "property", "og:locale", "vi_VN"
    yield "property", "og:title", facts.title
    yield "property", "og:description", description
    yield "property", "article:published_time", facts.issued.isoformat()
    yield "name", "twitter:card", "summary_large_image" if pictures else "summary"
    for picture in pictures[:1]:
        yield "property", "og:image", picture


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">'


def _linked_data(document: Document, description: str, pictures: list[str]) -> str:
    """Schema.org's NewsArticle; `<` is escaped, so no text can end the script."""
    facts = document.metadata
    record = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": facts.title,
        "description": description,
        "inLanguage": "vi",
        "datePublished": facts.issued.isoformat(),
        "author": {"@type": "Person" if facts.author != facts.organ else "Organization", "name": facts.author},
        "publisher": {"@type": "Organization", "name": facts.organ},
        **({"image": pictures} if pictures else {}),
    }
    return json.dumps(record, ensure_ascii=False).replace("<", "\\u003c")


def _written(element: Element, document: Document) -> Iterator[str]:
    yield f"<{element.tag}{''.join(_attributes(element, document))}>"
    for child in element.children:
        if isinstance(child, str):
            yield escape(child, quote=False)
        else:
            yield from _written(child, document)
    if TAGS[element.tag].content is not Content.NOTHING:
        yield f"</{element.tag}>"


def _attributes(element: Element, document: Document) -> Iterator[str]:
    if element.role:
        yield f' class="{element.role}"'
    for name, value in element.attributes:
        if name in _KEPT:
            yield f' {name}="{escape(value)}"'
    if element.tag == "img":
        source = element.get("src")
        picture = document.pictures[source]
        size = f'width="{picture.width}" height="{picture.height}"'
        yield f' src="{picture_name(document, source)}" {size} loading="lazy"'
