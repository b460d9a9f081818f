"""A draft of an input, nested keys with their texts, as YAML in the order of the model.

In: what was taken from a file. Out: the text of an input; a text of several paragraphs stands as a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from reportgen.drafting.scalars import as_item, entry, item, scalar
from reportgen.model import Conference
from reportgen.model.keys import keys_of
from reportgen.model.section import Section
from reportgen.vietnamese.letters import nfc

Draft = dict[str, Any]
"""Key → text, list or draft."""
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufeff]")


def draft_lines(draft: Draft, section: type[Section] = Conference, indent: int = 0) -> Iterator[str]:
    """The lines of a draft, its keys in the model's order; what is empty is left out."""
    known = {key.key: key for key in keys_of(section)}
    for name in [*(key for key in known if key in draft), *(key for key in draft if key not in known)]:
        value = draft[name]
        if _is_empty(value):
            continue
        kind = known[name].kind if name in known else None
        inner = kind if kind is not None and issubclass(kind, Section) else Section
        yield from _value(indent, name, value, inner)


def _value(indent: int, key: str, value: Any, section: type[Section]) -> Iterator[str]:
    pad = " " * indent
    if isinstance(value, str):
        yield from _text(indent, f"{pad}{scalar(key)}:", value, list(entry(indent, key, clean(value))))
    elif isinstance(value, dict):
        yield f"{pad}{scalar(key)}:"
        yield from draft_lines(value, section, indent + 2)
    else:
        yield f"{pad}{scalar(key)}:"
        for one in value:
            if isinstance(one, str):
                lines = list(item(indent + 2, clean(one)))
                yield from _text(indent + 2, f"{pad}  -", one, lines)
            elif not _is_empty(one):
                yield from as_item(draft_lines(one, section, indent + 4), indent + 2)


def _text(indent: int, head: str, text: str, lines: list[str]) -> Iterator[str]:
    """A text: on its lines where it is one paragraph, else as a block."""
    whole = _UNSEEN.sub("", nfc(text)).strip()
    if "\n" not in whole:
        yield from lines
        return
    yield f"{head} |"
    for line in whole.splitlines():
        yield f"{' ' * (indent + 2)}{line.strip()}" if line.strip() else ""


def clean(text: str) -> str:
    """The text on one line, composed, without what nobody sees."""
    return " ".join(_UNSEEN.sub("", nfc(text)).split())


def _is_empty(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return not value or all(map(_is_empty, value.values() if isinstance(value, dict) else value))


def paragraphs(texts: Iterable[tuple[str, bool]]) -> str:
    """Paragraphs and entries of lists as one text of Markdown. `texts`: each with whether it is an entry."""
    written: list[str] = []
    before = False
    for text, is_entry in texts:
        if written and not (before and is_entry):
            written.append("")
        written.append(f"- {text}" if is_entry else text)
        before = is_entry
    return "\n".join(written)
