"""The article for other newsrooms' systems: IPTC ninjs 3.1 (https://iptc.org/standards/ninjs/).

Each picture is an associated item whose renditions are its copies. A rendition has its file's name as title, and its
address as `href` where the page's is known: the standard wants a whole URI there.
"""

from __future__ import annotations

import json
from typing import Any

from reportgen.layout.document import Document
from reportgen.writers.web.copies import Copy, copies_of, thumbnail_of
from reportgen.writers.web.facts import (
    FIELDS,
    address,
    alternative,
    description,
    identifier,
    moment,
    said_by,
    source_of,
    without,
)
from reportgen.writers.web.fragment import fragment
from reportgen.writers.web.text import blocks

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}


def write_ninjs(document: Document) -> bytes:
    """The item as JSON, UTF-8."""
    facts = document.metadata
    item = {
        "standard": STANDARD,
        "uri": identifier(document),
        "type": "composite" if document.pictures else "text",
        "representationType": "full",
        **_stated(document),
        "title": facts.title,
        "headlines": [_text("main", facts.title)],
        "descriptions": [_text("summary", description(document))],
        "by": said_by(document, "byline") or facts.author,
        "bodies": _bodies(document),
        "organisations": [{"name": facts.organ, "rel": "about"}],
        "subjects": [{"name": word} for word in facts.keywords],
        "infoSources": [{"name": source_of(document)}],
        "associations": [_picture(document, source) for source in document.pictures],
    }
    kept = {name: value for name, value in item.items() if value not in ("", [])}
    return json.dumps(kept, ensure_ascii=False, indent=2).encode() + b"\n"


def _stated(document: Document) -> dict[str, str]:
    """What holds for the article and its pictures alike."""
    created, facts = moment(document), document.metadata
    return {
        "version": "1",
        **({"firstCreated": created, "versionCreated": created} if created else {}),
        "pubStatus": "usable",
        "language": "vi",
        "copyrightHolder": facts.organ,
    }


def _text(role: str, words: str) -> dict[str, str]:
    return {"role": role, "contentType": "text/plain", "value": words}


def _bodies(document: Document) -> list[dict[str, Any]]:
    words = "\n\n".join(blocks(without(document.tree, FIELDS)))
    count = {"charCount": len(words), "wordCount": len(words.split())}
    rich = {"role": "richtext", "contentType": "text/html", "value": fragment(document, FIELDS)}
    return [{**_text("main", words), **count}, rich]


def _picture(document: Document, source: str) -> dict[str, Any]:
    picture, copies = document.pictures[source], copies_of(document, source)
    renditions = {"thumbnail": thumbnail_of(document, source), **{f"web-{copy.width}": copy for copy in copies}}
    return {
        "name": copies[-1].name,
        "rel": "photo",
        "uri": identifier(document, copies[-1].name),
        "type": "picture",
        **_stated(document),
        "descriptions": [_text("caption", picture.caption), _text("alt", alternative(document, source))],
        **({"by": picture.credit} if picture.credit else {}),
        "renditions": [_rendition(document, name, copy) for name, copy in renditions.items()],
    }


def _rendition(document: Document, name: str, copy: Copy) -> dict[str, Any]:
    place = {"href": address(document, copy.name)} if document.metadata.address else {}
    size = {"width": copy.width, "height": copy.height}
    return {"name": name, "title": copy.name, **place, "contentType": "image/jpeg", **size}
