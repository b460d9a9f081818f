"""An office that is known from one place of the input serves where the same person is named without one."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.conference import Conference
from reportgen.model.leaves import Words
from reportgen.model.people import Person
from reportgen.model.section import Section
from reportgen.names.organs import organ

BARE = 3
"""An office of so few words goes without its body, as under a signature: `Phó Chủ tịch`."""


def with_known_offices(conference: Conference) -> Conference:
    """The conference with each person in the office that another place tells."""
    known = dict(_known(conference))
    event = conference.event

    def informed(person: Person) -> Person:
        office = known.get(person.name) if person.office is None else None
        return person if office is None else person.model_copy(update={"office": office})

    told = {name: tuple(map(informed, getattr(event, name))) for name in ("chairs", "guests", "secretaries")}
    invited = tuple(map(informed, conference.invitation.invited))
    changed: dict[str, Section] = {}
    if told != {name: getattr(event, name) for name in told}:
        changed["event"] = event.model_copy(update=told)
    if invited != conference.invitation.invited:
        changed["invitation"] = conference.invitation.model_copy(update={"invited": invited})
    return conference.model_copy(update=changed) if changed else conference


def _known(conference: Conference) -> Iterator[tuple[str, Words]]:
    event = conference.event
    for signer in conference.letterhead.signers:
        if signer.name is not None and signer.office is not None:
            yield signer.name, _in_its_body(signer.office, conference)
    speakers = [speech.speaker for speech in event.speeches if speech.speaker is not None]
    for person in (*speakers, *event.guests, *event.chairs, *event.secretaries):
        if person.office is not None:
            yield person.name, person.office


def _in_its_body(office: Words, conference: Conference) -> Words:
    """`Chủ tịch` under a signature is `Chủ tịch UBND xã Tam Hợp` in a text."""
    body = organ(conference.unit.organ) or organ(None)
    words = office[:1].upper() + office[1:].lower() if office.isupper() else str(office)
    if len(words.split()) <= BARE and body is not None:
        words = f"{words} {body.short.format(unit=conference.unit.name)}"
    return office.reworded(words)
