"""What a paper needs of an input before it can be made, and when in a conference's life it is written.

A paper's description names keys (`cần: hội nghị.chương trình, hội nghị.ngày`). `văn bản khác.kính gửi` means that
paper's own letterhead. One of several is enough where a bar parts them: `hội nghị.kết luận | hội nghị.kết thúc`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reportgen.model import Conference
from reportgen.model.keys import keys_of
from reportgen.model.section import Section
from reportgen.official.issuing import own_letterhead

OWN = "văn bản khác"
"""The key below which a paper has a letterhead of its own."""


def lacking(conference: Conference, key: str, needs: Iterable[str]) -> tuple[str, ...]:
    """The needs of the paper of that key that the conference does not fill, its own letterhead named by its key."""
    wanted = (need for need in needs if not any(_filled(conference, key, path) for path in choices(need)))
    return tuple(need.replace(OWN, f"{OWN}.{key}") for need in wanted)


def choices(need: str) -> tuple[str, ...]:
    """The keys of which one is enough."""
    return tuple(one.strip() for one in need.split("|"))


def is_key(path: str) -> bool:
    """Whether an input has such a key."""
    section: type[Any] = Conference
    for name in path.split("."):
        found = (
            next((key for key in keys_of(section) if key.key == name), None) if issubclass(section, Section) else None
        )
        if found is None:
            return False
        section = found.kind
    return True


def _filled(conference: Conference, key: str, path: str) -> bool:
    first, _, rest = path.partition(".")
    if first == OWN:
        own = own_letterhead(conference, key)
        return own is not None and (not rest or _holds(own, rest.split(".")))
    return _holds(conference, path.split("."))


def _holds(part: Any, path: list[str]) -> bool:
    """Whether something stands at the path below a part of the model; of several parts, below one of them."""
    if isinstance(part, tuple):
        return any(_holds(entry, path) for entry in part)
    if not path:
        return _said(part)
    return isinstance(part, Section) and _holds(getattr(part, type(part).keys()[path[0]]), path[1:])


def _said(part: Any) -> bool:
    """Whether a part of the model says anything: a section with nothing in it does not."""
    if isinstance(part, Section):
        return any(map(_said, vars(part).values()))
    if isinstance(part, Mapping | tuple):
        return any(map(_said, part.values() if isinstance(part, Mapping) else part))
    return part is not None
