"""What the items of an agenda are: a report, a discussion, a break. The chair's script leads into each by its kind.

In: an item. Out: its kinds, in the order in which its words name them; one without a known word is `other`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from reportgen.model.content import Event
from reportgen.model.meeting import AgendaItem
from reportgen.model.people import Person
from reportgen.names.persons import read_person
from reportgen.press.persons import introduced
from reportgen.vietnamese.letters import fold

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "reception": ("don tiep", "don dai bieu", "phat tai lieu", "on dinh to chuc"),
        "introduction": ("gioi thieu dai bieu", "tuyen bo ly do"),
        "break": ("giai lao", "nghi giua gio", "nghi trua"),
        "opening": ("khai mac",),
        "report": ("bao cao", "trinh bay", "thong qua bao cao"),
        "film": ("phong su", "xem phim", "trinh chieu"),
        "discussion": ("thao luan", "tham luan", "y kien"),
        "direction": ("chi dao",),
        "reply": ("tiep thu", "dap tu"),
        "award": ("khen thuong", "trao thuong", "cong bo quyet dinh", "trao giay khen", "trao bang khen"),
        "pledge": ("giao uoc",),
        "resolution": ("nghi quyet", "bieu quyet"),
        "closing": ("be mac",),
    }
)
"""Kind → the folded words by which an item names it."""
OTHER = "other"


def kinds_of(item: AgendaItem) -> tuple[str, ...]:
    """What an item is, `other` alone for one that names no known kind."""
    text = f" {fold(item.content)} "
    found = {
        kind: min(at)
        for kind, words in KINDS.items()
        if (at := [place.start() for word in words if (place := re.search(rf"\b{word}\b", text))])
    }
    return tuple(sorted(found, key=found.__getitem__)) or (OTHER,)


def doer(event: Event, item: AgendaItem) -> Person | None:
    """The person who does it, with the office by which the conference knows him; None for a body, or nobody."""
    if item.who is None:
        return None
    read = read_person(item.who)
    if read.group or read.name is None:
        return None
    known = introduced(event, read.name.text)
    office = item.who.piece(read.office) if read.office else None
    return known or Person(name=item.who.piece(read.name), office=office)


def speaker_of(event: Event, kind: str) -> Person | None:
    """Who does the first item of that kind; None where the agenda names nobody for it."""
    people = (doer(event, item) for item in event.agenda if kind in kinds_of(item))
    return next((person for person in people if person is not None), None)
