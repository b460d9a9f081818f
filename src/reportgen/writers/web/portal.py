"""The article as the fields of a portal's form, named as NukeViet's news module names them.

NukeViet 4.5, `modules/news`: the columns of `…_rows` and `…_detail` (`action_mysql.php`) and the fields that
`admin/content.php` takes. A field that holds less than the article's is cut at a word, as the form itself would.
"""

from __future__ import annotations

import json
import re
import unicodedata

from reportgen.layout.document import Document
from reportgen.writers.web.copies import copies_of, thumbnail_of
from reportgen.writers.web.facts import FIELDS, alternative, description, published, said_by, source_of
from reportgen.writers.web.fragment import fragment

SHORT, LONG = 250, 255
"""Letters in a column `varchar(250)`, `varchar(255)`."""
_FOREIGN = re.compile(r"[^a-zA-Z0-9]+")


def write_fields(document: Document) -> bytes:
    """All fields as one JSON object, UTF-8."""
    facts, when = document.metadata, published(document)
    first = next(iter(document.pictures), "")
    picture = {
        "homeimgfile": copies_of(document, first)[-1].name if first else "",
        "homeimgalt": _cut(document.pictures[first].caption, LONG) if first else "",
    }
    fields = {
        "title": _cut(facts.title, SHORT),
        "alias": alias(_cut(facts.title, SHORT)),
        "hometext": description(document),
        "bodyhtml": fragment(document, FIELDS),
        "description": description(document),
        "keywords": _cut(", ".join(facts.keywords), LONG),
        "author": _cut(said_by(document, "byline") or facts.author, SHORT),
        "sourcetext": _cut(source_of(document), LONG),
        **picture,
        **({"publtime": int(when.timestamp()), "publ_date": f"{when:%d/%m/%Y}"} if when is not None else {}),
        "images": [
            {
                "file": copies_of(document, source)[-1].name,
                "thumbnail": thumbnail_of(document, source).name,
                "alt": alternative(document, source),
                "caption": document.pictures[source].caption,
                "author": document.pictures[source].credit,
            }
            for source in document.pictures
        ],
    }
    return json.dumps(fields, ensure_ascii=False, indent=2).encode() + b"\n"


def alias(title: str) -> str:
    """The title as NukeViet makes a part of an address of it (`change_alias`, `alias_lower`): letters without their
    marks, small, everything else one hyphen, none at either end."""
    apart = unicodedata.normalize("NFD", title.replace("đ", "d").replace("Đ", "D"))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _FOREIGN.sub("-", bare).strip("-").lower()


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0]
