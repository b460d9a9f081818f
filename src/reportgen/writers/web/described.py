"""What a page says of itself to search engines and social networks: schema.org, Open Graph, Twitter cards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from reportgen.layout.document import Document
from reportgen.tree import text
from reportgen.writers.web.copies import copies_of
from reportgen.writers.web.facts import address, alternative, description, moment


def tags(document: Document) -> Iterator[str]:
    """The `<meta>` and `<link>` tags of a page's head."""
    yield from (f'<meta {kind}="{name}" content="{escape(value)}">' for kind, name, value in _named(document) if value)
    if document.metadata.address:
        yield f'<link rel="canonical" href="{escape(document.metadata.address)}">'


def _named(document: Document) -> Iterator[tuple[str, str, str]]:
    """Kind of attribute, name and content of each tag; one without content is left out."""
    facts, told = document.metadata, description(document)
    yield "name", "description", told
    yield "name", "author", facts.author
    yield "name", "keywords", ", ".join(facts.keywords)
    yield "property", "og:type", "article"
    yield "property", "og:locale", "vi_VN"
    yield "property", "og:site_name", facts.organ
    yield "property", "og:title", facts.title
    yield "property", "og:description", told
    yield "property", "og:url", facts.address
    yield "property", "article:published_time", moment(document)
    yield "property", "article:author", facts.author
    yield from (("property", "article:tag", word) for word in facts.keywords)
    yield "name", "twitter:card", "summary_large_image" if document.pictures else "summary"
    yield "name", "twitter:title", facts.title
    yield "name", "twitter:description", told
    for source in tuple(document.pictures)[:1]:
        yield from _shown(document, source)


def _shown(document: Document, source: str) -> Iterator[tuple[str, str, str]]:
    """The tags of the picture that stands for the article."""
    copy, words = copies_of(document, source)[-1], alternative(document, source)
    yield "property", "og:image", address(document, copy.name)
    yield "property", "og:image:type", document.pictures[source].media_type
    yield "property", "og:image:width", str(copy.width)
    yield "property", "og:image:height", str(copy.height)
    yield "property", "og:image:alt", words
    yield "name", "twitter:image", address(document, copy.name)
    yield "name", "twitter:image:alt", words


def linked_data(document: Document) -> str:
    """Schema.org's NewsArticle as JSON-LD; `<` is escaped, so no text can end the script."""
    facts = document.metadata
    organ = {"@type": "Organization", "name": facts.organ}
    record: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": facts.title,
        "description": description(document),
        "inLanguage": "vi",
        "datePublished": moment(document),
        "dateModified": moment(document),
        "author": organ if facts.author == facts.organ else {"@type": "Person", "name": facts.author},
        "publisher": organ,
        "keywords": list(facts.keywords),
        "wordCount": len(text(document.tree).split()),
        "isAccessibleForFree": True,
        "mainEntityOfPage": facts.address,
        "image": [_image(document, source) for source in document.pictures],
    }
    kept = {name: value for name, value in record.items() if value not in ("", [])}
    return json.dumps(kept, ensure_ascii=False).replace("<", "\\u003c")


def _image(document: Document, source: str) -> dict[str, Any]:
    copy, picture = copies_of(document, source)[-1], document.pictures[source]
    credit = {"creditText": picture.credit} if picture.credit else {}
    return {
        "@type": "ImageObject",
        "url": address(document, copy.name),
        "width": copy.width,
        "height": copy.height,
        "caption": picture.caption,
        **credit,
    }
