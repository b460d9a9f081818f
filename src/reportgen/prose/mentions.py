"""Which texts an input holds, and which indicators they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from reportgen.figures.ledger import Ledger
from reportgen.model import Conference
from reportgen.model.indicators import Indicator
from reportgen.model.keys import keys_of
from reportgen.model.leaves import Prose
from reportgen.model.section import Section
from reportgen.prose.references import Reference, references
from reportgen.vietnamese.letters import fold


def all_prose(part: Any) -> Iterator[Prose]:
    """Every piece of prose below a part of the model, in the order of the input."""
    if isinstance(part, Prose):
        yield part
    elif isinstance(part, Section):
        for name in _prose_fields(type(part)):
            yield from all_prose(getattr(part, name))
    elif isinstance(part, tuple):
        for item in part:
            yield from all_prose(item)
    elif isinstance(part, Mapping):
        for item in part.values():
            yield from all_prose(item)


@cache
def _prose_fields(section: type[Section], above: frozenset[type] = frozenset()) -> tuple[str, ...]:
    """The fields below which there may be prose: of the many indicators hardly any. `above`: the sections it is in."""
    return tuple(field.name for field in keys_of(section) if _holds_prose(field.kind, above | {section}))


def _holds_prose(kind: type, above: frozenset[type]) -> bool:
    if issubclass(kind, Section):
        return kind in above or bool(_prose_fields(kind, above))
    return issubclass(kind, Prose)


def conference_words(conference: Conference) -> dict[str, str]:
    """The names besides indicators that prose may refer to."""
    year = conference.year.number
    return {
        "năm": str(year),
        "năm sau": str(year + 1),
        "năm trước": str(year - 1),
        "đơn vị": str(conference.unit.name),
    }


def mentioned(conference: Conference, ledger: Ledger) -> frozenset[str]:
    """Keys of the indicators that the prose, the tables or another indicator's sentence refer to."""
    by_name = {fold(line.key).replace("_", " "): line.key for line in ledger}
    found = set()
    for prose in _outside_sentences(conference):
        for reference in references(prose):
            if isinstance(reference, Reference):
                found.add(by_name.get(fold(reference.name).replace("_", " "), ""))
    found |= {str(name) for topic in _topics(conference.results) for name in topic.table}
    return frozenset(found - {""})


def _outside_sentences(conference: Conference) -> Iterator[Prose]:
    for name, part in vars(conference).items():
        if name != "indicators":
            yield from all_prose(part)


def _topics(topics: Any) -> Iterator[Any]:
    for topic in topics:
        yield topic
        yield from _topics(topic.topics)


def sentences(conference: Conference) -> Iterator[tuple[str, Indicator]]:
    """The indicators with a sentence of their own."""
    return ((key, indicator) for key, indicator in conference.indicators.items() if indicator.sentence is not None)
